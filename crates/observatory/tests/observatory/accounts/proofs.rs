//! How proofs are asked for before they change, and how they are kept.

use super::desk::{
    Desk, PASSWORD, Person, between, cookie, desk, desk_under, desk_with, leads, says,
};
use super::own::code;
use super::terminal::{command, json, text, vigie};
use super::traces::holds;
use crate::browser::{Answer, ask};
use domain::people::Role;
use observatory::clock;
use observatory::identity::safe::{Key, Safe};
use observatory::identity::second_factor::{
    recovery_codes, recovery_digest, recovery_hashes, seed,
};
use sha1::{Digest, Sha1};
use store::Credentials;
use uuid::Uuid;

const OWN: &str = "/fr/ville/compte";
const FACTOR: &str = "/fr/ville/compte/second-facteur";
const NEW: &str = "cinq mouettes face au vent";
const SEALED: &str = "xchacha20-poly1305:1:";

fn key(digit: &str) -> Option<Key> {
    Key::read(&digit.repeat(64))
}

fn kept(desk: &Desk, id: Uuid) -> Credentials {
    let known = desk.run(desk.store.credentials(id)).expect("read");
    known.expect("there")
}

/// Gives an account a second factor, its seed kept as it is given: its recovery codes.
fn with_factor(desk: &Desk, id: Uuid, kept: &str) -> Vec<String> {
    let codes = recovery_codes().expect("codes");
    let hashes = recovery_hashes(&codes).expect("hashes");
    let set = desk.store.set_second_factor(id, kept, 0, &hashes);
    desk.run(set).expect("written");
    codes
}

/// Gives the password, then a code: what the page of codes answers.
fn sign_in_with(desk: &Desk, person: &Person, code: &str) -> Answer {
    let half = desk.try_password(&person.email, PASSWORD);
    assert!(half.header("location").contains("/connexion/code"));
    let half = cookie(&half);
    let headers = [("Cookie", half.as_str())];
    let body = format!("code={code}");
    ask(
        desk.address,
        "POST",
        "/fr/ville/connexion/code",
        &headers,
        &body,
    )
}

#[test]
fn a_password_and_a_present_code_are_asked_before_any_proof_changes() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let linked = desk
        .store
        .link_identity("https://p.example", "s1", agent.id, clock::now());
    assert!(desk.run(linked).expect("written"));
    let mut codes = with_factor(&desk, agent.id, &seed().expect("a seed"));
    let page = agent.get(OWN).body;
    let identity = between(&page, "name=\"identite\" value=\"", "\"").to_owned();
    let other = seed().expect("a seed");
    let first = code(&other);
    let acts: [(String, Vec<(&str, &str)>); 5] = [
        (
            format!("{OWN}/mot-de-passe"),
            vec![("motdepasse", NEW), ("encore", NEW)],
        ),
        (format!("{FACTOR}/codes"), vec![]),
        (
            FACTOR.to_owned(),
            vec![("graine", &other), ("code", &first)],
        ),
        (format!("{FACTOR}/retirer"), vec![]),
        (format!("{OWN}/identite"), vec![("identite", &identity)]),
    ];
    let before = kept(&desk, agent.id);
    for (path, fields) in &acts {
        for (password, code) in [("", ""), (PASSWORD, ""), ("x", codes[0].as_str())] {
            let proof = [("ancien", password), ("code_actuel", code)];
            let refused = agent.post(path, &[fields.as_slice(), &proof].concat());
            says(&refused, 422, "ils ne vont pas ensemble");
            // Wrong attempts would make the address wait.
            let forgiven = observatory::identity::tries::forgive(&desk.store, &agent.email);
            desk.run(forgiven).expect("forgiven");
        }
        assert_eq!(kept(&desk, agent.id), before, "{path} changes nothing");
    }
    let with = |path: &str, fields: &[(&str, &str)], code: &str| {
        let proof = [("ancien", PASSWORD), ("code_actuel", code)];
        agent.post(path, &[fields, &proof].concat())
    };
    let (path, fields) = &acts[4];
    let done = with(path, fields, &codes.remove(0));
    leads(&done, &format!("{OWN}?fait=identite"));
    let left = desk.run(desk.store.identities_of(agent.id)).expect("read");
    assert_eq!(left.len(), 0);
    let (path, fields) = &acts[2];
    let done = with(path, fields, &codes.remove(0));
    says(&done, 200, "ils ne seront plus montrés");
    assert_eq!(kept(&desk, agent.id).totp_secret, Some(other));
}

#[test]
fn a_breached_password_is_refused_against_a_file_of_ones_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let digits = Sha1::digest(NEW.as_bytes());
    let digits: String = digits.iter().map(|byte| format!("{byte:02X}")).collect();
    let line = format!("{digits}:3\r\n");
    let path = crate::commands::write(folder.path(), "pwned.txt", &line);
    let desk = desk_with(&format!("[sign_in]\nbreached_passwords = '{path}'\n"));
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let change = |new: &str| {
        let form = [("ancien", PASSWORD), ("motdepasse", new), ("encore", new)];
        agent.post(&format!("{OWN}/mot-de-passe"), &form)
    };
    says(&change(NEW), 422, "volés ailleurs");
    leads(
        &change("six goélands face au large"),
        &format!("{OWN}?fait=motdepasse"),
    );
}

#[test]
fn a_hash_of_another_day_is_renewed_at_sign_in() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let former = former_hash(PASSWORD);
    let set = desk.store.set_password(agent.id, &former);
    desk.run(set).expect("written");
    assert_eq!(desk.try_password(&agent.email, "x").status, 422);
    assert_eq!(
        kept(&desk, agent.id).password_hash,
        Some(former),
        "not theirs"
    );
    assert!(desk.sign_in("agent", PASSWORD).is_in());
    let today = kept(&desk, agent.id).password_hash.expect("a hash");
    assert!(
        today.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
        "{today}"
    );
    assert!(desk.sign_in("agent", PASSWORD).is_in());
    assert_eq!(kept(&desk, agent.id).password_hash, Some(today), "once");
}

/// A hash with fewer passes and less memory than today.
fn former_hash(password: &str) -> String {
    use argon2::password_hash::PasswordHasher;
    let params = argon2::Params::new(4_096, 1, 1, None).expect("parameters");
    let (algorithm, version) = (argon2::Algorithm::Argon2id, argon2::Version::V0x13);
    let argon2 = argon2::Argon2::new(algorithm, version, params);
    let hash = argon2.hash_password_with_salt(password.as_bytes(), b"sixteen bytes ok");
    hash.expect("hashes").to_string()
}

#[test]
fn recovery_codes_given_before_open_once_more_and_become_slow() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let codes = recovery_codes().expect("codes");
    let former: Vec<_> = codes.iter().map(|code| recovery_digest(code)).collect();
    let seed = seed().expect("a seed");
    let set = desk.store.set_second_factor(agent.id, &seed, 0, &former);
    desk.run(set).expect("written");
    assert_eq!(sign_in_with(&desk, &agent, &codes[0]).status, 303);
    let left = kept(&desk, agent.id).recovery;
    assert_eq!(left.len(), 9);
    assert!(
        left.iter().all(|kept| kept.starts_with("$argon2id$")),
        "{left:?}"
    );
    says(&sign_in_with(&desk, &agent, &codes[0]), 422, "a déjà servi");
    assert_eq!(sign_in_with(&desk, &agent, &codes[1]).status, 303);
    assert_eq!(kept(&desk, agent.id).recovery.len(), 8);
}

#[test]
fn a_second_factor_is_kept_under_the_key_and_opens_with_it() {
    let desk = desk_under("", Safe::new(key("a"), None));
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let seed = seed().expect("a seed");
    let shown = code(&seed);
    let form = [
        ("graine", seed.as_str()),
        ("code", &shown),
        ("ancien", PASSWORD),
    ];
    says(
        &agent.post(FACTOR, &form),
        200,
        "ils ne seront plus montrés",
    );
    let sealed = kept(&desk, agent.id).totp_secret.expect("a seed");
    assert!(
        sealed.starts_with(SEALED) && !sealed.contains(&seed),
        "{sealed}"
    );
    let opened = Safe::new(key("a"), None).open(agent.id, &sealed);
    assert!(opened.is_ok_and(|opened| opened.seed == seed));
    assert!(!holds(&desk.folder, &seed), "nowhere in the files");
    // The first code was used to set it up: the telephone is given an earlier past.
    let set = desk.store.set_second_factor(agent.id, &sealed, 0, &[]);
    desk.run(set).expect("written");
    assert_eq!(sign_in_with(&desk, &agent, &code(&seed)).status, 303);
}

#[test]
fn a_seed_in_clear_or_under_the_former_key_is_sealed_at_its_next_use() {
    let desk = desk_under("", Safe::new(key("b"), key("a")));
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let seed = seed().expect("a seed");
    let former = Safe::new(key("a"), None).seal(agent.id, &seed);
    for before in [seed.clone(), former.expect("sealed")] {
        with_factor(&desk, agent.id, &before);
        says(&sign_in_with(&desk, &agent, "000000"), 422, "a déjà servi");
        assert_eq!(kept(&desk, agent.id).totp_secret, Some(before), "not used");
        assert_eq!(sign_in_with(&desk, &agent, &code(&seed)).status, 303);
        let sealed = kept(&desk, agent.id).totp_secret.expect("a seed");
        let opened = Safe::new(key("b"), None).open(agent.id, &sealed);
        assert!(opened.is_ok_and(|opened| opened.seed == seed), "{sealed}");
    }
}

#[test]
fn without_its_key_a_seed_opens_nothing_and_a_recovery_code_still_does() {
    for safe in [Safe::default(), Safe::new(key("b"), None)] {
        let desk = desk_under("", safe);
        let agent = desk.member("agent", Role::Agent, Some("ville"));
        let seed = seed().expect("a seed");
        let sealed = Safe::new(key("a"), None).seal(agent.id, &seed);
        let codes = with_factor(&desk, agent.id, &sealed.expect("sealed"));
        let refused = sign_in_with(&desk, &agent, &code(&seed));
        says(&refused, 422, "la personne qui administre le serveur");
        let proof = [("ancien", PASSWORD), ("code_actuel", "000000")];
        let refused = agent.post(&format!("{FACTOR}/retirer"), &proof);
        says(&refused, 422, "la personne qui administre le serveur");
        assert_eq!(sign_in_with(&desk, &agent, &codes[0]).status, 303);
        let link = ["user", "link", &agent.email, "--drop-second-factor"];
        assert!(vigie(&desk.folder, &link).status.success());
        assert!(
            desk.sign_in("agent", PASSWORD).is_in(),
            "mended at the terminal"
        );
    }
}

#[test]
fn one_command_seals_every_second_factor_and_backups_hold_no_seed() {
    let desk = desk();
    let ids = ["anne", "omar"].map(|name| desk.account(name, vec![]));
    let seeds = ids.map(|id| {
        let seed = seed().expect("a seed");
        with_factor(&desk, id, &seed);
        seed
    });
    let with = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = command(&desk.folder, arguments);
        command.envs(variables.iter().copied());
        command.output().expect("the binary runs")
    };
    let key = "a".repeat(64);
    let variables = [("VIGIE_SECRET_KEY", key.as_str())];
    let seal = ["user", "seal", "--json"];
    let checked = with(&["check"], &variables);
    assert!(
        text(&checked).contains("vigie user seal"),
        "{}",
        text(&checked)
    );
    let sealed = json(&with(&seal, &variables));
    assert_eq!(
        (&sealed["changed"], &sealed["kept"]),
        (&2.into(), &2.into())
    );
    assert_eq!(json(&with(&seal, &variables))["changed"], 0);
    let checked = with(&["check"], &variables);
    assert!(
        !text(&checked).contains("econd factor"),
        "{}",
        text(&checked)
    );
    let copy = desk.folder.join("copy.tar.gz");
    let copy = copy.to_str().expect("a plain path");
    assert!(with(&["backup", copy], &variables).status.success());
    for (id, seed) in ids.iter().zip(&seeds) {
        assert!(
            !holds(&desk.folder, seed),
            "neither the database nor the copy"
        );
        let sealed = kept(&desk, *id).totp_secret.expect("a seed");
        assert!(sealed.starts_with(SEALED));
    }
    // Another key: it is told, and nothing is lost.
    let other = "b".repeat(64);
    let wrong = [("VIGIE_SECRET_KEY", other.as_str())];
    let told = json(&with(&seal, &wrong));
    assert_eq!(
        (&told["changed"], &told["unreadable"]),
        (&0.into(), &2.into())
    );
    let checked = with(&["check"], &wrong);
    assert!(
        text(&checked).contains("open with no key"),
        "{}",
        text(&checked)
    );
    let both = [wrong[0], ("VIGIE_SECRET_KEY_OLD", key.as_str())];
    assert_eq!(json(&with(&seal, &both))["changed"], 2);
    assert_eq!(
        json(&with(&seal, &wrong))["unreadable"],
        0,
        "the former key may go"
    );
    let none = with(&["check"], &[("VIGIE_SECRET_KEY", "not a key")]);
    assert!(
        text(&none).contains("64 hexadecimal digits"),
        "{}",
        text(&none)
    );
    let none = with(&["user", "list"], &[("VIGIE_SECRET_KEY", "not a key")]);
    assert!(
        text(&none).contains("64 hexadecimal digits"),
        "{}",
        text(&none)
    );
}
