use super::*;
use proptest::prelude::*;
use serde_json::Value;

fn graph(texts: &[String]) -> Graph {
    let mut graph = Graph::default();
    for (position, text) in texts.iter().enumerate() {
        let node = Iri::new(&format!("https://a.example/{text}#{}", position % 3));
        graph.say(&node, TYPE, Term::Node(Iri::of(("dcat", "Dataset"))));
        graph.say(&node, ("dct", "title"), Term::words(text, "fr"));
        graph.say(&node, ("dct", "date"), Term::value(text, ("xsd", "string")));
        graph.say(&node, ("dct", "relation"), Term::node(text));
    }
    graph
}

/// The triples of a JSON-LD document as strings: node, property, what is said.
fn read_json(text: &str) -> BTreeSet<(String, String, String)> {
    let document: Value = serde_json::from_str(text).expect("JSON");
    let mut found = BTreeSet::new();
    for node in document["@graph"].as_array().expect("nodes") {
        for (key, values) in node.as_object().expect("a node") {
            for value in values.as_array().into_iter().flatten() {
                found.insert((node["@id"].to_string(), key.clone(), value.to_string()));
            }
        }
    }
    found
}

/// What stood between the quotes of Turtle.
fn unescape_turtle(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let c = match c {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some(other) => other,
                None => panic!("a lone backslash"),
            },
            '"' | '\n' | '\r' => panic!("{c:?} ends the text"),
            c => c,
        };
        out.push(c);
    }
    out
}

/// What an XML reader sees.
fn unescape_xml(text: &str) -> String {
    assert!(!text.contains(['<', '>', '"', '\r']), "{text:?}");
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#13;", "\r")
        .replace("&amp;", "&")
}

proptest! {
    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        let kept = clean(&text);
        prop_assert_eq!(unescape_turtle(&turtle::escape(&kept)), kept.clone());
        prop_assert_eq!(unescape_xml(&xml::escape(&kept)), kept.clone());
        prop_assert_eq!(clean(&kept), kept);
        let address = Iri::new(&text);
        let is_forbidden = |c: char| c <= ' ' || "<>\"{}|^`\\".contains(c);
        let is_kept = address.as_str().contains(is_forbidden);
        prop_assert!(!is_kept);
    }

    #[test]
    fn every_form_holds_every_triple(texts in proptest::collection::vec(any::<String>(), 0..6)) {
        let graph = graph(&texts);
        let count = graph.triples.len();
        prop_assert_eq!(read_json(&graph.json()).len(), count);
        let is_triple = |line: &&str| line.starts_with("    ");
        let turtle = graph.turtle();
        prop_assert_eq!(turtle.split('\n').filter(is_triple).count(), count);
        let xml = graph.xml();
        let ends = xml.matches("/>").count() + xml.matches("</dct:").count();
        prop_assert_eq!(ends, count);
    }
}

#[test]
fn the_forms_look_like_this() {
    let mut graph = Graph::default();
    let node = Iri::new("https://a.example/a b");
    graph.say(&node, TYPE, Term::Node(Iri::of(("dcat", "Dataset"))));
    graph.say(
        &node,
        ("dct", "title"),
        Term::words("L’« IA » & \"co\"", "fr"),
    );
    graph.say(
        &node,
        ("dcat", "byteSize"),
        Term::value("12", ("xsd", "nonNegativeInteger")),
    );
    let turtle = graph.turtle();
    assert!(
        turtle.ends_with(
            "\n<https://a.example/a%20b>\n    dcat:byteSize \"12\"^^xsd:nonNegativeInteger ;\n    dct:title \"L’« IA » & \\\"co\\\"\"@fr ;\n    a <http://www.w3.org/ns/dcat#Dataset> .\n"
        ),
        "{turtle}"
    );
    let xml = graph.xml();
    assert!(
        xml.contains("<dct:title xml:lang=\"fr\">L’« IA » &amp; &quot;co&quot;</dct:title>"),
        "{xml}"
    );
}
