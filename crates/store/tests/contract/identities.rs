//! People at a provider of identities, on every engine.

use crate::people::{ANNE, OMAR, account, now, session};
use crate::{open, places};
use chrono::Duration;
use store::{Pending, Purpose};

fn pending(id: &str, minutes: i64) -> Pending {
    Pending {
        id: id.to_owned(),
        account: None,
        document: "{\"state\":\"s3cret\"}".to_owned(),
        expires_at: now() + Duration::minutes(minutes),
    }
}

#[tokio::test]
async fn what_is_remembered_is_taken_once_and_for_a_time() {
    for place in places("pending").await {
        let store = open(&place).await;
        let kept = pending("one", 10);
        store.put_pending(&kept, now()).await.expect("written");
        let late = now() + Duration::minutes(11);
        assert_eq!(store.pending("one", late).await.expect("read"), None);
        assert_eq!(store.take_pending("one", late).await.expect("read"), None);
        assert_eq!(store.take_pending("two", now()).await.expect("read"), None);
        let read = store.pending("one", now()).await.expect("read");
        assert_eq!(read.as_ref(), Some(&kept), "it goes on being remembered");
        let taken = store.take_pending("one", now()).await.expect("read");
        assert_eq!(taken, Some(kept));
        assert_eq!(store.take_pending("one", now()).await.expect("read"), None);
        assert!(!format!("{read:?}").contains("s3cret"));
    }
}

#[tokio::test]
async fn two_requests_cannot_take_the_same_memory() {
    for place in places("pending_race").await {
        let store = open(&place).await;
        store
            .put_pending(&pending("one", 10), now())
            .await
            .expect("written");
        let attempts = (0..8).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.take_pending("one", now()).await.expect("read") })
        });
        let mut won = 0;
        for attempt in attempts.collect::<Vec<_>>() {
            won += u32::from(attempt.await.expect("runs").is_some());
        }
        assert_eq!(won, 1);
    }
}

#[tokio::test]
async fn what_expired_is_deleted_when_something_else_is_remembered() {
    for place in places("pending_old").await {
        let store = open(&place).await;
        store
            .put_pending(&pending("old", 10), now())
            .await
            .expect("written");
        let later = now() + Duration::minutes(11);
        store
            .put_pending(&pending("new", 20), later)
            .await
            .expect("written");
        assert_eq!(store.purge_pending(later).await.expect("purged"), 0);
        assert!(store.pending("new", later).await.expect("read").is_some());
        assert_eq!(store.pending("old", now()).await.expect("read"), None);
    }
}

#[tokio::test]
async fn an_identity_belongs_to_one_account_and_stays_there() {
    for place in places("identity").await {
        let store = open(&place).await;
        for (id, email) in [(ANNE, "anne@v.example"), (OMAR, "omar@v.example")] {
            store
                .put_account(&account(id, email))
                .await
                .expect("written");
        }
        let link = |issuer: &'static str, id| store.link_identity(issuer, "e7a1", id, now());
        let linked = [
            link("https://p", ANNE).await.expect("written"),
            link("https://p", ANNE).await.expect("already"),
            link("https://p", OMAR).await.expect("refused"),
            link("https://q", OMAR).await.expect("another provider"),
        ];
        assert_eq!(linked, [true, true, false, true]);
        let known = |issuer: &'static str| store.account_of_identity(issuer, "e7a1");
        assert_eq!(known("https://p").await.expect("read"), Some(ANNE));
        assert_eq!(known("https://q").await.expect("read"), Some(OMAR));
        assert_eq!(known("https://r").await.expect("read"), None);
    }
}

#[tokio::test]
async fn a_session_keeps_what_the_provider_wants_back_and_hides_it() {
    for place in places("id_token").await {
        let store = open(&place).await;
        let opened = session("s", ANNE, now());
        store.put_session(&opened).await.expect("written");
        let read = store.session("s").await.expect("read").expect("there");
        assert_eq!(read, opened);
        assert!(!format!("{read:?}").contains("claims"));
    }
}

#[tokio::test]
async fn a_valid_invitation_is_seen_and_used_up_by_its_holder() {
    for place in places("holder").await {
        let store = open(&place).await;
        let until = now() + Duration::days(7);
        store
            .put_token("t", ANNE, Purpose::Invitation, until)
            .await
            .expect("written");
        let late = until + Duration::seconds(1);
        let has = |id, purpose, at| store.has_token(id, purpose, at);
        let seen = [
            has(ANNE, Purpose::Invitation, now()).await.expect("read"),
            has(ANNE, Purpose::Invitation, late).await.expect("read"),
            has(ANNE, Purpose::Reset, now()).await.expect("read"),
            has(OMAR, Purpose::Invitation, now()).await.expect("read"),
        ];
        assert_eq!(seen, [true, false, false, false]);
        let take = |at| store.take_token_of(ANNE, Purpose::Invitation, at);
        let taken = [
            take(late).await.expect("read"),
            take(now()).await.expect("read"),
            take(now()).await.expect("read"),
        ];
        assert_eq!(taken, [false, true, false]);
    }
}
