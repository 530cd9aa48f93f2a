//! SQL of what somebody was asked.

use domain::{Instant, ids::UserId};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, row, rows},
};

#[derive(sqlx::FromRow)]
pub(crate) struct ChallengeRow {
    pub(crate) token_hash: Vec<u8>,
    pub(crate) user_id: Option<Uuid>,
    pub(crate) sealed: Vec<u8>,
    pub(crate) made_at: i64,
}

pub(crate) async fn add_challenge(
    tx: &mut TenantTx,
    token_hash: &[u8],
    user: Option<UserId>,
    sealed: Vec<u8>,
    expires_at: Instant,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO challenges (tenant_id, token_hash, user_id, sealed, made_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        token_hash,
        user.map(UserId::uuid),
        sealed,
        now,
        expires_at.0
    )?;
    Ok(())
}

pub(crate) async fn challenge(
    tx: &mut TenantTx,
    token_hash: &[u8],
) -> Result<Option<ChallengeRow>, Failure> {
    let now = tx.now().0;
    Ok(row!(
        tx,
        "SELECT token_hash, user_id, sealed, made_at FROM challenges \
         WHERE tenant_id = $1 AND token_hash = $2 AND expires_at > $3",
        token_hash,
        now
    )?)
}

pub(crate) async fn challenges_of(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Vec<ChallengeRow>, Failure> {
    let now = tx.now().0;
    Ok(rows!(
        tx,
        "SELECT token_hash, user_id, sealed, made_at FROM challenges \
         WHERE tenant_id = $1 AND user_id = $2 AND expires_at > $3 ORDER BY made_at DESC, token_hash LIMIT 20",
        user.uuid(),
        now
    )?)
}

/// Removes a challenge; false when it is gone.
pub(crate) async fn remove_challenge(
    tx: &mut TenantTx,
    token_hash: &[u8],
) -> Result<bool, Failure> {
    let removed = execute!(
        tx,
        "DELETE FROM challenges WHERE tenant_id = $1 AND token_hash = $2",
        token_hash
    )?;
    Ok(removed == 1)
}

/// Removes every challenge of an account.
pub(crate) async fn remove_challenges_of(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM challenges WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(())
}

/// Forgets challenges that nobody answered in time.
pub(crate) async fn forget_challenges(tx: &mut TenantTx) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "DELETE FROM challenges WHERE tenant_id = $1 AND expires_at <= $2",
        now
    )?;
    Ok(())
}
