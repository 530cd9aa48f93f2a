//! From the access of support to what is shown of it.

use backend::support::{Access, Candidate, Workspace};

use crate::{
    page::Ctx,
    support::views::{AccessView, CandidateView, WorkspaceView},
};

impl AccessView {
    /// What is shown of a time for which support is let in.
    pub(crate) fn of(ctx: &Ctx, access: Access) -> Self {
        Self {
            id: access.id.to_string(),
            user: access.user.to_string(),
            name: access.name,
            by: access.by,
            reason: access.reason,
            extent: access.extent.code().to_owned(),
            from: ctx.moment(access.from),
            from_day: ctx.form_day(access.from),
            until: ctx.moment(access.until),
            until_day: ctx.form_day(access.until),
            lasts: access.lasts,
            looks: access.looks,
            changes: access.changes,
        }
    }
}

impl From<Candidate> for CandidateView {
    fn from(candidate: Candidate) -> Self {
        Self {
            user: candidate.user.to_string(),
            name: candidate.name,
        }
    }
}

impl WorkspaceView {
    /// What support is shown of a tenant that lets it in.
    pub(crate) fn of(ctx: &Ctx, workspace: Workspace) -> Self {
        let here = ctx.session.as_ref().map(|session| session.tenant);
        Self {
            tenant: workspace.tenant.to_string(),
            name: workspace.name,
            reason: workspace.reason,
            extent: workspace.extent.code().to_owned(),
            until: ctx.moment(workspace.until),
            is_this: here == Some(workspace.tenant),
        }
    }
}
