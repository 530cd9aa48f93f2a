//! As what an account sits in front of tenants.

use domain::{
    access::Seat,
    ids::{TenantId, UserId},
};

use super::sql;
use crate::{Failure, desk::TenantTx, support};

/// As what an account sits in front of a tenant, while account and grant last; asked at the front door.
pub(super) async fn seat_of(
    tx: &mut TenantTx,
    user: UserId,
    tenant: TenantId,
) -> Result<Option<Seat>, Failure> {
    if let Some(role) = sql::role_of(tx, user, tenant).await? {
        return Ok(Some(Seat::Team(role)));
    }
    if !sql::is_support(tx, user).await? {
        return Ok(None);
    }
    if tenant == TenantId::PLATFORM {
        return Ok(Some(Seat::SupportDesk));
    }
    let grants = support::sql::granted_to(tx, user).await?;
    let grant = grants.into_iter().find(|grant| grant.tenant() == tenant);
    grant
        .map(|grant| Ok(Seat::Support(grant.extent()?)))
        .transpose()
}

/// Every tenant in front of which an account sits, the one joined first in front; support that is let in nowhere, and
/// else, is at its desk.
pub(super) async fn seats_of(
    tx: &mut TenantTx,
    user: UserId,
) -> Result<Vec<(TenantId, Seat)>, Failure> {
    let grants = sql::grants_of(tx, user).await?.into_iter();
    let mut seats: Vec<_> = grants
        .map(|(tenant, role)| (tenant, Seat::Team(role)))
        .collect();
    if sql::is_support(tx, user).await? {
        seats.push((TenantId::PLATFORM, Seat::SupportDesk));
        for grant in support::sql::granted_to(tx, user).await? {
            if !seats.iter().any(|(tenant, _)| *tenant == grant.tenant()) {
                seats.push((grant.tenant(), Seat::Support(grant.extent()?)));
            }
        }
    }
    Ok(seats)
}
