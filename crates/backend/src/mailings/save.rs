//! Saving the text of a mailing.

use domain::{
    access::act,
    fields::FieldError,
    ids::{EventId, MailingId},
    mailings::{Letter, Mailing},
};

use super::{letter, letter::place, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    events,
};

/// Why a text is not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Something in it is wrong.
    #[error("the text is wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Saves a mailing of an event; unchanged text is left alone.
pub async fn save(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    mailing: Mailing,
    text: &Letter,
) -> Result<(), SaveError> {
    let text = text.check(mailing).map_err(SaveError::Invalid)?;
    let mut tx = desk.open(permit).await?;
    let (_, key) = events::sql::load(&mut tx, event).await?;
    let before = letter::load(&mut tx, event, mailing).await?;
    if before.letter == text && before.changed_at.is_some() {
        return Ok(());
    }
    let id = MailingId::from_uuid(tx.make_uuid());
    let sealed = key.seal(place(event, mailing), &text).into_bytes();
    sql::set(&mut tx, id, event, mailing, sealed).await?;
    let fields = [
        ("subject-de", &before.letter.subject_de, &text.subject_de),
        ("text-de", &before.letter.text_de, &text.text_de),
        ("subject-en", &before.letter.subject_en, &text.subject_en),
        ("text-en", &before.letter.text_en, &text.text_en),
    ];
    let changes = fields
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| FieldChange::new(field, before, after))
        .collect();
    tx.commit(
        Change::new(written(mailing), event, event.uuid(), &key)
            .of_event(event)
            .with(changes),
    )
    .await?;
    Ok(())
}

/// What the log calls it.
pub(super) const fn written(mailing: Mailing) -> &'static str {
    match mailing {
        Mailing::SaveTheDate => "mailing.date_written",
        Mailing::Invitation => "invitation.written",
        Mailing::Reminder => "mailing.reminder_written",
        Mailing::Thanks => "mailing.thanks_written",
    }
}
