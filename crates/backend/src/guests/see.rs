//! Looking at one guest.

use domain::{Instant, access::act, guests::Guest, ids::GuestId};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    history,
};

/// Who looks again within this time is not noted again.
const AGAIN_MS: i64 = Instant::HOUR_MS;
const SEEN: &str = "access.guest_seen";

/// A guest, for somebody who looks at the details: the log tells of it. [`Failure::NotFound`] for one of another tenant as
/// for none.
pub async fn see(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    id: GuestId,
) -> Result<Guest, Failure> {
    let mut tx = desk.read(permit).await?;
    let (guest, key) = sql::load(&mut tx, id).await?;
    let since = tx.now().plus_ms(-AGAIN_MS);
    let (_, actor) = permit.who().actor();
    if history::sql::did_to_guest(&mut tx, SEEN, &actor, id, since).await? {
        return Ok(guest);
    }
    drop(tx);
    let change = Change::new(SEEN, id, guest.person.uuid(), &key)
        .of_event(guest.event)
        .of_guest(id);
    desk.open(permit).await?.commit(change).await?;
    Ok(guest)
}
