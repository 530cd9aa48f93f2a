//! Settings that are lists.

use ipnet::IpNet;

use super::value::{Source, value};

/// Networks whose word about clients counts.
pub(super) fn proxies(source: Source<'_>, problems: &mut Vec<String>) -> Vec<IpNet> {
    let text = value(source, "EINLASS_TRUSTED_PROXIES", problems).unwrap_or_default();
    let mut networks = Vec::new();
    for part in text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        match part
            .parse::<IpNet>()
            .or_else(|_| part.parse::<std::net::IpAddr>().map(IpNet::from))
        {
            Ok(network) => networks.push(network),
            Err(_) => problems
                .push("EINLASS_TRUSTED_PROXIES must be networks such as 10.0.0.0/8".to_owned()),
        }
    }
    networks
}
