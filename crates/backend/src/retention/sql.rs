//! SQL of deletion.

use domain::{
    Instant,
    ids::{EventId, GuestId, ImportId, PersonId},
};
use uuid::Uuid;

use crate::{Failure, desk::TenantTx, store::on_engine};

/// Guests deleted in one transaction.
const BATCH: i64 = 200;

/// Events whose guests' time is over and who still have some.
pub(super) async fn due_events(tx: &mut TenantTx) -> Result<Vec<EventId>, Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    let ids: Vec<Uuid> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_scalar(
            "SELECT e.id FROM events e WHERE e.tenant_id = $1 AND e.delete_after <= $2 AND EXISTS \
             (SELECT 1 FROM guests g WHERE g.tenant_id = $1 AND g.event_id = e.id) LIMIT 1000",
        )
        .bind(tenant)
        .bind(now)
        .fetch_all(c)
        .await
    })?;
    Ok(ids.into_iter().map(EventId::from_uuid).collect())
}

pub(super) async fn guests_of(
    tx: &mut TenantTx,
    event: EventId,
) -> Result<Vec<(GuestId, PersonId)>, Failure> {
    let tenant = tx.t();
    let rows: Vec<(Uuid, Uuid)> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(
            "SELECT id, person_id FROM guests WHERE tenant_id = $1 AND event_id = $2 LIMIT $3",
        )
        .bind(tenant)
        .bind(event.uuid())
        .bind(BATCH)
        .fetch_all(c)
        .await
    })?;
    Ok(rows
        .into_iter()
        .map(|(id, person)| (GuestId::from_uuid(id), PersonId::from_uuid(person)))
        .collect())
}

/// Lists that were uploaded before and never confirmed.
pub(super) async fn forgotten_uploads(
    tx: &mut TenantTx,
    before: Instant,
) -> Result<Vec<(ImportId, EventId)>, Failure> {
    let tenant = tx.t();
    let rows: Vec<(Uuid, Uuid)> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(
            "SELECT id, event_id FROM imports WHERE tenant_id = $1 AND confirmed_at IS NULL \
             AND uploaded_at <= $2 LIMIT 1000",
        )
        .bind(tenant)
        .bind(before.0)
        .fetch_all(c)
        .await
    })?;
    Ok(rows
        .into_iter()
        .map(|(id, event)| (ImportId::from_uuid(id), EventId::from_uuid(event)))
        .collect())
}

pub(super) async fn remove_upload(tx: &mut TenantTx, upload: ImportId) -> Result<(), Failure> {
    let tenant = tx.t();
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("DELETE FROM imports WHERE tenant_id = $1 AND id = $2 AND confirmed_at IS NULL")
            .bind(tenant)
            .bind(upload.uuid())
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}
