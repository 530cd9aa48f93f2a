//! Sending the personal link to somebody who is on the list.

use domain::{Instant, access::act, events::Event, ids::GuestId};

use super::confirmation::{self, Says};
use crate::{Failure, access::Permit, desk::Desk, guests, mails};

/// The link goes to the same guest at most once in this time.
const PAUSE_MS: i64 = 10 * Instant::MINUTE_MS;

/// Sends the personal link, unless it was sent just now.
pub(super) async fn remind(
    desk: &Desk,
    permit: &Permit<act::Register>,
    event: &Event,
    guest: GuestId,
    says: Says<'_>,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let (guest, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    let since = tx.now().plus_ms(-PAUSE_MS);
    if mails::sql::reminded_after(&mut tx, guest.id, since).await? {
        return Ok(());
    }
    let dedupe_key = format!("already:{}:{}", guest.id, tx.now().0);
    confirmation::send_alone(tx, desk, event, &guest, &key, says, dedupe_key).await
}
