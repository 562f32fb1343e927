use super::*;
use crate::{AppliedMeasure, MeasureState, Rating, RiskFamily};
use chrono::NaiveDate;
use serde_json::json;

fn record() -> UseCase {
    let record = json!({
        "id": "00000000-0000-0000-0000-000000000001", "reference": "LYS-001", "authority": "lys",
        "name": {"fr": "Lettres"}, "lifecycle": "pilot", "evidence": "declared", "generative": "yes",
        "publication": {"level": "internal", "ground": "deliberation"}
    });
    serde_json::from_value(record).expect("a record")
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).expect("a day")
}

fn risk(words: Text, severity: Option<u8>, measure: Option<&str>) -> Risk {
    Risk {
        family: RiskFamily::Privacy,
        catalogue: None,
        description: words,
        likelihood: Some(2),
        severity,
        measure: measure.map(|words| Text::one("fr", words)),
        measures: Vec::new(),
        residual: Rating::new(1, 2),
    }
}

fn assessed(done_on: Option<NaiveDate>, risks: Vec<Risk>) -> Assessed {
    Assessed {
        assessment: ImpactAssessment {
            title: Text::one("fr", "AIPD des lettres"),
            done_on,
            summary: None,
            url: None,
        },
        risks,
        duty: None,
    }
}

#[test]
fn the_same_assessment_twice_stands_once() {
    let told = Text::one("fr", "Lettre lue par un autre");
    let brought = assessed(Some(day(1)), vec![risk(told, Some(3), Some("Chiffrer"))]);
    let once = record().with_assessment(brought.clone());
    assert_eq!(once.clone().with_assessment(brought), once);
    assert_eq!((once.impact_assessments.len(), once.risks.len()), (1, 1));
}

/// A record that tells the assessment and the risk already, in two languages.
fn told_before() -> UseCase {
    let mut record = record();
    record.impact_assessments.push(ImpactAssessment {
        title: Text::pair("AIPD des lettres", "DPIA of letters"),
        done_on: Some(day(1)),
        summary: Some(Text::one("fr", "Acceptable")),
        url: Some("https://lys.example/aipd".to_owned()),
    });
    record.risks.push(Risk {
        catalogue: Some("leak".to_owned()),
        measures: vec![AppliedMeasure {
            measure: "encrypt".to_owned(),
            state: MeasureState::Planned,
            evidence: None,
            on: None,
        }],
        measure: Some(Text::pair("Chiffrer", "Encrypt")),
        ..risk(
            Text::pair("Lettre lue par un autre", "Letter read by somebody else"),
            Some(4),
            None,
        )
    });
    record
}

fn told_again(measure: Option<&str>) -> Assessed {
    let told = Text::one("fr", "Lettre lue par un autre");
    assessed(None, vec![risk(told, None, measure)])
}

#[test]
fn what_is_left_out_is_left_out() {
    let before = told_before();
    let after = before.clone().with_assessment(told_again(None));
    let assessment = &after.impact_assessments[0];
    assert_eq!(assessment.title, before.impact_assessments[0].title);
    assert_eq!(
        (assessment.done_on, &assessment.summary, &assessment.url),
        (None, &None, &None)
    );
    let risk = &after.risks[0];
    assert_eq!((risk.severity, &risk.measure), (None, &None));
    assert_eq!(risk.description, before.risks[0].description);
    assert_eq!(risk.catalogue, before.risks[0].catalogue);
    assert_eq!(risk.measures, before.risks[0].measures);
}

#[test]
fn what_a_later_state_does_not_say_may_be_completed_by_the_record() {
    let before = told_before();
    let completed = told_again(Some("Chiffrer")).completed_by(&before);
    let after = before.clone().with_assessment(completed);
    assert_eq!(after.impact_assessments, before.impact_assessments);
    let risk = &after.risks[0];
    assert_eq!(risk.severity, Some(4));
    assert_eq!(risk.measure, before.risks[0].measure, "the translation too");
    let nothing = assessed(None, Vec::new()).completed_by(&record());
    assert_eq!(nothing, assessed(None, Vec::new()));
}

#[test]
fn a_measure_told_otherwise_loses_its_old_translation() {
    let after = told_before().with_assessment(told_again(Some("Chiffrer et trier")));
    assert_eq!(
        after.risks[0].measure,
        Some(Text::one("fr", "Chiffrer et trier"))
    );
}

fn duty(by: Signatory, on: NaiveDate) -> DutyDone {
    DutyDone {
        duty: "rgpd/aipd".to_owned(),
        by,
        on,
        until: None,
        evidence: None,
    }
}

#[test]
fn a_function_settles_a_duty_once_and_for_itself_alone() {
    let brought = |on| Assessed {
        duty: Some(duty(Signatory::Dpo, on)),
        ..assessed(Some(on), Vec::new())
    };
    let mut before = record();
    before.duties_done = vec![duty(Signatory::Legal, day(2))];
    let after = before.clone().with_assessment(brought(day(1)));
    let mut after = after.with_assessment(brought(day(9)));
    let both = [duty(Signatory::Legal, day(2)), duty(Signatory::Dpo, day(9))];
    assert_eq!(after.duties_done, both);
    assert!(after.open_duty("rgpd/aipd", Signatory::Dpo));
    assert!(!after.open_duty("rgpd/aipd", Signatory::Dpo));
    assert_eq!(after.duties_done, before.duties_done);
}

#[test]
fn an_assessment_is_no_change_of_the_use_it_bears_on() {
    let mut before = record();
    before.decision = serde_json::from_value(json!({
        "outcome": "allowed", "decided_on": "2026-03-01"
    }))
    .ok();
    assert!(before.is_permitted());
    let joined = before.clone().with_assessment(told_again(None));
    assert!(joined.revised(&before, day(9)).is_permitted());
}
