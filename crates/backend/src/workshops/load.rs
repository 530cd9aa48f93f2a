//! Looking at workshops.

use std::collections::HashMap;

use domain::{
    Locale,
    access::act,
    events::Event,
    ids::{EventId, GuestId},
    workshops::{Pick, Programme, Seating},
};
use words::Words;

use super::sql;
use crate::{
    Failure,
    access::Permit,
    desk::{Desk, TenantTx},
    events,
};

/// An event, and how the places of its workshops stand.
pub async fn load(
    desk: &Desk,
    permit: &Permit<act::SeeEvents>,
    event: EventId,
) -> Result<(Event, Seating), Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = events::sql::load(&mut tx, event).await?;
    let seating = sql::seating(&mut tx, event.id).await?;
    Ok((event, seating))
}

/// How the places of an event's workshops stand, for everybody.
pub async fn seating(
    desk: &Desk,
    permit: &Permit<act::SeePublicEvent>,
    event: &Event,
) -> Result<Seating, Failure> {
    if event.programme.workshops.is_empty() {
        return Ok(Seating::default());
    }
    let mut tx = desk.glance(permit).await?;
    sql::seating(&mut tx, event.id).await
}

/// What a guest has chosen, and how the places stand.
pub(crate) async fn picks_of(
    tx: &mut TenantTx,
    event: &Event,
    guest: GuestId,
) -> Result<(Vec<Pick>, Seating), Failure> {
    if event.programme.workshops.is_empty() {
        return Ok(Default::default());
    }
    let picks = picks_alone(tx, guest).await?;
    Ok((picks, sql::seating(tx, event.id).await?))
}

/// What a guest has chosen.
pub(super) async fn picks_alone(tx: &mut TenantTx, guest: GuestId) -> Result<Vec<Pick>, Failure> {
    let picks = sql::picks(tx, &[guest]).await?;
    Ok(picks.into_iter().map(|(_, pick)| pick).collect())
}

/// What those among an event's guests who have chosen workshops have chosen, in words.
pub async fn names_of(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    event: &Event,
    guests: &[GuestId],
    locale: Locale,
) -> Result<HashMap<GuestId, Vec<String>>, Failure> {
    let mut tx = desk.read(permit).await?;
    tx.must_reach(event.id)?;
    names_within(&mut tx, &event.programme, guests, locale).await
}

/// What those among some guests who have chosen workshops have chosen, in words.
pub(crate) async fn names_within(
    tx: &mut TenantTx,
    programme: &Programme,
    guests: &[GuestId],
    locale: Locale,
) -> Result<HashMap<GuestId, Vec<String>>, Failure> {
    let mut names: HashMap<GuestId, Vec<String>> = HashMap::new();
    if programme.workshops.is_empty() {
        return Ok(names);
    }
    let mut all: HashMap<GuestId, Vec<Pick>> = HashMap::new();
    for (guest, pick) in sql::picks(tx, guests).await? {
        all.entry(guest).or_default().push(pick);
    }
    for (guest, picks) in all {
        names.insert(guest, words::workshops(Words(locale), programme, &picks));
    }
    Ok(names)
}
