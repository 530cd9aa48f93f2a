//! Who answers for data protection in a tenant.

use domain::{
    access::Role,
    ids::{TenantId, UserId},
};

use super::{front_door, names, sql};
use crate::{Failure, access::Origin, desk::Desk};

/// Somebody who answers for data protection.
pub(crate) struct Officer {
    pub(crate) id: UserId,
    pub(crate) name: String,
    pub(crate) email: String,
}

/// The data-protection officers of a tenant; its owners, if it has none.
pub(crate) async fn officers(desk: &Desk, tenant: TenantId) -> Result<Vec<Officer>, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let mut ids = sql::with_role(&mut tx, tenant, Role::DataProtectionOfficer).await?;
    if ids.is_empty() {
        ids = sql::with_role(&mut tx, tenant, Role::Owner).await?;
    }
    let mut officers = Vec::with_capacity(ids.len());
    for id in ids {
        let profile = names::profile(&mut tx, id).await?;
        officers.push(Officer {
            id,
            name: profile.name,
            email: profile.email,
        });
    }
    Ok(officers)
}
