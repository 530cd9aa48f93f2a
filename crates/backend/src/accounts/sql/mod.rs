//! SQL of accounts.

use domain::{Instant, ids::UserId};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, row, rows, value, values},
};

mod challenges;
mod factors;
mod grants;
mod identities;
mod recovery;
mod sessions;

pub(crate) use challenges::{
    ChallengeRow, add_challenge, challenge, challenges_of, forget_challenges, remove_challenge,
    remove_challenges_of,
};
pub(crate) use factors::{
    NewFactor, add_code, add_factor, codes_left, factors_of, has_factor, passkey, remove_codes,
    remove_factor, remove_factors, use_code, use_factor, use_step,
};
pub(crate) use grants::{
    grants_of, parse_role, role_of, roles_at_events, set_grant, with_any_role, with_role,
};
pub(crate) use identities::{identity, provider_is_from_before, tie, tied, untie, untie_all};
pub(crate) use recovery::{
    add_reset, attempts, forget_attempts, forget_old_attempts, forget_resets, last_reset,
    remove_resets, set_attempts, user_of_reset,
};
pub(crate) use sessions::{
    NewSession, Renewed, add_session, device, end_session, end_sessions_but, end_sessions_in,
    end_sessions_of, forget_sessions, last_use, renew_session, session, sessions_elsewhere,
    sessions_of, set_factor_at, set_proved, touch_session,
};

#[derive(sqlx::FromRow)]
pub(crate) struct AccountRow {
    pub(crate) id: Uuid,
    pub(crate) password_hash: String,
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

/// How an account stands.
pub(crate) struct Standing {
    /// When the password was set.
    pub(crate) password_at: Option<Instant>,
    /// Whether there is a second factor.
    pub(crate) has_factor: bool,
}

/// How an account stands while it lasts; asked at the front door.
pub(crate) async fn standing(tx: &mut TenantTx, user: UserId) -> Result<Option<Standing>, Failure> {
    let found: Option<(Option<i64>, Option<i64>)> = row!(
        tx,
        "SELECT u.password_at, (SELECT max(f.confirmed_at) FROM factors f \
         WHERE f.tenant_id = u.tenant_id AND f.user_id = u.id) \
         FROM users u WHERE u.tenant_id = $1 AND u.id = $2 AND u.disabled_at IS NULL",
        user.uuid()
    )?;
    Ok(found.map(|(password_at, factor_at)| Standing {
        password_at: password_at.map(Instant),
        has_factor: factor_at.is_some(),
    }))
}

/// Whether an account is of the provider's support, while it lasts; asked at the front door.
pub(crate) async fn is_support(tx: &mut TenantTx, user: UserId) -> Result<bool, Failure> {
    let found: Option<Uuid> = value!(
        tx,
        "SELECT id FROM users WHERE tenant_id = $1 AND id = $2 AND support_at IS NOT NULL AND disabled_at IS NULL",
        user.uuid()
    )?;
    Ok(found.is_some())
}

/// The accounts of the provider's support; asked at the front door.
pub(crate) async fn supporters(tx: &mut TenantTx) -> Result<Vec<UserId>, Failure> {
    let ids: Vec<Uuid> = values!(
        tx,
        "SELECT id FROM users WHERE tenant_id = $1 AND support_at IS NOT NULL AND disabled_at IS NULL \
         ORDER BY id LIMIT 100"
    )?;
    Ok(ids.into_iter().map(UserId::from_uuid).collect())
}

/// Makes an account one of the provider's support.
pub(crate) async fn set_support(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE users SET support_at = $3 WHERE tenant_id = $1 AND id = $2",
        user.uuid(),
        now
    )?;
    Ok(())
}

pub(crate) async fn password_hash(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Option<String>, Failure> {
    Ok(value!(
        tx,
        "SELECT password_hash FROM users WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL",
        user.uuid()
    )?)
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
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE users SET password_hash = $3, password_at = $4 WHERE tenant_id = $1 AND id = $2",
        user.uuid(),
        hash,
        now
    )?;
    Ok(())
}
