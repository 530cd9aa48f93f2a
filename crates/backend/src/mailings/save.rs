//! Saving the text of the invitation.

use domain::{
    access::act,
    fields::FieldError,
    ids::{EventId, MailingId},
    mailings::Letter,
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

/// Saves the invitation of an event; unchanged text is left alone.
pub async fn save(
    desk: &Desk,
    permit: &Permit<act::SendMailings>,
    event: EventId,
    text: &Letter,
) -> Result<(), SaveError> {
    let text = text.check_invitation().map_err(SaveError::Invalid)?;
    let mut tx = desk.open(permit).await?;
    let (_, key) = events::sql::load(&mut tx, event).await?;
    let before = letter::load(&mut tx, event).await?;
    if before.letter == text && before.changed_at.is_some() {
        return Ok(());
    }
    let id = MailingId::from_uuid(tx.make_uuid());
    sql::set(
        &mut tx,
        id,
        event,
        key.seal(place(event), &text).into_bytes(),
    )
    .await?;
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
        Change::new("invitation.written", event, event.uuid(), &key)
            .of_event(event)
            .with(changes),
    )
    .await?;
    Ok(())
}
