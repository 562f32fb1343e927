use crate::{answer, ask, law};
use chrono::NaiveDate;
use domain::law::{Facts, Place, Signatory, Value, VerdictForm, VerdictKind};
use frame::{Gathered, MayI, Policy, Step, Verdict, with_documents};
use reference::law::Sheets;
use serde_json::json;
use std::sync::OnceLock;

/// The sheets of the tests; every mistake in them fails the test that asked for them.
pub(crate) fn sheets() -> &'static Sheets {
    static SHEETS: OnceLock<Sheets> = OnceLock::new();
    SHEETS.get_or_init(|| {
        let (sheets, told) = law().read_sheets("sheets.yaml", include_str!("sheets.yaml"));
        assert_eq!(told, []);
        sheets
    })
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn question<'a>(task: &'a str, tool: &'a str, data: &'a [String]) -> MayI<'a> {
    MayI::picked(sheets(), day("2026-11-24"), Some(task), Some(tool), data)
}

fn data(kinds: &str) -> Vec<String> {
    kinds.split(' ').map(str::to_owned).collect()
}

fn answered(question: &MayI) -> (Gathered, Verdict<'static>) {
    ask(law(), question, &Policy::default())
}

fn ids<'a>(verdict: &'a Verdict, step: Step) -> Vec<&'a str> {
    let reasons = verdict.reasons.iter().filter(|reason| reason.step == step);
    reasons.map(|reason| reason.id.as_str()).collect()
}

fn value(gathered: &Gathered, id: &str) -> Option<String> {
    let fact = law().fact_id(id).expect("a fact of the law");
    let value = gathered.facts.get(fact)?;
    Some(law().fact(fact).word(value))
}

#[test]
fn three_picks_reach_every_verdict() {
    let cases = [
        ("notes", "house", "public", VerdictKind::Allowed),
        ("notes", "house", "personal", VerdictKind::Conditional),
        ("unread", "house", "public", VerdictKind::Unknown),
        ("notes", "house", "special", VerdictKind::Forbidden),
    ];
    for (task, tool, kinds, expected) in cases {
        let kinds = data(kinds);
        let (_, verdict) = answered(&question(task, tool, &kinds));
        assert_eq!(
            verdict.kind, expected,
            "{task} {tool}: {:?}",
            verdict.reasons
        );
    }
}

#[test]
fn no_sheet_and_no_pick_is_unknown() {
    let kinds = data("public");
    let (_, verdict) = answered(&question("nobody-wrote-it", "nor-this", &kinds));
    assert_eq!(verdict.kind, VerdictKind::Unknown);
    let (_, verdict) = answered(&MayI::without_sheets(day("2026-11-24")));
    assert_eq!(verdict.kind, VerdictKind::Unknown);
    let (_, verdict) = answered(&question("notes", "house", &[]));
    assert_eq!(verdict.kind, VerdictKind::Unknown);
}

#[test]
fn what_changed_since_the_signature_no_longer_counts() {
    let kinds = data("public");
    let (before, _) = ask(
        law(),
        &MayI {
            on: day("2026-09-30"),
            ..question("notes", "renewed", &kinds)
        },
        &Policy::default(),
    );
    assert_eq!(value(&before, "tool_status").as_deref(), Some("validated"));
    assert_eq!(value(&before, "tool_supply"), None, "signed later");
    let (after, verdict) = answered(&question("notes", "renewed", &kinds));
    assert_eq!(value(&after, "tool_status"), None);
    assert_eq!(value(&after, "data_admitted"), None);
    assert_eq!(value(&after, "tool_supply").as_deref(), Some("supplied"));
    let is_shown = |(fact, _, place): &(_, _, Place)| {
        law().fact_id("tool_status") == Some(*fact) && *place == Place::Tool("renewed".to_owned())
    };
    assert!(after.proposals.iter().any(is_shown));
    assert_eq!(verdict.kind, VerdictKind::Unknown);
}

#[test]
fn an_agent_answers_for_agents_only() {
    let kinds = data("public");
    let mut question = question("unread", "house", &kinds);
    let by_agent = |id, word| frame::Answer {
        by: Some(Signatory::Agent),
        ..answer(id, word)
    };
    question.answers = vec![
        by_agent("contributes_to_decision", "no"),
        by_agent("art5_practice", "none"),
    ];
    let (gathered, verdict) = answered(&question);
    assert_eq!(
        value(&gathered, "contributes_to_decision").as_deref(),
        Some("no")
    );
    assert_eq!(value(&gathered, "art5_practice"), None, "only proposed");
    let practice = law().fact_id("art5_practice").expect("a fact");
    let asked = verdict
        .ask
        .iter()
        .find(|question| question.fact == practice);
    assert_eq!(
        asked.map(|q| q.answered_by),
        Some(Signatory::Legal),
        "left open to legal affairs"
    );
    question.answers[1].by = Some(Signatory::Dpo);
    let (gathered, _) = answered(&question);
    assert_eq!(value(&gathered, "art5_practice").as_deref(), Some("none"));
}

#[test]
fn the_more_precise_place_wins_and_the_other_is_named() {
    let kinds = data("public");
    let (gathered, _) = answered(&question("notes", "abandoned", &kinds));
    assert_eq!(
        value(&gathered, "direct_interaction").as_deref(),
        Some("staff_only")
    );
    let [disagreement] = gathered.disagreements.as_slice() else {
        panic!("one disagreement: {:?}", gathered.disagreements);
    };
    assert_eq!(disagreement.kept.1, Place::Task("notes".to_owned()));
    assert_eq!(disagreement.other.1, Place::Tool("abandoned".to_owned()));
}

#[test]
fn a_yes_about_what_is_put_in_wins_wherever_it_stands() {
    let cases = [
        ("public personal", None, Some("yes")),
        ("public", None, Some("no")),
        ("public unsure", None, None),
        ("public unsure", Some("no"), Some("no")),
        ("personal", Some("no"), Some("yes")),
        ("public", Some("yes"), Some("yes")),
    ];
    for (kinds, said, expected) in cases {
        let kinds = data(kinds);
        let mut question = question("notes", "house", &kinds);
        question.answers = said
            .map(|word| answer("personal_data", word))
            .into_iter()
            .collect();
        let (gathered, _) = answered(&question);
        assert_eq!(
            value(&gathered, "personal_data").as_deref(),
            expected,
            "{kinds:?} {said:?}"
        );
    }
    let circulation = |kinds: &str| {
        let kinds = data(kinds);
        value(
            &answered(&question("notes", "house", &kinds)).0,
            "circulation",
        )
    };
    assert_eq!(circulation("personal public").as_deref(), Some("internal"));
    assert_eq!(circulation("public unsure"), None);
    assert_eq!(circulation("unsure special").as_deref(), Some("restricted"));
}

#[test]
fn a_person_whom_the_data_contradict_is_told() {
    let kinds = data("personal");
    let mut question = question("notes", "house", &kinds);
    question.answers = vec![answer("personal_data", "no")];
    let (gathered, _) = answered(&question);
    let places: Vec<_> = gathered.disagreements.iter().map(|d| &d.kept.1).collect();
    assert_eq!(places, [&Place::DataKind("personal".to_owned())]);
}

#[test]
fn a_record_counts_where_and_while_it_may() {
    let at = |on: &str, tool: &'static str, kinds: &str| {
        let kinds = data(kinds);
        let question = MayI {
            on: day(on),
            ..question("notes", tool, &kinds)
        };
        let (_, verdict) = answered(&question);
        let open = ids(&verdict, Step::NotYet);
        open.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(at("2026-11-24", "house", "personal"), [""; 0]);
    assert_eq!(
        at("2027-02-01", "house", "personal"),
        [""; 0],
        "its last day"
    );
    assert_eq!(
        at("2027-02-02", "house", "personal"),
        ["local/personal_data_in_tools"]
    );
}

/// The security baseline is recorded on the tool: a record on the task does not count.
#[test]
fn a_record_elsewhere_does_not_count() {
    let kinds = data("public");
    let mut tool = sheets().tools[0].clone();
    tool.done.clear();
    let mut question = question("notes", "house", &kinds);
    question.tool = Some(frame::Pick {
        id: "house",
        sheet: Some(&tool),
    });
    let (_, verdict) = answered(&question);
    assert_eq!(verdict.form, Some(VerdictForm::NotYet));
    assert_eq!(ids(&verdict, Step::NotYet), ["anssi/socle"]);
    assert_eq!(verdict.todo().count(), verdict.reasons.len());
}

#[test]
fn a_prohibition_that_is_coming_forbids_already() {
    let kinds = data("public");
    let question = question("portraits", "house", &kinds);
    let (_, verdict) = answered(&question);
    assert_eq!(verdict.kind, VerdictKind::Forbidden);
    assert_eq!(ids(&verdict, Step::Forbidden), ["ria/images-intimes"]);
    assert_eq!(verdict.reasons[0].coming, Some(day("2026-12-02")));
}

#[test]
fn a_contract_is_compared_with_the_act() {
    let kinds = data("public");
    let question = question("notes", "foreign", &kinds);
    let check = |act: Option<&str>, expected: Option<&str>| {
        let mut policy = Policy::default();
        let act = act.map(|act| ("foreign_law_suppliers".to_owned(), day(act)));
        policy.act_dates.extend(act);
        let (gathered, _) = ask(law(), &question, &policy);
        assert_eq!(value(&gathered, "contract_before_act").as_deref(), expected);
    };
    check(Some("2025-06-17"), Some("yes"));
    check(Some("2025-06-16"), Some("no"));
    check(None, None);
}

#[test]
fn an_empty_list_admits_nothing() {
    for kinds in ["public", "unsure"] {
        let kinds = data(kinds);
        let (gathered, _) = answered(&question("notes", "abandoned", &kinds));
        assert_eq!(
            value(&gathered, "data_admitted").as_deref(),
            Some("no"),
            "{kinds:?}"
        );
    }
}

/// The tool “house” as its sheet says, with a decision taken on it.
fn decided(outcome: &str, data: &[&str], more: serde_json::Value) -> domain::ToolSheet {
    let mut decision = json!({"outcome": outcome, "decided_on": "2026-06-01"});
    let more = more.as_object().cloned().unwrap_or_default();
    decision.as_object_mut().expect("a map").extend(more);
    let tool = json!({
        "id": "00000000-0000-0000-0000-000000000001", "key": "house", "name": {"fr": "Maison"},
        "model_class": "small", "hosting": "own_machines", "training_reuse": "no",
        "status": "approved", "data_allowed": data,
        "examination": {"status_since": "2026-06-01", "decision": decision},
    });
    serde_json::from_value(tool).expect("a tool")
}

#[test]
fn a_decision_on_a_tool_says_which_data_may_go_into_it() {
    let voided = json!({"voided": {"on": "2026-07-01"}});
    let limited = decided("conditional", &["public"], json!({}));
    let refused = decided("forbidden", &[], json!({}));
    let fallen = decided("allowed", &["public"], voided);
    let cases = [
        // The sheet signed in January lets personal data in; the decision of June does not.
        (&limited, "public", Some("yes")),
        (&limited, "personal", Some("no")),
        // No kind of a decision stands for special categories: nothing is known of them.
        (&limited, "special", None),
        // A refusal is told by the status; a decision that fell says nothing any more.
        (&refused, "personal", Some("yes")),
        (&fallen, "personal", Some("yes")),
    ];
    for (tool, kind, expected) in cases {
        let sheets = with_documents(law(), sheets(), [tool], []);
        let kinds = data(kind);
        let question = MayI::picked(
            &sheets,
            day("2026-11-24"),
            Some("notes"),
            Some("house"),
            &kinds,
        );
        let (gathered, _) = ask(law(), &question, &Policy::default());
        let found = value(&gathered, "data_admitted");
        assert_eq!(found.as_deref(), expected, "{kind}");
    }
}

#[test]
fn facts_without_sheets_never_allow() {
    let mut facts = Facts::default();
    let known = law().fact_id("personal_data").expect("a fact");
    facts.set(known, Value::Flag(false));
    let question = MayI::without_sheets(day("2026-11-24"));
    let gathered = Gathered::of_facts(facts);
    let verdict = crate::weigh(law(), &question, &Policy::default(), &gathered);
    assert_eq!(verdict.kind, VerdictKind::Unknown);
}

#[test]
fn reminders_are_shown_without_weight() {
    let kinds = data("public");
    let (_, verdict) = answered(&question("notes", "house", &kinds));
    assert_eq!(verdict.kind, VerdictKind::Allowed);
    let reminders: Vec<_> = verdict.reminders.iter().map(|r| r.id.as_str()).collect();
    assert!(
        reminders.contains(&"deontologie/responsabilite-agent"),
        "{reminders:?}"
    );
    assert!(reminders.contains(&"local/training_first"), "{reminders:?}");
    let announced: Vec<_> = verdict
        .announcements
        .iter()
        .map(|a| a.rule.id.as_str())
        .collect();
    assert_eq!(
        announced,
        ["ria/marquage-contenus"],
        "older tools mark from 2 December"
    );
}
