use super::{Graph, Iri, Name, PREFIXES, TYPE, Term};
use std::fmt::Write;

/// The graph as Turtle 1.1.
pub(super) fn write(graph: &Graph) -> String {
    let mut out = String::new();
    for (prefix, space) in PREFIXES {
        let _ = writeln!(out, "@prefix {prefix}: <{space}> .");
    }
    for (node, said) in graph.nodes() {
        let _ = write!(out, "\n{}", iri(node));
        let mut separator = "";
        for (property, terms) in said {
            for term in terms {
                let _ = write!(out, "{separator}\n    {} {}", name(property), object(term));
                separator = " ;";
            }
        }
        out.push_str(" .\n");
    }
    out
}

fn name(name: Name) -> String {
    match name {
        TYPE => "a".to_owned(),
        (prefix, local) => format!("{prefix}:{local}"),
    }
}

fn object(term: &Term) -> String {
    match term {
        Term::Node(node) => iri(node),
        Term::Words(text, tag) => format!("\"{}\"@{tag}", escape(text)),
        Term::Value(text, (prefix, local)) => format!("\"{}\"^^{prefix}:{local}", escape(text)),
    }
}

fn iri(iri: &Iri) -> String {
    format!("<{}>", iri.as_str())
}

/// The text between quotes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out
}
