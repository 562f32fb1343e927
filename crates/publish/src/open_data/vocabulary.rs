//! The words of the linked data: one class for each noun of a record, one property for each of its
//! fields, one concept for each code. They have the same addresses in every file of a site, and the
//! list of what an answer of the API may hold says what each is.

use super::plain::Plain;
use super::{Dataset, LICENCE_URL, pretty};
use crate::api::{Field, Nature, fields, keys};
use reference::Entry;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The noun of the register.
pub(super) const RECORD: &str = "UseCase";
/// What a record on the site has and a file of data says otherwise, or not at all.
const NOT_LINKED: [&str; 4] = ["uri", "page", "id", "changed_at"];
/// Fields of a record that are called as Dublin Core calls them.
const RENAMED: [(&str, &str); 3] = [
    ("reference", "dct:identifier"),
    ("name", "dct:title"),
    ("summary", "dct:description"),
];

impl Dataset<'_> {
    /// The address under which every word of the linked data is, the same for every scope.
    pub fn vocabulary(&self) -> String {
        match self.public_url {
            Some(url) => format!("{url}/vocabulaire#"),
            None => "urn:vigie:vocabulaire#".to_owned(),
        }
    }

    /// The vocabulary as JSON-LD: what every word of the linked data means, in both languages.
    pub fn vocabulary_json(&self) -> String {
        let mut scheme = json!({
            "@id": self.vocabulary().trim_end_matches('#'),
            "@type": "owl:Ontology",
            "dct:license": {"@id": LICENCE_URL},
        });
        scheme["dct:title"] = texts(self, |w| Some(w.get("open-vocabulary")));
        scheme["dct:description"] = texts(self, |w| Some(w.get("open-vocabulary-means")));
        let mut graph = vec![scheme];
        graph.extend(terms(self));
        pretty(&json!({"@context": context(self), "@graph": graph}))
    }
}

/// How the keys of a record are read: its texts by language, its days as days, and the nouns it is
/// made of with words of their own.
pub(super) fn context(dataset: &Dataset) -> Value {
    let by_language = |id: &str| json!({"@id": id, "@container": "@language"});
    let mut context = json!({
        "@version": 1.1,
        "@vocab": dataset.vocabulary(),
        "v": dataset.vocabulary(),
        "ai": "https://w3id.org/dpv/ai#",
        "aiact": "https://w3id.org/dpv/legal/eu/aiact#",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    });
    for id in [
        "dct:title",
        "dct:description",
        "rdfs:label",
        "rdfs:comment",
        "skos:prefLabel",
        "skos:definition",
    ] {
        context[id] = by_language(id);
    }
    if let (Some(context), Value::Object(fields)) = (context.as_object_mut(), of_noun(RECORD)) {
        context.extend(fields);
    }
    context
}

/// The keys of an object and of what it holds.
fn of_noun(noun: &str) -> Value {
    let each = linked_fields(noun).map(|field| {
        let mut term = json!({"@id": property(noun, field.name)});
        match field.nature {
            Nature::Text if !field.is_list => term["@container"] = "@language".into(),
            Nature::Noun(name) => term["@context"] = of_noun(name),
            Nature::Words | Nature::Object => term["@type"] = "@json".into(),
            nature => {
                if let Some(kind) = kind(nature) {
                    term["@type"] = kind.into();
                }
            }
        }
        (field.name.to_owned(), term)
    });
    Value::Object(each.collect())
}

fn linked_fields(noun: &str) -> impl Iterator<Item = &'static Field> {
    let is_record = noun == RECORD;
    let all = fields(noun).iter();
    all.filter(move |field| !is_record || !NOT_LINKED.contains(&field.name))
}

/// The property of a field, as the context shortens it. The same word in two nouns is two
/// properties: a reason to stop is no reason to decide.
fn property(noun: &str, field: &str) -> String {
    let renamed = RENAMED.iter().find(|(known, _)| *known == field);
    match (noun, renamed) {
        (RECORD, Some((_, name))) => (*name).to_owned(),
        (RECORD, None) => format!("v:{field}"),
        _ => format!("v:{noun}.{field}"),
    }
}

/// The type of a value that JSON does not tell.
fn kind(nature: Nature) -> Option<&'static str> {
    match nature {
        Nature::Day => Some("xsd:date"),
        Nature::Instant => Some("xsd:dateTime"),
        Nature::Number => Some("xsd:double"),
        _ => None,
    }
}

/// What is said of a class, a property or a concept.
pub(super) fn terms(dataset: &Dataset) -> Vec<Value> {
    let nouns = nouns();
    let mut terms: Vec<Value> = nouns.iter().map(|noun| class(dataset, noun)).collect();
    for noun in &nouns {
        let own = linked_fields(noun).filter(|field| property(noun, field.name).starts_with("v:"));
        terms.extend(own.map(|field| described(dataset, noun, field)));
    }
    for vocabulary in vocabularies(&nouns) {
        terms.extend(concepts(dataset, vocabulary));
    }
    terms
}

/// The record and every noun it is made of, in the order in which they are met.
fn nouns() -> Vec<&'static str> {
    let mut found = vec![RECORD];
    let mut at = 0;
    while let Some(noun) = found.get(at).copied() {
        for field in linked_fields(noun) {
            if let Nature::Noun(name) = field.nature
                && !found.contains(&name)
            {
                found.push(name);
            }
        }
        at += 1;
    }
    found
}

fn vocabularies(nouns: &[&str]) -> BTreeSet<&'static str> {
    let all = nouns.iter().flat_map(|noun| linked_fields(noun));
    all.filter_map(|field| match field.nature {
        Nature::Code(vocabulary) => Some(vocabulary),
        _ => None,
    })
    .collect()
}

fn class(dataset: &Dataset, noun: &str) -> Value {
    json!({
        "@id": format!("v:{noun}"),
        "@type": "rdfs:Class",
        "rdfs:label": texts(dataset, |w| w.find(&format!("api-noun-{noun}"))),
    })
}

fn described(dataset: &Dataset, noun: &str, field: &Field) -> Value {
    let said = |w: &Plain| match noun {
        RECORD => w.entry("record_fields", field.name),
        _ => None,
    };
    let label = |w: &Plain| {
        let own = || keys(noun, field.name).iter().find_map(|key| w.find(key));
        said(w).map(|(label, _)| label).or_else(own)
    };
    let mut node = json!({
        "@id": property(noun, field.name),
        "@type": "rdf:Property",
        "rdfs:label": texts(dataset, label),
        "rdfs:domain": {"@id": format!("v:{noun}")},
    });
    let means = texts(dataset, |w| said(w).map(|(_, means)| means));
    if means.as_object().is_some_and(|means| !means.is_empty()) {
        node["rdfs:comment"] = means;
    }
    let range = match field.nature {
        Nature::Noun(name) => Some(format!("v:{name}")),
        Nature::Code(_) => Some("skos:Concept".to_owned()),
        nature => kind(nature).map(str::to_owned),
    };
    if let Some(range) = range {
        node["rdfs:range"] = json!({"@id": range});
    }
    node
}

fn concepts(dataset: &Dataset, vocabulary: &str) -> Vec<Value> {
    let node = |entry: &Entry| {
        let mut node = json!({
            "@id": concept(vocabulary, &entry.code),
            "@type": "skos:Concept",
            "skos:notation": entry.code,
            "skos:prefLabel": texts(dataset, |w| Some(w.text(&entry.label))),
            "skos:definition": texts(dataset, |w| Some(w.text(&entry.definition))),
        });
        if let Some(dpv) = &entry.dpv {
            node["skos:exactMatch"] = json!({"@id": dpv});
        }
        node
    };
    let known = dataset.wording.reference.vocabularies.get(vocabulary);
    let entries = known.into_iter().flat_map(|known| &known.values);
    entries.map(node).collect()
}

/// The concept of a code, as the context shortens it.
pub(super) fn concept(vocabulary: &str, code: &str) -> String {
    format!("v:{vocabulary}.{code}")
}

/// A text in each language that says it.
fn texts(dataset: &Dataset, say: impl Fn(&Plain) -> Option<String>) -> Value {
    let wordings = dataset.wordings();
    let each = wordings.iter().filter_map(|w| {
        let text = say(w)?;
        Some((w.language.tag().to_owned(), Value::from(text)))
    });
    Value::Object(each.collect::<Map<_, _>>())
}
