//! Accounts of people who work with Einlass, their grants and sessions.

mod attempts;
mod breached;
mod challenges;
mod create;
mod factors;
mod invited;
mod list;
mod names;
mod officers;
mod password;
mod password_change;
mod prove;
mod reset;
mod seat;
mod second_factor;
mod session;
mod sessions;
mod sign_in;
mod sign_on;
mod sign_out;
pub(crate) mod sql;
mod switch;
mod tidy;
mod token;

use domain::{
    access::{Act, Seat, act},
    ids::{TenantId, UserId},
    people::EmailAddress,
};
use serde::{Deserialize, Serialize};

use crate::{
    Failure,
    access::{Denied, Origin, Permit, Who, authorise},
    desk::TenantTx,
};

pub use breached::BreachedPasswords;
pub use create::{CreateUserError, NewUser, create, create_supporter};
pub use factors::{
    AppSetup, FactorError, Factors, PasskeyLine, add_passkey, app_setup, begin_app, begin_passkey,
    confirm_app, factors, keep_codes, kept_codes, passkeys_work, remove_factor, renew_codes,
};
pub(crate) use invited::{Invitation, create_invited, has_grant, is_known};
pub use list::{UserLine, disable, list, reset_password};
pub use names::Names;
pub(crate) use names::{contacts, support_grants, supporters};
pub(crate) use officers::{Officer, officers, owners, present};
pub use password_change::{PasswordError, change_password};
pub use prove::{Proof, ask_own_passkey, prove_again};
pub use reset::{ask_for_reset, reset_by_token, reset_is_open};
pub use second_factor::{
    ask_passkey, ask_second_passkey, factor_is_asked, sign_in_by_code, sign_in_by_passkey,
};
pub use session::{Session, find_session};
pub use sessions::{SessionLine, Sessions, end_sessions, sessions};
pub(crate) use sign_in::{Proved, check_password, let_in};
pub use sign_in::{SignInError, SignedIn, sign_in};
pub(crate) use sign_on::{
    Identity, SignOnAsked, ask_sign_on, may_come_by, member_by_email, take_sign_on,
};
pub use sign_out::{leave, sign_out};
pub use switch::{Workplace, switch, workplaces};
pub(crate) use tidy::tidy;
pub use token::Token;

/// What is known of somebody who works with Einlass; sealed under the account's key.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct UserProfile {
    pub(crate) name: String,
    pub(crate) email: String,
}

/// The permit of somebody who is signed in, for the own account, in one tenant.
pub(crate) fn own_door<A: Act>(
    tenant: TenantId,
    user: UserId,
    seat: Seat,
    origin: &Origin,
) -> Result<Permit<A>, Failure> {
    authorise(Who::with_account(tenant, user, seat), origin).map_err(|Denied| Failure::NotFound)
}

/// The permit for everything around signing in: accounts stand above tenants.
fn front_door(origin: &Origin) -> Result<Permit<act::SignIn>, Failure> {
    authorise(Who::Visitor(TenantId::PLATFORM), origin).map_err(|Denied| Failure::NotFound)
}

/// By what the account of an address is found at the front door, whether or not there is one.
fn index_of(tx: &TenantTx, email: &str) -> Vec<u8> {
    let typed = email.parse::<EmailAddress>();
    let normalised = typed.map_or_else(|_| email.trim().to_lowercase(), |email| email.normalised());
    tx.keys
        .blind_index("users.email", &normalised)
        .as_bytes()
        .to_vec()
}
