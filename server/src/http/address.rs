//! From where a request comes.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, request::Parts},
};
use ipnet::IpNet;

/// For whom a proxy speaks.
const FORWARDED: &str = "x-forwarded-for";
/// How the client spoke to the proxy.
const PROTO: &str = "x-forwarded-proto";

/// The address of the client: the peer's, or what trusted proxies say in `X-Forwarded-For` (the last address that is
/// not a proxy of ours; everything to the left of it could be made up).
pub(super) fn client(parts: &Parts, trusted: &[IpNet]) -> Option<IpAddr> {
    Some(behind(peer(parts)?, &parts.headers, trusted))
}

/// Whether the client cannot be told: the peer is this machine, or one of its network that says for whom it speaks and is not
/// trusted. It is a proxy that nobody named.
pub(super) fn is_unnamed_proxy(parts: &Parts, trusted: &[IpNet]) -> bool {
    let Some(peer) = peer(parts) else {
        return true;
    };
    let speaks_for_others = parts.headers.contains_key(FORWARDED);
    !is_among(trusted, peer) && (peer.is_loopback() || is_near(peer) && speaks_for_others)
}

/// Whether a request came without TLS: a trusted proxy says so, or it came from elsewhere straight to us, who speak none.
/// What a near proxy that nobody named says counts neither way.
pub(super) fn came_in_plain(parts: &Parts, trusted: &[IpNet]) -> bool {
    let Some(peer) = peer(parts) else {
        return false;
    };
    if is_among(trusted, peer) {
        let said = parts.headers.get_all(PROTO).iter().next_back();
        let said = said.and_then(|value| value.to_str().ok()?.rsplit(',').next());
        return said.is_some_and(|proto| !proto.trim().eq_ignore_ascii_case("https"));
    }
    !peer.is_loopback() && !is_near(peer)
}

fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(near) => near.is_private() || near.is_link_local(),
        IpAddr::V6(near) => near.is_unique_local() || near.is_unicast_link_local(),
    }
}

fn is_among(networks: &[IpNet], address: IpAddr) -> bool {
    networks.iter().any(|network| network.contains(&address))
}

fn peer(parts: &Parts) -> Option<IpAddr> {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>()?.0;
    Some(peer.ip().to_canonical())
}

/// What stands to the left of an entry that cannot be read could be made up, too.
fn behind(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    if !is_among(trusted, peer) {
        return peer;
    }
    let entries: Vec<&str> = headers
        .get_all(FORWARDED)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let mut client = peer;
    for entry in entries.into_iter().rev() {
        let Some(address) = read(entry.trim()) else {
            break;
        };
        client = address;
        if !is_among(trusted, address) {
            break;
        }
    }
    client
}

/// An address, with or without a port.
fn read(entry: &str) -> Option<IpAddr> {
    let alone = || entry.trim_matches(['[', ']']).parse().ok();
    let with_port = || entry.parse::<SocketAddr>().ok().map(|entry| entry.ip());
    let address: IpAddr = with_port().or_else(alone)?;
    Some(address.to_canonical())
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

    #[test]
    fn nobody_invents_an_address_behind_an_entry_that_cannot_be_read() {
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().expect("a network")];
        let client = |entries: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", entries.parse().expect("a header"));
            behind("10.0.0.1".parse().expect("an address"), &headers, &trusted).to_string()
        };
        assert_eq!(client("6.6.6.6, 203.0.113.9:51234"), "203.0.113.9");
        assert_eq!(
            client("6.6.6.6, [2001:db8::1]:443, 10.0.0.2"),
            "2001:db8::1"
        );
        assert_eq!(client("6.6.6.6, ::ffff:203.0.113.9"), "203.0.113.9");
        assert_eq!(client("6.6.6.6, unknown"), "10.0.0.1");
        assert_eq!(client("6.6.6.6, unknown, 10.0.0.7"), "10.0.0.7");
        assert_eq!(
            client("10.1.2.3, 10.0.0.2"),
            "10.1.2.3",
            "a client within the same network"
        );
    }
}
