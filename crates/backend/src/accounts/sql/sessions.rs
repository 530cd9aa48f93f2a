//! SQL of sessions, which are found before the tenant is known.

use domain::{Instant, ids::UserId};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, on_engine, rows, value},
};

#[derive(sqlx::FromRow)]
pub(crate) struct SessionRow {
    pub(crate) user_id: Uuid,
    pub(crate) tenant_id: Uuid,
    pub(crate) created_at: i64,
    pub(crate) used_at: i64,
    pub(crate) ended_at: Option<i64>,
}

/// A session in a list.
#[derive(sqlx::FromRow)]
pub(crate) struct SessionLineRow {
    pub(crate) token_hash: Vec<u8>,
    pub(crate) sealed: Option<Vec<u8>>,
    pub(crate) created_at: i64,
    pub(crate) used_at: i64,
}

pub(crate) async fn add_session(
    tx: &mut TenantTx,
    token_hash: &[u8],
    user: UserId,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO sessions (token_hash, user_id, tenant_id, created_at, used_at, sealed) \
             VALUES ($1, $2, $3, $4, $4, $5)",
        )
        .bind(token_hash)
        .bind(user.uuid())
        .bind(tenant)
        .bind(now)
        .bind(sealed)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

pub(crate) async fn session(
    connection: &mut Connection,
    token_hash: &[u8],
) -> Result<Option<SessionRow>, Failure> {
    Ok(on_engine!(connection, |c| {
        sqlx::query_as("SELECT user_id, tenant_id, created_at, used_at, ended_at FROM sessions WHERE token_hash = $1")
            .bind(token_hash)
            .fetch_optional(c)
            .await
    })?)
}

pub(crate) async fn touch_session(
    connection: &mut Connection,
    token_hash: &[u8],
    now: Instant,
) -> Result<(), Failure> {
    on_engine!(connection, |c| {
        sqlx::query("UPDATE sessions SET used_at = $2 WHERE token_hash = $1")
            .bind(token_hash)
            .bind(now.0)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

/// Ends a session; false when it was over.
pub(crate) async fn end_session(tx: &mut TenantTx, token_hash: &[u8]) -> Result<bool, Failure> {
    let now = tx.now().0;
    let ended = on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE sessions SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL")
            .bind(token_hash)
            .bind(now)
            .execute(c)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(ended == 1)
}

pub(crate) async fn end_sessions_of(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    let now = tx.now().0;
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE sessions SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL")
            .bind(user.uuid())
            .bind(now)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

/// Ends all sessions of an account but one.
pub(crate) async fn end_sessions_but(
    tx: &mut TenantTx,
    user: UserId,
    token_hash: &[u8],
) -> Result<(), Failure> {
    let now = tx.now().0;
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "UPDATE sessions SET ended_at = $3 WHERE user_id = $1 AND token_hash <> $2 AND ended_at IS NULL",
        )
        .bind(user.uuid())
        .bind(token_hash)
        .bind(now)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

/// Ends the sessions of an account in this tenant.
pub(crate) async fn end_sessions_in(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE sessions SET ended_at = $3 WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL",
        user.uuid(),
        now
    )?;
    Ok(())
}

/// Sessions of an account in this tenant that are not over, the one last used first.
pub(crate) async fn sessions_of(
    tx: &mut TenantTx,
    user: UserId,
    used_since: Instant,
    began_since: Instant,
) -> Result<Vec<SessionLineRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT token_hash, sealed, created_at, used_at FROM sessions WHERE tenant_id = $1 AND user_id = $2 \
         AND ended_at IS NULL AND used_at > $3 AND created_at > $4 ORDER BY used_at DESC, token_hash LIMIT 100",
        user.uuid(),
        used_since.0,
        began_since.0
    )?)
}

/// When an account last used this tenant.
pub(crate) async fn last_use(tx: &mut TenantTx, user: UserId) -> Result<Option<Instant>, Failure> {
    let at: Option<Option<i64>> = value!(
        tx,
        "SELECT max(used_at) FROM sessions WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(at.flatten().map(Instant))
}

/// Forgets sessions of all tenants that were last used before a time.
pub(crate) async fn forget_sessions(tx: &mut TenantTx, before: Instant) -> Result<(), Failure> {
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("DELETE FROM sessions WHERE used_at < $1")
            .bind(before.0)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}
