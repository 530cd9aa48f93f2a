//! The provider of a tenant.

use domain::{
    access::act,
    fields::{FieldError, Problem, required_text},
    ids::TenantId,
};
use serde::{Deserialize, Serialize};
use vault::{Place, Sealed};

use super::{
    provider::{Unavailable, discover},
    sql,
};
use crate::{
    Failure,
    access::Permit,
    accounts,
    desk::{Change, Desk, FieldChange, TenantTx},
    keys,
};

/// The longest name or secret that a provider gives out.
const TEXT_MAX: usize = 500;

/// The provider of a tenant; sealed under the tenant's own key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Its address.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there.
    pub(super) client_secret: String,
}

/// What a form says of a provider.
#[derive(Clone)]
pub struct NewSettings {
    /// Its address.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there; empty for the one that is known.
    pub client_secret: String,
}

/// Why a provider is not taken.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// A field is wrong.
    #[error("a field is wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// To where the provider of a tenant sends people back: to an address of the tenant's own, so that no provider can have an
/// answer of another one taken for its own (RFC 9700, section 4.4).
pub fn redirect_address(desk: &Desk, tenant: TenantId) -> String {
    let base = &desk.settings().base_url;
    format!("{base}/app/login/sso/{tenant}/callback")
}

/// The provider of the permit's tenant, if it has one.
pub async fn settings(
    desk: &Desk,
    permit: &Permit<act::ManageSignOn>,
) -> Result<Option<Settings>, Failure> {
    load(&mut desk.read(permit).await?).await
}

/// The provider of the transaction's tenant.
pub(super) async fn load(tx: &mut TenantTx) -> Result<Option<Settings>, Failure> {
    let Some(sealed) = sql::settings(tx).await? else {
        return Ok(None);
    };
    let tenant = tx.tenant();
    let key = keys::of(tx, tenant.uuid()).await?;
    Ok(Some(key.open(place(tenant), &Sealed::from_bytes(sealed))?))
}

fn place(tenant: TenantId) -> Place {
    Place::row("sign_on", tenant.bytes())
}

/// Sets the provider, after it was asked whether it is one. Another address or name unties the accounts that were tied to
/// the old one.
pub async fn save(
    desk: &Desk,
    permit: &Permit<act::ManageSignOn>,
    new: &NewSettings,
) -> Result<(), SaveError> {
    let before = settings(desk, permit).await?;
    let mut errors = Vec::new();
    let issuer = required_text("issuer", &new.issuer, TEXT_MAX, &mut errors);
    let client_id = required_text("client-id", &new.client_id, TEXT_MAX, &mut errors);
    // A known secret is for the provider that gave it out, and for no other.
    let known = before
        .as_ref()
        .filter(|before| (&before.issuer, &before.client_id) == (&issuer, &client_id))
        .map(|before| before.client_secret.clone());
    let typed = Some(new.client_secret.clone()).filter(|secret| !secret.is_empty());
    let secret = typed.or(known).unwrap_or_default();
    let client_secret = required_text("client-secret", &secret, TEXT_MAX, &mut errors);
    if !errors.is_empty() {
        return Err(SaveError::Invalid(errors));
    }
    let after = Settings {
        issuer,
        client_id,
        client_secret,
    };
    if let Err(Unavailable) = discover(desk, permit.who().tenant(), &after).await {
        let error = FieldError::new("issuer", Problem::NotAProvider);
        return Err(SaveError::Invalid(vec![error]));
    }
    let mut tx = desk.open(permit).await?;
    let (tenant, key) = (tx.tenant(), keys::own(&mut tx).await?);
    let sealed = key.seal(place(tenant), &after).into_bytes();
    sql::set(&mut tx, sealed).await?;
    let old = |text: fn(&Settings) -> &String| {
        before
            .as_ref()
            .map_or_else(String::new, |one| text(one).clone())
    };
    let (old_issuer, old_id) = (old(|one| &one.issuer), old(|one| &one.client_id));
    if (&old_issuer, &old_id) != (&after.issuer, &after.client_id) {
        accounts::sql::untie_all(&mut tx).await?;
    }
    let fields = vec![
        FieldChange::new("issuer", old_issuer, after.issuer),
        FieldChange::new("client-id", old_id, after.client_id),
    ];
    let change = Change::new("team.sign_on_set", tenant, tenant.uuid(), &key).with(fields);
    Ok(tx.commit(change).await?)
}

/// Removes the provider; people sign in with password or passkey.
pub async fn remove(desk: &Desk, permit: &Permit<act::ManageSignOn>) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    if !sql::remove(&mut tx).await? {
        return Ok(());
    }
    accounts::sql::untie_all(&mut tx).await?;
    let (tenant, key) = (tx.tenant(), keys::own(&mut tx).await?);
    tx.commit(Change::new(
        "team.sign_on_removed",
        tenant,
        tenant.uuid(),
        &key,
    ))
    .await
}
