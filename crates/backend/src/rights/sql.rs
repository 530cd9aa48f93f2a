//! SQL of what is held about somebody.

use domain::{
    Instant,
    ids::{GuestId, PersonId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{rows, values},
};

/// Every guest that a person is.
pub(super) async fn guests(tx: &mut TenantTx, person: PersonId) -> Result<Vec<GuestId>, Failure> {
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT id FROM guests WHERE tenant_id = $1 AND person_id = $2 ORDER BY id",
        person.uuid()
    )?;
    Ok(ids.into_iter().map(GuestId::from_uuid).collect())
}

/// A mail that is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct MailRow {
    pub(super) kind: String,
    pub(super) queued_at: i64,
    pub(super) sent_at: Option<i64>,
}

/// The mails to a guest, the newest first.
pub(super) async fn mails(tx: &mut TenantTx, guest: GuestId) -> Result<Vec<MailRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT kind, queued_at, sent_at FROM mails WHERE tenant_id = $1 AND guest_id = $2 ORDER BY id DESC LIMIT 500",
        guest.uuid()
    )?)
}

/// When files with the whole list of an event were taken along, since then.
pub(super) async fn exports(
    tx: &mut TenantTx,
    event: Uuid,
    since: Instant,
) -> Result<Vec<i64>, Failure> {
    Ok(values!(
        tx,
        "SELECT at FROM entries WHERE tenant_id = $1 AND event_id = $2 AND action = 'guests.exported' AND at >= $3 \
         ORDER BY at DESC LIMIT 100",
        event,
        since.0
    )?)
}
