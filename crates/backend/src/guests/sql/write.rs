//! SQL that changes guests.

use domain::{
    Instant,
    guests::Guest,
    ids::{EventId, GuestId, ImportId, PersonId},
};
use uuid::Uuid;

use crate::{Failure, desk::TenantTx, store::execute};

/// A guest to be put on the list.
pub(crate) struct NewGuestRow {
    pub(crate) id: GuestId,
    pub(crate) event: EventId,
    pub(crate) person: PersonId,
    pub(crate) import: Option<ImportId>,
    pub(crate) sealed: Vec<u8>,
    pub(crate) companions_max: Option<u32>,
    pub(crate) places: u32,
    pub(crate) request_key: Option<Uuid>,
    pub(crate) accepted_at: Option<Instant>,
    pub(crate) requested_at: Option<Instant>,
    pub(crate) held_until: Option<Instant>,
    pub(crate) waiting_since: Option<Instant>,
    /// For somebody who waits.
    pub(crate) places_wanted: Option<u32>,
}

pub(crate) async fn add(tx: &mut TenantTx, new: NewGuestRow) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO guests (tenant_id, id, event_id, person_id, import_id, sealed, companions_max, places, \
         request_key, listed_at, accepted_at, held_until, waiting_since, places_wanted, \
         requested_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        new.id.uuid(),
        new.event.uuid(),
        new.person.uuid(),
        new.import.map(ImportId::uuid),
        new.sealed,
        new.companions_max.map(i64::from),
        i64::from(new.places),
        new.request_key.map(|key| key.as_bytes().to_vec()),
        now,
        new.accepted_at.map(|at| at.0),
        new.held_until.map(|at| at.0),
        new.waiting_since.map(|at| at.0),
        new.places_wanted.map(i64::from),
        new.requested_at.map(|at| at.0)
    )?;
    Ok(())
}

/// Writes a guest's answer and what may be answered; checks that nobody changed the places meanwhile (false then).
pub(crate) async fn set_answer(
    tx: &mut TenantTx,
    guest: &Guest,
    sealed: Vec<u8>,
    places_before: u32,
) -> Result<bool, Failure> {
    let changed = execute!(
        tx,
        "UPDATE guests SET sealed = $3, places = $4, accepted_at = $5, declined_at = $6, cancelled_at = $7, \
         held_until = $8, waiting_since = $9, offered_until = $10, places_wanted = $11, \
         maybe_at = $13, requested_at = $14, refused_at = $15, companions_max = $16 WHERE tenant_id = $1 AND id = $2 AND places = $12",
        guest.id.uuid(),
        sealed,
        i64::from(guest.places),
        guest.accepted_at.map(|at| at.0),
        guest.declined_at.map(|at| at.0),
        guest.cancelled_at.map(|at| at.0),
        guest.held_until.map(|at| at.0),
        guest.waiting_since.map(|at| at.0),
        guest.offered_until.map(|at| at.0),
        guest
            .waiting_since
            .map(|_| i64::from(guest.places_wanted())),
        i64::from(places_before),
        guest.maybe_at.map(|at| at.0),
        guest.requested_at.map(|at| at.0),
        guest.refused_at.map(|at| at.0),
        guest.companions_max.map(i64::from)
    )?;
    Ok(changed == 1)
}

/// Marks a guest as invited; false when it was before, or when the guest has answered by now.
pub(crate) async fn set_invited(tx: &mut TenantTx, guest: GuestId) -> Result<bool, Failure> {
    let now = tx.now().0;
    let changed = execute!(
        tx,
        "UPDATE guests SET invited_at = $3 WHERE tenant_id = $1 AND id = $2 AND invited_at IS NULL \
         AND accepted_at IS NULL AND declined_at IS NULL AND cancelled_at IS NULL AND waiting_since IS NULL \
         AND maybe_at IS NULL AND requested_at IS NULL",
        guest.uuid(),
        now
    )?;
    Ok(changed == 1)
}

/// Takes the mark of an invitation back that never went out, from a guest who has not answered.
pub(crate) async fn take_invitation_back(tx: &mut TenantTx, guest: GuestId) -> Result<(), Failure> {
    execute!(
        tx,
        "UPDATE guests SET invited_at = NULL WHERE tenant_id = $1 AND id = $2 AND accepted_at IS NULL \
         AND declined_at IS NULL AND cancelled_at IS NULL AND waiting_since IS NULL AND maybe_at IS NULL \
         AND requested_at IS NULL",
        guest.uuid()
    )?;
    Ok(())
}

pub(crate) async fn remove(tx: &mut TenantTx, guest: GuestId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM guests WHERE tenant_id = $1 AND id = $2",
        guest.uuid()
    )?;
    Ok(())
}

/// Writes down what is offered to a guest who waits; the places are taken already. False when the guest does not wait.
pub(crate) async fn set_offer(
    tx: &mut TenantTx,
    guest: GuestId,
    places: u32,
    until: Instant,
) -> Result<bool, Failure> {
    let changed = execute!(
        tx,
        "UPDATE guests SET places = $3, offered_until = $4 WHERE tenant_id = $1 AND id = $2 \
         AND waiting_since IS NOT NULL AND places = 0",
        guest.uuid(),
        i64::from(places),
        until.0
    )?;
    Ok(changed == 1)
}

/// Writes down that a guest has let an offer pass; the places are given back already. False when nothing was offered.
pub(crate) async fn set_lapsed(tx: &mut TenantTx, guest: GuestId) -> Result<bool, Failure> {
    let changed = execute!(
        tx,
        "UPDATE guests SET places = 0 WHERE tenant_id = $1 AND id = $2 AND offered_until IS NOT NULL AND places > 0",
        guest.uuid()
    )?;
    Ok(changed == 1)
}
