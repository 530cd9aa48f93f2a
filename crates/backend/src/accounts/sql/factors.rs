//! SQL of passkeys, codes from an app and recovery codes.

use domain::{
    Instant,
    ids::{FactorId, UserId},
};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, row, rows, value},
};

/// A factor of an account.
#[derive(sqlx::FromRow)]
pub(crate) struct FactorRow {
    pub(crate) id: Uuid,
    pub(crate) user_id: Uuid,
    pub(crate) kind: String,
    pub(crate) sealed: Vec<u8>,
    pub(crate) made_at: i64,
    pub(crate) confirmed_at: Option<i64>,
    pub(crate) used_at: Option<i64>,
}

pub(crate) struct NewFactor<'a> {
    pub(crate) id: FactorId,
    pub(crate) user: UserId,
    pub(crate) kind: &'a str,
    pub(crate) credential_hash: Option<Vec<u8>>,
    pub(crate) sealed: Vec<u8>,
    pub(crate) confirmed_at: Option<Instant>,
}

/// Adds a factor; false when the passkey is known already.
pub(crate) async fn add_factor(tx: &mut TenantTx, new: NewFactor<'_>) -> Result<bool, Failure> {
    let now = tx.now().0;
    let added = execute!(
        tx,
        "INSERT INTO factors (tenant_id, id, user_id, kind, credential_hash, sealed, made_at, confirmed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant_id, credential_hash) DO NOTHING",
        new.id.uuid(),
        new.user.uuid(),
        new.kind,
        new.credential_hash,
        new.sealed,
        now,
        new.confirmed_at.map(|at| at.0)
    )?;
    Ok(added == 1)
}

/// The factors of an account, also one whose set-up was not finished; the oldest first.
pub(crate) async fn factors_of(tx: &mut TenantTx, user: UserId) -> Result<Vec<FactorRow>, Failure> {
    Ok(rows!(
        tx,
        "SELECT id, user_id, kind, sealed, made_at, confirmed_at, used_at FROM factors \
         WHERE tenant_id = $1 AND user_id = $2 ORDER BY made_at, id LIMIT 100",
        user.uuid()
    )?)
}

/// The passkey with this credential.
pub(crate) async fn passkey(
    tx: &mut TenantTx,
    credential_hash: &[u8],
) -> Result<Option<FactorRow>, Failure> {
    Ok(row!(
        tx,
        "SELECT f.id, f.user_id, f.kind, f.sealed, f.made_at, f.confirmed_at, f.used_at FROM factors f \
         JOIN users u ON u.tenant_id = f.tenant_id AND u.id = f.user_id \
         WHERE f.tenant_id = $1 AND f.credential_hash = $2 AND u.disabled_at IS NULL",
        credential_hash
    )?)
}

/// Whether an account has a factor that works.
pub(crate) async fn has_factor(tx: &mut TenantTx, user: UserId) -> Result<bool, Failure> {
    let found: Option<Uuid> = value!(
        tx,
        "SELECT id FROM factors WHERE tenant_id = $1 AND user_id = $2 AND confirmed_at IS NOT NULL LIMIT 1",
        user.uuid()
    )?;
    Ok(found.is_some())
}

/// Notes the use of a factor, with what it is now.
pub(crate) async fn use_factor(
    tx: &mut TenantTx,
    id: FactorId,
    sealed: Vec<u8>,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE factors SET used_at = $3, sealed = $4 WHERE tenant_id = $1 AND id = $2",
        id.uuid(),
        now,
        sealed
    )?;
    Ok(())
}

/// Uses a code of a time step up; false when this or a later one was used before (RFC 6238, section 5.2).
pub(crate) async fn use_step(tx: &mut TenantTx, id: FactorId, step: i64) -> Result<bool, Failure> {
    let now = tx.now().0;
    let used = execute!(
        tx,
        "UPDATE factors SET used_at = $3, last_step = $4, confirmed_at = coalesce(confirmed_at, $3) \
         WHERE tenant_id = $1 AND id = $2 AND (last_step IS NULL OR last_step < $4)",
        id.uuid(),
        now,
        step
    )?;
    Ok(used == 1)
}

/// Removes a factor of an account; false when it is gone.
pub(crate) async fn remove_factor(
    tx: &mut TenantTx,
    user: UserId,
    id: FactorId,
) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM factors WHERE tenant_id = $1 AND user_id = $2 AND id = $3",
        user.uuid(),
        id.uuid()
    )?;
    Ok(removed == 1)
}

/// Removes everything that an account proves itself with, but the password.
pub(crate) async fn remove_factors(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM factors WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    remove_codes(tx, user).await
}

pub(crate) async fn add_code(
    tx: &mut TenantTx,
    user: UserId,
    code_hash: &[u8],
) -> Result<(), Failure> {
    execute!(
        tx,
        "INSERT INTO recovery_codes (tenant_id, user_id, code_hash) VALUES ($1, $2, $3)",
        user.uuid(),
        code_hash
    )?;
    Ok(())
}

/// How many recovery codes an account has left.
pub(crate) async fn codes_left(tx: &mut TenantTx, user: UserId) -> Result<i64, Failure> {
    let count: Option<i64> = value!(
        tx,
        "SELECT count(*) FROM recovery_codes WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(count.unwrap_or_default())
}

/// Uses a recovery code up; false when there is none such.
pub(crate) async fn use_code(
    tx: &mut TenantTx,
    user: UserId,
    code_hash: &[u8],
) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM recovery_codes WHERE tenant_id = $1 AND user_id = $2 AND code_hash = $3",
        user.uuid(),
        code_hash
    )?;
    Ok(removed == 1)
}

pub(crate) async fn remove_codes(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM recovery_codes WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(())
}
