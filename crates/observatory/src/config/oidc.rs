//! The table `[oidc]` of `vigie.toml`, and its faults.

use super::{Config, ServerConfig, from_environment};
use crate::complaint::complain;
use crate::identity::oidc::{Algorithm, Settings, is_this_machine};
use anyhow::Result;
use domain::Remark;
use openidconnect::url::Url;
use openidconnect::{ClientId, ClientSecret, IssuerUrl, PostLogoutRedirectUrl, RedirectUrl};
use serde::Deserialize;

/// Variable that holds the secret; with `_FILE` behind it, the file that does.
const SECRET: &str = "VIGIE_OIDC_CLIENT_SECRET";

/// Where a person comes back, below the public address.
pub const RETURN_PATH: &str = "/connexion/retour";

/// Shortest secret that may sign tokens: as long as the sum it signs.
const SIGNING_SECRET_BYTES_MIN: usize = 32;

/// Sign-in through a provider: ProConnect, or another that speaks OpenID Connect.
///
/// The secret is never here: it comes from `VIGIE_OIDC_CLIENT_SECRET`, or from the file that
/// `VIGIE_OIDC_CLIENT_SECRET_FILE` names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OidcConfig {
    /// The provider, exactly as it names itself.
    pub issuer: String,
    /// The name it gave to this observatory.
    pub client_id: String,
    /// Where it sends people back; `/connexion/retour` below `public_url` when absent.
    pub redirect: Option<String>,
    /// What is asked about the person, besides `openid`.
    #[serde(default = "scopes")]
    pub scopes: Vec<String>,
    /// Whether the code is bound by PKCE; ProConnect wants `false`.
    #[serde(default = "yes")]
    pub pkce: bool,
    /// Signatures accepted: RS256, ES256, HS256.
    #[serde(default = "algorithms")]
    pub algorithms: Vec<String>,
    /// Establishments whose persons may come in; everybody when empty.
    #[serde(default)]
    pub allowed_siret: Vec<String>,
    /// Where the provider sends people after signing out.
    pub post_logout_redirect: Option<String>,
    /// Levels of authentication wished for.
    #[serde(default)]
    pub acr_values: Vec<String>,
    /// Whether to ask how the person signed in.
    #[serde(default)]
    pub essential_amr: bool,
}

fn scopes() -> Vec<String> {
    ["email", "profile"].map(str::to_owned).to_vec()
}

fn algorithms() -> Vec<String> {
    ["RS256", "ES256"].map(str::to_owned).to_vec()
}

fn yes() -> bool {
    true
}

impl Config {
    /// What sign-in needs; `None` without a table `[oidc]`, the first fault when it has any.
    pub fn oidc(&self) -> Result<Option<Settings>> {
        let Some(table) = &self.oidc else {
            return Ok(None);
        };
        match table.settings(&self.server, from_environment(SECRET)?) {
            Ok(settings) => Ok(Some(settings)),
            Err(faults) => match faults.into_iter().next() {
                Some(fault) => Err(complain(fault)),
                None => Ok(None),
            },
        }
    }

    /// Every fault of the table `[oidc]`.
    pub fn oidc_faults(&self) -> Result<Vec<Remark>> {
        let Some(table) = &self.oidc else {
            return Ok(Vec::new());
        };
        let settings = table.settings(&self.server, from_environment(SECRET)?);
        Ok(settings.err().unwrap_or_default())
    }
}

impl OidcConfig {
    /// The settings of the client, or everything that is wrong with the table.
    pub fn settings(
        &self,
        server: &ServerConfig,
        secret: Option<String>,
    ) -> Result<Settings, Vec<Remark>> {
        let mut faults = Faults::default();
        let issuer = faults.sort(self.issuer());
        let client_id = faults.sort(self.client_id());
        let client_secret = faults.sort(self.secret(secret));
        let redirect = faults.sort(self.redirect(server));
        let scopes = self.scopes.iter().filter(|name| *name != "openid");
        let scopes = faults.sort_all(scopes.map(|name| scope(name)));
        let algorithms = faults.sort_all(self.algorithms.iter().map(|name| algorithm(name)));
        let allowed_siret = faults.sort_all(self.allowed_siret.iter().map(|text| siret(text)));
        let after = self.post_logout_redirect.as_deref();
        let after = faults.sort(after.map(post_logout_redirect).transpose());
        if self.algorithms.is_empty() {
            faults.0.push(Remark::new("oidc-setting-no-algorithm"));
        }
        let is_fine = faults.0.is_empty();
        match (issuer, client_id, client_secret, redirect) {
            (Some(issuer), Some(client_id), Some(client_secret), Some(redirect)) if is_fine => {
                Ok(Settings {
                    issuer,
                    client_id,
                    client_secret,
                    redirect,
                    scopes,
                    pkce: self.pkce,
                    algorithms,
                    allowed_siret,
                    post_logout_redirect: after.flatten(),
                    acr_values: self.acr_values.clone(),
                    essential_amr: self.essential_amr,
                })
            }
            _ => Err(faults.0),
        }
    }

    fn issuer(&self) -> Result<IssuerUrl, Remark> {
        let url = address("issuer", &self.issuer)?;
        let is_bare = url.query().is_none() && url.fragment().is_none();
        let issuer = IssuerUrl::new(self.issuer.clone()).ok();
        issuer
            .filter(|_| is_bare)
            .ok_or_else(|| wrong_address("issuer", &self.issuer))
    }

    fn client_id(&self) -> Result<ClientId, Remark> {
        if self.client_id.trim().is_empty() {
            return Err(Remark::new("oidc-setting-no-client"));
        }
        Ok(ClientId::new(self.client_id.trim().to_owned()))
    }

    fn secret(&self, secret: Option<String>) -> Result<ClientSecret, Remark> {
        let secret = secret.filter(|secret| !secret.is_empty());
        let Some(secret) = secret else {
            return Err(Remark::new("oidc-setting-no-secret").with("variable", SECRET));
        };
        let does_sign = self.algorithms.iter().any(|name| name == "HS256");
        if does_sign && secret.len() < SIGNING_SECRET_BYTES_MIN {
            return Err(
                Remark::new("oidc-setting-short-secret").with("bytes", SIGNING_SECRET_BYTES_MIN)
            );
        }
        Ok(ClientSecret::new(secret))
    }

    fn redirect(&self, server: &ServerConfig) -> Result<RedirectUrl, Remark> {
        let below = |base: &String| format!("{}{RETURN_PATH}", base.trim_end_matches('/'));
        let written = self.redirect.clone();
        let written = written.or_else(|| server.public_url.as_ref().map(below));
        let Some(written) = written else {
            return Err(Remark::new("oidc-setting-no-redirect"));
        };
        address("redirect", &written)?;
        RedirectUrl::new(written.clone()).map_err(|_| wrong_address("redirect", &written))
    }
}

/// What is wrong so far.
#[derive(Default)]
struct Faults(Vec<Remark>);

impl Faults {
    fn sort<T>(&mut self, read: Result<T, Remark>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }

    fn sort_all<T>(&mut self, read: impl Iterator<Item = Result<T, Remark>>) -> Vec<T> {
        read.filter_map(|one| self.sort(one)).collect()
    }
}

/// An address that is encrypted, or that stays on this machine.
fn address(field: &'static str, written: &str) -> Result<Url, Remark> {
    let url = Url::parse(written).map_err(|_| wrong_address(field, written))?;
    let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_this_machine(&url));
    let has_password = !url.username().is_empty() || url.password().is_some();
    if is_safe && url.has_host() && !has_password {
        Ok(url)
    } else {
        Err(wrong_address(field, written))
    }
}

fn wrong_address(field: &'static str, written: &str) -> Remark {
    Remark::new("oidc-setting-address")
        .with("field", field)
        .with("value", written)
}

fn post_logout_redirect(written: &str) -> Result<PostLogoutRedirectUrl, Remark> {
    let field = "post_logout_redirect";
    address(field, written)?;
    PostLogoutRedirectUrl::new(written.to_owned()).map_err(|_| wrong_address(field, written))
}

fn scope(name: &str) -> Result<String, Remark> {
    let is_one_word = !name.is_empty() && name.chars().all(|c| c.is_ascii_graphic());
    if is_one_word {
        Ok(name.to_owned())
    } else {
        Err(Remark::new("oidc-setting-scope").with("value", name))
    }
}

fn algorithm(name: &str) -> Result<Algorithm, Remark> {
    let known = || Algorithm::ALL.map(Algorithm::name).join(", ");
    Algorithm::from_name(name).ok_or_else(|| {
        Remark::new("oidc-setting-algorithm")
            .with("value", name)
            .with("known", known())
    })
}

/// Fourteen digits, spaces allowed between them.
fn siret(written: &str) -> Result<String, Remark> {
    let digits: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() == 14 && digits.chars().all(|c| c.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err(Remark::new("oidc-setting-siret").with("value", written))
    }
}
