//! Refusing places to those who have asked for one.

use domain::{
    access::act,
    fields::optional_text,
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
};

use super::admit::{is_on, must_be_on};
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

/// The longest word to those who are refused, in characters.
const WORD_LENGTH_MAX: usize = 1_000;

/// Refuses a place to each of those who are picked and has asked for one, and returns to how many; each is told by mail, with a
/// word that may be empty. They can still be admitted later. Who has not asked is left out.
pub async fn refuse(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    chosen: &Chosen,
    word: &str,
) -> Result<u32, AnswerFailure> {
    let mut errors = Vec::new();
    let word = optional_text("word", word, WORD_LENGTH_MAX, &mut errors);
    if !errors.is_empty() {
        return Err(AnswerFailure::Invalid(errors));
    }
    must_be_on(desk, permit, event).await?;
    let mut count = 0;
    let asking = chosen.who_stand(Standing::Requested);
    for guest in asking.ids(desk, permit, event).await? {
        match refuse_one(desk, permit, guest, &word).await {
            Ok(done) => count += u32::from(done),
            Err(Failure::NotFound) => {}
            Err(failure) => return Err(failure.into()),
        }
    }
    Ok(count)
}

async fn refuse_one(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    guest: GuestId,
    word: &str,
) -> Result<bool, Failure> {
    let mut tx = desk.open(permit).await?;
    let (before, key) = guests::sql::load_for_change(&mut tx, guest).await?;
    if before.standing() != Standing::Requested {
        return Ok(false);
    }
    let (event, _) = events::sql::load(&mut tx, before.event).await?;
    if !is_on(&event, tx.now()) {
        return Ok(false);
    }
    let after = Guest {
        refused_at: Some(tx.now()),
        ..before
    };
    let settled = Settled {
        event: &event,
        after: &after,
        places_before: after.places,
        max_before: after.companions_max,
        key: &key,
        action: "guest.refused",
        says: Says::Refusal(word),
        once: format!("refused:{guest}:{}", tx.now().0),
    };
    settle(tx, desk, settled).await
}
