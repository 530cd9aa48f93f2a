//! One round of the waiting list.

use domain::{access::act, ids::TenantId};

use super::{lapse::lapse, offer::offer, sql};
use crate::{
    Failure,
    access::{Permit, as_system},
    desk::Desk,
    tally::Tally,
};

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moved {
    /// Guests who were offered a place.
    pub offered: u32,
    /// Guests whose offer has lapsed.
    pub lapsed: u32,
}

/// Takes back offers whose time is over and offers every free place to who waits longest and fits. Can be run at any time,
/// by several processes, again and again; each guest is a transaction of its own, and what fails for one is returned when all
/// others are done.
pub async fn move_up(desk: &Desk, tenant: TenantId) -> Result<Moved, Failure> {
    let permit: Permit<act::OfferPlaces> = as_system(tenant, "waiting-list")?;
    let (mut lapsed, mut offered) = (Tally::default(), Tally::default());
    if let Err(failure) = lapse(desk, &permit, &mut lapsed).await {
        lapsed.fail(failure);
    }
    let mut tx = desk.read(&permit).await?;
    let events = sql::events_with_places(&mut tx).await?;
    drop(tx);
    for event in events {
        if let Err(failure) = offer(desk, &permit, event, &mut offered).await {
            offered.fail(failure);
        }
    }
    let moved = Moved {
        offered: offered.done,
        lapsed: lapsed.done,
    };
    if moved != Moved::default() {
        desk.mail_bell.notify_one();
    }
    match lapsed.failed.or(offered.failed) {
        Some(failure) => Err(failure),
        None => Ok(moved),
    }
}
