//! Looking at one guest.

use domain::{
    Instant,
    access::{Act, act},
    guests::Guest,
    ids::GuestId,
};
use vault::PersonKey;

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, TenantTx},
    history,
};

/// Who looks again within this time is not noted again.
const AGAIN_MS: i64 = Instant::HOUR_MS;

/// A guest, for somebody who looks at the details: the log tells of it. [`Failure::NotFound`] for one of another tenant as
/// for none.
pub async fn see(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    id: GuestId,
) -> Result<Guest, Failure> {
    let mut tx = desk.read(permit).await?;
    let (guest, key) = sql::load(&mut tx, id).await?;
    note_look(desk, permit, tx, "access.guest_seen", &guest, &key).await?;
    Ok(guest)
}

/// Notes who looked at what of a guest; not again within the hour.
pub(crate) async fn note_look<A: Act>(
    desk: &Desk,
    permit: &Permit<A>,
    mut tx: TenantTx,
    action: &'static str,
    guest: &Guest,
    key: &PersonKey,
) -> Result<(), Failure> {
    let since = tx.now().plus_ms(-AGAIN_MS);
    let (_, actor) = permit.who().actor();
    if history::sql::did_to_guest(&mut tx, action, &actor, guest.id, since).await? {
        return Ok(());
    }
    drop(tx);
    let change = Change::new(action, guest.id, guest.person.uuid(), key)
        .of_event(guest.event)
        .of_guest(guest.id);
    desk.open(permit).await?.commit(change).await
}
