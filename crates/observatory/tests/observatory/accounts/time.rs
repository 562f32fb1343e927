//! What ends by itself, by the rules of `data/retention.yaml`.

use super::desk::{desk, folder, grant};
use chrono::{DateTime, Duration, Utc};
use domain::Language;
use domain::people::{Account, AccountState, Role};
use observatory::clock;
use observatory::instance::Instance;
use observatory::pipeline::accounts::{self, Hand};
use observatory::pipeline::retention::{self, Purged};
use std::path::Path;
use std::thread;
use store::{Draft, Pending, Purpose, Session};
use uuid::Uuid;

fn account(id: u128, state: AccountState, at: DateTime<Utc>) -> Account {
    Account {
        id: Uuid::from_u128(id),
        email: format!("p{id}@valmorel.example"),
        name: "P".to_owned(),
        language: Language::Fr,
        state,
        grants: vec![grant(Role::Agent, Some("ville"))],
        created_at: at,
    }
}

/// Three people today: one in use, one invited, one closed; and what hangs on the first.
async fn fill(instance: &Instance, now: DateTime<Utc>) {
    let store = &instance.store;
    for (id, state) in [
        (1, AccountState::Active),
        (2, AccountState::Invited),
        (3, AccountState::Active),
    ] {
        store
            .put_account(&account(id, state, now))
            .await
            .expect("written");
    }
    let closed = accounts::close(instance, Hand::Terminal, Uuid::from_u128(3), now).await;
    closed.expect("written").expect("closed");
    let draft = Draft {
        id: Uuid::from_u128(9),
        account: Uuid::from_u128(1),
        authority: "ville".to_owned(),
        answers: [].into(),
        changed_at: now,
    };
    store.put_draft(&draft).await.expect("written");
    let session = Session {
        id: "s".to_owned(),
        account: Uuid::from_u128(1),
        form_token: "f".to_owned(),
        second_factor: true,
        opened_at: now,
        seen_at: now,
        id_token: None,
    };
    store.put_session(&session).await.expect("written");
    let until = now + Duration::days(7);
    let put = store.put_token("t", Uuid::from_u128(2), Purpose::Invitation, until);
    put.await.expect("written");
    let pending = Pending {
        id: "p".to_owned(),
        account: None,
        document: "{}".to_owned(),
        expires_at: now + Duration::minutes(10),
    };
    store.put_pending(&pending, now).await.expect("written");
    let wait = |_| None;
    let counted = store.count_attempt("k", now, Duration::hours(24), wait);
    counted.await.expect("counted");
}

#[tokio::test]
async fn each_kind_of_data_ends_at_its_hour_and_not_before() {
    let folder = folder();
    let instance = Instance::open(folder.path().to_path_buf())
        .await
        .expect("opens");
    let now = clock::now();
    fill(&instance, now).await;
    let after = |days: i64| retention::purge(&instance, now + Duration::days(days));
    assert_eq!(after(0).await.expect("purged"), Purged::default());
    let day = Purged {
        sessions: 1,
        pending: 1,
        attempts: 1,
        ..Purged::default()
    };
    assert_eq!(after(2).await.expect("purged"), day);
    let link = Purged {
        sessions: 1,
        ..Purged::default()
    };
    assert_eq!(
        after(29).await.expect("purged"),
        link,
        "the invitation is over"
    );
    let one = Purged {
        accounts: 1,
        ..Purged::default()
    };
    assert_eq!(after(31).await.expect("purged"), one, "nobody took it up");
    assert_eq!(after(89).await.expect("purged"), Purged::default());
    assert_eq!(
        after(91).await.expect("purged"),
        one,
        "closed for three months"
    );
    let draft = Purged {
        drafts: 1,
        ..Purged::default()
    };
    assert_eq!(after(183).await.expect("purged"), draft);
    assert_eq!(after(3_000).await.expect("purged"), Purged::default());
    let left = instance.store.accounts().await.expect("read");
    let left: Vec<_> = left.iter().map(|account| account.id).collect();
    assert_eq!(left, [Uuid::from_u128(1)], "who works here stays");
}

#[tokio::test]
async fn a_message_goes_a_year_after_it_was_closed_and_an_open_one_stays() {
    let folder = folder();
    let instance = Instance::open(folder.path().to_path_buf())
        .await
        .expect("opens");
    let now = clock::now();
    for (number, state) in [(1, "closed"), (2, "open")] {
        let message = serde_json::json!({
            "id": Uuid::from_u128(number),
            "tracking": format!("M-{number}"),
            "authority": "ville",
            "subject": "question",
            "language": "fr",
            "body": "Un mot.",
            "received_at": now,
            "state": state,
        });
        let message: domain::Message = serde_json::from_value(message).expect("a message");
        let change = observatory::instance::change("lead");
        let written = instance.store.put(&message, &change).await;
        written.expect("written");
    }
    let after = |days: i64| retention::purge(&instance, now + Duration::days(days));
    assert_eq!(after(364).await.expect("purged").messages, 0);
    assert_eq!(after(367).await.expect("purged").messages, 1);
    assert_eq!(after(9_000).await.expect("purged").messages, 0);
    let left = instance.store.all::<domain::Message>().await.expect("read");
    assert_eq!(left[0].document.tracking, "M-2");
    assert_eq!(left.len(), 1);
    let journal = instance.store.verify_journal().await.expect("read");
    assert_eq!(journal.faults, []);
}

#[tokio::test]
async fn the_rules_are_those_of_the_file_of_the_observatory() {
    let folder = folder();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).expect("a folder");
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/retention.yaml");
    let rules = std::fs::read_to_string(rules).expect("read");
    let shorter = rules.replace("days: 90", "days: 5");
    assert_ne!(rules, shorter);
    std::fs::write(data.join("retention.yaml"), shorter).expect("written");
    let instance = Instance::open(folder.path().to_path_buf())
        .await
        .expect("opens");
    let now = clock::now();
    fill(&instance, now).await;
    let purged = retention::purge(&instance, now + Duration::days(6)).await;
    assert_eq!(purged.expect("purged").accounts, 1);
}

#[test]
fn a_site_that_starts_deletes_what_is_over() {
    let desk = desk();
    // A second process on the same folder finds what the first could not have seen yet.
    let old = clock::now() - Duration::days(2);
    let session = Session {
        id: "old".to_owned(),
        account: Uuid::from_u128(1),
        form_token: "f".to_owned(),
        second_factor: true,
        opened_at: old,
        seen_at: old,
        id_token: None,
    };
    desk.run(desk.store.put_session(&session)).expect("written");
    let mut service = std::process::Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(["serve", "--listen", "127.0.0.1:0"])
        .env("VIGIE_DIR", &desk.folder)
        .env_remove("VIGIE_DATABASE_URL")
        .env_remove("PORT")
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the binary runs");
    let is_gone = (0..100).any(|_| {
        thread::sleep(std::time::Duration::from_millis(100));
        desk.run(desk.store.session("old")).expect("read").is_none()
    });
    service.kill().expect("stopped");
    service.wait().expect("stopped");
    assert!(is_gone);
}
