//! Short, bounded conversations with another observatory.

use super::HarvestFault;
use super::neighbourhood::{LeadsInside, Outside, is_of_the_world, written};
use openidconnect::reqwest::{self, header, redirect};
use openidconnect::url::Url;
use serde_json::Value;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

const CONNECT: Duration = Duration::from_secs(5);
const WHOLE_EXCHANGE: Duration = Duration::from_secs(30);

/// Two hundred long records weigh two megabytes.
const ANSWER_BYTES_MAX: usize = 8 * 1024 * 1024;
/// One harvest, all answers together.
const HARVEST_BYTES_MAX: usize = 128 * 1024 * 1024;

/// Asks one site, without following it elsewhere.
pub(super) struct Client {
    http: reqwest::Client,
    allows_private: bool,
    bytes: usize,
}

impl Client {
    pub(super) fn new(allows_private: bool) -> Result<Self, HarvestFault> {
        let http = reqwest::Client::builder()
            .user_agent("Vigie")
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(WHOLE_EXCHANGE)
            .https_only(!allows_private);
        let http = if allows_private {
            http.no_proxy()
        } else {
            http.dns_resolver(Arc::new(Outside))
        };
        Ok(Self {
            http: http.build().map_err(|error| fault(&error))?,
            allows_private,
            bytes: 0,
        })
    }

    /// The address of a site, checked: encrypted and of the world, unless the settings allow more.
    pub(super) fn site(&self, written_url: &str) -> Result<Url, HarvestFault> {
        let wrong = || HarvestFault::Address(short(written_url));
        let url = Url::parse(written_url.trim()).map_err(|_| wrong())?;
        let is_web = url.scheme() == "https" || (url.scheme() == "http" && self.allows_private);
        let is_bare = url.username().is_empty() && url.password().is_none();
        if !is_web || !is_bare || !url.has_host() {
            return Err(wrong());
        }
        self.check(&url)?;
        Ok(url)
    }

    fn check(&self, url: &Url) -> Result<(), HarvestFault> {
        match written(url) {
            Some(address) if !self.allows_private && !is_of_the_world(address) => {
                Err(HarvestFault::Private(address.to_string()))
            }
            _ => Ok(()),
        }
    }

    /// The JSON document of an address.
    pub(super) async fn json(&mut self, url: &str) -> Result<Value, HarvestFault> {
        let url = self.site(url)?;
        let asked = self
            .http
            .get(url)
            .header(header::ACCEPT, "application/json");
        let mut answer = asked.send().await.map_err(|error| fault(&error))?;
        let kind = text(answer.headers(), &header::CONTENT_TYPE);
        let status = answer.status();
        if status.is_redirection() {
            let to = text(answer.headers(), &header::LOCATION);
            return Err(HarvestFault::Redirected(short(&to)));
        }
        if status.as_u16() == 429 || status.as_u16() == 503 {
            return Err(HarvestFault::Busy);
        }
        if !status.is_success() {
            return Err(HarvestFault::Status(status.as_u16()));
        }
        if !is_json(&kind) {
            return Err(HarvestFault::WrongType(short(&kind)));
        }
        let mut bytes = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(|error| fault(&error))? {
            if bytes.len() + piece.len() > ANSWER_BYTES_MAX {
                return Err(HarvestFault::TooLarge);
            }
            bytes.extend_from_slice(&piece);
        }
        self.bytes += bytes.len();
        if self.bytes > HARVEST_BYTES_MAX {
            return Err(HarvestFault::TooMuch);
        }
        serde_json::from_slice(&bytes)
            .map_err(|error| HarvestFault::Unreadable(short(&error.to_string())))
    }
}

fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json") || kind.ends_with("+json")
}

fn text(headers: &header::HeaderMap, name: &header::HeaderName) -> String {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}

/// What others wrote, cut before it reaches a message.
pub(super) fn short(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control());
    plain.take(200).collect()
}

/// The innermost reason says most, and never holds the address.
fn fault(error: &reqwest::Error) -> HarvestFault {
    let mut reason = String::new();
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(inner) = cause {
        if inner.is::<LeadsInside>() {
            let host = error.url().and_then(Url::host_str).unwrap_or_default();
            return HarvestFault::Private(short(host));
        }
        reason = inner.to_string();
        cause = inner.source();
    }
    if error.is_timeout() {
        reason = "timeout".to_owned();
    }
    HarvestFault::Unreachable(short(&reason))
}
