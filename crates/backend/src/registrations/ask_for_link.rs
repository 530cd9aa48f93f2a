//! Asking for the personal link on the page of an event.

use domain::{access::act, events::Stage, guests::Standing, ids::EventId, people::EmailAddress};

use super::{confirmation::Says, remind::remind};
use crate::{Failure, access::Permit, desk::Desk, events, guests};

/// Mails the personal link to whoever was invited with this address. Says nothing of whether anybody was: run it where
/// nobody waits for it, or the time tells.
pub async fn ask_for_link(
    desk: &Desk,
    permit: &Permit<act::Register>,
    event: EventId,
    email: &EmailAddress,
) -> Result<(), Failure> {
    let mut tx = desk.read(permit).await?;
    let (event, _) = events::sql::load(&mut tx, event).await?;
    if !matches!(event.stage(tx.now()), Stage::Published | Stage::Closed) {
        return Ok(());
    }
    let index = tx.keys.blind_index("people.email", &email.normalised());
    let found = guests::sql::by_email(&mut tx, event.id, index.as_bytes()).await?;
    drop(tx);
    match found {
        // Who was not invited yet learns of it when the organiser says so.
        Some((guest, _)) if guest.standing() != Standing::Listed => {
            remind(desk, permit, &event, guest.id, Says::Asked).await
        }
        _ => Ok(()),
    }
}
