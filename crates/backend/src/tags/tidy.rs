//! Removing tags that nobody has.

use domain::{Instant, access::act};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events,
};

/// A tag stays this long without anybody, so that nobody who gives it at the same moment loses it.
const PAUSE_MS: i64 = 10 * Instant::MINUTE_MS;

/// Removes the tags that nobody has any more; returns how many events had some.
pub(crate) async fn tidy(desk: &Desk, permit: &Permit<act::DeleteExpired>) -> Result<u32, Failure> {
    let mut tx = desk.read(permit).await?;
    let before = tx.now().plus_ms(-PAUSE_MS);
    let events = sql::events_with_unused(&mut tx, before).await?;
    drop(tx);
    let mut count = 0;
    for event in events {
        let mut tx = desk.open(permit).await?;
        let (_, key) = events::sql::load_for_change(&mut tx, event).await?;
        if sql::remove_unused(&mut tx, event, before).await? {
            let change = Change::new("tag.removed", event, event.uuid(), &key).of_event(event);
            tx.commit(change).await?;
            count += 1;
        }
    }
    Ok(count)
}
