//! SQL of the people whom guests are.

use domain::ids::{EventId, GuestId, PersonId};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, rows, value},
};

/// The person with this address, if the tenant knows one.
pub(crate) async fn person_by_email(
    tx: &mut TenantTx,
    email_index: &[u8],
) -> Result<Option<PersonId>, Failure> {
    let id: Option<Uuid> = value!(
        tx,
        "SELECT id FROM people WHERE tenant_id = $1 AND email_index = $2",
        email_index
    )?;
    Ok(id.map(PersonId::from_uuid))
}

/// Adds a person; false when the tenant knows one with this address.
pub(crate) async fn add_person(
    tx: &mut TenantTx,
    id: PersonId,
    email_index: Option<&[u8]>,
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO people (tenant_id, id, email_index, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (tenant_id, email_index) DO NOTHING",
        id.uuid(),
        email_index,
        now
    )?;
    Ok(added == 1)
}

/// Holds a person until the end of this transaction.
pub(crate) async fn lock(tx: &mut TenantTx, person: PersonId) -> Result<(), Failure> {
    // On SQLite whoever writes is alone.
    if let Connection::Postgres(_) = &tx.connection {
        let _: Option<Uuid> = value!(
            tx,
            "SELECT id FROM people WHERE tenant_id = $1 AND id = $2 FOR UPDATE",
            person.uuid()
        )?;
    }
    Ok(())
}

/// Removes a person who is no guest any more; false when the person still is.
pub(crate) async fn remove_person_if_unused(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM people WHERE tenant_id = $1 AND id = $2 AND NOT EXISTS \
         (SELECT 1 FROM guests WHERE tenant_id = $1 AND person_id = $2)",
        person.uuid()
    )?;
    Ok(removed == 1)
}

/// The person whom a guest of an event is.
pub(crate) async fn person_of(
    tx: &mut TenantTx,
    event: EventId,
    guest: GuestId,
) -> Result<Option<PersonId>, Failure> {
    let person: Option<Uuid> = value!(
        tx,
        "SELECT person_id FROM guests WHERE tenant_id = $1 AND event_id = $2 AND id = $3",
        event.uuid(),
        guest.uuid()
    )?;
    Ok(person.map(PersonId::from_uuid))
}

/// Every guest that a person is, with the event and the places taken; nobody can change them before the end of this
/// transaction.
pub(crate) async fn of_person(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<Vec<(GuestId, EventId, i64)>, Failure> {
    macro_rules! of_person {
        ($lock:literal) => {
            concat!(
                "SELECT id, event_id, places FROM guests WHERE tenant_id = $1 AND person_id = $2 ORDER BY id",
                $lock
            )
        };
    }
    let sql = match &tx.connection {
        // Whoever writes is alone.
        Connection::Sqlite(_) => of_person!(""),
        Connection::Postgres(_) => of_person!(" FOR UPDATE"),
    };
    let rows: Vec<(Uuid, Uuid, i64)> = rows!(tx, sql, person.uuid())?;
    Ok(rows
        .into_iter()
        .map(|(guest, event, places)| {
            (GuestId::from_uuid(guest), EventId::from_uuid(event), places)
        })
        .collect())
}

/// Gives a person another address, or none; false when it is somebody else's.
pub(crate) async fn set_email(
    tx: &mut TenantTx,
    person: PersonId,
    email_index: Option<&[u8]>,
) -> Result<bool, Failure> {
    let changed = execute!(
        tx,
        "UPDATE people SET email_index = $3 WHERE tenant_id = $1 AND id = $2 AND NOT EXISTS \
         (SELECT 1 FROM people p WHERE p.tenant_id = $1 AND p.email_index = $3 AND p.id <> $2)",
        person.uuid(),
        email_index
    )?;
    Ok(changed == 1)
}

/// Writes what is known of a guest.
pub(crate) async fn set_file(
    tx: &mut TenantTx,
    guest: GuestId,
    sealed: Vec<u8>,
    companions_max: Option<u32>,
) -> Result<(), Failure> {
    execute!(
        tx,
        "UPDATE guests SET sealed = $3, companions_max = $4 WHERE tenant_id = $1 AND id = $2",
        guest.uuid(),
        sealed,
        companions_max.map(i64::from)
    )?;
    Ok(())
}

/// Gives a guest another link, makes who has not answered somebody who was not invited, and gives who has not confirmed
/// another day for it.
pub(crate) async fn begin_anew(tx: &mut TenantTx, guest: GuestId) -> Result<(), Failure> {
    let day = tx.now().plus_days(1).0;
    execute!(
        tx,
        "UPDATE guests SET link_generation = link_generation + 1, invited_at = CASE WHEN accepted_at IS NULL \
         AND declined_at IS NULL AND cancelled_at IS NULL AND waiting_since IS NULL AND requested_at IS NULL \
         AND maybe_at IS NULL THEN NULL ELSE invited_at END, \
         held_until = CASE WHEN held_until IS NULL THEN NULL ELSE $3 END \
         WHERE tenant_id = $1 AND id = $2",
        guest.uuid(),
        day
    )?;
    Ok(())
}

/// Which of its links a guest has: the first, or a later one after the address changed.
pub(crate) async fn link_generation(tx: &mut TenantTx, guest: GuestId) -> Result<u32, Failure> {
    let generation: Option<i64> = value!(
        tx,
        "SELECT CAST(link_generation AS BIGINT) FROM guests WHERE tenant_id = $1 AND id = $2",
        guest.uuid()
    )?;
    let generation = generation.ok_or(Failure::NotFound)?;
    u32::try_from(generation).map_err(|_| Failure::Damaged("guests.link_generation"))
}

/// How many guests of an event have accepted it at some time, registered for it, asked or wait for a place.
pub(crate) async fn accepted_ever(tx: &mut TenantTx, event: EventId) -> Result<u32, Failure> {
    let count: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM guests WHERE tenant_id = $1 AND event_id = $2 \
         AND (accepted_at IS NOT NULL OR cancelled_at IS NOT NULL OR held_until IS NOT NULL OR waiting_since IS NOT NULL \
         OR requested_at IS NOT NULL)",
        event.uuid()
    )?;
    Ok(u32::try_from(count.unwrap_or(0)).unwrap_or(u32::MAX))
}

/// Some guests whose places were held for long enough, with the event.
pub(crate) async fn lapsed(
    tx: &mut TenantTx,
    limit: i64,
) -> Result<Vec<(GuestId, EventId)>, Failure> {
    let now = tx.now().0;
    let rows: Vec<(Uuid, Uuid)> = rows!(
        tx,
        "SELECT id, event_id FROM guests WHERE tenant_id = $1 AND held_until <= $2 ORDER BY held_until LIMIT $3",
        now,
        limit
    )?;
    let typed = |(guest, event)| (GuestId::from_uuid(guest), EventId::from_uuid(event));
    Ok(rows.into_iter().map(typed).collect())
}

/// Whether an event has registrations that are not confirmed.
pub(crate) async fn any_held(tx: &mut TenantTx, event: EventId) -> Result<bool, Failure> {
    let found: Option<Uuid> = value!(
        tx,
        "SELECT id FROM guests WHERE tenant_id = $1 AND event_id = $2 AND held_until IS NOT NULL LIMIT 1",
        event.uuid()
    )?;
    Ok(found.is_some())
}

/// Whether anybody waits for a place, also without having confirmed it.
pub(crate) async fn any_waiting(tx: &mut TenantTx, event: EventId) -> Result<bool, Failure> {
    let found: Option<Uuid> = value!(
        tx,
        "SELECT id FROM guests WHERE tenant_id = $1 AND event_id = $2 AND waiting_since IS NOT NULL \
         AND offered_until IS NULL LIMIT 1",
        event.uuid()
    )?;
    Ok(found.is_some())
}
