//! Whom an organiser puts on the list takes the place of a registration that nobody has confirmed.

use domain::{
    guests::{Guest, Standing},
    ids::EventId,
    people::EmailAddress,
};

use super::{sql, take_off::take_off_within};
use crate::{Failure, desk::TenantTx};

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
    let waits = |guest: &Guest| guest.standing() == Standing::Unconfirmed;
    // Nobody else is held: whoever offers places holds guests before events.
    if !waits(&found) {
        return Ok(Way::Taken);
    }
    match take_off_within(tx, "guest.discarded", event, found.id, waits).await {
        Ok(Some(_)) | Err(Failure::NotFound) => Ok(Way::Free),
        Ok(None) => Ok(Way::Taken),
        Err(failure) => Err(failure),
    }
}
