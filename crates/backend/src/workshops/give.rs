//! Giving a free place of a workshop to somebody who waits for it.

use domain::{
    Locale,
    access::act,
    events::Event,
    guests::{Guest, Standing},
    ids::GuestId,
    workshops::{Pick, Programme, Workshop},
};
use words::Words;

use super::{
    Picks,
    load::picks_alone,
    sql,
    tell::{Outcome, queue},
};
use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events, guests,
};

/// Gives a guest a place; false when there is none, or the guest does not wait any more. What overlaps is given back.
pub(super) async fn give(
    desk: &Desk,
    permit: &Permit<act::OfferPlaces>,
    guest: GuestId,
    workshop: u32,
) -> Result<bool, Failure> {
    let mut tx = desk.open(permit).await?;
    let (guest, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    let (event, _) = events::sql::load_for_change(&mut tx, guest.event).await?;
    let had = picks_alone(&mut tx, guest.id).await?;
    let seating = sql::seats_of(&mut tx, event.id, workshop).await?;
    let Some(workshop) = event.programme.workshop(workshop) else {
        return Ok(false);
    };
    let waits = |pick: &Pick| pick.workshop == workshop.number && pick.waits;
    let seats = seating.of(workshop.number);
    let fits = workshop
        .places_left(seats)
        .is_none_or(|left| guest.places <= left);
    let comes = guest.standing() == Standing::Accepted && event.cancelled_at.is_none();
    if !comes || !fits || !workshop.is_open(tx.now()) || !had.iter().any(waits) {
        return Ok(false);
    }
    let has = with_place(&event.programme, &had, workshop);
    let begun = |pick: &&Pick| {
        let other = event.programme.workshop(pick.workshop);
        !pick.waits && other.is_some_and(|other| !other.is_off && !other.is_open(tx.now()))
    };
    let stays = |pick: &Pick| has.iter().any(|other| other.workshop == pick.workshop);
    // Nobody is called away from what has begun.
    if !had.iter().filter(begun).all(stays) {
        return Ok(false);
    }
    let left = left(&event, &guest, &had, &has);
    let picks = Picks::of(had, has);
    picks.keep(&mut tx, &guest).await?;
    queue(
        &mut tx,
        desk,
        &event,
        (&guest, &key),
        (workshop, Outcome::Given),
        &left,
    )
    .await?;
    let change = Change::new("guest.workshop_given", guest.id, guest.person.uuid(), &key)
        .of_event(event.id)
        .of_guest(guest.id)
        .with(picks.change(&event).into_iter().collect());
    tx.commit(change).await?;
    Ok(true)
}

/// What a guest has chosen, with a place instead of waiting for it, and without what overlaps.
fn with_place(programme: &Programme, had: &[Pick], workshop: &Workshop) -> Vec<Pick> {
    let stays = |pick: &&Pick| {
        let other = programme.workshop(pick.workshop);
        pick.workshop == workshop.number
            || other.is_none_or(|other| other.is_off || !other.overlaps(workshop))
    };
    let has = |pick: &Pick| Pick {
        waits: pick.waits && pick.workshop != workshop.number,
        ..*pick
    };
    had.iter().filter(stays).map(has).collect()
}

/// The titles of the places that a guest gives back, for that guest.
fn left(event: &Event, guest: &Guest, had: &[Pick], has: &[Pick]) -> Vec<String> {
    let is_left = |pick: &&Pick| {
        let stays = |other: &Pick| other.workshop == pick.workshop;
        !pick.waits && !has.iter().any(stays)
    };
    let left: Vec<Pick> = had.iter().filter(is_left).copied().collect();
    let locale = guest.file.details.language.unwrap_or(Locale::De);
    words::workshops(Words(locale), &event.programme, &left)
}
