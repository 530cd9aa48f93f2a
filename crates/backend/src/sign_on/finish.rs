//! Somebody comes back from the provider.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::TenantId;
use openidconnect::{
    AuthorizationCode, Nonce, PkceCodeVerifier, TokenResponse, core::CoreJwsSigningAlgorithm,
};

use super::{
    begin::door,
    provider::{Unavailable, discover},
    settings::{Settings, load},
    web::Web,
};
use crate::{
    Failure,
    access::Origin,
    accounts::{self, Identity, SignInError, SignOnAsked, SignedIn},
    desk::{Change, Desk},
    keys,
};

/// Clocks of providers may be off by so many seconds.
const SKEW_S: i64 = 60;

/// Why nobody is let in.
#[derive(Debug, thiserror::Error)]
pub enum SignOnError {
    /// The way in took too long, was gone, or was not begun by this browser.
    #[error("too late")]
    Over,
    /// The provider does not answer.
    #[error("the provider does not answer")]
    Unavailable,
    /// The provider let nobody in, or its answer does not hold.
    #[error("the provider's answer does not hold")]
    Refused,
    /// The provider says who it is, and nobody of that address works for the tenant.
    #[error("nobody of that address")]
    Nobody,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<SignInError> for SignOnError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Failure(failure) => Self::Failure(failure),
            SignInError::Over => Self::Over,
            _ => Self::Refused,
        }
    }
}

/// What the browser brings back.
pub struct Answer<'a> {
    /// The tenant at whose address it came back.
    pub tenant: TenantId,
    /// What the browser has kept.
    pub token: &'a str,
    /// The state that it was sent with.
    pub state: &'a str,
    /// The code; none if the provider refused.
    pub code: Option<&'a str>,
    /// Who answers (RFC 9207), if it is said.
    pub issuer: Option<&'a str>,
    /// The browser, in its own words.
    pub device: &'a str,
}

/// Takes the answer, asks the provider who it is, and lets them in where they have an account with that confirmed address
/// and a role; where to go on is returned as well. Whoever came once by one identity of the provider comes by no other;
/// an account with a second factor is tied to it only after that one.
pub async fn finish(
    desk: &Desk,
    origin: &Origin,
    answer: &Answer<'_>,
) -> Result<(SignedIn, String), SignOnError> {
    let asked = accounts::take_sign_on(desk, origin, answer.token, answer.state).await?;
    let asked = asked.filter(|asked| asked.tenant == answer.tenant);
    let asked = asked.ok_or(SignOnError::Over)?;
    let mut tx = desk.read(&door(asked.tenant, origin)?).await?;
    let settings = load(&mut tx).await?.ok_or(SignOnError::Over)?;
    drop(tx);
    let foreign = answer
        .issuer
        .is_some_and(|issuer| issuer != settings.issuer);
    let code = answer.code.filter(|_| !foreign);
    let code = code.ok_or(SignOnError::Refused)?;
    let (identity, email) = identify(desk, &settings, &asked, code).await?;
    let found = accounts::member_by_email(desk, origin, asked.tenant, &email).await?;
    let Some((user, _)) = found else {
        note_refusal(desk, origin, asked.tenant).await?;
        return Err(SignOnError::Nobody);
    };
    let mut tx = desk.read(&door(asked.tenant, origin)?).await?;
    if !accounts::may_come_by(&mut tx, user, &identity).await? {
        drop(tx);
        note_refusal(desk, origin, asked.tenant).await?;
        return Err(SignOnError::Refused);
    }
    drop(tx);
    let proved = accounts::Proved::by_provider(user, desk.now(), identity);
    let device = answer.device;
    let signed = accounts::let_in(desk, origin, proved, Some(asked.tenant), device).await?;
    Ok((signed, asked.next))
}

/// Has the tenant's log tell that its provider named somebody who is not let in.
async fn note_refusal(desk: &Desk, origin: &Origin, tenant: TenantId) -> Result<(), Failure> {
    let mut tx = desk.open(&door(tenant, origin)?).await?;
    let key = keys::own(&mut tx).await?;
    let change = Change::new("user.sign_on_refused", tenant, tenant.uuid(), &key);
    tx.commit(change).await
}

/// Asks the provider for whom the code is, and checks what it says.
async fn identify(
    desk: &Desk,
    settings: &Settings,
    asked: &SignOnAsked,
    code: &str,
) -> Result<(Identity, String), SignOnError> {
    let provider = discover(desk, asked.tenant, settings).await;
    let provider = provider.map_err(|Unavailable| SignOnError::Unavailable)?;
    let request = provider
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|_| SignOnError::Unavailable)?;
    let answer = request
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.clone()))
        .request_async(Web::of(desk).ok_or(SignOnError::Unavailable)?)
        .await
        .map_err(|_| SignOnError::Refused)?;
    let token = answer.id_token().ok_or(SignOnError::Refused)?;
    let now = DateTime::<Utc>::from_timestamp_millis(desk.now().0).ok_or(SignOnError::Refused)?;
    let now = now - TimeDelta::seconds(SKEW_S);
    let verifier = provider
        .id_token_verifier()
        .set_allowed_algs([
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            CoreJwsSigningAlgorithm::RsaSsaPssSha256,
            CoreJwsSigningAlgorithm::EcdsaP256Sha256,
        ])
        .set_time_fn(move || now);
    let claims = token
        .claims(&verifier, &Nonce::new(asked.nonce.clone()))
        .map_err(|_| SignOnError::Refused)?;
    let email = claims
        .email()
        .filter(|_| claims.email_verified() == Some(true));
    let email = email.ok_or(SignOnError::Nobody)?.to_string();
    let identity = Identity {
        issuer: settings.issuer.clone(),
        subject: claims.subject().to_string(),
    };
    Ok((identity, email))
}
