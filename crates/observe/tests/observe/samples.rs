//! Records to write: one of our own with every field filled in, and peers made to measure.

use chrono::NaiveDate;
use domain::{CommonField, Generative, Language, PeerRecord, Text, ToolSheet, UseCase};
use observe::register::OwnNames;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

fn both(fr: &str, en: &str) -> Value {
    json!({ "fr": fr, "en": en })
}

/// A use case of an invented town. No field is empty: a test of this file says so.
pub(crate) fn use_case() -> UseCase {
    let mut document = story();
    let rest = assessment();
    let (document_map, rest) = (document.as_object_mut(), rest.as_object().cloned());
    document_map.expect("a map").extend(rest.expect("a map"));
    serde_json::from_value(document).expect("a use case")
}

fn story() -> Value {
    json!({
        "id": Uuid::from_u128(7),
        "reference": "LYS-004",
        "authority": "lys",
        "name": both("Simplifier les lettres", "Simplify letters"),
        "summary": both("Un agent simplifie une lettre type.", "An agent simplifies a letter."),
        "department": "residents",
        "accountable_role": {"fr": "Direction de la relation aux usagers"},
        "contact": {"fr": "Accueil de la mairie"},
        "lifecycle": "deployed",
        "evidence": "declared",
        "generative": "yes",
        "started_on": "2025-03-04",
        "ended_on": "2026-03-04",
        "publication": {"level": "public", "ground": "security", "note": {"fr": "Rien d’autre."}},
        "need": {"fr": "Les lettres sont mal comprises."},
        "task": "rewrite",
        "expected_benefits": {"fr": "Moins de rappels."},
        "alternative_without_ai": {"fr": "Une relecture croisée."},
        "proportionality": {"fr": "Aucune décision n’est prise."},
        "policy_area": {"fr": "Accueil"},
        "affected_groups": {"fr": "Les habitants"},
        "change_for_public": {"fr": "Des lettres plus courtes."},
        "decision_process": {"fr": "Avant l’envoi."},
        "automation_level": "assistance",
        "human_oversight": {"fr": "La personne qui signe."},
        "appeal": {"fr": "Écrire au service."},
        "notice_to_public": {"fr": "Une mention en bas de lettre."},
        "staff_training": {"fr": "Une demi-journée."},
        "tool": "plume",
        "modalities": ["text"],
        "technique": {"fr": "Grand modèle de langue"},
        "outputs": {"fr": "Un brouillon"},
        "models": [{"provider": "Labo", "name": "Modèle", "version": "2"}],
        "suppliers": [{"name": "Éditeur", "identifier": "123456789", "role": {"fr": "hébergeur"}}],
        "links": [{"title": {"fr": "Page"}, "url": "https://lys.example/lettres"}],
        "tags": ["lettres", "accueil"],
        "source_row": [{"column": "Nom", "value": "x"}],
    })
}

fn assessment() -> Value {
    let one = |unit: &str| json!({"interval": {"low": 1.0, "high": 2.0, "kind": "declared"}, "unit": unit});
    json!({
        "data": {"kind": "personal", "categories": [{"fr": "Coordonnées"}], "retention": {"fr": "Un mois"}},
        "input_data": [{"name": {"fr": "Lettres types"}, "collection": {"fr": "Saisie"}, "url": "https://lys.example/types"}],
        "personal_data": "yes",
        "processing_record": {"title": {"fr": "Registre"}, "url": "https://lys.example/registre"},
        "legal_basis": [{"title": {"fr": "Mission d’intérêt public"}, "url": "https://lys.example/loi"}],
        "impact_assessments": [{"title": {"fr": "AIPD"}, "done_on": "2025-01-15", "summary": {"fr": "Favorable"}, "url": "https://lys.example/aipd"}],
        "risk_tier": {"tier": "minimal", "note": {"fr": "Pas de décision."}},
        "risks": [{"family": "reliability", "description": {"fr": "Un contresens"}, "likelihood": 2, "severity": 3, "measure": {"fr": "Relire"}}],
        "performance_monitoring": {"fr": "Vingt lettres relues chaque mois."},
        "frequency": {"level": "weekly", "uses_per_month": one("uses_per_month")},
        "work_effects": {
            "effect": "lightens", "minutes": one("minutes_per_case"), "quality": {"fr": "Meilleure"},
            "limit": {"fr": "Le ton"}, "persons": one("persons"), "occupations": [{"fr": "Accueil"}]
        },
        "footprint_assumptions": {"model_class": "small", "requests_per_month": one("requests_per_month"), "words_per_request": one("words_per_request")},
        "cost": {"yearly": {"micro": 12_000_000, "currency": "EUR", "tax": "included", "priced_on": "2026-01-01"}, "covers": {"fr": "Licences"}},
        "exit_plan": {"fr": "Revenir aux lettres types."},
        "accessibility": {"fr": "Lettres en gros caractères."},
        "data_location": {"fr": "En France"},
        "opinions": [{"function": "dpo", "sense": "reserved", "public_wording": {"fr": "À revoir"}, "internal_note": {"fr": "Note"}, "conditions": [{"fr": "Informer"}], "given_on": "2025-02-01", "on_version": 1, "publication": {"level": "public"}}],
        "review": {"asked_on": "2025-01-20", "due_on": "2025-02-20", "required": ["dpo"]},
        "decision": {"outcome": "conditional", "decided_on": "2025-03-01", "decided_by": {"fr": "Le maire"}, "on_version": 1, "act": {"fr": "Arrêté 12"}, "conditions": [{"fr": "Relire"}], "review_on": "2026-09-01", "stop_criterion": {"fr": "Trois contresens"}},
        "todos": [{"number": 1, "text": {"fr": "Relire"}, "owner": "department:residents", "due_on": "2026-09-01", "condition_of": "2025-03-01", "done": {"on": "2025-04-01", "by": "role:contact", "evidence": {"fr": "Compte rendu du 1er avril"}}}],
        "stop": {"reason": {"fr": "Fin du marché"}, "stopped_on": "2026-03-04"},
        "experiment": {"from": "2025-01-01", "until": "2025-02-28", "result": {"fr": "Concluant"}},
        "lessons": [{"text": {"fr": "Relire prend du temps."}, "evidence": {"fr": "Mesure sur vingt lettres"}}],
        "principles": ["P01"],
        "recommendations": ["R01"],
        "task_sheet": "draft-reply",
        "data_sheets": ["personal"],
        "law_answers": [{"fact": "text_reviewed", "value": "yes", "by": "service", "on": "2025-02-01"}],
        "duties_done": [{"duty": "rgpd/aipd", "by": "dpo", "on": "2025-02-01"}],
        "continuity": {"essential": false, "service": {"fr": "Accueil"}},
        "ethical_views": [{"criterion": "sobriety", "function": "dpo", "sense": "reserved", "reasons": [{"fr": "À mesurer"}]}],
        "source_code": {"title": {"fr": "Code"}, "url": "https://lys.example/code"},
    })
}

/// The names behind the keys of [`use_case`].
pub(crate) fn names() -> OwnNames {
    let tool = json!({
        "id": Uuid::from_u128(8), "key": "plume", "name": {"fr": "Plume"}, "supplier": {"fr": "Atelier"},
        "model_class": "small", "hosting": "own_machines", "training_reuse": "no", "status": "approved",
    });
    let tool: ToolSheet = serde_json::from_value(tool).expect("a tool sheet");
    OwnNames {
        language: Language::Fr,
        authorities: BTreeMap::from([("lys".to_owned(), Text::one("fr", "Ville de Lys"))]),
        departments: BTreeMap::from([("residents".to_owned(), Text::one("fr", "Usagers"))]),
        tools: BTreeMap::from([("plume".to_owned(), tool)]),
        changed_on: BTreeMap::new(),
    }
}

/// A peer record that says just this.
pub(crate) fn peer_with(fields: &[(CommonField, &str)]) -> PeerRecord {
    let mut fields: BTreeMap<_, _> = fields
        .iter()
        .map(|(field, value)| (*field, (*value).to_owned()))
        .collect();
    PeerRecord {
        id: Uuid::from_u128(9),
        publisher: "lys".to_owned(),
        key: "1".to_owned(),
        name: fields.remove(&CommonField::Name).unwrap_or_default(),
        language: "fr".to_owned(),
        lifecycle: None,
        generative: Generative::Unknown,
        generative_inferred: None,
        fields,
        source_row: Vec::new(),
        first_seen: NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day"),
        gone_since: None,
    }
}

#[test]
fn no_field_of_the_full_record_is_empty() {
    let document = serde_json::to_value(use_case()).expect("a document");
    for (key, value) in document.as_object().expect("a map") {
        let is_filled = match value {
            Value::Null => false,
            Value::Array(items) => !items.is_empty(),
            _ => true,
        };
        assert!(
            is_filled,
            "{key}: fill it in, and say in the snapshot what becomes of it"
        );
    }
}
