//! What of a use case the fields that registers share do not say.

use super::loss::LossReason;
use super::outgoing::Outgoing;
use domain::{CommonField, Language, Text, UseCase};
use serde_json::Value;
use std::collections::BTreeSet;

/// Keys that say nothing of the use itself, or are said elsewhere.
const APART: [&str; 4] = ["id", "lifecycle", "generative", "source_row"];
/// Keys whose name is said in a common field.
const NAMED: [(&str, CommonField); 3] = [
    ("authority", CommonField::Organisation),
    ("department", CommonField::Department),
    ("tool", CommonField::Tool),
];

/// Where each path is said. A path that is neither here nor below a path of here is not said, so
/// a field added to records later is told as lost until somebody finds it a place.
const SAID: [(&str, CommonField); 43] = [
    ("reference", CommonField::Reference),
    ("name", CommonField::Name),
    ("summary", CommonField::Summary),
    ("accountable_role", CommonField::AccountableRole),
    ("contact", CommonField::Contact),
    ("evidence", CommonField::Evidence),
    ("started_on", CommonField::StartDate),
    ("ended_on", CommonField::EndDate),
    ("publication.level", CommonField::PublicationLevel),
    ("publication.ground", CommonField::PublicationGround),
    ("need", CommonField::Need),
    ("task", CommonField::Task),
    ("expected_benefits", CommonField::ExpectedBenefits),
    ("alternative_without_ai", CommonField::AlternativeWithoutAi),
    ("proportionality", CommonField::Proportionality),
    ("policy_area", CommonField::PolicyArea),
    ("affected_groups", CommonField::AffectedGroups),
    ("decision_process", CommonField::DecisionProcess),
    ("automation_level", CommonField::AutomationLevel),
    ("human_oversight", CommonField::HumanOversight),
    ("appeal", CommonField::Appeal),
    ("notice_to_public", CommonField::NoticeToPublic),
    ("staff_training", CommonField::StaffTraining),
    ("technique", CommonField::Technique),
    ("outputs", CommonField::Outputs),
    ("models", CommonField::Models),
    ("suppliers", CommonField::Suppliers),
    ("data.kind", CommonField::DataKind),
    ("data.categories", CommonField::InputData),
    ("input_data", CommonField::InputData),
    ("personal_data", CommonField::PersonalData),
    ("processing_record.url", CommonField::ProcessingRecordUrl),
    ("legal_basis", CommonField::LegalBasis),
    ("impact_assessments", CommonField::ImpactAssessments),
    ("risk_tier.tier", CommonField::RiskTier),
    ("risks.description", CommonField::Risks),
    ("risks.measure", CommonField::Risks),
    ("performance_monitoring", CommonField::PerformanceMonitoring),
    ("frequency.level", CommonField::Frequency),
    ("stop.reason", CommonField::StopReason),
    ("source_code.url", CommonField::SourceCodeUrl),
    ("links.url", CommonField::Url),
    ("tags", CommonField::Tags),
];

/// The field in which a path is said.
fn place(path: &str) -> Option<CommonField> {
    let is_here = |known: &str| {
        path.strip_prefix(known)
            .is_some_and(|below| below.is_empty() || below.starts_with('.'))
    };
    let mut places = SAID.iter();
    places
        .find(|(known, _)| is_here(known))
        .map(|(_, field)| *field)
}

/// Paths of a record that its common fields do not say.
///
/// Every text, code and number of the document is looked for in the field it should be in:
/// whatever is not found there is listed.
pub(crate) fn unsaid(
    use_case: &UseCase,
    said: &Outgoing,
    language: Language,
) -> Vec<(String, LossReason)> {
    let mut found = BTreeSet::new();
    let document = serde_json::to_value(use_case).unwrap_or_default();
    for (key, value) in document.as_object().into_iter().flatten() {
        let named = NAMED.iter().find(|(known, _)| known == key);
        let is_named = named.is_some_and(|(_, field)| said.fields.contains_key(field));
        if !APART.contains(&key.as_str()) && !is_named {
            let mut search = Search {
                said,
                language,
                found: &mut found,
            };
            search.look(key, value);
        }
    }
    found.into_iter().collect()
}

struct Search<'a> {
    said: &'a Outgoing,
    language: Language,
    found: &'a mut BTreeSet<(String, LossReason)>,
}

impl Search<'_> {
    fn look(&mut self, path: &str, value: &Value) {
        if let Some(text) = text(value) {
            return self.look_for_text(path, &text);
        }
        match value {
            Value::Null => {}
            Value::Object(members) => {
                for (key, member) in members {
                    self.look(&format!("{path}.{key}"), member);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.look(path, item)),
            Value::String(word) => self.look_for(path, word),
            other => self.look_for(path, &other.to_string()),
        }
    }

    fn look_for_text(&mut self, path: &str, text: &Text) {
        let Some((taken, words)) = text.best(self.language) else {
            return;
        };
        self.look_for(path, words);
        let others = text
            .iter()
            .filter(|(tag, words)| *tag != taken && !words.trim().is_empty());
        if others.count() > 0 {
            self.list(path, LossReason::OtherLanguage);
        }
    }

    fn look_for(&mut self, path: &str, words: &str) {
        let words = words.trim();
        let said = place(path).and_then(|field| self.said.field(field));
        let is_said = said.is_some_and(|said| said.contains(words));
        if !words.is_empty() && !is_said {
            self.list(path, LossReason::NoCommonField);
        }
    }

    /// Two names are precise enough to find a field by.
    fn list(&mut self, path: &str, reason: LossReason) {
        let names: Vec<&str> = path.splitn(3, '.').take(2).collect();
        self.found.insert((names.join("."), reason));
    }
}

/// A text by language: an object whose keys are tags and whose values are texts.
fn text(value: &Value) -> Option<Text> {
    let members = value.as_object().filter(|members| !members.is_empty())?;
    let is_tag = |key: &str| {
        let language = key.split('-').next().unwrap_or_default();
        language.len() == 2 && language.chars().all(|c| c.is_ascii_lowercase())
    };
    let is_text = members
        .iter()
        .all(|(key, value)| is_tag(key) && value.is_string());
    is_text
        .then(|| serde_json::from_value(value.clone()).ok())
        .flatten()
}
