//! SQL of guests.

mod write;

pub(crate) use write::{
    NewGuestRow, add, remove, set_answer, set_invited, set_lapsed, set_offer, take_invitation_back,
};

use std::collections::HashSet;

use domain::{
    guests::{Guest, Standing},
    ids::{EventId, GuestId, ImportId, PersonId, TagId},
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
    store::{Connection, on_engine, row, rows, value, values},
};

/// The columns of a [`GuestRow`], of a guest `g` and its key `k`.
macro_rules! row_columns {
    () => {
        "g.id, g.event_id, g.person_id, g.sealed, k.wrapped, g.companions_max, g.places, g.listed_at, \
         g.invited_at, g.accepted_at, g.declined_at, g.cancelled_at, g.maybe_at, g.requested_at, g.refused_at, \
         g.held_until, g.waiting_since, g.offered_until"
    };
}
pub(crate) use row_columns;

macro_rules! guest_columns {
    ($($rest:expr),+ $(,)?) => {
        concat!(
            "SELECT ",
            row_columns!(),
            " FROM guests g ",
            "JOIN keys k ON k.tenant_id = g.tenant_id AND k.subject_id = g.person_id ",
            $($rest),+
        )
    };
}

pub(crate) async fn load(tx: &mut TenantTx, id: GuestId) -> Result<(Guest, PersonKey), Failure> {
    let row: Option<GuestRow> = row!(
        tx,
        guest_columns!("WHERE g.tenant_id = $1 AND g.id = $2"),
        id.uuid()
    )?;
    let (guest, key) = open(tx, row.ok_or(Failure::NotFound)?).await?;
    tx.must_reach(guest.event)?;
    Ok((guest, key))
}

/// Likewise, and whoever else wants to change this guest waits for the end of this transaction.
pub(crate) async fn load_for_change(
    tx: &mut TenantTx,
    id: GuestId,
) -> Result<(Guest, PersonKey), Failure> {
    let sql = match &tx.connection {
        // Whoever writes is alone.
        Connection::Sqlite(_) => guest_columns!("WHERE g.tenant_id = $1 AND g.id = $2"),
        Connection::Postgres(_) => {
            guest_columns!("WHERE g.tenant_id = $1 AND g.id = $2 FOR UPDATE OF g")
        }
    };
    let row: Option<GuestRow> = row!(tx, sql, id.uuid())?;
    open(tx, row.ok_or(Failure::NotFound)?).await
}

/// The standing of a guest `g`: the same condition as [`Guest::standing`].
macro_rules! standing {
    () => {
        "CASE WHEN g.cancelled_at IS NOT NULL THEN 'cancelled' \
         WHEN g.accepted_at IS NOT NULL THEN 'accepted' WHEN g.refused_at IS NOT NULL THEN 'refused' \
         WHEN g.declined_at IS NOT NULL THEN 'declined' WHEN g.held_until IS NOT NULL THEN 'unconfirmed' \
         WHEN g.requested_at IS NOT NULL THEN 'requested' \
         WHEN g.waiting_since IS NOT NULL THEN CASE WHEN g.offered_until IS NULL THEN 'waiting' \
         WHEN g.places > 0 THEN 'offered' ELSE 'lapsed' END \
         WHEN g.maybe_at IS NOT NULL THEN 'maybe' WHEN g.invited_at IS NOT NULL THEN 'open' ELSE 'listed' END"
    };
}
pub(crate) use standing;

macro_rules! standing_is {
    ($rest:literal) => {
        guest_columns!(
            "WHERE g.tenant_id = $1 AND g.event_id = $2 ",
            "AND ($3 = '' OR $3 = ",
            standing!(),
            ") ",
            "AND ($4 = 0 OR g.invited_at IS NOT NULL) ",
            "AND ($5 = 0 OR EXISTS (SELECT 1 FROM guest_tags t WHERE t.tenant_id = $1 AND t.guest_id = g.id ",
            "AND t.tag_id = $6)) ",
            "AND ($7 = 0 OR EXISTS (SELECT 1 FROM guest_workshops w WHERE w.tenant_id = $1 AND w.guest_id = g.id ",
            "AND w.workshop = $7)) ",
            $rest
        )
    };
}

/// Rows of a page, by key.
pub(crate) async fn page(
    tx: &mut TenantTx,
    event: EventId,
    filter: &GuestFilter,
    limit: usize,
) -> Result<Vec<GuestRow>, Failure> {
    Ok(rows!(
        tx,
        standing_is!("AND g.id > $8 ORDER BY g.id LIMIT $9"),
        event.uuid(),
        filter.standing.map_or("", Standing::code),
        i64::from(filter.invited_only),
        i64::from(filter.tag.is_some()),
        filter.tag.map_or(Uuid::nil(), TagId::uuid),
        i64::from(filter.workshop.unwrap_or(0)),
        filter.after.map_or(Uuid::nil(), GuestId::uuid),
        i64::try_from(limit).unwrap_or(i64::MAX)
    )?)
}

/// Rows of those among the guests who pass the filter, in no order.
pub(crate) async fn among(
    tx: &mut TenantTx,
    event: EventId,
    filter: &GuestFilter,
    guests: &[Uuid],
) -> Result<Vec<GuestRow>, Failure> {
    if guests.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = (0..guests.len()).map(|id| format!("${}", id + 8)).collect();
    let sql = format!("{} AND g.id IN ({})", standing_is!(""), ids.join(", "));
    let tenant = tx.t();
    Ok(on_engine!(&mut tx.connection, |c| {
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(tenant)
            .bind(event.uuid())
            .bind(filter.standing.map_or("", Standing::code))
            .bind(i64::from(filter.invited_only))
            .bind(i64::from(filter.tag.is_some()))
            .bind(filter.tag.map_or(Uuid::nil(), TagId::uuid))
            .bind(i64::from(filter.workshop.unwrap_or(0)));
        for guest in guests {
            query = query.bind(*guest);
        }
        query.fetch_all(c).await
    })?)
}

/// The guest of an event with this address, if there is one.
pub(crate) async fn by_email(
    tx: &mut TenantTx,
    event: EventId,
    email_index: &[u8],
) -> Result<Option<(Guest, PersonKey)>, Failure> {
    let row: Option<GuestRow> = row!(
        tx,
        guest_columns!(
            "JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id \
         WHERE g.tenant_id = $1 AND g.event_id = $2 AND p.email_index = $3"
        ),
        event.uuid(),
        email_index
    )?;
    match row {
        Some(row) => open(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// The guest that a form sent before, if it was sent before.
pub(crate) async fn by_request(
    tx: &mut TenantTx,
    event: EventId,
    request_key: Uuid,
) -> Result<Option<GuestId>, Failure> {
    let id: Option<Uuid> = value!(
        tx,
        "SELECT id FROM guests WHERE tenant_id = $1 AND event_id = $2 AND request_key = $3",
        event.uuid(),
        request_key.as_bytes().as_slice()
    )?;
    Ok(id.map(GuestId::from_uuid))
}

/// The blind indexes of all addresses on an event's list, but for registrations that are not confirmed.
pub(crate) async fn email_indexes(
    tx: &mut TenantTx,
    event: EventId,
) -> Result<HashSet<Vec<u8>>, Failure> {
    let indexes: Vec<Vec<u8>> = values!(
        tx,
        "SELECT p.email_index FROM guests g JOIN people p ON p.tenant_id = g.tenant_id AND p.id = g.person_id \
         WHERE g.tenant_id = $1 AND g.event_id = $2 AND p.email_index IS NOT NULL AND g.held_until IS NULL",
        event.uuid()
    )?;
    Ok(indexes.into_iter().collect())
}

/// A guest with the person behind it, as a row of what is to be removed.
type ToRemove = Vec<(GuestId, PersonId)>;

macro_rules! to_remove {
    ($tx:expr, $rest:literal, $($value:expr),+) => {{
        // On SQLite whoever writes is alone.
        let sql = match &$tx.connection {
            Connection::Sqlite(_) => concat!("SELECT id, person_id FROM guests WHERE tenant_id = $1 AND ", $rest),
            Connection::Postgres(_) => {
                concat!("SELECT id, person_id FROM guests WHERE tenant_id = $1 AND ", $rest, " FOR UPDATE")
            }
        };
        let rows: Vec<(Uuid, Uuid)> = rows!($tx, sql, $($value),+)?;
        rows.into_iter().map(|(id, person)| (GuestId::from_uuid(id), PersonId::from_uuid(person))).collect()
    }};
}

/// The guests of an import that nobody has invited and who have not answered; nobody can do so before the end of this
/// transaction.
pub(crate) async fn untouched_of_import(
    tx: &mut TenantTx,
    import: ImportId,
) -> Result<ToRemove, Failure> {
    Ok(to_remove!(
        tx,
        "import_id = $2 AND invited_at IS NULL AND accepted_at IS NULL AND declined_at IS NULL \
         AND cancelled_at IS NULL AND waiting_since IS NULL AND maybe_at IS NULL ORDER BY id",
        import.uuid()
    ))
}

/// Some guests of an event, whoever they are, whom nobody can change before the end of this transaction.
pub(crate) async fn some_of_event(
    tx: &mut TenantTx,
    event: EventId,
    limit: i64,
) -> Result<ToRemove, Failure> {
    Ok(to_remove!(
        tx,
        "event_id = $2 ORDER BY id LIMIT $3",
        event.uuid(),
        limit
    ))
}
