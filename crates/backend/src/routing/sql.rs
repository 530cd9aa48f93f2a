//! SQL of addresses and links.

use domain::ids::{EventId, GuestId, TenantId};
use uuid::Uuid;

use super::LinkToken;
use crate::{
    Failure,
    desk::TenantTx,
    store::{Connection, execute, on_engine},
};

pub(crate) async fn event_of(
    connection: &mut Connection,
    slug: &str,
) -> Result<Option<(TenantId, EventId)>, Failure> {
    let found: Option<(Uuid, Uuid)> = on_engine!(connection, |c| {
        sqlx::query_as("SELECT tenant_id, event_id FROM addresses WHERE slug = $1")
            .bind(slug)
            .fetch_optional(c)
            .await
    })?;
    Ok(found.map(|(tenant, event)| (TenantId::from_uuid(tenant), EventId::from_uuid(event))))
}

pub(crate) async fn guest_of(
    connection: &mut Connection,
    token: &LinkToken,
) -> Result<Option<(TenantId, GuestId)>, Failure> {
    let found: Option<(Uuid, Uuid)> = on_engine!(connection, |c| {
        sqlx::query_as(
            "SELECT tenant_id, guest_id FROM links WHERE token_hash = $1 AND revoked_at IS NULL",
        )
        .bind(token.hash())
        .fetch_optional(c)
        .await
    })?;
    Ok(found.map(|(tenant, guest)| (TenantId::from_uuid(tenant), GuestId::from_uuid(guest))))
}

pub(crate) async fn add_address(
    tx: &mut TenantTx,
    slug: &str,
    event: EventId,
) -> Result<(), Failure> {
    execute!(
        tx,
        "INSERT INTO addresses (tenant_id, slug, event_id) VALUES ($1, $2, $3)",
        slug,
        event.uuid()
    )?;
    Ok(())
}

/// Adds the link of a guest; derives the token from the guest and its generation.
pub(crate) async fn add_link(
    tx: &mut TenantTx,
    guest: GuestId,
    generation: u32,
) -> Result<LinkToken, Failure> {
    let token = LinkToken::of(
        tx.environment(),
        tx.keys.derive_link_token(guest.bytes(), generation),
    );
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO links (tenant_id, token_hash, guest_id, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (token_hash) DO NOTHING",
        token.hash(),
        guest.uuid(),
        now
    )?;
    Ok(token)
}

/// Removes every link of a guest who goes: it is nobody's from now on.
pub(crate) async fn remove_links(tx: &mut TenantTx, guest: GuestId) -> Result<(), Failure> {
    execute!(
        tx,
        "DELETE FROM links WHERE tenant_id = $1 AND guest_id = $2",
        guest.uuid()
    )?;
    Ok(())
}
