//! Guests: somebody on the list of one event, and where they stand.

mod guest;
mod standing;
mod standings;

pub use guest::{Answers, Guest, GuestFile};
pub use standing::Standing;
pub use standings::Standings;
