//! A provider as the library knows it.

use domain::ids::TenantId;
use openidconnect::{
    ClientId, ClientSecret, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, RedirectUrl,
    core::{CoreClient, CoreProviderMetadata},
};

use super::{
    settings::{Settings, redirect_address},
    web::Web,
};
use crate::desk::Desk;

/// A client that knows where to send people and whom to ask.
pub(super) type Provider = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The provider does not answer, or not as `OpenID` Connect Discovery 1.0 says.
pub(super) struct Unavailable;

/// Asks a provider what it is and where; anew each time, so that changed keys count at once.
pub(super) async fn discover(
    desk: &Desk,
    tenant: TenantId,
    settings: &Settings,
) -> Result<Provider, Unavailable> {
    let web = Web::of(desk).ok_or(Unavailable)?;
    let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| Unavailable)?;
    let metadata = CoreProviderMetadata::discover_async(issuer, web).await;
    let metadata = metadata.map_err(|error| {
        tracing::warn!(
            error = &error as &dyn std::error::Error,
            "a provider of single sign-on does not answer"
        );
        Unavailable
    })?;
    let redirect = RedirectUrl::new(redirect_address(desk, tenant)).map_err(|_| Unavailable)?;
    let (id, secret) = (settings.client_id.clone(), settings.client_secret.clone());
    let client = CoreClient::from_provider_metadata(
        metadata,
        ClientId::new(id),
        Some(ClientSecret::new(secret)),
    );
    Ok(client.set_redirect_uri(redirect))
}
