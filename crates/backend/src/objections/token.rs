//! The secret part of the link by which somebody objects: in every mailing, read by mail programs, and good for nothing else.

use domain::{
    access::act,
    ids::{PersonId, TenantId},
};
use uuid::Uuid;

use super::sql;
use crate::{
    Failure,
    access::{Denied, Origin, Permit, Who, authorise},
    bearer::Bearer,
    desk::{Desk, TenantTx},
};

/// Tenant, blind index of the address and tag, 16 bytes each. Derived, so nothing of it is stored.
pub type ObjectionToken = Bearer<48>;

/// Whom a mail went to: the blind index of the address, whoever has it now.
pub struct Recipient(pub(super) [u8; 16]);

/// The token of a person's address; none for a person without one.
pub(crate) async fn token_of(
    tx: &mut TenantTx,
    person: PersonId,
) -> Result<Option<ObjectionToken>, Failure> {
    let Some(index) = sql::address_of(tx, person).await? else {
        return Ok(None);
    };
    let index: [u8; 16] = index
        .try_into()
        .map_err(|_| Failure::Damaged("people.email_index"))?;
    let mut bytes = [0; 48];
    bytes[..16].copy_from_slice(&tx.tenant().bytes());
    bytes[16..32].copy_from_slice(&index);
    bytes[32..].copy_from_slice(&tx.keys.derive_objection_tag(index));
    Ok(Some(ObjectionToken::of(tx.environment(), bytes)))
}

/// Where the holder of a token objects.
pub(crate) fn address(base: &str, token: &str) -> String {
    format!("{base}/u/{token}")
}

/// The permit of whoever holds a token, and for whom. [`Failure::NotFound`] for one that is none; [`Failure::Foreign`] for
/// one of another environment.
pub async fn holder(
    desk: &Desk,
    origin: &Origin,
    token: &str,
) -> Result<(Permit<act::ObjectToMailings>, Recipient), Failure> {
    let token = ObjectionToken::read(desk.settings().environment, token)?;
    let part = |at: usize| -> [u8; 16] {
        let part = &token.bytes()[at..at + 16];
        part.try_into().expect("the token has three parts")
    };
    let tenant = TenantId::from_uuid(Uuid::from_bytes(part(0)));
    // No key is asked for on behalf of a tenant that somebody made up.
    if !desk.tenants().await?.contains(&tenant) {
        return Err(Failure::NotFound);
    }
    let permit = authorise(Who::Visitor(tenant), origin).map_err(|Denied| Failure::NotFound)?;
    let tx = desk.read(&permit).await?;
    if !tx.keys.is_objection_tag(part(16), &part(32)) {
        return Err(Failure::NotFound);
    }
    Ok((permit, Recipient(part(16))))
}
