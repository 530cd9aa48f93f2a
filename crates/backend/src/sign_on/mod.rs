//! Single sign-on by `OpenID` Connect: a tenant's people sign in with the account of their organisation.
//!
//! Whoever signs in this way has an account and a role already; the provider only says who somebody is.

mod begin;
mod finish;
mod provider;
mod settings;
pub(crate) mod sql;
mod web;

pub use begin::{Begun, begin, organiser};
pub use finish::{Answer, SignOnError, finish};
pub use settings::{NewSettings, SaveError, Settings, redirect_address, remove, save, settings};
pub(crate) use web::Web;
