//! Taking several guests off the list at once.

use domain::{access::act, ids::EventId};

use super::{Chosen, take_off::take_off_as};
use crate::{Failure, access::Permit, desk::Desk, events};

/// Takes those who are picked off the list, one after the other; returns how many. Who is off already is left out. Broken off,
/// those who are off stay off, and the rest can be picked again.
pub async fn take_off_chosen(
    desk: &Desk,
    permit: &Permit<act::TakeOffGuests>,
    event: EventId,
    chosen: &Chosen,
) -> Result<u32, Failure> {
    let mut tx = desk.read(permit).await?;
    events::sql::load(&mut tx, event).await?;
    drop(tx);
    let mut count = 0;
    for guest in chosen.ids(desk, permit, event).await? {
        let tx = desk.open(permit).await?;
        match take_off_as(tx, "guest.taken_off", event, guest, |_| true).await {
            Ok(done) => count += u32::from(done),
            Err(Failure::NotFound) => {}
            Err(failure) => return Err(failure),
        }
    }
    desk.places_bell.notify_one();
    Ok(count)
}
