//! What `vigie check` says of settings: where, what, and what to do, in both languages.

use crate::commands::{observatory_with, text, vigie};
use serde_json::Value;

/// Settings, then words of the fault and of the advice, in French and in English.
fn check(settings: &str, french: [&str; 2], english: [&str; 2]) {
    let folder = observatory_with(settings);
    for (language, [fault, advice]) in [("fr", french), ("en", english)] {
        let told = vigie(folder.path(), &["check", "--json", "--lang", language]);
        assert_eq!(told.status.code(), Some(1), "{settings}");
        let faults: Vec<Value> = serde_json::from_slice(&told.stdout).expect("JSON");
        let is_told = faults.iter().any(|found| {
            plain(&found["fault"]).contains(fault) && plain(&found["hint"]).contains(advice)
        });
        assert!(is_told, "{settings}: {faults:?}");
    }
}

/// A text with plain spaces, as one types it.
fn plain(text: &Value) -> String {
    let text = text.as_str().unwrap_or_default();
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn an_interval_out_of_bounds_has_its_line_and_its_bounds() {
    check(
        "[server]\n\n[peers]\nevery_hours = 0\n",
        ["ligne 4, table [peers]", "de 1 à 744"],
        ["line 4, table [peers]", "from 1 to 744"],
    );
    check(
        "[api]\nrequests_per_minute = -1\n",
        ["ligne 2, table [api]", "ou 0 pour ne rien limiter"],
        ["line 2, table [api]", "or 0 to limit nothing"],
    );
    check(
        "[peers]\nevery_hours = \"24\"\n",
        ["n’est pas un nombre entier", "sans guillemets"],
        ["no whole number", "without quotes"],
    );
}

#[test]
fn an_unknown_key_is_told_with_those_that_exist() {
    check(
        "[peers]\nevery_hour = 3\n",
        ["« every_hour »", "every_hours, allow_private"],
        ["“every_hour”", "every_hours, allow_private"],
    );
    check(
        "[peers]\nurls = [\"https://a.example\"]\n",
        ["ne s’écrivent pas ici", "vigie peer add"],
        ["not written here", "vigie peer add"],
    );
    check(
        "[[peers]]\nurl = \"https://a.example\"\n",
        ["peers n’est pas écrit comme une table", "vigie peer add"],
        ["peers is not written as a table", "vigie peer add"],
    );
}

#[test]
fn a_file_that_cannot_be_read_is_explained_rather_than_refused() {
    check(
        "[api\n",
        ["ligne 1 : ce n’est pas du TOML", "un signe ="],
        ["line 1: this is not TOML", "an equals sign"],
    );
    check(
        "[server]\nport = 3\n",
        ["ligne 2", "vigie init"],
        ["line 2", "vigie init"],
    );
}

#[test]
fn an_address_that_is_none_of_the_web_is_told() {
    check(
        "[server]\npublic_url = \"vigie.example\"\n",
        ["« vigie.example »", "[server]"],
        ["“vigie.example”", "[server]"],
    );
}

#[test]
fn what_goes_in_clear_over_a_network_is_told() {
    check(
        "[server]\npublic_url = \"http://vigie.example\"\n",
        ["n’est pas chiffrée", "https://"],
        ["is not encrypted", "https://"],
    );
    check(
        "[server]\nlisten = \"0.0.0.0:8080\"\n",
        ["ouverte au réseau", "127.0.0.1"],
        ["open to the network", "127.0.0.1"],
    );
}

#[test]
fn a_file_of_breached_passwords_that_does_not_serve_is_told() {
    let folder = observatory_with("");
    let path = crate::commands::write(folder.path(), "pwned.txt", "password\n");
    let setting = format!("[sign_in]\nbreached_passwords = '{path}'\n");
    check(
        &setting,
        ["autre chose que des empreintes SHA-1", "téléchargeur"],
        ["something else than SHA-1 hashes", "downloader"],
    );
    check(
        "[sign_in]\nbreached_passwords = \"nowhere.txt\"\n",
        ["nowhere.txt » de breached", "depuis le dossier"],
        ["nowhere.txt” of breached", "from the folder"],
    );
    let started = observatory_with(&setting);
    let started = vigie(started.path(), &["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(started.status.code(), Some(1), "it does not start either");
    assert!(
        text(&started).contains("SHA-1 hashes"),
        "{}",
        text(&started)
    );
}

#[test]
fn second_factors_kept_in_clear_are_told() {
    check(
        "[[authorities]]\nslug = 'ville'\nname_fr = 'Ville'\ncommon_name_fr = 'la ville'\n\
         kind = 'commune'\nreference_prefix = 'VIL'\n",
        ["en clair dans la base", "openssl rand -hex 32"],
        ["in clear in the database", "openssl rand -hex 32"],
    );
}

#[test]
fn settings_that_are_fine_are_not_spoken_of() {
    let folder = observatory_with(
        "[server]\npublic_url = \"https://vigie.example\"\n[api]\nrequests_per_minute = 0\n[peers]\nevery_hours = 24\n",
    );
    let told = text(&vigie(folder.path(), &["check"]));
    for word in ["requests_per_minute", "every_hours", "public_url"] {
        assert!(!told.contains(word), "{told}");
    }
}
