//! SQL of deletion.

use domain::ids::EventId;
use uuid::Uuid;

use crate::{Failure, desk::TenantTx, store::rows};

/// What is held of an event.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(super) struct Held {
    event_id: Uuid,
    pub(super) guests: i64,
    pub(super) mails: i64,
    pub(super) special: i64,
}

impl Held {
    pub(super) const fn event(&self) -> EventId {
        EventId::from_uuid(self.event_id)
    }
}

/// How many guests each event has, if any, with their mails and how many have replies of special categories.
pub(super) async fn held(tx: &mut TenantTx) -> Result<Vec<Held>, Failure> {
    Ok(rows!(
        tx,
        "SELECT g.event_id, count(*) AS guests, \
         (SELECT count(*) FROM mails m WHERE m.tenant_id = $1 AND m.event_id = g.event_id) AS mails, \
         count(s.guest_id) AS special FROM guests g \
         LEFT JOIN special_replies s ON s.tenant_id = g.tenant_id AND s.guest_id = g.id \
         WHERE g.tenant_id = $1 GROUP BY g.event_id"
    )?)
}
