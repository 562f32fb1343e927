//! A forgotten password: a link by e-mail, and nothing that tells who has an account.

use super::desk::{Desk, PASSWORD, desk, desk_with, form, grant, leads, says};
use crate::browser::{Answer, ask};
use crate::machine::Machine;
use chrono::Duration;
use domain::people::{AccountState, Role};
use observatory::clock;
use observatory::identity::sign_in;
use store::Purpose;

const PAGE: &str = "/fr/ville/connexion/oubli";
const NEW: &str = "cinq mouettes face au vent";

fn asks(desk: &Desk, email: &str) -> Answer {
    desk.anonymous("POST", PAGE, &[("courriel", email)])
}

/// The link of a letter, below the address of the settings.
fn link(letter: &str) -> String {
    let (_, after) = letter.split_once("https://vigie.example").expect("a link");
    after.split_whitespace().next().expect("its end").to_owned()
}

#[test]
fn a_forgotten_password_is_chosen_again_from_a_letter_and_the_second_factor_stays() {
    let machine = Machine::start(false);
    let desk = desk_with(&machine.settings());
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let seed = observatory::identity::second_factor::seed().expect("a seed");
    let set = desk.store.set_second_factor(agent.id, &seed, 0, &[]);
    desk.run(set).expect("written");
    leads(
        &asks(&desk, " Agent@Valmorel.example "),
        &format!("{PAGE}?demande=1"),
    );
    let letters = machine.wait_for(1);
    assert!(letters[0].contains("To: agent@valmorel.example"));
    assert!(!letters[0].contains("Personne"), "no name: {}", letters[0]);
    let path = link(&letters[0]);
    assert!(path.starts_with("/fr/ville/invitation/"), "{path}");
    says(
        &desk.anonymous("GET", &path, &[]),
        200,
        "Choisir un mot de passe",
    );
    assert!(agent.is_in(), "asking for a link ends nothing");
    let chosen = [("motdepasse", NEW), ("encore", NEW)];
    leads(
        &desk.anonymous("POST", &path, &chosen),
        "/fr/ville/connexion?choisi=1",
    );
    assert!(!agent.is_in(), "every session ends");
    says(
        &desk.anonymous("POST", &path, &chosen),
        410,
        "ne fonctionne plus",
    );
    assert_eq!(desk.try_password(&agent.email, PASSWORD).status, 422);
    let entered = desk.try_password(&agent.email, NEW);
    assert!(entered.header("location").contains("/connexion/code"));
}

#[test]
fn nothing_tells_who_has_an_account_and_only_those_with_a_password_get_a_letter() {
    let machine = Machine::start(false);
    let desk = desk_with(&machine.settings());
    let role = || vec![grant(Role::Agent, Some("ville"))];
    let states = [
        ("ferme", AccountState::Disabled),
        ("invite", AccountState::Invited),
    ];
    for (name, state) in states {
        let id = desk.account(name, role());
        let mut account = desk.known(id).expect("there");
        account.state = state;
        desk.run(desk.store.put_account(&account)).expect("written");
    }
    let elsewhere = desk.account("fournisseur", role());
    let none = store::Credentials::default();
    desk.run(desk.store.put_credentials(elsewhere, &none))
        .expect("written");
    desk.account("connu", role());
    let seen = |answer: Answer| {
        (
            answer.status,
            answer.header("location").to_owned(),
            answer.body,
        )
    };
    let names = ["inconnu", "ferme", "invite", "fournisseur", "connu"];
    let answers = names.map(|name| seen(asks(&desk, &format!("{name}@valmorel.example"))));
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    says(
        &desk.anonymous("GET", &format!("{PAGE}?demande=1"), &[]),
        200,
        "Si un compte de ce site",
    );
    let letters = machine.wait_for(1);
    assert_eq!(letters.len(), 1);
    assert!(letters[0].contains("To: connu@valmorel.example"));
    let tokens = desk.store.tokens_of(elsewhere, clock::now());
    assert_eq!(desk.run(tokens).expect("read"), []);
}

#[test]
fn the_last_link_wins_ends_after_half_an_hour_and_leaves_that_of_an_administrator() {
    let desk = desk();
    let id = desk.account("agent", vec![grant(Role::Agent, Some("ville"))]);
    let now = clock::now();
    let make = |purpose| {
        let made = sign_in::link(&desk.store, id, purpose, now);
        desk.run(made).expect("made")
    };
    let handed = make(Purpose::Reset);
    let [first, last] = [Purpose::ResetByMail; 2].map(make);
    let works = |secret: &str, minutes: i64| {
        let at = now + Duration::minutes(minutes);
        desk.run(sign_in::invited(&desk.store, secret, at))
            .expect("read")
            .is_some()
    };
    assert!(!works(&first, 0) && works(&last, 29) && !works(&last, 31));
    assert!(works(&handed, 60));
    let chosen = sign_in::choose_password(&desk.store, &last, NEW, now);
    assert!(desk.run(chosen).expect("chosen").is_some());
    assert!(
        !works(&last, 0) && !works(&handed, 0),
        "a choice ends every link"
    );
}

#[test]
fn an_address_receives_three_letters_and_then_waits() {
    let machine = Machine::start(false);
    let desk = desk_with(&machine.settings());
    for name in ["agent", "autre"] {
        desk.account(name, vec![grant(Role::Agent, Some("ville"))]);
    }
    let answers: Vec<_> = (0..5)
        .map(|_| asks(&desk, "agent@valmorel.example").status)
        .collect();
    assert_eq!(answers, [303; 5], "the answer does not change");
    machine.wait_for(3);
    asks(&desk, "autre@valmorel.example");
    let letters = machine.wait_for(4);
    let to = |name: &str| {
        let to = format!("To: {name}@valmorel.example");
        letters.iter().filter(|letter| letter.contains(&to)).count()
    };
    assert_eq!((to("agent"), to("autre")), (3, 1));
    assert_eq!(
        desk.try_password("agent@valmorel.example", PASSWORD).status,
        303,
        "letters slow down no sign-in"
    );
}

#[test]
fn more_than_thirty_requests_a_minute_wait_whoever_asks() {
    let machine = Machine::start(false);
    let desk = desk_with(&machine.settings());
    let statuses: Vec<_> = (0..62)
        .map(|n| asks(&desk, &format!("a{n}@b.example")).status)
        .collect();
    // The minute may change once on the way.
    let waits = statuses.iter().filter(|status| **status == 429).count();
    assert!(waits >= 2, "{statuses:?}");
    assert!(statuses.iter().all(|status| [303, 429].contains(status)));
}

#[test]
fn what_is_no_address_or_comes_from_elsewhere_is_refused() {
    let machine = Machine::start(false);
    let desk = desk_with(&machine.settings());
    for typed in [
        "",
        "personne",
        "a@",
        "@b.example",
        "a b@c.example",
        "a@b.example,c@d.example",
    ] {
        says(&asks(&desk, typed), 422, "une adresse électronique entière");
    }
    let body = form(&[("courriel", "agent@valmorel.example")]);
    let from = [("Sec-Fetch-Site", "cross-site")];
    assert_eq!(ask(desk.address, "POST", PAGE, &from, &body).status, 400);
    assert!(machine.letters().is_empty());
}

#[test]
fn without_letters_the_page_says_whom_to_turn_to() {
    let desk = desk();
    let page = desk.anonymous("GET", PAGE, &[]);
    says(
        &page,
        200,
        "La personne qui gère les comptes vous en donne un",
    );
    assert!(!page.body.contains("name=\"courriel\""));
    assert_eq!(asks(&desk, "agent@valmorel.example").status, 403);
    let english = desk.anonymous("GET", "/en/ville/connexion", &[]);
    says(&english, 200, "Forgotten password");
    assert!(english.body.contains("/en/ville/connexion/oubli"));
}
