//! SQL of single sign-on, within its tenant.

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
