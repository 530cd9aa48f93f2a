//! Letters and mails as the browser may know them.

use serde::{Deserialize, Serialize};

/// The text of an invitation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterForm {
    /// German subject.
    pub subject_de: String,
    /// German text.
    pub text_de: String,
    /// English subject.
    pub subject_en: String,
    /// English text.
    pub text_en: String,
}

/// An invitation with what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterView {
    /// Its text.
    pub letter: LetterForm,
    /// Whether the present text was tested.
    pub tested: bool,
    /// Guests who have an address and no invitation yet are at most so many.
    pub listed: u32,
}

/// A mail as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailView {
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// Whether a calendar file is attached.
    pub calendar: bool,
}

/// A mail in the mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailLineView {
    /// Its id.
    pub id: String,
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// When it was queued.
    pub at: String,
}

/// What there is to tell guests about an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsView {
    /// What, see [`domain::mailings::News::code`].
    pub news: String,
    /// How many do not know it yet.
    pub guests: u32,
    /// Names this piece of news: another one has another.
    pub stamp: String,
}
