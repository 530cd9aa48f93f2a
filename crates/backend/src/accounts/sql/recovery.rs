//! SQL of wrong passwords and new ones.

use domain::{Instant, ids::UserId};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, row, value},
};

/// Failures in a row, and when the last one was. Whoever asks is alone until the transaction ends: of many at once each
/// finds what the one before has counted, the first ones too.
pub(crate) async fn attempts(tx: &mut TenantTx, index: &[u8]) -> Result<(u32, Instant), Failure> {
    let (failures, at): (i64, i64) = row!(
        tx,
        "INSERT INTO attempts (tenant_id, email_index, failures, last_at) VALUES ($1, $2, 0, 0) \
         ON CONFLICT (tenant_id, email_index) DO UPDATE SET failures = attempts.failures \
         RETURNING failures, last_at",
        index
    )?
    .ok_or(Failure::Damaged("attempts"))?;
    Ok((u32::try_from(failures).unwrap_or(u32::MAX), Instant(at)))
}

pub(crate) async fn set_attempts(
    tx: &mut TenantTx,
    index: &[u8],
    failures: u32,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "UPDATE attempts SET failures = $3, last_at = $4 WHERE tenant_id = $1 AND email_index = $2",
        index,
        i64::from(failures),
        now
    )?;
    Ok(())
}

pub(crate) async fn forget_attempts(tx: &mut TenantTx, index: &[u8]) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM attempts WHERE tenant_id = $1 AND email_index = $2",
        index
    )?;
    Ok(())
}

/// When an account last asked for a new password.
pub(crate) async fn last_reset(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Option<Instant>, Failure> {
    let at: Option<Option<i64>> = value!(
        tx,
        "SELECT max(made_at) FROM password_resets WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(at.flatten().map(Instant))
}

pub(crate) async fn add_reset(
    tx: &mut TenantTx,
    token_hash: &[u8],
    user: UserId,
    expires_at: Instant,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO password_resets (tenant_id, token_hash, user_id, made_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        token_hash,
        user.uuid(),
        now,
        expires_at.0
    )?;
    Ok(())
}

/// Whose password an open link sets.
pub(crate) async fn user_of_reset(
    tx: &mut TenantTx,
    token_hash: &[u8],
) -> Result<Option<UserId>, Failure> {
    let now = tx.now().0;
    let user: Option<Uuid> = value!(
        tx,
        "SELECT r.user_id FROM password_resets r JOIN users u ON u.tenant_id = r.tenant_id AND u.id = r.user_id \
         WHERE r.tenant_id = $1 AND r.token_hash = $2 AND r.expires_at > $3 AND u.disabled_at IS NULL",
        token_hash,
        now
    )?;
    Ok(user.map(UserId::from_uuid))
}

/// Uses up every link of an account; false if there was none.
pub(crate) async fn remove_resets(tx: &mut TenantTx, user: UserId) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM password_resets WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(removed > 0)
}

/// Forgets links that can no longer be used.
pub(crate) async fn forget_resets(tx: &mut TenantTx) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "DELETE FROM password_resets WHERE tenant_id = $1 AND expires_at <= $2",
        now
    )?;
    Ok(())
}

/// Forgets failures that no longer count; those that time does not help stay.
pub(crate) async fn forget_old_attempts(tx: &mut TenantTx, since: Instant) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM attempts WHERE tenant_id = $1 AND last_at < $2 AND failures < 100",
        since.0
    )?;
    Ok(())
}
