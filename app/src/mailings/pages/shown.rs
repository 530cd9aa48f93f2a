//! From letters and mails to what is shown of them.

use backend::mails::{Mail, MailboxLine};
use domain::mailings::Letter;
use words::show;

use crate::{
    error::ApiError,
    mailings::views::{LetterForm, MailLineView, MailView},
    page::Ctx,
};

impl From<Letter> for LetterForm {
    fn from(letter: Letter) -> Self {
        Self {
            subject_de: letter.subject_de,
            text_de: letter.text_de,
            subject_en: letter.subject_en,
            text_en: letter.text_en,
        }
    }
}

impl From<LetterForm> for Letter {
    fn from(form: LetterForm) -> Self {
        Self {
            subject_de: form.subject_de,
            text_de: form.text_de,
            subject_en: form.subject_en,
            text_en: form.text_en,
        }
    }
}

impl From<Mail> for MailView {
    fn from(mail: Mail) -> Self {
        let to = if mail.to_name.is_empty() {
            mail.to
        } else {
            format!("{} <{}>", mail.to_name, mail.to)
        };
        Self {
            to,
            subject: mail.subject,
            text: mail.text,
            calendar: mail.calendar.is_some(),
        }
    }
}

impl MailLineView {
    pub(crate) fn of(ctx: &Ctx, line: MailboxLine) -> Self {
        let at = show(ctx.words.0, line.queued_at, "Europe/Vienna");
        Self {
            id: line.id.to_string(),
            to: line.to_name,
            subject: line.subject,
            at: ctx.words.with(
                "date-and-time",
                [("date", at.date.into()), ("time", at.time.into())],
            ),
        }
    }
}

/// Mails can be read here only while there is no mail server to send them.
pub(crate) fn mailbox_is_open(ctx: &Ctx) -> Result<(), ApiError> {
    if ctx.mailbox {
        Ok(())
    } else {
        Err(ApiError::NotFound)
    }
}
