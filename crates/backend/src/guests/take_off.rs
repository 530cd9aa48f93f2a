//! Taking a guest off the list by hand.

use domain::{
    access::act,
    ids::{EventId, GuestId},
};

use super::{people, remove, sql};
use crate::{Failure, access::Permit, desk::Desk, events};

/// Takes a guest off the list, with mails and links; places are free again. A person who is on no other list is erased with it.
pub async fn take_off(
    desk: &Desk,
    permit: &Permit<act::TakeOffGuests>,
    event: EventId,
    guest: GuestId,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let (_, event_key) = events::sql::load(&mut tx, event).await?;
    let person = people::person_of(&mut tx, event, guest).await?;
    // The person first: whoever takes it off another list at the same moment waits, and then nobody keeps its key.
    people::lock(&mut tx, person.ok_or(Failure::NotFound)?).await?;
    let (known, _) = sql::load_for_change(&mut tx, guest).await?;
    if known.places > 0 {
        events::sql::take_places(&mut tx, event, -i64::from(known.places)).await?;
    }
    let noted = remove(
        &mut tx,
        "guest.taken_off",
        event,
        &event_key,
        guest,
        known.person,
    )
    .await?;
    tx.commit_noted(noted).await
}
