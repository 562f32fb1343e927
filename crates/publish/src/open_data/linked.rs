//! The register as JSON-LD: whole records, codes as concepts with their W3C DPV identifier.
//!
//! A record keeps the shape it has as JSON: the context says what its keys mean. Two things differ:
//! a code is a concept, and each text of a list is a node of its own, so that what is said in one
//! language stays beside the same thing said in another.

use super::register::drop_unfilled;
use super::vocabulary::{RECORD, concept, context, terms};
use super::{Dataset, LICENCE_URL, pretty};
use crate::api::{Field, Nature, fields};
use crate::snapshot::PublicUse;
use domain::{Modality, Task, Tier};
use serde_json::{Map, Value, json};

pub(super) fn write(dataset: &Dataset) -> String {
    let records: Vec<Value> = dataset
        .snapshot
        .uses_of(dataset.scope)
        .map(|public| record(dataset, public))
        .collect();
    let addresses: Vec<&Value> = records.iter().map(|record| &record["@id"]).collect();
    let mut register = json!({
        "@id": dataset.address("donnees#register"),
        "@type": "dcat:Dataset",
        "dct:license": {"@id": LICENCE_URL},
        "dct:hasPart": addresses.into_iter().map(|id| json!({"@id": id})).collect::<Vec<_>>(),
    });
    if let Some(at) = dataset.snapshot.changed_at(dataset.scope) {
        register["dct:modified"] = json!({"@value": at.to_rfc3339(), "@type": "xsd:dateTime"});
    }
    let mut graph = vec![register];
    graph.extend(records);
    graph.extend(terms(dataset));
    pretty(&json!({"@context": context(dataset), "@graph": graph}))
}

fn record(dataset: &Dataset, public: &PublicUse) -> Value {
    let use_case = &public.use_case;
    let mut whole = serde_json::to_value(use_case).unwrap_or_default();
    drop_unfilled(&mut whole);
    if let Some(fields) = whole.as_object_mut() {
        fields.remove("id");
    }
    let mut record = linked(RECORD, whole);
    let address = match dataset.public_url {
        Some(url) => format!("{url}/id/{}", use_case.id),
        None => format!("urn:uuid:{}", use_case.id),
    };
    record["@id"] = address.into();
    record["@type"] = RECORD.into();
    record["version"] = public.version.into();
    record["dct:modified"] =
        json!({"@value": public.changed_at.to_rfc3339(), "@type": "xsd:dateTime"});
    let dpv = |vocabulary: &str, code: &str| {
        let known = dataset.wording.reference.vocabularies.get(vocabulary)?;
        Some(json!({"@id": known.entry(code)?.dpv.as_ref()?}))
    };
    let tier = use_case.risk_tier.as_ref();
    if let Some(level) = tier.and_then(|tier| dpv(Tier::VOCABULARY, tier.tier.code())) {
        record["aiact:hasRiskLevel"] = level;
    }
    let task = use_case
        .task
        .and_then(|task| dpv(Task::VOCABULARY, task.code()));
    let modalities = use_case.modalities.iter();
    let modalities = modalities.filter_map(|modality| dpv(Modality::VOCABULARY, modality.code()));
    let capabilities: Vec<Value> = task.into_iter().chain(modalities).collect();
    if !capabilities.is_empty() {
        record["ai:hasCapability"] = capabilities.into();
    }
    record
}

/// An object of a record, its codes as concepts.
fn linked(noun: &str, value: Value) -> Value {
    let Value::Object(object) = value else {
        return value;
    };
    let known = fields(noun);
    let each = object.into_iter().map(|(key, value)| {
        let field = known.iter().find(|field| field.name == key);
        let value = match field {
            Some(field) => said(field, value),
            None => value,
        };
        (key, value)
    });
    Value::Object(each.collect::<Map<_, _>>())
}

fn said(field: &Field, value: Value) -> Value {
    match (field.nature, value) {
        (_, Value::Array(items)) => items.into_iter().map(|item| said(field, item)).collect(),
        (Nature::Text, text) if field.is_list => json!({"rdfs:label": text}),
        (Nature::Code(vocabulary), Value::String(code)) => {
            json!({"@id": concept(vocabulary, &code)})
        }
        (Nature::Noun(name), object) => linked(name, object),
        (_, value) => value,
    }
}
