//! « Mon compte »: what somebody changes, reads and erases about themselves.

use super::desk::{PASSWORD, Person, between, check, cookie, desk, grant, leads, says};
use crate::browser::ask;
use domain::people::Role;
use observatory::clock;
use serde_json::Value;
use std::collections::BTreeMap;
use store::Draft;
use totp_rs::{Algorithm, Builder, Secret};
use uuid::Uuid;

const OWN: &str = "/fr/ville/compte";
const FACTOR: &str = "/fr/ville/compte/second-facteur";
const NEW: &str = "cinq mouettes face au vent";

#[test]
fn every_role_has_its_page() {
    let desk = desk();
    for role in Role::ALL {
        let person = desk.member(role.code(), *role, Some("ville"));
        for path in ["", "/second-facteur", "/effacer"] {
            let path = format!("{OWN}{path}");
            check(&path, &person.get(&path));
        }
        check("English", &person.get("/en/ville/compte"));
    }
}

#[test]
fn a_name_and_a_language_are_ones_own_to_change() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let named = [("nom", "Sacha"), ("langue", "en")];
    leads(&agent.post(OWN, &named), &format!("{OWN}?fait=nom"));
    let account = desk.known(agent.id).expect("there");
    assert_eq!(
        (account.name.as_str(), account.language.tag()),
        ("Sacha", "en")
    );
    let long = "x".repeat(101);
    let refused = agent.post(OWN, &[("nom", &long), ("langue", "fr")]);
    says(&refused, 422, &format!("value=\"{long}\""));
    assert_eq!(desk.known(agent.id).expect("there").name, "Sacha");
}

#[test]
fn a_password_is_changed_with_the_old_one_and_ends_the_other_sessions() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let elsewhere = desk.enter(agent.id);
    let path = format!("{OWN}/mot-de-passe");
    let change = |old: &str, new: &str, again: &str| {
        let form = [("ancien", old), ("motdepasse", new), ("encore", again)];
        agent.post(&path, &form)
    };
    says(&change("x", NEW, NEW), 422, "ce n’est pas lui");
    says(&change(PASSWORD, NEW, "x"), 422, "deux fois le même");
    says(&change(PASSWORD, "court", "court"), 422, "au moins 12");
    for (weak, told) in [
        ("Valmorel-2026", "ne tient pas à votre nom"),
        ("valmorel valmorel", "ne tient pas à votre nom"),
        ("1qaz2wsx3edc", "moins courant"),
        ("correcthorse", "plus difficile à deviner"),
    ] {
        says(&change(PASSWORD, weak, weak), 422, told);
    }
    assert!(elsewhere.is_in());
    leads(
        &change(PASSWORD, NEW, NEW),
        &format!("{OWN}?fait=motdepasse"),
    );
    assert!(agent.is_in(), "this session goes on");
    assert!(!elsewhere.is_in());
    let old = desk.try_password("agent@valmorel.example", PASSWORD);
    assert_eq!(old.status, 422);
    assert!(desk.sign_in("agent", NEW).is_in());
}

/// The code that a telephone shows for a key.
pub(super) fn code(key: &str) -> String {
    let totp = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_secret(Secret::try_from_base32(key).expect("a key"))
        .with_account_name("a")
        .build()
        .expect("a generator");
    let seconds = u64::try_from(clock::now().timestamp()).expect("after 1970");
    totp.generate(seconds).to_string()
}

/// The key that a page offers.
fn key(person: &Person) -> String {
    let page = person.get(FACTOR);
    check(FACTOR, &page);
    let key = between(&page.body, "name=\"graine\" value=\"", "\"");
    assert!(page.body.contains(&format!("secret={key}")), "the same key");
    key.to_owned()
}

/// The recovery codes that a page shows.
fn codes(body: &str) -> Vec<String> {
    let items = body.split("<li class=\"num\">").skip(1);
    let codes = items.filter_map(|item| item.split('<').next());
    codes.map(str::to_owned).collect()
}

#[test]
fn a_second_factor_is_set_up_asked_for_renewed_and_removed() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let elsewhere = desk.enter(agent.id);
    let seed = key(&agent);
    let send = |seed: &str, code: &str, password: &str| {
        let form = [("graine", seed), ("code", code), ("ancien", password)];
        agent.post(FACTOR, &form)
    };
    let wrong = send(&seed, "000000", PASSWORD);
    says(&wrong, 422, "Vérifiez le code");
    assert!(wrong.body.contains(&seed), "the same key, scanned already");
    says(&send(&seed, &code(&seed), "x"), 422, "ce n’est pas lui");
    says(
        &send("not a key", "000000", PASSWORD),
        422,
        "Vérifiez le code",
    );
    let first = code(&seed);
    let shown = send(&seed, &first, PASSWORD);
    says(&shown, 200, "ils ne seront plus montrés");
    let codes = codes(&shown.body);
    assert_eq!(codes.len(), 10);
    assert!(!elsewhere.is_in() && agent.is_in());
    says(&agent.get(OWN), 200, "Il reste 10 codes de secours");
    // A right password is no longer enough.
    let answer = desk.try_password("agent@valmorel.example", PASSWORD);
    assert!(answer.header("location").contains("/connexion/code"));
    let half = cookie(&answer);
    let with = |path: &str, body: &str| {
        let method = if body.is_empty() { "GET" } else { "POST" };
        ask(desk.address, method, path, &[("Cookie", &half)], body)
    };
    assert_eq!(with(OWN, "").status, 303, "not in yet");
    let used = format!("code={first}");
    let again = with("/fr/ville/connexion/code", &used);
    says(&again, 422, "a déjà servi");
    let recovery = format!("code={}", codes[0]);
    assert_eq!(with("/fr/ville/connexion/code", &recovery).status, 303);
    // New recovery codes end the old ones.
    let path = format!("{FACTOR}/codes");
    let renew = |password: &str, code: &str| {
        let form = [("ancien", password), ("code_actuel", code)];
        agent.post(&path, &form)
    };
    says(&renew("x", &codes[2]), 422, "ils ne vont pas ensemble");
    says(&renew(PASSWORD, ""), 422, "ils ne vont pas ensemble");
    let renewed = self::codes(&renew(PASSWORD, &codes[2]).body);
    assert_eq!(renewed.len(), 10);
    let remove = |code: &str| {
        let form = [("ancien", PASSWORD), ("code_actuel", code)];
        agent.post(&format!("{FACTOR}/retirer"), &form)
    };
    says(&remove(&codes[1]), 422, "ils ne vont pas ensemble");
    leads(&remove(&renewed[0]), &format!("{OWN}?fait=facteur"));
    assert!(desk.sign_in("agent", PASSWORD).is_in());
}

#[test]
fn signing_out_everywhere_ends_every_session_of_one_person() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let elsewhere = desk.enter(agent.id);
    let other = desk.member("other", Role::Agent, Some("ville"));
    let long_ago = store::Session {
        id: "over".to_owned(),
        seen_at: clock::now() - chrono::Duration::hours(3),
        ..desk
            .run(desk.store.sessions_of(agent.id))
            .expect("read")
            .remove(0)
    };
    desk.run(desk.store.put_session(&long_ago))
        .expect("written");
    says(&agent.get(OWN), 200, "2 sessions, celle-ci comprise");
    let left = agent.post(&format!("{OWN}/sessions"), &[]);
    leads(&left, "/fr/ville/connexion?partout=1");
    assert!(left.header("set-cookie").contains("Max-Age=0"));
    assert!(!agent.is_in() && !elsewhere.is_in() && other.is_in());
}

#[test]
fn an_identity_is_unbound_unless_it_is_the_only_way_in() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let link = |subject: &'static str| {
        let linked = desk
            .store
            .link_identity("https://p.example", subject, agent.id, clock::now());
        assert!(desk.run(linked).expect("written"));
    };
    assert!(!agent.get(OWN).body.contains("Identités liées"));
    link("s1");
    let page = agent.get(OWN);
    says(&page, 200, "https://p.example");
    assert!(
        !page.body.contains("s1\""),
        "what the provider calls them stays here"
    );
    let unlink = |page: &str| {
        let key = between(page, "name=\"identite\" value=\"", "\"");
        let form = [("identite", key), ("ancien", PASSWORD)];
        agent.post(&format!("{OWN}/identite"), &form)
    };
    leads(&unlink(&page.body), &format!("{OWN}?fait=identite"));
    let known = desk.store.account_of_identity("https://p.example", "s1");
    assert_eq!(desk.run(known).expect("read"), None);
    link("s2");
    let no_password = store::Credentials::default();
    desk.run(desk.store.put_credentials(agent.id, &no_password))
        .expect("written");
    let page = agent.get(OWN);
    says(&page, 200, "Vous n’avez pas de mot de passe ici");
    says(
        &unlink(&page.body),
        422,
        "votre seule façon de vous connecter",
    );
    let known = desk.store.account_of_identity("https://p.example", "s2");
    assert_eq!(desk.run(known).expect("read"), Some(agent.id));
}

fn draft(account: Uuid) -> Draft {
    Draft {
        id: Uuid::now_v7(),
        account,
        authority: "ville".to_owned(),
        answers: BTreeMap::from([("besoin".to_owned(), "répondre plus vite".to_owned())]),
        changed_at: clock::now(),
    }
}

#[test]
fn all_that_concerns_a_person_is_one_file_without_secrets() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let other = desk.member("other", Role::Agent, Some("ville"));
    desk.run(async {
        for id in [agent.id, other.id] {
            desk.store.put_draft(&draft(id)).await.expect("written");
            let subject = format!("sujet {id}");
            let linked = desk
                .store
                .link_identity("https://p.example", &subject, id, clock::now());
            assert!(linked.await.expect("written"));
        }
        let declared = desk.store.put_declaration(Uuid::from_u128(7), agent.id);
        declared.await.expect("written");
    });
    let file = agent.get(&format!("{OWN}/donnees.json"));
    assert_eq!(file.status, 200);
    assert_eq!(file.header("cache-control"), "no-store");
    assert!(
        file.header("content-disposition")
            .contains("vigie-mes-donnees.json")
    );
    let data: Value = serde_json::from_str(&file.body).expect("JSON");
    assert_eq!(data["account"]["email"], "agent@valmorel.example");
    assert_eq!(data["account"]["grants"][0]["role"], "agent");
    assert_eq!(data["proofs"]["has_password"], true);
    assert_eq!(
        data["identities"][0]["subject"],
        format!("sujet {}", agent.id)
    );
    assert_eq!(data["sessions"].as_array().map(Vec::len), Some(1));
    assert_eq!(data["drafts"][0]["answers"]["besoin"], "répondre plus vite");
    assert_eq!(data["declared"][0]["id"], Uuid::from_u128(7).to_string());
    for hidden in [
        "argon2",
        &other.id.to_string(),
        "other@",
        &agent.cookie[6..],
    ] {
        assert!(!file.body.contains(hidden), "{hidden}");
    }
}

#[test]
fn somebody_erases_their_own_account() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let path = format!("{OWN}/effacer");
    says(&agent.get(&path), 200, "signés d’une fonction");
    let erase = |email: &str, password: &str| {
        agent.post(&path, &[("courriel", email), ("ancien", password)])
    };
    says(
        &erase("agent@", PASSWORD),
        422,
        "Tapez l’adresse de ce compte",
    );
    says(&erase(&agent.email, "x"), 422, "ce n’est pas lui");
    assert!(agent.is_in());
    let gone = erase(&agent.email, PASSWORD);
    leads(&gone, "/fr/ville/connexion?efface=1");
    assert!(gone.header("set-cookie").contains("Max-Age=0"));
    says(
        &desk.anonymous("GET", "/fr/ville/connexion?efface=1", &[]),
        200,
        "Votre compte est effacé",
    );
    assert_eq!(desk.known(agent.id), None);
    assert!(!agent.is_in());
}

#[test]
fn the_last_administrator_stays_until_another_can_sign_in() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let path = format!("{OWN}/effacer");
    let erase = || {
        let form = [("courriel", admin.email.as_str()), ("ancien", PASSWORD)];
        admin.post(&path, &form)
    };
    says(&erase(), 422, "plus personne ne gérerait les comptes");
    let of_city = desk.account("ville", vec![grant(Role::Administrator, Some("ville"))]);
    says(&erase(), 422, "plus personne ne gérerait les comptes");
    let invite = [
        ("courriel", "autre@valmorel.example"),
        ("role", "administrator"),
        ("collectivite", "*"),
    ];
    assert_eq!(admin.post("/fr/ville/comptes/inviter", &invite).status, 200);
    says(&erase(), 422, "plus personne ne gérerait les comptes");
    desk.account("troisieme", vec![grant(Role::Administrator, None)]);
    leads(&erase(), "/fr/ville/connexion?efface=1");
    assert!(desk.known(of_city).is_some());
}

#[test]
fn without_a_password_a_young_session_proves_who_one_is() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let no_password = store::Credentials::default();
    desk.run(desk.store.put_credentials(agent.id, &no_password))
        .expect("written");
    let path = format!("{OWN}/effacer");
    assert!(!agent.get(&path).body.contains("type=\"password\""));
    // The session was opened eleven minutes ago.
    let session = desk.run(desk.store.sessions_of(agent.id)).expect("read");
    let [session] = session.as_slice() else {
        panic!("one session");
    };
    let old = store::Session {
        opened_at: session.opened_at - chrono::Duration::minutes(11),
        ..session.clone()
    };
    desk.run(async {
        desk.store.close_session(&session.id).await.expect("closed");
        desk.store.put_session(&old).await.expect("written");
    });
    let form = [("courriel", agent.email.as_str())];
    says(&agent.post(&path, &form), 422, "dans les dix minutes");
    desk.run(async {
        desk.store.close_session(&old.id).await.expect("closed");
        desk.store.put_session(session).await.expect("written");
    });
    leads(&agent.post(&path, &form), "/fr/ville/connexion?efface=1");
}
