//! Workshops: parts of an event with places of their own, which guests choose.

mod pick;
mod plan;
mod programme;
mod workshop;

pub use pick::{Group, Pick, Wishes, pick};
pub use plan::{RawWorkshop, WorkshopPlan};
pub use programme::{Programme, WorkshopGone};
pub use workshop::{Seating, Seats, Workshop};
