//! What a provider does, well or badly.

use super::provider::now;
use super::signer::Signer;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// How `userinfo` is answered.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Json,
    Signed(Signer),
    Page,
    Huge,
    Elsewhere,
    Broken,
}

/// What the provider does, where it is not what it should.
#[derive(Clone)]
pub(super) struct Ways {
    pub(super) userinfo: Shape,
    pub(super) signer: Signer,
    /// Whether it knows the parameters of PKCE; ProConnect does not.
    pub(super) knows_pkce: bool,
    /// Whether it reads the secret in the body alone.
    pub(super) secret_in_body: bool,
    /// What it answers instead of a code.
    pub(super) refusal: Option<&'static str>,
    /// Whether its codes are expired when they come back.
    pub(super) codes_expire: bool,
    /// Whether it changes its keys just after its description was read.
    pub(super) renews_keys: bool,
    /// Laid over the claims of the ID token; a null takes a claim out.
    pub(super) id_token: Value,
    /// Laid over what it says of the person.
    pub(super) person: Value,
    /// Laid over its description.
    pub(super) description: Value,
    /// What time it is there.
    pub(super) clock: fn() -> DateTime<Utc>,
}

impl Ways {
    /// Whether its RSA key serves; it takes a second to make.
    pub(super) fn has_rsa(&self) -> bool {
        let signs = |signer| matches!(signer, Signer::Rsa | Signer::Confuser);
        signs(self.signer) || matches!(self.userinfo, Shape::Signed(signer) if signs(signer))
    }
}

impl Default for Ways {
    fn default() -> Self {
        Self {
            userinfo: Shape::Json,
            signer: Signer::Curve,
            knows_pkce: true,
            secret_in_body: false,
            refusal: None,
            codes_expire: false,
            renews_keys: false,
            id_token: json!({}),
            person: json!({}),
            description: json!({}),
            clock: now,
        }
    }
}
