//! The reference's own answers, number by number and bit by bit.
//!
//! `sample.jsonl` is committed and always checked. The full vectors (3,362 cases of the newest
//! release, 400 of each release) are checked when they are beside the workspace, or in the folder
//! named by `FOOTPRINT_ORACLE`.

use flate2::read::GzDecoder;
use footprint::{Method, Reading, answer};
use serde_json::Value;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// The release that computed the cases without `version`.
const NEWEST: &str = "0.11.3";

/// Which field of which case differs.
struct Mismatch {
    id: String,
    field: String,
    expected: Option<Value>,
    found: Option<Value>,
}

#[test]
fn the_committed_sample_is_reproduced() {
    let checked = check(include_str!("sample.jsonl"));
    assert!(checked >= 100, "only {checked} cases in the sample");
}

#[test]
fn the_full_oracle_is_reproduced() {
    let Some(folder) = oracle_folder() else {
        return;
    };
    assert_eq!(check(&text(folder.join("oracle.jsonl.gz"))), 3362);
}

#[test]
fn every_release_is_reproduced() {
    let Some(folder) = oracle_folder() else {
        return;
    };
    for revision in Method::embedded().revisions() {
        let name = format!("history/history-{}.jsonl.gz", revision.release());
        assert_eq!(check(&text(folder.join(&name))), 400, "{name}");
    }
}

#[test]
fn what_is_outside_the_domain_is_refused() {
    let cases = [
        (r#""output_tokens":-1,"latency_s":null"#, "invalid-tokens"),
        (r#""output_tokens":1,"latency_s":-0.5"#, "invalid-latency"),
    ];
    for (numbers, expected) in cases {
        for revision in Method::embedded().revisions() {
            let model = &revision.models()[0];
            let line = format!(
                r#"{{"id":"x","api":"llm","in":{{"provider":"{}","model":"{}","zone":"FRA",{numbers}}}}}"#,
                model.provider, model.name
            );
            let answer = answer(&line, Method::embedded(), under(revision.release()))
                .expect("the line is a request");
            assert_eq!(answer.errors, [expected], "{}", revision.release());
            assert!(answer.out.is_none());
        }
    }
}

fn under(release: &str) -> Reading<'_> {
    Reading {
        release: Some(release),
        extension: None,
    }
}

/// Checks every line; returns how many cases there were.
fn check(lines: &str) -> usize {
    let mut mismatches = Vec::new();
    let mut cases = 0;
    for line in lines.lines() {
        let case: Value = serde_json::from_str(line).expect("a case is JSON");
        compare_case(line, &case, &mut mismatches);
        cases += 1;
    }
    let shown: Vec<String> = mismatches
        .iter()
        .take(20)
        .map(Mismatch::to_string)
        .collect();
    assert!(
        mismatches.is_empty(),
        "{} fields differ in {cases} cases:\n{}",
        mismatches.len(),
        shown.join("\n")
    );
    cases
}

fn compare_case(line: &str, case: &Value, mismatches: &mut Vec<Mismatch>) {
    let id = case["id"].as_str().expect("a case has an id");
    let release = case["version"].as_str().unwrap_or(NEWEST);
    let found = answer(line, Method::embedded(), under(release)).expect("a case is a request");
    let found = serde_json::to_value(found).expect("an answer is JSON");
    compare(id, "out", &case["out"], &found["out"], mismatches);
    for field in ["warnings", "errors", "steps"] {
        if case.get(field).is_some() {
            compare(id, field, &case[field], &found[field], mismatches);
        }
    }
    let expected = match case["exception"].as_str() {
        Some("ValueError") => Value::from(vec!["invalid-parameters"]),
        Some("ZeroDivisionError") => Value::from(vec!["invalid-throughput"]),
        Some(other) => Value::from(vec![other]),
        None => return,
    };
    compare(id, "errors", &expected, &found["errors"], mismatches);
}

/// Goes down to the numbers, which must have the same bits; a range is not a number.
fn compare(id: &str, field: &str, expected: &Value, found: &Value, mismatches: &mut Vec<Mismatch>) {
    match (expected, found) {
        (Value::Object(left), Value::Object(right)) => {
            for key in left
                .keys()
                .chain(right.keys().filter(|key| !left.contains_key(*key)))
            {
                match (left.get(key), right.get(key)) {
                    (Some(left), Some(right)) => {
                        compare(id, &format!("{field}.{key}"), left, right, mismatches);
                    }
                    (left, right) => mismatches.push(Mismatch {
                        id: id.to_owned(),
                        field: format!("{field}.{key}"),
                        expected: left.cloned(),
                        found: right.cloned(),
                    }),
                }
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (index, (left, right)) in left.iter().zip(right).enumerate() {
                compare(id, &format!("{field}[{index}]"), left, right, mismatches);
            }
        }
        (left, right) => {
            let is_same = match (left.as_f64(), right.as_f64()) {
                (Some(left), Some(right)) => left.to_bits() == right.to_bits(),
                _ => left == right,
            };
            if !is_same {
                mismatches.push(Mismatch {
                    id: id.to_owned(),
                    field: field.to_owned(),
                    expected: Some(left.clone()),
                    found: Some(right.clone()),
                });
            }
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}: expected {:?}, found {:?}",
            self.id, self.field, self.expected, self.found
        )
    }
}

/// Where the full vectors are, if they are there: never a reason to fail. The workspace root is
/// the nearest folder above this package that has `crates`.
fn oracle_folder() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("FOOTPRINT_ORACLE") {
        return Some(PathBuf::from(folder));
    }
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = package
        .ancestors()
        .skip(1)
        .find(|folder| folder.join("crates").is_dir())?;
    let folder = root.join("../shared/data/ecologits");
    folder.join("oracle.jsonl.gz").is_file().then_some(folder)
}

fn text(path: PathBuf) -> String {
    let file = File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    GzDecoder::new(file)
        .read_to_string(&mut text)
        .expect("the vectors are gzipped UTF-8");
    text
}
