//! Questions as the browser may know them.

use domain::questions::{Questionnaire, RawReplies};
use serde::{Deserialize, Serialize};

/// What a guest is asked, and what the form starts with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedView {
    /// The questions.
    pub questions: Questionnaire,
    /// What was replied before.
    pub replies: RawReplies,
    /// Until when replies of special categories are kept.
    pub special_until: String,
}

/// What an event asks, for those who change it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsView {
    /// The questions, asked or no longer asked.
    pub questions: Questionnaire,
    /// How many guests may have replied.
    pub replied: u32,
    /// Until when replies of special categories are kept.
    pub special_until: String,
}

/// A change of what is asked, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionForm {
    /// What is done: `put`, `remove`, `again`, `up`, `down` or `to`.
    pub what: String,
    /// The number of the question; 0 for a new one.
    pub number: u32,
    /// To which place it is moved, counted from 0.
    pub to: usize,
    /// [`domain::questions::QuestionKind::code`].
    pub kind: String,
    /// The question.
    pub label: String,
    /// The same in English.
    pub label_en: String,
    /// What helps to reply.
    pub help: String,
    /// The same in English.
    pub help_en: String,
    /// Why it is asked.
    pub why: String,
    /// The same in English.
    pub why_en: String,
    /// What can be picked, one a line.
    pub choices: String,
    /// The same in English.
    pub choices_en: String,
    /// `yes` if nobody can accept without a reply.
    pub required: String,
    /// `yes` if the replies are of a special category.
    pub special: String,
    /// On what it depends, see [`domain::questions::Condition::code`].
    pub only_if: String,
}

/// The same reply of several guests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SameReplyView {
    /// What was said, in words.
    pub said: String,
    /// How many said it.
    pub count: u32,
    /// Who said it: id and name.
    pub guests: Vec<(String, String)>,
}

/// The replies to one question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepliesView {
    /// The question.
    pub label: String,
    /// Whether it is of a special category.
    pub is_special: bool,
    /// What was said.
    pub said: Vec<SameReplyView>,
    /// How many did not say anything.
    pub silent: u32,
    /// How many guests said something else, which is not told.
    pub untold: u32,
    /// The sum, of numbers; empty for other kinds.
    pub sum: String,
}
