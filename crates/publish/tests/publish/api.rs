//! Every answer has the shape that `OpenAPI` tells, on records in which nothing is left out; and
//! whoever follows the changes keeps a faithful copy.

#[path = "api/shape.rs"]
mod shape;

use crate::report::{Library, library};
use crate::samples;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Language, PublicationLevel};
use publish::api::{Answer, Api, Problem, Resource, openapi};
use publish::{
    Holdings, Numbers, Register, RemovedUse, Scope, Snapshot, UseHistory, UseVersion, Wording,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const SITE: &str = "https://vigie.example";
const PUBLIC: PublicationLevel = PublicationLevel::Public;
const SUMMARY: PublicationLevel = PublicationLevel::Summary;
const INTERNAL: PublicationLevel = PublicationLevel::Internal;

/// What an API is made from, kept together.
struct Site {
    library: Library,
    snapshot: Snapshot,
    register: Register,
    numbers: BTreeMap<String, Numbers>,
}

impl Site {
    fn of(holdings: Holdings) -> Self {
        let library = library();
        let built_on = NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day");
        let visibility = &library.reference.visibility;
        let snapshot = Snapshot::build(holdings, visibility, built_on, 99);
        let register = Register::build(&snapshot, &library.reference);
        let slugs = ["ensemble", "ville"];
        let numbers = slugs.map(|slug| {
            let counted = Numbers::count(&snapshot, Scope::of(slug));
            (slug.to_owned(), counted)
        });
        Self {
            register,
            numbers: BTreeMap::from(numbers),
            snapshot,
            library,
        }
    }

    fn wording(&self, language: Language) -> Wording<'_> {
        Wording {
            words: &self.library.words,
            reference: &self.library.reference,
            language,
        }
    }

    fn answer(&self, address: &str) -> Result<Answer, Problem> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let api = Api {
            snapshot: &self.snapshot,
            register: &self.register,
            numbers: &self.numbers,
            wording: self.wording(Language::Fr),
            public_url: SITE,
        };
        api.answer(path, query)
    }

    fn get(&self, address: &str) -> Value {
        let answer = self.answer(address);
        answer
            .unwrap_or_else(|p| panic!("{address}: {p:?}"))
            .document
    }
}

/// One record with versions at these levels, each at its place in the journal.
fn history(levels: &[(i64, PublicationLevel)]) -> UseHistory {
    UseHistory {
        versions: versions(levels),
    }
}

fn versions(levels: &[(i64, PublicationLevel)]) -> Vec<UseVersion> {
    let start: DateTime<Utc> = "2026-03-01T08:00:00Z".parse().expect("an instant");
    let version = |(number, (position, level)): (usize, &(i64, PublicationLevel))| UseVersion {
        version: u32::try_from(number).expect("few") + 1,
        position: *position,
        at: start + chrono::Duration::hours(*position),
        by: "lead".to_owned(),
        note: None,
        use_case: samples::use_case(*level),
    };
    levels.iter().enumerate().map(version).collect()
}

fn holdings(uses: Vec<UseHistory>) -> Holdings {
    Holdings {
        authorities: vec![samples::authority()],
        departments: vec![samples::department()],
        tools: vec![samples::tool()],
        uses,
        publishers: vec![samples::publisher()],
        peers: vec![samples::peer()],
        editions: vec![samples::edition()],
        ..Holdings::default()
    }
}

fn whole() -> Site {
    Site::of(holdings(vec![history(&[(1, PUBLIC)])]))
}

/// What the schema of a name refuses in a value.
fn refused(site: &Site, name: &str, value: &Value) -> Vec<String> {
    let document = openapi(&site.wording(Language::En), SITE);
    let schema = json!({"$ref": format!("#/components/schemas/{name}")});
    shape::faults(value, &schema, &document)
}

fn check_shape(site: &Site, resource: Resource, address: &str) {
    let faults = refused(site, resource.schema(), &site.get(address));
    assert_eq!(faults, Vec::<String>::new(), "{address}");
}

fn address_of(resource: Resource) -> String {
    let path = resource.path().trim_start_matches('/');
    let key = match resource {
        Resource::Authority => "ville",
        Resource::UseCase => "T-001",
        Resource::Tool => "plume",
        Resource::Publisher => "pays",
        _ => "00000000-0000-0000-0000-00000000000c",
    };
    match path.split_once('{') {
        Some((before, _)) => format!("{before}{key}"),
        None => path.to_owned(),
    }
}

#[test]
fn every_answer_has_the_shape_that_is_told() {
    let site = whole();
    for resource in Resource::ALL {
        check_shape(&site, resource, &address_of(resource));
    }
    let summary = Site::of(holdings(vec![history(&[(1, SUMMARY)])]));
    check_shape(&summary, Resource::UseCase, "use-cases/T-001");
    let empty = Site::of(Holdings::default());
    for resource in Resource::ALL.into_iter().filter(|r| r.key().is_none()) {
        check_shape(&empty, resource, &address_of(resource));
    }
    let gone = Site::of(holdings(vec![history(&[(1, PUBLIC), (2, INTERNAL)])]));
    check_shape(&gone, Resource::Changes, "changes");
}

#[test]
fn a_shape_refuses_what_it_does_not_tell() {
    let site = whole();
    let record = site.get("use-cases/T-001");
    let is_valid = |value: &Value| refused(&site, "UseCase", value).is_empty();
    assert!(is_valid(&record));
    for (field, value) in [
        ("brand_new", json!("x")),
        ("lifecycle", json!("dreamt")),
        ("started_on", json!("yesterday")),
        ("name", json!("not by language")),
        ("risks", json!([{"family": "work"}])),
    ] {
        let mut wrong = record.clone();
        wrong[field] = value;
        assert!(!is_valid(&wrong), "{field}");
    }
    let mut without = record;
    without.as_object_mut().expect("an object").remove("uri");
    assert!(!is_valid(&without));
}

#[test]
fn every_word_of_the_description_exists_and_no_secret_leaves() {
    let site = whole();
    for language in Language::ALL {
        let text = openapi(&site.wording(language), SITE).to_string();
        assert!(!text.contains("[api-"), "{language:?}: {text}");
    }
    for resource in Resource::ALL {
        let text = site.get(&address_of(resource)).to_string();
        assert!(!text.contains("SECRET"), "{resource:?}");
        assert!(
            !text.contains("[api-") && !text.contains("[number-"),
            "{text}"
        );
    }
}

#[test]
fn a_record_is_found_by_reference_identifier_and_address() {
    let site = whole();
    let record = site.get("use-cases/t-001");
    let id = record["id"].as_str().expect("an identifier");
    let uri = record["uri"].as_str().expect("an address");
    assert_eq!(site.get(&format!("use-cases/{id}")), record);
    assert_eq!(
        site.get(&format!("use-cases?uri={uri}"))["items"][0],
        record
    );
    assert_eq!(
        site.get("use-cases?uri=https://elsewhere.example/")["total"],
        0
    );
    assert_eq!(site.get("use-cases?q=summary&lang=en")["total"], 1);
    assert_eq!(site.get("use-cases?state=refused")["total"], 0);
    assert_eq!(
        site.get("use-cases?state=refused&state=deployed")["total"],
        1
    );
    assert_eq!(site.get("use-cases?authority=nobody")["total"], 0);
}

fn check_refused(address: &str, status: u16, key: &str) {
    let problem = whole().answer(address).expect_err(address);
    assert_eq!(
        (problem.status, problem.remark.key),
        (status, key),
        "{address}"
    );
}

#[test]
fn what_cannot_be_answered_is_refused_by_name() {
    for (address, status, key) in [
        ("nothing", 404, "api-no-such-address"),
        ("use-cases/T-999", 404, "api-no-such-record"),
        ("peer-records/not-an-id", 404, "api-no-such-record"),
        ("tools?color=blue", 400, "api-unknown-parameter"),
        ("use-cases?state=dreamt", 400, "api-wrong-value"),
        ("use-cases?limit=0", 400, "api-wrong-value"),
        ("use-cases?limit=201", 400, "api-wrong-value"),
        ("use-cases?limit=-1", 400, "api-wrong-value"),
        ("use-cases?limit=5&limit=6", 400, "api-wrong-value"),
        ("numbers?scope=nowhere", 400, "api-wrong-value"),
        ("use-cases?cursor=x", 400, "api-wrong-cursor"),
        ("changes?since=x", 400, "api-wrong-cursor"),
    ] {
        check_refused(address, status, key);
    }
}

#[test]
fn pages_follow_one_another_to_the_end_and_belong_to_one_question() {
    let site = whole();
    let mut address = "numbers?limit=10".to_owned();
    let mut keys = BTreeSet::new();
    let mut given = 0;
    loop {
        let answer = site.answer(&address).expect("a page");
        let items = answer.document["items"].as_array().expect("items").clone();
        given += items.len();
        keys.extend(items.iter().map(|item| item["key"].to_string()));
        let Some(next) = answer.next else { break };
        address = next.split("/api/v1/").nth(1).expect("below").to_owned();
    }
    assert_eq!(site.get("numbers")["total"], given);
    assert_eq!(keys.len(), given, "each once");
    let next = site
        .answer("numbers?limit=10")
        .expect("a page")
        .next
        .expect("more");
    let cursor = next.split("cursor=").nth(1).expect("a cursor");
    for other in ["tools", "use-cases", "use-cases?q=x"] {
        let join = if other.contains('?') { '&' } else { '?' };
        let address = format!("{other}{join}cursor={cursor}");
        check_refused(&address, 400, "api-wrong-cursor");
    }
}

#[test]
fn an_empty_place_is_none() {
    let site = whole();
    for (empty, none) in [
        ("use-cases?cursor=", "use-cases"),
        ("numbers?limit=5&cursor=", "numbers?limit=5"),
        ("changes?since=", "changes"),
    ] {
        assert_eq!(site.get(empty), site.get(none), "{empty}");
    }
}

/// What the changes say of the one record there is, after a cursor.
fn told(site: &Site, since: &str) -> Vec<(String, String)> {
    let changes = site.get(&format!("changes{since}"));
    let items = changes["items"].as_array().expect("items");
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    items
        .iter()
        .map(|item| (word(&item["change"]), word(&item["reason"])))
        .collect()
}

fn check_told(uses: Vec<UseHistory>, removed: Vec<RemovedUse>, expected: &[(&str, &str)]) {
    let site = Site::of(Holdings {
        removed,
        ..holdings(uses)
    });
    let told = told(&site, "");
    let told: Vec<_> = told.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(told, expected);
}

fn removed(levels: &[(i64, PublicationLevel)], is_erased: bool) -> RemovedUse {
    let versions = versions(levels);
    RemovedUse {
        id: uuid::Uuid::from_u128(7),
        position: 50,
        at: "2026-03-09T08:00:00Z".parse().expect("an instant"),
        versions: if is_erased { Vec::new() } else { versions },
        is_erased,
    }
}

#[test]
fn a_record_that_leaves_the_public_leaves_a_trace_and_one_that_was_never_there_does_not() {
    let changed = ("changed", "");
    let hidden = ("gone", "no_longer_published");
    let withdrawn = ("gone", "withdrawn");
    check_told(vec![history(&[(1, PUBLIC)])], vec![], &[changed]);
    check_told(vec![history(&[(1, INTERNAL)])], vec![], &[]);
    check_told(
        vec![history(&[(1, PUBLIC), (2, INTERNAL), (3, INTERNAL)])],
        vec![],
        &[hidden],
    );
    check_told(vec![], vec![removed(&[(1, SUMMARY)], false)], &[withdrawn]);
    check_told(vec![], vec![removed(&[(1, INTERNAL)], false)], &[]);
    check_told(
        vec![],
        vec![removed(&[(1, PUBLIC), (2, INTERNAL)], false)],
        &[hidden],
    );
    check_told(vec![], vec![removed(&[], true)], &[withdrawn]);
}

#[test]
fn a_trace_says_where_when_and_why_and_nothing_else() {
    let site = Site::of(holdings(vec![history(&[(1, PUBLIC), (2, INTERNAL)])]));
    let changes = site.get("changes");
    let trace = changes["items"][0].as_object().expect("a trace");
    let names: Vec<_> = trace.keys().map(String::as_str).collect();
    assert_eq!(names, ["change", "id", "uri", "at", "reason"]);
    let id = trace["id"].as_str().expect("an identifier");
    let problem = site.answer(&format!("use-cases/{id}")).expect_err("gone");
    assert_eq!(
        (problem.status, problem.remark.key),
        (410, "api-record-gone")
    );
}

#[test]
fn a_cursor_goes_on_where_it_stopped() {
    let one = Site::of(holdings(vec![history(&[(5, PUBLIC)])]));
    let cursor = one.get("changes")["cursor"]
        .as_str()
        .expect("a cursor")
        .to_owned();
    let since = format!("?since={cursor}");
    assert_eq!(told(&one, &since), []);
    // An internal version, then the same record public again: the trace was seen, so it comes back.
    let back = Site::of(holdings(vec![history(&[
        (5, PUBLIC),
        (6, INTERNAL),
        (7, PUBLIC),
    ])]));
    assert_eq!(told(&back, &since), [("changed".to_owned(), String::new())]);
    // Nothing public changed.
    let same = Site::of(holdings(vec![history(&[(5, PUBLIC), (6, PUBLIC)])]));
    assert_eq!(told(&same, &since), []);
    // Less is published.
    let less = Site::of(holdings(vec![history(&[(5, PUBLIC), (6, SUMMARY)])]));
    assert_eq!(told(&less, &since).len(), 1);
    // The database was restored to an earlier state: the cursor is refused.
    let earlier = Site::of(holdings(vec![history(&[(4, PUBLIC)])]));
    let problem = earlier
        .answer(&format!("changes{since}"))
        .expect_err("ahead");
    assert_eq!(problem.remark.key, "api-wrong-cursor");
    assert_eq!(told(&one, "?since=2026-03-01T13:00:00Z").len(), 1);
    assert_eq!(told(&one, "?since=2026-03-01T13:00:01Z").len(), 0);
    assert_eq!(told(&one, "?since=2026-03-02").len(), 0);
}
