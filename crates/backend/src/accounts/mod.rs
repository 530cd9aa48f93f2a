//! Accounts of people who work with Einlass, their grants and sessions.

mod attempts;
mod create;
mod invited;
mod list;
mod names;
mod officers;
mod password;
mod password_change;
mod reset;
mod session;
mod sessions;
mod sign_in;
mod sign_out;
pub(crate) mod sql;
mod tidy;

use serde::{Deserialize, Serialize};

pub use create::{CreateUserError, NewUser, create};
pub(crate) use invited::{Invitation, create_invited, has_grant, is_known, prove, start};
pub use list::{UserLine, disable, list, reset_password};
pub use names::Names;
pub(crate) use names::contact;
pub(crate) use officers::{Officer, officers};
pub use password_change::{PasswordError, change_password};
pub use reset::{ask_for_reset, reset_by_token, reset_is_open};
pub use session::{Session, SessionToken, find_session};
pub use sessions::{SessionLine, end_sessions, sessions};
pub use sign_in::{SignInError, sign_in};
pub use sign_out::sign_out;
pub(crate) use tidy::tidy;

/// What is known of somebody who works with Einlass; sealed under the account's key.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct UserProfile {
    pub(crate) name: String,
    pub(crate) email: String,
}

/// The permit of somebody who is signed in, for the own account, in one tenant.
fn own_door(
    tenant: domain::ids::TenantId,
    user: domain::ids::UserId,
    role: domain::access::Role,
    origin: &crate::access::Origin,
) -> Result<crate::access::Permit<domain::access::act::ManageOwnAccount>, crate::Failure> {
    let who = crate::access::Who::User(tenant, user, role);
    crate::access::authorise(who, origin).map_err(|_| crate::Failure::NotFound)
}

/// The permit for everything around signing in: accounts stand above tenants.
fn front_door(
    origin: &crate::access::Origin,
) -> Result<crate::access::Permit<domain::access::act::SignIn>, crate::Failure> {
    let who = crate::access::Who::Visitor(domain::ids::TenantId::PLATFORM);
    crate::access::authorise(who, origin).map_err(|_| crate::Failure::NotFound)
}
