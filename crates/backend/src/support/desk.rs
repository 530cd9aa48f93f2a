//! Where support is let in, for support itself.

use domain::{
    Instant,
    access::{Extent, Seat, act},
    ids::TenantId,
};
use vault::Sealed;

use super::{Reason, place};
use crate::{
    Failure,
    access::{Permit, Who},
    accounts::{self, Session},
    desk::Desk,
    keys, tenants,
};

/// A tenant that lets support in at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// Which.
    pub tenant: TenantId,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
    /// What may be done there.
    pub extent: Extent,
    /// Until when.
    pub until: Instant,
}

/// The tenants that let in who is signed in.
pub async fn workspaces(
    desk: &Desk,
    permit: &Permit<act::SeeSupportDesk>,
    session: &Session,
) -> Result<Vec<Workspace>, Failure> {
    let Who::Support(_, user, _) = permit.who() else {
        return Err(Failure::NotFound);
    };
    let mut workspaces = Vec::new();
    for grant in accounts::support_grants(desk, user).await? {
        let seat = Seat::Support(grant.extent()?);
        let door: Permit<act::ListEvents> =
            accounts::own_door(grant.tenant(), session.user, seat, &permit.origin)?;
        let mut tx = desk.read(&door).await?;
        let key = keys::of(&mut tx, grant.tenant().uuid()).await?;
        let Reason(reason) =
            key.open(place(grant.id()), &Sealed::from_bytes(grant.sealed.clone()))?;
        workspaces.push(Workspace {
            tenant: grant.tenant(),
            name: tenants::profile(&mut tx).await?.name,
            reason,
            extent: grant.extent()?,
            until: Instant(grant.valid_until),
        });
    }
    Ok(workspaces)
}
