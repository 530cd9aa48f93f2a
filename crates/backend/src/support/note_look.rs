//! What support looks at.

use domain::{
    access::act,
    ids::{EventId, GuestId},
};

use crate::{
    Failure,
    access::{Origin, Permit},
    accounts::{Session, own_door},
    desk::{Change, Desk},
    keys,
};

/// Has the log tell that support, which a tenant lets in, asked for something, and where. Everything else that it does has
/// its own entries beside this one.
pub async fn note_look(
    desk: &Desk,
    session: &Session,
    origin: &Origin,
    (event, guest): (Option<EventId>, Option<GuestId>),
) -> Result<(), Failure> {
    let permit: Permit<act::ListEvents> =
        own_door(session.tenant, session.user, session.seat, origin)?;
    let mut tx = desk.open(&permit).await?;
    let (key, own) = (keys::own(&mut tx).await?, tx.tenant().uuid());
    let mut change = Change::new("access.support_looked", session.user, own, &key);
    if let Some(event) = event {
        change = change.of_event(event);
    }
    if let Some(guest) = guest {
        change = change.of_guest(guest);
    }
    tx.commit(change).await
}
