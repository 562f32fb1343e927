//! Second factors that a role asks for.

use super::desk::{Desk, PASSWORD, between, check, cookie, desk, desk_with, grant, leads, says};
use super::own::code;
use crate::browser::{Answer, ask};
use domain::people::Role;
use observatory::clock;
use observatory::config::{self, Config};
use observatory::identity::second_factor;

const FACTOR: &str = "/fr/ville/compte/second-facteur";

/// A browser that holds a cookie.
fn with(desk: &Desk, cookie: &str, path: &str, fields: Option<&[(&str, &str)]>) -> Answer {
    let headers = [("Cookie", cookie)];
    match fields {
        None => ask(desk.address, "GET", path, &headers, ""),
        Some(fields) => ask(
            desk.address,
            "POST",
            path,
            &headers,
            &super::desk::form(fields),
        ),
    }
}

#[test]
fn whoever_must_have_a_second_factor_sets_it_up_before_anything_else() {
    let desk = desk();
    desk.account("admin", vec![grant(Role::Administrator, Some("ville"))]);
    let half = desk.try_password("admin@valmorel.example", PASSWORD);
    let led = format!("{FACTOR}?vers=%2Ffr%2Fville%2Fespace");
    leads(&half, &led);
    let half = cookie(&half);
    for closed in [
        "espace",
        "comptes",
        "compte",
        "compte/donnees.json",
        "declarer",
    ] {
        let answer = with(&desk, &half, &format!("/fr/ville/{closed}"), None);
        assert!(
            answer.header("location").contains("/connexion?vers="),
            "{closed}"
        );
    }
    leads(&with(&desk, &half, "/fr/ville/connexion/code", None), &led);
    let page = with(&desk, &half, &led, None);
    check(&led, &page);
    says(&page, 200, "Votre rôle demande un second facteur");
    assert!(
        page.body
            .contains("<svg class=\"qr\" role=\"img\" aria-label=\"Image")
    );
    assert!(
        !page.body.contains("name=\"ancien\""),
        "the password has just been given"
    );
    assert!(
        page.body.contains("<div class=\"member\"><span>"),
        "nothing else is open"
    );
    let seed = between(&page.body, "name=\"graine\" value=\"", "\"");
    let token = between(&page.body, "name=\"jeton\" value=\"", "\"");
    let send = |code: &str| {
        let fields = [
            ("jeton", token),
            ("graine", seed),
            ("code", code),
            ("vers", "/fr/ville/comptes"),
        ];
        with(&desk, &half, FACTOR, Some(&fields))
    };
    says(&send("000000"), 422, "Vérifiez le code");
    let done = send(&code(seed));
    says(&done, 200, "ils ne seront plus montrés");
    assert!(done.body.contains("href=\"/fr/ville/comptes\""));
    let whole = cookie(&done);
    assert_eq!(with(&desk, &whole, "/fr/ville/comptes", None).status, 200);
    assert_eq!(
        with(&desk, &half, &led, None).status,
        303,
        "the half session is over"
    );
    let again = desk.try_password("admin@valmorel.example", PASSWORD);
    assert!(again.header("location").contains("/connexion/code"));
}

#[test]
fn a_password_alone_never_replaces_a_second_factor() {
    let desk = desk();
    let id = desk.account("admin", vec![grant(Role::Administrator, Some("ville"))]);
    let seed = second_factor::seed().expect("a seed");
    desk.run(desk.store.set_second_factor(id, &seed, 0, &[]))
        .expect("written");
    let half = cookie(&desk.try_password("admin@valmorel.example", PASSWORD));
    leads(
        &with(&desk, &half, FACTOR, None),
        "/fr/ville/connexion/code",
    );
    let sessions = desk.run(desk.store.sessions_of(id)).expect("read");
    let other = second_factor::seed().expect("a seed");
    let code = code(&other);
    let fields = [
        ("jeton", sessions[0].form_token.as_str()),
        ("graine", &other),
        ("code", &code),
        ("ancien", PASSWORD),
    ];
    leads(
        &with(&desk, &half, FACTOR, Some(&fields)),
        "/fr/ville/connexion/code",
    );
    let kept = desk.run(desk.store.credentials(id)).expect("read");
    assert_eq!(kept.expect("there").totp_secret, Some(seed));
}

#[test]
fn a_second_factor_that_is_a_duty_is_renewed_and_not_removed() {
    let desk = desk();
    let lead = desk.member("pilote", Role::Lead, Some("ville"));
    let seed = second_factor::seed().expect("a seed");
    let hashes = [second_factor::recovery_digest("abcde-fghjk")];
    let set = desk.store.set_second_factor(lead.id, &seed, 0, &hashes);
    desk.run(set).expect("written");
    let page = lead.get(FACTOR);
    says(&page, 200, "il se renouvelle, il ne se retire pas");
    assert!(!page.body.contains("second-facteur/retirer"));
    let fields = [("ancien", PASSWORD), ("code_actuel", "abcde-fghjk")];
    let refused = lead.post(&format!("{FACTOR}/retirer"), &fields);
    says(&refused, 422, "il ne se retire pas");
    let kept = desk.run(desk.store.credentials(lead.id)).expect("read");
    assert!(kept.expect("there").totp_secret.is_some());
}

#[test]
fn the_settings_say_whose_duty_it_is() {
    let cases = [
        ("", [false, true, true]),
        ("[sign_in]\nsecond_factor = []\n", [false; 3]),
        (
            "[sign_in]\nsecond_factor = [\"agent\"]\n",
            [true, false, false],
        ),
    ];
    for (settings, expected) in cases {
        let desk = desk_with(settings);
        let roles = [Role::Agent, Role::Lead, Role::Administrator];
        let led = roles.map(|role| {
            let name = role.code();
            desk.account(name, vec![grant(role, Some("ville"))]);
            let answer = desk.try_password(&format!("{name}@valmorel.example"), PASSWORD);
            assert_eq!(answer.status, 303, "{name}");
            answer.header("location").starts_with(FACTOR)
        });
        assert_eq!(led, expected, "{settings}");
    }
}

#[test]
fn a_young_session_is_asked_for_when_the_set_up_waits() {
    let desk = desk();
    let id = desk.account("admin", vec![grant(Role::Administrator, Some("ville"))]);
    let before = clock::now() - chrono::Duration::minutes(11);
    let opened = observatory::identity::sign_in::open(&desk.store, id, false, before);
    let half = format!("vigie={}", desk.run(opened).expect("opened"));
    let page = with(&desk, &half, FACTOR, None);
    let seed = between(&page.body, "name=\"graine\" value=\"", "\"");
    let token = between(&page.body, "name=\"jeton\" value=\"", "\"");
    let code = code(seed);
    let fields = [("jeton", token), ("graine", seed), ("code", &code)];
    let late = with(&desk, &half, FACTOR, Some(&fields));
    says(&late, 422, "connectez-vous de nouveau");
}

#[test]
fn faults_of_the_settings_are_told_and_what_init_proposes_is_accepted() {
    let faults = |text: &str| {
        let config: Config = toml::from_str(text).expect("readable");
        let all = config
            .sign_in_faults()
            .into_iter()
            .chain(config.declare_faults());
        all.map(|fault| fault.key.to_owned()).collect::<Vec<_>>()
    };
    let mail = "[server]\npublic_url = \"https://v.example\"\n[mail]\nhost = \"h\"\nfrom = \"a@b.example\"\n";
    let open = "[declare]\nwithout_account = true\n";
    let none: [&str; 0] = [];
    assert_eq!(
        faults("[sign_in]\nsecond_factor = [\"chef\"]\n"),
        ["sign-in-setting-role"]
    );
    assert_eq!(
        faults(open),
        ["declare-setting-mail", "declare-setting-domains"]
    );
    assert_eq!(
        faults(&format!("{mail}{open}mail_domains = [\"a@b.example\"]\n")),
        ["declare-setting-domain"]
    );
    assert_eq!(
        faults(&format!("{mail}{open}mail_domains = [\"b.example\"]\n")),
        none
    );
    let proposed = config::TEMPLATE
        .replace("# second_factor", "second_factor")
        .replace("# without_account", "without_account")
        .replace("# mail_domains", "mail_domains");
    assert_eq!(
        faults(&proposed),
        ["declare-setting-mail"],
        "letters are off"
    );
}

#[test]
fn a_role_that_asks_for_a_second_factor_closes_what_was_opened_without_one() {
    let desk = desk_with("[sign_in]\nsecond_factor = [\"lead\"]\n");
    let admin = desk.member("admin", Role::Administrator, None);
    let id = desk.account("pilote", vec![grant(Role::Contact, Some("ville"))]);
    let opened = cookie(&desk.try_password("pilote@valmorel.example", PASSWORD));
    let space = || with(&desk, &opened, "/fr/ville/espace", None);
    assert_eq!(space().status, 200);
    let give = |role: &'static str| {
        let form = [("role", role), ("collectivite", "ville")];
        admin.post(&format!("/fr/ville/comptes/{id}/donner"), &form)
    };
    assert_eq!(give("elected").status, 303);
    assert_eq!(space().status, 200, "this role asks for none");
    assert_eq!(give("lead").status, 303);
    assert!(space().header("location").contains("/connexion?vers="));
    let again = desk.try_password("pilote@valmorel.example", PASSWORD);
    leads(&again, &format!("{FACTOR}?vers=%2Ffr%2Fville%2Fespace"));
}
