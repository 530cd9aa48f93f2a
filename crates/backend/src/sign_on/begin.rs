//! Sending somebody to the provider.

use data_encoding::BASE64URL_NOPAD;
use domain::{access::act, ids::TenantId};
use openidconnect::{
    CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier, Scope, core::CoreAuthenticationFlow,
};

use super::{
    finish::SignOnError,
    provider::{Unavailable, discover},
    settings::{Settings, load},
};
use crate::{
    Failure,
    access::{Denied, Origin, Permit, Who, authorise},
    accounts::{self, Token},
    chance::make_bytes,
    desk::{Desk, TenantTx},
    tenants,
};

/// Where to send somebody, and what their browser has to keep until it comes back.
pub struct Begun {
    /// The provider's page.
    pub address: String,
    /// For the browser.
    pub token: Token,
}

/// Begins to sign somebody in by the provider of a tenant (`OpenID` Connect Core 1.0, section 3.1, with PKCE, RFC 7636).
/// [`Failure::NotFound`] for a tenant without one.
pub async fn begin(
    desk: &Desk,
    origin: &Origin,
    tenant: TenantId,
    next: &str,
) -> Result<Begun, SignOnError> {
    let (tx, settings) = stand_before(desk, origin, tenant).await?;
    drop(tx);
    let provider = discover(desk, tenant, &settings).await;
    let provider = provider.map_err(|Unavailable| SignOnError::Unavailable)?;
    let secret = || BASE64URL_NOPAD.encode(&make_bytes::<32>());
    let asked = accounts::SignOnAsked {
        tenant,
        state: secret(),
        nonce: secret(),
        verifier: secret(),
        next: next.to_owned(),
    };
    let verifier = PkceCodeVerifier::new(asked.verifier.clone());
    let (state, nonce) = (asked.state.clone(), asked.nonce.clone());
    let (address, _, _) = provider
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || CsrfToken::new(state),
            move || Nonce::new(nonce),
        )
        .add_scope(Scope::new("email".to_owned()))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .url();
    let token = accounts::ask_sign_on(desk, origin, asked).await?;
    Ok(Begun {
        address: address.to_string(),
        token,
    })
}

/// The name of the organiser whose people sign in by a provider; [`Failure::NotFound`] for a tenant without one.
pub async fn organiser(desk: &Desk, origin: &Origin, tenant: TenantId) -> Result<String, Failure> {
    let (mut tx, _) = stand_before(desk, origin, tenant).await?;
    Ok(tenants::profile(&mut tx).await?.name)
}

async fn stand_before(
    desk: &Desk,
    origin: &Origin,
    tenant: TenantId,
) -> Result<(TenantTx, Settings), Failure> {
    if !desk.tenants().await?.contains(&tenant) {
        return Err(Failure::NotFound);
    }
    let mut tx = desk.read(&door(tenant, origin)?).await?;
    let settings = load(&mut tx).await?.ok_or(Failure::NotFound)?;
    Ok((tx, settings))
}

/// The permit of whoever stands in front of a tenant's door.
pub(super) fn door(tenant: TenantId, origin: &Origin) -> Result<Permit<act::SignIn>, Failure> {
    authorise(Who::Visitor(tenant), origin).map_err(|Denied| Failure::NotFound)
}
