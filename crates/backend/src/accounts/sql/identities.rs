//! Which of a provider's people the accounts are, within the tenant that chose the provider.

use domain::{Instant, ids::UserId};
use uuid::Uuid;

use crate::{
    Failure,
    desk::TenantTx,
    store::{execute, value, values},
};

/// Which of the provider's people an account is.
pub(crate) async fn identity(tx: &mut TenantTx, user: UserId) -> Result<Option<Vec<u8>>, Failure> {
    Ok(value!(
        tx,
        "SELECT sealed FROM sign_on_links WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?)
}

/// Ties an account to one of the provider's people; false when it is tied already.
pub(crate) async fn tie(tx: &mut TenantTx, user: UserId, sealed: Vec<u8>) -> Result<bool, Failure> {
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

/// Unties an account; false when it was not tied.
pub(crate) async fn untie(tx: &mut TenantTx, user: UserId) -> Result<bool, Failure> {
    let untied = execute!(
        tx,
        "DELETE FROM sign_on_links WHERE tenant_id = $1 AND user_id = $2",
        user.uuid()
    )?;
    Ok(untied == 1)
}

/// Unties every account of the tenant.
pub(crate) async fn untie_all(tx: &mut TenantTx) -> Result<(), Failure> {
    execute!(tx, "DELETE FROM sign_on_links WHERE tenant_id = $1")?;
    Ok(())
}

/// The accounts of the tenant that are tied.
pub(crate) async fn tied(tx: &mut TenantTx) -> Result<Vec<UserId>, Failure> {
    let tied: Vec<Uuid> = values!(tx, "SELECT user_id FROM sign_on_links WHERE tenant_id = $1")?;
    Ok(tied.into_iter().map(UserId::from_uuid).collect())
}

/// Whether the tenant has a provider that was not changed since then.
pub(crate) async fn provider_is_from_before(
    tx: &mut TenantTx,
    since: Instant,
) -> Result<bool, Failure> {
    let changed_at: Option<i64> =
        value!(tx, "SELECT changed_at FROM sign_on WHERE tenant_id = $1")?;
    Ok(changed_at.is_some_and(|at| at <= since.0))
}
