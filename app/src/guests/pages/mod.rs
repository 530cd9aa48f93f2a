//! Pages of guests.

mod badge;
mod guest;
mod list;
mod shown;

pub use guest::GuestPage;
pub use list::GuestsPage;
pub(crate) use shown::filter;
