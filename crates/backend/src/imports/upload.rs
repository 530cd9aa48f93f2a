//! Uploading a list.

use domain::{
    access::act,
    ids::{EventId, ImportId},
};
use sheets::ReadError;

use super::{
    draft::{Draft, place},
    sql,
};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events, keys,
};

/// Why a list cannot be looked at.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// The file is not a list.
    #[error("the file cannot be read")]
    Unreadable(#[from] ReadError),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Reads a file, guesses everything about it and keeps it sealed until it is confirmed or forgotten.
pub async fn upload(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    file_name: String,
    bytes: Vec<u8>,
) -> Result<ImportId, UploadError> {
    let draft = tokio::task::spawn_blocking(move || Draft::new(file_name, bytes))
        .await
        .expect("reading a list does not panic")?;
    let mut tx = desk.open(permit).await?;
    events::sql::load(&mut tx, event).await?;
    let id = ImportId::from_uuid(tx.make_uuid());
    let key = keys::make(&mut tx, id.uuid()).await?;
    sql::add(&mut tx, id, event, key.seal(place(id), &draft).into_bytes()).await?;
    tx.commit(Change::new("import.uploaded", id, id.uuid(), &key).of_event(event))
        .await?;
    Ok(id)
}
