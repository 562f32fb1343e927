use crate::samples;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Document, Ground, PublicationLevel, ToolSheet, UseCase};
use publish::{Holdings, Snapshot, UseHistory, UseVersion, field_paths};
use reference::law::Sheets;
use reference::{Reach, Reference, Tree};
use serde_json::Value;
use std::path::Path;

pub(crate) fn reference() -> Reference {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut tree = Tree::default();
    for folder in ["data", "framework"] {
        let files = Tree::from_dir(&root.join(folder)).expect("the project's own folder");
        for path in files.paths("", "") {
            let bytes = files.get(path).expect("it was listed");
            tree.insert(format!("{folder}/{path}"), bytes);
        }
    }
    let (reference, diagnostics) = Reference::read(&tree);
    assert_eq!(diagnostics, [], "the data of the project have no mistake");
    reference
}

fn check_every_path_is_named(kind: &str, document: &Value) {
    let visibility = reference().visibility;
    let paths = field_paths(document);
    for path in &paths {
        let named = visibility.named(kind, path);
        assert!(
            named.is_some(),
            "{kind}.{path}: say in data/visibility.yaml who may see it"
        );
    }
    for path in visibility.paths(kind) {
        let exists = paths.iter().any(|known| known == path);
        assert!(
            exists,
            "{kind}.{path} is named in data/visibility.yaml and does not exist"
        );
    }
}

#[test]
fn every_field_says_who_may_see_it() {
    let whole = samples::use_case(PublicationLevel::Public);
    check_every_path_is_named("use_case", &json(&whole));
    check_every_path_is_named("tool", &json(&samples::tool()));
    check_every_path_is_named("model", &json(&samples::model()));
    check_every_path_is_named("supplier", &json(&samples::supplier()));
    check_every_path_is_named("authority", &json(&samples::authority()));
    check_every_path_is_named("department", &json(&samples::department()));
    check_every_path_is_named("publisher", &json(&samples::publisher()));
    check_every_path_is_named("peer_record", &json(&samples::peer()));
    check_every_path_is_named("edition", &json(&samples::edition()));
    check_every_path_is_named("message", &json(&samples::message()));
}

#[test]
fn every_path_of_the_sheets_says_who_may_see_it() {
    let visibility = reference().visibility;
    let named: Vec<_> = visibility.paths(Sheets::DOCUMENT).collect();
    let mut paths = Sheets::PATHS;
    paths.sort_unstable();
    assert_eq!(named, paths);
}

#[test]
fn a_path_that_sheets_do_not_have_is_told() {
    let mut tree = Tree::default();
    let text = "sheet:\n  private:\n    - tasks.signed\n    - tasks.done\n";
    tree.insert("data/visibility.yaml".to_owned(), text.as_bytes());
    let (reference, mistakes) = Reference::read(&tree);
    let on_visibility = mistakes.iter().filter(|m| m.file == "data/visibility.yaml");
    let told: Vec<_> = on_visibility.map(|m| (m.line, m.remark.key)).collect();
    assert_eq!(told, [(3, "data-not-a-choice")]);
    let reach = |path| reference.visibility.named(Sheets::DOCUMENT, path);
    assert_eq!(reach("tasks.signed"), None);
    assert_eq!(reach("tasks.done"), Some(Reach::Private));
}

fn json<D: Document>(document: &D) -> Value {
    serde_json::to_value(document).expect("a document")
}

fn history(versions: Vec<UseCase>) -> UseHistory {
    let start: DateTime<Utc> = "2026-03-01T08:00:00Z".parse().expect("an instant");
    let versions = versions
        .into_iter()
        .enumerate()
        .map(|(index, use_case)| UseVersion {
            version: u32::try_from(index).expect("few versions") + 1,
            position: i64::try_from(index).expect("few versions") + 1,
            at: start + chrono::Duration::days(i64::try_from(index).expect("few versions")),
            by: "lead".to_owned(),
            note: None,
            use_case,
        });
    UseHistory {
        versions: versions.collect(),
    }
}

pub(crate) fn snapshot(versions: Vec<UseCase>) -> Snapshot {
    built(versions, samples::tool())
}

/// The snapshot of an observatory that has this tool.
pub(crate) fn with_tool(tool: ToolSheet) -> Snapshot {
    built(Vec::new(), tool)
}

fn built(versions: Vec<UseCase>, tool: ToolSheet) -> Snapshot {
    let holdings = Holdings {
        authorities: vec![samples::authority()],
        departments: vec![samples::department()],
        tools: vec![tool],
        models: vec![samples::model()],
        suppliers: vec![samples::supplier()],
        uses: vec![history(versions)],
        removed: Vec::new(),
        publishers: vec![samples::publisher()],
        peers: vec![samples::peer()],
        peer_versions: Vec::new(),
        editions: vec![samples::edition()],
        messages: vec![samples::message()],
        ..Holdings::default()
    };
    let built_on = NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day");
    Snapshot::build(holdings, &reference().visibility, built_on, 1)
}

#[test]
fn a_public_record_loses_its_secrets_and_nothing_else() {
    let snapshot = snapshot(vec![samples::use_case(PublicationLevel::Public)]);
    let public = &snapshot.uses[0].use_case;
    let written = json(public).to_string();
    assert!(!written.contains("SECRET"), "{written}");
    let mut expected = samples::use_case(PublicationLevel::Public);
    expected.opinions[0].internal_note = None;
    expected.source_row = Vec::new();
    expected.law_answers = Vec::new();
    expected.duties_done = Vec::new();
    expected.todos = Vec::new();
    if let Some(effects) = &mut expected.work_effects {
        effects.persons = None;
        effects.by_occupation[0].respondents = None;
    }
    assert_eq!(*public, expected);
}

#[test]
fn a_summary_shows_name_state_and_ground_only() {
    let snapshot = snapshot(vec![samples::use_case(PublicationLevel::Summary)]);
    let shown = field_paths(&json(&snapshot.uses[0].use_case));
    let visibility = reference().visibility;
    let filled: Vec<_> = shown
        .into_iter()
        .filter(|path| {
            // Empty lists and absent values are written too; they say nothing.
            visibility.reach("use_case", path) == Reach::Public
        })
        .filter(|path| {
            let document = json(&snapshot.uses[0].use_case);
            let first = path.split('.').next().unwrap_or(path);
            let value = &document[first];
            !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
        })
        .filter(|path| !path.starts_with("decision."))
        .collect();
    assert_eq!(filled, Vec::<String>::new());
    let decision = snapshot.uses[0]
        .use_case
        .decision
        .as_ref()
        .expect("its outcome is shown");
    assert!(decision.decided_by.is_none() && decision.conditions.is_empty());
}

#[test]
fn an_internal_record_is_a_number_and_a_ground() {
    let snapshot = snapshot(vec![samples::use_case(PublicationLevel::Internal)]);
    assert!(snapshot.uses.is_empty());
    let key = ("ville".to_owned(), Ground::Security);
    assert_eq!(snapshot.withheld.get(&key), Some(&1));
}

#[test]
fn history_is_cut_at_the_stricter_of_then_and_now() {
    let levels = [
        PublicationLevel::Internal,
        PublicationLevel::Public,
        PublicationLevel::Summary,
    ];
    let versions = levels.map(|level| {
        let mut version = samples::use_case(level);
        version.need = Some(domain::Text::one("fr", format!("HIDDEN {level:?}")));
        version
    });
    let snapshot = snapshot(versions.to_vec());
    let written = format!("{:?}", snapshot.uses[0].history);
    assert!(
        !written.contains("HIDDEN") && !written.contains("SECRET"),
        "{written}"
    );
    let shown: Vec<_> = snapshot.uses[0].history.iter().map(|v| v.version).collect();
    assert_eq!(shown, [2, 3], "the internal version is not even told");
}

#[test]
fn a_field_that_is_named_nowhere_stays_inside() {
    let visibility = reference().visibility;
    assert_eq!(
        visibility.reach("use_case", "brand_new_field"),
        Reach::Private
    );
    assert_eq!(visibility.reach("message", "body"), Reach::Private);
}

fn check_measure(respondents: Option<f64>, is_shown: bool) {
    let mut use_case = samples::use_case(PublicationLevel::Public);
    let effects = use_case.work_effects.as_mut().expect("it has effects");
    effects.by_occupation[0].respondents = respondents
        .and_then(|persons| units::Quantity::declared(persons, 40.0, units::Unit::Persons));
    let mut before = use_case.clone();
    before.name = domain::Text::one("fr", "before");
    before.work_effects = None;
    let snapshot = snapshot(vec![before, use_case]);
    let public = &snapshot.uses[0];
    let shown = public.use_case.work_effects.as_ref();
    let shown = shown.map_or(0, |effects| effects.by_occupation.len());
    assert_eq!(shown, usize::from(is_shown), "{respondents:?}");
    assert_eq!(public.small_groups, usize::from(!is_shown));
    let history = format!("{:?}", public.history);
    assert_eq!(
        history.contains("left out"),
        is_shown,
        "the history too: {history}"
    );
}

#[test]
fn a_measure_on_few_persons_is_left_out_and_counted() {
    check_measure(Some(11.0), true);
    check_measure(Some(10.0), false);
    check_measure(None, false);
}

#[test]
fn a_message_shows_its_public_summary_and_nothing_of_its_sender() {
    let shown = snapshot(vec![samples::use_case(PublicationLevel::Public)]);
    let [report] = shown.reports.as_slice() else {
        panic!("one summary was decided: {:?}", shown.reports)
    };
    let written = format!("{report:?}");
    assert!(
        written.contains("public summary") && !written.contains("SECRET"),
        "{written}"
    );
    assert_eq!(report.record.as_deref(), Some("T-001"));
    let withheld = snapshot(vec![samples::use_case(PublicationLevel::Internal)]);
    assert_eq!(
        withheld.reports[0].record, None,
        "a record that is withheld is not pointed at"
    );
}

#[test]
fn a_message_without_public_summary_is_not_even_counted() {
    let mut message = samples::message();
    message.public_summary = None;
    let holdings = Holdings {
        messages: vec![message],
        ..Holdings::default()
    };
    let day = NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day");
    let snapshot = Snapshot::build(holdings, &reference().visibility, day, 1);
    assert!(snapshot.reports.is_empty());
}

#[test]
fn a_tool_that_is_only_asked_for_stays_inside_and_a_decided_one_loses_its_request() {
    let day = NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day");
    let build = |tool: domain::ToolSheet| {
        let holdings = Holdings {
            tools: vec![tool],
            ..Holdings::default()
        };
        Snapshot::build(holdings, &reference().visibility, day, 1)
    };
    let decided = build(samples::tool());
    let written = format!("{:?}", decided.tools);
    assert!(written.contains("stop_criterion"), "{written}");
    assert!(!written.contains("SECRET"), "{written}");
    let mut asked = samples::tool();
    asked.status = domain::ToolStatus::UnderReview;
    asked.examination.decision = None;
    asked.examination.withdrawal = None;
    assert!(build(asked).tools.is_empty());
}
