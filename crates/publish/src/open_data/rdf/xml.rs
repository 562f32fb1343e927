use super::{Graph, Iri, PREFIXES, Term};
use std::fmt::Write;

/// The graph as RDF/XML 1.1.
pub(super) fn write(graph: &Graph) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rdf:RDF");
    for (prefix, space) in PREFIXES {
        let _ = write!(out, " xmlns:{prefix}=\"{space}\"");
    }
    out.push_str(">\n");
    for (node, said) in graph.nodes() {
        let about = escape(node.as_str());
        let _ = writeln!(out, "<rdf:Description rdf:about=\"{about}\">");
        for ((prefix, local), terms) in said {
            for term in terms {
                let _ = writeln!(out, "{}", element(&format!("{prefix}:{local}"), term));
            }
        }
        out.push_str("</rdf:Description>\n");
    }
    out.push_str("</rdf:RDF>\n");
    out
}

fn element(name: &str, term: &Term) -> String {
    match term {
        Term::Node(node) => format!("<{name} rdf:resource=\"{}\"/>", escape(node.as_str())),
        Term::Words(text, tag) => format!("<{name} xml:lang=\"{tag}\">{}</{name}>", escape(text)),
        Term::Value(text, kind) => {
            let kind = Iri::of(*kind);
            let kind = escape(kind.as_str());
            format!("<{name} rdf:datatype=\"{kind}\">{}</{name}>", escape(text))
        }
    }
}

/// The text in an element or an attribute; a carriage return would be lost as it is.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}
