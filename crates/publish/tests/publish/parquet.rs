//! The register as Parquet, read back by the library that others use too: the cells of the CSV.

use crate::open_data::{SITE, bytes, bytes_in};
use crate::report::{Library, library, snapshot, use_case};
use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::Language;
use parquet::basic::{LogicalType, Repetition};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use publish::open_data::OpenFile;
use publish::{Scope, Snapshot};
use serde_json::Value;

/// Records with full, empty and awkward cells.
fn sample(library: &Library) -> Snapshot {
    let uses = vec![
        use_case(1, |_| {}),
        use_case(2, |u| {
            u.decision = None;
            u.department = None;
            u.tool = None;
            u.summary = None;
        }),
        use_case(3, |u| {
            u.name = domain::Text::one("fr", "Deux lignes,\nun « guillemet \" » et 🦀");
            u.task = None;
        }),
        use_case(4, |u| u.name = domain::Text::one("fr", "-2")),
    ];
    snapshot(library, uses)
}

fn open(library: &Library, snapshot: &Snapshot) -> SerializedFileReader<bytes::Bytes> {
    let bytes = bytes(library, snapshot, SITE, OpenFile::RegisterParquet);
    SerializedFileReader::new(bytes::Bytes::from(bytes)).expect("a Parquet file")
}

/// A value as the CSV writes it.
fn said(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Long(number) => number.to_string(),
        Field::Date(days) => {
            let epoch: NaiveDate = "1970-01-01".parse().expect("a day");
            (epoch + TimeDelta::days(i64::from(*days))).to_string()
        }
        Field::TimestampMicros(micros) => {
            let instant = DateTime::from_timestamp_micros(*micros).expect("an instant");
            instant.to_rfc3339()
        }
        other => panic!("{other:?} is of no type of ours"),
    }
}

/// Header and rows.
type Table = (Vec<String>, Vec<Vec<String>>);

fn from_parquet(library: &Library, snapshot: &Snapshot) -> Table {
    let file = open(library, snapshot);
    let columns = file.metadata().file_metadata().schema_descr().columns();
    let header = columns.iter().map(|column| column.name().to_owned());
    let rows = file.get_row_iter(None).expect("rows");
    let rows = rows.map(|row| {
        let row = row.expect("a row");
        let cells = row.get_column_iter();
        cells.map(|(_, field)| said(field)).collect()
    });
    (header.collect(), rows.collect())
}

fn from_csv(library: &Library, snapshot: &Snapshot) -> Table {
    let bytes = bytes(library, snapshot, SITE, OpenFile::RegisterCsv);
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).expect("its mark");
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader
        .headers()
        .expect("a header")
        .iter()
        .map(str::to_owned);
    let header = header.collect();
    let rows = reader.records().map(|row| {
        let row = row.expect("a row");
        row.iter().map(str::to_owned).collect()
    });
    (header, rows.collect())
}

#[test]
fn every_cell_is_that_of_the_csv() {
    let library = library();
    let snapshot = sample(&library);
    let (header, rows) = from_parquet(&library, &snapshot);
    assert_eq!(rows.len(), 4);
    assert_eq!((header, rows), from_csv(&library, &snapshot));
}

#[test]
fn a_register_without_records_is_a_file_without_rows() {
    let library = library();
    let snapshot = snapshot(&library, Vec::new());
    let (header, rows) = from_parquet(&library, &snapshot);
    assert_eq!(rows, Vec::<Vec<String>>::new());
    assert_eq!(header, from_csv(&library, &snapshot).0);
}

#[test]
fn each_column_has_the_type_that_its_schema_says() {
    let library = library();
    let snapshot = sample(&library);
    let schema = bytes(&library, &snapshot, SITE, OpenFile::Schema);
    let schema: Value = serde_json::from_slice(&schema).expect("JSON");
    let file = open(&library, &snapshot);
    let columns = file.metadata().file_metadata().schema_descr().columns();
    let fields = schema["fields"].as_array().expect("fields");
    assert_eq!(fields.len(), columns.len());
    for (field, column) in fields.iter().zip(columns) {
        assert_eq!(field["name"], column.name());
        let kind = match column.logical_type_ref() {
            Some(LogicalType::String) => "string",
            Some(LogicalType::Date) => "date",
            Some(LogicalType::Timestamp(_)) => "datetime",
            None => "integer",
            Some(other) => panic!("{other:?}"),
        };
        assert_eq!(field["type"], kind, "{}", column.name());
        let repetition = column.self_type().get_basic_info().repetition();
        let is_required = repetition == Repetition::REQUIRED;
        assert_eq!(field["constraints"]["required"], is_required);
    }
}

#[test]
fn the_file_says_what_it_is_and_reads_no_clock() {
    let library = library();
    let mut snapshot = sample(&library);
    let file = open(&library, &snapshot);
    let metadata = file.metadata().file_metadata();
    assert_eq!(metadata.created_by(), Some("Vigie"));
    let said = |key: &str| {
        let mut pairs = metadata.key_value_metadata().into_iter().flatten();
        let pair = pairs.find(|pair| pair.key == key);
        pair.and_then(|pair| pair.value.clone()).unwrap_or_default()
    };
    assert_eq!(said("licence"), "etalab-2.0");
    let changed = snapshot.changed_at(Scope::Everyone).expect("changed");
    assert_eq!(said("modified"), changed.date_naive().to_string());
    assert_eq!(said("source"), "https://vigie.example/fr/ville/donnees");
    assert!(!said("description").is_empty());
    let written = |snapshot: &Snapshot| bytes(&library, snapshot, SITE, OpenFile::RegisterParquet);
    let before = written(&snapshot);
    assert!(
        before == written(&snapshot),
        "the same snapshot, the same bytes"
    );
    let [french, english] = Language::ALL.map(|language| {
        bytes_in(
            language,
            &library,
            &snapshot,
            SITE,
            OpenFile::RegisterParquet,
        )
    });
    assert!(french == english, "one file, and one sum, for every reader");
    snapshot.built_on += TimeDelta::days(1);
    assert!(
        before == written(&snapshot),
        "another day, the same data, the same sum"
    );
}

#[test]
fn the_catalogue_names_its_type() {
    let library = library();
    let snapshot = sample(&library);
    let catalogue = bytes(&library, &snapshot, SITE, OpenFile::CatalogueTurtle);
    let catalogue = String::from_utf8(catalogue).expect("UTF-8");
    for named in [
        "<https://www.iana.org/assignments/media-types/application/vnd.apache.parquet>",
        "<http://publications.europa.eu/resource/authority/file-type/PARQUET>",
        "<https://vigie.example/fr/ville/registre.parquet>",
    ] {
        assert!(catalogue.contains(named), "{named}");
    }
    let package = bytes(&library, &snapshot, SITE, OpenFile::Package);
    let package: Value = serde_json::from_slice(&package).expect("JSON");
    let resources = package["resources"].as_array().expect("resources");
    let resource = resources.iter().find(|one| one["format"] == "parquet");
    let resource = resource.expect("it is listed");
    assert_eq!(resource["mediatype"], "application/vnd.apache.parquet");
    // As a table, `frictionless validate` would ask for an extension of its own.
    assert_eq!(resource["type"], "file");
    assert_eq!(resource["schema"], Value::Null);
    assert_eq!(resource["encoding"], Value::Null);
}
