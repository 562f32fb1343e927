use openidconnect::core::CoreJwsSigningAlgorithm;
use openidconnect::reqwest::Certificate;
use openidconnect::{ClientId, ClientSecret, IssuerUrl, PostLogoutRedirectUrl, RedirectUrl};
use std::fmt;

/// What ties an observatory to its provider. `config` makes it from `vigie.toml`, checked.
#[derive(Clone)]
pub struct Settings {
    /// The provider, exactly as it names itself.
    pub issuer: IssuerUrl,
    /// The name the provider gave to this observatory.
    pub client_id: ClientId,
    /// The secret it gave with it; never in a file of settings, never shown.
    pub client_secret: ClientSecret,
    /// Where the provider sends the person back; it must know this address.
    pub redirect: RedirectUrl,
    /// What is asked about the person, besides `openid`.
    pub scopes: Vec<String>,
    /// Whether the code is bound to this observatory by PKCE. ProConnect refuses its parameters.
    pub pkce: bool,
    /// Signatures accepted, on ID tokens and on `userinfo`.
    pub algorithms: Vec<Algorithm>,
    /// Establishments whose persons may come in, 14 digits each; everybody when empty.
    pub allowed_siret: Vec<String>,
    /// Where the provider sends the person after signing out.
    pub post_logout_redirect: Option<PostLogoutRedirectUrl>,
    /// Levels of authentication wished for; the parameter is left out when empty.
    pub acr_values: Vec<String>,
    /// Whether to ask how the person signed in: a second factor shows in [`super::Identity::amr`].
    pub essential_amr: bool,
    /// Levels of which the provider must tell one; any level, told or not, when empty.
    pub accepted_acr: Vec<String>,
    /// Ways of signing in of which it must tell one; any way when empty.
    pub accepted_amr: Vec<String>,
    /// Whether what the provider says of a person must be signed.
    pub userinfo_signed: bool,
    /// Authorities believed in place of those everybody believes; these when empty.
    pub roots: Roots,
}

impl Settings {
    /// The levels that are asked for: those wished for, else those without which nobody comes in.
    pub(super) fn asked_levels(&self) -> &[String] {
        match self.acr_values.is_empty() {
            true => &self.accepted_acr,
            false => &self.acr_values,
        }
    }

    /// Whether the provider is asked how a person signed in.
    pub(super) fn asks_ways(&self) -> bool {
        self.essential_amr || !self.accepted_amr.is_empty()
    }
}

/// Certificates of authorities of one’s own, that alone may vouch for the provider.
#[derive(Clone, Default)]
pub struct Roots(pub(super) Vec<Certificate>);

impl Roots {
    /// Whether the authorities that everybody believes vouch for the provider.
    pub(super) fn are_public(&self) -> bool {
        self.0.is_empty()
    }

    /// The certificates of a PEM file; `None` when it holds none, or one that cannot be read.
    pub fn from_pem(pem: &[u8]) -> Option<Self> {
        let found = Certificate::from_pem_bundle(pem).ok()?;
        (!found.is_empty()).then_some(Self(found))
    }
}

/// A way to sign a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// RSA with SHA-256.
    Rs256,
    /// Elliptic curve P-256 with SHA-256.
    Es256,
    /// The client secret with SHA-256.
    Hs256,
}

impl Algorithm {
    /// Every one of them.
    pub const ALL: [Self; 3] = [Self::Rs256, Self::Es256, Self::Hs256];

    /// Its name in tokens and in `vigie.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::Hs256 => "HS256",
        }
    }

    /// The one of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.name() == name)
    }

    pub(super) fn core(self) -> CoreJwsSigningAlgorithm {
        match self {
            Self::Rs256 => CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            Self::Es256 => CoreJwsSigningAlgorithm::EcdsaP256Sha256,
            Self::Hs256 => CoreJwsSigningAlgorithm::HmacSha256,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("issuer", &self.issuer.as_str())
            .field("client_id", &self.client_id.as_str())
            .field("pkce", &self.pkce)
            .finish_non_exhaustive()
    }
}
