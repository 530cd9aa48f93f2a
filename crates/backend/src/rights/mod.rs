//! The rights of the people whose data is held (GDPR, chapter III), as far as they can use them alone: see everything, take it
//! along, have it erased. Who it is, the mail shows: its link is good for an hour.

mod ask;
mod erase;
mod file;
mod proof;
mod see;
mod sql;

pub use ask::ask;
pub use erase::erase;
pub use see::{Deed, HeldMail, Holding, OwnData, see};
