//! Accounts, sessions, one-time links and drafts, on every engine.

use crate::{open, places};
use chrono::{DateTime, Duration, Utc};
use domain::people::{Account, AccountState, Grant, Role};
use domain::{Function, Language};
use std::collections::BTreeMap;
use store::{Credentials, Draft, Pending, Purpose, Session, Store};
use uuid::Uuid;

pub(crate) const ANNE: Uuid = Uuid::from_u128(1);
pub(crate) const OMAR: Uuid = Uuid::from_u128(2);

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-24T08:00:00Z".parse().expect("an instant")
}

pub(crate) fn account(id: Uuid, email: &str) -> Account {
    Account {
        id,
        email: email.to_owned(),
        name: "A".to_owned(),
        language: Language::Fr,
        state: AccountState::Active,
        grants: vec![Grant {
            role: Role::Reviewer,
            authority: Some("ville".to_owned()),
            department: None,
            functions: vec![Function::Dpo],
        }],
        created_at: now(),
    }
}

pub(crate) fn session(id: &str, account: Uuid, at: DateTime<Utc>) -> Session {
    Session {
        id: id.to_owned(),
        account,
        form_token: "f".to_owned(),
        second_factor: true,
        opened_at: at,
        seen_at: at,
        id_token: Some("header.claims.signature".to_owned()),
    }
}

#[tokio::test]
async fn an_account_keeps_its_credentials_when_its_roles_change() {
    for place in places("accounts").await {
        let store = open(&place).await;
        let mut anne = account(ANNE, "anne@ville.example");
        store.put_account(&anne).await.expect("written");
        let credentials = Credentials {
            password_hash: Some("$argon2id$".to_owned()),
            recovery: vec!["h".to_owned()],
            ..Credentials::default()
        };
        store
            .put_credentials(ANNE, &credentials)
            .await
            .expect("written");
        anne.grants.clear();
        anne.state = AccountState::Disabled;
        store.put_account(&anne).await.expect("written");
        let read = store
            .account_by_email("anne@ville.example")
            .await
            .expect("read");
        assert_eq!(read, Some(anne));
        assert_eq!(
            store.credentials(ANNE).await.expect("read"),
            Some(credentials)
        );
        let twin = account(OMAR, "anne@ville.example");
        assert!(
            store.put_account(&twin).await.is_err(),
            "one address, one account"
        );
    }
}

#[tokio::test]
async fn a_code_is_good_once() {
    for place in places("codes").await {
        let store = open(&place).await;
        store
            .put_account(&account(ANNE, "a@v.example"))
            .await
            .expect("written");
        let credentials = Credentials {
            recovery: vec!["h1".to_owned(), "h2".to_owned()],
            ..Credentials::default()
        };
        store
            .put_credentials(ANNE, &credentials)
            .await
            .expect("written");
        let spent = [
            store.spend_recovery(ANNE, "h1").await.expect("read"),
            store.spend_recovery(ANNE, "h1").await.expect("read"),
            store.spend_recovery(ANNE, "other").await.expect("read"),
            store.spend_step(ANNE, 41).await.expect("read"),
            store.spend_step(ANNE, 41).await.expect("read"),
            store.spend_step(ANNE, 40).await.expect("read"),
            store.spend_step(ANNE, 42).await.expect("read"),
        ];
        assert_eq!(spent, [true, false, false, true, false, false, true]);
        let left = store.credentials(ANNE).await.expect("read").expect("there");
        assert_eq!(left.recovery, ["h2"]);
    }
}

#[tokio::test]
async fn two_requests_cannot_spend_the_same_code() {
    for place in places("race").await {
        let store = open(&place).await;
        store
            .put_account(&account(ANNE, "a@v.example"))
            .await
            .expect("written");
        let attempts = (0..8).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.spend_step(ANNE, 7).await.expect("read") })
        });
        let mut won = 0;
        for attempt in attempts.collect::<Vec<_>>() {
            won += u32::from(attempt.await.expect("runs"));
        }
        assert_eq!(won, 1);
    }
}

#[tokio::test]
async fn a_link_works_once_for_its_purpose_and_for_a_time() {
    for place in places("links").await {
        let store = open(&place).await;
        store
            .put_account(&account(ANNE, "a@v.example"))
            .await
            .expect("written");
        let until = now() + Duration::hours(1);
        let put = |id: &'static str| store.put_token(id, ANNE, Purpose::Reset, until);
        put("t1").await.expect("written");
        put("t2").await.expect("written");
        let late = until + Duration::seconds(1);
        let taken = [
            store
                .take_token("t1", Purpose::Reset, now())
                .await
                .expect("read"),
            store
                .take_token("t2", Purpose::Invitation, now())
                .await
                .expect("read"),
            store
                .take_token("t2", Purpose::Reset, late)
                .await
                .expect("read"),
            store
                .take_token("t2", Purpose::Reset, now())
                .await
                .expect("read"),
            store
                .take_token("t2", Purpose::Reset, now())
                .await
                .expect("read"),
        ];
        assert_eq!(taken, [None, None, None, Some(ANNE), None]);
    }
}

/// Somebody whom a provider knows, and who is confirming something.
async fn at_a_provider(store: &Store, id: Uuid, subject: &str) {
    store
        .link_identity("https://p", subject, id, now())
        .await
        .expect("written");
    let pending = Pending {
        id: subject.to_owned(),
        account: Some(id),
        document: "{}".to_owned(),
        expires_at: now() + Duration::minutes(10),
    };
    store.put_pending(&pending, now()).await.expect("written");
}

#[tokio::test]
async fn an_erased_account_leaves_nothing_and_takes_nothing_of_others() {
    for place in places("erased").await {
        let store = open(&place).await;
        for (id, email) in [(ANNE, "anne@v.example"), (OMAR, "omar@v.example")] {
            store
                .put_account(&account(id, email))
                .await
                .expect("written");
            store
                .put_session(&session(email, id, now()))
                .await
                .expect("written");
            let draft = Draft {
                id,
                account: id,
                authority: "ville".to_owned(),
                answers: BTreeMap::from([("need".to_owned(), "…".to_owned())]),
                changed_at: now(),
            };
            store.put_draft(&draft).await.expect("written");
            store.put_declaration(id, id).await.expect("written");
            at_a_provider(&store, id, email).await;
        }
        assert!(store.erase_account(ANNE).await.expect("erased"));
        assert!(!store.erase_account(ANNE).await.expect("nothing left"));
        assert_eq!(store.account(ANNE).await.expect("read"), None);
        assert_eq!(store.session("anne@v.example").await.expect("read"), None);
        assert!(store.drafts_of(ANNE).await.expect("read").is_empty());
        assert!(store.declared_by(ANNE).await.expect("read").is_empty());
        let known = |subject: &'static str| store.account_of_identity("https://p", subject);
        assert_eq!(known("anne@v.example").await.expect("read"), None);
        assert_eq!(known("omar@v.example").await.expect("read"), Some(OMAR));
        let kept = |id: &'static str| store.pending(id, now());
        assert_eq!(kept("anne@v.example").await.expect("read"), None);
        assert!(kept("omar@v.example").await.expect("read").is_some());
        assert!(
            store
                .session("omar@v.example")
                .await
                .expect("read")
                .is_some()
        );
        assert_eq!(store.drafts_of(OMAR).await.expect("read").len(), 1);
        assert_eq!(store.declared_by(OMAR).await.expect("read").len(), 1);
        assert_eq!(
            store.draft(OMAR, ANNE).await.expect("read"),
            None,
            "of another person"
        );
    }
}

#[tokio::test]
async fn old_sessions_and_drafts_are_deleted() {
    for place in places("old").await {
        let store = open(&place).await;
        store
            .put_account(&account(ANNE, "a@v.example"))
            .await
            .expect("written");
        for (id, hours) in [("fresh", 0), ("unused", 3)] {
            let at = now() - Duration::hours(hours);
            store
                .put_session(&session(id, ANNE, at))
                .await
                .expect("written");
        }
        let (idle, long) = (now() - Duration::hours(2), now() - Duration::hours(12));
        assert_eq!(
            store
                .purge_sessions(idle, long, now())
                .await
                .expect("purged"),
            1
        );
        assert!(store.session("fresh").await.expect("read").is_some());
        assert_eq!(store.purge_drafts(now()).await.expect("purged"), 0);
    }
}
