use super::*;
use chrono::NaiveDate;
use domain::{CommonField, Generative, Lifecycle, PeerRecord, Task};
use reference::TaskRule;
use std::collections::BTreeMap;
use uuid::Uuid;

fn rules() -> Vec<TaskRule> {
    let rule = |task, words: &[&str]| TaskRule {
        task,
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    vec![
        rule(Task::Transcribe, &["transcri", "speech-to-text"]),
        rule(Task::Summarise, &["résum", "compte rendu"]),
        rule(Task::Extract, &["ocr"]),
    ]
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn peer(number: u128, summary: &str) -> PeerRecord {
    PeerRecord {
        id: Uuid::from_u128(number),
        publisher: "lys".to_owned(),
        key: number.to_string(),
        name: "Un outil".to_owned(),
        language: "fr".to_owned(),
        lifecycle: Some(Lifecycle::Pilot),
        generative: Generative::Unknown,
        generative_inferred: None,
        fields: BTreeMap::from([(CommonField::Summary, summary.to_owned())]),
        source_row: Vec::new(),
        first_seen: day("2026-01-01"),
        gone_since: None,
    }
}

#[test]
fn tasks_are_read_at_the_beginning_of_words_whatever_their_accents() {
    let rules = rules();
    let finder = TaskFinder::new(&rules);
    let cases = [
        ("RÉSUMÉ de séances", vec![(Task::Summarise, "résum")]),
        ("Comptes  rendus", vec![]),
        ("Un compte\nrendu", vec![(Task::Summarise, "compte rendu")]),
        (
            "Speech-to-Text service",
            vec![(Task::Transcribe, "speech-to-text")],
        ),
        ("Democracy and mediocre", vec![]),
        (
            "(OCR) puis transcription",
            vec![(Task::Transcribe, "transcri"), (Task::Extract, "ocr")],
        ),
        ("", vec![]),
    ];
    for (text, expected) in cases {
        let found: Vec<_> = finder.of_text(text).into_iter().collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_rules_shipped_name_every_task_once_and_infer_from_plain_sentences() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let mut tree = reference::Tree::default();
    let path = "data/tasks_elsewhere.yaml";
    tree.insert(path, std::fs::read(format!("{root}/{path}")).expect("read"));
    let (reference, _) = reference::Reference::read(&tree);
    let named: Vec<_> = reference.task_rules.iter().map(|rule| rule.task).collect();
    assert_eq!(named, Task::ALL);
    let finder = TaskFinder::new(&reference.task_rules);
    for (text, task) in [
        ("A chatbot answers questions of residents", Task::Converse),
        ("Automatische vertaling van brieven", Task::Translate),
        ("Transcription des réunions", Task::Transcribe),
        ("Résumé de longs documents", Task::Summarise),
        ("Risk score for inspections", Task::Assess),
    ] {
        assert!(finder.of_text(text).contains_key(&task), "{text}");
    }
    assert!(finder.of_text("Traffic lights").is_empty());
}

#[test]
fn what_happened_to_a_record_is_told_by_day_and_by_field() {
    let first = peer(1, "a");
    let mut second = peer(1, "b");
    second.lifecycle = Some(Lifecycle::Deployed);
    let gone = PeerRecord {
        gone_since: Some(day("2026-03-01")),
        ..second.clone()
    };
    let versions = [
        (day("2026-01-01"), first),
        (day("2026-02-01"), second.clone()),
        (day("2026-03-01"), gone),
        (day("2026-04-01"), second),
    ];
    let changes = peer_changes(&versions);
    let fields = [CommonField::Summary, CommonField::LifecycleStatus].into();
    let kinds: Vec<_> = changes.iter().map(|change| change.kind.clone()).collect();
    assert_eq!(
        kinds,
        [
            PeerChangeKind::Added,
            PeerChangeKind::Changed(fields),
            PeerChangeKind::Gone,
            PeerChangeKind::Back
        ]
    );
    assert_eq!(dates(&changes).len(), 4);
    let between = |after: &str, until: &str| {
        let found = shifts(&changes, day(after), day(until));
        found.into_values().next()
    };
    assert_eq!(between("2025-12-31", "2026-01-01"), Some(Shift::Added));
    assert_eq!(between("2026-01-01", "2026-03-15"), Some(Shift::Gone));
    let back = between("2026-01-01", "2026-04-01").expect("a change");
    assert!(matches!(back, Shift::Changed(fields) if fields.len() == 2));
    assert_eq!(
        between("2026-02-01", "2026-04-01"),
        None,
        "it came back as it was"
    );
    assert_eq!(between("2025-11-01", "2025-12-01"), None);
}

#[test]
fn publishers_are_counted_without_what_they_no_longer_list() {
    let publisher = serde_json::json!({
        "id": Uuid::from_u128(5), "slug": "lys", "name": {"fr": "Lys"}, "country": "FR",
        "language": "fr", "licence": "etalab-2.0", "attribution": {"fr": "Lys"},
    });
    let publisher: domain::Publisher = serde_json::from_value(publisher).expect("a publisher");
    let gone = PeerRecord {
        gone_since: Some(day("2026-03-01")),
        ..peer(3, "transcription")
    };
    let mut snapshot = crate::Snapshot {
        publishers: BTreeMap::from([("lys".to_owned(), publisher)]),
        peers: vec![peer(1, "transcription"), peer(2, "autre"), gone],
        ..crate::Snapshot::default()
    };
    snapshot.infer_tasks(&rules());
    let views = publishers(&snapshot);
    let [view] = views.as_slice() else {
        panic!("one publisher");
    };
    assert_eq!((view.living, view.gone, view.in_use), (2, 1, 2));
    assert_eq!(view.generative, [0, 0, 2]);
    assert_eq!(view.share(CommonField::Summary), Some(100.0));
    assert_eq!(view.share(CommonField::Url), Some(0.0));
    assert_eq!(view.fields_mostly_filled(), 2);
    let tasks = tasks_elsewhere(&snapshot, crate::Scope::Everyone);
    assert_eq!(tasks[0].task, Task::Transcribe);
    assert_eq!(
        (tasks[0].records, tasks[0].in_use, tasks[0].ours),
        (1, 1, 0)
    );
    assert_eq!(tasks[0].countries, [("FR".to_owned(), 1)]);
}
