//! Accounts of people who work with Einlass, their grants and sessions.

mod create;
mod list;
mod names;
mod officers;
mod password;
mod session;
mod sign_in;
mod sign_out;
pub(crate) mod sql;

use serde::{Deserialize, Serialize};

pub use create::{CreateUserError, NewUser, create};
pub use list::{UserLine, disable, list, reset_password};
pub use names::Names;
pub(crate) use officers::{Officer, officers};
pub use session::{Session, SessionToken, find_session};
pub use sign_in::{SignInError, sign_in};
pub use sign_out::sign_out;

/// What is known of somebody who works with Einlass; sealed under the account's key.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct UserProfile {
    pub(crate) name: String,
    pub(crate) email: String,
}

/// The permit for everything around signing in: accounts stand above tenants.
fn front_door(
    origin: &crate::access::Origin,
) -> Result<crate::access::Permit<domain::access::act::SignIn>, crate::Failure> {
    let who = crate::access::Who::Visitor(domain::ids::TenantId::PLATFORM);
    crate::access::authorise(who, origin).map_err(|_| crate::Failure::NotFound)
}
