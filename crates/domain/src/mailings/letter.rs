//! A letter: subject and text, in both languages.

use serde::{Deserialize, Serialize};

use super::{Mailing, Template, TemplateError};
use crate::{
    Locale,
    fields::{FieldError, Problem, required_text},
};

/// What a mail is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LetterKind {
    /// The invitation with the personal link.
    Invitation,
    /// The date, before the invitation.
    SaveTheDate,
    /// To who has not answered.
    Reminder,
    /// To who had accepted, when it is over.
    Thanks,
    /// After a yes, a change or a registration.
    Confirmation,
    /// After a no or a cancellation.
    Cancellation,
    /// A place is free for somebody who waits, or no longer.
    Offer,
    /// A workshop that somebody has chosen has a place now, is at another time, or is called off.
    Workshop,
    /// Time or place of the event are others.
    EventMoved,
    /// The event is called off.
    EventCancelled,
    /// The link to what is held about the recipient.
    OwnData,
    /// A test that an organiser sends to herself.
    Test,
    /// The signed state of the log, for whoever answers for data protection.
    LogState,
    /// The invitation to a team.
    TeamInvitation,
    /// The link to set a new password.
    PasswordReset,
    /// The request to review who has access.
    AccessReview,
}

impl LetterKind {
    /// What goes to many guests: whether one went out is sometimes not known, and it rather gets lost than comes twice.
    pub const ONCE: [Self; 4] = [
        Self::SaveTheDate,
        Self::Invitation,
        Self::Reminder,
        Self::Thanks,
    ];

    /// The value in the database and the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::SaveTheDate => "save-the-date",
            Self::Reminder => "reminder",
            Self::Thanks => "thanks",
            Self::Confirmation => "confirmation",
            Self::Cancellation => "cancellation",
            Self::Offer => "offer",
            Self::Workshop => "workshop",
            Self::EventMoved => "event-moved",
            Self::EventCancelled => "event-cancelled",
            Self::OwnData => "own-data",
            Self::Test => "test",
            Self::LogState => "log-state",
            Self::TeamInvitation => "team-invitation",
            Self::PasswordReset => "password-reset",
            Self::AccessReview => "access-review",
        }
    }
}

/// Subject and text in both languages, with variables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// German subject.
    pub subject_de: String,
    /// German text.
    pub text_de: String,
    /// English subject.
    pub subject_en: String,
    /// English text.
    pub text_en: String,
}

impl Letter {
    /// The longest subject, in characters.
    pub const SUBJECT_LENGTH_MAX: usize = 150;
    /// The longest text, in characters.
    pub const TEXT_LENGTH_MAX: usize = 20_000;

    /// Subject and text in one language.
    pub fn in_language(&self, locale: Locale) -> (&str, &str) {
        match locale {
            Locale::De => (&self.subject_de, &self.text_de),
            Locale::En => (&self.subject_en, &self.text_en),
        }
    }

    /// Checks it: nothing empty, every variable known, and the personal link in both texts where it is needed.
    pub fn check(&self, mailing: Mailing) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let needs_link = mailing.needs_link();
        let checked = Self {
            subject_de: subject("subject-de", &self.subject_de, &mut errors),
            text_de: text("text-de", &self.text_de, needs_link, &mut errors),
            subject_en: subject("subject-en", &self.subject_en, &mut errors),
            text_en: text("text-en", &self.text_en, needs_link, &mut errors),
        };
        if errors.is_empty() {
            Ok(checked)
        } else {
            Err(errors)
        }
    }
}

/// A subject is one line: a line break in it would start another header (RFC 5322, section 2.2).
fn subject(field: &str, subject: &str, errors: &mut Vec<FieldError>) -> String {
    let subject = required_text(field, subject, Letter::SUBJECT_LENGTH_MAX, errors);
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    template(field, &subject, errors);
    subject
}

fn text(field: &str, text: &str, needs_link: bool, errors: &mut Vec<FieldError>) -> String {
    let text = required_text(field, text, Letter::TEXT_LENGTH_MAX, errors);
    if let Some(template) = template(field, &text, errors)
        && needs_link
        && !text.is_empty()
        && !template.uses("link")
    {
        errors.push(FieldError::new(field, Problem::LinkMissing));
    }
    text
}

fn template(field: &str, text: &str, errors: &mut Vec<FieldError>) -> Option<Template> {
    match Template::parse(text) {
        Ok(template) => Some(template),
        Err(TemplateError::Unknown) => {
            errors.push(FieldError::new(field, Problem::UnknownVariable));
            None
        }
        Err(TemplateError::Unclosed) => {
            errors.push(FieldError::new(field, Problem::UnclosedVariable));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            subject_de: "Einladung".into(),
            text_de: "{anrede},\n{link}".into(),
            subject_en: "Invitation\r\nBcc: x@x.example".into(),
            text_en: "{salutation},\n{link}".into(),
        }
    }

    #[test]
    fn a_subject_is_one_line() {
        let checked = letter().check(Mailing::Invitation).expect("a good letter");
        assert_eq!(checked.subject_en, "Invitation Bcc: x@x.example");
    }

    #[test]
    fn an_invitation_needs_the_link_in_both_languages() {
        let letter = Letter {
            text_en: "Come!".into(),
            text_de: "{unbekannt}".into(),
            ..letter()
        };
        let errors = letter.check(Mailing::Invitation).expect_err("two problems");
        assert_eq!(
            errors,
            [
                FieldError::new("text-de", Problem::UnknownVariable),
                FieldError::new("text-en", Problem::LinkMissing),
            ]
        );
    }
}
