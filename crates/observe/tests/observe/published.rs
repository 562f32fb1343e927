//! Real registers, read only when they are beside the project (`../shared/data/registers`).

use crate::{mapping, mappings, root, table};
use chrono::NaiveDate;
use domain::{CommonField, Generative, Lifecycle, PeerRecord};
use observe::register::{Format, LossReason, Outgoing, Reading, diff, export, read_peers};
use reference::{FileKind, Owner, Reference};
use std::collections::{BTreeMap, BTreeSet};

fn file(path: &str) -> Option<Vec<u8>> {
    std::fs::read(root().join("../shared/data/registers").join(path)).ok()
}

/// The records of a published file; `None` when the file is not there.
fn records(reference: &Reference, id: &str, path: &str) -> Option<Reading<PeerRecord>> {
    let bytes = file(path)?;
    let mapping = mapping(reference, id);
    let Owner::Peer(publisher) = &mapping.records else {
        panic!("a register of others");
    };
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let table = table(&bytes, &mapping.file);
    Some(read_peers(
        &table,
        &Format::of(mapping, &table),
        publisher,
        day,
    ))
}

/// Rows, records, records with a state, records said to be generative.
fn check(id: &str, path: &str, expected: [usize; 4]) {
    let reference = mappings(&[]);
    let Some(reading) = records(&reference, id, path) else {
        return;
    };
    let states = reading.records.iter();
    let states = states.filter(|record| record.lifecycle.is_some());
    let generative = reading.records.iter();
    let generative = generative.filter(|record| record.generative == Generative::Yes);
    assert_eq!(
        [
            reading.read,
            reading.records.len(),
            states.count(),
            generative.count()
        ],
        expected,
        "{id}"
    );
    let headers: Vec<_> = reading
        .remarks
        .iter()
        .filter(|remark| remark.row == 0)
        .collect();
    assert!(headers.is_empty(), "{id}: {headers:?}");
    let mut ids: Vec<_> = reading.records.iter().map(|record| record.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), expected[1], "{id}: identifiers are unique");
    for record in &reading.records {
        let is_inferred = record.generative_inferred.is_some();
        assert!(
            is_inferred || record.generative == Generative::Unknown,
            "{id}: shown as inferred"
        );
    }
}

const US_2024: &str = "us-federal-2024/2024_consolidated_ai_inventory_raw_v2.csv";
const US_2023: &str = "us-federal-2023/2023_consolidated_ai_inventory_raw.csv";
const NL: &str = "nl-algoritmeregister/algoritmes-2026-08-08.json";
const IPS: &str = "eu-ips-2022/cases.csv";
const PSTW: &str = "eu-pstw-2025-06/PSTW_Dataset.csv";
const ATRS_CSV: &str = "uk-atrs/atrs_records.csv";
const ATRS_JSON: &str = "uk-atrs/atrs_records.json";

#[test]
fn every_published_row_becomes_a_record() {
    check("us-2024", US_2024, [2_133, 2_133, 2_129, 267]);
    check("us-2023", US_2023, [710, 710, 389, 3]);
    check("nl", NL, [1_530, 1_530, 1_530, 46]);
    check("jrc-ips", IPS, [853, 853, 853, 0]);
    check("pstw", PSTW, [1_826, 1_826, 1_826, 101]);
    check("atrs", ATRS_CSV, [136, 136, 0, 1]);
    check("atrs", ATRS_JSON, [136, 136, 0, 7]);
}

/// Every date and every address that is kept can be shown; what is not is told.
#[test]
fn what_is_no_date_or_no_address_is_told_and_left_out() {
    let reference = mappings(&[]);
    let sources = [
        ("us-2024", US_2024, [44, 0, 24, 1]),
        ("us-2023", US_2023, [0, 0, 1, 0]),
        ("nl", NL, [0, 0, 0, 0]),
        ("jrc-ips", IPS, [0, 0, 26, 34]),
        ("pstw", PSTW, [0, 0, 7, 16]),
        ("atrs", ATRS_CSV, [0, 0, 0, 0]),
        ("atrs", ATRS_JSON, [0, 0, 0, 0]),
    ];
    let keys = [
        "row-not-a-date",
        "row-date-order",
        "row-not-an-address",
        "row-several-addresses",
    ];
    let (mut found, mut expected) = (Vec::new(), Vec::new());
    for (id, path, counts) in sources {
        let Some(reading) = records(&reference, id, path) else {
            return;
        };
        found.push((
            id,
            keys.map(|key| {
                let told = reading.remarks.iter();
                told.filter(|told| told.remark.key == key).count()
            }),
        ));
        expected.push((id, counts));
        for record in &reading.records {
            for (field, value) in &record.fields {
                let is_date = || {
                    let length = [4, 7, 10].contains(&value.len());
                    length && value.bytes().all(|b| b.is_ascii_digit() || b == b'-')
                };
                assert!(!field.is_date() || is_date(), "{id}: {value}");
                let mut addresses = value.split(" ; ");
                let is_address = |piece: &str| piece.starts_with("http") && !piece.contains(' ');
                assert!(
                    !field.is_address() || addresses.all(is_address),
                    "{id}: {value}"
                );
            }
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn the_two_files_of_one_register_hold_the_same_records() {
    let reference = mappings(&[]);
    let both = [ATRS_CSV, ATRS_JSON].map(|path| records(&reference, "atrs", path));
    let [Some(csv), Some(json)] = both else {
        return;
    };
    let ids = |reading: &Reading<PeerRecord>| -> BTreeSet<_> {
        reading.records.iter().map(|record| record.id).collect()
    };
    assert_eq!(ids(&csv), ids(&json));
    let described = |reading: &Reading<PeerRecord>| {
        let records = reading.records.iter();
        records
            .filter(|record| record.field(CommonField::Summary).is_some())
            .count()
    };
    assert_eq!([described(&csv), described(&json)], [0, 136]);
}

/// Every published record goes out in its own format and comes back equal, field by field. The
/// day of publication is in the British list and has no place in a British record.
#[test]
fn a_register_written_in_its_own_format_comes_back_whole() {
    let reference = mappings(&[]);
    for (id, path, expected) in [
        ("pstw", PSTW, None),
        ("nl", NL, None),
        (
            "atrs",
            ATRS_JSON,
            Some(("registered_on", LossReason::NoPlace, 136)),
        ),
    ] {
        let Some(reading) = records(&reference, id, path) else {
            return;
        };
        let outgoing: Vec<_> = reading.records.iter().map(Outgoing::of_peer).collect();
        for kind in [FileKind::Csv, FileKind::Xlsx] {
            let exported = export(&outgoing, mapping(&reference, id), Some(kind)).expect("a file");
            let lost = exported.balance.lost.iter();
            let lost: Vec<_> = lost
                .map(|loss| (loss.field.as_str(), loss.reason, loss.count))
                .collect();
            assert_eq!(exported.records, reading.records.len());
            let expected: Vec<_> = expected.into_iter().collect();
            assert_eq!(lost, expected, "{id} as {}", kind.word());
        }
    }
}

/// One record in seven of what others publish: enough to meet every kind of cell, soon enough.
const EACH: usize = 7;

/// Published records go out in every format: what a field does not keep is told.
#[test]
fn no_published_record_loses_a_field_in_silence() {
    let reference = mappings(&[]);
    let sources = [
        ("us-2024", US_2024),
        ("us-2023", US_2023),
        ("nl", NL),
        ("jrc-ips", IPS),
        ("pstw", PSTW),
    ];
    for (source, path) in sources {
        let Some(reading) = records(&reference, source, path) else {
            return;
        };
        let records: Vec<_> = reading.records.iter().step_by(EACH).collect();
        let outgoing: Vec<_> = records
            .iter()
            .map(|record| Outgoing::of_peer(record))
            .collect();
        let mut filled: BTreeMap<&str, usize> = BTreeMap::new();
        for field in records.iter().flat_map(|record| record.fields.keys()) {
            *filled.entry(field.code()).or_insert(0) += 1;
        }
        for target in ["atrs", "eurocities", "fr", "nl", "pstw"] {
            let exported = export(&outgoing, mapping(&reference, target), None).expect("a file");
            for (field, count) in &filled {
                let kept = exported.balance.kept.get(*field).copied().unwrap_or(0);
                let lost = exported
                    .balance
                    .lost
                    .iter()
                    .filter(|loss| loss.field == *field);
                let lost: usize = lost.map(|loss| loss.count).sum();
                assert!(kept + lost >= *count, "{source} to {target}: {field}");
            }
        }
    }
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
