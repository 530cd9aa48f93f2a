//! What kind of reply a question asks for.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What kind of reply a question asks for. New kinds stand at the end: the place is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuestionKind {
    /// A line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// One of several choices.
    Choice,
    /// Any of several choices.
    Choices,
    /// A whole number.
    Number,
    /// A day of the calendar.
    Day,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A box that is ticked by whoever agrees to the question's text.
    Consent,
}

impl QuestionKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Choice,
        Self::Choices,
        Self::Text,
        Self::LongText,
        Self::Number,
        Self::Day,
        Self::Email,
        Self::Phone,
        Self::Consent,
    ];

    /// The value in forms and the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long-text",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Number => "number",
            Self::Day => "day",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Consent => "consent",
        }
    }

    /// Whether the guest picks from a list.
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// Whether another question can depend on the reply.
    pub const fn can_decide(self) -> bool {
        matches!(self, Self::Choice | Self::Choices | Self::Consent)
    }
}

/// A text that names no kind of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such kind of question")]
pub struct UnknownKind;

impl FromStr for QuestionKind {
    type Err = UnknownKind;

    fn from_str(code: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or(UnknownKind)
    }
}
