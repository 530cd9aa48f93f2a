//! Confirming a registration by the link in the mail: the address is the own one (double opt-in).

use domain::{
    access::act,
    events::{Event, Stage},
    guests::{Guest, Standing},
    ids::GuestId,
    registrations::AnswerError,
};
use vault::PersonKey;

use super::{
    AnswerFailure,
    confirmation::{self, Says},
};
use crate::{
    Failure,
    access::{Permit, Who},
    desk::{Change, Desk, TenantTx},
    events, guests,
};

/// Confirms a registration: the guest comes, waits for a place, or has asked for one. Once more changes nothing.
pub async fn confirm(
    desk: &Desk,
    permit: &Permit<act::AnswerInvitation>,
    guest: GuestId,
) -> Result<(), AnswerFailure> {
    must_be_own(permit, guest)?;
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
    let once = format!("registration:{guest}");
    settle(tx, desk, &event, &after, &key, "guest.confirmed", once).await?;
    desk.places_bell.notify_one();
    Ok(())
}

/// Writes down where a guest stands now with the same places as before, and queues the mail that says so, once.
pub(super) async fn settle(
    mut tx: TenantTx,
    desk: &Desk,
    event: &Event,
    after: &Guest,
    key: &PersonKey,
    action: &'static str,
    once: String,
) -> Result<(), AnswerFailure> {
    let sealed = key.seal(guests::place(after.id), &after.file).into_bytes();
    if !guests::sql::set_answer(&mut tx, after, sealed, after.places).await? {
        return Err(AnswerError::Full { left: 0 }.into());
    }
    confirmation::queue(&mut tx, desk, event, after, key, Says::Answer, once).await?;
    let change = Change::new(action, after.id, after.person.uuid(), key)
        .of_event(event.id)
        .of_guest(after.id);
    tx.commit(change).await?;
    desk.mail_bell.notify_one();
    Ok(())
}

/// Takes back a registration that was not confirmed: whoever holds the address did not register. Nothing is kept of it.
pub async fn discard(
    desk: &Desk,
    permit: &Permit<act::AnswerInvitation>,
    guest: GuestId,
) -> Result<(), Failure> {
    must_be_own(permit, guest)?;
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

pub(super) fn must_be_own(
    permit: &Permit<act::AnswerInvitation>,
    guest: GuestId,
) -> Result<(), Failure> {
    if permit.who() == Who::Participant(permit.who().tenant(), guest) {
        Ok(())
    } else {
        Err(Failure::NotFound)
    }
}
