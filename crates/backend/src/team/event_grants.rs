//! SQL of grants for single events, within their tenant.

use domain::{
    Instant,
    access::Role,
    ids::{EventId, UserId},
};
use uuid::Uuid;

use crate::{
    Failure, accounts,
    desk::TenantTx,
    store::{execute, row, rows},
};

/// A grant for a single event; it may be past its day.
#[derive(sqlx::FromRow)]
pub(super) struct EventGrantRow {
    user_id: Uuid,
    event_id: Uuid,
    role: String,
    pub(super) granted_at: i64,
    granted_by: Uuid,
    pub(super) valid_until: Option<i64>,
}

impl EventGrantRow {
    pub(super) const fn user(&self) -> UserId {
        UserId::from_uuid(self.user_id)
    }

    pub(super) const fn event(&self) -> EventId {
        EventId::from_uuid(self.event_id)
    }

    pub(super) const fn by(&self) -> UserId {
        UserId::from_uuid(self.granted_by)
    }

    pub(super) fn role(&self) -> Result<Role, Failure> {
        accounts::sql::parse_role(&self.role)
    }

    pub(super) fn lasts(&self, now: Instant) -> bool {
        self.valid_until.is_none_or(|until| until > now.0)
    }
}

/// Of everybody, the event that begins last in front.
pub(super) async fn all(tx: &mut TenantTx) -> Result<Vec<EventGrantRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT g.user_id, g.event_id, g.role, g.granted_at, g.granted_by, g.valid_until FROM event_grants g \
         JOIN events e ON e.tenant_id = g.tenant_id AND e.id = g.event_id \
         WHERE g.tenant_id = $1 ORDER BY e.starts_at DESC, g.event_id, g.user_id LIMIT 10000"
    )?)
}

/// Of somebody at an event.
pub(super) async fn of(
    tx: &mut TenantTx,
    user: UserId,
    event: EventId,
) -> Result<Option<EventGrantRow>, Failure> {
    Ok(row!(
        tx,
        "SELECT user_id, event_id, role, granted_at, granted_by, valid_until FROM event_grants \
         WHERE tenant_id = $1 AND user_id = $2 AND event_id = $3",
        user.uuid(),
        event.uuid()
    )?)
}

/// Gives a role at an event, or another one.
pub(super) async fn set(
    tx: &mut TenantTx,
    (user, event): (UserId, EventId),
    (role, until): (Role, Option<Instant>),
    by: UserId,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO event_grants (tenant_id, user_id, event_id, role, granted_at, granted_by, valid_until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, user_id, event_id) \
         DO UPDATE SET role = $4, granted_at = $5, granted_by = $6, valid_until = $7",
        user.uuid(),
        event.uuid(),
        role.code(),
        now,
        by.uuid(),
        until.map(|at| at.0)
    )?;
    Ok(())
}

/// Ends a role at an event.
pub(super) async fn end(tx: &mut TenantTx, user: UserId, event: EventId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM event_grants WHERE tenant_id = $1 AND user_id = $2 AND event_id = $3",
        user.uuid(),
        event.uuid()
    )?;
    Ok(())
}

/// Ends all of somebody.
pub(super) async fn end_all(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM event_grants WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(())
}
