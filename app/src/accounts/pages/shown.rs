//! From accounts and teams to what is shown of them.

use backend::{
    accounts::{AppSetup, Factors, SessionLine, Sessions, Token, Workplace, passkeys_work},
    team::{Assignment, Joining, ReviewStanding, Team},
};
use domain::{Instant, access::may_give};

use crate::{
    accounts::{
        assignments::AssignmentView,
        views::{
            AppSetupView, AppView, FactorsView, InvitedView, JoiningView, MemberView,
            PasskeyQuestion, PasskeyView, ReviewStandingView, ReviewView, SessionView,
            SessionsView, TeamView, WorkplaceView,
        },
    },
    error::ApiError,
    page::Ctx,
};

/// Whoever has not been here for so long is told of.
const DORMANT_DAYS: i64 = 90;

impl SessionsView {
    /// What is shown of the sessions of an account.
    pub(crate) fn of(ctx: &Ctx, sessions: Sessions) -> Self {
        let here = sessions.here.into_iter();
        Self {
            here: here.map(|line| SessionView::of(ctx, line)).collect(),
            elsewhere: sessions.elsewhere,
        }
    }
}

impl SessionView {
    fn of(ctx: &Ctx, line: SessionLine) -> Self {
        Self {
            device: if line.device.is_empty() {
                ctx.t("account-device-unknown")
            } else {
                line.device
            },
            began: ctx.moment(line.began_at),
            used: ctx.moment(line.used_at),
            is_this: line.is_this,
            id: line.id,
        }
    }
}

impl TeamView {
    /// What is shown of a team.
    pub(crate) fn of(ctx: &Ctx, team: Team) -> Result<Self, ApiError> {
        let session = ctx.session()?;
        let own = session.seat.role();
        let gives = |role| own.is_some_and(|own| may_give(own, role));
        let dormant = ctx.desk.now().plus_days(-DORMANT_DAYS);
        let members = team.members.into_iter().map(|member| MemberView {
            user: member.user.to_string(),
            role: member.role.code().to_owned(),
            since: ctx.day(member.since),
            // A role ends with the last moment of its day.
            until: member
                .until
                .map_or_else(String::new, |at| ctx.form_day(at.plus_ms(-1))),
            until_shown: last_day(ctx, member.until),
            used: member.used_at.map_or_else(String::new, |at| ctx.moment(at)),
            is_dormant: member.used_at.unwrap_or(member.since) < dormant,
            has_factor: member.has_factor,
            is_tied: member.is_tied,
            is_self: member.user == session.user,
            may_change: gives(member.role),
            at_events: member
                .at_events
                .into_iter()
                .map(|assignment| AssignmentView::of(ctx, assignment))
                .collect(),
            name: member.name,
            email: member.email,
            by: member.by,
        });
        let invited = team.invited.into_iter().map(|invited| InvitedView {
            id: invited.id.to_string(),
            role: invited.role.code().to_owned(),
            may_withdraw: gives(invited.role),
            expires: ctx.moment(invited.expires_at),
            event: invited.event,
            name: invited.name,
            email: invited.email,
            by: invited.by,
        });
        Ok(Self {
            members: members.collect(),
            invited: invited.collect(),
            factor_required: team.factor_required,
            factor_by_operator: team.factor_by_operator,
        })
    }
}

/// The last day in words; empty for good. A role ends with the last moment of its day.
fn last_day(ctx: &Ctx, until: Option<Instant>) -> String {
    until.map_or_else(String::new, |at| ctx.day(at.plus_ms(-1)))
}

impl AssignmentView {
    fn of(ctx: &Ctx, assignment: Assignment) -> Self {
        Self {
            event: assignment.event.to_string(),
            title: assignment.title,
            role: assignment.role.code().to_owned(),
            since: ctx.day(assignment.since),
            by: assignment.by,
            until_shown: last_day(ctx, assignment.until),
        }
    }
}

impl ReviewStandingView {
    /// What is shown of access reviews.
    pub(crate) fn of(ctx: &Ctx, standing: ReviewStanding) -> Self {
        let is_due = standing.is_due(ctx.desk.now());
        let past = standing.past.into_iter().map(|review| ReviewView {
            at: ctx.moment(review.at),
            day: ctx.form_day(review.at),
            by: review.by,
            kept: review.kept,
            ended: review.ended,
        });
        Self {
            past: past.collect(),
            days: standing.every.days(),
            due: ctx.day(standing.due_at),
            is_due,
        }
    }
}

impl From<Joining> for JoiningView {
    fn from(joining: Joining) -> Self {
        Self {
            name: joining.name,
            email: joining.email,
            organiser: joining.organiser,
            role: joining.role.code().to_owned(),
            event: joining.event,
            has_account: joining.has_account,
        }
    }
}

impl FactorsView {
    /// What is shown of the factors of an account.
    pub(crate) fn of(ctx: &Ctx, factors: Factors) -> Self {
        let passkeys = factors.passkeys.into_iter().map(|passkey| PasskeyView {
            id: passkey.id.to_string(),
            label: passkey.label,
            made: ctx.day(passkey.made_at),
            used: passkey.used_at.map_or_else(String::new, |at| ctx.day(at)),
        });
        Self {
            passkeys: passkeys.collect(),
            app: factors.app.map(|(id, made_at)| AppView {
                id: id.to_string(),
                made: ctx.day(made_at),
            }),
            codes_left: factors.codes_left,
            passkeys_work: passkeys_work(&ctx.desk),
        }
    }
}

impl From<AppSetup> for AppSetupView {
    fn from(setup: AppSetup) -> Self {
        Self {
            address: setup.address,
            secret: setup.secret,
        }
    }
}

impl From<(String, Token)> for PasskeyQuestion {
    fn from((options, token): (String, Token)) -> Self {
        Self {
            options,
            token: token.expose(),
        }
    }
}

impl From<Workplace> for WorkplaceView {
    fn from(workplace: Workplace) -> Self {
        Self {
            tenant: workplace.tenant.to_string(),
            name: workplace.name,
            role: workplace.seat.code().to_owned(),
            is_this: workplace.is_this,
        }
    }
}
