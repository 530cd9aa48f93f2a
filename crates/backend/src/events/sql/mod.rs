//! SQL of events.

mod figures;
mod steps;

pub(crate) use figures::{answers_by_hour, figures};
pub(crate) use steps::take_step;

use domain::{
    Instant,
    events::{Event, EventPlan},
    ids::{EventId, UserId},
};
use uuid::Uuid;
use vault::PersonKey;

use super::row::{EventRow, open};
use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, row, rows, value, values},
    tenants::{self, TenantProfile},
};

/// The longest list of events.
const EVENTS_MAX: i64 = 1_000;

macro_rules! event_columns {
    ($more:literal, $rest:literal) => {
        concat!(
            "SELECT e.id, e.slug, e.sealed, k.wrapped, e.starts_at, e.ends_at, e.zone, e.admission, e.capacity, ",
            "e.taken, e.companions_max, e.answer_until, e.delete_after, e.created_at, e.published_at, e.closed_at, ",
            "e.cancelled_at, e.opens_at, e.moved_at, e.archived_at, e.offer_hours, e.by_approval, e.maybe, ",
            "CAST(CASE WHEN e.offer_hours IS NOT NULL AND EXISTS (SELECT 1 FROM guests w ",
            "JOIN people p ON p.tenant_id = w.tenant_id AND p.id = w.person_id AND p.email_index IS NOT NULL ",
            "WHERE w.tenant_id = e.tenant_id AND w.event_id = e.id ",
            "AND w.waiting_since IS NOT NULL AND w.offered_until IS NULL AND w.held_until IS NULL ",
            "AND (e.capacity IS NULL OR w.places_wanted <= e.capacity)) THEN 1 ELSE 0 END AS BIGINT) AS is_awaited",
            $more,
            " FROM events e JOIN keys k ON k.tenant_id = e.tenant_id AND k.subject_id = e.id ",
            $rest
        )
    };
    ($rest:literal) => {
        event_columns!("", $rest)
    };
}

#[derive(sqlx::FromRow)]
struct PublicRow {
    #[sqlx(flatten)]
    event: EventRow,
    profile_sealed: Option<Vec<u8>>,
    profile_wrapped: Option<Vec<u8>>,
}

/// An event and who invites to it, in one look: the page that is asked for most.
pub(crate) async fn load_with_organiser(
    tx: &mut TenantTx,
    id: EventId,
) -> Result<(Event, TenantProfile), Failure> {
    let row: Option<PublicRow> = row!(
        tx,
        event_columns!(
            ", t.sealed AS profile_sealed, p.wrapped AS profile_wrapped",
            "JOIN tenants t ON t.id = e.tenant_id \
             LEFT JOIN keys p ON p.tenant_id = t.id AND p.subject_id = t.id \
             WHERE e.tenant_id = $1 AND e.id = $2"
        ),
        id.uuid()
    )?;
    let row = row.ok_or(Failure::NotFound)?;
    let profile = match (row.profile_sealed, row.profile_wrapped) {
        (Some(sealed), Some(wrapped)) => tenants::open_profile(tx, sealed, &wrapped).await?,
        _ => TenantProfile::default(),
    };
    let (event, _) = open(tx, row.event).await?;
    Ok((event, profile))
}

pub(crate) async fn load(tx: &mut TenantTx, id: EventId) -> Result<(Event, PersonKey), Failure> {
    tx.must_reach(id)?;
    let row: Option<EventRow> = row!(
        tx,
        event_columns!("WHERE e.tenant_id = $1 AND e.id = $2"),
        id.uuid()
    )?;
    open(tx, row.ok_or(Failure::NotFound)?).await
}

/// Likewise, and whoever else wants to change this event waits for the end of this transaction.
pub(crate) async fn load_for_change(
    tx: &mut TenantTx,
    id: EventId,
) -> Result<(Event, PersonKey), Failure> {
    tx.must_reach(id)?;
    let sql = match &tx.connection {
        // Whoever writes is alone.
        Connection::Sqlite(_) => event_columns!("WHERE e.tenant_id = $1 AND e.id = $2"),
        Connection::Postgres(_) => {
            event_columns!("WHERE e.tenant_id = $1 AND e.id = $2 FOR UPDATE OF e")
        }
    };
    let row: Option<EventRow> = row!(tx, sql, id.uuid())?;
    open(tx, row.ok_or(Failure::NotFound)?).await
}

pub(crate) async fn all(tx: &mut TenantTx) -> Result<Vec<Event>, Failure> {
    let rows: Vec<EventRow> = rows!(
        tx,
        event_columns!("WHERE e.tenant_id = $1 ORDER BY e.starts_at DESC LIMIT $2"),
        EVENTS_MAX
    )?;
    open_all(tx, rows).await
}

/// Every event that has guests, the next to be deleted first.
pub(crate) async fn all_with_guests(tx: &mut TenantTx) -> Result<Vec<Event>, Failure> {
    let rows: Vec<EventRow> = rows!(
        tx,
        event_columns!(
            "WHERE e.tenant_id = $1 AND EXISTS (SELECT 1 FROM guests g WHERE g.tenant_id = $1 AND g.event_id = e.id) \
             ORDER BY e.delete_after, e.id"
        )
    )?;
    open_all(tx, rows).await
}

/// The events at which somebody has a role now.
pub(crate) async fn of_user(tx: &mut TenantTx, user: UserId) -> Result<Vec<Event>, Failure> {
    let now = tx.now().0;
    let rows: Vec<EventRow> = rows!(
        tx,
        event_columns!(
            "WHERE e.tenant_id = $1 AND EXISTS (SELECT 1 FROM event_grants g WHERE g.tenant_id = $1 AND g.user_id = $2 \
             AND g.event_id = e.id AND (g.valid_until IS NULL OR g.valid_until > $3)) ORDER BY e.starts_at DESC LIMIT $4"
        ),
        user.uuid(),
        now,
        EVENTS_MAX
    )?;
    open_all(tx, rows).await
}

async fn open_all(tx: &mut TenantTx, rows: Vec<EventRow>) -> Result<Vec<Event>, Failure> {
    let mut events = Vec::with_capacity(rows.len());
    for row in rows {
        events.push(open(tx, row).await?.0);
    }
    Ok(events)
}

pub(crate) async fn by_request(
    tx: &mut TenantTx,
    request_key: Uuid,
) -> Result<Option<EventId>, Failure> {
    let id: Option<Uuid> = value!(
        tx,
        "SELECT id FROM events WHERE tenant_id = $1 AND request_key = $2",
        request_key.as_bytes().as_slice()
    )?;
    Ok(id.map(EventId::from_uuid))
}

/// Adds an event; false when the same form was sent before.
pub(crate) async fn add(
    tx: &mut TenantTx,
    id: EventId,
    slug: &str,
    sealed: Vec<u8>,
    plan: &EventPlan,
    request_key: Uuid,
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO events (tenant_id, id, slug, sealed, starts_at, ends_at, zone, admission, capacity, \
         companions_max, answer_until, delete_after, request_key, created_at, opens_at, offer_hours, by_approval, maybe) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) \
         ON CONFLICT (tenant_id, request_key) DO NOTHING",
        id.uuid(),
        slug,
        sealed,
        plan.schedule.starts_at.0,
        plan.schedule.ends_at.0,
        &plan.schedule.zone,
        plan.admission.code(),
        plan.capacity.map(i64::from),
        i64::from(plan.companions_max),
        plan.answer_until().0,
        plan.delete_after().0,
        request_key.as_bytes().as_slice(),
        now,
        plan.answers.opens_at.map(|at| at.0),
        plan.offer_hours.map(i64::from),
        i64::from(plan.rules.by_approval),
        i64::from(plan.rules.maybe)
    )?;
    Ok(added == 1)
}

/// Changes an event unless its places would sink below those taken; false then.
pub(crate) async fn update(
    tx: &mut TenantTx,
    id: EventId,
    sealed: Vec<u8>,
    plan: &EventPlan,
    moved_at: Option<Instant>,
) -> Result<bool, Failure> {
    let changed = execute!(
        tx,
        "UPDATE events SET sealed = $3, starts_at = $4, ends_at = $5, zone = $6, admission = $7, capacity = $8, \
         companions_max = $9, answer_until = $10, delete_after = $11, opens_at = $12, moved_at = $13, \
         offer_hours = $14, by_approval = $15, maybe = $16 WHERE tenant_id = $1 AND id = $2 \
         AND (CAST($8 AS BIGINT) IS NULL OR taken <= $8)",
        id.uuid(),
        sealed,
        plan.schedule.starts_at.0,
        plan.schedule.ends_at.0,
        &plan.schedule.zone,
        plan.admission.code(),
        plan.capacity.map(i64::from),
        i64::from(plan.companions_max),
        plan.answer_until().0,
        plan.delete_after().0,
        plan.answers.opens_at.map(|at| at.0),
        moved_at.map(|at| at.0),
        plan.offer_hours.map(i64::from),
        i64::from(plan.rules.by_approval),
        i64::from(plan.rules.maybe)
    )?;
    Ok(changed == 1)
}

/// Writes what people read about an event.
pub(crate) async fn set_file(
    tx: &mut TenantTx,
    id: EventId,
    sealed: Vec<u8>,
    moved_at: Option<Instant>,
) -> Result<(), Failure> {
    execute!(
        tx,
        "UPDATE events SET sealed = $3, moved_at = $4 WHERE tenant_id = $1 AND id = $2",
        id.uuid(),
        sealed,
        moved_at.map(|at| at.0)
    )?;
    Ok(())
}

/// Takes (or gives back, if negative) places in one statement: false when there are not enough. This is the rule that
/// never oversells; everything before it is courtesy.
pub(crate) async fn take_places(
    tx: &mut TenantTx,
    id: EventId,
    places: i64,
) -> Result<bool, Failure> {
    let taken = execute!(
        tx,
        "UPDATE events SET taken = taken + $3 WHERE tenant_id = $1 AND id = $2 \
         AND ($3 <= 0 OR cancelled_at IS NULL AND (capacity IS NULL OR taken + $3 <= capacity))",
        id.uuid(),
        places
    )?;
    Ok(taken == 1)
}

/// Whether anybody is on the list.
pub(crate) async fn has_guests(tx: &mut TenantTx, id: EventId) -> Result<bool, Failure> {
    let found: Option<Uuid> = value!(
        tx,
        "SELECT id FROM guests WHERE tenant_id = $1 AND event_id = $2 LIMIT 1",
        id.uuid()
    )?;
    Ok(found.is_some())
}

/// Events whose guests' time is over and who still have some.
pub(crate) async fn due_for_deletion(tx: &mut TenantTx) -> Result<Vec<EventId>, Failure> {
    let now = tx.now().0;
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT e.id FROM events e WHERE e.tenant_id = $1 AND e.delete_after <= $2 AND EXISTS \
         (SELECT 1 FROM guests g WHERE g.tenant_id = $1 AND g.event_id = e.id) LIMIT 1000",
        now
    )?;
    Ok(ids.into_iter().map(EventId::from_uuid).collect())
}
