//! Giving or taking a tag, guest by guest.

use domain::{
    access::act,
    ids::{EventId, GuestId},
    tags::Tag,
};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange, TenantTx},
    guests::{self, Chosen},
};

/// Guests in one transaction.
const BATCH: usize = 500;

/// Giving or taking.
#[derive(Clone, Copy)]
pub(super) enum Tagging {
    Put,
    Take,
}

impl Tagging {
    /// Gives it to one guest or takes it; false when nothing was left to do.
    async fn apply(self, tx: &mut TenantTx, guest: GuestId, tag: &Tag) -> Result<bool, Failure> {
        match self {
            Self::Put => sql::put(tx, guest, tag.id).await,
            Self::Take => sql::take(tx, guest, tag.id).await,
        }
    }

    /// What the log calls it and keeps of it.
    fn entry(self, tag: &Tag) -> (&'static str, FieldChange) {
        match self {
            Self::Put => ("guest.tagged", FieldChange::new("tag", "", &tag.name)),
            Self::Take => ("guest.untagged", FieldChange::new("tag", &tag.name, "")),
        }
    }
}

/// Gives a tag to everybody who is picked, or takes it, with an entry for each to whom something was done; returns how many.
/// [`Failure::NotFound`] when none of those who were picked one by one is on the list, and for a tag to give that was tidied
/// away this moment.
pub(super) async fn apply_to_each(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    chosen: &Chosen,
    tag: &Tag,
    tagging: Tagging,
) -> Result<u32, Failure> {
    let (mut count, mut after) = (0, None);
    loop {
        let mut tx = desk.open(permit).await?;
        let rows = chosen.next(&mut tx, event, after, BATCH).await?;
        let Some(last) = rows.last() else {
            return Ok(count);
        };
        after = Some(GuestId::from_uuid(last.id));
        if matches!(tagging, Tagging::Put) && !sql::keep(&mut tx, tag.id).await? {
            return Err(Failure::NotFound);
        }
        let mut noted = None;
        for row in rows {
            if !tagging
                .apply(&mut tx, GuestId::from_uuid(row.id), tag)
                .await?
            {
                continue;
            }
            let (guest, key) = guests::open(&mut tx, row).await?;
            let (action, field) = tagging.entry(tag);
            let change = Change::new(action, guest.id, guest.person.uuid(), &key)
                .of_event(event)
                .of_guest(guest.id)
                .with(vec![field]);
            noted = Some(tx.note(change).await?);
            count += 1;
        }
        if let Some(noted) = noted {
            tx.commit_noted(noted).await?;
        }
    }
}
