//! Which addresses belong to the world, and which to a network of one's own.

use openidconnect::reqwest::dns::{Addrs, Name, Resolve, Resolving};
use openidconnect::url::{Host, Url};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Whether an address may be asked by anybody: not this machine, nor a network of one's own.
pub(super) fn is_of_the_world(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            let is_shared = first == 100 && (64..128).contains(&second);
            let is_reserved = first == 0 || first >= 240;
            !(v4.is_loopback()
                || v4.is_private()
                || v4.is_link_local()
                || v4.is_multicast()
                || v4.is_documentation()
                || is_shared
                || is_reserved)
        }
        IpAddr::V6(v6) => {
            let first = v6.segments()[0];
            let is_translated = first == 0x2002 || (first == 0x64 && v6.segments()[1] == 0xff9b);
            let inner = match first {
                0x2002 => Some(embedded(v6.segments()[1], v6.segments()[2])),
                _ if is_translated => Some(embedded(v6.segments()[6], v6.segments()[7])),
                _ => None,
            };
            !(v6.is_loopback()
                || v6.is_unspecified()
                || v6.is_multicast()
                || v6.is_unique_local()
                || v6.is_unicast_link_local()
                || inner.is_some_and(|v4| !is_of_the_world(IpAddr::V4(v4))))
        }
    }
}

fn embedded(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from((u32::from(high) << 16) | u32::from(low))
}

/// The address written in a URL instead of a name, if there is one.
pub(super) fn written(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(address) => Some(IpAddr::V4(address)),
        Host::Ipv6(address) => Some(IpAddr::V6(address)),
        Host::Domain(_) => None,
    }
}

/// A name leads into a network of one's own.
#[derive(Debug)]
pub(super) struct LeadsInside;

impl std::fmt::Display for LeadsInside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name leads to a private address")
    }
}

impl std::error::Error for LeadsInside {}

/// Finds the addresses of a name and keeps those of the world: what is checked is what is asked.
pub(super) struct Outside;

impl Resolve for Outside {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let found: Vec<SocketAddr> = found.collect();
            let kept: Vec<SocketAddr> = found
                .iter()
                .copied()
                .filter(|address| is_of_the_world(address.ip()))
                .collect();
            if kept.is_empty() && !found.is_empty() {
                return Err(LeadsInside.into());
            }
            let kept: Addrs = Box::new(kept.into_iter());
            Ok(kept)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expected: bool) {
        let parsed = address.parse().expect("an address");
        assert_eq!(is_of_the_world(parsed), expected, "{address}");
    }

    #[test]
    fn networks_of_ones_own_are_known_in_every_disguise() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "fd00::1",
            "fe80::1",
            "ff02::1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
        ] {
            check(inside, false);
        }
        for outside in ["1.1.1.1", "172.32.0.1", "2606:4700::1", "64:ff9b::101:101"] {
            check(outside, true);
        }
    }
}
