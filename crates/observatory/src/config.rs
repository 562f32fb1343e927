//! `vigie.toml` and the environment.

mod declare;
mod exchange;
mod mail;
mod oidc;
mod server;
mod sign_in;
mod written;

use anyhow::{Context, Result};
use domain::{Authority, AuthorityKind, Text};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

pub use declare::DeclareConfig;
pub use exchange::{ApiConfig, PeersConfig, peer_faults, public_url_fault};
pub use mail::{DigestTime, MailConfig};
pub use oidc::{LEFT_PATH, OidcConfig, RETURN_PATH};
pub use server::{DatabaseConfig, Network, ServerConfig, clear_faults};
pub use sign_in::{SignInConfig, key_faults, safe};
pub use written::faults;

/// Name of the file that makes a folder an observatory.
pub const FILE: &str = "vigie.toml";

/// What `vigie.toml` says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The authorities served.
    #[serde(default)]
    pub authorities: Vec<AuthorityConfig>,
    /// The web server.
    #[serde(default)]
    pub server: ServerConfig,
    /// The database.
    #[serde(default)]
    pub database: DatabaseConfig,
    /// What programs may ask for.
    #[serde(default)]
    pub api: ApiConfig,
    /// The registers of others that are harvested.
    #[serde(default)]
    pub peers: PeersConfig,
    /// Sign-in through a provider; none when absent.
    pub oidc: Option<OidcConfig>,
    /// Letters by e-mail; none when absent.
    pub mail: Option<MailConfig>,
    /// How those who work here sign in.
    #[serde(default)]
    pub sign_in: SignInConfig,
    /// Declaring a use without an account.
    #[serde(default)]
    pub declare: DeclareConfig,
}

/// An authority as its file describes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityConfig {
    /// Name in addresses.
    pub slug: String,
    /// Name, French.
    pub name_fr: String,
    /// Name, English; the French one when absent.
    pub name_en: Option<String>,
    /// How a sentence names it, French: « la commune ».
    pub common_name_fr: String,
    /// The same, English: "the commune".
    pub common_name_en: Option<String>,
    /// Its kind: commune, metropolis, county, region, state, other.
    pub kind: String,
    /// IANA time zone.
    #[serde(default = "paris")]
    pub time_zone: String,
    /// Persons employed.
    pub staff: Option<u32>,
    /// Inhabitants.
    pub population: Option<u32>,
    /// Prefix of references.
    pub reference_prefix: String,
    /// The function that answers for publication.
    pub publisher_role: Option<String>,
    /// Who hosts the site.
    pub host: Option<String>,
    /// How to reach the observatory.
    pub contact: Option<String>,
    /// Whether one person holds every function: three screens, and no figures on small groups.
    pub small: Option<bool>,
}

fn paris() -> String {
    "Europe/Paris".to_owned()
}

/// The file `vigie init` writes.
pub const TEMPLATE: &str = r#"# Vigie. Each line can be changed; `vigie check` says what is wrong.
# Chaque ligne peut être changée ; `vigie check` dit ce qui ne va pas.

[[authorities]]
slug = "collectivite"                    # dans les adresses / in addresses
name_fr = "Votre collectivité"           # à changer / to be changed
name_en = "Your authority"
common_name_fr = "la collectivité"
common_name_en = "the authority"
kind = "commune"                         # commune, metropolis, county, region, state, other
time_zone = "Europe/Paris"
reference_prefix = "COL"                 # COL-001, COL-002…
# staff = 120
# population = 9000
# publisher_role = "Maire"
# host = "Service informatique"
# contact = "Accueil de la mairie, 02 00 00 00 00"
# small = true                           # une personne fait tout / one person does everything

[server]
listen = "127.0.0.1:8080"
# public_url = "https://vigie.exemple.fr"
# metrics = "127.0.0.1:9464"             # adresse privée / private address
# proxies = ["127.0.0.1", "10.1.0.0/16"] # mandataires crus sur parole / proxies that are believed
# searches_per_minute = 300              # par lecteur ; 0 : sans limite / a reader; 0: no limit
# wrong_passwords_per_minute = 30        # d’un même endroit ; de même / from one place; the same

[database]
# Sur une autre machine, ajoutez ?sslmode=verify-full / on another machine, add ?sslmode=verify-full
# url = "postgres://vigie@localhost/vigie"   # sinon un fichier SQLite ici / else an SQLite file here

[api]
# requests_per_minute = 600                    # par lecteur ; 0 : sans limite / a reader; 0: no limit

[peers]
# every_hours = 24                             # relire les registres de `vigie peer add` / harvest them
# allow_private = false                        # true : adresses internes / addresses of one's own network

[sign_in]
# Rôles qui se connectent avec un second facteur ; la démonstration n'en demande pas.
# Roles that sign in with a second factor; the demonstration asks for none.
# second_factor = ["administrator", "lead"]      # vide : personne n'y est tenu / empty: nobody must
# Mots de passe volés ailleurs, à refuser : le fichier du téléchargeur de Have I Been Pwned (SHA-1, trié).
# Passwords that leaked elsewhere, to refuse: the file of Have I Been Pwned's downloader (SHA-1, sorted).
# breached_passwords = "pwned.txt"
# La clé sous laquelle les seconds facteurs sont gardés ne s'écrit pas ici : variable VIGIE_SECRET_KEY,
# ou fichier nommé par VIGIE_SECRET_KEY_FILE ; 64 chiffres hexadécimaux (openssl rand -hex 32).
# The key under which second factors are kept is not written here: variable VIGIE_SECRET_KEY, or the
# file that VIGIE_SECRET_KEY_FILE names; 64 hexadecimal digits (openssl rand -hex 32).

[declare]
# Déclarer sans compte, depuis un lien reçu à son adresse de travail ; demande [mail] et public_url.
# Declaring without an account, from a link sent to one's work address; needs [mail] and public_url.
# without_account = true
# mail_domains = ["ville.exemple"]               # adresses admises / addresses that may

# Courriels : lettre hebdomadaire (des nombres et un lien) et liens demandés par les personnes. Le mot
# de passe ne s'écrit pas ici : variable VIGIE_MAIL_PASSWORD, ou fichier nommé par
# VIGIE_MAIL_PASSWORD_FILE.
# E-mail: the weekly letter (numbers and a link) and the links that people ask for. The password is
# not written here: variable VIGIE_MAIL_PASSWORD, or the file that VIGIE_MAIL_PASSWORD_FILE names.
# [mail]
# host = "smtp.exemple.fr"
# port = 465                                     # sinon 465, 587 ou 25 / else 465, 587 or 25
# encryption = "tls"                             # tls, starttls, none
# user = "vigie"
# from = "Vigie <vigie@exemple.fr>"
# ca_file = "autorite.pem"                       # autorité interne, seule crue / internal authority, alone believed
# digest_day = "monday"                          # absent : jamais / never
# digest_hour = 7                                # à partir de cette heure / from that hour on

# Connexion des agents par ProConnect ou un autre fournisseur OpenID Connect. Le secret ne s'écrit
# pas ici : variable VIGIE_OIDC_CLIENT_SECRET, ou fichier nommé par VIGIE_OIDC_CLIENT_SECRET_FILE.
# Sign-in by ProConnect or another OpenID Connect provider. The secret is not written here: variable
# VIGIE_OIDC_CLIENT_SECRET, or the file that VIGIE_OIDC_CLIENT_SECRET_FILE names.
# Autorité de certification interne, seule crue alors / internal certificate authority, the only one
# then believed: ca_file = "autorite.pem".
# [oidc]
# name = "ProConnect"                            # sur le bouton / on the button
# issuer = "https://PROCONNECT_DOMAIN/api/v2"    # tel que le fournisseur se nomme / as it names itself
# client_id = "…"
# redirect = "https://vigie.exemple.fr/connexion/retour"  # sinon sous public_url / else below public_url
# scopes = ["given_name", "usual_name", "email", "siret"] # ProConnect ; sinon / else ["email", "profile"]
# pkce = false                                   # ProConnect : false ; ailleurs / elsewhere : true
# algorithms = ["RS256", "ES256"]                # signatures acceptées / accepted, HS256 aussi / too
# allowed_siret = ["21990001600018"]             # vide : tout le monde / empty: everybody
# post_logout_redirect = "https://vigie.exemple.fr/deconnexion/retour"  # sinon sous public_url / else below
# acr_values = ["eidas2"]                        # absent : paramètre non envoyé / not sent
# essential_amr = true                           # demander le second facteur / ask for the second factor
# accepted_acr = ["eidas2"]                      # refuser un niveau plus faible / refuse a weaker level
# accepted_amr = ["mfa"]                         # refuser sans second facteur / refuse without second factor
# userinfo_signed = true                         # refuser ce qui n'est pas signé / refuse what is not signed
# trust_email = false                            # true : adresses sûres sans le dire / sure without saying so
# local = true                                   # false : pas de mot de passe ici / no password here
# create = false                                 # true : compte d'agent aux SIRET admis / agents get an account
# authority = "collectivite"                     # où travaille cet agent / where that agent works
"#;

impl Config {
    /// Reads the file of a folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        let config: Self =
            toml::from_str(&text).with_context(|| format!("{} is not valid", path.display()))?;
        Ok(config.beside(folder))
    }

    /// The same, with the files it names looked for beside it.
    fn beside(mut self, folder: &Path) -> Self {
        if let Some(oidc) = &mut self.oidc {
            oidc.ca_file = oidc.ca_file.take().map(|path| folder.join(path));
        }
        if let Some(mail) = &mut self.mail {
            mail.ca_file = mail.ca_file.take().map(|path| folder.join(path));
        }
        let breached = &mut self.sign_in.breached_passwords;
        *breached = breached.take().map(|path| folder.join(path));
        self
    }

    /// The database: the environment first, then the file, then SQLite in the folder.
    pub fn database_url(&self, folder: &Path) -> Result<String> {
        if let Some(url) = from_environment("VIGIE_DATABASE_URL")? {
            return Ok(url);
        }
        let default = || format!("sqlite:{}", folder.join("vigie.db").display());
        Ok(self.database.url.clone().unwrap_or_else(default))
    }
}

/// A variable, or the content of the file that the same name with `_FILE` points at.
fn from_environment(name: &str) -> Result<Option<String>> {
    if let Ok(value) = std::env::var(name) {
        return Ok(Some(value));
    }
    let Ok(path) = std::env::var(format!("{name}_FILE")) else {
        return Ok(None);
    };
    let secret = fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))?;
    Ok(Some(secret.trim().to_owned()))
}

/// The folder of the observatory: the one given, else the current one.
pub fn folder(given: Option<PathBuf>) -> PathBuf {
    given.unwrap_or_else(|| PathBuf::from("."))
}

/// Name space of the identifiers of what a file describes.
const CONFIGURED: Uuid = Uuid::from_u128(0x5f0e_5d5c_2f6b_5a0e_9d0a_7c1f_6e5b_1a03);

/// The identifier of an authority that a file describes.
pub fn authority_id(slug: &str) -> Uuid {
    Uuid::new_v5(&CONFIGURED, slug.as_bytes())
}

impl AuthorityConfig {
    /// The authority it describes; `None` when its kind is not one we know.
    pub fn authority(&self) -> Option<Authority> {
        let both = |fr: &str, en: &Option<String>| Text::pair(fr, en.as_deref().unwrap_or(fr));
        let one = |text: &Option<String>| text.as_ref().map(|text| Text::one("fr", text.clone()));
        Some(Authority {
            id: authority_id(&self.slug),
            slug: self.slug.clone(),
            name: both(&self.name_fr, &self.name_en),
            common_name: both(&self.common_name_fr, &self.common_name_en),
            kind: AuthorityKind::from_code(&self.kind)?,
            time_zone: self.time_zone.clone(),
            staff: self.staff,
            population: self.population,
            reference_prefix: self.reference_prefix.clone(),
            publisher_role: one(&self.publisher_role),
            host: one(&self.host),
            contact: one(&self.contact),
            no_sanction_act: None,
            small: self.small,
            fictional: false,
        })
    }
}
