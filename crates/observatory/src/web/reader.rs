//! Who asks: the address of a reader, as far as it can be believed. It serves to count for a
//! minute, and is written nowhere.

use crate::config::Network;
use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};

/// The header in which a proxy adds where a request comes from.
const FORWARDED: &str = "x-forwarded-for";

/// The proxies that are believed when they say for whom they ask.
pub(super) struct Proxies {
    known: Vec<Network>,
    /// Whether the log was told that somebody unknown speaks like a proxy.
    told: AtomicBool,
}

impl Proxies {
    /// Believes these alone.
    pub(super) fn new(known: Vec<Network>) -> Self {
        Self {
            known,
            told: AtomicBool::new(false),
        }
    }

    /// Where a request comes from: whoever is connected; if that is a proxy of ours, the last one
    /// that it names and that is no proxy of ours. Nothing for what is asked from inside.
    pub(super) fn reader(&self, extensions: &Extensions, headers: &HeaderMap) -> Option<IpAddr> {
        let ConnectInfo(peer) = extensions.get::<ConnectInfo<SocketAddr>>()?;
        let peer = peer.ip().to_canonical();
        if !self.is_ours(peer) {
            self.wonder(peer, headers);
            return Some(peer);
        }
        let mut reader = peer;
        for told in forwarded(headers).into_iter().rev() {
            let Some(address) = told else { break };
            reader = address;
            if !self.is_ours(address) {
                break;
            }
        }
        Some(reader)
    }

    fn is_ours(&self, address: IpAddr) -> bool {
        self.known.iter().any(|network| network.contains(address))
    }

    /// A neighbour that forwards and is not in the settings makes all its readers look like one:
    /// whoever looks after the site should know. Once, as anybody can write the header.
    fn wonder(&self, peer: IpAddr, headers: &HeaderMap) {
        let is_near = match peer {
            IpAddr::V4(address) => address.is_private(),
            IpAddr::V6(address) => address.is_unique_local(),
        };
        if is_near && headers.contains_key(FORWARDED) && !self.told.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                "a neighbour forwards for others and is not among the proxies of [server]: its \
                 readers count as one"
            );
        }
    }
}

/// The addresses of the header in order; `None` for what is none.
fn forwarded(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let lines = headers.get_all(FORWARDED).iter();
    let parts = lines.flat_map(|line| line.to_str().unwrap_or("?").split(','));
    parts
        .map(|part| part.trim().parse::<IpAddr>().ok())
        .map(|address| address.map(|known| known.to_canonical()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn check(peer: &str, told: &[&'static str], expected: &str) {
        let known = ["127.0.0.0/8", "10.1.2.3"].map(|text| Network::read(text).expect("known"));
        let proxies = Proxies::new(known.to_vec());
        let mut extensions = Extensions::new();
        let peer: IpAddr = peer.parse().expect("an address");
        extensions.insert(ConnectInfo(SocketAddr::from((peer, 1))));
        let mut headers = HeaderMap::new();
        for line in told {
            headers.append(FORWARDED, HeaderValue::from_static(line));
        }
        let reader = proxies.reader(&extensions, &headers);
        assert_eq!(reader, expected.parse().ok(), "{peer} {told:?}");
    }

    #[test]
    fn a_proxy_of_ours_is_believed_and_nobody_else() {
        check("192.0.2.1", &[], "192.0.2.1");
        check("127.0.0.1", &["192.0.2.9"], "192.0.2.9");
        check("::ffff:127.0.0.1", &["192.0.2.9"], "192.0.2.9");
        // A workstation of the same network says it is somebody else.
        check("10.0.0.7", &["192.0.2.9"], "10.0.0.7");
        check("192.0.2.1", &["192.0.2.9"], "192.0.2.1");
    }

    #[test]
    fn what_a_reader_wrote_before_the_proxies_is_not_believed() {
        check("127.0.0.1", &["203.0.113.5, 192.0.2.9"], "192.0.2.9");
        check("127.0.0.1", &["203.0.113.5", "192.0.2.9"], "192.0.2.9");
        check("127.0.0.1", &["192.0.2.9, 10.1.2.3"], "192.0.2.9");
        check("127.0.0.1", &["203.0.113.5, nobody"], "127.0.0.1");
        check("127.0.0.1", &["192.0.2.9, nobody, 10.1.2.3"], "10.1.2.3");
        check("127.0.0.1", &["10.1.2.3"], "10.1.2.3");
        check("127.0.0.1", &[""], "127.0.0.1");
    }

    #[test]
    fn what_is_asked_from_inside_has_no_address() {
        let proxies = Proxies::new(Vec::new());
        assert_eq!(proxies.reader(&Extensions::new(), &HeaderMap::new()), None);
    }
}
