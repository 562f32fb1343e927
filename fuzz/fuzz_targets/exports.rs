//! Any bytes read as a register, then written in the shape of another: no field is lost in silence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use observe::register::{Format, Outgoing, decode, export, read_peers};
use reference::{FileShape, Owner, Reference, Tree};
use std::sync::LazyLock;

const MAPPING: &str = r#"
id: fuzz
title: {fr: "Essai", en: "Trial"}
records: peer
publisher: {slug: fuzz, name: {fr: "Essai", en: "Trial"}, country: FR, language: fr, licence: etalab-2.0, attribution: {fr: "Essai", en: "Trial"}}
key: [name]
required: [name]
fields:
  name: {column: name}
  summary: {columns: [a, b, c]}
  tags: {list: tags}
  expected_benefits: {flags: [d, e]}
lifecycle: {live: deployed}
export: {kinds: [csv, json, xlsx], limits: {summary: 40}, choices: {a: [one, two]}}
"#;

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| {
    let mut tree = Tree::default();
    tree.insert("data/mappings/fuzz.yaml", MAPPING.as_bytes());
    Reference::read(&tree).0
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(table) = decode(bytes, &FileShape::default()) else {
        return;
    };
    let mapping = &REFERENCE.mappings["fuzz"];
    let Owner::Peer(publisher) = &mapping.records else {
        return;
    };
    let reading = read_peers(&table, &Format::of(mapping, &table), publisher, Default::default());
    let records: Vec<_> = reading.records.iter().map(Outgoing::of_peer).collect();
    for kind in mapping.export.iter().flat_map(|shape| &shape.kinds) {
        let exported = export(&records, mapping, Some(*kind)).expect("it is written");
        for field in reading.records.iter().flat_map(|record| record.fields.keys()) {
            let is_kept = exported.kept.contains_key(field.code());
            let is_told = exported.lost.iter().any(|loss| loss.field == field.code());
            assert!(is_kept || is_told, "{} is lost in silence", field.code());
        }
    }
});
