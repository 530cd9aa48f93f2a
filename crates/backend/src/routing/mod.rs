//! What is found before the tenant is known: public addresses and personal links. Ids and hashes only.

mod find;
pub(crate) mod sql;
mod token;

pub use find::{event_of, guest_of};
pub use token::LinkToken;
