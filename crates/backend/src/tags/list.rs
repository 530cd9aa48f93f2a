//! The tags of an event, and who has them.

use std::collections::HashMap;

use domain::{
    access::act,
    ids::{EventId, GuestId, TagId},
    tags::Tag,
};

use super::{of_event, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Desk, TenantTx},
};

/// A tag with how many have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagLine {
    /// The tag.
    pub tag: Tag,
    /// Guests who have it.
    pub guests: u32,
}

/// The tags that somebody at an event has, by name.
pub async fn list(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    event: EventId,
) -> Result<Vec<TagLine>, Failure> {
    let mut tx = desk.read(permit).await?;
    let (tags, _) = of_event(&mut tx, event).await?;
    let mut counts = sql::counts(&mut tx, event).await?;
    let count = |tag: Tag| {
        let guests = counts.remove(&tag.id)?;
        Some(TagLine { tag, guests })
    };
    let mut lines: Vec<TagLine> = tags.into_iter().filter_map(count).collect();
    lines.sort_by_key(|line| line.tag.name.to_lowercase());
    Ok(lines)
}

/// What those among an event's guests who have tags are tagged with, by name.
pub async fn names_of(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    event: EventId,
    guests: &[GuestId],
) -> Result<HashMap<GuestId, Vec<String>>, Failure> {
    let mut tx = desk.read(permit).await?;
    names_within(&mut tx, event, guests).await
}

/// Likewise, as a part of something larger.
pub(crate) async fn names_within(
    tx: &mut TenantTx,
    event: EventId,
    guests: &[GuestId],
) -> Result<HashMap<GuestId, Vec<String>>, Failure> {
    let (tags, _) = of_event(tx, event).await?;
    let names: HashMap<TagId, String> = tags.into_iter().map(|tag| (tag.id, tag.name)).collect();
    let mut of_guests: HashMap<GuestId, Vec<String>> = HashMap::new();
    if names.is_empty() {
        return Ok(of_guests);
    }
    for (guest, tag) in sql::of_guests(tx, guests).await? {
        if let Some(name) = names.get(&tag) {
            of_guests.entry(guest).or_default().push(name.clone());
        }
    }
    for names in of_guests.values_mut() {
        names.sort_by_key(|name| name.to_lowercase());
    }
    Ok(of_guests)
}

/// What a tag of an event is called; [`Failure::NotFound`] if it has none such.
pub(crate) async fn name_within(
    tx: &mut TenantTx,
    event: EventId,
    tag: TagId,
) -> Result<String, Failure> {
    let (tags, _) = of_event(tx, event).await?;
    let found = tags.into_iter().find(|known| known.id == tag);
    Ok(found.ok_or(Failure::NotFound)?.name)
}
