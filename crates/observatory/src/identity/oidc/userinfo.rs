//! What the provider says of the person, as JSON or as a signed token.

use super::client::Client;
use super::signed::Start;
use super::tokens::{CLOCKS_DIFFER, SignedIn};
use super::{OidcError, Settings, signed};
use chrono::{DateTime, Utc};
use openidconnect::HttpResponse;
use openidconnect::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use openidconnect::http::{Request, StatusCode};
use serde::Deserialize;
use serde_json::Value;

/// The person, as told.
#[derive(Deserialize)]
pub(super) struct Person {
    sub: String,
    pub(super) email: Option<String>,
    /// Some providers write the words `true` and `false`.
    pub(super) email_verified: Option<Value>,
    pub(super) given_name: Option<String>,
    pub(super) usual_name: Option<String>,
    pub(super) family_name: Option<String>,
    pub(super) siret: Option<String>,
}

/// What a signed answer adds, so that it cannot serve elsewhere or later.
#[derive(Deserialize)]
struct Seal {
    iss: Option<String>,
    aud: Option<Audience>,
    exp: Option<f64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
struct Sealed {
    #[serde(flatten)]
    seal: Seal,
    #[serde(flatten)]
    start: Start,
    #[serde(flatten)]
    person: Person,
}

impl Client {
    /// Who signed in. The subject is the one of the ID token, or it is an error.
    pub(super) async fn userinfo(
        &self,
        signed_in: &SignedIn,
        now: DateTime<Utc>,
    ) -> Result<Person, OidcError> {
        let answer = self.ask_userinfo(signed_in).await?;
        let person = match essence(&answer) {
            "application/json" if self.settings.userinfo_signed => {
                return Err(OidcError::Signature);
            }
            "application/json" => {
                serde_json::from_slice(answer.body()).map_err(|_| OidcError::Userinfo)?
            }
            "application/jwt" => self.unsealed(answer.body(), now).await?,
            _ => return Err(OidcError::Userinfo),
        };
        if person.sub == signed_in.subject.as_str() {
            Ok(person)
        } else {
            Err(OidcError::Subject)
        }
    }

    async fn ask_userinfo(&self, signed_in: &SignedIn) -> Result<HttpResponse, OidcError> {
        let endpoint = self.provider.userinfo_endpoint();
        let endpoint = endpoint.ok_or(OidcError::Discovery)?;
        let token = signed_in.access_token.secret();
        let request = Request::get(endpoint.as_str())
            .header(ACCEPT, "application/jwt, application/json")
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .body(Vec::new())
            .map_err(|_| OidcError::Token)?;
        let answer = self.http.send(request).await?;
        if answer.status() == StatusCode::OK {
            Ok(answer)
        } else {
            Err(OidcError::Userinfo)
        }
    }

    async fn unsealed(&self, body: &[u8], now: DateTime<Utc>) -> Result<Person, OidcError> {
        let token = str::from_utf8(body)
            .map_err(|_| OidcError::Userinfo)?
            .trim();
        let keys = self.keys_for(token).await?;
        let sealed: Sealed = signed::claims(token, &keys, &self.settings)?;
        sealed.seal.check(&self.settings, now)?;
        sealed.start.check(now)?;
        Ok(sealed.person)
    }
}

impl Seal {
    fn check(&self, settings: &Settings, now: DateTime<Utc>) -> Result<(), OidcError> {
        if self.iss.as_deref() != Some(settings.issuer.as_str()) {
            return Err(OidcError::Issuer);
        }
        let own = settings.client_id.as_str();
        let is_for_us = match &self.aud {
            Some(Audience::One(name)) => name == own,
            Some(Audience::Several(names)) => names.iter().any(|name| name == own),
            None => false,
        };
        if !is_for_us {
            return Err(OidcError::Audience);
        }
        let earliest = (now - CLOCKS_DIFFER).timestamp() as f64;
        if self.exp.is_some_and(|end| end <= earliest) {
            return Err(OidcError::Expired);
        }
        Ok(())
    }
}

/// The type of an answer without its parameters.
fn essence(answer: &HttpResponse) -> &str {
    let written = answer.headers().get(CONTENT_TYPE);
    let written = written.and_then(|value| value.to_str().ok());
    let kind = written.and_then(|written| written.split(';').next());
    kind.unwrap_or_default().trim()
}
