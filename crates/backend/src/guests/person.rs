//! The person behind a guest.

use domain::{ids::PersonId, people::Details};
use vault::PersonKey;

use super::people;
use crate::{Failure, desk::TenantTx, keys};

/// The person with this address, known from another event, or a new one. Without an address everybody is new.
pub(crate) async fn find_or_make_person(
    tx: &mut TenantTx,
    details: &Details,
) -> Result<(PersonId, PersonKey), Failure> {
    let index = details
        .email
        .as_ref()
        .map(|email| tx.keys.blind_index("people.email", &email.normalised()));
    let index = index.as_ref().map(|index| index.as_bytes().as_slice());
    if let Some(known) = find(tx, index).await? {
        return Ok(known);
    }
    let new = PersonId::from_uuid(tx.make_uuid());
    if people::add_person(tx, new, index).await? {
        return Ok((new, keys::make(tx, new.uuid()).await?));
    }
    // Somebody else made the same person at the same moment.
    find(tx, index)
        .await?
        .ok_or(Failure::Damaged("people.email_index"))
}

async fn find(
    tx: &mut TenantTx,
    index: Option<&[u8]>,
) -> Result<Option<(PersonId, PersonKey)>, Failure> {
    let Some(index) = index else { return Ok(None) };
    let Some(person) = people::person_by_email(tx, index).await? else {
        return Ok(None);
    };
    Ok(Some((person, keys::of(tx, person.uuid()).await?)))
}
