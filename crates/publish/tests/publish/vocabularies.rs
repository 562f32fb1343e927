use crate::visibility::reference;
use domain::law::{Binding, Nature, RuleOutcome, Signatory, VerdictForm, VerdictKind};
use domain::people::{AccountState, Action, Role, Stage};
use domain::*;

fn check(key: &str, codes: &[&str]) {
    let reference = reference();
    let vocabulary = reference.vocabularies.get(key);
    let vocabulary =
        vocabulary.unwrap_or_else(|| panic!("data/vocabularies/{key}.yaml is missing"));
    let written: Vec<_> = vocabulary
        .values
        .iter()
        .map(|entry| entry.code.as_str())
        .collect();
    assert_eq!(
        written, codes,
        "data/vocabularies/{key}.yaml and the code must agree"
    );
}

macro_rules! check_all {
    ($($vocabulary:ident),+) => {
        $({
            let codes: Vec<_> = $vocabulary::ALL.iter().map(|value| value.code()).collect();
            check($vocabulary::VOCABULARY, &codes);
        })+
    };
}

#[test]
fn every_code_has_its_word_in_both_languages() {
    check_all!(
        Lifecycle,
        Evidence,
        Generative,
        PublicationLevel,
        Ground,
        DataKind,
        Task,
        FrequencyLevel,
        WorkEffect,
        RiskFamily,
        Tier,
        AutomationLevel,
        Modality,
        SignificantAnswer,
        Function,
        Sense,
        Outcome,
        ToolStatus,
        ModelClass,
        TrainingReuse,
        Hosting,
        AuthorityKind,
        OccupationFamily,
        EffectOrigin,
        FeltChange,
        RelianceLayer,
        RuleOutcome,
        Nature,
        Binding,
        Signatory,
        VerdictKind,
        VerdictForm,
        Role,
        AccountState,
        Action,
        Stage
    );
    let fields: Vec<_> = CommonField::ALL.iter().map(|(_, code)| *code).collect();
    check("common_fields", &fields);
    let units: Vec<_> = units::Unit::ALL
        .iter()
        .map(|unit| serde_json::to_value(unit).expect("a unit variant"))
        .map(|code| code.as_str().expect("a word").to_owned())
        .collect();
    let units: Vec<_> = units.iter().map(String::as_str).collect();
    check("units", &units);
}

#[test]
fn every_field_of_a_record_has_a_name_for_its_history() {
    let record = crate::samples::use_case(PublicationLevel::Public);
    let record = serde_json::to_value(record).expect("a record");
    let fields: Vec<_> = record
        .as_object()
        .expect("a map")
        .keys()
        .map(String::as_str)
        .collect();
    check("record_fields", &fields);
}

#[test]
fn every_text_of_the_law_has_its_name() {
    let reference = reference();
    let mut texts: Vec<_> = reference
        .law
        .rules
        .iter()
        .filter_map(|rule| Some(rule.id.split_once('/')?.0))
        .collect();
    texts.dedup();
    let named = &reference.vocabularies["law_texts"];
    let mut names: Vec<_> = named.values.iter().map(|entry| &entry.code).collect();
    names.sort();
    assert_eq!(
        names, texts,
        "data/vocabularies/law_texts.yaml and data/law/"
    );
}
