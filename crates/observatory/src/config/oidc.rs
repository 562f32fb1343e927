//! The table `[oidc]` of `vigie.toml`, and its faults.

mod checks;

use super::{Config, ServerConfig, from_environment};
use crate::complaint::complain;
use crate::identity::oidc::{Roots, Settings};
use anyhow::Result;
use checks::{address, algorithm, post_logout_redirect, scope, siret, wrong_address};
use domain::Remark;
use openidconnect::url::Url;
use openidconnect::{ClientId, ClientSecret, IssuerUrl, PostLogoutRedirectUrl, RedirectUrl};
use serde::Deserialize;
use std::path::PathBuf;

/// Variable that holds the secret; with `_FILE` behind it, the file that does.
const SECRET: &str = "VIGIE_OIDC_CLIENT_SECRET";

/// Where a person comes back, below the public address.
pub const RETURN_PATH: &str = "/connexion/retour";

/// Where a person comes back after signing out, below the public address.
pub const LEFT_PATH: &str = "/deconnexion/retour";

/// The provider of French administrations; its name, and the end of its addresses.
const PROCONNECT: (&str, &str) = ("ProConnect", "proconnect.gouv.fr");

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
    /// How people call it; ProConnect, or the name of its machine, when absent.
    pub name: Option<String>,
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
    /// Where the provider sends people after signing out; `/deconnexion/retour` below
    /// `public_url` when absent.
    pub post_logout_redirect: Option<String>,
    /// Levels of authentication wished for.
    #[serde(default)]
    pub acr_values: Vec<String>,
    /// Whether to ask how the person signed in.
    #[serde(default)]
    pub essential_amr: bool,
    /// Levels of which the provider must tell one; no level is asked for when empty.
    #[serde(default)]
    pub accepted_acr: Vec<String>,
    /// Ways of signing in of which it must tell one; none is asked for when empty.
    #[serde(default)]
    pub accepted_amr: Vec<String>,
    /// Whether what is said of a person must be signed; ProConnect signs it.
    #[serde(default)]
    pub userinfo_signed: bool,
    /// Certificates of an authority of one’s own, in PEM, believed in place of the public ones; beside
    /// `vigie.toml` unless absolute.
    pub ca_file: Option<PathBuf>,
    /// Whether people may also sign in with a password kept here.
    #[serde(default = "yes")]
    pub local: bool,
    /// Whether the provider vouches for every address, though it does not say that it verified it.
    #[serde(default)]
    pub trust_email: bool,
    /// Whether somebody of an allowed establishment who has no account gets one, as an agent.
    #[serde(default)]
    pub create: bool,
    /// Slug of the authority where such an agent works.
    pub authority: Option<String>,
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
        let mut faults = settings.err().unwrap_or_default();
        let is_here = |slug: &str| self.authorities.iter().any(|known| known.slug == slug);
        if let Some(slug) = table.authority.as_deref().filter(|slug| !is_here(slug)) {
            faults.push(Remark::new("oidc-setting-authority").with("value", slug));
        }
        Ok(faults)
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
        let after = faults.sort(self.after(server)).flatten();
        let roots = faults.sort(self.roots());
        faults.0.extend(self.creation_fault());
        faults.0.extend(self.level_faults());
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
                    post_logout_redirect: after,
                    acr_values: self.acr_values.clone(),
                    essential_amr: self.essential_amr,
                    accepted_acr: self.accepted_acr.clone(),
                    accepted_amr: self.accepted_amr.clone(),
                    userinfo_signed: self.userinfo_signed,
                    roots: roots.unwrap_or_default(),
                })
            }
            _ => Err(faults.0),
        }
    }

    /// How people call the provider.
    pub fn called(&self) -> String {
        let host = Url::parse(&self.issuer).ok();
        let host = host.as_ref().and_then(Url::host_str).unwrap_or_default();
        let (proconnect, domain) = PROCONNECT;
        match &self.name {
            Some(name) => name.trim().to_owned(),
            None if host.ends_with(domain) => proconnect.to_owned(),
            None => host.to_owned(),
        }
    }

    /// Whether it is ProConnect, whose words are set.
    pub fn is_proconnect(&self) -> bool {
        self.called().eq_ignore_ascii_case(PROCONNECT.0)
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

    fn after(&self, server: &ServerConfig) -> Result<Option<PostLogoutRedirectUrl>, Remark> {
        let below = |base: &String| format!("{}{LEFT_PATH}", base.trim_end_matches('/'));
        let written = self.post_logout_redirect.clone();
        let written = written.or_else(|| server.public_url.as_ref().map(below));
        written.as_deref().map(post_logout_redirect).transpose()
    }

    fn roots(&self) -> Result<Roots, Remark> {
        let Some(path) = &self.ca_file else {
            return Ok(Roots::default());
        };
        let read = std::fs::read(path).ok();
        let roots = read.and_then(|pem| Roots::from_pem(&pem));
        roots.ok_or_else(|| Remark::new("oidc-setting-ca").with("value", path.display()))
    }

    /// An account is made for those the list lets in, in a place that is named.
    fn creation_fault(&self) -> Option<Remark> {
        let is_open = self.allowed_siret.is_empty() || self.authority.is_none();
        (self.create && is_open).then(|| Remark::new("oidc-setting-create"))
    }

    /// What would let nobody in: a level that is no word, or levels asked for that are not accepted.
    fn level_faults(&self) -> Vec<Remark> {
        let lists = [
            ("accepted_acr", &self.accepted_acr),
            ("accepted_amr", &self.accepted_amr),
        ];
        let mut faults: Vec<_> = lists
            .into_iter()
            .filter(|(_, values)| values.iter().any(|value| value.trim().is_empty()))
            .map(|(field, _)| Remark::new("oidc-setting-blank-level").with("field", field))
            .collect();
        let (asked, accepted) = (&self.acr_values, &self.accepted_acr);
        let is_bounded = !asked.is_empty() && !accepted.is_empty();
        if is_bounded && !asked.iter().any(|level| accepted.contains(level)) {
            let remark = Remark::new("oidc-setting-levels-apart");
            let remark = remark.with("asked", asked.join(", "));
            faults.push(remark.with("accepted", accepted.join(", ")));
        }
        faults
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
