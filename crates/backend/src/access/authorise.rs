//! The gate.

use domain::{
    access::{Act, allows},
    ids::TenantId,
};

use super::{Origin, Permit, Who};
use crate::Failure;

/// Not allowed; looks like "not found" from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not allowed")]
pub struct Denied;

/// Asks the policy table and makes a permit. That the thing itself belongs to the tenant is seen when it is looked up:
/// the transaction that the permit opens finds nothing of others.
pub fn authorise<A: Act>(who: Who, origin: &Origin) -> Result<Permit<A>, Denied> {
    if allows(who.party(), A::ACTION) {
        Ok(Permit::new(who, origin.clone()))
    } else {
        tracing::info!(target: "einlass::security", action = ?A::ACTION, party = who.party().name(), "denied");
        Err(Denied)
    }
}

/// The permit of a part of the software itself, in one tenant; the log names the part.
pub(crate) fn as_system<A: Act>(tenant: TenantId, part: &str) -> Result<Permit<A>, Failure> {
    authorise(Who::System(tenant), &Origin::new(part, None)).map_err(|Denied| Failure::NotFound)
}
