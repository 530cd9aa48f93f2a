//! Taking the place that is offered.

use domain::{
    access::act,
    events::Stage,
    guests::{Guest, Standing},
    ids::GuestId,
    registrations::AnswerError,
};

use crate::{
    access::Permit,
    desk::Desk,
    events, guests,
    registrations::{
        AnswerFailure,
        confirmation::Says,
        settle::{Settled, settle},
    },
};

/// Takes what is offered as it was asked for: the guest comes. Once more changes nothing. While the places are still held,
/// nobody is refused for being late. [`AnswerError::Full`] for who is not offered anything, not any more either;
/// [`AnswerError::NotOpen`] when the event is over or called off.
pub async fn take_offer(
    desk: &Desk,
    permit: &Permit<act::AnswerInvitation>,
    guest: GuestId,
) -> Result<(), AnswerFailure> {
    permit.must_be_of(guest)?;
    let mut tx = desk.open(permit).await?;
    let (before, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    let (event, _) = events::sql::load(&mut tx, before.event).await?;
    match before.standing() {
        Standing::Accepted => return Ok(()),
        Standing::Offered => {}
        _ => return Err(AnswerError::Full { left: 0 }.into()),
    }
    let stage = event.stage(tx.now());
    if !matches!(stage, Stage::Published | Stage::Closed) {
        return Err(AnswerError::NotOpen(stage).into());
    }
    let after = Guest {
        accepted_at: Some(tx.now()),
        waiting_since: None,
        offered_until: None,
        ..before
    };
    let settled = Settled {
        event: &event,
        after: &after,
        places_before: after.places,
        max_before: after.companions_max,
        key: &key,
        action: "guest.accepted",
        says: Says::Answer,
        once: format!("answer:{guest}:{}", tx.make_uuid()),
    };
    if settle(tx, desk, settled).await? {
        Ok(())
    } else {
        Err(AnswerError::Full { left: 0 }.into())
    }
}
