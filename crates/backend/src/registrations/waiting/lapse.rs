//! Taking back offers whose time is over.

use domain::{
    access::act,
    guests::{Guest, Standing},
    ids::GuestId,
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

/// Offers that are looked up together.
const BATCH: i64 = 200;

/// Takes back every offer whose time is over and counts them. What fails for one guest holds up nobody else.
pub(super) async fn lapse(
    desk: &Desk,
    permit: &Permit<act::OfferPlaces>,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let mut tx = desk.read(permit).await?;
        let over = sql::over(&mut tx, after, BATCH).await?;
        drop(tx);
        let Some(&last) = over.last() else {
            return Ok(());
        };
        after = Some(last);
        for (_, guest) in over {
            tally.count(lapse_one(desk, permit, guest).await);
        }
    }
}

/// Takes back one offer; false when it was taken just now. The guest is told, if there still is something to do.
async fn lapse_one(
    desk: &Desk,
    permit: &Permit<act::OfferPlaces>,
    guest: GuestId,
) -> Result<bool, Failure> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    let now = tx.now();
    let is_over = before.offered_until.is_some_and(|until| until <= now);
    if before.standing() != Standing::Offered || !is_over {
        return Ok(false);
    }
    let (event, _) = events::sql::load(&mut tx, before.event).await?;
    events::sql::take_places(&mut tx, event.id, -i64::from(before.places)).await?;
    if !guests::sql::set_lapsed(&mut tx, guest).await? {
        return Ok(false);
    }
    let was = before.places.to_string();
    let after = Guest {
        places: 0,
        ..before
    };
    if event.takes_answers(now) {
        let once = format!("lapsed:{guest}:{}", now.0);
        confirmation::queue(&mut tx, desk, &event, &after, &key, Says::Answer, once).await?;
    }
    let change = Change::new("guest.offer_lapsed", guest, after.person.uuid(), &key)
        .of_event(event.id)
        .of_guest(guest)
        .with(vec![FieldChange::new("places", was, "0")]);
    tx.commit(change).await?;
    Ok(true)
}
