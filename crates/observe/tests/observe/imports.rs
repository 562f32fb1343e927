use crate::{mapping, mappings, table};
use chrono::NaiveDate;
use domain::{CommonField, Generative, Ground, Lifecycle, PeerRecord, PublicationLevel, UseCase};
use observe::register::{
    ChangeKind, Format, OwnContext, Reading, detect, diff, read_own, read_peers,
};
use reference::Owner;
use std::collections::BTreeMap;

const TOWN: &str = r#"
id: town
title: {fr: "Registre d’une ville", en: "Register of a town"}
records: peer
publisher: {slug: town, name: {fr: "Ville", en: "Town"}, country: FR, language: fr, licence: etalab-2.0, attribution: {fr: "Ville", en: "Town"}}
key: [Nom, Service]
required: [name]
fields:
  name: {column: Nom}
  organisation: {columns: [Ville, Service], join: ", "}
  country: {const: FR}
  lifecycle_status: {column: Etat}
lifecycle: {"En service": deployed, "arrêté": retired}
generative:
  - {column: Nom, contains: ["rédaction"], then: yes}
empty: ["", "n/a"]
"#;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day")
}

fn peers(csv: &str) -> Reading<PeerRecord> {
    let reference = mappings(&[("town", TOWN)]);
    let mapping = mapping(&reference, "town");
    let table = table(csv.as_bytes(), &mapping.file);
    let Owner::Peer(publisher) = &mapping.records else {
        panic!("a register of others");
    };
    read_peers(&table, &Format::of(mapping, &table), publisher, day())
}

/// Row, column and key of each remark.
fn check_remarks(reading: &Reading<PeerRecord>, expected: &[(usize, &str, &str)]) {
    let remarks = reading.remarks.iter();
    let found: Vec<_> = remarks
        .map(|remark| (remark.row, remark.column.as_str(), remark.remark.key))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_row_becomes_a_record_with_its_source_kept_whole() {
    let reading =
        peers("Nom;Ville;Service;Etat;Divers\nAide à la rédaction;Lys;n/a; EN  service ;=x\n");
    check_remarks(&reading, &[]);
    let record = &reading.records[0];
    assert_eq!(record.lifecycle, Some(Lifecycle::Deployed));
    assert_eq!(record.generative, Generative::Yes);
    assert_eq!(record.field(CommonField::Organisation), Some("Lys"));
    assert_eq!(record.field(CommonField::Country), Some("FR"));
    let source: Vec<_> = record
        .source_row
        .iter()
        .map(|cell| cell.value.as_str())
        .collect();
    assert_eq!(
        source,
        ["Aide à la rédaction", "Lys", "n/a", " EN  service ", "=x"]
    );
}

#[test]
fn nothing_is_lost_in_silence() {
    let csv = "Nom;Ville;Service;Etat\n;Lys;RH;En service\nTri;Lys;RH;on verra\nTri;Lys;RH;arrêté\nTri;Lys;RH\n";
    let reading = peers(csv);
    check_remarks(
        &reading,
        &[
            (1, "Nom", "row-missing-field"),
            (2, "Etat", "row-unmapped-value"),
        ],
    );
    assert_eq!(reading.read, 4);
    let keys: Vec<_> = reading
        .records
        .iter()
        .map(|record| record.key.as_str())
        .collect();
    assert_eq!(keys, ["Tri | RH", "Tri | RH #2", "Tri | RH #3"]);
    let states: Vec<_> = reading
        .records
        .iter()
        .map(|record| record.lifecycle)
        .collect();
    assert_eq!(states, [None, Some(Lifecycle::Retired), None]);
}

#[test]
fn a_column_that_is_missing_is_told_once() {
    let reading = peers("Nom;Ville;Service\nTri;Lys;RH\n");
    check_remarks(&reading, &[(0, "", "file-missing-column")]);
    assert_eq!(reading.records.len(), 1);
}

#[test]
fn the_same_row_keeps_its_identifier_from_one_edition_to_the_next() {
    let first = peers("Nom;Ville;Service;Etat\nTri;Lys;RH;En service\n");
    let second = peers("Nom;Ville;Service;Etat\nAutre;Lys;RH;\nTri;Lys;RH;arrêté\n");
    assert_eq!(first.records[0].id, second.records[1].id);
}

#[test]
fn two_editions_are_compared_cell_by_cell() {
    let reference = mappings(&[("town", TOWN)]);
    let mapping = mapping(&reference, "town");
    let read = |csv: &str| table(csv.as_bytes(), &mapping.file);
    let before = read("Nom,Ville,Service,Etat\nA,Lys,RH,En service\nB,Lys,RH,x\nC,Lys,RH,x\n");
    let after = read("Nom,Ville,Service,Etat\nA,Lys,RH,En  service\nB,Lys,RH,y\nD,Lys,RH,x\n");
    let difference = diff(&before, &after, mapping);
    assert_eq!(
        (difference.added, difference.removed, difference.changed),
        (1, 1, 1)
    );
    assert_eq!(difference.fields, BTreeMap::from([("Etat".to_owned(), 1)]));
    let changed = difference
        .records
        .iter()
        .find(|c| c.change == ChangeKind::Changed);
    let changed = changed.expect("one row changed");
    assert_eq!(changed.fields["Etat"], ["x", "y"].map(str::to_owned));
}

#[test]
fn a_format_is_recognised_by_its_columns() {
    let reference = mappings(&[("town", TOWN)]);
    let shape = reference::FileShape::default();
    let town = table(b"Nom,Ville,Service,Etat\nA,B,C,D\n", &shape);
    let found = detect(&town, reference.mappings.values());
    assert_eq!(found.map(|mapping| mapping.id.as_str()), Some("town"));
    let other = table(b"x,y\n1,2\n", &shape);
    assert!(detect(&other, reference.mappings.values()).is_none());
}

fn own(csv: &str, existing: &Reading<UseCase>) -> Reading<UseCase> {
    let reference = mappings(&[]);
    let mapping = mapping(&reference, "own-uses");
    let table = table(csv.as_bytes(), &mapping.file);
    let known = existing
        .records
        .iter()
        .map(|record| (record.id, record.clone()));
    let context = OwnContext {
        authority: "ville",
        language: "fr",
        departments: BTreeMap::from([("ressources humaines".to_owned(), "hr".to_owned())]),
        tools: BTreeMap::from([("plume".to_owned(), "plume".to_owned())]),
        existing: known.collect(),
        reference_prefix: "VIL",
        last_number: 7,
    };
    read_own(&table, &Format::of(mapping, &table), &context)
}

fn example() -> String {
    let path = crate::root().join("data/mappings/examples/own-uses.csv");
    std::fs::read_to_string(path).expect("the example of the guide")
}

#[test]
fn the_example_of_the_guide_imports_without_a_refusal() {
    let nothing = own(
        "Nom de l’usage\n-\n",
        &Reading {
            read: 0,
            records: Vec::new(),
            remarks: Vec::new(),
        },
    );
    let reading = own(&example(), &nothing);
    assert!(
        reading.remarks.iter().all(|remark| !remark.is_refusal),
        "{:?}",
        reading.remarks
    );
    assert_eq!(reading.read, 4);
    let references: Vec<_> = reading
        .records
        .iter()
        .map(|r| r.reference.as_str())
        .collect();
    assert_eq!(references, ["VIL-008", "VIL-009", "VIL-010", "VIL-011"]);
    assert!(reading.records.iter().all(|record| record.task.is_some()));
}

#[test]
fn a_second_import_changes_only_what_the_row_fills_in() {
    let nothing = Reading {
        read: 0,
        records: Vec::new(),
        remarks: Vec::new(),
    };
    let mut first = own(&example(), &nothing);
    first.records[0].exit_plan = Some(domain::Text::one("fr", "écrit à la main"));
    let second = own(&example(), &first);
    assert_eq!(second.records[0], first.records[0]);
    assert_eq!(second.records[0].reference, "VIL-008");
}

#[test]
fn what_nobody_said_may_be_published_stays_inside() {
    let nothing = Reading {
        read: 0,
        records: Vec::new(),
        remarks: Vec::new(),
    };
    let header = example().lines().next().expect("a header").to_owned();
    let separator = if header.contains(';') { ';' } else { ',' };
    let columns: Vec<&str> = header
        .split(separator)
        .map(|c| c.trim_matches(['"', '\u{feff}']))
        .collect();
    let cells: Vec<&str> = columns
        .iter()
        .map(|column| match *column {
            "Nom de l’usage" => "Trier le courrier",
            "État" => "En test",
            _ => "",
        })
        .collect();
    let csv = format!("{}\n{}\n", columns.join(";"), cells.join(";"));
    let reading = own(&csv, &nothing);
    let record = reading
        .records
        .first()
        .unwrap_or_else(|| panic!("{:?}", reading.remarks));
    assert_eq!(record.publication.level, PublicationLevel::Internal);
    assert_eq!(record.publication.ground, Some(Ground::Unverified));
    assert_eq!(record.generative, Generative::Unknown);
}

/// A new row with what it says of publication; what becomes of its level and ground.
fn check_publication(
    level: &str,
    ground: &str,
    expected: Option<(PublicationLevel, Option<Ground>)>,
) {
    let nothing = Reading {
        read: 0,
        records: Vec::new(),
        remarks: Vec::new(),
    };
    let header = "Nom de l’usage;Direction;État;Publication;Motif si non publié";
    let csv = format!("{header}\nTrier le courrier;;En test;{level};{ground}\n");
    let reading = own(&csv, &nothing);
    let record = reading.records.first().map(|record| &record.publication);
    let found = record.map(|publication| (publication.level, publication.ground));
    assert_eq!(found, expected, "{level}, {ground}");
    let is_refused = reading
        .remarks
        .iter()
        .any(|remark| remark.remark.key == "row-no-ground");
    assert_eq!(is_refused, expected.is_none(), "{level}, {ground}");
}

#[test]
fn whoever_says_what_is_published_says_why_not_more() {
    use PublicationLevel::{Internal, Public, Summary};
    check_publication("Publiée", "", Some((Public, None)));
    check_publication("Publiée en résumé", "", None);
    check_publication("Non publiée", "", None);
    check_publication(
        "Publiée en résumé",
        "Sécurité",
        Some((Summary, Some(Ground::Security))),
    );
    check_publication(
        "Non publiée",
        "Fait non vérifié",
        Some((Internal, Some(Ground::Unverified))),
    );
    check_publication("", "", Some((Internal, Some(Ground::Unverified))));
}
