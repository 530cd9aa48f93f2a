//! Giving places to those who have asked for one.

use domain::{
    Instant,
    access::act,
    events::{Event, Stage},
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
    registrations::{AnswerError, offer_until},
};

use crate::{
    Failure,
    access::Permit,
    desk::Desk,
    events,
    guests::{self, Chosen},
    registrations::{
        AnswerFailure,
        confirmation::Says,
        settle::{Settled, settle},
    },
};

/// What became of those who were picked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Admitted {
    /// They come.
    pub come: u32,
    /// No place was left: they are on the waiting list now.
    pub wait: u32,
    /// No place was left, and nobody can wait: they still ask.
    pub left: u32,
}

/// Gives a place to each of those who are picked and has asked for one, in the order of their ids; also to whom one was refused,
/// if picked as such. Each is told by mail, and can bring as many companions from now on as were asked for. Where no place is
/// left they wait for one, if anybody can. Who has not asked is left out. [`AnswerFailure::Rejected`] when the event is over or called off.
pub async fn admit(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    chosen: &Chosen,
) -> Result<Admitted, AnswerFailure> {
    must_be_on(desk, permit, event).await?;
    let mut admitted = Admitted::default();
    let asking = chosen.who_stand(Standing::Requested);
    for guest in asking.ids(desk, permit, event).await? {
        match admit_one(desk, permit, guest).await {
            Ok(Some(Standing::Accepted)) => admitted.come += 1,
            Ok(Some(Standing::Waiting)) => admitted.wait += 1,
            Ok(Some(_)) => admitted.left += 1,
            // Gone, or decided on meanwhile.
            Ok(None) | Err(Failure::NotFound) => {}
            Err(failure) => return Err(failure.into()),
        }
    }
    desk.places_bell.notify_one();
    Ok(admitted)
}

/// Refuses to decide for an event that is over or called off.
pub(super) async fn must_be_on(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
) -> Result<(), AnswerFailure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = events::sql::load(&mut tx, event).await?;
    if is_on(&event, tx.now()) {
        Ok(())
    } else {
        Err(AnswerError::NotOpen(event.stage(tx.now())).into())
    }
}

/// Whether the event is neither over nor called off.
pub(super) fn is_on(event: &Event, now: Instant) -> bool {
    !matches!(event.stage(now), Stage::Past | Stage::Cancelled)
}

/// Where the guest stands now; nothing for who has not asked.
async fn admit_one(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    guest: GuestId,
) -> Result<Option<Standing>, Failure> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    if !matches!(before.standing(), Standing::Requested | Standing::Refused) {
        return Ok(None);
    }
    let (event, _) = events::sql::load(&mut tx, before.event).await?;
    if !is_on(&event, tx.now()) {
        return Ok(None);
    }
    let places = before.places_wanted();
    let comes = events::sql::take_places(&mut tx, event.id, i64::from(places)).await?;
    if !comes && !can_wait(&event, &before, tx.now()) {
        return Ok(Some(before.standing()));
    }
    let (now, max_before) = (tx.now(), before.companions_max);
    let after = Guest {
        places: if comes { places } else { 0 },
        companions_max: Some(places - 1),
        accepted_at: comes.then_some(now),
        waiting_since: (!comes).then_some(now),
        declined_at: None,
        requested_at: None,
        refused_at: None,
        ..before
    };
    let settled = Settled {
        event: &event,
        after: &after,
        places_before: 0,
        max_before,
        key: &key,
        action: "guest.admitted",
        says: Says::Answer,
        once: format!("admitted:{guest}:{}", now.0),
    };
    let is_kept = settle(tx, desk, settled).await?;
    Ok(is_kept.then(|| after.standing()))
}

/// Whether somebody for whom no place is left can wait for one.
fn can_wait(event: &Event, guest: &Guest, now: Instant) -> bool {
    let fits = event
        .capacity
        .is_none_or(|capacity| guest.places_wanted() <= capacity);
    offer_until(event, now).is_some() && fits && guest.file.details.email.is_some()
}
