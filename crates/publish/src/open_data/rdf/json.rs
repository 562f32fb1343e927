use super::{Graph, Iri, Name, PREFIXES, TYPE, Term};
use crate::open_data::pretty;
use serde_json::{Map, Value, json};

/// The graph as JSON-LD 1.1, prefixes in the context.
pub(super) fn write(graph: &Graph) -> String {
    let context: Map<String, Value> = PREFIXES
        .iter()
        .map(|(prefix, space)| ((*prefix).to_owned(), json!(space)))
        .collect();
    let nodes: Vec<Value> = graph
        .nodes()
        .into_iter()
        .map(|(node, said)| {
            let mut object = Map::new();
            object.insert("@id".to_owned(), json!(node.as_str()));
            for (property, terms) in said {
                let terms = terms.into_iter().map(|term| value(property, term));
                object.insert(key(property), terms.collect());
            }
            Value::Object(object)
        })
        .collect();
    pretty(&json!({"@context": context, "@graph": nodes}))
}

fn key(property: Name) -> String {
    match property {
        TYPE => "@type".to_owned(),
        (prefix, local) => format!("{prefix}:{local}"),
    }
}

fn value(property: Name, term: &Term) -> Value {
    match term {
        Term::Node(node) if property == TYPE => json!(node.as_str()),
        Term::Node(node) => json!({"@id": node.as_str()}),
        Term::Words(text, tag) => json!({"@value": text, "@language": tag}),
        Term::Value(text, kind) => json!({"@value": text, "@type": Iri::of(*kind).as_str()}),
    }
}
