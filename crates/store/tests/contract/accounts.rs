//! Looking after accounts: attempts, changes at the same time, copies and traces, on every engine.

use crate::people::{ANNE, OMAR, account, now, session};
use crate::{open, places};
use chrono::Duration;
use domain::people::{Account, AccountState, Grant, Role};
use std::collections::BTreeMap;
use store::{Altered, Attempt, Credentials, Days, Draft, Purpose, Store, StoreError, Turn};
use uuid::Uuid;

fn memory() -> Duration {
    Duration::hours(24)
}

/// From the third attempt on, a minute.
fn wait(count: u32) -> Option<Duration> {
    (count >= 3).then(|| Duration::minutes(1))
}

#[tokio::test]
async fn attempts_made_at_the_same_time_count_as_those_made_one_after_the_other() {
    for place in places("attempts").await {
        let store = open(&place).await;
        let tries = (0..20).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.count_attempt("k", now(), memory(), wait).await })
        });
        let mut counts = Vec::new();
        let mut locked = 0;
        for attempt in tries.collect::<Vec<_>>() {
            match attempt.await.expect("runs").expect("counted") {
                Attempt::Counted(turn) => counts.push(turn.count),
                Attempt::Locked(until) => {
                    assert_eq!(until, now() + Duration::minutes(1));
                    locked += 1;
                }
            }
        }
        counts.sort_unstable();
        assert_eq!((counts, locked), (vec![1, 2, 3], 17));
    }
}

#[tokio::test]
async fn attempts_end_given_back_forgiven_or_forgotten() {
    for place in places("forgiven").await {
        let store = open(&place).await;
        let attempt = |at| store.count_attempt("k", at, memory(), wait);
        let count = |attempt| match attempt {
            Attempt::Counted(Turn { count, .. }) => count,
            Attempt::Locked(_) => 0,
        };
        assert_eq!(count(attempt(now()).await.expect("counted")), 1);
        assert_eq!(count(attempt(now()).await.expect("counted")), 2);
        let Attempt::Counted(third) = attempt(now()).await.expect("counted") else {
            panic!("not locked yet");
        };
        assert_eq!(count(attempt(now()).await.expect("counted")), 0, "locked");
        store.give_back_attempt("k", &third).await.expect("written");
        assert_eq!(count(attempt(now()).await.expect("counted")), 3, "again");
        let later = now() + Duration::minutes(2);
        assert_eq!(count(attempt(later).await.expect("counted")), 4, "goes on");
        store.forgive_attempts("k").await.expect("written");
        assert_eq!(count(attempt(later).await.expect("counted")), 1);
        let tomorrow = later + Duration::hours(25);
        assert_eq!(count(attempt(tomorrow).await.expect("counted")), 1);
        assert_eq!(store.purge_attempts(tomorrow).await.expect("purged"), 0);
    }
}

fn administrator(id: Uuid, email: &str) -> Account {
    Account {
        grants: vec![Grant {
            role: Role::Administrator,
            authority: None,
            department: None,
            functions: Vec::new(),
        }],
        ..account(id, email)
    }
}

/// `by` closes `id`, if `by` can still sign in.
async fn close(store: &Store, by: Uuid, id: Uuid) -> Altered<&'static str> {
    let closed = store.change_account(id, now(), |account, all| {
        let is_active = |known: &&Account| known.id == by && known.state == AccountState::Active;
        all.iter().find(is_active).ok_or("no longer")?;
        account.state = AccountState::Disabled;
        Ok(())
    });
    closed.await.expect("written")
}

#[tokio::test]
async fn two_administrators_cannot_remove_each_other_at_the_same_time() {
    for place in places("each_other").await {
        let store = open(&place).await;
        for (id, email) in [(ANNE, "anne@v.example"), (OMAR, "omar@v.example")] {
            store
                .put_account(&administrator(id, email))
                .await
                .expect("written");
        }
        let (one, other) = tokio::join!(close(&store, ANNE, OMAR), close(&store, OMAR, ANNE));
        let done = [&one, &other]
            .iter()
            .filter(|altered| matches!(altered, Altered::Done(_)))
            .count();
        assert_eq!(done, 1, "{one:?} {other:?}");
        let days = store.account_days().await.expect("read");
        let closed = days.values().filter(|days| days.closed_at == Some(now()));
        assert_eq!(closed.count(), 1);
        let gone = close(&store, ANNE, Uuid::from_u128(9)).await;
        assert_eq!(gone, Altered::Gone);
    }
}

#[tokio::test]
async fn what_is_changed_of_a_proof_leaves_the_rest_as_it_is() {
    for place in places("proofs").await {
        let store = open(&place).await;
        store
            .put_account(&account(ANNE, "a@v.example"))
            .await
            .expect("written");
        let codes = ["h1".to_owned(), "h2".to_owned()];
        assert!(!store.set_recovery(ANNE, &codes).await.expect("written"));
        store
            .set_second_factor(ANNE, "SEED", 7, &codes)
            .await
            .expect("written");
        assert!(!store.spend_step(ANNE, 7).await.expect("read"), "just used");
        assert!(store.spend_recovery(ANNE, "h1").await.expect("read"));
        store.set_password(ANNE, "hash").await.expect("written");
        let kept = store.credentials(ANNE).await.expect("read").expect("there");
        assert_eq!(kept.password_hash.as_deref(), Some("hash"));
        assert_eq!(kept.recovery, ["h2"], "spent is spent");
        store.drop_second_factor(ANNE).await.expect("written");
        let kept = store.credentials(ANNE).await.expect("read").expect("there");
        let only_password = Credentials {
            password_hash: Some("hash".to_owned()),
            ..Credentials::default()
        };
        assert_eq!(kept, only_password);
    }
}

/// Two people with all that hangs on them.
async fn fill(store: &Store) {
    for subject in ["Zoé", "adèle", "_"] {
        let linked = store.link_identity("https://q", subject, OMAR, now()).await;
        assert!(linked.expect("written"));
    }
    for (id, email) in [(ANNE, "anne@v.example"), (OMAR, "omar@v.example")] {
        store
            .put_account(&account(id, email))
            .await
            .expect("written");
        store.set_password(id, "hash").await.expect("written");
        store
            .note_sign_in(id, now().date_naive())
            .await
            .expect("written");
        store
            .put_session(&session(email, id, now()))
            .await
            .expect("written");
        let until = now() + Duration::days(1);
        store
            .put_token(email, id, Purpose::Reset, until)
            .await
            .expect("written");
        let linked = store.link_identity("https://p", email, id, now()).await;
        assert!(linked.expect("written"));
        store.put_declaration(id, id).await.expect("written");
        let draft = Draft {
            id,
            account: id,
            authority: "ville".to_owned(),
            answers: BTreeMap::from([("need".to_owned(), format!("besoin de {email}"))]),
            changed_at: now(),
        };
        store.put_draft(&draft).await.expect("written");
    }
}

async fn exported(store: &Store) -> Vec<u8> {
    let mut people = Vec::new();
    store.export_people(&mut people).await.expect("exported");
    people
}

#[tokio::test]
async fn a_copy_of_people_is_equal_and_opens_no_session() {
    // From each engine to the other, when there are two.
    let copies = places("people_copy").await.into_iter().rev();
    for (place, copy) in places("people").await.into_iter().zip(copies) {
        let store = open(&place).await;
        fill(&store).await;
        let people = exported(&store).await;
        let copy = open(&copy).await;
        copy.import_people(&mut people.as_slice())
            .await
            .expect("imported");
        assert_eq!(exported(&copy).await, people);
        assert_eq!(
            copy.accounts().await.expect("read"),
            store.accounts().await.expect("read")
        );
        let days = copy.account_days().await.expect("read");
        let signed_in_on = Some(now().date_naive());
        let expected = Days {
            signed_in_on,
            ..Days::default()
        };
        assert_eq!(days[&ANNE], expected);
        assert_eq!(copy.drafts_of(OMAR).await.expect("read").len(), 1);
        assert_eq!(copy.declared_by(OMAR).await.expect("read").len(), 1);
        assert_eq!(copy.sessions_of(ANNE).await.expect("read"), []);
        assert_eq!(copy.tokens_of(ANNE, now()).await.expect("read"), []);
        let again = copy.import_people(&mut people.as_slice()).await;
        assert!(matches!(again, Err(StoreError::NotEmpty)));
        let broken = open_empty("people_broken").await;
        let mut line = b"{\"session\":{}}".as_slice();
        let told = broken.import_people(&mut line);
        assert!(matches!(
            told.await,
            Err(StoreError::Archive { line: 1, .. })
        ));
    }
}

async fn open_empty(test: &str) -> Store {
    let place = places(test).await.remove(0);
    // The folder must outlive the store: it is left to the system.
    let store = open(&place).await;
    std::mem::forget(place);
    store
}

#[tokio::test]
async fn identities_are_seen_and_unbound_by_their_account_alone() {
    for place in places("unbound").await {
        let store = open(&place).await;
        fill(&store).await;
        let own = store.identities_of(ANNE).await.expect("read");
        let own: Vec<_> = own.iter().map(|one| one.subject.as_str()).collect();
        assert_eq!(own, ["anne@v.example"]);
        let unlink = |account| store.unlink_identity("https://p", "anne@v.example", account);
        assert!(!unlink(OMAR).await.expect("read"), "of another person");
        assert!(unlink(ANNE).await.expect("unbound"));
        assert!(!unlink(ANNE).await.expect("nothing left"));
        assert_eq!(store.identities_of(OMAR).await.expect("read").len(), 4);
    }
}

#[tokio::test]
async fn accounts_end_in_time() {
    for place in places("in_time").await {
        let store = open(&place).await;
        let long_ago = now() - Duration::days(100);
        let mut invited = account(Uuid::from_u128(3), "invited@v.example");
        invited.state = AccountState::Invited;
        invited.created_at = long_ago;
        let mut waiting = account(Uuid::from_u128(4), "waiting@v.example");
        waiting.state = AccountState::Invited;
        waiting.created_at = long_ago;
        for account in [
            account(ANNE, "anne@v.example"),
            account(OMAR, "omar@v.example"),
            invited.clone(),
            waiting.clone(),
        ] {
            store.put_account(&account).await.expect("written");
        }
        let until = now() + Duration::days(1);
        store
            .put_token("t", waiting.id, Purpose::Invitation, until)
            .await
            .expect("written");
        for (id, at) in [(ANNE, long_ago), (OMAR, now())] {
            let close = |account: &mut Account, _: &[Account]| {
                account.state = AccountState::Disabled;
                Ok::<(), ()>(())
            };
            store.change_account(id, at, close).await.expect("closed");
        }
        let limit = now() - Duration::days(90);
        let closed = store.closed_before(limit).await.expect("read");
        assert_eq!(closed, [ANNE], "Omar was closed today");
        let unanswered = store.unanswered_before(limit, now()).await.expect("read");
        assert_eq!(unanswered, [invited.id], "the other may still come");
        let reopen = |account: &mut Account, _: &[Account]| {
            account.state = AccountState::Active;
            Ok::<(), ()>(())
        };
        store
            .change_account(ANNE, now(), reopen)
            .await
            .expect("open");
        let closed = store.closed_before(limit).await.expect("read");
        assert!(closed.is_empty(), "opened again");
    }
}

#[tokio::test]
async fn what_was_erased_is_in_no_page_of_the_files() {
    for place in places("traces").await {
        let store = open(&place).await;
        // Enough people for the pages of the tables to split and be joined again.
        for number in 0..300_u128 {
            let email = format!("personne-{number}-{}@v.example", "x".repeat(40));
            let id = Uuid::from_u128(1_000 + number);
            store
                .put_account(&account(id, &email))
                .await
                .expect("written");
        }
        for number in (0..300_u128).filter(|number| number % 3 != 0) {
            let id = Uuid::from_u128(1_000 + number);
            assert!(store.erase_account(id).await.expect("erased"));
        }
        store.scrub().await.expect("scrubbed");
        let Some(path) = place.url.strip_prefix("sqlite:") else {
            continue;
        };
        for end in ["", "-wal"] {
            let bytes = std::fs::read(format!("{path}{end}")).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            for number in 0..300 {
                let is_there = text.contains(&format!("personne-{number}-"));
                let is_kept = number % 3 == 0 && end.is_empty();
                assert_eq!(is_there, is_kept, "{number} {end}");
            }
        }
    }
}
