//! Server functions of the access of support.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{AccessView, CandidateView, LetInForm, WorkspaceView};
use crate::error::ApiError;

/// When support was let in, and what it did.
#[server(prefix = "/fn", endpoint = "support/list")]
pub async fn list_accesses() -> Result<Vec<AccessView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let list = backend::support::list(&ctx.desk, &ctx.permit()?).await?;
    Ok(list
        .into_iter()
        .map(|access| AccessView::of(&ctx, access))
        .collect())
}

/// Who can be let in.
#[server(prefix = "/fn", endpoint = "support/candidates")]
pub async fn list_candidates() -> Result<Vec<CandidateView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let found = backend::support::candidates(&ctx.desk, &ctx.permit()?).await?;
    Ok(found.into_iter().map(CandidateView::from).collect())
}

/// Lets somebody of support in.
#[server(prefix = "/fn", endpoint = "support/let-in")]
pub async fn let_in(form: LetInForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let permit = ctx.permit()?;
    let new = super::pages::new_grant(&form)?;
    backend::support::grant(&ctx.desk, &permit, &new).await?;
    Ok(())
}

/// Ends an access before its time.
#[server(prefix = "/fn", endpoint = "support/end")]
pub async fn end_access(access: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let access = crate::page::id(&access)?;
    Ok(backend::support::end(&ctx.desk, &ctx.permit()?, access).await?)
}

/// The tenants that let in who is signed in.
#[server(prefix = "/fn", endpoint = "support/workspaces")]
pub async fn list_workspaces() -> Result<Vec<WorkspaceView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let found = backend::support::workspaces(&ctx.desk, &permit, session).await?;
    Ok(found
        .into_iter()
        .map(|one| WorkspaceView::of(&ctx, one))
        .collect())
}
