//! The way to providers of single sign-on.

use std::{
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{
        Client,
        connect::{HttpConnector, dns::Name},
    },
    rt::TokioExecutor,
};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};
use tokio::sync::Semaphore;
use vault::Environment;

use crate::desk::Desk;

/// A provider that is slower than this is down.
const TIMEOUT: Duration = Duration::from_secs(5);
/// Answers of providers are short.
const BYTES_MAX: usize = 512 * 1024;

/// Nobody can make this server ask more providers at once.
const ASKED_AT_ONCE_MAX: usize = 16;

/// What can go wrong on the way.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// An address that must not be asked.
    #[error("not an address of a provider")]
    Refused,
    /// No answer, or not in time.
    #[error("no answer")]
    Silent,
}

/// Asks providers: over TLS, at public addresses, without following anywhere. Outside production also in the clear and on
/// this host, for providers under test.
pub struct Web {
    client: Client<HttpsConnector<HttpConnector<Resolver>>, Full<Bytes>>,
    is_strict: bool,
    /// Who may be on the way; others are turned back at once.
    ways: Semaphore,
}

impl Web {
    /// The way for an environment.
    fn new(environment: Environment) -> io::Result<Self> {
        let is_strict = environment == Environment::Production;
        let mut connector = HttpConnector::new_with_resolver(Resolver { is_strict });
        connector.enforce_http(false);
        let provider = rustls::crypto::ring::default_provider();
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_native_roots(provider)?
            .https_or_http()
            .enable_http1()
            .wrap_connector(connector);
        Ok(Self {
            client: Client::builder(TokioExecutor::new()).build(connector),
            is_strict,
            ways: Semaphore::new(ASKED_AT_ONCE_MAX),
        })
    }

    /// The way of a desk; none where this host has no certificates to check others by.
    pub(super) fn of(desk: &Desk) -> Option<&Self> {
        if desk.web.get().is_none() {
            match Self::new(desk.settings().environment) {
                Ok(web) => drop(desk.web.set(web)),
                Err(failure) => {
                    let error = &failure as &dyn std::error::Error;
                    tracing::error!(
                        error,
                        "no certificates to check providers of single sign-on by"
                    );
                }
            }
        }
        desk.web.get()
    }

    /// Whether an address may be one of a provider's.
    pub(super) fn may_ask(&self, address: &http::Uri) -> bool {
        let host = address.host().unwrap_or_default();
        let is_number = host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok();
        let is_web = matches!(address.scheme_str(), Some("https" | "http"));
        let is_safe = address.scheme_str() == Some("https") && !is_number;
        !host.is_empty() && is_web && (is_safe || !self.is_strict)
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, WebError> {
        if !self.may_ask(request.uri()) {
            return Err(WebError::Refused);
        }
        let _way = self.ways.try_acquire().map_err(|_| WebError::Silent)?;
        let request = request.map(|body| Full::new(Bytes::from(body)));
        let whole = async {
            let answer = self
                .client
                .request(request)
                .await
                .map_err(|_| WebError::Silent)?;
            let (parts, body) = answer.into_parts();
            let body = Limited::new(body, BYTES_MAX).collect().await;
            let body = body.map_err(|_| WebError::Silent)?.to_bytes();
            Ok(HttpResponse::from_parts(parts, body.to_vec()))
        };
        tokio::time::timeout(TIMEOUT, whole)
            .await
            .unwrap_or(Err(WebError::Silent))
    }
}

impl<'c> AsyncHttpClient<'c> for Web {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, WebError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// Looks names up; strictly, only public addresses count, so that nobody has this host ask its own network.
#[derive(Clone)]
struct Resolver {
    is_strict: bool,
}

impl tower_service::Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let is_strict = self.is_strict;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let usable: Vec<SocketAddr> = found
                .filter(|address| !is_strict || is_public(address.ip()))
                .collect();
            Ok(usable.into_iter())
        })
    }
}

/// Whether an address is one of the public internet (RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            let [first, second, ..] = address.octets();
            !(address.is_private()
                || address.is_loopback()
                || address.is_link_local()
                || address.is_broadcast()
                || address.is_multicast()
                || address.is_documentation()
                || first == 0
                || first >= 240
                || (first == 100 && (64..128).contains(&second))
                || (first == 198 && (18..20).contains(&second)))
        }
        IpAddr::V6(address) => {
            if let Some(address) = address.to_ipv4_mapped() {
                return is_public(IpAddr::V4(address));
            }
            // Global unicast, but for what is documentation or leads to an address of version 4.
            let [first, second, ..] = address.segments();
            (0x2000..0x4000).contains(&first)
                && first != 0x2002
                && (first, second) != (0x2001, 0x0db8)
                && (first, second) != (0x2001, 0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_asked() {
        for address in ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"] {
            assert!(is_public(address.parse().expect("an address")), "{address}");
        }
        for address in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "2002:a00:1::1",
        ] {
            assert!(
                !is_public(address.parse().expect("an address")),
                "{address}"
            );
        }
    }

    #[test]
    fn production_asks_names_over_tls_only() {
        let strict = Web::new(Environment::Production).expect("roots");
        let lax = Web::new(Environment::Test).expect("roots");
        for (address, strictly, laxly) in [
            ("https://id.example.org/x", true, true),
            ("http://id.example.org/x", false, true),
            ("https://10.0.0.1/x", false, true),
            ("https://[::1]/x", false, true),
            ("ftp://id.example.org/x", false, false),
        ] {
            let address = address.parse().expect("an address");
            assert_eq!(strict.may_ask(&address), strictly, "{address}");
            assert_eq!(lax.may_ask(&address), laxly, "{address}");
        }
    }
}
