//! The list of tenants, for the operator.

use domain::{access::act, ids::TenantId};
use serde::Serialize;

use super::create::operator;
use crate::{
    Failure,
    access::{Denied, Permit, authorise},
    desk::Desk,
};

/// A tenant in the operator's list.
#[derive(Serialize)]
pub struct TenantLine {
    /// Its id.
    pub id: TenantId,
    /// Its name.
    pub name: String,
}

/// Every tenant but the installation itself.
pub async fn list(
    desk: &Desk,
    _permit: &Permit<act::ManageTenants>,
) -> Result<Vec<TenantLine>, Failure> {
    let mut lines = Vec::new();
    for id in desk.tenants().await? {
        if id == TenantId::PLATFORM {
            continue;
        }
        let (who, origin) = operator(id);
        let own: Permit<act::ManageTenants> =
            authorise(who, &origin).map_err(|Denied| Failure::NotFound)?;
        lines.push(TenantLine {
            id,
            name: desk.tenant_name(&own).await?,
        });
    }
    Ok(lines)
}
