//! A list of triples, and its three forms: Turtle, RDF/XML and JSON-LD.
//!
//! Every node has an address, so two graphs are equal when their lists are. What one form cannot
//! hold (a control character in XML, a space in an address) is replaced before the list is made:
//! the three forms never differ.

mod json;
#[cfg(test)]
mod tests;
mod turtle;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

/// A name as prefix and local part: `("dct", "title")`.
pub(super) type Name = (&'static str, &'static str);

/// The vocabularies of the catalogue.
const PREFIXES: [(&str, &str); 10] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The type of a node.
pub(super) const TYPE: Name = ("rdf", "type");

/// An address that every form can hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Iri(String);

impl Iri {
    /// The address, with what no form can hold percent-encoded.
    pub(super) fn new(address: &str) -> Self {
        let mut out = String::with_capacity(address.len());
        for c in address.chars() {
            let is_forbidden = c <= ' ' || "<>\"{}|^`\\".contains(c) || !is_xml(c);
            if is_forbidden {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            } else {
                out.push(c);
            }
        }
        Self(out)
    }

    /// The address of a name.
    pub(super) fn of((prefix, local): Name) -> Self {
        let known = PREFIXES.iter().find(|(known, _)| *known == prefix);
        Self(format!(
            "{}{local}",
            known.map_or(prefix, |(_, space)| space)
        ))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is said of a node.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    /// Another node.
    Node(Iri),
    /// Words, with their language.
    Words(String, &'static str),
    /// A value and its type.
    Value(String, Name),
}

impl Term {
    /// Another node.
    pub(super) fn node(address: &str) -> Self {
        Self::Node(Iri::new(address))
    }

    /// Words in a language, by tag.
    pub(super) fn words(text: &str, tag: &'static str) -> Self {
        Self::Words(clean(text), tag)
    }

    /// A value of a type.
    pub(super) fn value(text: &str, kind: Name) -> Self {
        Self::Value(clean(text), kind)
    }
}

/// A set of triples.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Graph {
    triples: BTreeSet<(Iri, Name, Term)>,
}

/// What is said of each node, by property.
type Nodes<'a> = BTreeMap<&'a Iri, BTreeMap<Name, Vec<&'a Term>>>;

impl Graph {
    /// Says something of a node.
    pub(super) fn say(&mut self, node: &Iri, property: Name, term: Term) {
        self.triples.insert((node.clone(), property, term));
    }

    /// As Turtle.
    pub(super) fn turtle(&self) -> String {
        turtle::write(self)
    }

    /// As RDF/XML.
    pub(super) fn xml(&self) -> String {
        xml::write(self)
    }

    /// As JSON-LD.
    pub(super) fn json(&self) -> String {
        json::write(self)
    }

    fn nodes(&self) -> Nodes<'_> {
        let mut nodes = Nodes::new();
        for (node, property, term) in &self.triples {
            let said = nodes.entry(node).or_default();
            said.entry(*property).or_default().push(term);
        }
        nodes
    }
}

/// The text without what XML 1.0 cannot hold.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| {
            if is_xml(c) {
                c
            } else {
                char::REPLACEMENT_CHARACTER
            }
        })
        .collect()
}

fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}
