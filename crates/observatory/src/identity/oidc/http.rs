//! Short, bounded conversations with the provider.

use super::{OidcError, Roots};
use openidconnect::http::{Response, StatusCode};
use openidconnect::reqwest::{self, redirect};
use openidconnect::url::{Host, Url};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, IssuerUrl};
use std::error::Error;
use std::pin::Pin;
use std::time::Duration;

const CONNECT: Duration = Duration::from_secs(5);
const WHOLE_EXCHANGE: Duration = Duration::from_secs(10);

/// Descriptions, keys and tokens weigh a few kilobytes.
const ANSWER_BYTES_MAX: usize = 256 * 1024;

/// Speaks to the provider: in ten seconds, encrypted, without following it elsewhere.
pub(super) struct Http(reqwest::Client);

impl Http {
    pub(super) fn new(issuer: &IssuerUrl, roots: &Roots) -> Result<Self, OidcError> {
        let is_here = is_this_machine(issuer.url());
        let client = reqwest::Client::builder()
            .user_agent("Vigie")
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(WHOLE_EXCHANGE)
            .https_only(!is_here);
        let client = if is_here { client.no_proxy() } else { client };
        // An authority of one’s own takes the place of the public ones: none of them could then vouch
        // for somebody who took the provider’s name.
        let client = client.tls_built_in_root_certs(roots.are_public());
        let believed = roots.0.iter().cloned();
        let client = believed.fold(client, reqwest::ClientBuilder::add_root_certificate);
        client.build().map(Self).map_err(tell)
    }

    /// The answer to a request, whole; an answer that is too long or out of order is an error.
    pub(super) async fn send(&self, request: HttpRequest) -> Result<HttpResponse, OidcError> {
        let request = reqwest::Request::try_from(request).map_err(tell)?;
        let mut answer = self.0.execute(request).await.map_err(tell)?;
        let mut parts = Response::new(Vec::new());
        *parts.status_mut() = answer.status();
        *parts.headers_mut() = std::mem::take(answer.headers_mut());
        while let Some(piece) = answer.chunk().await.map_err(tell)? {
            if parts.body().len() + piece.len() > ANSWER_BYTES_MAX {
                return Err(OidcError::TooLong);
            }
            parts.body_mut().extend_from_slice(&piece);
        }
        let is_out_of_order =
            parts.status().is_server_error() || parts.status() == StatusCode::TOO_MANY_REQUESTS;
        if is_out_of_order {
            return Err(OidcError::OutOfOrder);
        }
        Ok(parts)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = OidcError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, OidcError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

/// Whether an address stays on this machine, where nothing needs to be encrypted.
pub(crate) fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// The reason goes to the log without the address, which nobody needs to read there.
fn tell(error: reqwest::Error) -> OidcError {
    let error = error.without_url();
    let mut reason = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        reason = format!("{reason}: {inner}");
        cause = inner.source();
    }
    tracing::warn!(reason, "the identity provider cannot be reached");
    OidcError::Unreachable
}
