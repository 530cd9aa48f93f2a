//! A question.

use serde::{Deserialize, Serialize};

use super::{Choice, QuestionKind};
use crate::{Bilingual, Locale};

/// On what it depends whether a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The number of another question.
    pub question: u32,
    /// The number of the choice that must be picked there; 0 for a consent that must be given.
    pub choice: u32,
}

/// A question to guests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Names it within its event; never used twice.
    pub number: u32,
    /// What kind of reply it asks for.
    pub kind: QuestionKind,
    /// The question, or the text that is agreed to.
    pub label: Bilingual,
    /// What helps to reply.
    pub help: Bilingual,
    /// Why it is asked (Art. 13 GDPR: the purpose).
    pub why: Bilingual,
    /// What can be picked, in order.
    pub choices: Vec<Choice>,
    /// Whether nobody can accept without a reply.
    pub is_required: bool,
    /// Whether the replies are of a special category (Art. 9 GDPR: health, belief): they have keys of their own and go
    /// sooner.
    pub is_special: bool,
    /// On what it depends whether it is asked.
    pub only_if: Option<Condition>,
    /// Whether it is asked at all; if not, replies from before are kept.
    pub is_asked: bool,
}

impl Question {
    /// The longest question, in characters.
    pub const LABEL_LENGTH_MAX: usize = 300;
    /// The longest text of a consent and the longest help, in characters.
    pub const TEXT_LENGTH_MAX: usize = 2_000;
    /// Days between the end of an event and the deletion of replies of a special category.
    pub const SPECIAL_RETENTION_DAYS: i64 = 7;

    /// The name of its field in forms.
    pub fn field(&self) -> String {
        field_of(self.number)
    }

    /// A choice by its number.
    pub fn choice(&self, number: u32) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.number == number)
    }

    /// The labels of choices, for a reader.
    pub fn labels<'a>(&'a self, picked: &'a [u32], locale: Locale) -> Vec<&'a str> {
        let choices = picked.iter().filter_map(|number| self.choice(*number));
        choices.map(|choice| choice.label.shown(locale)).collect()
    }
}

/// The name of a question's field in forms.
pub(super) fn field_of(number: u32) -> String {
    format!("q-{number}")
}
