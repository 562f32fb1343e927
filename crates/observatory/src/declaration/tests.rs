use super::field::OTHER_TOOL;
use super::interview::{Interview, QUESTIONS_MAX};
use super::record::{Context, id_of, law_answers, use_case};
use super::{Answers, Step, fault};
use crate::embedded;
use crate::instance::Library;
use chrono::NaiveDate;
use domain::law::Signatory;
use domain::{DataKind, Ground, Language, Lifecycle, PublicationLevel, UseCase};
use frame::{Declared, Policy};
use reference::Reference;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use uuid::Uuid;

mod properties;

/// Fields and words.
type Typed = &'static [(&'static str, &'static str)];

fn reference() -> &'static Reference {
    static REFERENCE: OnceLock<Reference> = OnceLock::new();
    REFERENCE.get_or_init(|| Library::read(embedded::tree()).reference)
}

fn context() -> Context<'static> {
    Context {
        authority: "metropole-valmorel",
        language: Language::Fr,
        law: &reference().law,
        sheets: &reference().sheets,
    }
}

fn typed(answers: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(name, word): &(&str, &str)| ((*name).to_owned(), (*word).to_owned());
    answers.iter().map(owned).collect()
}

fn record(answers: &[(&str, &str)]) -> UseCase {
    let typed = typed(answers);
    use_case(Uuid::nil(), &Answers(&typed), &context()).expect("a record")
}

/// A value of the record, at a path of its JSON.
fn at(record: &UseCase, path: &str) -> String {
    let json = serde_json::to_value(record).expect("JSON");
    match json.pointer(path) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
        None => "absent".to_owned(),
    }
}

#[test]
fn each_answer_has_its_place_in_the_record() {
    let cases: [(Typed, &str, &str); 30] = [
        (&[("nom", " Résumer ")], "/name/fr", "Résumer"),
        (
            &[("besoin", "Gagner du temps")],
            "/need/fr",
            "Gagner du temps",
        ),
        (&[("etat", "deployed")], "/lifecycle", "deployed"),
        (&[], "/lifecycle", "wished"),
        (&[("tache", "draft-reply")], "/task_sheet", "draft-reply"),
        (&[("direction", "hr")], "/department", "hr"),
        (&[("outil", "plume")], "/tool", "plume"),
        (&[("outil", OTHER_TOOL)], "/tool", "null"),
        (
            &[("outil", OTHER_TOOL), ("outil_autre", "Zéphyr")],
            "/technique/fr",
            "Zéphyr",
        ),
        (&[("produit", "yes")], "/generative", "yes"),
        (&[], "/generative", "unknown"),
        (
            &[("donnees", "public\npersonal")],
            "/data_sheets/1",
            "personal",
        ),
        (&[("donnees", "public\npersonal")], "/data/kind", "personal"),
        (&[("donnees", "public\nspecial")], "/data/kind", "sensitive"),
        (&[("donnees", "secret")], "/data/kind", "sensitive"),
        (&[("donnees", "internal")], "/data/kind", "internal"),
        (
            &[("donnees", "public"), ("description", "plans")],
            "/data/categories/0/fr",
            "plans",
        ),
        (
            &[("description", "plans")],
            "/input_data/0/name/fr",
            "plans",
        ),
        (&[("description", "plans")], "/data", "null"),
        (&[("personnelles", "no")], "/personal_data", "no"),
        (&[("donnees", "public\npersonal")], "/personal_data", "yes"),
        (&[("donnees", "internal")], "/personal_data", "null"),
        (
            &[("frequence", "weekly"), ("volume", "5 à 15")],
            "/frequency/uses_per_month/interval/high",
            "15.0",
        ),
        (
            &[("metiers", "accueil\n\n rédaction ")],
            "/work_effects/occupations/1/fr",
            "rédaction",
        ),
        (
            &[("minutes", "5 à 15")],
            "/work_effects/minutes/interval/low",
            "-15.0",
        ),
        (
            &[("minutes", "5 à 15"), ("minutes_sens", "perdues")],
            "/work_effects/minutes/interval/low",
            "5.0",
        ),
        (
            &[("minutes", "0")],
            "/work_effects/minutes/interval/high",
            "0.0",
        ),
        (&[("effet", "burdens")], "/work_effects/effect", "burdens"),
        (
            &[("sans_ia", "à la main")],
            "/alternative_without_ai/fr",
            "à la main",
        ),
        (
            &[("mots", "200")],
            "/footprint_assumptions/model_class",
            "unknown",
        ),
    ];
    for (answers, path, expected) in cases {
        assert_eq!(at(&record(answers), path), expected, "{answers:?} {path}");
    }
}

#[test]
fn nothing_said_is_nothing_known_and_nothing_published() {
    let record = record(&[("nom", "Résumer")]);
    assert_eq!(record.publication.level, PublicationLevel::Internal);
    assert_eq!(record.publication.ground, Some(Ground::Unverified));
    assert_eq!(record.lifecycle, Lifecycle::Wished);
    assert_eq!((record.work_effects, record.frequency), (None, None));
    assert_eq!((record.data, record.personal_data), (None, None));
}

#[test]
fn a_kind_that_does_not_tell_is_not_guessed() {
    let unsure = context()
        .sheets
        .data_kinds
        .iter()
        .find(|sheet| sheet.is_unsure);
    let unsure = unsure.map_or("unheard-of", |sheet| sheet.id.as_str());
    let picked = format!("public\n{unsure}");
    assert_eq!(record(&[("donnees", &picked)]).data, None);
    let known = record(&[("donnees", "public")]).data.map(|data| data.kind);
    assert_eq!(known, Some(DataKind::Public));
}

#[test]
fn a_draft_always_makes_the_same_record() {
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    assert_eq!(id_of(one), id_of(one));
    assert_ne!(id_of(one), id_of(other));
}

#[test]
fn what_is_missing_or_unreadable_is_told_by_field() {
    let cases: [(Step, Typed, Typed); 7] = [
        (
            Step::Need,
            &[("nom", "  ")],
            &[
                ("nom", "declare-write"),
                ("besoin", "declare-write"),
                ("etat", "declare-pick"),
            ],
        ),
        (
            Step::Need,
            &[("nom", "a"), ("besoin", "b"), ("etat", "x")],
            &[("etat", "declare-pick-listed")],
        ),
        (
            Step::Tool,
            &[("outil", OTHER_TOOL)],
            &[("outil_autre", "declare-write")],
        ),
        (
            Step::Data,
            &[("donnees", "public\nx")],
            &[("donnees", "declare-pick-listed")],
        ),
        (
            Step::Use,
            &[("volume", "5")],
            &[("frequence", "declare-pick")],
        ),
        (
            Step::Use,
            &[("minutes", "-3 à 5"), ("mots", "-3"), ("requetes", "peu")],
            &[
                ("requetes", "declare-not-a-range"),
                ("mots", "declare-negative"),
            ],
        ),
        (Step::Use, &[], &[]),
    ];
    for (step, answers, expected) in cases {
        let typed = typed(answers);
        let told = fault::faults(step, &Answers(&typed), |_, word| word != "x");
        assert_eq!(told, expected, "{answers:?}");
    }
}

fn interview(answers: &[(&str, &str)]) -> (Interview, UseCase) {
    let (record, typed) = (record(answers), typed(answers));
    let on = "2026-11-24".parse().expect("a day");
    let declared = Declared::of(&record, &reference().law, &reference().sheets, on);
    let policy = Policy::of(&reference().policy, Some(&record.authority), on);
    let law = &reference().law;
    let replayed = Interview::replay(law, &declared.question(), &policy, &Answers(&typed));
    (replayed, record)
}

#[test]
fn only_questions_that_are_still_put_count() {
    let law = &reference().law;
    let ids = |facts: &[domain::law::FactId]| -> Vec<&str> {
        facts
            .iter()
            .map(|fact| law.fact(*fact).id.as_str())
            .collect()
    };
    let (bare, _) = interview(&[]);
    assert!(
        (3..=QUESTIONS_MAX).contains(&bare.left.len()),
        "{:?}",
        ids(&bare.left)
    );
    assert_eq!(bare.given, []);
    // No AI system: whether its text is published no longer matters.
    let (settled, _) = interview(&[("r.uses_ai_system", "no"), ("r.text_published", "yes")]);
    assert!(
        !settled
            .given
            .iter()
            .any(|(fact, _)| law.fact(*fact).id == "text_published")
    );
    // A fact of another function is never put here.
    let (foreign, _) = interview(&[("r.profiling", "yes")]);
    assert_eq!(foreign.given, []);
    // What a field of the record says is not asked again.
    let (told, _) = interview(&[("etat", "deployed"), ("personnelles", "yes")]);
    assert!(
        !ids(&told.left)
            .iter()
            .any(|id| ["lifecycle_status", "personal_data"].contains(id))
    );
}

#[test]
fn an_open_question_is_put_once_and_answers_nothing() {
    let (bare, _) = interview(&[]);
    let name = super::field::rule_field(&reference().law, bare.left[0]);
    let (open, _) = interview(&[(&name, "")]);
    assert_eq!(open.put, [bare.left[0]]);
    assert_eq!(open.given, []);
    assert!(!open.left.contains(&bare.left[0]));
    let (wrong, _) = interview(&[(&name, "maybe")]);
    assert_eq!(wrong.given, [], "what is no answer does not count");
}

#[test]
fn answers_to_the_rules_are_signed_by_whoever_they_are_put_to() {
    let (interview, _) = interview(&[("r.uses_ai_system", "yes"), ("r.online_service", "no")]);
    let on: NaiveDate = "2026-11-24".parse().expect("a day");
    let kept = law_answers(&reference().law, &interview.given, on);
    let found = |id: &str| {
        kept.iter()
            .find(|answer| answer.fact == id)
            .map(|a| (a.by, a.on))
    };
    assert_eq!(found("uses_ai_system"), Some((Signatory::Agent, on)));
    if let Some((by, _)) = found("online_service") {
        assert_eq!(by, Signatory::Service);
    }
}
