//! Confirming a registration by the link in the mail: the address is the own one (double opt-in).

use domain::{
    access::act,
    events::Stage,
    guests::{Guest, Standing},
    ids::GuestId,
    registrations::AnswerError,
};

use super::{
    AnswerFailure,
    confirmation::Says,
    settle::{Settled, settle},
};
use crate::{Failure, access::Permit, desk::Desk, events, guests};

/// Confirms a registration: the guest comes, waits for a place, or has asked for one. Once more changes nothing.
pub async fn confirm(
    desk: &Desk,
    permit: &Permit<act::AnswerInvitation>,
    guest: GuestId,
) -> Result<(), AnswerFailure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.open(permit).await?;
    let (before, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    if before.standing() != Standing::Unconfirmed {
        return Ok(());
    }
    let (event, _) = events::sql::load(&mut tx, before.event).await?;
    let stage = event.stage(tx.now());
    if matches!(stage, Stage::Cancelled | Stage::Past) {
        return Err(AnswerError::NotOpen(stage).into());
    }
    let comes = before.waiting_since.is_none() && before.requested_at.is_none();
    let after = Guest {
        accepted_at: comes.then_some(tx.now()),
        held_until: None,
        ..before
    };
    let settled = Settled {
        event: &event,
        after: &after,
        places_before: after.places,
        max_before: after.companions_max,
        key: &key,
        action: "guest.confirmed",
        says: Says::Answer,
        once: format!("registration:{guest}"),
    };
    if !settle(tx, desk, settled).await? {
        return Err(AnswerError::Full { left: 0 }.into());
    }
    desk.places_bell.notify_one();
    Ok(())
}

/// Takes back a registration that was not confirmed: whoever holds the address did not register. Nothing is kept of it.
pub async fn discard(
    desk: &Desk,
    permit: &Permit<act::AnswerInvitation>,
    guest: GuestId,
) -> Result<(), Failure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.read(permit).await?;
    let (known, _) = guests::sql::load(&mut tx, guest).await?;
    drop(tx);
    let tx = desk.open(permit).await?;
    let is_unconfirmed = |guest: &Guest| guest.standing() == Standing::Unconfirmed;
    let done =
        guests::take_off_as(tx, "guest.discarded", known.event, guest, is_unconfirmed).await?;
    desk.places_bell.notify_one();
    done.then_some(()).ok_or(Failure::NotFound)
}
