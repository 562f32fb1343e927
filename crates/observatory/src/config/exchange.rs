//! What is given to other programs, and taken from other observatories.

use super::written::{Expected, Key};
use domain::Remark;
use openidconnect::url::Url;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What programs may ask for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ApiConfig {
    /// Requests a minute answered to one reader; 0 sets no limit.
    pub requests_per_minute: u32,
}

impl Default for ApiConfig {
    fn default() -> Self {
        Self {
            requests_per_minute: 600,
        }
    }
}

/// The registers of others that are harvested.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PeersConfig {
    /// Hours between two harvests by `vigie serve`; never by itself when absent.
    pub every_hours: Option<u32>,
    /// Whether addresses of one's own network may be asked, without encryption too.
    pub allow_private: bool,
}

/// Fewer requests a minute would not let another observatory read a register of some size.
const RATE_MIN: i64 = 10;
/// More are no limit, which 0 says.
const RATE_MAX: i64 = 60_000;
/// A copy older than a month is no copy of a register that moves.
const HOURS_MAX: i64 = 24 * 31;

/// The keys of `[api]`.
pub(super) const API: [Key; 1] = [Key {
    name: "requests_per_minute",
    expected: Expected::Whole {
        from: RATE_MIN,
        to: RATE_MAX,
        zero: true,
    },
}];

/// The keys of `[peers]`.
pub(super) const PEERS: [Key; 2] = [
    Key {
        name: "every_hours",
        expected: Expected::Whole {
            from: 1,
            to: HOURS_MAX,
            zero: false,
        },
    },
    Key {
        name: "allow_private",
        expected: Expected::Bool,
    },
];

/// What is wrong with the addresses of those whose registers are harvested: `vigie peer add` took
/// them, and the settings or the addresses may have changed since.
///
/// `peers` are short names with addresses, `ours` the address that the public uses.
pub fn peer_faults(
    peers: &[(String, String)],
    ours: Option<&str>,
    allow_private: bool,
) -> Vec<Remark> {
    let mut faults = Vec::new();
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for (name, address) in peers {
        let told = |key: &'static str| {
            let remark = Remark::new(key).with("name", name);
            remark.with("address", address)
        };
        let Some(place) = place(address) else {
            faults.push(told("peer-setting-address"));
            continue;
        };
        if !allow_private && address.starts_with("http://") {
            faults.push(told("peer-setting-clear"));
        }
        if ours.and_then(self::place).as_ref() == Some(&place) {
            faults.push(told("peer-setting-ours"));
        }
        match known.get(&place) {
            Some(other) => faults.push(told("peer-setting-twice").with("other", other)),
            None => {
                known.insert(place, name);
            }
        }
    }
    faults
}

/// What is wrong with the address that the public uses: those who harvest us follow it.
pub fn public_url_fault(url: Option<&str>) -> Option<Remark> {
    let url = url?;
    let is_fine = place(url).is_some() && !url.contains(['?', '#']);
    (!is_fine).then(|| Remark::new("public-url-setting").with("value", url))
}

/// Machine, port and path of a web address: what makes two addresses the same, encrypted or not.
fn place(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https");
    let is_bare = url.username().is_empty() && url.password().is_none();
    let host = url.host_str().filter(|_| is_web && is_bare)?;
    let port = url
        .port()
        .map_or_else(String::new, |port| format!(":{port}"));
    Some(format!("{host}{port}{}", url.path().trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `peers`: name and address; `expected`: key of each fault, in order.
    fn check(peers: &[(&str, &str)], allow_private: bool, expected: &[&str]) {
        let peers = peers.iter();
        let peers: Vec<_> = peers
            .map(|(name, address)| ((*name).to_owned(), (*address).to_owned()))
            .collect();
        let ours = Some("https://vigie.ici.example");
        let found = peer_faults(&peers, ours, allow_private);
        let keys: Vec<_> = found.iter().map(|fault| fault.key).collect();
        assert_eq!(keys, expected, "{peers:?}");
    }

    #[test]
    fn the_address_of_a_register_is_looked_at_again() {
        check(&[("a", "https://a.example")], false, &[]);
        check(
            &[("a", "https://a.example"), ("b", "https://b.example")],
            false,
            &[],
        );
        check(&[("a", "ftp://a.example")], true, &["peer-setting-address"]);
        check(&[("a", "a.example")], true, &["peer-setting-address"]);
        check(&[("a", "")], true, &["peer-setting-address"]);
        check(
            &[("a", "https://u:p@a.example")],
            true,
            &["peer-setting-address"],
        );
        check(&[("a", "http://a.example")], false, &["peer-setting-clear"]);
        check(&[("a", "http://a.example")], true, &[]);
        check(
            &[("a", "https://vigie.ici.example/")],
            false,
            &["peer-setting-ours"],
        );
    }

    #[test]
    fn one_register_under_two_names_is_told_once() {
        for (first, second) in [
            ("https://a.example", "https://A.example/"),
            ("https://a.example", "http://a.example"),
            ("https://a.example:443", "https://a.example"),
            ("https://a.example/vigie", "https://a.example/vigie/"),
        ] {
            check(
                &[("a", first), ("b", second)],
                true,
                &["peer-setting-twice"],
            );
        }
        let other_port = [("a", "https://a.example"), ("b", "https://a.example:8443")];
        check(&other_port, true, &[]);
        let other_path = [("a", "https://a.example/x"), ("b", "https://a.example/y")];
        check(&other_path, true, &[]);
    }

    #[test]
    fn the_public_address_is_one_of_the_web() {
        for url in ["https://vigie.example", "http://10.0.0.1:8080"] {
            assert_eq!(public_url_fault(Some(url)), None, "{url}");
        }
        for url in [
            "vigie.example",
            "ftp://vigie.example",
            "https://",
            "https://x/?a",
        ] {
            let fault = public_url_fault(Some(url));
            assert_eq!(
                fault.map(|fault| fault.key),
                Some("public-url-setting"),
                "{url}"
            );
        }
        assert_eq!(public_url_fault(None), None);
    }
}
