//! Whatever the bytes, reading ends, and every row read is a record or a refusal.

use crate::mappings;
use chrono::NaiveDate;
use observe::register::{Format, decode, read_peers};
use proptest::prelude::*;
use reference::{FileShape, Owner};
use std::collections::BTreeSet;

fn check(bytes: &[u8]) {
    let reference = mappings(&[]);
    let Ok(table) = decode(bytes, &FileShape::default()) else {
        return;
    };
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    for mapping in reference.mappings.values() {
        let Owner::Peer(publisher) = &mapping.records else {
            continue;
        };
        let reading = read_peers(&table, &Format::of(mapping, &table), publisher, day);
        let refused: BTreeSet<_> = reading
            .remarks
            .iter()
            .filter(|remark| remark.is_refusal)
            .map(|remark| remark.row)
            .collect();
        assert_eq!(reading.read, reading.records.len() + refused.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn anything_that_looks_like_a_table(rows in proptest::collection::vec("[a-z\",;\n é]{0,40}", 0..12)) {
        let text = format!("Title,Summary,Use_Case_ID\n{}", rows.join("\n"));
        check(text.as_bytes());
    }

    #[test]
    fn anything_that_looks_like_json(rows in proptest::collection::vec("[a-z]{0,8}", 0..12)) {
        let items: Vec<_> = rows.iter().map(|id| serde_json::json!({"id": id, "title": id, "status": id})).collect();
        check(serde_json::json!({"algoritmes": items}).to_string().as_bytes());
    }
}

#[test]
fn a_json_file_whose_records_share_no_field_is_refused_before_it_fills_the_memory() {
    let records: Vec<_> = (0..3_000).map(|n| format!("{{\"field{n}\": 1}}")).collect();
    let text = format!("[{}]", records.join(","));
    let refused = decode(text.as_bytes(), &FileShape::default()).expect_err("refused");
    assert_eq!(
        (refused.key, refused.detail.as_str()),
        ("file-too-wide", "2000")
    );
}
