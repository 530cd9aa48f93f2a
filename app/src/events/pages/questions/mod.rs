//! The questions of an event: their page, and their fields in the forms of guests.

mod builder;
mod fields;
mod form;
mod page;
mod preview;
mod replies;
mod shown;

pub(crate) use fields::{asked_questions, typed_replies};
pub use page::{QuestionsPage, edit_questions};
pub(crate) use preview::preview;
pub use replies::RepliesPage;
pub(crate) use shown::said;
