//! The guest list.

use domain::{
    access::act,
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
};

use super::sql;
use crate::{Failure, access::Permit, desk::Desk, events};

/// Guests on one page.
pub const PAGE_LENGTH: usize = 50;
/// Rows that a search reads at a time.
const SEARCH_BATCH: i64 = 2_000;

/// What is wanted.
#[derive(Debug, Clone, Default)]
pub struct GuestFilter {
    /// Only those who stand there.
    pub standing: Option<Standing>,
    /// Only those who were invited, answered or not.
    pub invited_only: bool,
    /// Part of a name, company or address; empty for everybody.
    pub search: String,
    /// The last guest of the page before.
    pub after: Option<GuestId>,
}

/// One page of the list.
pub struct GuestPage {
    /// Guests, in the order in which they came on the list.
    pub guests: Vec<Guest>,
    /// Whether there are more.
    pub next: Option<GuestId>,
}

/// A page of an event's guest list. Searching opens the rows one batch after the other until the page is full.
/// [`Failure::NotFound`] for an event of another tenant as for none.
pub async fn list(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    event: EventId,
    filter: &GuestFilter,
) -> Result<GuestPage, Failure> {
    let mut tx = desk.read(permit).await?;
    events::sql::load(&mut tx, event).await?;
    let needle = filter.search.trim();
    let wanted = PAGE_LENGTH + 1;
    let batch = if needle.is_empty() {
        i64::try_from(wanted).unwrap_or(SEARCH_BATCH)
    } else {
        SEARCH_BATCH
    };
    let mut after = filter.after;
    let mut guests = Vec::with_capacity(wanted);
    loop {
        let rows = sql::page(&mut tx, event, filter, after, batch).await?;
        let last_batch = i64::try_from(rows.len()).unwrap_or(i64::MAX) < batch;
        for row in rows {
            after = Some(GuestId::from_uuid(row.id));
            let (guest, _) = super::row::open(&tx, row)?;
            if needle.is_empty() || guest.file.details.matches(needle) {
                guests.push(guest);
            }
            if guests.len() == wanted {
                guests.pop();
                let next = guests.last().map(|guest| guest.id);
                return Ok(GuestPage { guests, next });
            }
        }
        if last_batch {
            return Ok(GuestPage { guests, next: None });
        }
    }
}
