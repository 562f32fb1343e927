use crate::{mapping, mappings, table};
use chrono::NaiveDate;
use domain::{CommonField, Generative, Ground, Lifecycle, PeerRecord, PublicationLevel, UseCase};
use observe::register::{
    ChangeKind, Format, OwnContext, Reading, detect, diff, fitting, gathered, preview, read_own,
    read_peers,
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

/// Fields of dates and addresses, one of each made of two columns.
const LINKS: &str = r#"
id: links
title: {fr: "Dates et adresses", en: "Dates and addresses"}
records: peer
publisher: {slug: links, name: {fr: "Ville", en: "Town"}, country: FR, language: fr, licence: etalab-2.0, attribution: {fr: "Ville", en: "Town"}}
fields:
  name: {column: Nom}
  reference: {column: Nom}
  start_date: {column: Début}
  end_date: {column: Fin}
  url: {columns: [Page, Notice]}
  source_code_url: {column: Code}
"#;

fn links(rows: &[&str]) -> (reference::Reference, observe::register::SourceTable) {
    let csv = format!(
        "Nom;Début;Fin;Page;Notice;Code;Reste\n{}\n",
        rows.join("\n")
    );
    (
        mappings(&[("links", LINKS)]),
        table(csv.as_bytes(), &reference::FileShape::default()),
    )
}

/// The fields a row is read as, and the remarks it makes: column, key, and first blank.
fn check_links(rows: &[&str], fields: &[(CommonField, &str)], remarks: &[(&str, &str, &str)]) {
    let (reference, table) = links(rows);
    let mapping = mapping(&reference, "links");
    let Owner::Peer(publisher) = &mapping.records else {
        panic!("a register of others");
    };
    let reading = read_peers(&table, &Format::of(mapping, &table), publisher, day());
    let record = &reading.records[0];
    let read: Vec<_> = record
        .fields
        .iter()
        .filter(|(field, _)| **field != CommonField::Reference)
        .map(|(field, value)| (*field, value.as_str()))
        .collect();
    assert_eq!(read, fields, "{rows:?}");
    let told: Vec<_> = reading
        .remarks
        .iter()
        .map(|told| {
            let value = told.remark.blanks[0].1.as_str();
            (told.column.as_str(), told.remark.key, value)
        })
        .collect();
    assert_eq!(told, remarks, "{rows:?}");
    assert!(record.source_row.iter().any(|cell| cell.column == "Page"));
}

#[test]
fn a_date_or_an_address_is_read_or_told_never_shown_wrong() {
    use CommonField::{EndDate, SourceCodeUrl, StartDate, Url};
    check_links(
        &["A;2020.0;2021-05;https://a.example;https://b.example;"],
        &[
            (StartDate, "2020"),
            (EndDate, "2021-05"),
            (Url, "https://a.example ; https://b.example"),
        ],
        &[],
    );
    check_links(
        &["A;bientôt;44197;adresse interne;www.b.example;https://c.example, http://d.example"],
        &[(SourceCodeUrl, "https://c.example")],
        &[
            ("Début", "row-not-a-date", "bientôt"),
            ("Fin", "row-not-a-date", "44197"),
            ("Code", "row-several-addresses", "2"),
            ("Page, Notice", "row-not-an-address", "adresse interne"),
            ("Page, Notice", "row-not-an-address", "www.b.example"),
        ],
    );
}

#[test]
fn a_day_with_strokes_is_read_in_the_order_its_column_proves() {
    use CommonField::StartDate;
    let first = "A;05/03/2024;;;;";
    check_links(&[first], &[], &[("Début", "row-date-order", "05/03/2024")]);
    check_links(
        &[first, "B;31/03/2024;;;;"],
        &[(StartDate, "2024-03-05")],
        &[],
    );
    check_links(
        &[first, "B;03/31/2024;;;;"],
        &[(StartDate, "2024-05-03")],
        &[],
    );
}

#[test]
fn a_mapping_may_say_the_order_of_days() {
    let said = format!("{LINKS}day_order: {{start_date: month/day/year}}\n");
    let reference = mappings(&[("links", &said)]);
    let mapping = mapping(&reference, "links");
    let table = table(
        "Nom;Début;Fin;Page;Notice;Code\nA;05/03/2024;;;;\n".as_bytes(),
        &mapping.file,
    );
    let format = Format::of(mapping, &table);
    let first = preview(&table, &format).first.expect("a record");
    assert_eq!(first.fields[&CommonField::StartDate], "2024-05-03");
}

#[test]
fn without_a_key_the_reference_of_the_source_tells_a_row() {
    let (reference, before) = links(&["A;2020;;;;"]);
    let (_, after) = links(&["A;2021;;;;"]);
    let difference = diff(&before, &after, mapping(&reference, "links"));
    assert_eq!((difference.added, difference.changed), (0, 1));
}

#[test]
fn a_key_that_the_file_lacks_is_refused_unless_the_rest_tells_rows_apart() {
    let reference = mappings(&[("town", TOWN)]);
    let mapping = mapping(&reference, "town");
    for (csv, expected) in [
        ("Nom;Ville;Service;Etat\nTri;Lys;RH;x\nTri;Lys;RH;x\n", None),
        ("Nom;Ville;Etat\nTri;Lys;x\nAide;Lys;x\n", None),
        ("Nom;Ville;Etat\nTri;Lys;x\nTri;Lys;x\n", Some("Service")),
        ("Titre;Ville;Etat\nTri;Lys;x\n", Some("Nom, Service")),
    ] {
        let table = table(csv.as_bytes(), &mapping.file);
        let fault = Format::of(mapping, &table).check_key(&table);
        let columns = fault.as_ref().map(|fault| fault.blanks[0].1.as_str());
        assert_eq!(columns, expected, "{csv}");
    }
}

#[test]
fn a_word_that_many_rows_hold_is_told_once_and_a_refusal_each_time() {
    let reading = peers(
        "Nom;Ville;Service;Etat\nA;Lys;RH;on verra\n;Lys;RH;x\nB;Lys;RH;on verra\n;Lys;RH;x\nC;Lys;RH;bientôt\n",
    );
    let told: Vec<_> = gathered(&reading.remarks)
        .into_iter()
        .map(|told| (told.first.row, told.first.column.as_str(), told.rows))
        .collect();
    let expected = [(1, "Etat", 2), (2, "Nom", 1), (4, "Nom", 1), (5, "Etat", 1)];
    assert_eq!(told, expected);
}

#[test]
fn a_preview_says_how_full_each_field_is_and_what_nobody_named() {
    let (reference, table) = links(&[
        ";2020;;;;;",
        "A;2020.0;;https://a.example;;;x",
        "B;2020;n/a;https://b.example;;;",
    ]);
    let mapping = mapping(&reference, "links");
    let seen = preview(&table, &Format::of(mapping, &table));
    assert_eq!(seen.rows, 3);
    let filled: Vec<_> = seen
        .fields
        .iter()
        .map(|fill| (fill.field.code(), fill.filled, fill.distinct))
        .collect();
    assert_eq!(
        filled,
        [
            ("name", 2, 2),
            ("start_date", 3, 1),
            ("end_date", 0, 0),
            ("source_code_url", 0, 0),
            ("url", 2, 2),
            ("reference", 2, 2)
        ]
    );
    assert_eq!(seen.unnamed, ["Reste"]);
    assert_eq!(
        seen.fields[4].examples,
        ["https://a.example", "https://b.example"]
    );
    let first = seen.first.expect("the second row");
    assert_eq!(
        (first.row, first.fields[&CommonField::Name].as_str()),
        (2, "A")
    );
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
    let small = TOWN
        .replace("id: town", "id: village")
        .replace(", Service]", "]");
    let small = small.replace(
        "{columns: [Ville, Service], join: \", \"}",
        "{column: Ville}",
    );
    let reference = mappings(&[("town", TOWN), ("village", &small)]);
    let fits = fitting(&town, reference.mappings.values());
    let fits: Vec<_> = fits
        .iter()
        .map(|(mapping, _)| mapping.id.as_str())
        .collect();
    assert_eq!(fits, ["town", "village"]);
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
