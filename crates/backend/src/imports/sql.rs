//! SQL of imports.

use domain::{
    Instant,
    ids::{EventId, ImportId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, row, rows, value},
};

#[derive(sqlx::FromRow)]
pub(crate) struct StateRow {
    pub(crate) confirmed_at: Option<i64>,
    pub(crate) undone_at: Option<i64>,
    pub(crate) added: i64,
}

pub(crate) async fn add(
    tx: &mut TenantTx,
    id: ImportId,
    event: EventId,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO imports (tenant_id, id, event_id, sealed, uploaded_at) VALUES ($1, $2, $3, $4, $5)",
        id.uuid(),
        event.uuid(),
        sealed,
        now
    )?;
    Ok(())
}

pub(crate) async fn state(
    tx: &mut TenantTx,
    event: EventId,
    id: ImportId,
) -> Result<Option<StateRow>, Failure> {
    tx.must_reach(event)?;
    Ok(row!(
        tx,
        "SELECT confirmed_at, undone_at, added FROM imports WHERE tenant_id = $1 AND id = $2 AND event_id = $3",
        id.uuid(),
        event.uuid()
    )?)
}

/// Likewise, and whoever else wants to change this import waits for the end of this transaction.
pub(crate) async fn state_for_change(
    tx: &mut TenantTx,
    event: EventId,
    id: ImportId,
) -> Result<Option<StateRow>, Failure> {
    let tenant = tx.t();
    // On SQLite whoever writes is alone.
    if let Connection::Postgres(connection) = &mut tx.connection {
        sqlx::query(
            "SELECT 1 FROM imports WHERE tenant_id = $1 AND id = $2 AND event_id = $3 FOR UPDATE",
        )
        .bind(tenant)
        .bind(id.uuid())
        .bind(event.uuid())
        .execute(&mut **connection)
        .await?;
    }
    state(tx, event, id).await
}

pub(crate) async fn draft(
    tx: &mut TenantTx,
    event: EventId,
    id: ImportId,
) -> Result<Option<Vec<u8>>, Failure> {
    tx.must_reach(event)?;
    let sealed: Option<Option<Vec<u8>>> = value!(
        tx,
        "SELECT sealed FROM imports WHERE tenant_id = $1 AND id = $2 AND event_id = $3",
        id.uuid(),
        event.uuid()
    )?;
    Ok(sealed.flatten())
}

pub(crate) async fn set_draft(
    tx: &mut TenantTx,
    id: ImportId,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let changed = execute!(
        tx,
        "UPDATE imports SET sealed = $3 WHERE tenant_id = $1 AND id = $2 AND confirmed_at IS NULL",
        id.uuid(),
        sealed
    )?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Failure::NotFound)
    }
}

/// Marks an import as taken over and forgets the list.
pub(crate) async fn set_confirmed(
    tx: &mut TenantTx,
    id: ImportId,
    added: u32,
) -> Result<(), Failure> {
    let now = tx.now().0;
    let changed = execute!(
        tx,
        "UPDATE imports SET confirmed_at = $3, added = $4, sealed = NULL \
         WHERE tenant_id = $1 AND id = $2 AND confirmed_at IS NULL",
        id.uuid(),
        now,
        i64::from(added)
    )?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Failure::NotFound)
    }
}

pub(crate) async fn set_undone(tx: &mut TenantTx, id: ImportId) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE imports SET undone_at = $3 WHERE tenant_id = $1 AND id = $2",
        id.uuid(),
        now
    )?;
    Ok(())
}

/// Lists that were uploaded before and never confirmed.
pub(crate) async fn forgotten(
    tx: &mut TenantTx,
    before: Instant,
) -> Result<Vec<(ImportId, EventId)>, Failure> {
    let rows: Vec<(Uuid, Uuid)> = rows!(
        tx,
        "SELECT id, event_id FROM imports WHERE tenant_id = $1 AND confirmed_at IS NULL \
         AND uploaded_at <= $2 LIMIT 1000",
        before.0
    )?;
    Ok(rows
        .into_iter()
        .map(|(id, event)| (ImportId::from_uuid(id), EventId::from_uuid(event)))
        .collect())
}

/// Removes a list that nobody confirmed; false when somebody did meanwhile.
pub(crate) async fn remove_forgotten(tx: &mut TenantTx, id: ImportId) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM imports WHERE tenant_id = $1 AND id = $2 AND confirmed_at IS NULL",
        id.uuid()
    )?;
    Ok(removed == 1)
}
