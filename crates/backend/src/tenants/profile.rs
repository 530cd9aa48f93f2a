//! What is said about a tenant.

use domain::ids::TenantId;
use serde::{Deserialize, Serialize};
use vault::{Place, Sealed};

use super::sql;
use crate::{Failure, desk::Desk, desk::TenantTx, keys};

/// What is said about a tenant; sealed under the tenant's own subject key.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct TenantProfile {
    /// The organiser's name, as guests read it.
    pub name: String,
}

/// The profile of the transaction's tenant.
pub async fn profile(tx: &mut TenantTx) -> Result<TenantProfile, Failure> {
    match sql::sealed(tx).await? {
        Some((sealed, wrapped)) => open_profile(tx, sealed, &wrapped).await,
        None => Ok(TenantProfile::default()),
    }
}

/// Opens a profile that was read together with its key.
pub(crate) async fn open_profile(
    tx: &mut TenantTx,
    sealed: Vec<u8>,
    wrapped: &[u8],
) -> Result<TenantProfile, Failure> {
    let tenant = tx.tenant();
    let key = keys::unwrap(tx, tenant.uuid(), wrapped).await?;
    Ok(key.open(place(tenant), &Sealed::from_bytes(sealed))?)
}

pub(super) fn place(tenant: TenantId) -> Place {
    Place::row("tenants", tenant.bytes())
}

impl Desk {
    /// The name of a tenant, for its own people and guests.
    pub async fn tenant_name<A>(
        &self,
        permit: &crate::access::Permit<A>,
    ) -> Result<String, Failure> {
        let mut tx = self.read(permit).await?;
        Ok(profile(&mut tx).await?.name)
    }
}
