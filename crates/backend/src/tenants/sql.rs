//! SQL of tenants.

use domain::{Instant, ids::TenantId};

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, on_engine},
};

/// The wrapped root key and its version.
pub(crate) async fn root(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<(u32, Vec<u8>), Failure> {
    let row: Option<(i64, Vec<u8>)> = on_engine!(connection, |c| {
        sqlx::query_as("SELECT root_version, root_wrapped FROM tenants WHERE id = $1")
            .bind(tenant.uuid())
            .fetch_optional(c)
            .await
    })?;
    let (version, wrapped) = row.ok_or(Failure::NotFound)?;
    Ok((
        u32::try_from(version).map_err(|_| Failure::Damaged("tenants.root_version"))?,
        wrapped,
    ))
}

pub(crate) async fn add(
    connection: &mut Connection,
    tenant: TenantId,
    version: u32,
    wrapped: &[u8],
    now: Instant,
) -> Result<(), Failure> {
    on_engine!(connection, |c| {
        sqlx::query(
            "INSERT INTO tenants (id, root_wrapped, root_version, created_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (id) DO NOTHING",
        )
        .bind(tenant.uuid())
        .bind(wrapped)
        .bind(i64::from(version))
        .bind(now.0)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

pub(crate) async fn sealed(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<Option<Vec<u8>>, Failure> {
    let sealed: Option<Option<Vec<u8>>> = on_engine!(connection, |c| {
        sqlx::query_scalar("SELECT sealed FROM tenants WHERE id = $1")
            .bind(tenant.uuid())
            .fetch_optional(c)
            .await
    })?;
    Ok(sealed.flatten())
}

pub(crate) async fn set_sealed(tx: &mut TenantTx, sealed: Vec<u8>) -> Result<(), Failure> {
    let tenant = tx.t();
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE tenants SET sealed = $2 WHERE id = $1")
            .bind(tenant)
            .bind(sealed)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}
