//! Natural persons: names, addresses, how they are spoken to.

mod details;
mod email_address;
mod salutation;

pub(crate) use details::fold;
pub use details::{Details, RawDetails};
pub use email_address::{EmailAddress, NotAnAddress};
pub use salutation::Salutation;
