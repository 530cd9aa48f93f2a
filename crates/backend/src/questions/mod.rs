//! What an event asks its guests.

mod edit;
mod see;
mod see_replies;

pub use edit::{EditQuestionsError, edit, load};
pub use see::see_special;
pub use see_replies::{QuestionReplies, SameReply, see_replies};
