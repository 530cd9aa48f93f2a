//! The secret part of the link by which somebody objects: in every mailing, read by mail programs, and good for nothing else.

use domain::{
    access::act,
    ids::{GuestId, TenantId},
};
use uuid::Uuid;

use crate::{
    Failure,
    access::{Denied, Origin, Permit, Who, authorise},
    bearer::Bearer,
    desk::{Desk, TenantTx},
};

/// Tenant, guest and tag, 16 bytes each. Derived, so nothing of it is stored.
pub type ObjectionToken = Bearer<48>;

/// The token of a guest.
pub(crate) fn token_of(tx: &TenantTx, guest: GuestId) -> ObjectionToken {
    let tag = tx.keys.derive_objection_tag(guest.bytes());
    let mut bytes = [0; 48];
    bytes[..16].copy_from_slice(&tx.tenant().bytes());
    bytes[16..32].copy_from_slice(&guest.bytes());
    bytes[32..].copy_from_slice(&tag);
    ObjectionToken::of(tx.environment(), bytes)
}

/// Where the holder of a token objects.
pub(crate) fn address(base: &str, token: &str) -> String {
    format!("{base}/u/{token}")
}

/// The permit of whoever holds a token, and the guest. [`Failure::NotFound`] for one that is none, or whose guest is gone;
/// [`Failure::Foreign`] for one of another environment.
pub async fn holder(
    desk: &Desk,
    origin: &Origin,
    token: &str,
) -> Result<(Permit<act::ObjectToMailings>, GuestId), Failure> {
    let token = ObjectionToken::read(desk.settings().environment, token)?;
    let part = |at: usize| -> [u8; 16] {
        let part = &token.bytes()[at..at + 16];
        part.try_into().expect("the token has three parts")
    };
    let tenant = TenantId::from_uuid(Uuid::from_bytes(part(0)));
    let guest = GuestId::from_uuid(Uuid::from_bytes(part(16)));
    // No key is asked for on behalf of a tenant that somebody made up.
    if !desk.tenants().await?.contains(&tenant) {
        return Err(Failure::NotFound);
    }
    let who = Who::Participant(tenant, guest);
    let permit = authorise(who, origin).map_err(|Denied| Failure::NotFound)?;
    let tx = desk.read(&permit).await?;
    if !tx.keys.is_objection_tag(guest.bytes(), &part(32)) {
        tracing::warn!(target: "einlass::security", "a link to object that is nobody's was opened");
        return Err(Failure::NotFound);
    }
    Ok((permit, guest))
}
