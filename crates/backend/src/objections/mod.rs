//! Objections to mailings (GDPR, article 21, paragraphs 2 and 3; in Austria section 174 TKG 2021): whoever objects gets no
//! save the date, invitation, reminder or thanks of the tenant any more. What concerns an answer that somebody gave (a
//! confirmation, an offered place, another date) still comes. Kept by the keyed hash of the address, so that an objection
//! outlives the person's erasure and holds when a list is imported anew.

mod allow;
mod object;
mod see;
pub(crate) mod sql;
mod token;

pub use allow::allow;
pub use object::object;
pub use see::{Objection, see, since};
pub use token::{ObjectionToken, holder};
pub(crate) use token::{address, token_of};
