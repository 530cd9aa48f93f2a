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
    pub(crate) proved_at: Option<i64>,
    pub(crate) factor_at: Option<i64>,
    pub(crate) factor_required_at: Option<i64>,
}

/// A session in a list.
#[derive(sqlx::FromRow)]
pub(crate) struct SessionLineRow {
    pub(crate) token_hash: Vec<u8>,
    pub(crate) sealed: Option<Vec<u8>>,
    pub(crate) created_at: i64,
    pub(crate) used_at: i64,
}

pub(crate) struct NewSession<'a> {
    pub(crate) token_hash: &'a [u8],
    pub(crate) user: UserId,
    pub(crate) sealed: Vec<u8>,
    pub(crate) proved_at: Instant,
    pub(crate) factor_at: Option<Instant>,
    /// When it began, perhaps in another tenant.
    pub(crate) created_at: Instant,
}

pub(crate) async fn add_session(tx: &mut TenantTx, new: NewSession<'_>) -> Result<(), Failure> {
    let (tenant, now) = (tx.t(), tx.now().0);
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO sessions (token_hash, user_id, tenant_id, created_at, used_at, sealed, proved_at, factor_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(new.token_hash)
        .bind(new.user.uuid())
        .bind(tenant)
        .bind(new.created_at.0)
        .bind(now)
        .bind(new.sealed)
        .bind(new.proved_at.0)
        .bind(new.factor_at.map(|at| at.0))
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
        sqlx::query_as(
            "SELECT s.user_id, s.tenant_id, s.created_at, s.used_at, s.ended_at, s.proved_at, s.factor_at, \
             t.factor_required_at FROM sessions s JOIN tenants t ON t.id = s.tenant_id WHERE s.token_hash = $1",
        )
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

/// The sealed device of a session that is not over.
pub(crate) async fn device(
    tx: &mut TenantTx,
    token_hash: &[u8],
) -> Result<Option<Vec<u8>>, Failure> {
    let device: Option<Option<Vec<u8>>> = value!(
        tx,
        "SELECT sealed FROM sessions WHERE tenant_id = $1 AND token_hash = $2 AND ended_at IS NULL",
        token_hash
    )?;
    Ok(device.flatten())
}

pub(crate) struct Renewed<'a> {
    pub(crate) token_hash: &'a [u8],
    pub(crate) sealed: Option<Vec<u8>>,
    pub(crate) strong: bool,
}

/// Puts a session under another token because who it is was proved now; false when it is over.
pub(crate) async fn renew_session(
    tx: &mut TenantTx,
    old_hash: &[u8],
    renewed: Renewed<'_>,
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let done = execute!(
        tx,
        "UPDATE sessions SET token_hash = $3, sealed = $4, proved_at = $5, factor_at = coalesce($6, factor_at) \
         WHERE tenant_id = $1 AND token_hash = $2 AND ended_at IS NULL",
        old_hash,
        renewed.token_hash,
        renewed.sealed,
        now,
        renewed.strong.then_some(now)
    )?;
    Ok(done == 1)
}

/// Notes of a session that its account has a second factor now, or none any more.
pub(crate) async fn set_factor_at(
    tx: &mut TenantTx,
    token_hash: &[u8],
    at: Option<Instant>,
) -> Result<(), Failure> {
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE sessions SET factor_at = $2 WHERE token_hash = $1")
            .bind(token_hash)
            .bind(at.map(|at| at.0))
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

/// Notes of a session that who it is was proved now.
pub(crate) async fn set_proved(tx: &mut TenantTx, token_hash: &[u8]) -> Result<(), Failure> {
    let now = tx.now().0;
    on_engine!(&mut tx.connection, |c| {
        sqlx::query("UPDATE sessions SET proved_at = $2 WHERE token_hash = $1")
            .bind(token_hash)
            .bind(now)
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

/// Ends all sessions of an account but one, in every tenant; false if there was no other.
pub(crate) async fn end_sessions_but(
    tx: &mut TenantTx,
    user: UserId,
    token_hash: &[u8],
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let ended = on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "UPDATE sessions SET ended_at = $3 WHERE user_id = $1 AND token_hash <> $2 AND ended_at IS NULL",
        )
        .bind(user.uuid())
        .bind(token_hash)
        .bind(now)
        .execute(c)
        .await
        .map(|done| done.rows_affected())
    })?;
    Ok(ended > 0)
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

/// How many sessions of an account in other tenants are not over.
pub(crate) async fn sessions_elsewhere(
    tx: &mut TenantTx,
    user: UserId,
    used_since: Instant,
    began_since: Instant,
) -> Result<i64, Failure> {
    let found: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM sessions WHERE tenant_id <> $1 AND user_id = $2 \
         AND ended_at IS NULL AND used_at > $3 AND created_at > $4",
        user.uuid(),
        used_since.0,
        began_since.0
    )?;
    Ok(found.unwrap_or_default())
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
