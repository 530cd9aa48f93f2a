//! Writing down where a guest stands now.

use domain::{events::Event, guests::Guest};
use vault::PersonKey;

use super::{
    confirmation::{self, Says},
    noted::numbers_of,
};
use crate::{
    Failure,
    desk::{Change, Desk, TenantTx},
    guests,
};

/// A guest who stands elsewhere now.
pub(super) struct Settled<'a> {
    pub(super) event: &'a Event,
    pub(super) after: &'a Guest,
    pub(super) places_before: u32,
    /// The own number of companions before.
    pub(super) max_before: Option<u32>,
    pub(super) key: &'a PersonKey,
    /// What the log calls it.
    pub(super) action: &'static str,
    pub(super) says: Says<'a>,
    /// Mails with the same key are one.
    pub(super) once: String,
}

/// Writes down where a guest stands now, queues the mail that says so, if there is an address, and commits with an entry. False,
/// and nothing is kept, when somebody changed the guest's places meanwhile.
pub(super) async fn settle(
    mut tx: TenantTx,
    desk: &Desk,
    settled: Settled<'_>,
) -> Result<bool, Failure> {
    let Settled {
        event,
        after,
        places_before,
        max_before,
        key,
        action,
        says,
        once,
    } = settled;
    let sealed = key.seal(guests::place(after.id), &after.file).into_bytes();
    if !guests::sql::set_answer(&mut tx, after, sealed, places_before).await? {
        return Ok(false);
    }
    if after.file.details.email.is_some() {
        confirmation::queue(&mut tx, desk, event, after, key, says, once).await?;
    }
    let change = Change::new(action, after.id, after.person.uuid(), key)
        .of_event(event.id)
        .of_guest(after.id)
        .with(numbers_of(places_before, max_before, after).collect());
    tx.commit(change).await?;
    desk.mail_bell.notify_one();
    Ok(true)
}
