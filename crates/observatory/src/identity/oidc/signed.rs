//! Signed tokens that are not ID tokens, and what of both the crate leaves to check.
//!
//! `openidconnect` verifies a signed `userinfo` with RS256 only, and ProConnect also signs with
//! ES256 or HS256: the signature is verified by the crate, the rest is here.

use super::tokens::CLOCKS_DIFFER;
use super::{Algorithm, OidcError, Settings};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use openidconnect::core::{CoreJsonWebKey, CoreJsonWebKeySet};
use openidconnect::{JsonWebKey, JsonWebKeyId};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What a token says of its own signature. It is believed only as far as the settings agree.
#[derive(Deserialize)]
pub(super) struct Header {
    alg: String,
    pub(super) kid: Option<JsonWebKeyId>,
    crit: Option<serde_json::Value>,
}

impl Header {
    pub(super) fn read(token: &str) -> Option<Self> {
        part(token.split('.').next()?)
    }

    fn algorithm(&self, settings: &Settings) -> Result<Algorithm, OidcError> {
        let known = Algorithm::from_name(&self.alg).filter(|_| self.crit.is_none());
        known
            .filter(|algorithm| settings.algorithms.contains(algorithm))
            .ok_or(OidcError::Signature)
    }
}

/// The claims of a token whose signature is good.
pub(super) fn claims<T: DeserializeOwned>(
    token: &str,
    keys: &CoreJsonWebKeySet,
    settings: &Settings,
) -> Result<T, OidcError> {
    let (signed, signature) = token.rsplit_once('.').ok_or(OidcError::Userinfo)?;
    let (_, claims) = signed.split_once('.').ok_or(OidcError::Userinfo)?;
    let header = Header::read(token).ok_or(OidcError::Userinfo)?;
    let algorithm = header.algorithm(settings)?.core();
    let signature = URL_SAFE_NO_PAD.decode(signature);
    let signature = signature.map_err(|_| OidcError::Signature)?;
    let is_signed = candidates(&header, keys, settings).iter().any(|key| {
        key.verify_signature(&algorithm, signed.as_bytes(), &signature)
            .is_ok()
    });
    if !is_signed {
        return Err(OidcError::Signature);
    }
    part(claims).ok_or(OidcError::Userinfo)
}

/// From when a token holds; `nbf` is not among what `openidconnect` checks.
#[derive(Deserialize)]
pub(super) struct Start {
    nbf: Option<f64>,
}

impl Start {
    /// That of a token whose signature was verified.
    pub(super) fn of(token: &str) -> Result<Self, OidcError> {
        let claims = token.split('.').nth(1).and_then(part);
        claims.ok_or(OidcError::Token)
    }

    /// Whether the token holds already, by clocks that may differ.
    pub(super) fn check(&self, now: DateTime<Utc>) -> Result<(), OidcError> {
        let latest = (now + CLOCKS_DIFFER).timestamp() as f64;
        match self.nbf {
            Some(start) if start > latest => Err(OidcError::NotYet),
            _ => Ok(()),
        }
    }
}

/// The keys that may have signed: the secret, or those of the provider with the same name.
fn candidates(
    header: &Header,
    keys: &CoreJsonWebKeySet,
    settings: &Settings,
) -> Vec<CoreJsonWebKey> {
    if header.alg == Algorithm::Hs256.name() {
        let secret = settings.client_secret.secret().clone();
        return vec![CoreJsonWebKey::new_symmetric(secret.into_bytes())];
    }
    let is_named =
        |key: &&CoreJsonWebKey| header.kid.is_none() || key.key_id() == header.kid.as_ref();
    keys.keys().iter().filter(is_named).cloned().collect()
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    serde_json::from_slice(&bytes).ok()
}
