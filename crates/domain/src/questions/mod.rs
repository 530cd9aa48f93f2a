//! Questions: what an event asks its guests besides their names, and what they reply.

mod choice;
mod edit;
mod kind;
mod question;
mod questionnaire;
mod reply;
mod rules;

pub use choice::Choice;
pub use edit::{QuestionEdit, QuestionError, RawQuestion};
pub use kind::{QuestionKind, UnknownKind};
pub use question::{Condition, Question};
pub use questionnaire::Questionnaire;
pub use reply::{RawReplies, Reply, Said};
pub use rules::{Rule, Rules};
