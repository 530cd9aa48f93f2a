//! A finished mail.

use serde::{Deserialize, Serialize};

/// A finished mail; in the database only sealed under the recipient's key.
#[derive(Clone, Serialize, Deserialize)]
pub struct Mail {
    /// The recipient's name.
    pub to_name: String,
    /// The recipient's address.
    pub to: String,
    /// Subject, one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// An iCalendar file, if one belongs to it.
    pub calendar: Option<String>,
    /// Where the recipient objects to such mails with one click (RFC 8058), for what goes to many.
    pub objection: Option<String>,
}
