//! Whom an organiser puts on the list takes the place of a registration that nobody has confirmed.

use domain::{guests::Standing, ids::EventId, people::EmailAddress};

use super::{people, remove, sql};
use crate::{Failure, desk::TenantTx, events};

/// Whether somebody else is on an event's list with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Nobody is, or nobody is any more.
    Free,
    /// Somebody is.
    Taken,
}

/// Removes the registration with this address if it is not confirmed, and gives its places back.
pub(crate) async fn make_way(
    tx: &mut TenantTx,
    event: EventId,
    email: &EmailAddress,
) -> Result<Way, Failure> {
    let index = tx.keys.blind_index("people.email", &email.normalised());
    let Some((found, _)) = sql::by_email(tx, event, index.as_bytes()).await? else {
        return Ok(Way::Free);
    };
    people::lock(tx, found.person).await?;
    let (known, _) = match sql::load_for_change(tx, found.id).await {
        Err(Failure::NotFound) => return Ok(Way::Free),
        known => known?,
    };
    if known.standing() != Standing::Unconfirmed {
        return Ok(Way::Taken);
    }
    events::sql::take_places(tx, event, -i64::from(known.places)).await?;
    let (_, event_key) = events::sql::load(tx, event).await?;
    let _noted = remove(
        tx,
        "guest.discarded",
        event,
        &event_key,
        known.id,
        known.person,
    )
    .await?;
    Ok(Way::Free)
}
