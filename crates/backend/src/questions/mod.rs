//! What an event asks its guests.

mod edit;
mod see;

pub use edit::{EditQuestionsError, edit, load};
pub use see::see_special;
