//! Natural persons: names, addresses, how they are spoken to.

mod details;
mod email_address;
mod salutation;

pub use details::{Details, RawDetails};
pub use email_address::{EmailAddress, NotAnAddress};
pub use salutation::Salutation;
