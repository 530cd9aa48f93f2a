//! Pages of guests.

mod badge;
mod guest;
mod list;
mod shown;

pub use guest::GuestPage;
pub use list::{GuestsPage, search_guests};
pub(crate) use shown::{filter, must_be_of};
