//! How far other registers were read, and what was taken out, on every engine.

use crate::{change, department, open, places};
use chrono::{DateTime, Utc};
use domain::Department;
use store::Harvest;

#[tokio::test]
async fn a_harvest_is_kept_outside_the_journal_and_forgotten_when_asked() {
    for place in places("harvests").await {
        let store = open(&place).await;
        let at: DateTime<Utc> = "2026-01-05T08:00:00Z".parse().expect("an instant");
        let mut state = Harvest {
            publisher: "voisin".to_owned(),
            ..Harvest::default()
        };
        store.put_harvest(&state).await.expect("written");
        state.cursor = Some("c".to_owned());
        state.copied_at = Some(at);
        state.silent_since = Some(at);
        store.put_harvest(&state).await.expect("written again");
        assert_eq!(store.harvests().await.expect("read"), [state.clone()]);
        let known = store.harvest("voisin").await.expect("read");
        assert_eq!(known, Some(state));
        assert_eq!(store.head().await.expect("read").0, 0, "no entry");
        store.delete_harvest("voisin").await.expect("deleted");
        assert_eq!(store.harvest("voisin").await.expect("read"), None);
    }
}

#[tokio::test]
async fn what_was_taken_out_is_told_until_it_comes_back() {
    for place in places("removals").await {
        let store = open(&place).await;
        for number in 1..=3 {
            let department = department(number, "RH");
            store.put(&department, &change(0)).await.expect("put");
        }
        let (one, two, three) = (
            department(1, "RH"),
            department(2, "RH"),
            department(3, "RH"),
        );
        store.withdraw(&one, &change(1)).await.expect("withdrawn");
        store.erase(&two, &change(2)).await.expect("erased");
        store.withdraw(&three, &change(3)).await.expect("withdrawn");
        store.put(&three, &change(4)).await.expect("back");
        let removals = store.removals::<Department>().await.expect("read");
        let told: Vec<_> = removals
            .iter()
            .map(|r| (r.record, r.seq, r.is_erased))
            .collect();
        assert_eq!(told, [(one.id, 4, false), (two.id, 5, true)]);
        assert_eq!(removals[0].at, change(1).at);
    }
}
