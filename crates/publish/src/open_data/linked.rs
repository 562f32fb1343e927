//! The register as JSON-LD: whole records, codes as concepts with their W3C DPV identifier.

use super::dataset::OpenFile;
use super::register::drop_unfilled;
use super::{Dataset, LICENCE_URL, pretty};
use crate::snapshot::PublicUse;
use domain::{
    AutomationLevel, DataKind, Evidence, Generative, Lifecycle, Modality, Outcome, RiskFamily,
    Task, Text, Tier,
};
use reference::Entry;
use serde_json::{Map, Value, json};

/// Where a record holds a code, and of which vocabulary.
const CODES: [(&str, &str); 10] = [
    ("lifecycle", Lifecycle::VOCABULARY),
    ("evidence", Evidence::VOCABULARY),
    ("generative", Generative::VOCABULARY),
    ("task", Task::VOCABULARY),
    ("modalities", Modality::VOCABULARY),
    ("automation_level", AutomationLevel::VOCABULARY),
    ("data.kind", DataKind::VOCABULARY),
    ("decision.outcome", Outcome::VOCABULARY),
    ("risk_tier.tier", Tier::VOCABULARY),
    ("risks.family", RiskFamily::VOCABULARY),
];

/// Fields that are called as Dublin Core calls them.
const RENAMED: [&str; 4] = ["id", "reference", "name", "summary"];

pub(super) fn write(dataset: &Dataset) -> String {
    let records: Vec<Value> = dataset
        .snapshot
        .uses_of(dataset.scope)
        .map(|public| record(dataset, public))
        .collect();
    let addresses: Vec<&Value> = records.iter().map(|record| &record["@id"]).collect();
    let mut graph = vec![json!({
        "@id": dataset.address("donnees#register"),
        "@type": "dcat:Dataset",
        "dct:license": {"@id": LICENCE_URL},
        "dct:modified": {"@value": dataset.snapshot.built_on, "@type": "xsd:date"},
        "dct:hasPart": addresses.into_iter().map(|id| json!({"@id": id})).collect::<Vec<_>>(),
    })];
    graph.extend(records);
    graph.extend(fields(dataset));
    for (_, vocabulary) in CODES {
        graph.extend(concepts(dataset, vocabulary));
    }
    pretty(&json!({"@context": context(dataset), "@graph": graph}))
}

/// Fields and codes are described in the file itself; codes carry the meaning of DPV where it has
/// one.
fn context(dataset: &Dataset) -> Value {
    json!({
        "@version": 1.1,
        "@vocab": format!("{}#", dataset.address(OpenFile::RegisterLinked.name())),
        "ai": "https://w3id.org/dpv/ai#",
        "aiact": "https://w3id.org/dpv/legal/eu/aiact#",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "reference": "dct:identifier",
        "name": "dct:title",
        "summary": "dct:description",
    })
}

fn record(dataset: &Dataset, public: &PublicUse) -> Value {
    let use_case = &public.use_case;
    let mut whole = serde_json::to_value(use_case).unwrap_or_default();
    drop_unfilled(&mut whole);
    if let Some(fields) = whole.as_object_mut() {
        fields.remove("id");
    }
    let mut record = linked(dataset, "", whole);
    let address = match dataset.public_url {
        Some(url) => format!("{url}/id/{}", use_case.id),
        None => format!("urn:uuid:{}", use_case.id),
    };
    record["@id"] = address.into();
    record["@type"] = "UseCase".into();
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

/// The value with its texts by language and its codes as concepts.
fn linked(dataset: &Dataset, path: &str, value: Value) -> Value {
    match value {
        Value::Object(object) if is_text(&object) => object
            .into_iter()
            .map(|(tag, text)| json!({"@value": text, "@language": tag}))
            .collect(),
        Value::Object(object) => object
            .into_iter()
            .map(|(key, value)| {
                let below = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                (key, linked(dataset, &below, value))
            })
            .collect(),
        Value::Array(items) => items
            .into_iter()
            .map(|item| linked(dataset, path, item))
            .collect(),
        Value::String(code) => match CODES.iter().find(|(known, _)| *known == path) {
            Some((_, vocabulary)) => json!({"@id": concept(dataset, vocabulary, &code)}),
            None => Value::String(code),
        },
        value => value,
    }
}

fn is_text(object: &Map<String, Value>) -> bool {
    let is_tag =
        |key: &String| (2..=3).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_lowercase());
    let mut fields = object.iter();
    !object.is_empty() && fields.all(|(key, value)| is_tag(key) && value.is_string())
}

fn concept(dataset: &Dataset, vocabulary: &str, code: &str) -> String {
    let file = dataset.address(OpenFile::RegisterLinked.name());
    format!("{file}#{vocabulary}.{code}")
}

/// The name of each field of a record.
fn fields(dataset: &Dataset) -> Vec<Value> {
    let file = dataset.address(OpenFile::RegisterLinked.name());
    let entries = entries(dataset, "record_fields");
    let named = entries.filter(|entry| !RENAMED.contains(&entry.code.as_str()));
    named
        .map(|entry| {
            json!({
                "@id": format!("{file}#{}", entry.code),
                "@type": "rdf:Property",
                "rdfs:label": texts(dataset, &entry.label),
                "rdfs:comment": texts(dataset, &entry.definition),
            })
        })
        .collect()
}

fn concepts(dataset: &Dataset, vocabulary: &str) -> Vec<Value> {
    let node = |entry: &Entry| {
        let mut node = json!({
            "@id": concept(dataset, vocabulary, &entry.code),
            "@type": "skos:Concept",
            "skos:notation": entry.code,
            "skos:prefLabel": texts(dataset, &entry.label),
            "skos:definition": texts(dataset, &entry.definition),
        });
        if let Some(dpv) = &entry.dpv {
            node["skos:exactMatch"] = json!({"@id": dpv});
        }
        node
    };
    entries(dataset, vocabulary).map(node).collect()
}

fn entries<'a>(dataset: &Dataset<'a>, vocabulary: &str) -> impl Iterator<Item = &'a Entry> {
    let known = dataset.wording.reference.vocabularies.get(vocabulary);
    known.into_iter().flat_map(|known| &known.values)
}

/// A text in each language.
fn texts(dataset: &Dataset, text: &Text) -> Vec<Value> {
    let wordings = dataset.wordings();
    let each = wordings.iter();
    each.map(|w| json!({"@value": w.text(text), "@language": w.language.tag()}))
        .collect()
}
