//! Giving guests a tag.

use domain::{
    access::act,
    fields::{FieldError, Problem},
    ids::{EventId, GuestId, TagId},
    tags::{TAGS_MAX, TagName},
};

use super::{of_event, place, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    events,
    guests::{self, Chosen},
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

/// Guests in one transaction.
const BATCH: usize = 500;

/// Gives a tag to those who are picked and do not have it; returns how many they are. The tag is made if there is none of
/// that name.
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
    let (tag, name) = find_or_make(desk, permit, event, &name).await?;
    let (mut count, mut after) = (0, None);
    loop {
        let mut tx = desk.open(permit).await?;
        let rows = chosen.next(&mut tx, event, after, BATCH).await?;
        let Some(last) = rows.last() else { break };
        after = Some(GuestId::from_uuid(last.id));
        // Whoever tidies up meanwhile leaves it, or was faster.
        if !sql::keep(&mut tx, tag).await? {
            return Err(Failure::NotFound.into());
        }
        let mut noted = None;
        for row in rows {
            let guest = GuestId::from_uuid(row.id);
            if !sql::put(&mut tx, guest, tag).await? {
                continue;
            }
            let (guest, key) = guests::open(&mut tx, row).await?;
            let change = Change::new("guest.tagged", guest.id, guest.person.uuid(), &key)
                .of_event(event)
                .of_guest(guest.id)
                .with(vec![FieldChange::new("tag", "", &name)]);
            noted = Some(tx.note(change).await?);
            count += 1;
        }
        if let Some(noted) = noted {
            tx.commit_noted(noted).await?;
        }
    }
    Ok(count)
}

/// The tag of this name, as it is written.
async fn find_or_make(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    name: &TagName,
) -> Result<(TagId, String), TagError> {
    let mut tx = desk.open(permit).await?;
    // Locked: two people who make the same tag make one.
    events::sql::load_for_change(&mut tx, event).await?;
    let (tags, key) = of_event(&mut tx, event).await?;
    if let Some(known) = tags.iter().find(|tag| name.is(&tag.name)) {
        return Ok((known.id, known.name.clone()));
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
    Ok((id, name.as_str().to_owned()))
}
