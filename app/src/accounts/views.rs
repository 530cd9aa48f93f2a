//! What is shown of accounts and teams, and what their forms send.

use serde::{Deserialize, Serialize};

use super::assignments::AssignmentView;

/// A session of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// Names the session; opens nothing.
    pub id: String,
    /// Browser and system, in words.
    pub device: String,
    /// Signed in.
    pub began: String,
    /// Last request.
    pub used: String,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// Where somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionsView {
    /// For this organiser, the session last used first.
    pub here: Vec<SessionView>,
    /// So many sessions for other organisers.
    pub elsewhere: i64,
}

/// The team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamView {
    /// Who is in it.
    pub members: Vec<MemberView>,
    /// Who is invited.
    pub invited: Vec<InvitedView>,
    /// Whether everybody has to sign in with a second factor.
    pub factor_required: bool,
    /// Whether the operator wants it, so that the team cannot choose.
    #[serde(default)]
    pub factor_by_operator: bool,
}

/// Somebody in the team.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that the page shows"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberView {
    /// The account.
    pub user: String,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// The role's code.
    pub role: String,
    /// Since when, and by whom.
    pub since: String,
    /// By whom; empty for the operator.
    pub by: String,
    /// The last day, as a form has it; empty for good.
    pub until: String,
    /// The last day in words; empty for good.
    pub until_shown: String,
    /// Last request; empty if there was none.
    pub used: String,
    /// Whether nobody has signed in for a long time.
    pub is_dormant: bool,
    /// Whether the account has a second factor.
    pub has_factor: bool,
    /// Whether it is tied to an identity of the team's provider of single sign-on.
    pub is_tied: bool,
    /// Whether it is who asks.
    pub is_self: bool,
    /// Whether who asks may change and end the role.
    pub may_change: bool,
    /// What they are at single events besides.
    pub at_events: Vec<AssignmentView>,
}

/// How access reviews stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewStandingView {
    /// Reviews that took place, the newest first.
    pub past: Vec<ReviewView>,
    /// Days between two of them.
    pub days: u16,
    /// The next one is due on this day.
    pub due: String,
    /// Whether that day has come.
    pub is_due: bool,
}

/// An access review that took place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewView {
    /// When.
    pub at: String,
    /// The day, as a form has it.
    pub day: String,
    /// By whom.
    pub by: String,
    /// Roles that were confirmed.
    pub kept: i64,
    /// Roles that were ended.
    pub ended: i64,
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitedView {
    /// The invitation.
    pub id: String,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// The role's code.
    pub role: String,
    /// At which event only, by its title; empty for all of them.
    pub event: String,
    /// Until when the link works.
    pub expires: String,
    /// Who invited.
    pub by: String,
    /// Whether who asks may take it back.
    pub may_withdraw: bool,
}

/// Whom to invite.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteForm {
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Address.
    #[serde(default)]
    pub email: String,
    /// The role's code.
    #[serde(default)]
    pub role: String,
    /// At which event only; empty for all of them.
    #[serde(default)]
    pub event: String,
    /// The last day; empty for good.
    #[serde(default)]
    pub until: String,
}

/// An invitation, as the invited sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoiningView {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// The organiser's name.
    pub organiser: String,
    /// The role's code.
    pub role: String,
    /// At which event only, by its title; empty for all of them.
    pub event: String,
    /// Whether the password of an account is asked for.
    pub has_account: bool,
}

/// What the own account proves itself with, besides the password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorsView {
    /// Passkeys.
    pub passkeys: Vec<PasskeyView>,
    /// The app that makes codes.
    pub app: Option<AppView>,
    /// Recovery codes left.
    pub codes_left: i64,
    /// Whether browsers make passkeys for this address.
    pub passkeys_work: bool,
}

/// A passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyView {
    /// Names it.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Since when.
    pub made: String,
    /// The last use; empty if there was none.
    pub used: String,
}

/// An app that makes codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppView {
    /// Names it.
    pub id: String,
    /// Since when.
    pub made: String,
}

/// What an app is set up with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppSetupView {
    /// The address in the picture.
    pub address: String,
    /// The secret, to be typed.
    pub secret: String,
}

/// What a browser is to ask of a passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyQuestion {
    /// The options, as JSON (Web Authentication Level 3, section 5.1).
    pub options: String,
    /// Sent along with the answer.
    pub token: String,
}

/// A tenant for which somebody works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkplaceView {
    /// Which.
    pub tenant: String,
    /// Its name.
    pub name: String,
    /// The role's code.
    pub role: String,
    /// Whether the session is in it.
    pub is_this: bool,
}
