//! SQL of accounts, grants and sessions.

use domain::{
    Instant,
    access::Role,
    ids::{TenantId, UserId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, on_engine, row, rows, value, values},
};

#[derive(sqlx::FromRow)]
pub(crate) struct AccountRow {
    pub(crate) id: Uuid,
    pub(crate) password_hash: String,
}

#[derive(sqlx::FromRow)]
pub(crate) struct SessionRow {
    pub(crate) user_id: Uuid,
    pub(crate) tenant_id: Uuid,
    pub(crate) created_at: i64,
    pub(crate) used_at: i64,
    pub(crate) ended_at: Option<i64>,
}

/// Adds an account; false when the address is taken.
pub(crate) async fn add_user(
    tx: &mut TenantTx,
    id: UserId,
    email_index: &[u8],
    password_hash: &str,
    sealed: Vec<u8>,
) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO users (tenant_id, id, email_index, password_hash, sealed, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id, email_index) DO NOTHING",
        id.uuid(),
        email_index,
        password_hash,
        sealed,
        now
    )?;
    Ok(added == 1)
}

pub(crate) async fn add_grant(
    tx: &mut TenantTx,
    user: UserId,
    organiser: TenantId,
    role: Role,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO grants (tenant_id, user_id, organiser_id, role, granted_at) VALUES ($1, $2, $3, $4, $5)",
        user.uuid(),
        organiser.uuid(),
        role.code(),
        now
    )?;
    Ok(())
}

pub(crate) async fn account_by_email(
    tx: &mut TenantTx,
    index: &[u8],
) -> Result<Option<AccountRow>, Failure> {
    Ok(row!(
        tx,
        "SELECT id, password_hash FROM users WHERE tenant_id = $1 AND email_index = $2 AND disabled_at IS NULL",
        index
    )?)
}

pub(crate) async fn accounts(tx: &mut TenantTx) -> Result<Vec<(UserId, bool)>, Failure> {
    let rows: Vec<(Uuid, Option<i64>)> = rows!(
        tx,
        "SELECT id, disabled_at FROM users WHERE tenant_id = $1 ORDER BY id LIMIT 10000"
    )?;
    Ok(rows
        .into_iter()
        .map(|(id, disabled_at)| (UserId::from_uuid(id), disabled_at.is_some()))
        .collect())
}

pub(crate) async fn sealed(tx: &mut TenantTx, user: UserId) -> Result<Option<Vec<u8>>, Failure> {
    Ok(value!(
        tx,
        "SELECT sealed FROM users WHERE tenant_id = $1 AND id = $2",
        user.uuid()
    )?)
}

/// The role of an account in a tenant, while both last.
pub(crate) async fn role_of(
    tx: &mut TenantTx,
    user: UserId,
    organiser: TenantId,
) -> Result<Option<Role>, Failure> {
    let role: Option<String> = value!(
        tx,
        "SELECT g.role FROM grants g JOIN users u ON u.tenant_id = g.tenant_id AND u.id = g.user_id \
         WHERE g.tenant_id = $1 AND g.user_id = $2 AND g.organiser_id = $3 AND g.ended_at IS NULL \
         AND u.disabled_at IS NULL",
        user.uuid(),
        organiser.uuid()
    )?;
    role.map(|role| role.parse().map_err(|_| Failure::Damaged("grants.role")))
        .transpose()
}

/// Accounts that have a role in a tenant, while both last.
pub(crate) async fn with_role(
    tx: &mut TenantTx,
    organiser: TenantId,
    role: Role,
) -> Result<Vec<UserId>, Failure> {
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT u.id FROM grants g JOIN users u ON u.tenant_id = g.tenant_id AND u.id = g.user_id \
         WHERE g.tenant_id = $1 AND g.organiser_id = $2 AND g.role = $3 AND g.ended_at IS NULL \
         AND u.disabled_at IS NULL ORDER BY u.id LIMIT 100",
        organiser.uuid(),
        role.code()
    )?;
    Ok(ids.into_iter().map(UserId::from_uuid).collect())
}

/// The tenant that an account joined first.
pub(crate) async fn first_grant(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Option<TenantId>, Failure> {
    let organiser: Option<Uuid> = value!(
        tx,
        "SELECT organiser_id FROM grants WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL \
         ORDER BY granted_at, organiser_id LIMIT 1",
        user.uuid()
    )?;
    Ok(organiser.map(TenantId::from_uuid))
}

pub(crate) async fn add_session(
    tx: &mut TenantTx,
    token_hash: &[u8],
    user: UserId,
    tenant: TenantId,
) -> Result<(), Failure> {
    let now = tx.now().0;
    on_engine!(&mut tx.connection, |c| {
        sqlx::query(
            "INSERT INTO sessions (token_hash, user_id, tenant_id, created_at, used_at) VALUES ($1, $2, $3, $4, $4)",
        )
        .bind(token_hash)
        .bind(user.uuid())
        .bind(tenant.uuid())
        .bind(now)
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

pub(crate) async fn disable(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE users SET disabled_at = $3 WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL",
        user.uuid(),
        now
    )?;
    Ok(())
}

pub(crate) async fn set_password(
    tx: &mut TenantTx,
    user: UserId,
    hash: &str,
) -> Result<(), Failure> {
    execute!(
        tx,
        "UPDATE users SET password_hash = $3 WHERE tenant_id = $1 AND id = $2",
        user.uuid(),
        hash
    )?;
    Ok(())
}
