//! The table `[declare]` of `vigie.toml`, and its faults.

use super::Config;
use domain::Remark;
use serde::Deserialize;

/// Declaring a use without an account.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DeclareConfig {
    /// Whether somebody without an account may declare, from a link sent to their address.
    pub without_account: bool,
    /// What stands behind the @ of the addresses that may.
    pub mail_domains: Vec<String>,
}

impl DeclareConfig {
    /// Whether an address, in lower case, is of a domain that may.
    pub fn admits(&self, email: &str) -> bool {
        let domain = email.rsplit_once('@').map(|(_, domain)| domain);
        let mut admitted = self.mail_domains.iter();
        admitted.any(|admitted| Some(admitted.to_lowercase().as_str()) == domain)
    }
}

impl Config {
    /// Whether a person may ask for a link by e-mail: letters leave, and the links in them have an
    /// address that nobody but the settings can say.
    pub fn sends_links(&self) -> bool {
        self.mail.is_some() && self.server.public_url.is_some()
    }

    /// Whether somebody without an account may declare.
    pub fn declares_without_account(&self) -> bool {
        self.declare.without_account && self.sends_links()
    }

    /// Every fault of the table `[declare]`.
    pub fn declare_faults(&self) -> Vec<Remark> {
        let table = &self.declare;
        let mut faults = Vec::new();
        if table.without_account && !self.sends_links() {
            faults.push(Remark::new("declare-setting-mail"));
        }
        if table.without_account && table.mail_domains.is_empty() {
            faults.push(Remark::new("declare-setting-domains"));
        }
        let is_domain = |name: &str| name.contains('.') && !name.contains(['@', ' ', '*']);
        let wrong = table.mail_domains.iter().filter(|name| !is_domain(name));
        faults.extend(wrong.map(|name| Remark::new("declare-setting-domain").with("value", name)));
        faults
    }
}
