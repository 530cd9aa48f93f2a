//! Taking a tag from guests.

use domain::{
    access::act,
    fields::{FieldError, Problem},
    ids::{EventId, GuestId},
    tags::{Tag, TagName},
};

use super::{TagError, of_event, sql};
use crate::{
    access::Permit,
    desk::{Change, Desk, FieldChange},
    guests::{self, Chosen},
};

/// Guests in one transaction.
const BATCH: usize = 500;

/// Takes the tag of this name from those who are picked and have it; returns how many they were. A tag that nobody has any
/// more is no longer shown, and removed by [`super::tidy`].
pub async fn take(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    chosen: &Chosen,
    name: &str,
) -> Result<u32, TagError> {
    let name = TagName::check(name).map_err(TagError::Invalid)?;
    let mut tx = desk.read(permit).await?;
    let (tags, _) = of_event(&mut tx, event).await?;
    drop(tx);
    let Some(Tag { id: tag, name }) = tags.into_iter().find(|tag| name.is(&tag.name)) else {
        let problem = FieldError::new("tag-name", Problem::UnknownChoice);
        return Err(TagError::Invalid(vec![problem]));
    };
    let (mut count, mut after) = (0, None);
    loop {
        let mut tx = desk.open(permit).await?;
        let rows = chosen.next(&mut tx, event, after, BATCH).await?;
        let Some(last) = rows.last() else { break };
        after = Some(GuestId::from_uuid(last.id));
        let mut noted = None;
        for row in rows {
            let guest = GuestId::from_uuid(row.id);
            if !sql::take(&mut tx, guest, tag).await? {
                continue;
            }
            let (guest, key) = guests::open(&mut tx, row).await?;
            let change = Change::new("guest.untagged", guest.id, guest.person.uuid(), &key)
                .of_event(event)
                .of_guest(guest.id)
                .with(vec![FieldChange::new("tag", &name, "")]);
            noted = Some(tx.note(change).await?);
            count += 1;
        }
        if let Some(noted) = noted {
            tx.commit_noted(noted).await?;
        }
    }
    Ok(count)
}
