//! What every handler needs.

use std::sync::Arc;

use axum::extract::FromRef;
use backend::desk::Desk;
use ipnet::IpNet;
use leptos::config::LeptosOptions;

use super::crowd::Crowd;
use crate::config::Config;

/// What every handler needs.
#[derive(Clone)]
pub struct AppState {
    /// The desk.
    pub desk: Arc<Desk>,
    /// Scheme, host and port of this service.
    pub origin: Arc<str>,
    /// Whether cookies can demand TLS.
    pub https: bool,
    /// Proxies whose `X-Forwarded-For` counts.
    pub trusted_proxies: Arc<[IpNet]>,
    /// Whether mails are kept instead of sent.
    pub mailbox: bool,
    pub(super) crowd: Arc<Crowd>,
    leptos: LeptosOptions,
}

impl AppState {
    /// From the configuration.
    pub fn new(config: &Config, desk: Arc<Desk>) -> Self {
        let leptos = LeptosOptions::builder()
            .output_name("einlass")
            .site_root("target/site")
            .site_pkg_dir("pkg")
            .site_addr(config.listen)
            .build();
        Self {
            crowd: Arc::new(Crowd::new(desk.clone())),
            desk,
            origin: config.origin().into(),
            https: config.is_https(),
            trusted_proxies: config.trusted_proxies.clone().into(),
            mailbox: config.keeps_mails(),
            leptos,
        }
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
