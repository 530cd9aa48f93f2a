//! One round of the workshops: whoever waits gets what is free, and whoever has chosen is told what changed.

use domain::{
    access::act,
    ids::{EventId, TenantId},
};
use uuid::Uuid;

use super::{give::give, sql, tell::tell};
use crate::{
    Failure,
    access::{Permit, as_system},
    desk::Desk,
    events,
    tally::Tally,
};

/// Guests who are looked at together.
const BATCH: i64 = 200;

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filled {
    /// Places given to guests who waited for one.
    pub given: u32,
    /// Guests who were told what changed.
    pub told: u32,
}

/// Gives the free places of workshops to who waits longest and fits, and tells guests whose workshop was moved or called
/// off. Can be run at any time, by several processes, again and again; each guest is a transaction of its own, and what fails
/// for one is returned when all others are done.
pub async fn fill(desk: &Desk, tenant: TenantId) -> Result<Filled, Failure> {
    let permit: Permit<act::OfferPlaces> = as_system(tenant, "workshops")?;
    let mut tx = desk.read(&permit).await?;
    let events = sql::events_to_do(&mut tx).await?;
    drop(tx);
    let (mut given, mut told) = (Tally::default(), Tally::default());
    for event in events {
        if let Err(failure) = tell_all(desk, &permit, event, &mut told).await {
            told.fail(failure);
        }
        if let Err(failure) = give_all(desk, &permit, event, &mut given).await {
            given.fail(failure);
        }
    }
    let filled = Filled {
        given: given.done,
        told: told.done,
    };
    if filled != Filled::default() {
        desk.mail_bell.notify_one();
    }
    match given.failed.or(told.failed) {
        Some(failure) => Err(failure),
        None => Ok(filled),
    }
}

async fn tell_all(
    desk: &Desk,
    permit: &Permit<act::OfferPlaces>,
    event: EventId,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let mut after = (Uuid::nil(), 0);
    loop {
        let mut tx = desk.read(permit).await?;
        let untold = sql::untold(&mut tx, event, after, BATCH).await?;
        drop(tx);
        let Some((guest, workshop)) = untold.last() else {
            return Ok(());
        };
        after = (guest.uuid(), *workshop);
        for (guest, workshop) in untold {
            tally.count(tell(desk, permit, guest, workshop).await);
        }
    }
}

/// Whoever gets a place may leave another: goes on until nobody moves.
async fn give_all(
    desk: &Desk,
    permit: &Permit<act::OfferPlaces>,
    event: EventId,
    tally: &mut Tally,
) -> Result<(), Failure> {
    loop {
        let mut has_moved = false;
        let mut tx = desk.read(permit).await?;
        let (event, _) = events::sql::load(&mut tx, event).await?;
        let seating = sql::seating(&mut tx, event.id).await?;
        let mut lines = Vec::new();
        for workshop in event.programme.on() {
            let seats = seating.of(workshop.number);
            let left = workshop.places_left(seats).unwrap_or(u32::MAX);
            if seats.waiting > 0 && left > 0 && workshop.is_open(tx.now()) {
                let line = sql::line(&mut tx, event.id, workshop.number, left, BATCH).await?;
                lines.push((workshop.number, left, line));
            }
        }
        drop(tx);
        for (workshop, mut left, line) in lines {
            for (guest, places) in line {
                if places <= left && tally.count(give(desk, permit, guest, workshop).await) {
                    left = left.saturating_sub(places);
                    has_moved = true;
                }
            }
        }
        if !has_moved {
            return Ok(());
        }
    }
}
