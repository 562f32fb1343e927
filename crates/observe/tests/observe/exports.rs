//! Records written in the shape of other registers: what comes back, and what is told as lost.

use crate::samples::{names, peer_with, use_case};
use crate::{mapping, mappings};
use domain::{CommonField, Generative, Lifecycle};
use observe::register::{Exported, Format, LossReason, Outgoing, decode, export, read_peers};
use proptest::prelude::*;
use reference::{FileKind, FileShape, Mapping, Owner, Reference};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::LazyLock;

/// The formats that are written.
const FORMATS: [&str; 6] = ["atrs", "eurocities", "fr", "nl", "own-uses", "pstw"];

/// Read once for all the records that chance makes.
static SHIPPED: LazyLock<Reference> = LazyLock::new(|| mappings(&[]));

fn written(outgoing: &[Outgoing], mapping: &Mapping, kind: FileKind) -> Exported {
    export(outgoing, mapping, Some(kind)).expect("a kind the format has")
}

fn kinds(mapping: &Mapping) -> Vec<FileKind> {
    mapping
        .export
        .as_ref()
        .expect("it is written")
        .kinds
        .clone()
}

fn losses(exported: &Exported) -> BTreeSet<(&str, LossReason)> {
    let lost = exported.balance.lost.iter();
    lost.map(|loss| (loss.field.as_str(), loss.reason))
        .collect()
}

#[test]
fn the_formats_that_are_written_are_these() {
    let reference = mappings(&[]);
    let written = reference.mappings.values();
    let written = written.filter(|mapping| mapping.export.is_some());
    let ids: Vec<_> = written.map(|mapping| mapping.id.as_str()).collect();
    assert_eq!(ids, FORMATS);
    let us = export(&[], mapping(&reference, "us-2024"), None);
    assert_eq!(us.expect_err("only read").key, "export-read-only");
    let json = export(&[], mapping(&reference, "fr"), Some(FileKind::Json));
    assert_eq!(json.expect_err("no such kind").key, "export-other-kind");
}

/// The table a person reads before choosing a format: a record with every field filled in, in
/// two languages, and what becomes of each field.
#[test]
fn what_each_format_keeps_of_a_full_record() {
    let reference = mappings(&[]);
    let outgoing = [Outgoing::of_own(&use_case(), &names())];
    let mut table = String::new();
    for id in FORMATS {
        let mapping = mapping(&reference, id);
        let exported = written(&outgoing, mapping, kinds(mapping)[0]);
        let kept: Vec<_> = exported.balance.kept.keys().map(String::as_str).collect();
        writeln!(table, "{id} ({})", exported.kind.word()).expect("a string");
        writeln!(table, "  kept {}: {}", kept.len(), kept.join(" ")).expect("a string");
        for reason in LossReason::ALL {
            let fields: Vec<_> = exported
                .balance
                .lost
                .iter()
                .filter(|loss| loss.reason == reason)
                .map(|loss| loss.field.as_str())
                .collect();
            if !fields.is_empty() {
                let (code, count) = (reason.code(), fields.len());
                writeln!(table, "  {code} {count}: {}", fields.join(" ")).expect("a string");
            }
        }
    }
    insta::assert_snapshot!("what_each_format_keeps", table);
}

#[test]
fn every_kind_of_file_keeps_the_same() {
    let reference = mappings(&[]);
    let outgoing = [Outgoing::of_own(&use_case(), &names())];
    for id in FORMATS {
        let mapping = mapping(&reference, id);
        let all = kinds(mapping).into_iter();
        let accounts: Vec<_> = all
            .map(|kind| written(&outgoing, mapping, kind))
            .map(|exported| exported.balance)
            .collect();
        assert!(accounts.windows(2).all(|pair| pair[0] == pair[1]), "{id}");
    }
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let reference = mappings(&[]);
    let outgoing = [Outgoing::of_own(&use_case(), &names())];
    for id in FORMATS {
        let mapping = mapping(&reference, id);
        for kind in kinds(mapping) {
            let (first, second) = (
                written(&outgoing, mapping, kind),
                written(&outgoing, mapping, kind),
            );
            assert!(first.bytes == second.bytes, "{id} as {}", kind.word());
        }
    }
}

#[test]
fn no_cell_of_a_csv_runs_as_a_formula() {
    let reference = mappings(&[]);
    let mapping = mapping(&reference, "fr");
    for risky in ["=1+1", "+33 2 99 00 00 00", "-2", "@here", "'=1"] {
        let outgoing = [Outgoing::of_peer(&peer_with(&[
            (CommonField::Name, "Nom"),
            (CommonField::Contact, risky),
        ]))];
        let csv = written(&outgoing, mapping, FileKind::Csv);
        let text = String::from_utf8(csv.bytes.clone()).expect("UTF-8");
        assert!(text.contains(&format!("\"'{risky}\"")), "{text}");
        assert_eq!(
            csv.balance.kept.get("contact"),
            Some(&1),
            "it comes back as it was"
        );
    }
}

#[test]
fn a_state_without_a_word_in_the_target_is_told() {
    let reference = mappings(&[]);
    let record = |state| {
        Outgoing::of_own(
            &domain::UseCase {
                lifecycle: state,
                ..use_case()
            },
            &names(),
        )
    };
    for (id, state, is_kept) in [
        ("nl", Lifecycle::Deployed, true),
        ("nl", Lifecycle::Refused, false),
        ("eurocities", Lifecycle::Suspended, false),
        ("pstw", Lifecycle::Wished, false),
        ("fr", Lifecycle::Refused, true),
        ("atrs", Lifecycle::Pilot, false),
    ] {
        let mapping = mapping(&reference, id);
        let exported = written(&[record(state)], mapping, kinds(mapping)[0]);
        let is_lost = losses(&exported).contains(&("lifecycle_status", LossReason::NotInList));
        assert_eq!(
            (is_kept, !is_kept),
            (
                exported.balance.kept.contains_key("lifecycle_status"),
                is_lost
            )
        );
    }
}

#[test]
fn a_text_longer_than_the_target_admits_is_cut_and_told() {
    let reference = mappings(&[]);
    let long = "mot ".repeat(60);
    let outgoing = [Outgoing::of_peer(&peer_with(&[
        (CommonField::Name, "Nom"),
        (CommonField::Summary, &long),
    ]))];
    let exported = written(&outgoing, mapping(&reference, "eurocities"), FileKind::Csv);
    assert!(losses(&exported).contains(&("summary", LossReason::TooLong)));
    let table = decode(&exported.bytes, &FileShape::default()).expect("a table");
    let cell = &table.rows[0][table.position("description_short").expect("a column")];
    assert!(
        cell.ends_with("mot…") && cell.chars().count() <= 150,
        "{cell}"
    );
}

#[test]
fn a_value_the_target_does_not_know_is_not_slipped_into_its_closed_lists() {
    let reference = mappings(&[]);
    let pstw = mapping(&reference, "pstw");
    let outgoing = [Outgoing::of_peer(&peer_with(&[
        (CommonField::Name, "Nom"),
        (CommonField::PolicyArea, "Health ; Public health services."),
        (
            CommonField::Technique,
            "Automated reasoning ; une recette de grand-mère",
        ),
        (
            CommonField::ExpectedBenefits,
            "Cost-reduction ; moins de papier",
        ),
        (CommonField::Suppliers, "GovTech"),
        (CommonField::Country, "DE"),
    ]))];
    let exported = written(&outgoing, pstw, FileKind::Csv);
    let table = decode(&exported.bytes, &pstw.file).expect("a table");
    let cell = |column: &str| table.rows[0][table.position(column).expect("a column")].as_str();
    assert_eq!(cell("Functions of Government (COFOG level I)"), "Health");
    assert_eq!(
        cell("Functions of Government (COFOG level II)"),
        "Public health services."
    );
    assert_eq!(
        cell("AI Classification Subdomain (II) (main)"),
        "Automated reasoning"
    );
    assert_eq!(cell("Cost-reduction"), "x");
    assert_eq!(cell("Collaboration type"), "GovTech");
    assert_eq!(cell("Geographical coverage (country)"), "Germany");
    let expected = [
        ("expected_benefits", LossReason::NotInList),
        ("technique", LossReason::NotInList),
    ];
    assert_eq!(losses(&exported), expected.into());
}

#[test]
fn nothing_of_a_record_of_our_own_is_neither_said_nor_told() {
    let reference = mappings(&[]);
    let outgoing = [Outgoing::of_own(&use_case(), &names())];
    let exported = written(&outgoing, mapping(&reference, "fr"), FileKind::Csv);
    let told: BTreeSet<String> = exported
        .balance
        .lost
        .iter()
        .map(|loss| loss.field.clone())
        .chain(exported.balance.kept.keys().cloned())
        .collect();
    for path in [
        "risks.likelihood",
        "risks.severity",
        "risks.family",
        "opinions.sense",
        "decision.outcome",
        "work_effects.minutes",
        "cost.yearly",
        "lessons.text",
        "modalities",
        "data.retention",
        "footprint_assumptions.model_class",
        "frequency.uses_per_month",
        "change_for_public",
        "exit_plan",
        "recommendations",
        "links.title",
        "stop.stopped_on",
    ] {
        assert!(told.contains(path), "{path} is lost in silence");
    }
}

/// Records that fill in a field are those that keep it and those told to lose something of it:
/// no more, no fewer.
#[test]
fn the_counts_of_a_balance_add_up() {
    let reference = mappings(&[]);
    let bare = domain::UseCase {
        summary: None,
        lifecycle: Lifecycle::Refused,
        generative: Generative::Unknown,
        ..use_case()
    };
    let outgoing = [use_case(), bare, use_case()].map(|u| Outgoing::of_own(&u, &names()));
    for id in FORMATS {
        let mapping = mapping(&reference, id);
        let balance = written(&outgoing, mapping, kinds(mapping)[0]).balance;
        assert_eq!(balance.silent, 0, "{id}");
        assert_eq!(balance.said["name"], 3, "{id}");
        assert_eq!(balance.said["summary"], 2, "{id}");
        assert_eq!(balance.said["generative"], 2, "{id}");
        assert_eq!(balance.unsaid["decision"], 3, "{id}: counted once a record");
        for (field, said) in &balance.said {
            let kept = balance.kept.get(field).copied().unwrap_or(0);
            let lost = balance.lost.iter().filter(|loss| loss.field == *field);
            let lost: usize = lost.map(|loss| loss.count).sum();
            assert!(kept <= *said && kept + lost >= *said, "{id}: {field}");
        }
    }
}

/// What the fields of a record are after one journey, as an importer reads them.
fn fields_again(exported: &Exported, mapping: &Mapping) -> Vec<BTreeMap<CommonField, String>> {
    let Owner::Peer(publisher) = &mapping.records else {
        panic!("a register of others");
    };
    let table = decode(&exported.bytes, &mapping.file).expect("a table");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let reading = read_peers(&table, &Format::of(mapping, &table), publisher, day);
    let records = reading.records.into_iter();
    records
        .map(|record| {
            let mut fields = record.fields;
            fields.insert(CommonField::Name, record.name);
            fields
        })
        .collect()
}

/// Every field is kept, or told: and the fields called kept are equal in the file.
fn check_round_trip(reference: &Reference, id: &str, fields: &BTreeMap<CommonField, String>) {
    let mapping = mapping(reference, id);
    let said: Vec<_> = fields
        .iter()
        .map(|(field, value)| (*field, value.as_str()))
        .collect();
    let mut peer = peer_with(&said);
    for kind in kinds(mapping) {
        peer.generative = Generative::Unknown;
        let exported = written(&[Outgoing::of_peer(&peer)], mapping, kind);
        assert_eq!(exported.balance.silent, 0, "{id}: {fields:?}");
        peer.generative = Generative::Yes;
        let exported = written(&[Outgoing::of_peer(&peer)], mapping, kind);
        assert_eq!(exported.balance.silent, 0, "{id}: {fields:?}");
        let lost: BTreeSet<&str> = exported
            .balance
            .lost
            .iter()
            .map(|loss| loss.field.as_str())
            .collect();
        for (field, value) in fields.iter().filter(|(_, value)| !value.trim().is_empty()) {
            let code = field.code();
            let is_kept = exported.balance.kept.contains_key(code);
            assert!(
                is_kept || lost.contains(code),
                "{id}: {code} {value:?} is lost in silence"
            );
        }
        if exported.balance.kept.is_empty() {
            continue;
        }
        let again = fields_again(&exported, mapping);
        for code in exported
            .balance
            .kept
            .keys()
            .filter(|code| !lost.contains(code.as_str()))
        {
            let field = CommonField::from_code(code).expect("a code");
            let near = [Some(field), near(field)];
            let found = near
                .into_iter()
                .flatten()
                .find_map(|field| again[0].get(&field));
            let is_apart = [CommonField::Generative, CommonField::LifecycleStatus].contains(&field);
            let value = fields.get(&field).map(|value| value.trim());
            assert!(
                is_apart || found.map(String::as_str) == value,
                "{id}: {code}"
            );
        }
    }
}

fn near(field: CommonField) -> Option<CommonField> {
    match field {
        CommonField::Need => Some(CommonField::Purpose),
        CommonField::AlternativeWithoutAi => Some(CommonField::AlternativesConsidered),
        CommonField::Frequency => Some(CommonField::Volume),
        CommonField::Technique => Some(CommonField::ModelDescription),
        _ => None,
    }
}

fn any_fields() -> impl Strategy<Value = BTreeMap<CommonField, String>> {
    let field = proptest::sample::select(CommonField::ALL).prop_map(|(field, _)| field);
    let value = prop_oneof![
        any::<String>(),
        "[=+@'\\-\t\r\n ;,\"a-z]{0,12}",
        "[a-zé ]{1,8}( ; [A-Z][a-z]{1,6}){0,4}",
        Just("Cost-reduction ; Learning".to_owned()),
        Just("Pilot".to_owned()),
        Just("2026-03-18".to_owned()),
    ];
    proptest::collection::btree_map(field, value, 0..20)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_record_round_trips_or_says_what_it_lost(mut fields in any_fields(), name in "[A-Za-zé][a-zé ]{0,20}") {
        fields.insert(CommonField::Name, name);
        for id in ["atrs", "eurocities", "fr", "nl", "pstw"] {
            check_round_trip(&SHIPPED, id, &fields);
        }
    }

    #[test]
    fn any_record_is_written_without_a_panic(fields in any_fields()) {
        for id in FORMATS {
            let mapping = mapping(&SHIPPED, id);
            let said: Vec<_> = fields.iter().map(|(field, value)| (*field, value.as_str())).collect();
            for kind in kinds(mapping) {
                let _ = written(&[Outgoing::of_peer(&peer_with(&said))], mapping, kind);
            }
        }
    }
}

/// The guide gives a whole mapping in each language: both must work as they stand.
#[test]
fn the_example_of_the_guide_reads_and_writes() {
    let path = crate::root().join("data/mappings/README.md");
    let guide = std::fs::read_to_string(path).expect("the guide");
    let examples = guide.split("```yaml\n").skip(1);
    let examples: Vec<&str> = examples
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert_eq!(examples.len(), 2);
    for (id, example) in ["ma-ville", "my-town"].into_iter().zip(examples) {
        let reference = mappings(&[(id, example)]);
        let mapping = mapping(&reference, id);
        let outgoing = [Outgoing::of_own(&use_case(), &names())];
        for kind in kinds(mapping) {
            let exported = written(&outgoing, mapping, kind);
            for kept in ["name", "reference", "summary", "lifecycle_status"] {
                assert!(exported.balance.kept.contains_key(kept), "{id}: {kept}");
            }
            assert!(losses(&exported).contains(&("start_date", LossReason::LessPrecise)));
        }
    }
}

/// The Table Schema describes the very columns that the French format writes.
#[test]
fn the_french_schema_describes_what_is_written() {
    let path = crate::root().join("data/schemas/fr-inventaire-algorithmes.json");
    let schema = std::fs::read(path).expect("the schema");
    let schema: serde_json::Value = serde_json::from_slice(&schema).expect("JSON");
    let fields = schema["fields"].as_array().expect("a list");
    let described: Vec<_> = fields
        .iter()
        .filter_map(|field| field["name"].as_str())
        .collect();
    let reference = mappings(&[]);
    let fr = mapping(&reference, "fr");
    let shape = fr.export.as_ref().expect("it is written");
    assert_eq!(described, shape.columns);
    let outgoing = [Outgoing::of_own(&use_case(), &names())];
    let exported = written(&outgoing, fr, FileKind::Csv);
    let table = decode(&exported.bytes, &fr.file).expect("a table");
    for (field, cell) in fields.iter().zip(&table.rows[0]) {
        let rules = &field["constraints"];
        let choices = rules["enum"].as_array();
        let is_choice = choices.is_none_or(|all| all.iter().any(|choice| choice == cell));
        let is_filled = rules["required"] != true || !cell.is_empty();
        let is_date = field["type"] == "date";
        let is_day = cell.is_empty() || cell.parse::<chrono::NaiveDate>().is_ok();
        assert!(is_choice && is_filled, "{}: {cell}", field["name"]);
        assert!(!is_date || is_day, "{}: {cell}", field["name"]);
    }
}
