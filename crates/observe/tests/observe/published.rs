//! Real registers, read only when they are beside the project (`../shared/data/registers`).

use crate::{mapping, mappings, root, table};
use chrono::NaiveDate;
use domain::Lifecycle;
use observe::register::{Format, diff, read_peers};
use reference::Owner;
use std::collections::BTreeMap;

fn file(path: &str) -> Option<Vec<u8>> {
    std::fs::read(root().join("../shared/data/registers").join(path)).ok()
}

/// Rows, records, records with a state.
fn check(id: &str, path: &str, expected: [usize; 3]) {
    let Some(bytes) = file(path) else { return };
    let reference = mappings(&[]);
    let mapping = mapping(&reference, id);
    let Owner::Peer(publisher) = &mapping.records else {
        panic!("a register of others");
    };
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let table = table(&bytes, &mapping.file);
    let reading = read_peers(&table, &Format::of(mapping, &table), publisher, day);
    let states = reading
        .records
        .iter()
        .filter(|record| record.lifecycle.is_some());
    assert_eq!(
        [reading.read, reading.records.len(), states.count()],
        expected,
        "{id}"
    );
    let mut ids: Vec<_> = reading.records.iter().map(|record| record.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), expected[1], "{id}: identifiers are unique");
}

#[test]
fn every_published_row_becomes_a_record() {
    check(
        "us-2024",
        "us-federal-2024/2024_consolidated_ai_inventory_raw_v2.csv",
        [2_133, 2_133, 2_129],
    );
    check(
        "us-2023",
        "us-federal-2023/2023_consolidated_ai_inventory_raw.csv",
        [710, 710, 389],
    );
    check(
        "nl",
        "nl-algoritmeregister/algoritmes-2026-08-08.json",
        [1_530, 1_530, 1_530],
    );
    check("jrc-ips", "eu-ips-2022/cases.csv", [853, 853, 853]);
}

#[test]
fn windows_text_is_decoded_and_repeated_headers_are_told_apart() {
    let Some(bytes) = file("us-federal-2024/2024_consolidated_ai_inventory_raw_v2.csv") else {
        return;
    };
    let table = table(&bytes, &reference::FileShape::default());
    assert_eq!(table.read_as, "CSV, windows-1252, ,");
    assert_eq!(table.headers.len(), 62);
    let position = |header: &str| table.position(header).map(|position| position + 1);
    assert_eq!(position("If Other, please explain."), Some(26));
    assert_eq!(position("If Other, please explain. (9)"), Some(62));
    assert!(table.headers[8].contains("AI system’s outputs"));
}

#[test]
fn the_two_dutch_editions_differ_as_counted_elsewhere() {
    let (Some(before), Some(after)) = (
        file("nl-algoritmeregister/algoritmes-2026-06-12.json"),
        file("nl-algoritmeregister/algoritmes-2026-08-08.json"),
    ) else {
        return;
    };
    let reference = mappings(&[]);
    let nl = mapping(&reference, "nl");
    let difference = diff(&table(&before, &nl.file), &table(&after, &nl.file), nl);
    assert_eq!(
        (difference.added, difference.removed, difference.changed),
        (68, 1, 55)
    );
    let fields = [
        ("doel", 4),
        ("geregistreerd", 34),
        ("impactassessment", 1),
        ("juridische_basis", 1),
        ("organisatie", 21),
        ("status", 5),
        ("title", 1),
    ];
    let fields: BTreeMap<_, _> = fields.map(|(name, count)| (name.to_owned(), count)).into();
    assert_eq!(difference.fields, fields);
    assert!(
        nl.lifecycle
            .meanings()
            .any(|state| *state == Lifecycle::Retired)
    );
}

#[test]
fn a_sheet_of_a_real_workbook_is_read() {
    let Some(bytes) = file("mit-ai-risk/ai-risk-repository-v3-2025-03-26.xlsx") else {
        return;
    };
    let shape = reference::FileShape {
        sheet: Some("AI Risk Database v3".to_owned()),
        ..reference::FileShape::default()
    };
    let table = table(&bytes, &shape);
    assert_eq!(table.read_as, "XLSX, AI Risk Database v3");
    assert!(table.rows.len() > 2_000, "{}", table.rows.len());
}
