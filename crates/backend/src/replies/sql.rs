//! SQL of replies of special categories.

use domain::ids::{EventId, GuestId};
use uuid::Uuid;

use super::forget::ended_before;
use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, row, rows, value, values},
};

#[derive(sqlx::FromRow)]
pub(super) struct SpecialRow {
    pub(super) guest_id: Uuid,
    pub(super) key_id: Uuid,
    pub(super) sealed: Vec<u8>,
    pub(super) wrapped: Vec<u8>,
}

pub(super) async fn load(tx: &mut TenantTx, guest: GuestId) -> Result<Option<SpecialRow>, Failure> {
    Ok(row!(
        tx,
        "SELECT s.guest_id, s.key_id, s.sealed, k.wrapped FROM special_replies s \
         JOIN keys k ON k.tenant_id = s.tenant_id AND k.subject_id = s.key_id \
         WHERE s.tenant_id = $1 AND s.guest_id = $2",
        guest.uuid()
    )?)
}

/// The replies of an event's guests behind the one and up to the other, by id.
pub(super) async fn of_range(
    tx: &mut TenantTx,
    event: EventId,
    after: Uuid,
    until: Uuid,
) -> Result<Vec<SpecialRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT s.guest_id, s.key_id, s.sealed, k.wrapped FROM guests g \
         JOIN special_replies s ON s.tenant_id = g.tenant_id AND s.guest_id = g.id \
         JOIN keys k ON k.tenant_id = s.tenant_id AND k.subject_id = s.key_id \
         WHERE g.tenant_id = $1 AND g.event_id = $2 AND g.id > $3 AND g.id <= $4",
        event.uuid(),
        after,
        until
    )?)
}

pub(super) async fn put(
    tx: &mut TenantTx,
    guest: GuestId,
    key: Uuid,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO special_replies (tenant_id, guest_id, key_id, sealed, replied_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (tenant_id, guest_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed, \
         replied_at = excluded.replied_at",
        guest.uuid(),
        key,
        sealed,
        now
    )?;
    Ok(())
}

/// Removes the replies of a guest and returns the subject of their key.
pub(super) async fn remove(tx: &mut TenantTx, guest: GuestId) -> Result<Option<Uuid>, Failure> {
    Ok(value!(
        tx,
        "DELETE FROM special_replies WHERE tenant_id = $1 AND guest_id = $2 RETURNING key_id",
        guest.uuid()
    )?)
}

/// Events that ended so long ago that the replies are to be forgotten, and that still have some.
pub(crate) async fn events_due(tx: &mut TenantTx) -> Result<Vec<EventId>, Failure> {
    let before = ended_before(tx.now()).0;
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT e.id FROM events e WHERE e.tenant_id = $1 AND e.ends_at <= $2 AND EXISTS \
         (SELECT 1 FROM guests g JOIN special_replies s ON s.tenant_id = g.tenant_id AND s.guest_id = g.id \
          WHERE g.tenant_id = $1 AND g.event_id = e.id) LIMIT 1000",
        before
    )?;
    Ok(ids.into_iter().map(EventId::from_uuid).collect())
}

/// Some guests of an event of whom there are replies.
pub(super) async fn guests_of_event(
    tx: &mut TenantTx,
    event: EventId,
    limit: i64,
) -> Result<Vec<GuestId>, Failure> {
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT g.id FROM guests g JOIN special_replies s ON s.tenant_id = g.tenant_id AND s.guest_id = g.id \
         WHERE g.tenant_id = $1 AND g.event_id = $2 ORDER BY g.id LIMIT $3",
        event.uuid(),
        limit
    )?;
    Ok(ids.into_iter().map(GuestId::from_uuid).collect())
}
