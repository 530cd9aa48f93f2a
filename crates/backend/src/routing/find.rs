//! From an address or a link to the tenant.

use domain::ids::{EventId, GuestId, TenantId};

use super::{LinkToken, sql};
use crate::{Failure, desk::Desk};

/// The event at a public address.
pub async fn event_of(desk: &Desk, slug: &str) -> Result<Option<(TenantId, EventId)>, Failure> {
    if let Some(found) = desk.addresses.get(slug) {
        return Ok(Some(found));
    }
    let mut connection = desk.store.glance().await?;
    let found = sql::event_of(&mut connection, slug).await?;
    if let Some(found) = found {
        desk.addresses.keep(slug, found);
    }
    Ok(found)
}

/// The guest of a personal link. An unknown, malformed or revoked link is nobody's; [`Failure::Foreign`] for one of another
/// environment.
pub async fn guest_of(desk: &Desk, token: &str) -> Result<Option<(TenantId, GuestId)>, Failure> {
    let token = match LinkToken::read(desk.settings().environment, token) {
        Err(Failure::NotFound) => return Ok(None),
        read => read?,
    };
    let mut connection = desk.store.glance().await?;
    sql::guest_of(&mut connection, &token).await
}
