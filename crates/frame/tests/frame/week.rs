//! The week of whoever runs the observatory, on small tables: a record, a day, what is told.

use crate::small::day;
use domain::{Department, Text, ToolSheet, UseCase};
use frame::week::{About, Desk, LawChange, Line, Seen, Subject, Week, week};
use reference::FollowUp;
use reference::law::{Block, Sheet, Sheets};
use serde_json::{Value, json};
use uuid::Uuid;

const DELAYS: FollowUp = FollowUp {
    stale_months: 12,
    opinion_months: 24,
    sheet_months: 12,
    asked_days: 30,
    review_days: 30,
    pilot_days: 30,
    law_days: 90,
    law_past_days: 30,
    small_staff: 50,
};
const TODAY: &str = "2026-11-29";

fn record(lifecycle: &str, more: Value) -> UseCase {
    let mut document = json!({
        "id": Uuid::from_u128(1), "reference": "LYS-001", "authority": "lys",
        "name": {"fr": "Simplifier les lettres"}, "department": "accueil", "tool": "plume",
        "lifecycle": lifecycle, "evidence": "declared", "generative": "yes",
        "publication": {"level": "public"},
    });
    let more = more.as_object().cloned().expect("a map");
    document.as_object_mut().expect("a map").extend(more);
    serde_json::from_value(document).expect("a use case")
}

fn desk<'a>(records: &'a [UseCase], changed_on: &str, sheets: &'a Sheets) -> Desk<'a> {
    let changed_on = day(changed_on);
    Desk {
        records: records
            .iter()
            .map(|record| Seen { record, changed_on })
            .collect(),
        departments: Vec::new(),
        messages: Vec::new(),
        tools: Vec::new(),
        sheets,
        rules: &[],
        changes: &[],
    }
}

/// A line as a person would write it down.
fn written(line: &Line) -> String {
    let about = match &line.about {
        About::Record(record) => record.reference.clone(),
        About::Todo(record, todo) => format!("{} {}", record.reference, todo.number),
        About::Opinions(record, functions) => {
            let codes: Vec<_> = functions.iter().map(|function| function.code()).collect();
            format!("{} {}", record.reference, codes.join("+"))
        }
        About::Department(department) => department.key.clone(),
        About::Messages(count) => count.to_string(),
        About::Tool(tool) => tool.key.clone(),
        About::Sheet(sheet) => sheet.id.clone(),
        About::Rule(rule) => rule.id.clone(),
        About::Law(change) => change.touched.join("+"),
    };
    let day = line
        .day
        .map_or_else(|| "?".to_owned(), |day| day.to_string());
    format!("{} {about} {day}", line.subject.code())
}

fn lines(week: &Week) -> Vec<String> {
    week.lines.iter().map(written).collect()
}

/// What one record, written on a day, tells today.
#[track_caller]
fn check(lifecycle: &str, changed_on: &str, more: Value, expected: &[&str]) {
    let records = [record(lifecycle, more.clone())];
    let sheets = Sheets::default();
    let week = week(&desk(&records, changed_on, &sheets), &DELAYS, day(TODAY));
    assert_eq!(lines(&week), expected, "{lifecycle} {more}");
}

fn decided(more: Value) -> Value {
    let mut decision = json!({"outcome": "allowed"});
    let more = more.as_object().cloned().expect("a map");
    decision.as_object_mut().expect("a map").extend(more);
    json!({ "decision": decision })
}

#[test]
fn a_review_is_announced_then_overdue_while_the_use_goes_on() {
    let on = |day: &str| decided(json!({ "review_on": day }));
    let recent = "2026-11-01";
    check(
        "deployed",
        recent,
        on("2026-11-28"),
        &["reviews LYS-001 2026-11-28"],
    );
    check(
        "deployed",
        recent,
        on("2026-11-29"),
        &["coming-reviews LYS-001 2026-11-29"],
    );
    check(
        "deployed",
        recent,
        on("2026-12-29"),
        &["coming-reviews LYS-001 2026-12-29"],
    );
    check("deployed", recent, on("2026-12-30"), &[]);
    check("planned", recent, on("2026-11-28"), &[]);
    check("retired", recent, on("2026-11-28"), &[]);
}

#[test]
fn opinions_are_late_after_their_day_and_old_after_a_month() {
    let asked = |asked: &str, due: Value| json!({"review": {"asked_on": asked, "due_on": due, "required": ["dpo", "legal"]}});
    let recent = "2026-11-01";
    let late = ["late-opinions LYS-001 dpo+legal 2026-11-28"];
    check(
        "wished",
        recent,
        asked("2026-11-20", json!("2026-11-28")),
        &late,
    );
    check(
        "wished",
        recent,
        asked("2026-11-20", json!("2026-11-29")),
        &[],
    );
    let old = ["old-requests LYS-001 dpo+legal 2026-10-30"];
    check("wished", recent, asked("2026-10-30", Value::Null), &old);
    check("wished", recent, asked("2026-10-31", Value::Null), &[]);
}

#[test]
fn a_decision_waits_when_everybody_has_spoken() {
    let spoke = json!({
        "review": {"asked_on": "2026-11-01", "required": ["dpo"]},
        "opinions": [{"function": "dpo", "sense": "favourable", "given_on": "2026-11-10"}],
    });
    check(
        "wished",
        "2026-11-10",
        spoke,
        &["undecided LYS-001 2026-11-10"],
    );
}

#[test]
fn a_declaration_without_opinions_is_new_and_a_stopped_one_is_not() {
    check(
        "wished",
        "2026-11-20",
        json!({}),
        &["new LYS-001 2026-11-20"],
    );
    check("abandoned", "2026-11-20", json!({}), &[]);
    check("refused", "2026-11-20", json!({}), &[]);
}

#[test]
fn a_void_decision_is_told_with_its_day() {
    let voided = decided(json!({"voided": {"on": "2026-11-12", "changed": ["tool"]}}));
    check(
        "deployed",
        "2026-11-12",
        voided,
        &["voided LYS-001 2026-11-12"],
    );
}

#[test]
fn an_old_opinion_is_told_while_the_use_goes_on() {
    let given = |day: Value| {
        let mut document = decided(json!({}));
        document["opinions"] = json!([
            {"function": "dpo", "sense": "favourable", "given_on": day},
            {"function": "hr", "sense": "favourable", "given_on": "2026-10-01"},
        ]);
        document
    };
    let old = ["expired-opinions LYS-001 dpo 2024-11-28"];
    check("deployed", "2026-11-01", given(json!("2024-11-28")), &old);
    check("deployed", "2026-11-01", given(json!("2024-11-29")), &[]);
    check("deployed", "2026-11-01", given(Value::Null), &[]);
    check("planned", "2026-11-01", given(json!("2024-11-28")), &[]);
}

#[test]
fn a_pilot_ends_or_has_no_end() {
    let until = |day: Value| {
        let mut document = decided(json!({}));
        document["experiment"] = json!({ "until": day });
        document
    };
    check(
        "pilot",
        "2026-11-01",
        until(json!("2026-12-29")),
        &["pilots LYS-001 2026-12-29"],
    );
    check("pilot", "2026-11-01", until(json!("2026-12-30")), &[]);
    check(
        "pilot",
        "2026-11-01",
        until(json!("2026-01-01")),
        &["pilots LYS-001 2026-01-01"],
    );
    check(
        "pilot",
        "2026-11-01",
        until(Value::Null),
        &["pilots LYS-001 ?"],
    );
    check("deployed", "2026-11-01", until(json!("2026-12-29")), &[]);
}

#[test]
fn a_record_in_use_that_nobody_touched_for_a_year_is_stale() {
    check(
        "deployed",
        "2025-11-28",
        decided(json!({})),
        &["stale LYS-001 2025-11-28"],
    );
    check("deployed", "2025-11-29", decided(json!({})), &[]);
    check("planned", "2020-01-01", decided(json!({})), &[]);
}

#[test]
fn a_to_do_is_told_once_its_day_has_passed_whatever_became_of_the_use() {
    let todo = |due: Value, done: Value| {
        let mut document = decided(json!({}));
        document["todos"] = json!([{
            "number": 3, "text": {"fr": "Retirer les adresses"}, "owner": "function:dpo",
            "due_on": due, "done": done,
        }]);
        document
    };
    let done = json!({"on": "2026-11-20", "by": "function:dpo"});
    let told = ["todos LYS-001 3 2026-11-28"];
    check(
        "deployed",
        "2026-11-01",
        todo(json!("2026-11-28"), Value::Null),
        &told,
    );
    check(
        "retired",
        "2026-11-01",
        todo(json!("2026-11-28"), Value::Null),
        &told,
    );
    check(
        "deployed",
        "2026-11-01",
        todo(json!("2026-11-28"), done),
        &[],
    );
    check(
        "deployed",
        "2026-11-01",
        todo(json!("2026-11-29"), Value::Null),
        &[],
    );
    check(
        "deployed",
        "2026-11-01",
        todo(Value::Null, Value::Null),
        &[],
    );
}

#[test]
fn departments_messages_sheets_and_the_law_are_looked_at() {
    let records = [record("deployed", decided(json!({})))];
    let sheet = |id: &str, signed: &str, changed: Option<&str>| Sheet {
        id: id.to_owned(),
        reviewed: vec![Block {
            by: domain::law::Signatory::Dpo,
            on: day(signed),
            facts: Vec::new(),
            admits: None,
            silent_on: Vec::new(),
        }],
        changed_on: changed.map(day),
        ..Sheet::default()
    };
    let sheets = Sheets {
        tasks: vec![
            sheet("old", "2025-11-28", None),
            sheet("changed", "2026-10-01", Some("2026-11-02")),
            sheet("fine", "2026-10-01", None),
            Sheet::default(),
        ],
        ..Sheets::default()
    };
    let departments = ["accueil", "voirie"].map(|key| Department {
        id: Uuid::from_u128(2),
        key: key.to_owned(),
        name: Text::one("fr", key),
        authorities: vec!["lys".to_owned()],
        staff: None,
        staff_counted_on: None,
        edited: false,
    });
    let tool = |key: &str| -> ToolSheet {
        let document = json!({
            "id": Uuid::from_u128(3), "key": key, "name": {"fr": key}, "model_class": "small",
            "hosting": "own_machines", "training_reuse": "no", "status": "approved",
        });
        serde_json::from_value(document).expect("a tool")
    };
    let tools = [tool("plume"), tool("unused")];
    let change = |on: &str, touched: &[&str]| LawChange {
        on: day(on),
        rule: None,
        title: Text::one("fr", "Une date"),
        touched: touched.iter().map(|&one| one.to_owned()).collect(),
    };
    let changes = [
        change("2026-10-29", &["before"]),
        change("2026-10-30", &["LYS-001"]),
        change("2027-02-27", &["LYS-001", "LYS-002"]),
        change("2027-02-28", &["after"]),
    ];
    let mut desk = desk(&records, "2026-11-01", &sheets);
    desk.departments = departments.iter().collect();
    desk.messages = vec![day("2026-11-03"), day("2026-11-02")];
    desk.tools = tools.iter().collect();
    desk.changes = &changes;
    let week = week(&desk, &DELAYS, day(TODAY));
    let expected = [
        "law LYS-001 2026-10-30",
        "law LYS-001+LYS-002 2027-02-27",
        "messages 2 2026-11-02",
        "silent voirie ?",
        "sheets old 2025-11-28",
        "sheets changed 2026-11-02",
        "sheets plume ?",
    ];
    assert_eq!(lines(&week), expected);
    let counts = [
        (Subject::Law, 2),
        (Subject::Messages, 2),
        (Subject::Silent, 1),
        (Subject::Sheets, 3),
    ];
    assert_eq!(week.counts(), counts);
    assert_eq!(week.looked_at.sheets, 4);
    assert_eq!(week.looked_at.departments, 2);
}

#[test]
fn a_rule_past_its_review_is_told() {
    let law = crate::law();
    let sheets = Sheets::default();
    let mut desk = desk(&[], TODAY, &sheets);
    desk.rules = &law.rules;
    let first = law.rules.iter().map(|rule| rule.review_by).min();
    let first = first.expect("rules");
    let eve = first.pred_opt().expect("a day");
    assert!(week(&desk, &DELAYS, eve).lines.is_empty());
    let told = week(&desk, &DELAYS, first);
    assert!(told.lines.iter().all(|line| line.subject == Subject::Rules));
    assert_eq!(told.lines[0].day, Some(first));
}

#[test]
fn every_subject_has_its_own_name() {
    let mut codes: Vec<_> = Subject::ALL.iter().map(|subject| subject.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Subject::ALL.len());
}
