//! Offering the free places of one event.

use domain::{
    access::act,
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
    registrations::offer_until,
};

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk, FieldChange},
    events, guests,
    registrations::confirmation::{self, Says},
    tally::Tally,
};

/// Guests who are looked at together.
const BATCH: i64 = 200;

/// Offers the free places of an event and counts to how many guests. Whoever wants more places than there are keeps the
/// place in line, and the next one is asked. What fails for one guest holds up nobody else.
pub(super) async fn offer(
    desk: &Desk,
    permit: &Permit<act::OfferPlaces>,
    event: EventId,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let mut tx = desk.read(permit).await?;
        let (event, _) = events::sql::load(&mut tx, event).await?;
        if offer_until(&event, tx.now()).is_none() {
            return Ok(());
        }
        let mut left = event.places_left().unwrap_or(u32::MAX);
        let queue = sql::queue(&mut tx, event.id, after, left, BATCH).await?;
        drop(tx);
        let Some(&last) = queue.last() else {
            return Ok(());
        };
        after = Some(last);
        for next in queue {
            if next.wanted <= left && tally.count(offer_to(desk, permit, next.guest).await) {
                left = left.saturating_sub(next.wanted);
            }
        }
    }
}

/// Offers a guest as many places as the guest wants; false when they are gone, or the guest does not wait any more.
async fn offer_to(
    desk: &Desk,
    permit: &Permit<act::OfferPlaces>,
    guest: GuestId,
) -> Result<bool, Failure> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    // Who has no address cannot be asked.
    let can_be_asked = before.file.details.email.is_some();
    if before.standing() != Standing::Waiting || !can_be_asked {
        return Ok(false);
    }
    let (event, _) = events::sql::load(&mut tx, before.event).await?;
    let Some(until) = offer_until(&event, tx.now()) else {
        return Ok(false);
    };
    let places = before.places_wanted();
    if !events::sql::take_places(&mut tx, event.id, i64::from(places)).await? {
        return Ok(false);
    }
    let after = Guest {
        places,
        offered_until: Some(until),
        ..before
    };
    if !guests::sql::set_offer(&mut tx, guest, places, until).await? {
        return Ok(false);
    }
    let once = format!("offer:{guest}:{}", tx.now().0);
    confirmation::queue(&mut tx, desk, &event, &after, &key, Says::Answer, once).await?;
    let change = Change::new("guest.offered", guest, after.person.uuid(), &key)
        .of_event(event.id)
        .of_guest(guest)
        .with(vec![FieldChange::new("places", "0", places.to_string())]);
    tx.commit(change).await?;
    Ok(true)
}
