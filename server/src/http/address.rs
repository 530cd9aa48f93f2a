//! From where a request comes.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, request::Parts},
};
use ipnet::IpNet;

/// The address of the client: the peer's, or what trusted proxies say in `X-Forwarded-For` (the last address that is
/// not a proxy of ours; everything to the left of it could be made up).
pub(super) fn client(parts: &Parts, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>()?.0.ip();
    Some(behind(peer, &parts.headers, trusted))
}

fn behind(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    if !is_trusted(&peer) {
        return peer;
    }
    headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|address| address.trim().parse().ok())
        .rfind(|address| !is_trusted(address))
        .unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let mut headers = HeaderMap::new();
        headers.insert(
            "x-forwarded-for",
            "198.51.100.1, 203.0.113.9, 10.0.0.2"
                .parse()
                .expect("a header"),
        );
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().expect("a network")];
        let proxy = "10.0.0.1".parse().expect("an address");
        let stranger = "192.0.2.1".parse().expect("an address");
        assert_eq!(behind(proxy, &headers, &trusted).to_string(), "203.0.113.9");
        assert_eq!(behind(stranger, &headers, &trusted), stranger);
    }
}
