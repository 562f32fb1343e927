//! The tables `[server]` and `[database]` of `vigie.toml`, and what of them goes in clear.

use domain::Remark;
use ipnet::IpNet;
use openidconnect::url::{Host, Url};
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};

/// The web server.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServerConfig {
    /// Address it listens on.
    pub listen: String,
    /// Address the public uses, without final slash: for feeds and the sitemap.
    pub public_url: Option<String>,
    /// Private address of the metrics; none when absent.
    pub metrics: Option<String>,
    /// The proxies that are believed when they say for whom they ask; this machine when absent.
    pub proxies: Vec<Network>,
    /// Searches and filtered lists a minute written for one reader; 0 sets no limit.
    pub searches_per_minute: u32,
    /// Wrong passwords a minute taken from one place, whatever the address typed; 0 sets no limit.
    /// Many people may be behind one address.
    pub wrong_passwords_per_minute: u32,
}

impl Default for ServerConfig {
    fn default() -> Self {
        let itself = [
            IpAddr::from([127, 0, 0, 1]),
            IpAddr::from([0_u16, 0, 0, 0, 0, 0, 0, 1]),
        ];
        Self {
            listen: "127.0.0.1:8080".to_owned(),
            public_url: None,
            metrics: None,
            proxies: itself.map(|address| Network(address.into())).to_vec(),
            searches_per_minute: 300,
            wrong_passwords_per_minute: 30,
        }
    }
}

/// One address, or a network such as `10.1.0.0/16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Network(IpNet);

impl Network {
    /// Reads an address or a network; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let network = text.parse::<IpNet>().ok();
        let network = network.or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
        network.map(Self)
    }

    /// Whether an address is one of its own.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }
}

impl TryFrom<String> for Network {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text)
            .ok_or_else(|| format!("\"{text}\" is no address and no network such as 10.1.0.0/16"))
    }
}

/// The database.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DatabaseConfig {
    /// `sqlite:…` or `postgres://…`; a file of the folder when absent.
    pub url: Option<String>,
}

/// What of the site and its database goes in clear over a network.
///
/// `database` is the address in use, wherever it is written.
pub fn clear_faults(server: &ServerConfig, database: &str) -> Vec<Remark> {
    let mut faults = Vec::new();
    let public = server.public_url.as_deref();
    if let Some(url) = public.filter(|url| leaves_in_clear(url)) {
        faults.push(Remark::new("check-public-clear").with("address", url));
    }
    let is_seen = |address: SocketAddr| !address.ip().is_loopback();
    // Behind an encrypted address there is a proxy, which may be on another machine.
    if public.is_none() && server.listen.parse().is_ok_and(is_seen) {
        faults.push(Remark::new("check-listens-everywhere").with("address", &server.listen));
    }
    if believes_anybody(database) {
        faults.push(Remark::new("check-database-clear"));
    }
    faults
}

/// Whether what the public sends to an address may be read on its way.
fn leaves_in_clear(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else {
        return false;
    };
    url.scheme() == "http" && !is_here(&url)
}

/// Whether an address is on this machine.
fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => true,
    }
}

/// Whether PostgreSQL is on another machine whose certificate is not looked at: without
/// `sslmode=verify-full`, its client accepts a clear connection or an unknown server.
fn believes_anybody(database: &str) -> bool {
    let Ok(url) = Url::parse(database) else {
        return false;
    };
    let is_postgres = matches!(url.scheme(), "postgres" | "postgresql");
    let has = |name: &str, accepted: &dyn Fn(&str) -> bool| {
        url.query_pairs()
            .any(|(key, value)| key == name && accepted(&value))
    };
    let is_checked = has("sslmode", &|mode| mode == "verify-full");
    let is_socket = has("host", &|host| host.starts_with('/'));
    let is_path = url.host_str().is_some_and(|host| host.starts_with("%2F"));
    is_postgres && !is_checked && !is_socket && !is_path && !is_here(&url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(server: &str, database: &str, expected: &[&str]) {
        let server: ServerConfig = toml::from_str(server).expect("settings");
        let faults = clear_faults(&server, database);
        let keys: Vec<_> = faults.iter().map(|fault| fault.key).collect();
        assert_eq!(keys, expected, "{database}");
    }

    #[test]
    fn what_goes_in_clear_over_a_network_is_told() {
        let fine = "public_url = \"https://vigie.example\"";
        check(fine, "sqlite:/data/vigie.db", &[]);
        check("public_url = \"http://localhost:8080\"", "sqlite:x", &[]);
        check(
            "public_url = \"http://vigie.example\"",
            "sqlite:x",
            &["check-public-clear"],
        );
        check(
            "listen = \"0.0.0.0:80\"",
            "sqlite:x",
            &["check-listens-everywhere"],
        );
        check("listen = \"[::1]:80\"", "sqlite:x", &[]);
    }

    #[test]
    fn a_database_elsewhere_proves_who_it_is() {
        let elsewhere = "postgres://vigie@base.example/vigie";
        let told = &["check-database-clear"];
        check("", elsewhere, told);
        check("", &format!("{elsewhere}?sslmode=require"), told);
        check("", &format!("{elsewhere}?sslmode=verify-full"), &[]);
        check("", "postgres://vigie@localhost/vigie", &[]);
        check("", "postgresql://vigie@[::1]/vigie", &[]);
        check("", "postgres:///vigie?host=/run/postgresql", &[]);
        check("", "postgres://%2Frun%2Fpostgresql/vigie", &[]);
    }

    #[test]
    fn a_proxy_is_an_address_or_a_network() {
        let read = |text: &str| Network::read(text);
        assert!(
            read("10.1.0.0/16")
                .expect("a network")
                .contains([10, 1, 9, 9].into())
        );
        assert!(
            !read("10.1.0.1")
                .expect("an address")
                .contains([10, 1, 0, 2].into())
        );
        for text in ["proxy", "10.1.0.0/33", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
