//! What the files of the demonstration answer: the whole table of "may I?", and every record.

use crate::table::{cells, word};
use crate::valmorel::{records, signed, today, unsigned};
use crate::{ask, valmorel};
use domain::law::{Place, VerdictKind};
use domain::{Lifecycle, UseCase};
use frame::{Declared, MayI, Policy, Step, Verdict, facts_of};
use reference::Reference;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The answers that the specification of the frame lists for the records.
const LISTED: &str = "001 if, 002 no, 003 if, 005 if, 006 no, 007 if, 008 no, 010 no, 012 no, 013 if, 014 if, 015 if, 017 yes, 019 no, 020 yes, 021 if, 023 if, 024 no, 025 no";

/// The tool that the table of the specification asks each task with.
fn made_for(task: &str) -> &'static str {
    match task {
        "transcribe-open-meeting" | "transcribe-closed-interview" => "parolier",
        "resident-chatbot" | "search-rules" => "guide_plan",
        "write-code" => "codeur",
        _ => "plume",
    }
}

/// The names that the demonstration gives to two tools of the specification.
fn own_name(tool: &'static str) -> &'static str {
    match tool {
        "bureautique_plus" => "office_plus",
        "grand_public" => "public_assistant",
        other => other,
    }
}

/// One row a task; the columns of the specification, then the cells it puts together.
fn table(reference: &Reference, policy: &Policy) -> (String, BTreeMap<VerdictKind, usize>) {
    let columns: Vec<_> = cells();
    let mut text = String::from("task tool");
    for (tool, kind, _) in &columns {
        let tool = tool.map_or("", own_name);
        write!(text, " | {tool} {kind}").expect("a string takes all");
    }
    let mut counts = BTreeMap::new();
    for task in &reference.sheets.tasks {
        write!(text, "\n{} {}", task.id, made_for(&task.id)).expect("a string takes all");
        for (tool, kind, _) in &columns {
            let tool = tool.map_or(made_for(&task.id), own_name);
            let data = [(*kind).to_owned()];
            let question = MayI::picked(
                &reference.sheets,
                today(),
                Some(&task.id),
                Some(tool),
                &data,
            );
            let (_, verdict) = ask(&reference.law, &question, policy);
            write!(text, " | {}", word(&verdict)).expect("a string takes all");
            *counts.entry(verdict.kind).or_default() += 1;
        }
    }
    (text, counts)
}

#[test]
fn the_whole_table_of_the_demonstration() {
    let (text, counts) = table(signed(), &Policy::default());
    let cells: usize = counts.values().sum();
    assert_eq!(cells, 338);
    insta::assert_snapshot!("table", text);
    let acts = Policy::of(&signed().policy, Some("metropole-valmorel"), today());
    assert_eq!(table(signed(), &acts).0, text, "its acts change no cell");
}

#[test]
fn a_charter_that_nobody_signed_allows_nothing() {
    let (_, counts) = table(unsigned(), &Policy::default());
    assert_eq!(counts.get(&VerdictKind::Allowed), None);
    assert_eq!(counts.get(&VerdictKind::Conditional), None);
}

fn verdict_of(record: &UseCase) -> Verdict<'static> {
    records().verdict(record, signed()).1
}

#[test]
fn the_records_answer_as_the_specification_says() {
    for listed in LISTED.split(", ") {
        let (number, expected) = listed.split_once(' ').expect("a number and a word");
        let record = records().use_case(&format!("VAL-{number}"));
        let verdict = verdict_of(record);
        assert_eq!(
            word(&verdict),
            expected,
            "VAL-{number}: {:#?}",
            verdict.reasons
        );
    }
}

/// What a jurist reads: the answer of each record, why, what is asked of whom.
#[test]
fn what_comes_out_of_every_record() {
    let mut text = String::new();
    for record in &records().use_cases {
        let verdict = verdict_of(record);
        let task = record.task_sheet.as_deref().unwrap_or("no task sheet");
        let tool = record.tool.as_deref().unwrap_or("no tool");
        let field = record.data.as_ref().map_or("no data", |d| d.kind.code());
        let data = match record.data_sheets.as_slice() {
            [] => format!("{field} by its field"),
            kinds => kinds.join("+"),
        };
        writeln!(
            text,
            "{} {} | {task} | {tool} | {data} → {}",
            record.reference,
            record.lifecycle.code(),
            word(&verdict)
        )
        .expect("a string takes all");
        for reason in &verdict.reasons {
            let sure = if reason.is_unknown {
                "perhaps"
            } else {
                "because"
            };
            writeln!(text, "    {sure} {}", reason.id).expect("a string takes all");
        }
        for asked in &verdict.ask {
            let fact = &signed().law.fact(asked.fact).id;
            writeln!(text, "    ask {} {fact}", asked.answered_by.code())
                .expect("a string takes all");
        }
    }
    insta::assert_snapshot!("records", text);
}

/// The record says personal data, its tool is not open to them: the rule of the sheet says so.
#[test]
fn the_mismatch_of_val_024_between_data_and_tool_is_caught() {
    let record = records().use_case("VAL-024");
    let (gathered, verdict) = records().verdict(record, signed());
    let closed = verdict
        .reasons
        .iter()
        .find(|reason| reason.id == "local/tool_admits_data");
    assert_eq!(closed.map(|reason| reason.step), Some(Step::Forbidden));
    let admitted = signed().law.fact_id("data_admitted").expect("a trait");
    assert_eq!(
        gathered.facts.get(admitted),
        Some(domain::law::Value::Flag(false))
    );
    // Once the names are out, only the conditions of an ordinary synthesis remain.
    let mut without_names = record.clone();
    without_names.data_sheets = vec!["internal".to_owned()];
    without_names.personal_data = Some(domain::SignificantAnswer::No);
    assert_eq!(word(&verdict_of(&without_names)), "if");
}

/// A record and the same picks in "may I?" agree, for every record in use that answers nothing
/// of its own.
#[test]
fn the_register_and_the_page_agree() {
    let mut compared = 0;
    for record in &records().use_cases {
        let answers_nothing = record.law_answers.is_empty() && record.duties_done.is_empty();
        if record.lifecycle != Lifecycle::Deployed || !answers_nothing {
            continue;
        }
        let Some(task) = &record.task_sheet else {
            continue;
        };
        let reference = signed();
        let sheets = records().sheets(reference);
        let profile = sheets.profile_of(&record.authority);
        let (task, tool) = (Some(task.as_str()), record.tool.as_deref());
        let question = MayI {
            profile: &profile,
            ..MayI::picked(&sheets, today(), task, tool, &record.data_sheets)
        };
        let policy = Policy::of(&reference.policy, Some(&record.authority), today());
        let (_, page) = ask(&reference.law, &question, &policy);
        assert_eq!(
            word(&page),
            word(&verdict_of(record)),
            "{}",
            record.reference
        );
        compared += 1;
    }
    assert_eq!(compared, 7);
}

fn places(record: &UseCase) -> BTreeMap<String, Place> {
    let records = records();
    let sheets = records.sheets(signed());
    let Reference { law, policy, .. } = signed();
    let (facts, origins) = facts_of(record, law, &sheets, policy, today());
    assert!(facts.iter().all(|(fact, _)| origins.contains_key(&fact)));
    let name = |(fact, origin): (domain::law::FactId, domain::law::Origin)| {
        (signed().law.fact(fact).id.clone(), origin.place)
    };
    origins.into_iter().map(name).collect()
}

#[test]
fn every_fact_says_where_it_comes_from() {
    let places = places(records().use_case("VAL-024"));
    let expected = [
        ("lifecycle_status", Place::Field("lifecycle")),
        ("personal_data", Place::Field("personal_data")),
        ("text_reviewed", Place::UseCase),
        (
            "large_scale",
            Place::Task("analyse-consultation".to_owned()),
        ),
        ("tool_status", Place::Tool("atelier".to_owned())),
        ("circulation", Place::DataKind("personal".to_owned())),
        ("staff_count", Place::Profile),
        ("data_admitted", Place::Implied),
    ];
    for (fact, place) in expected {
        assert_eq!(places.get(fact), Some(&place), "{fact}");
    }
}

/// What a field does not say stays unknown: a record whose data are "public" may still hold the
/// works of others, and "sensitive" stands for three kinds at once.
#[test]
fn a_field_that_means_something_else_settles_nothing() {
    let mut record = records().use_case("VAL-001").clone();
    record.data_sheets.clear();
    let places = places(&record);
    assert_eq!(
        places.get("confidential_data"),
        Some(&Place::DataKind("public".to_owned()))
    );
    assert_eq!(places.get("third_party_content"), None);
    record.data.as_mut().expect("its data").kind = domain::DataKind::Sensitive;
    record.personal_data = None;
    let places = self::places(&record);
    assert_eq!(places.get("special_category_data"), None);
    assert_eq!(places.get("circulation"), None);
    record.task_sheet = None;
    assert_eq!(self::places(&record).get("audience"), None);
}

#[test]
fn what_a_record_names_and_does_not_exist_is_told() {
    let mut record = records().use_case("VAL-024").clone();
    record.task_sheet = Some("fly".to_owned());
    record.data_sheets.push("gossip".to_owned());
    record.law_answers[0].fact = "weather".to_owned();
    record.law_answers[1].value = "perhaps".to_owned();
    record.duties_done[0].duty = "ria/nothing".to_owned();
    let Declared { remarks, .. } = records().declared(&record, signed());
    let keys: Vec<_> = remarks.iter().map(|remark| remark.key).collect();
    assert_eq!(
        keys,
        [
            "data-unknown-reference",
            "data-unknown-reference",
            "law-unknown-fact",
            "law-unknown-value",
            "data-unknown-reference"
        ]
    );
}

/// An answer counts from its day on, and the latest wins.
#[test]
fn an_answer_counts_from_its_day() {
    let mut record = records().use_case("VAL-024").clone();
    let answer = |value: &str, on: &str| {
        let mut answer = record.law_answers[0].clone();
        answer.value = value.to_owned();
        answer.on = on.parse().expect("a day");
        answer
    };
    let reviewed = signed().law.fact_id("text_reviewed").expect("a fact");
    let answers = [
        answer("no", "2026-11-25"),
        answer("no", "2026-11-24"),
        answer("yes", "2026-03-23"),
    ];
    let mut known = Vec::new();
    for first in 0..answers.len() {
        record.law_answers = answers[first..].to_vec();
        let (gathered, _) = valmorel::records().verdict(&record, signed());
        known.push(gathered.facts.get(reviewed));
    }
    let flag = |yes| Some(domain::law::Value::Flag(yes));
    assert_eq!(known, [flag(false), flag(false), flag(true)]);
}

/// The latest act wins, holds from its day, and only for those it names.
#[test]
fn an_act_holds_from_its_day_for_those_it_names() {
    let contact = |authority: Option<&str>, day: &str| {
        let on = day.parse().expect("a day");
        let policy = Policy::of(&signed().policy, authority, on);
        let act = policy.act_dates.get("resident_contact").copied();
        (policy.values["resident_contact"].clone(), act.is_some())
    };
    let default = ("forbidden".to_owned(), false);
    let act = ("pilot_only".to_owned(), true);
    assert_eq!(contact(Some("metropole-valmorel"), "2025-06-25"), default);
    assert_eq!(contact(Some("metropole-valmorel"), "2025-06-26"), act);
    assert_eq!(contact(Some("ville-valmorel"), "2026-11-24"), default);
    assert_eq!(contact(None, "2026-11-24"), default);
}
