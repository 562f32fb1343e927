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

/// A certificate made for this test; its key was thrown away.
const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----\n\
    MIIBjTCCATOgAwIBAgIUCIr2t/46r7aNKVDU0TstlZYrpA4wCgYIKoZIzj0EAwIw\n\
    GzEZMBcGA1UEAwwQQXV0b3JpdGUgZCdlc3NhaTAgFw0yNjExMjQyMzA4MDlaGA8y\n\
    MTI2MTAzMTIzMDgwOVowGzEZMBcGA1UEAwwQQXV0b3JpdGUgZCdlc3NhaTBZMBMG\n\
    ByqGSM49AgEGCCqGSM49AwEHA0IABF7N2FQSbO8vinautpCJtguYSbcLVk3wLngb\n\
    74+uw4Uwatz6XIfG+81igc4WPEDeuuXw5QFWn1N8FFAWSsf9uf+jUzBRMB0GA1Ud\n\
    DgQWBBRVcn7IjDZqSnG6LiU8uwHPVriwYzAfBgNVHSMEGDAWgBRVcn7IjDZqSnG6\n\
    LiU8uwHPVriwYzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIH02\n\
    11y/QgP+EWUcNx+RNS+Ti1omrFs/5pdCcCNdDI9cAiEAmvv1fcy9Q3eXSsvbQA4L\n\
    Nzc1g4QxNpY7bKQO9BgsZHM=\n\
    -----END CERTIFICATE-----\n";

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
        ("userinfo_signed = true\nlocal = false", &[]),
        ("create = true", &["oidc-setting-create"]),
        ("accepted_acr = ['eidas2']\naccepted_amr = ['mfa']", &[]),
        (
            "acr_values = ['eidas1', 'eidas2']\naccepted_acr = ['eidas2']",
            &[],
        ),
        ("accepted_amr = [' ']", &["oidc-setting-blank-level"]),
        (
            "acr_values = ['eidas1']\naccepted_acr = ['eidas2']",
            &["oidc-setting-levels-apart"],
        ),
        (
            "create = true\nauthority = 'ville'",
            &["oidc-setting-create"],
        ),
        (
            "create = true\nauthority = 'ville'\nallowed_siret = ['21990001600018']",
            &[],
        ),
        ("ca_file = '/nowhere.pem'", &["oidc-setting-ca"]),
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
    let after = settings.post_logout_redirect.as_ref();
    assert_eq!(
        after.map(|url| url.as_str()),
        Some("https://vigie.exemple.fr/deconnexion/retour")
    );
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

#[test]
fn an_authority_of_ones_own_is_a_file_of_certificates() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("autorite.pem");
    for (content, is_fine) in [("no certificate", false), (CERTIFICATE, true)] {
        std::fs::write(&path, content).expect("written");
        let table = format!("{FINE}{BACK}ca_file = '{}'", path.display());
        let table: OidcConfig = toml::from_str(&table).expect("readable");
        let settings = table.settings(&ServerConfig::default(), Some("s".to_owned()));
        assert_eq!(settings.is_ok(), is_fine, "{content}");
    }
}

#[test]
fn a_provider_has_the_name_people_give_it() {
    let cases = [
        (
            "https://sso.exemple.fr/realms/ville",
            "",
            "sso.exemple.fr",
            false,
        ),
        (
            "https://sso.exemple.fr/realms/ville",
            "name = 'Mon compte'",
            "Mon compte",
            false,
        ),
        (
            "https://auth.proconnect.gouv.fr/api/v2",
            "",
            "ProConnect",
            true,
        ),
        (
            "https://fca.exemple.fr/api/v2",
            "name = 'ProConnect'",
            "ProConnect",
            true,
        ),
    ];
    for (issuer, more, name, is_proconnect) in cases {
        let table = format!("issuer = '{issuer}'\nclient_id = 'vigie'\n{more}");
        let table: OidcConfig = toml::from_str(&table).expect("readable");
        assert_eq!(
            (table.called(), table.is_proconnect()),
            (name.to_owned(), is_proconnect)
        );
    }
}
