//! SQL of imports.

use domain::ids::{EventId, ImportId};

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, on_engine},
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
    let (tenant, now) = (tx.t(), tx.now().0);
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("INSERT INTO imports (tenant_id, id, event_id, sealed, uploaded_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(tenant)
            .bind(id.uuid())
            .bind(event.uuid())
            .bind(sealed)
            .bind(now)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

pub(crate) async fn state(
    tx: &mut TenantTx,
    event: EventId,
    id: ImportId,
) -> Result<Option<StateRow>, Failure> {
    let tenant = tx.t();
    Ok(on_engine!(&mut tx.connection, |c| {
        sqlx::query_as(
            "SELECT confirmed_at, undone_at, added FROM imports WHERE tenant_id = $1 AND id = $2 AND event_id = $3",
        )
        .bind(tenant)
        .bind(id.uuid())
        .bind(event.uuid())
        .fetch_optional(c)
        .await
    })?)
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
    let tenant = tx.t();
    let sealed: Option<Option<Vec<u8>>> = on_engine!(&mut tx.connection, |c| {
        sqlx::query_scalar(
            "SELECT sealed FROM imports WHERE tenant_id = $1 AND id = $2 AND event_id = $3",
        )
        .bind(tenant)
        .bind(id.uuid())
        .bind(event.uuid())
        .fetch_optional(c)
        .await
    })?;
    Ok(sealed.flatten())
}

pub(crate) async fn set_draft(
    tx: &mut TenantTx,
    id: ImportId,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let tenant = tx.t();
    let changed = on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE imports SET sealed = $3 WHERE tenant_id = $1 AND id = $2 AND confirmed_at IS NULL")
            .bind(tenant)
            .bind(id.uuid())
            .bind(sealed)
            .execute(c)
            .await
            .map(|done| done.rows_affected())
    })?;
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
    let (tenant, now) = (tx.t(), tx.now().0);
    let changed = on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "UPDATE imports SET confirmed_at = $3, added = $4, sealed = NULL \
             WHERE tenant_id = $1 AND id = $2 AND confirmed_at IS NULL",
        )
        .bind(tenant)
        .bind(id.uuid())
        .bind(now)
        .bind(i64::from(added))
        .execute(c)
        .await
        .map(|done| done.rows_affected())
    })?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Failure::NotFound)
    }
}

pub(crate) async fn set_undone(tx: &mut TenantTx, id: ImportId) -> Result<(), Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE imports SET undone_at = $3 WHERE tenant_id = $1 AND id = $2")
            .bind(tenant)
            .bind(id.uuid())
            .bind(now)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}
