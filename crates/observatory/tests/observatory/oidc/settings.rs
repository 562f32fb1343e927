//! The table `[oidc]` of `vigie.toml`.

use domain::Language;
use observatory::config::{Config, OidcConfig, ServerConfig, TEMPLATE};
use observatory::embedded;
use observatory::identity::oidc::Algorithm;
use publish::Words;

const FINE: &str = "issuer = 'https://fournisseur.exemple.fr/api/v2'\nclient_id = 'vigie'\n";

/// The keys of what is wrong with a table laid after the fine one, with its secret.
#[track_caller]
fn check(table: &str, secret: &str, expected: &[&str]) {
    let (words, _) = Words::read(&embedded::words());
    let table: OidcConfig = toml::from_str(&format!("{FINE}{table}")).expect("readable");
    let secret = Some(secret.to_owned());
    let faults = table.settings(&ServerConfig::default(), secret).err();
    let faults = faults.unwrap_or_default();
    let keys: Vec<_> = faults.iter().map(|fault| fault.key).collect();
    assert_eq!(keys, expected, "{table:?}");
    for fault in &faults {
        assert_ne!(words.hint(Language::Fr, fault), "");
    }
}

const BACK: &str = "redirect = 'https://vigie.exemple.fr/connexion/retour'\n";

#[test]
fn a_fault_is_named() {
    let cases = [
        ("", &[][..]),
        ("scopes = ['openid', 'email']", &[]),
        ("allowed_siret = ['219 900 016 00018']", &[]),
        ("post_logout_redirect = 'http://localhost:8080/'", &[]),
        ("scopes = ['email siret']", &["oidc-setting-scope"]),
        ("scopes = ['']", &["oidc-setting-scope"]),
        ("algorithms = ['none']", &["oidc-setting-algorithm"]),
        ("algorithms = ['HS256']", &["oidc-setting-short-secret"]),
        ("algorithms = []", &["oidc-setting-no-algorithm"]),
        (
            "allowed_siret = ['123', 'x']",
            &["oidc-setting-siret", "oidc-setting-siret"],
        ),
        (
            "post_logout_redirect = 'http://exemple.fr/'",
            &["oidc-setting-address"],
        ),
        (
            "post_logout_redirect = 'javascript:alert(1)'",
            &["oidc-setting-address"],
        ),
    ];
    for (table, expected) in cases {
        check(&format!("{BACK}{table}"), "short", expected);
    }
    check("", "short", &["oidc-setting-no-redirect"]);
    check(
        "redirect = 'retour'",
        "",
        &["oidc-setting-no-secret", "oidc-setting-address"],
    );
}

#[test]
fn the_provider_is_an_encrypted_address() {
    for issuer in [
        "http://exemple.fr",
        "exemple.fr",
        "https://a:b@exemple.fr",
        "https://exemple.fr/?a",
    ] {
        let table = format!("issuer = '{issuer}'\nclient_id = ' '\n{BACK}");
        let table: OidcConfig = toml::from_str(&table).expect("readable");
        let faults = table.settings(&ServerConfig::default(), Some("s".to_owned()));
        let keys: Vec<_> = faults.expect_err("faults").iter().map(|f| f.key).collect();
        assert_eq!(
            keys,
            ["oidc-setting-address", "oidc-setting-no-client"],
            "{issuer}"
        );
    }
}

#[test]
fn the_return_is_below_the_public_address() {
    let table: OidcConfig = toml::from_str(FINE).expect("readable");
    let server = ServerConfig {
        public_url: Some("https://vigie.exemple.fr".to_owned()),
        ..ServerConfig::default()
    };
    let settings = table
        .settings(&server, Some("s3cret".to_owned()))
        .expect("fine");
    assert_eq!(
        settings.redirect.as_str(),
        "https://vigie.exemple.fr/connexion/retour"
    );
    assert_eq!(settings.scopes, ["email", "profile"]);
    assert_eq!(settings.algorithms, [Algorithm::Rs256, Algorithm::Es256]);
    assert!(settings.pkce);
    assert!(!format!("{settings:?}").contains("s3cret"));
}

#[test]
fn the_secret_is_not_written_in_the_file() {
    let error = toml::from_str::<OidcConfig>(&format!("{FINE}client_secret = 's'\n"));
    assert!(
        error
            .expect_err("refused")
            .to_string()
            .contains("client_secret")
    );
}

#[test]
fn what_init_proposes_for_proconnect_is_accepted() {
    let (before, proposed) = TEMPLATE.split_once("# [oidc]\n").expect("proposed");
    let lines = proposed.lines().map(|line| line.trim_start_matches("# "));
    let table = lines.collect::<Vec<_>>().join("\n");
    let config: Config = toml::from_str(&format!("{before}[oidc]\n{table}")).expect("readable");
    let table = config.oidc.expect("a table");
    let settings = table.settings(&config.server, Some("secret".to_owned()));
    let settings = settings.expect("nothing to mend");
    assert!(!settings.pkce);
}
