//! Weekly letters: one process a week, and what became of them.

use crate::{open, places};
use chrono::Duration;
use store::Digest;

#[tokio::test]
async fn the_letters_of_a_week_are_sent_by_one_process_and_told() {
    for place in places("digests").await {
        let store = open(&place).await;
        let at = crate::people::now();
        assert_eq!(store.last_digest("ville").await.expect("read"), None);
        assert!(
            store
                .claim_digest("ville", "2026-W48", at)
                .await
                .expect("claimed")
        );
        let again = store.claim_digest("ville", "2026-W48", at).await;
        assert!(!again.expect("asked"), "the second process sends nothing");
        assert!(
            store
                .claim_digest("autre", "2026-W48", at)
                .await
                .expect("claimed")
        );
        let later = at + Duration::days(7);
        assert!(
            store
                .claim_digest("ville", "2026-W49", later)
                .await
                .expect("claimed")
        );
        let told = Digest {
            authority: "ville".to_owned(),
            week: "2026-W49".to_owned(),
            at: later,
            sent: 3,
            failed: 1,
            fault: Some("refused".to_owned()),
        };
        store.tell_digest(&told).await.expect("written");
        let last = store.last_digest("ville").await.expect("read");
        assert_eq!(last, Some(told));
    }
}
