//! The waiting list: free places are offered to those who wait, one after the other, for a while.

mod lapse;
mod move_up;
mod offer;
pub(super) mod sql;
mod take_offer;

pub use move_up::{Moved, move_up};
pub use take_offer::take_offer;
