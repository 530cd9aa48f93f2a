//! Forgetting what a guest replied: the key goes, so nothing that holds the row can be read.

use domain::{
    Instant,
    ids::{EntryId, EventId, GuestId},
    questions::Question,
};
use vault::PersonKey;

use super::sql;
use crate::{
    Failure,
    desk::{Change, Noted, TenantTx},
    keys,
};

/// Forgets the replies of a guest, if there are any; `entry` says why.
pub(crate) async fn forget(
    tx: &mut TenantTx,
    guest: GuestId,
    entry: EntryId,
) -> Result<(), Failure> {
    if let Some(key) = sql::remove(tx, guest).await? {
        keys::destroy(tx, key, Some(entry)).await?;
    }
    Ok(())
}

/// Forgets a batch of an event's replies, each with an entry; nothing when none are left.
pub(crate) async fn forget_due(
    tx: &mut TenantTx,
    event: EventId,
    event_key: &PersonKey,
    limit: i64,
) -> Result<(u32, Option<Noted>), Failure> {
    let (mut count, mut last) = (0, None);
    for guest in sql::guests_of_event(tx, event, limit).await? {
        let change = Change::new("guest.special_deleted", guest, event.uuid(), event_key)
            .of_event(event)
            .of_guest(guest);
        let noted = tx.note(change).await?;
        forget(tx, guest, noted.entry()).await?;
        last = Some(noted);
        count += 1;
    }
    Ok((count, last))
}

/// An event that ended before this has had its time.
pub(super) const fn ended_before(now: Instant) -> Instant {
    now.plus_days(-Question::SPECIAL_RETENTION_DAYS)
}
