//! Who answers for a tenant, and who works for it.

use std::collections::BTreeSet;

use domain::{
    access::Role,
    ids::{TenantId, UserId},
};

use super::{front_door, names, sql};
use crate::{
    Failure,
    access::Origin,
    desk::{Desk, TenantTx},
};

/// Somebody of the team who is written to.
pub(crate) struct Officer {
    pub(crate) id: UserId,
    pub(crate) name: String,
    pub(crate) email: String,
}

/// The data-protection officers of a tenant; its owners, if it has none.
pub(crate) async fn officers(desk: &Desk, tenant: TenantId) -> Result<Vec<Officer>, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let ids = sql::with_role(&mut tx, tenant, Role::DataProtectionOfficer).await?;
    if ids.is_empty() {
        drop(tx);
        return owners(desk, tenant).await;
    }
    read(&mut tx, ids).await
}

/// The owners of a tenant.
pub(crate) async fn owners(desk: &Desk, tenant: TenantId) -> Result<Vec<Officer>, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let ids = sql::with_role(&mut tx, tenant, Role::Owner).await?;
    read(&mut tx, ids).await
}

/// Whose roles in a tenant last, and whose accounts do.
pub(crate) async fn present(desk: &Desk, tenant: TenantId) -> Result<BTreeSet<UserId>, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let present = sql::with_any_role(&mut tx, tenant).await?;
    Ok(present.into_iter().collect())
}

async fn read(tx: &mut TenantTx, ids: Vec<UserId>) -> Result<Vec<Officer>, Failure> {
    let mut officers = Vec::with_capacity(ids.len());
    for id in ids {
        let profile = names::profile(tx, id).await?;
        officers.push(Officer {
            id,
            name: profile.name,
            email: profile.email,
        });
    }
    Ok(officers)
}
