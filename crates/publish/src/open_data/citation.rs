use super::{Dataset, LICENCE};
use serde_json::Value;
use std::fmt::Write;

/// Citation File Format 1.2.0. Every text is between quotes as in JSON, which YAML reads too.
pub(super) fn write(dataset: &Dataset) -> String {
    let w = &dataset.words();
    let quoted = |text: &str| Value::from(text).to_string();
    let mut out = String::from("cff-version: 1.2.0\ntype: dataset\n");
    let day = dataset.changed_on();
    let _ = writeln!(out, "message: {}", quoted(&w.get("open-cite-message")));
    let _ = writeln!(out, "title: {}", quoted(&dataset.title(w)));
    let _ = writeln!(out, "abstract: {}", quoted(&dataset.description(w)));
    let _ = writeln!(out, "authors:\n  - name: {}", quoted(&dataset.publisher(w)));
    let _ = writeln!(out, "version: {}", quoted(&day.to_string()));
    let _ = writeln!(out, "date-released: {day}");
    let _ = writeln!(out, "license: {LICENCE}");
    if dataset.public_url.is_some() {
        let _ = writeln!(out, "url: {}", quoted(&dataset.address("donnees")));
    }
    out.push_str("keywords:\n");
    for word in dataset.keywords(w) {
        let _ = writeln!(out, "  - {}", quoted(&word));
    }
    out
}
