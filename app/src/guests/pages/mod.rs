//! Pages of guests.

mod add;
mod badge;
mod edit;
mod fields;
mod guest;
mod list;
mod shown;

pub use add::{AddGuestPage, add};
pub use edit::{EditGuestPage, edit};
pub use guest::GuestPage;
pub use list::{GuestsPage, search_guests};
pub(crate) use shown::{filter, must_be_of};
