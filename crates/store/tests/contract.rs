//! One contract, run on SQLite and, when `VIGIE_TEST_POSTGRES` names a server, on PostgreSQL
//! (`cargo xtask check` starts one).

#[path = "contract/accounts.rs"]
mod accounts;
#[path = "contract/digests.rs"]
mod digests;
#[path = "contract/guests.rs"]
mod guests;
#[path = "contract/harvests.rs"]
mod harvests;
#[path = "contract/identities.rs"]
mod identities;
#[path = "contract/people.rs"]
mod people;
#[path = "contract/undo.rs"]
mod undo;

use chrono::{DateTime, Utc};
use domain::{Department, Document, Text};
use sea_orm::{ConnectionTrait, Database};
use store::{Change, JournalFault, Store, StoreError, Written};
use tempfile::TempDir;
use uuid::Uuid;

struct Place {
    url: String,
    _folder: Option<TempDir>,
}

/// An empty database on every engine there is.
async fn places(test: &str) -> Vec<Place> {
    let mut places = vec![sqlite_place()];
    if let Ok(server) = std::env::var("VIGIE_TEST_POSTGRES") {
        let name = format!("vigie_{test}_{}", Uuid::new_v4().simple());
        let admin = Database::connect(&server)
            .await
            .expect("the test server answers");
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .expect("a database can be created");
        let base = server
            .rsplit_once('/')
            .map_or(server.as_str(), |(base, _)| base);
        places.push(Place {
            url: format!("{base}/{name}"),
            _folder: None,
        });
    }
    places
}

fn sqlite_place() -> Place {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Place {
        url: format!("sqlite:{}/vigie.db", folder.path().display()),
        _folder: Some(folder),
    }
}

async fn open(place: &Place) -> Store {
    let store = Store::open(&place.url).await.expect("opens");
    store.migrate().await.expect("migrates");
    store
}

fn department(number: u128, name: &str) -> Department {
    Department {
        id: Uuid::from_u128(number),
        key: format!("d{number}"),
        name: Text::one("fr", name),
        authorities: vec!["ville".to_owned()],
        staff: Some(12),
        staff_counted_on: None,
        edited: false,
    }
}

fn change(minute: i64) -> Change {
    let start: DateTime<Utc> = "2026-01-05T08:00:00Z".parse().expect("an instant");
    Change {
        at: start + chrono::Duration::minutes(minute),
        by: "lead".to_owned(),
        note: None,
    }
}

#[tokio::test]
async fn a_document_keeps_every_version() {
    for place in places("versions").await {
        let store = open(&place).await;
        let mut hr = department(1, "Ressources humaines");
        let written = [
            store.put(&hr, &change(0)).await.expect("put"),
            store.put(&hr, &change(1)).await.expect("put"),
            {
                hr.staff = None;
                store.put(&hr, &change(2)).await.expect("put")
            },
        ];
        assert_eq!(
            written,
            [Written::Created, Written::Unchanged, Written::Updated]
        );
        let history = store.history::<Department>(hr.id).await.expect("history");
        let staff: Vec<_> = history
            .iter()
            .map(|entry| entry.document.as_ref().and_then(|d| d.staff))
            .collect();
        assert_eq!(staff, [Some(12), None]);
        assert_eq!(history[1].at, change(2).at);
        let current = store.get::<Department>(hr.id).await.expect("get");
        assert_eq!(current.expect("it exists").version, 2);
        assert!(
            store
                .verify_journal()
                .await
                .expect("verify")
                .faults
                .is_empty()
        );
    }
}

#[tokio::test]
async fn a_withdrawn_record_that_comes_back_goes_on_counting() {
    for place in places("withdraw").await {
        let store = open(&place).await;
        let hr = department(1, "RH");
        store.put(&hr, &change(0)).await.expect("put");
        store.withdraw(&hr, &change(1)).await.expect("withdraw");
        assert!(store.get::<Department>(hr.id).await.expect("get").is_none());
        store.put(&hr, &change(2)).await.expect("put");
        let current = store.get::<Department>(hr.id).await.expect("get");
        assert_eq!(current.expect("it is back").version, 3);
        assert!(
            store
                .verify_journal()
                .await
                .expect("verify")
                .faults
                .is_empty()
        );
    }
}

#[tokio::test]
async fn what_somebody_else_wrote_is_not_taken_out_unseen() {
    for place in places("expecting").await {
        let store = open(&place).await;
        let read = department(1, "RH");
        store.put(&read, &change(0)).await.expect("put");
        let renamed = department(1, "Ressources humaines");
        store.put(&renamed, &change(1)).await.expect("put");
        let late = store.withdraw_expecting(&read, 1, &change(2)).await;
        assert!(matches!(late, Err(StoreError::Changed)), "{late:?}");
        let current = store.get::<Department>(read.id).await.expect("get");
        assert_eq!(current.expect("it stays").document, renamed);
        let known = store.withdraw_expecting(&renamed, 2, &change(3)).await;
        known.expect("withdrawn");
        let twice = store.withdraw_expecting(&renamed, 2, &change(4)).await;
        assert!(matches!(twice, Err(StoreError::Changed)), "{twice:?}");
        let report = store.verify_journal().await.expect("verify");
        assert_eq!(report.faults, []);
    }
}

#[tokio::test]
async fn many_documents_are_written_together() {
    for place in places("many").await {
        let store = open(&place).await;
        let mut all: Vec<_> = (1..=2_500).map(|n| department(n, "Service")).collect();
        let first = store.put_all(&all, &change(0)).await.expect("put");
        assert_eq!(
            (first.created, first.updated, first.unchanged),
            (2_500, 0, 0)
        );
        all[7].staff = Some(99);
        let second = store.put_all(&all, &change(1)).await.expect("put");
        assert_eq!(
            (second.created, second.updated, second.unchanged),
            (0, 1, 2_499)
        );
        assert_eq!(store.counts().await.expect("counts")["department"], 2_500);
        assert_eq!(store.verify_journal().await.expect("verify").entries, 2_501);
    }
}

#[tokio::test]
async fn writers_at_the_same_time_make_one_chain() {
    for place in places("writers").await {
        let store = open(&place).await;
        let writers = (1..=12).map(|n| {
            let store = store.clone();
            tokio::spawn(async move {
                for minute in 0..5 {
                    let mut department = department(n, "Service");
                    department.staff = u32::try_from(minute).ok();
                    store.put(&department, &change(minute)).await.expect("put");
                }
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.expect("no writer fails");
        }
        let report = store.verify_journal().await.expect("verify");
        assert_eq!((report.entries, report.faults), (60, vec![]));
    }
}

#[tokio::test]
async fn a_tampered_row_is_caught_and_an_erased_payload_accepted() {
    for place in places("tamper").await {
        let store = open(&place).await;
        for number in 1..=3 {
            store
                .put(&department(number, "Service"), &change(0))
                .await
                .expect("put");
        }
        store
            .erase(&department(2, "Service"), &change(1))
            .await
            .expect("erase");
        let report = store.verify_journal().await.expect("verify");
        assert_eq!((report.erased, report.faults), (1, vec![]));
        let history = store
            .history::<Department>(Uuid::from_u128(2))
            .await
            .expect("history");
        assert!(history.iter().all(|entry| entry.document.is_none()));

        let raw = Database::connect(&place.url).await.expect("connects");
        let tamperings = [
            (
                "UPDATE journal SET payload = '{}' WHERE seq = 1",
                JournalFault::PayloadAltered { seq: 1 },
            ),
            (
                "UPDATE journal SET by_function = 'dpo' WHERE seq = 3",
                JournalFault::Altered { seq: 3 },
            ),
            (
                "UPDATE journal SET payload = NULL WHERE seq = 3",
                JournalFault::PayloadMissing { seq: 3 },
            ),
            (
                "UPDATE record SET document = '{}' WHERE kind = 'department'",
                JournalFault::RecordDiffers {
                    record: Uuid::from_u128(3),
                },
            ),
            (
                "DELETE FROM journal WHERE seq = 4",
                JournalFault::HeadDiffers,
            ),
            (
                "DELETE FROM journal WHERE seq = 2",
                JournalFault::Broken { seq: 3 },
            ),
        ];
        for (sql, fault) in tamperings {
            raw.execute_unprepared(sql).await.expect("tampers");
            let faults = store.verify_journal().await.expect("verify").faults;
            assert!(faults.contains(&fault), "{sql} gave {faults:?}");
        }
    }
}

#[tokio::test]
async fn an_archive_restores_to_an_equal_observatory_on_any_engine() {
    let mut archives = Vec::new();
    for place in places("source").await {
        let store = open(&place).await;
        let all: Vec<_> = (1..=40).map(|n| department(n, "Service")).collect();
        store.put_all(&all, &change(0)).await.expect("put");
        store.withdraw(&all[3], &change(1)).await.expect("withdraw");
        store.erase(&all[5], &change(2)).await.expect("erase");
        let mut archive = Vec::new();
        store.export(&mut archive).await.expect("exports");
        archives.push((store.digest().await.expect("digest"), archive));
    }
    for (digest, archive) in archives {
        for place in places("target").await {
            let store = open(&place).await;
            store
                .import(&mut archive.as_slice())
                .await
                .expect("imports");
            assert_eq!(store.digest().await.expect("digest"), digest);
            let report = store.verify_journal().await.expect("verify");
            assert_eq!((report.erased, report.faults), (1, vec![]));
            assert!(store.import(&mut archive.as_slice()).await.is_err());
            let kept = store.all_of::<Department>("").await.expect("all");
            assert!(kept.iter().all(|record| record.document.owner().is_empty()));
            assert_eq!(kept.len(), 38);
        }
    }
}
