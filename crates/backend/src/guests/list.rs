//! The guest list.

use domain::{
    access::act,
    guests::{Guest, Standing},
    ids::{EventId, GuestId, TagId},
};

use super::{find::find, row::open, sql};
use crate::{Failure, access::Permit, desk::Desk, events};

/// Guests on one page.
pub const PAGE_LENGTH: usize = 50;

/// What is wanted.
#[derive(Debug, Clone, Default)]
pub struct GuestFilter {
    /// Only those who stand there.
    pub standing: Option<Standing>,
    /// Only those who were invited, answered or not.
    pub invited_only: bool,
    /// Only those with this tag.
    pub tag: Option<TagId>,
    /// Only those who have chosen this workshop, or wait for a place there.
    pub workshop: Option<u32>,
    /// Part of a name, company or address; empty for everybody.
    pub search: String,
    /// The last guest of the page before.
    pub after: Option<GuestId>,
}

/// One page of the list.
pub struct GuestPage {
    /// Guests.
    pub guests: Vec<Guest>,
    /// Whether there are more.
    pub next: Option<GuestId>,
}

/// A page of an event's guest list: in the order in which they came on the list; sorted by name when something is
/// searched for. [`Failure::NotFound`] for an event of another tenant as for none.
pub async fn list(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    event: EventId,
    filter: &GuestFilter,
) -> Result<GuestPage, Failure> {
    let mut tx = desk.read(permit).await?;
    events::sql::load(&mut tx, event).await?;
    if !filter.search.trim().is_empty() {
        return find(desk, &mut tx, event, filter).await;
    }
    let mut rows = sql::page(&mut tx, event, filter, PAGE_LENGTH + 1).await?;
    let more = rows.len() > PAGE_LENGTH;
    rows.truncate(PAGE_LENGTH);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| GuestId::from_uuid(row.id));
    let mut guests = Vec::with_capacity(rows.len());
    for row in rows {
        guests.push(open(&mut tx, row).await?.0);
    }
    Ok(GuestPage { guests, next })
}
