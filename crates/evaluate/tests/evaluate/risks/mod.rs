//! `suggestions` reads worked cases; `residuals` follows measures, the matrix and the register;
//! `properties` throws any facts and any measures at them; `ethics` lays views out.

mod ethics;
mod properties;
mod residuals;
mod suggestions;

use crate::root;
use domain::{AppliedMeasure, MeasureState, Risk, RiskFamily, Text, UseCase};
use reference::risks::RiskCatalogue;
use reference::{Reference, Tree};
use std::sync::OnceLock;

/// Everything the project says.
pub(crate) fn reference() -> &'static Reference {
    static REFERENCE: OnceLock<Reference> = OnceLock::new();
    REFERENCE.get_or_init(|| {
        let mut tree = Tree::default();
        for folder in ["data", "framework"] {
            let files = Tree::from_dir(&root().join(folder)).expect("the project's own folder");
            for path in files.paths("", "") {
                let bytes = files.get(path).expect("it was listed");
                tree.insert(format!("{folder}/{path}"), bytes);
            }
        }
        let (reference, diagnostics) = Reference::read(&tree);
        assert_eq!(diagnostics, [], "the data of the project have no mistake");
        reference
    })
}

pub(crate) fn catalogue() -> &'static RiskCatalogue {
    &reference().risks
}

/// A risk of the catalogue, as judged before its measures.
pub(crate) fn risk(id: &str, likelihood: u8, severity: u8, measures: &[AppliedMeasure]) -> Risk {
    let known = catalogue().risk(id);
    Risk {
        family: known.map_or(RiskFamily::Governance, |known| known.family),
        catalogue: known.map(|known| known.id.clone()),
        description: Text::pair("Il arrive quelque chose.", "Something happens."),
        likelihood: Some(likelihood),
        severity: Some(severity),
        measure: None,
        measures: measures.to_vec(),
        residual: None,
    }
}

/// A measure in some state, with its proof if it is in place.
pub(crate) fn measure(id: &str, state: MeasureState) -> AppliedMeasure {
    let is_in_place = state == MeasureState::InPlace;
    AppliedMeasure {
        measure: id.to_owned(),
        state,
        evidence: is_in_place.then(|| Text::pair("Relevé", "Record")),
        on: None,
    }
}

/// A record with nothing but a name and risks.
pub(crate) fn use_case(reference: &str, risks: Vec<Risk>) -> UseCase {
    let mut use_case: UseCase = serde_json::from_value(serde_json::json!({
        "id": "018f0000-0000-7000-8000-000000000000",
        "reference": reference,
        "authority": "valmorel",
        "name": {"fr": "Résumer", "en": "Summarise"},
        "lifecycle": "pilot",
        "evidence": "declared",
        "generative": "yes",
        "publication": {"level": "public"},
    }))
    .expect("a record");
    use_case.risks = risks;
    use_case
}
