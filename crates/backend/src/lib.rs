//! Use cases: what can be done, and the SQL and jobs behind it; one folder per noun, one file per verb.
//!
//! There is one door to a tenant's data: [`access::authorise`] makes a [`access::Permit`], [`desk::Desk`] opens a
//! [`desk::TenantTx`] with it, and a change is committed with its entry in the ledger or not at all.

pub mod access;
pub mod accounts;
pub mod audit;
pub mod backups;
mod bearer;
pub mod chance;
pub mod clock;
pub mod covers;
pub mod desk;
pub mod erasures;
pub mod error;
pub mod events;
pub mod guests;
pub mod history;
pub mod imports;
pub mod keys;
pub mod mailings;
pub mod mails;
#[cfg(feature = "mutations")]
pub mod mutations;
pub mod objections;
pub mod protection;
pub mod questions;
pub mod registrations;
mod replies;
pub mod retention;
pub mod rights;
pub mod routing;
pub mod sign_on;
pub mod store;
pub mod support;
pub mod tags;
mod tally;
pub mod team;
pub mod tenants;
pub mod workshops;

pub use error::Failure;
