//! Each opinion leaves the authority as far as the function that gave it chose, and no further.

use crate::samples;
use crate::visibility::{snapshot, with_tool};
use domain::{Function, Ground, Opinion, Publication, PublicationLevel, Sense, Text, UseCase};

fn opinion(function: Function, level: Option<PublicationLevel>) -> Opinion {
    Opinion {
        function,
        sense: Sense::Unfavourable,
        public_wording: Some(Text::one("fr", format!("WORDING {}", function.code()))),
        internal_note: Some(Text::one("fr", "SECRET note")),
        conditions: vec![Text::one("fr", format!("CONDITION {}", function.code()))],
        given_on: None,
        on_version: None,
        publication: level.map(|level| Publication {
            level,
            ground: Some(Ground::Security),
            note: None,
        }),
    }
}

fn with(opinions: &[Opinion]) -> UseCase {
    let mut record = samples::use_case(PublicationLevel::Public);
    record.opinions = opinions.to_vec();
    record
}

#[track_caller]
fn check(level: Option<PublicationLevel>, shown: [bool; 3]) {
    let snapshot = snapshot(vec![with(&[opinion(Function::Dpo, level)])]);
    let public = &snapshot.uses[0];
    let written = serde_json::to_string(&public.use_case).expect("JSON");
    let found = [
        written.contains("unfavourable"),
        written.contains("WORDING"),
        written.contains("CONDITION"),
    ];
    assert_eq!(found, shown, "{level:?}: sense, wording, condition");
    assert!(!written.contains("SECRET"));
    let withheld = public.withheld_opinions.get(&Ground::Security).copied();
    assert_eq!(withheld, (!shown[0]).then_some(1), "{level:?}: counted");
    assert_eq!(snapshot.withholds_opinion("T-001"), !shown[0]);
}

#[test]
fn an_opinion_is_published_whole_in_short_or_only_counted() {
    check(None, [true, true, true]);
    check(Some(PublicationLevel::Public), [true, true, true]);
    check(Some(PublicationLevel::Summary), [true, false, false]);
    check(Some(PublicationLevel::Internal), [false, false, false]);
}

#[test]
fn an_opinion_withheld_today_is_withheld_from_the_history_too() {
    for level in [PublicationLevel::Summary, PublicationLevel::Internal] {
        let open = with(&[opinion(Function::Dpo, None)]);
        let closed = with(&[opinion(Function::Dpo, Some(level))]);
        let snapshot = snapshot(vec![open, closed]);
        let history = format!("{:?}", snapshot.uses[0].history);
        assert!(!history.contains("WORDING"), "{level:?}: {history}");
    }
}

#[test]
fn an_opinion_opened_today_stays_closed_in_the_history() {
    let closed = with(&[opinion(Function::Dpo, Some(PublicationLevel::Internal))]);
    let mut other = closed.clone();
    other.opinions[0].public_wording = Some(Text::one("fr", "WORDING of a draft"));
    let open = with(&[opinion(Function::Dpo, Some(PublicationLevel::Public))]);
    let snapshot = snapshot(vec![closed, other, open]);
    let history = format!("{:?}", snapshot.uses[0].history);
    assert!(!history.contains("draft"), "{history}");
    assert!(history.contains("WORDING dpo"), "{history}");
}

#[test]
fn an_opinion_on_a_tool_goes_no_further_than_it_says() {
    let mut tool = samples::tool();
    tool.examination.opinions = vec![
        opinion(Function::Dpo, None),
        opinion(Function::Security, Some(PublicationLevel::Summary)),
        opinion(Function::Legal, Some(PublicationLevel::Internal)),
    ];
    let snapshot = with_tool(tool);
    let written = serde_json::to_string(&snapshot.tools["plume"]).expect("JSON");
    for (part, is_shown) in [
        ("WORDING dpo", true),
        ("CONDITION dpo", true),
        ("\"security\"", true),
        ("WORDING security", false),
        ("CONDITION security", false),
        ("legal", false),
        ("SECRET note", false),
    ] {
        assert_eq!(written.contains(part), is_shown, "{part}: {written}");
    }
}

#[test]
fn opinions_of_others_are_not_touched() {
    let record = with(&[
        opinion(Function::Dpo, Some(PublicationLevel::Internal)),
        opinion(Function::Legal, None),
    ]);
    let snapshot = snapshot(vec![record]);
    let kept = &snapshot.uses[0].use_case.opinions;
    let functions: Vec<_> = kept.iter().map(|opinion| opinion.function).collect();
    assert_eq!(functions, [Function::Legal]);
}
