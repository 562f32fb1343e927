//! `documents` reads what a starter says, and from where; `cnil` looks at the shape of the file
//! for the tool of the CNIL.

mod cnil;
mod documents;

use crate::risks::{measure, reference, risk, use_case};
use domain::law::{Facts, Origin, Origins, Place, Signatory};
use domain::{MeasureState, Rating, Risk, Text, ToolSheet, UseCase};
use evaluate::starters::Known;
use std::sync::OnceLock;

/// A pilot that summarises social files, with what a department had time to write.
fn summaries() -> &'static UseCase {
    static RECORD: OnceLock<UseCase> = OnceLock::new();
    RECORD.get_or_init(|| {
        let mut leak = risk(
            "leak-by-prompt",
            3,
            4,
            &[
                measure("names-out", MeasureState::InPlace),
                measure("supplied-tool", MeasureState::Planned),
                measure("short-retention", MeasureState::SetAside),
            ],
        );
        leak.measure = Some(Text::pair("Relecture à deux", "Two people read"));
        let mut injected = risk("prompt-injection", 2, 2, &[]);
        injected.residual = Rating::new(1, 2);
        let own = Risk {
            catalogue: None,
            ..risk("kept-too-long", 2, 2, &[])
        };
        let mut record = use_case("VAL-001", vec![leak, injected, own]);
        record.need = Some(Text::pair(
            "Lire plus vite <les dossiers>",
            "Read files faster",
        ));
        record.human_oversight = Some(Text::pair("L’agent relit tout", "Staff read everything"));
        record.affected_groups = Some(Text::pair("Familles aidées", "Families helped"));
        record.frequency = serde_json::from_value(serde_json::json!({
            "level": "daily",
            "uses_per_month": {
                "interval": {"low": 90.0, "high": 160.0, "kind": "declared"},
                "unit": "uses_per_month",
            },
        }))
        .expect("a frequency");
        record
    })
}

fn tool() -> &'static ToolSheet {
    static TOOL: OnceLock<ToolSheet> = OnceLock::new();
    TOOL.get_or_init(|| {
        serde_json::from_value(serde_json::json!({
            "id": "018f0000-0000-7000-8000-000000000001",
            "key": "plume",
            "name": {"fr": "Plume", "en": "Plume"},
            "model_class": "medium",
            "hosting": "shared_public",
            "training_reuse": "unknown",
            "status": "limited_trial",
        }))
        .expect("a sheet")
    })
}

/// Facts with the words of their answers, all given by the data protection officer.
fn known(answers: &[(&str, &str)]) -> Known<'static> {
    let law = &reference().law;
    let mut facts = Facts::default();
    let mut origins = Origins::new();
    for (id, word) in answers {
        let fact = law.fact_id(id).expect("a fact of the law");
        facts.set(fact, law.fact(fact).value(word).expect("a value of it"));
        origins.insert(
            fact,
            Origin {
                place: Place::UseCase,
                by: Some(Signatory::Dpo),
                on: None,
            },
        );
    }
    Known {
        reference: reference(),
        use_case: summaries(),
        tool: Some(tool()),
        authority: None,
        department: None,
        facts: Box::leak(Box::new(facts)),
        origins: Box::leak(Box::new(origins)),
        on: "2026-11-24".parse().expect("a day"),
    }
}

/// A pilot on personal data of people in a weak position: an assessment is due.
fn social() -> Known<'static> {
    known(&[
        ("uses_ai_system", "yes"),
        ("personal_data", "yes"),
        ("lifecycle_status", "pilot"),
        ("special_category_data", "yes"),
        ("vulnerable_people", "yes"),
        ("innovative_use", "yes"),
        ("cnil_dpia_exemption", "none"),
        ("cnil_dpia_list", "none"),
        ("exposed_on_internet", "yes"),
    ])
}
