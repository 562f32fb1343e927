//! What is given to other programs, and taken from other observatories.

use serde::Deserialize;

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
