//! Those who declare one use without an account, on every engine.

use crate::people::{ANNE, account, now, session};
use crate::{open, places};
use chrono::Duration;
use std::collections::BTreeMap;
use store::{Draft, Guest, Purpose};
use uuid::Uuid;

fn guest(id: u128, key: &str) -> Guest {
    Guest {
        id: Uuid::from_u128(id),
        key: key.to_owned(),
        authority: "ville".to_owned(),
        draft: Uuid::from_u128(id + 100),
        seen_at: now(),
    }
}

fn draft(guest: &Guest) -> Draft {
    Draft {
        id: guest.draft,
        account: guest.id,
        authority: "ville".to_owned(),
        answers: BTreeMap::new(),
        changed_at: now(),
    }
}

#[tokio::test]
async fn a_guest_is_found_again_by_a_key_until_it_is_forgotten() {
    for place in places("guests").await {
        let store = open(&place).await;
        let first = store.receive_guest(&guest(1, "k")).await.expect("written");
        assert_eq!(first, guest(1, "k"));
        let later = Guest {
            seen_at: now() + Duration::days(1),
            ..guest(2, "k")
        };
        let again = store.receive_guest(&later).await.expect("written");
        assert_eq!((again.id, again.draft), (first.id, first.draft));
        assert_eq!(again.seen_at, later.seen_at);
        let unseen = |days| store.guests_unseen_since(now() + Duration::days(days));
        assert!(unseen(1).await.expect("read").is_empty());
        assert_eq!(unseen(2).await.expect("read"), vec![first.id]);
        store
            .forget_guest_key(first.id, "x")
            .await
            .expect("written");
        assert_eq!(store.guest_of("k").await.expect("read"), None);
        assert!(store.guest(first.id).await.expect("read").is_some());
        let new = store.receive_guest(&guest(3, "k")).await.expect("written");
        assert_eq!(new.id, Uuid::from_u128(3));
    }
}

#[tokio::test]
async fn erasing_a_guest_takes_all_of_them_and_a_copy_holds_nothing_of_them() {
    for place in places("guest_erasure").await {
        let store = open(&place).await;
        store
            .put_account(&account(ANNE, "anne@ville.example"))
            .await
            .expect("written");
        let known = store.receive_guest(&guest(7, "k")).await.expect("written");
        let own = Draft {
            id: Uuid::from_u128(9),
            account: ANNE,
            ..draft(&known)
        };
        for draft in [&draft(&known), &own] {
            store.put_draft(draft).await.expect("written");
        }
        let session = session("s", known.id, now());
        store.put_session(&session).await.expect("written");
        let until = now() + Duration::days(3);
        let put = store.put_token("t", known.id, Purpose::Declaration, until);
        put.await.expect("written");
        let mut copy = Vec::new();
        store.export_people(&mut copy).await.expect("written");
        let copy = String::from_utf8(copy).expect("text");
        assert!(copy.contains(&own.id.to_string()));
        assert!(!copy.contains(&known.id.to_string()));
        assert!(store.erase_guest(known.id).await.expect("erased"));
        assert!(!store.erase_guest(known.id).await.expect("looked"));
        assert_eq!(store.guest(known.id).await.expect("read"), None);
        assert_eq!(store.session("s").await.expect("read"), None);
        let link = store.token("t", Purpose::Declaration, now());
        assert_eq!(link.await.expect("read"), None);
        assert!(store.drafts_of(known.id).await.expect("read").is_empty());
        assert_eq!(store.drafts_of(ANNE).await.expect("read"), [own]);
        store.scrub().await.expect("scrubbed");
    }
}
