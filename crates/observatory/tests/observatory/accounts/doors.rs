//! Wrong attempts: nothing tells who has an account, and trying at the same time gains nothing.

use super::desk::{Desk, PASSWORD, desk, grant, says};
use domain::people::{AccountState, Role};
use observatory::clock;
use observatory::identity::duty::FactorDuty;
use observatory::identity::safe::Safe;
use observatory::identity::sign_in::{self, Attempt};
use std::collections::BTreeMap;
use std::thread;

fn nobody() -> FactorDuty {
    FactorDuty::of_nobody()
}

/// What a page says, without what was typed and without numbers.
fn said(desk: &Desk, email: &str, typed: &str) -> (u16, String) {
    let answer = desk.try_password(email, typed);
    let main = answer.body.split("<main").nth(1).unwrap_or_default();
    let main = main.split("</main>").next().unwrap_or_default();
    let plain = main.replace(email, "…");
    (
        answer.status,
        plain.chars().filter(|c| !c.is_ascii_digit()).collect(),
    )
}

/// Tries until the address waits, a quarter of an hour from now: however long the test takes, it
/// still waits.
fn lock(desk: &Desk, email: &str) {
    let later = clock::now() + chrono::Duration::minutes(15);
    for _ in 0..6 {
        let nobody = nobody();
        let tried = sign_in::attempt(&desk.store, &nobody, (email, "x"), later);
        if let Attempt::Locked(_) = desk.run(tried).expect("tried") {
            return;
        }
    }
    panic!("{email} is not locked");
}

#[test]
fn an_unknown_address_and_a_wrong_password_get_the_same_answers_to_the_end() {
    let desk = desk();
    desk.account("connu", vec![grant(Role::Agent, Some("ville"))]);
    let closed = desk.account("ferme", vec![grant(Role::Agent, Some("ville"))]);
    let mut account = desk.known(closed).expect("there");
    account.state = AccountState::Disabled;
    desk.run(desk.store.put_account(&account)).expect("written");
    let tries = [
        ("connu@valmorel.example", "x"),
        ("inconnu@valmorel.example", "x"),
        ("ferme@valmorel.example", PASSWORD),
        ("pas une adresse", "x"),
    ];
    let refused = tries.map(|(email, typed)| said(&desk, email, typed));
    assert_eq!(refused[0].0, 422);
    assert!(refused.iter().all(|answer| *answer == refused[0]));
    for (email, _) in tries {
        lock(&desk, email);
    }
    let waiting = tries.map(|(email, typed)| said(&desk, email, typed));
    assert_eq!(waiting[0].0, 429);
    assert!(waiting.iter().all(|answer| *answer == waiting[0]));
    for typed in ["connu@valmorel.example", " CONNU@valmorel.example"] {
        let right = desk.try_password(typed, PASSWORD);
        says(&right, 429, "Trop d’essais");
    }
}

#[test]
fn thirty_attempts_at_the_same_time_are_no_more_than_five() {
    let desk = desk();
    desk.account("connu", vec![grant(Role::Agent, Some("ville"))]);
    for email in ["connu@valmorel.example", "inconnu@valmorel.example"] {
        let statuses: Vec<u16> = thread::scope(|scope| {
            let tries: Vec<_> = (0..30)
                .map(|_| scope.spawn(|| desk.try_password(email, "x").status))
                .collect();
            tries
                .into_iter()
                .map(|answer| answer.join().expect("answered"))
                .collect()
        });
        let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
        for status in statuses {
            *counts.entry(status).or_default() += 1;
        }
        assert_eq!(counts, BTreeMap::from([(422, 5), (429, 25)]), "{email}");
    }
}

#[test]
fn the_wait_ends_doubles_and_a_good_attempt_forgives() {
    let desk = desk();
    desk.account("connu", vec![grant(Role::Agent, Some("ville"))]);
    let email = "connu@valmorel.example";
    let at = |minutes: i64, typed: &'static str| {
        let now = clock::now() + chrono::Duration::minutes(minutes);
        desk.run(sign_in::attempt(
            &desk.store,
            &nobody(),
            (email, typed),
            now,
        ))
        .expect("tried")
    };
    for _ in 0..5 {
        assert_eq!(at(0, "x"), Attempt::Refused);
    }
    assert!(matches!(at(0, PASSWORD), Attempt::Locked(_)));
    assert_eq!(at(2, "x"), Attempt::Refused, "the sixth, after a minute");
    assert!(matches!(at(3, PASSWORD), Attempt::Locked(_)), "two minutes");
    assert!(matches!(at(5, PASSWORD), Attempt::Open(_)));
    for _ in 0..4 {
        assert_eq!(at(5, "x"), Attempt::Refused, "counted from the start");
    }
    assert!(matches!(at(5, PASSWORD), Attempt::Open(_)));
}

#[test]
fn a_right_password_does_not_forgive_wrong_codes() {
    let desk = desk();
    let id = desk.account("connu", vec![grant(Role::Agent, Some("ville"))]);
    let seed = observatory::identity::second_factor::seed().expect("a seed");
    let set = desk.store.set_second_factor(id, &seed, 0, &[]);
    desk.run(set).expect("written");
    let email = "connu@valmorel.example";
    let now = clock::now();
    // Whoever knows the password tries codes, starting again each time.
    let mut refused = 0;
    for _ in 0..12 {
        let opened = desk.run(sign_in::attempt(
            &desk.store,
            &nobody(),
            (email, PASSWORD),
            now,
        ));
        let Attempt::NeedsCode(browser) = opened.expect("tried") else {
            break;
        };
        let tried = desk.run(async {
            let known = sign_in::recognise(&desk.store, &browser, now).await;
            let (session, _) = known.expect("read").expect("there");
            let safe = Safe::default();
            sign_in::second_factor(&desk.store, &safe, &session, "000000", now).await
        });
        refused += usize::from(tried.expect("tried") == Attempt::Refused);
    }
    assert_eq!(refused, 5);
}
