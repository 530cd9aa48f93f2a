//! SQL of single sign-on, within its tenant.

use domain::ids::UserId;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, value},
};

pub(super) async fn settings(tx: &mut TenantTx) -> Result<Option<Vec<u8>>, Failure> {
    Ok(value!(
        tx,
        "SELECT sealed FROM sign_on WHERE tenant_id = $1"
    )?)
}

pub(super) async fn set(tx: &mut TenantTx, sealed: Vec<u8>) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO sign_on (tenant_id, sealed, changed_at) VALUES ($1, $2, $3) \
         ON CONFLICT (tenant_id) DO UPDATE SET sealed = $2, changed_at = $3",
        sealed,
        now
    )?;
    Ok(())
}

/// Removes the provider; false when there is none.
pub(super) async fn remove(tx: &mut TenantTx) -> Result<bool, Failure> {
    let removed = execute!(tx, "DELETE FROM sign_on WHERE tenant_id = $1")?;
    Ok(removed == 1)
}

/// Which of the provider's people an account is.
pub(super) async fn link(tx: &mut TenantTx, user: UserId) -> Result<Option<Vec<u8>>, Failure> {
    Ok(value!(
        tx,
        "SELECT sealed FROM sign_on_links WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?)
}

/// Ties an account to one of the provider's people; false when it is tied already.
pub(super) async fn tie(tx: &mut TenantTx, user: UserId, sealed: Vec<u8>) -> Result<bool, Failure> {
    let now = tx.now().0;
    let tied = execute!(
        tx,
        "INSERT INTO sign_on_links (tenant_id, user_id, sealed, linked_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (tenant_id, user_id) DO NOTHING",
        user.uuid(),
        sealed,
        now
    )?;
    Ok(tied == 1)
}

/// Unties an account whose role ends.
pub(crate) async fn untie(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM sign_on_links WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(())
}

pub(super) async fn untie_all(tx: &mut TenantTx) -> Result<(), Failure> {
    execute!(tx, "DELETE FROM sign_on_links WHERE tenant_id = $1")?;
    Ok(())
}
