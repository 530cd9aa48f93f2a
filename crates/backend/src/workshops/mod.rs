//! Workshops: parts of an event with places of their own, which guests choose.
//!
//! How many places of a workshop are taken is counted from the guests who chose it and hold places of the event, so that
//! whoever gives those back gives all back. Whoever counts in order to take holds the event's row.

mod choose;
mod fill;
mod give;
mod load;
mod put;
mod remove;
pub(crate) mod sql;
mod tell;

pub(crate) use choose::{Picks, choose};
pub use fill::{Filled, fill};
pub use load::{load, names_of, seating};
pub(crate) use load::{names_within, picks_of};
pub(crate) use put::changed;
pub use put::{WorkshopError, WorkshopInput, put};
pub use remove::remove;
