//! Pages of guests.

mod add;
mod answer;
mod asked;
mod badge;
mod bulk;
mod edit;
mod fields;
mod guest;
mod list;
mod shown;
mod table;

pub use add::{AddGuestPage, add};
pub use answer::{EnterAnswerPage, enter};
pub use bulk::decide;
pub use edit::{EditGuestPage, edit};
pub use guest::GuestPage;
pub use list::GuestsPage;
pub use shown::filter;
pub(crate) use shown::must_be_of;
