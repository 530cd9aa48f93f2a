//! Taking a guest off the list by hand.

use domain::{
    access::act,
    guests::Guest,
    ids::{EventId, GuestId},
};

use super::{people, remove, sql};
use crate::{
    Failure,
    access::Permit,
    desk::{Desk, Noted, TenantTx},
    events,
};

/// Takes a guest off the list, with mails and links; places are free again. A person who is on no other list is erased with it.
pub async fn take_off(
    desk: &Desk,
    permit: &Permit<act::TakeOffGuests>,
    event: EventId,
    guest: GuestId,
) -> Result<(), Failure> {
    let tx = desk.open(permit).await?;
    let done = take_off_as(tx, "guest.taken_off", event, guest, |_| true).await?;
    desk.places_bell.notify_one();
    done.then_some(()).ok_or(Failure::NotFound)
}

/// Takes a guest off the list whatever the reason, if it still holds (`must`) once nobody else can change the guest; false
/// if not.
pub(crate) async fn take_off_as(
    mut tx: TenantTx,
    action: &'static str,
    event: EventId,
    guest: GuestId,
    must: impl FnOnce(&Guest) -> bool,
) -> Result<bool, Failure> {
    match take_off_within(&mut tx, action, event, guest, must).await? {
        Some(noted) => tx.commit_noted(noted).await.map(|()| true),
        None => Ok(false),
    }
}

/// Likewise, as a part of something larger.
pub(super) async fn take_off_within(
    tx: &mut TenantTx,
    action: &'static str,
    event: EventId,
    guest: GuestId,
    must: impl FnOnce(&Guest) -> bool,
) -> Result<Option<Noted>, Failure> {
    let (_, event_key) = events::sql::load(tx, event).await?;
    let person = people::person_of(tx, event, guest).await?;
    // The person first: whoever takes it off another list at the same moment waits, and then nobody keeps its key.
    people::lock(tx, person.ok_or(Failure::NotFound)?).await?;
    let (known, _) = sql::load_for_change(tx, guest).await?;
    if !must(&known) {
        return Ok(None);
    }
    if known.places > 0 {
        events::sql::take_places(tx, event, -i64::from(known.places)).await?;
    }
    let noted = remove(tx, action, event, &event_key, guest, known.person).await?;
    Ok(Some(noted))
}
