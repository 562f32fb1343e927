//! The register as Parquet: the cells of the CSV with their types, column by column.
//!
//! The same snapshot gives the same bytes: nothing here reads a clock, and one group holds every
//! row in the order of the register.

use super::register::{COLUMNS, Cell, Column, Kind, cells};
use super::{Dataset, LICENCE, LICENCE_URL, schema};
use chrono::NaiveDate;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// The day that Parquet counts from.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");

/// The register of a scope.
pub(super) fn write(dataset: &Dataset) -> Vec<u8> {
    written(dataset).expect("memory takes every byte, and the columns are ours")
}

fn written(dataset: &Dataset) -> Result<Vec<u8>> {
    let properties = WriterProperties::builder()
        .set_created_by("Vigie".to_owned())
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(metadata(dataset)))
        .build();
    let uses = dataset.snapshot.uses_of(dataset.scope);
    let rows: Vec<_> = uses.map(cells).collect();
    let mut file = SerializedFileWriter::new(Vec::new(), columns()?, Arc::new(properties))?;
    if !rows.is_empty() {
        let mut group = file.next_row_group()?;
        for (position, column) in COLUMNS.iter().enumerate() {
            let cells: Vec<&Cell> = rows.iter().map(|row| &row[position]).collect();
            write_column(&mut group, column, &cells)?;
        }
        group.close()?;
    }
    file.into_inner()
}

/// What the file says of itself, for whoever receives it alone.
fn metadata(dataset: &Dataset) -> Vec<KeyValue> {
    // Both languages: the file has one sum, whatever the language of whoever takes it.
    let [fr, en] = dataset.wordings();
    let said = [
        ("title", dataset.title(&fr)),
        ("title_en", dataset.title(&en)),
        ("description", dataset.description(&fr)),
        ("description_en", dataset.description(&en)),
        ("publisher", dataset.publisher(&fr)),
        ("publisher_en", dataset.publisher(&en)),
        ("licence", LICENCE.to_owned()),
        ("licence_url", LICENCE_URL.to_owned()),
        ("source", dataset.address("donnees")),
        ("modified", dataset.changed_on().to_string()),
        ("schema", dataset.address("schema.json")),
        ("schema_version", schema::VERSION.to_owned()),
    ];
    let pairs = said.into_iter();
    pairs
        .map(|(key, value)| KeyValue::new(key.to_owned(), value))
        .collect()
}

/// The columns of the CSV, typed; one that may be empty may be null.
fn columns() -> Result<TypePtr> {
    let fields = COLUMNS.iter().map(|column| {
        let (physical, logical) = match column.kind {
            Kind::Text | Kind::Code(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Day => (Physical::INT32, Some(LogicalType::Date)),
            Kind::Instant => (Physical::INT64, Some(microseconds())),
            Kind::Whole => (Physical::INT64, None),
            Kind::Number => (Physical::DOUBLE, None),
            Kind::Truth => (Physical::BOOLEAN, None),
        };
        let repetition = match column.is_filled {
            true => Repetition::REQUIRED,
            false => Repetition::OPTIONAL,
        };
        let field = Type::primitive_type_builder(column.name, physical)
            .with_repetition(repetition)
            .with_logical_type(logical);
        Ok(Arc::new(field.build()?))
    });
    let fields = fields.collect::<Result<Vec<_>>>()?;
    let root = Type::group_type_builder("register").with_fields(fields);
    Ok(Arc::new(root.build()?))
}

fn microseconds() -> LogicalType {
    LogicalType::timestamp(true, TimeUnit::MICROS)
}

fn write_column(
    group: &mut SerializedRowGroupWriter<Vec<u8>>,
    column: &Column,
    cells: &[&Cell],
) -> Result<()> {
    let Some(mut writer) = group.next_column()? else {
        return Ok(());
    };
    // A column that is always filled in has no levels: every cell is a value.
    let is_value = |cell: &Cell| column.is_filled || !cell.is_empty();
    let values: Vec<&Cell> = cells
        .iter()
        .copied()
        .filter(|cell| is_value(cell))
        .collect();
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(is_value(cell))).collect();
    let levels = (!column.is_filled).then_some(levels.as_slice());
    // A cell of another kind than its column would leave fewer values than levels: writing fails.
    let values = values.into_iter();
    match writer.untyped() {
        ColumnWriter::ByteArrayColumnWriter(writer) => {
            let texts: Vec<_> = values.filter_map(text).collect();
            writer.write_batch(&texts, levels, None)?;
        }
        ColumnWriter::Int32ColumnWriter(writer) => {
            let days: Vec<_> = values.filter_map(day).collect();
            writer.write_batch(&days, levels, None)?;
        }
        ColumnWriter::Int64ColumnWriter(writer) => {
            let numbers: Vec<_> = values.filter_map(number).collect();
            writer.write_batch(&numbers, levels, None)?;
        }
        _ => unreachable!("a column of the register is a text, a day or a whole number"),
    }
    writer.close()
}

fn text(cell: &Cell) -> Option<ByteArray> {
    match cell {
        Cell::Text(text) => Some(ByteArray::from(text.as_str())),
        _ => None,
    }
}

/// Days since the epoch.
fn day(cell: &Cell) -> Option<i32> {
    match cell {
        Cell::Day(day) => i32::try_from(day.signed_duration_since(EPOCH).num_days()).ok(),
        _ => None,
    }
}

/// A whole number, or the microseconds of an instant.
fn number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Whole(number) => Some(*number),
        Cell::Instant(instant) => Some(instant.timestamp_micros()),
        _ => None,
    }
}
