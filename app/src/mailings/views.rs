//! Letters and mails as the browser may know them.

use serde::{Deserialize, Serialize};

/// The text of a mailing.
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

/// A mailing with what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterView {
    /// Its text.
    pub letter: LetterForm,
    /// Whether the present text was tested.
    pub tested: bool,
    /// Guests who get it.
    pub reached: u32,
    /// Guests who would, but have no address.
    pub without_address: u32,
    /// Guests who would get it, but object to mailings.
    #[serde(default)]
    pub objecting: u32,
    /// Guests who would, but have had it, or were written to lately.
    pub written_to: u32,
    /// Whether this is the time for it.
    pub is_time: bool,
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
