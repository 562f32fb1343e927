use super::*;
use crate::people::Stage;
use crate::{Link, Sense};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn asked() -> ToolSheet {
    let json = r#"{"id":"018f0000-0000-7000-8000-000000000001","key":"brume","name":{"fr":"Brume"},
        "model_class":"unknown","hosting":"private_eu","training_reuse":"unknown",
        "status":"under_review","version":"1",
        "examination":{"authority":"ville","request":{"asked_on":"2026-01-05","need":{"fr":"Résumer"},
        "data":["internal"]}}}"#;
    serde_json::from_str(json).expect("a sheet")
}

fn decision(outcome: Outcome) -> Decision {
    Decision {
        outcome,
        decided_on: Some(day("2026-02-02")),
        decided_by: Some(Text::one("fr", "Directrice générale des services")),
        on_version: Some(3),
        act: None,
        conditions: Vec::new(),
        review_on: None,
        reason: None,
        stop_criterion: None,
        voided: None,
    }
}

fn limited(until: &str) -> ToolSheet {
    let limits = ToolLimits {
        tasks: vec![Task::Summarise],
        until: Some(day(until)),
    };
    let data = vec![DataKind::Public];
    let on = day("2026-02-02");
    asked().decided(decision(Outcome::Conditional), data, limits, on)
}

#[test]
fn a_tool_that_is_asked_for_is_neither_approved_nor_refused() {
    let tool = asked();
    assert_eq!(Stage::of_tool(&tool), Stage::Recorded);
    assert!(!tool.is_open() && !tool.may_be_withdrawn());
}

#[test]
fn an_opinion_takes_the_place_of_the_earlier_one_and_dissent_comes_first() {
    let opinion = |function, sense| Opinion {
        function,
        sense,
        public_wording: None,
        internal_note: None,
        conditions: Vec::new(),
        given_on: Some(day("2026-01-20")),
        on_version: Some(2),
        publication: None,
    };
    let tool = asked().asking(ReviewRequest {
        asked_on: day("2026-01-12"),
        due_on: None,
        required: vec![Function::Dpo, Function::Security],
    });
    assert_eq!(tool.examination.awaited().len(), 2);
    let tool = tool
        .with_opinion(opinion(Function::Dpo, Sense::Favourable))
        .with_opinion(opinion(Function::Security, Sense::Unfavourable));
    assert!(tool.examination.awaited().is_empty());
    assert_eq!(tool.examination.opinions[0].function, Function::Security);
    let tool = tool.with_opinion(opinion(Function::Security, Sense::Favourable));
    assert_eq!(tool.examination.opinions.len(), 2);
}

#[test]
fn a_limited_approval_ends_the_day_after_its_last_day() {
    let tool = limited("2026-06-30");
    assert_eq!(tool.status, ToolStatus::LimitedTrial);
    assert_eq!(tool.reviewed_on, Some(day("2026-02-02")));
    assert!(tool.clone().as_of(day("2026-06-30")).is_open());
    let ended = tool.as_of(day("2026-07-01"));
    assert_eq!(ended.status, ToolStatus::UnderReview);
    assert_eq!(ended.examination.status_since, Some(day("2026-07-01")));
}

#[test]
fn another_version_or_other_terms_void_the_decision() {
    let on = day("2026-03-01");
    let version = ToolChange::Version(ProductVersion {
        version: "2".to_owned(),
        since: Some(on),
        change: None,
        end_of_life: None,
    });
    let changed = limited("2026-06-30").after(version, on);
    assert_eq!(changed.status, ToolStatus::UnderReview);
    assert_eq!(Stage::of_tool(&changed), Stage::Voided);
    let told: Vec<_> = changed
        .versions
        .iter()
        .map(|v| v.version.as_str())
        .collect();
    assert_eq!(told, ["1", "2"], "the version decided on stays told");
    let voided = changed.examination.decision.and_then(|taken| taken.voided);
    assert_eq!(
        voided.expect("voided").changed,
        ["version", "versions"],
        "with what changed"
    );
    let terms = ToolChange::Terms(TermsVersion {
        since: Some(on),
        terms: Link {
            title: Some(Text::one("fr", "Conditions")),
            url: "https://brume.example/conditions".to_owned(),
        },
        change: None,
    });
    let changed = limited("2026-06-30").after(terms, on);
    assert_eq!(Stage::of_tool(&changed), Stage::Voided);
}

#[test]
fn a_refusal_stands_whatever_changes_in_the_product() {
    let on = day("2026-02-02");
    let refused = asked().decided(
        decision(Outcome::Forbidden),
        vec![DataKind::Public],
        ToolLimits::default(),
        on,
    );
    assert_eq!(refused.status, ToolStatus::NotApproved);
    assert!(refused.data_allowed.is_empty(), "nothing may go into it");
    let feature = ToolChange::Feature(EmbeddedFeature {
        name: Text::one("fr", "Résumé"),
        appeared_on: Some(on),
        asked: Some(false),
        active: Some(true),
    });
    let changed = refused.after(feature, day("2026-03-01"));
    assert_eq!(changed.status, ToolStatus::NotApproved);
    assert_eq!(Stage::of_tool(&changed), Stage::Decided);
}

#[test]
fn a_withdrawal_has_its_reason_and_its_successor_and_nothing_opens_the_tool_again_but_a_decision() {
    let out = limited("2026-06-30").withdrawn(Withdrawal {
        on: day("2026-04-01"),
        by: Function::Lead,
        reason: Text::one("fr", "Le fournisseur ferme le service."),
        replaced_by: Some(Text::one("fr", "Plume")),
    });
    assert_eq!(out.status, ToolStatus::Withdrawn);
    assert!(!out.may_be_withdrawn(), "not twice");
    assert_eq!(out.examination.status_since, Some(day("2026-04-01")));
    let mut described = asked();
    described.status = ToolStatus::Approved;
    described.hosting = crate::Hosting::OwnMachines;
    let imported = out.described_as(described, day("2026-05-01"));
    assert_eq!(imported.status, ToolStatus::Withdrawn);
    assert_eq!(imported.hosting, crate::Hosting::OwnMachines);
}

#[test]
fn a_sheet_without_examination_is_written_as_before() {
    let json = serde_json::to_value({
        let mut tool = asked();
        tool.examination = Examination::default();
        tool
    });
    assert!(json.expect("a document").get("examination").is_none());
}
