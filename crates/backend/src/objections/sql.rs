//! SQL of objections, by the blind index of an address.

use domain::{
    Instant,
    ids::{EventId, GuestId, PersonId},
};
use uuid::Uuid;

use super::Recipient;
use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, row, value},
};

/// Adds an objection; false when there is one.
pub(super) async fn add(tx: &mut TenantTx, recipient: &Recipient) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO objections (tenant_id, email_index, objected_at) VALUES ($1, $2, $3) \
         ON CONFLICT (tenant_id, email_index) DO NOTHING",
        &recipient.0[..],
        now
    )?;
    Ok(added == 1)
}

/// Removes an objection; false when there is none.
pub(super) async fn remove(tx: &mut TenantTx, recipient: &Recipient) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM objections WHERE tenant_id = $1 AND email_index = $2",
        &recipient.0[..]
    )?;
    Ok(removed == 1)
}

/// Since when an address gets no mailings.
pub(super) async fn since(
    tx: &mut TenantTx,
    recipient: &Recipient,
) -> Result<Option<Instant>, Failure> {
    let since: Option<i64> = value!(
        tx,
        "SELECT objected_at FROM objections WHERE tenant_id = $1 AND email_index = $2",
        &recipient.0[..]
    )?;
    Ok(since.map(Instant))
}

/// The same of a person's address.
pub(crate) async fn since_of(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<Option<Instant>, Failure> {
    let since: Option<i64> = value!(
        tx,
        "SELECT o.objected_at FROM objections o JOIN people p \
         ON p.tenant_id = o.tenant_id AND p.email_index = o.email_index \
         WHERE o.tenant_id = $1 AND p.id = $2",
        person.uuid()
    )?;
    Ok(since.map(Instant))
}

/// Whether a guest's address gets no mailings.
pub(crate) async fn is_of_guest(tx: &mut TenantTx, guest: GuestId) -> Result<bool, Failure> {
    let since: Option<i64> = value!(
        tx,
        "SELECT o.objected_at FROM objections o \
         JOIN people p ON p.tenant_id = o.tenant_id AND p.email_index = o.email_index \
         JOIN guests g ON g.tenant_id = p.tenant_id AND g.person_id = p.id \
         WHERE o.tenant_id = $1 AND g.id = $2",
        guest.uuid()
    )?;
    Ok(since.is_some())
}

/// The blind index of a person's address.
pub(super) async fn address_of(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<Option<Vec<u8>>, Failure> {
    let index: Option<Option<Vec<u8>>> = value!(
        tx,
        "SELECT email_index FROM people WHERE tenant_id = $1 AND id = $2",
        person.uuid()
    )?;
    Ok(index.flatten())
}

/// The guest who was listed last by an address, with event and person.
pub(super) async fn newest_guest(
    tx: &mut TenantTx,
    recipient: &Recipient,
) -> Result<Option<(GuestId, EventId, PersonId)>, Failure> {
    let found: Option<(Uuid, Uuid, Uuid)> = row!(
        tx,
        "SELECT g.id, g.event_id, g.person_id FROM guests g \
         JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id \
         WHERE g.tenant_id = $1 AND p.email_index = $2 ORDER BY g.id DESC LIMIT 1",
        &recipient.0[..]
    )?;
    Ok(found.map(|(guest, event, person)| {
        let (guest, event) = (GuestId::from_uuid(guest), EventId::from_uuid(event));
        (guest, event, PersonId::from_uuid(person))
    }))
}
