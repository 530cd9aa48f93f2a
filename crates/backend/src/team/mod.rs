//! The team of a tenant: who works for it, as what, and who is invited.

mod assign;
mod change;
mod event_grants;
mod invite;
mod join;
mod list;
mod remind;
mod review;
mod second_factor;
mod sql;
mod token;
mod untie;

use domain::{Instant, ids::TeamInvitationId};
use serde::{Deserialize, Serialize};
use vault::Place;

pub use assign::{assign, unassign};
pub use change::{ChangeError, change_role, end};
pub use invite::{InviteError, NewMember, invite, withdraw};
pub use join::{JoinError, Joining, forget_expired, join, joining};
pub use list::{Assignment, Invited, Member, Team, list};
pub use remind::remind;
pub use review::{
    Decisions, Review, ReviewError, ReviewStanding, review, review_standing, set_review_interval,
};
pub use second_factor::require_factor;
pub use untie::untie;

/// An invitation by mail can be used for this time.
pub const VALID_MS: i64 = 7 * Instant::DAY_MS;

/// Who is invited; sealed under a key of its own, which goes with the invitation.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Invitee {
    pub(crate) name: String,
    pub(crate) email: String,
}

fn place(invitation: TeamInvitationId) -> Place {
    Place::row("team_invitations", invitation.bytes())
}
