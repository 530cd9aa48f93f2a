//! SQL of guests.

use std::collections::HashSet;

use domain::{
    Instant,
    guests::{Guest, Standing},
    ids::{EventId, GuestId, ImportId, PersonId},
};
use uuid::Uuid;
use vault::PersonKey;

use super::{
    GuestFilter,
    row::{GuestRow, open},
};
use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, on_engine},
};

macro_rules! guest_columns {
    ($rest:literal) => {
        concat!(
            "SELECT g.id, g.event_id, g.person_id, g.sealed, k.wrapped, g.companions_max, g.places, g.listed_at, ",
            "g.invited_at, g.accepted_at, g.declined_at, g.cancelled_at FROM guests g ",
            "JOIN keys k ON k.tenant_id = g.tenant_id AND k.subject_id = g.person_id ",
            $rest
        )
    };
}

pub(crate) async fn load(tx: &mut TenantTx, id: GuestId) -> Result<(Guest, PersonKey), Failure> {
    let tenant = tx.t();
    let row: Option<GuestRow> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(guest_columns!("WHERE g.tenant_id = $1 AND g.id = $2"))
            .bind(tenant)
            .bind(id.uuid())
            .fetch_optional(c)
            .await
    })?;
    open(tx, row.ok_or(Failure::NotFound)?)
}

/// Likewise, and whoever else wants to change this guest waits for the end of this transaction.
pub(crate) async fn load_for_change(
    tx: &mut TenantTx,
    id: GuestId,
) -> Result<(Guest, PersonKey), Failure> {
    let tenant = tx.t();
    let sql = match &tx.connection {
        // Whoever writes is alone.
        Connection::Sqlite(_) => guest_columns!("WHERE g.tenant_id = $1 AND g.id = $2"),
        Connection::Postgres(_) => {
            guest_columns!("WHERE g.tenant_id = $1 AND g.id = $2 FOR UPDATE OF g")
        }
    };
    let row: Option<GuestRow> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(sql)
            .bind(tenant)
            .bind(id.uuid())
            .fetch_optional(c)
            .await
    })?;
    open(tx, row.ok_or(Failure::NotFound)?)
}

/// Rows of a page, by key. The standing is the same condition as [`Guest::standing`].
pub(crate) async fn page(
    tx: &mut TenantTx,
    event: EventId,
    filter: &GuestFilter,
    after: Option<GuestId>,
    limit: i64,
) -> Result<Vec<GuestRow>, Failure> {
    let tenant = tx.t();
    let standing = filter.standing.map_or("", Standing::code);
    Ok(on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(guest_columns!(
            "WHERE g.tenant_id = $1 AND g.event_id = $2 AND g.id > $3 \
             AND ($5 = '' OR $5 = CASE WHEN g.cancelled_at IS NOT NULL THEN 'cancelled' \
                  WHEN g.accepted_at IS NOT NULL THEN 'accepted' WHEN g.declined_at IS NOT NULL THEN 'declined' \
                  WHEN g.invited_at IS NOT NULL THEN 'open' ELSE 'listed' END) \
             AND ($6 = 0 OR g.invited_at IS NOT NULL) ORDER BY g.id LIMIT $4"
        ))
        .bind(tenant)
        .bind(event.uuid())
        .bind(after.map_or(Uuid::nil(), GuestId::uuid))
        .bind(limit)
        .bind(standing)
        .bind(i64::from(filter.invited_only))
        .fetch_all(c)
        .await
    })?)
}

/// The guest of an event with this address, if there is one.
pub(crate) async fn by_email(
    tx: &mut TenantTx,
    event: EventId,
    email_index: &[u8],
) -> Result<Option<(Guest, PersonKey)>, Failure> {
    let tenant = tx.t();
    let row: Option<GuestRow> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(guest_columns!(
            "JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id \
             WHERE g.tenant_id = $1 AND g.event_id = $2 AND p.email_index = $3"
        ))
        .bind(tenant)
        .bind(event.uuid())
        .bind(email_index)
        .fetch_optional(c)
        .await
    })?;
    row.map(|row| open(tx, row)).transpose()
}

/// The guest that a form sent before, if it was sent before.
pub(crate) async fn by_request(
    tx: &mut TenantTx,
    event: EventId,
    request_key: Uuid,
) -> Result<Option<GuestId>, Failure> {
    let tenant = tx.t();
    let id: Option<Uuid> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_scalar(
            "SELECT id FROM guests WHERE tenant_id = $1 AND event_id = $2 AND request_key = $3",
        )
        .bind(tenant)
        .bind(event.uuid())
        .bind(request_key.as_bytes().as_slice())
        .fetch_optional(c)
        .await
    })?;
    Ok(id.map(GuestId::from_uuid))
}

/// The blind indexes of all addresses on an event's list.
pub(crate) async fn email_indexes(
    tx: &mut TenantTx,
    event: EventId,
) -> Result<HashSet<Vec<u8>>, Failure> {
    let tenant = tx.t();
    let indexes: Vec<Vec<u8>> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_scalar(
            "SELECT p.email_index FROM guests g JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id \
             WHERE g.tenant_id = $1 AND g.event_id = $2 AND p.email_index IS NOT NULL",
        )
        .bind(tenant)
        .bind(event.uuid())
        .fetch_all(c)
        .await
    })?;
    Ok(indexes.into_iter().collect())
}

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
}

pub(crate) async fn add(tx: &mut TenantTx, new: NewGuestRow) -> Result<(), Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO guests (tenant_id, id, event_id, person_id, import_id, sealed, companions_max, places, \
             request_key, listed_at, accepted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(tenant)
        .bind(new.id.uuid())
        .bind(new.event.uuid())
        .bind(new.person.uuid())
        .bind(new.import.map(ImportId::uuid))
        .bind(new.sealed)
        .bind(new.companions_max.map(i64::from))
        .bind(i64::from(new.places))
        .bind(new.request_key.map(|key| key.as_bytes().to_vec()))
        .bind(now)
        .bind(new.accepted_at.map(|at| at.0))
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

/// Writes a guest's answer; checks that nobody changed the places meanwhile (false then).
pub(crate) async fn set_answer(
    tx: &mut TenantTx,
    guest: &Guest,
    sealed: Vec<u8>,
    places_before: u32,
) -> Result<bool, Failure> {
    let tenant = tx.t();
    let changed = on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "UPDATE guests SET sealed = $3, places = $4, accepted_at = $5, declined_at = $6, cancelled_at = $7 \
             WHERE tenant_id = $1 AND id = $2 AND places = $8",
        )
        .bind(tenant)
        .bind(guest.id.uuid())
        .bind(sealed)
        .bind(i64::from(guest.places))
        .bind(guest.accepted_at.map(|at| at.0))
        .bind(guest.declined_at.map(|at| at.0))
        .bind(guest.cancelled_at.map(|at| at.0))
        .bind(i64::from(places_before))
        .execute(c)
        .await
        .map(|done| done.rows_affected())
    })?;
    Ok(changed == 1)
}

/// Marks a guest as invited; false when it was before.
pub(crate) async fn set_invited(tx: &mut TenantTx, guest: GuestId) -> Result<bool, Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    let changed = on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE guests SET invited_at = $3 WHERE tenant_id = $1 AND id = $2 AND invited_at IS NULL")
            .bind(tenant)
            .bind(guest.uuid())
            .bind(now)
            .execute(c)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(changed == 1)
}

/// The guests of an import that nobody has invited and who have not answered; nobody can do so before the end of this
/// transaction.
pub(crate) async fn untouched_of_import(
    tx: &mut TenantTx,
    import: ImportId,
) -> Result<Vec<(GuestId, PersonId)>, Failure> {
    macro_rules! untouched {
        ($lock:literal) => {
            concat!(
                "SELECT id, person_id FROM guests WHERE tenant_id = $1 AND import_id = $2 AND invited_at IS NULL ",
                "AND accepted_at IS NULL AND declined_at IS NULL AND cancelled_at IS NULL ORDER BY id",
                $lock
            )
        };
    }
    let tenant = tx.t();
    let sql = match &tx.connection {
        Connection::Sqlite(_) => untouched!(""),
        Connection::Postgres(_) => untouched!(" FOR UPDATE"),
    };
    let rows: Vec<(Uuid, Uuid)> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(sql)
            .bind(tenant)
            .bind(import.uuid())
            .fetch_all(c)
            .await
    })?;
    Ok(rows
        .into_iter()
        .map(|(id, person)| (GuestId::from_uuid(id), PersonId::from_uuid(person)))
        .collect())
}

pub(crate) async fn remove(tx: &mut TenantTx, guest: GuestId) -> Result<(), Failure> {
    let tenant = tx.t();
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("DELETE FROM guests WHERE tenant_id = $1 AND id = $2")
            .bind(tenant)
            .bind(guest.uuid())
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}
