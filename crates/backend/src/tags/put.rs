//! Giving guests a tag.

use domain::{
    access::act,
    fields::{FieldError, Problem},
    ids::{EventId, TagId},
    tags::{TAGS_MAX, Tag, TagName},
};

use super::{
    apply::{Tagging, apply_to_each},
    of_event, place, sql,
};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    events,
    guests::Chosen,
};

/// Why guests are not tagged.
#[derive(Debug, thiserror::Error)]
pub enum TagError {
    /// The name is wrong, or there are too many tags.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Gives a tag to those who are picked and do not have it; returns how many they are. The tag is made if there is none of
/// that name. [`TagError::Invalid`] for a wrong name and for a tag too many; [`Failure::NotFound`] when none of those who were
/// picked one by one is on the list.
pub async fn put(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    chosen: &Chosen,
    name: &str,
) -> Result<u32, TagError> {
    let name = TagName::check(name).map_err(TagError::Invalid)?;
    // First of all somebody must be there: a tag is made for guests.
    let mut tx = desk.read(permit).await?;
    events::sql::load(&mut tx, event).await?;
    if chosen.next(&mut tx, event, None, 1).await?.is_empty() {
        return Ok(0);
    }
    drop(tx);
    let tag = find_or_make(desk, permit, event, &name).await?;
    Ok(apply_to_each(desk, permit, event, chosen, &tag, Tagging::Put).await?)
}

/// The tag of this name, as it is written.
async fn find_or_make(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    name: &TagName,
) -> Result<Tag, TagError> {
    let mut tx = desk.open(permit).await?;
    // Locked: two people who make the same tag make one.
    events::sql::load_for_change(&mut tx, event).await?;
    let (tags, key) = of_event(&mut tx, event).await?;
    if let Some(known) = tags.into_iter().find(|tag| name.is(&tag.name)) {
        return Ok(known);
    }
    if sql::counts(&mut tx, event).await?.len() >= TAGS_MAX {
        let max = u32::try_from(TAGS_MAX).unwrap_or(u32::MAX);
        let problem = FieldError::new("tag-name", Problem::TooMany { max });
        return Err(TagError::Invalid(vec![problem]));
    }
    let id = TagId::from_uuid(tx.make_uuid());
    let sealed = key.seal(place(id), &name.as_str()).into_bytes();
    sql::add(&mut tx, id, event, sealed).await?;
    let change = Change::new("tag.made", event, event.uuid(), &key)
        .of_event(event)
        .with(vec![FieldChange::new("tag", "", "")]);
    tx.commit(change).await?;
    Ok(Tag {
        id,
        name: name.as_str().to_owned(),
    })
}
