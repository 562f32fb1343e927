//! Taking back what was written at once, and files that wait, on every engine.

use crate::people::{ANNE, OMAR, now};
use crate::{change, department, open, places};
use chrono::Duration;
use domain::Department;
use std::collections::BTreeMap;
use store::{Change, Prepared, Store, StoreError, Undoing, Upload};
use uuid::Uuid;

async fn write(store: &Store, departments: &[Department], change: &Change) {
    let prepared = departments.iter().map(Prepared::new);
    let prepared: Vec<_> = prepared.collect::<Result<_, _>>().expect("prepared");
    store.put_prepared(&prepared, change).await.expect("put");
}

async fn names(store: &Store) -> Vec<String> {
    let all = store.all::<Department>().await.expect("all");
    let name = |d: Department| d.name.iter().map(|(_, name)| name.to_owned()).collect();
    all.into_iter()
        .map(|record| name(record.document))
        .collect()
}

#[tokio::test]
async fn what_was_written_at_once_is_taken_back_and_nothing_else() {
    for place in places("undo").await {
        let store = open(&place).await;
        write(
            &store,
            &[department(1, "un"), department(2, "deux")],
            &change(0),
        )
        .await;
        let gone = department(3, "trois");
        store.put(&gone, &change(1)).await.expect("put");
        store.withdraw(&gone, &change(2)).await.expect("withdraw");
        // Another writer at the same instant, before: not part of it, someone else wrote it.
        let other = Change {
            by: "dpo".to_owned(),
            ..change(3)
        };
        store
            .put(&department(9, "neuf"), &other)
            .await
            .expect("put");
        let written = [
            department(1, "un bis"),
            department(2, "deux bis"),
            department(3, "trois bis"),
            department(4, "quatre"),
            department(5, "marque"),
        ];
        write(&store, &written, &change(3)).await;
        let touched = department(2, "deux ter");
        store.put(&touched, &change(4)).await.expect("put");

        let undoing = store.take_back(&written[4], &change(5)).await;
        let expected = Undoing {
            restored: 1,
            withdrawn: 2,
            kept: 1,
        };
        assert_eq!(undoing.expect("taken back"), expected);
        assert_eq!(names(&store).await, ["un", "deux ter", "marque", "neuf"]);
        let again = store.take_back(&written[4], &change(6)).await;
        let nothing = Undoing {
            kept: 4,
            ..Undoing::default()
        };
        assert_eq!(again.expect("read"), nothing);
        let report = store.verify_journal().await.expect("verify");
        assert_eq!(report.faults, []);
        let history = store.history::<Department>(Uuid::from_u128(1)).await;
        assert_eq!(
            history.expect("read").len(),
            3,
            "the history keeps everything"
        );
    }
}

#[tokio::test]
async fn many_documents_are_written_only_over_what_was_read() {
    for place in places("over").await {
        let store = open(&place).await;
        write(
            &store,
            &[department(1, "un"), department(2, "deux")],
            &change(0),
        )
        .await;
        let read = BTreeMap::from([(Uuid::from_u128(1), 1), (Uuid::from_u128(2), 1)]);
        store
            .put(&department(2, "deux bis"), &change(1))
            .await
            .expect("put");
        let documents = [
            department(1, "un ter"),
            department(2, "deux ter"),
            department(3, "trois"),
        ];
        let prepared = documents.iter().map(Prepared::new);
        let prepared: Vec<_> = prepared.collect::<Result<_, _>>().expect("prepared");
        let late = store.put_prepared_over(&prepared, &read, &change(2)).await;
        assert!(matches!(late, Err(StoreError::Changed)));
        assert_eq!(
            names(&store).await,
            ["un", "deux bis"],
            "nothing was written"
        );
        let read = BTreeMap::from([(Uuid::from_u128(1), 1), (Uuid::from_u128(2), 2)]);
        let written = store.put_prepared_over(&prepared, &read, &change(2)).await;
        assert_eq!(written.expect("written").len(), 3);
        assert_eq!(names(&store).await, ["un ter", "deux ter", "trois"]);
    }
}

#[tokio::test]
async fn an_erased_version_does_not_come_back() {
    for place in places("undo_erased").await {
        let store = open(&place).await;
        let secret = department(1, "secret");
        store.put(&secret, &change(0)).await.expect("put");
        store.erase(&secret, &change(1)).await.expect("erased");
        let written = [department(1, "autre"), department(2, "marque")];
        write(&store, &written, &change(2)).await;
        let undoing = store.take_back(&written[1], &change(3)).await;
        assert_eq!(undoing.expect("taken back").withdrawn, 1);
        assert_eq!(names(&store).await, ["marque"]);
        let unknown = department(7, "x");
        let nothing = store.take_back(&unknown, &change(4)).await;
        assert_eq!(nothing.expect("read"), Undoing::default());
    }
}

#[tokio::test]
async fn a_file_waits_for_whoever_sent_it_and_not_for_long() {
    for place in places("uploads").await {
        let store = open(&place).await;
        let upload = Upload {
            id: Uuid::from_u128(1),
            account: ANNE,
            authority: "ville".to_owned(),
            file: "usages.csv".to_owned(),
            bytes: vec![0, 159, 146, 150],
            sent_at: now(),
        };
        store.put_upload(&upload).await.expect("kept");
        let read = store.upload(upload.id, ANNE).await.expect("read");
        assert_eq!(read.as_ref(), Some(&upload));
        assert_eq!(store.upload(upload.id, OMAR).await.expect("read"), None);
        assert!(!store.delete_upload(upload.id, OMAR).await.expect("read"));
        assert_eq!(store.uploads_of(ANNE).await.expect("read").len(), 1);
        assert_eq!(store.purge_uploads(now()).await.expect("purged"), 0);
        let later = now() + Duration::seconds(1);
        assert_eq!(store.purge_uploads(later).await.expect("purged"), 1);
        assert_eq!(store.upload(upload.id, ANNE).await.expect("read"), None);
    }
}
