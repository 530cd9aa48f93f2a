//! SQL of tenants.

use domain::{Instant, access::ReviewInterval, ids::TenantId};

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, on_engine, row, value},
};

/// Adds a tenant; nothing happens when it is there.
pub(crate) async fn add(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<(), Failure> {
    on_engine!(connection, |c| {
        sqlx::query(
            "INSERT INTO tenants (id, created_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING",
        )
        .bind(tenant.uuid())
        .bind(now.0)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

/// The sealed profile of the transaction's tenant and the wrapped key under which it is sealed.
pub(crate) async fn sealed(tx: &mut TenantTx) -> Result<Option<(Vec<u8>, Vec<u8>)>, Failure> {
    Ok(row!(
        tx,
        "SELECT t.sealed, k.wrapped FROM tenants t JOIN keys k ON k.tenant_id = t.id AND k.subject_id = t.id \
         WHERE t.id = $1 AND t.sealed IS NOT NULL"
    )?)
}

pub(crate) async fn set_sealed(tx: &mut TenantTx, sealed: Vec<u8>) -> Result<(), Failure> {
    execute!(tx, "UPDATE tenants SET sealed = $2 WHERE id = $1", sealed)?;
    Ok(())
}

/// When the tenant was made, and the days between two access reviews, if somebody chose them.
pub(crate) async fn review_interval(tx: &mut TenantTx) -> Result<(i64, Option<i64>), Failure> {
    let found: Option<(i64, Option<i64>)> = row!(
        tx,
        "SELECT created_at, review_every_days FROM tenants WHERE id = $1"
    )?;
    found.ok_or(Failure::NotFound)
}

pub(crate) async fn set_review_interval(
    tx: &mut TenantTx,
    every: ReviewInterval,
) -> Result<(), Failure> {
    execute!(
        tx,
        "UPDATE tenants SET review_every_days = $2 WHERE id = $1",
        i64::from(every.days())
    )?;
    Ok(())
}

/// Whether the team has to sign in with a second factor.
pub(crate) async fn factor_required(tx: &mut TenantTx) -> Result<bool, Failure> {
    let at: Option<Option<i64>> =
        value!(tx, "SELECT factor_required_at FROM tenants WHERE id = $1")?;
    Ok(at.flatten().is_some())
}

pub(crate) async fn set_factor_required(tx: &mut TenantTx, wanted: bool) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE tenants SET factor_required_at = $2 WHERE id = $1",
        wanted.then_some(now)
    )?;
    Ok(())
}
