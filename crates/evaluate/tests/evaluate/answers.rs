use crate::law;
use chrono::NaiveDate;
use domain::law::{FactId, Facts, Origin, Origins, Place, RuleOutcome, Signatory, Truth};
use evaluate::{assess, explain, expression};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn facts(answers: &[(&str, &str)]) -> Facts {
    let law = law();
    let mut facts = Facts::default();
    for (id, word) in answers {
        let fact = law.fact_id(id).expect("a fact of the law");
        facts.set(fact, law.fact(fact).value(word).expect("a value of it"));
    }
    facts
}

#[test]
fn questions_come_in_order_of_use_then_of_who_can_answer() {
    let law = law();
    let known = facts(&[("personal_data", "yes")]);
    let assessment = assess(law, &known, day("2026-11-24"));
    let key = |question: &evaluate::Question| {
        (
            std::cmp::Reverse(question.settles),
            question.answered_by,
            question.fact,
        )
    };
    assert!(assessment.questions.is_sorted_by_key(key));
    let first = assessment.questions.first().expect("nearly all is unknown");
    assert_eq!(law.fact(first.fact).id, "uses_ai_system");
    for finding in &assessment.findings {
        let place = |fact: &FactId| assessment.questions.iter().position(|q| q.fact == *fact);
        let is_asked = finding.outcome == RuleOutcome::Unknown;
        assert!(!is_asked || finding.ask.is_sorted_by_key(place));
    }
}

#[test]
fn a_debated_duty_is_for_the_dpo_and_says_when_it_is_certain() {
    let law = law();
    let known = facts(&[
        ("uses_ai_system", "yes"),
        ("purpose_domain", "recruitment"),
        ("profiling", "yes"),
        ("biometric_use", "none"),
        ("system_market_date", "2028-01-01"),
    ]);
    let assessment = assess(law, &known, day("2026-11-24"));
    let (_, finding) = assessment
        .results(law)
        .find(|(id, _)| *id == "ria/enregistrement-deployeur")
        .expect("a rule");
    assert_eq!(finding.outcome, RuleOutcome::Unknown);
    assert!(finding.debated && finding.ask.is_empty());
    let coming = finding.coming.as_ref().expect("a certain day");
    assert_eq!(coming.from, day("2027-12-02"));
    assert_eq!(coming.original, Some(day("2026-08-02")));
    assert_eq!(coming.truth, Truth::Yes);
}

#[test]
fn an_explanation_names_period_parts_facts_and_article() {
    let law = law();
    let known = facts(&[("uses_ai_system", "yes"), ("lifecycle_status", "pilot")]);
    let origin = Origin {
        place: Place::Tool("plume".to_owned()),
        by: Some(Signatory::It),
        on: Some(day("2026-02-10")),
    };
    let asked = law.fact_id("uses_ai_system").expect("a fact");
    let origins = Origins::from([(asked, origin.clone())]);
    let rule = law.rule("ria/maitrise-ia").expect("a rule");
    let explanation = explain(law, rule, &known, &origins, day("2026-11-24"));
    let (period, said) = explanation.period.expect("in force");
    assert_eq!(period.from, day("2026-07-27"));
    assert_eq!(said.source, "ai-act-amendment");
    let steps = explanation.steps.expect("a condition");
    assert_eq!(
        expression(law, steps.condition),
        "all(uses_ai_system, in_use)"
    );
    let parts: Vec<_> = steps.parts.iter().map(|part| part.truth).collect();
    assert_eq!(parts, [Truth::Yes, Truth::Yes]);
    let used: Vec<_> = explanation
        .facts
        .iter()
        .map(|used| law.fact(used.fact).id.as_str())
        .collect();
    assert_eq!(used, ["uses_ai_system", "lifecycle_status"]);
    assert_eq!(explanation.facts[0].origin, Some(&origin));
    assert_eq!(explanation.citation.get("en"), rule.citation.get("en"));
}
