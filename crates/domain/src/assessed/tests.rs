use super::*;
use crate::law::Signatory;
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

#[test]
fn a_later_state_keeps_what_the_record_alone_knows() {
    let mut record = record();
    record.impact_assessments.push(ImpactAssessment {
        title: Text::pair("AIPD des lettres", "DPIA of letters"),
        done_on: None,
        summary: Some(Text::one("fr", "En cours")),
        url: Some("https://lys.example/aipd".to_owned()),
    });
    let known = Text::pair("Lettre lue par un autre", "Letter read by somebody else");
    record.risks.push(Risk {
        catalogue: Some("leak".to_owned()),
        measures: vec![AppliedMeasure {
            measure: "encrypt".to_owned(),
            state: MeasureState::Planned,
            evidence: None,
            on: None,
        }],
        measure: Some(Text::pair("Chiffrer", "Encrypt")),
        ..risk(known.clone(), Some(4), None)
    });
    let told = Text::one("fr", "Lettre lue par un autre");
    let later = assessed(Some(day(9)), vec![risk(told, None, Some("Chiffrer"))]);
    let after = record.with_assessment(later);
    let assessment = &after.impact_assessments[0];
    assert_eq!(assessment.title.get("en"), Some("DPIA of letters"));
    assert_eq!(assessment.done_on, Some(day(9)));
    assert_eq!(assessment.url.as_deref(), Some("https://lys.example/aipd"));
    assert_eq!(
        assessment.summary, None,
        "what was said of its earlier state is not said of this one"
    );
    let risk = &after.risks[0];
    assert_eq!(after.risks.len(), 1);
    assert_eq!(risk.description, known);
    assert_eq!(
        risk.severity,
        Some(4),
        "a level that nobody judged again stays"
    );
    assert_eq!(risk.measures.len(), 1);
    let measure = risk.measure.as_ref().and_then(|words| words.get("en"));
    assert_eq!(measure, Some("Encrypt"));
}

#[test]
fn a_measure_told_otherwise_loses_its_old_translation() {
    let words = Text::one("fr", "Lettre lue par un autre");
    let mut record = record();
    record.risks.push(Risk {
        measure: Some(Text::pair("Chiffrer", "Encrypt")),
        ..risk(words.clone(), Some(4), None)
    });
    let later = assessed(None, vec![risk(words, None, Some("Chiffrer et trier"))]);
    let after = record.with_assessment(later);
    assert_eq!(
        after.risks[0].measure,
        Some(Text::one("fr", "Chiffrer et trier"))
    );
}

#[test]
fn a_duty_is_settled_once_and_a_decision_stands() {
    let duty = |on| DutyDone {
        duty: "rgpd/aipd".to_owned(),
        by: Signatory::Dpo,
        on,
        until: None,
        evidence: None,
    };
    let brought = |on| Assessed {
        duty: Some(duty(on)),
        ..assessed(Some(on), Vec::new())
    };
    let before = record();
    let after = before.clone().with_assessment(brought(day(1)));
    let after = after.with_assessment(brought(day(9)));
    assert_eq!(after.duties_done, [duty(day(9))]);
    assert_eq!(after.clone().revised(&before, day(9)), after);
}
