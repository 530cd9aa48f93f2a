//! Bringing a picture.

use std::sync::{Arc, LazyLock};

use domain::{
    Bilingual,
    access::act,
    events::{Cover, Event},
    fields::{FieldError, Problem},
    ids::EventId,
};
use pictures::PictureError;
use tokio::sync::Semaphore;

use super::{CoverFile, place, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    events::{self, EventFile},
};

/// Pictures take much memory while they are read: one after the other.
static TURN: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(1)));

/// Why a picture is not taken.
#[derive(Debug, thiserror::Error)]
pub enum CoverError {
    /// The file or its description is wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Puts a picture (JPEG, PNG or WebP) on top of an event's page in place of another, with words for whoever cannot see it.
/// It is written anew, so that nothing is kept of what the file says besides. Without a file only the words change.
pub async fn put(
    desk: &Desk,
    permit: &Permit<act::PlanEvents>,
    event: EventId,
    file: Vec<u8>,
    alt: &Bilingual,
) -> Result<(), CoverError> {
    let mut errors = Vec::new();
    let alt = alt.check("alt", Cover::ALT_LENGTH_MAX, &mut errors);
    let brought = if file.is_empty() {
        None
    } else {
        let made = make(file).await?;
        made.map_err(|problem| errors.push(FieldError::new("cover", problem)))
            .ok()
    };
    let mut tx = desk.open(permit).await?;
    let (before, key) = events::sql::load_for_change(&mut tx, event).await?;
    if errors.is_empty() && brought.is_none() && before.cover.is_none() {
        errors.push(FieldError::new("cover", Problem::Missing));
    }
    if !errors.is_empty() {
        return Err(CoverError::Invalid(errors));
    }
    let cover = match &brought {
        Some(picture) => Some(Cover {
            alt,
            since: tx.now(),
            size: [picture.large.width, picture.large.height],
        }),
        None => before.cover.clone().map(|cover| Cover { alt, ..cover }),
    };
    if cover == before.cover {
        return Ok(());
    }
    if let Some(picture) = brought {
        let file = CoverFile {
            large: picture.large.jpeg,
            small: picture.small.jpeg,
        };
        sql::put(&mut tx, event, key.seal(place(event), &file).into_bytes()).await?;
    }
    let file = EventFile {
        cover,
        ..EventFile::of(&before)
    };
    events::sql::set_file(&mut tx, event, file.seal(&key, event), before.moved_at).await?;
    Ok(tx.commit(changed(&before, &key)).await?)
}

async fn make(file: Vec<u8>) -> Result<Result<pictures::Cover, Problem>, Failure> {
    let turn = TURN.clone().acquire_owned().await;
    // The turn is over when the work is, also when nobody waits for it any more.
    let made = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        pictures::cover(&file)
    })
    .await;
    let made = made.map_err(|_| Failure::Damaged("cover"))?;
    Ok(made.map_err(|error| match error {
        PictureError::Unreadable => Problem::NotAPicture,
        PictureError::TooLarge => Problem::PictureTooLarge,
        PictureError::TooSmall => Problem::PictureTooSmall {
            min: pictures::MIN_WIDTH,
        },
    }))
}

/// What the log keeps: that there is another picture, not what it shows.
pub(super) fn changed<'a>(event: &Event, key: &'a vault::PersonKey) -> Change<'a> {
    Change::new("event.page_changed", event.id, event.id.uuid(), key)
        .of_event(event.id)
        .with(vec![FieldChange::new("cover", "", "")])
}
