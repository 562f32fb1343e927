//! Rows as a CSV, a workbook or a list of JSON: the same rows give the same bytes.

use super::formula::guarded;
use super::plan::Target;
use reference::{FieldRule, FileKind, Mapping};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde_json::{Map, Value};

/// The bytes of a file.
pub(crate) fn write(target: &Target, rows: &[&[String]]) -> Result<Vec<u8>, String> {
    match target.kind {
        FileKind::Csv => csv(target, rows).map_err(|error| error.to_string()),
        FileKind::Xlsx => workbook(target, rows).map_err(|error| error.to_string()),
        FileKind::Json => json(target, rows).map_err(|error| error.to_string()),
    }
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn csv(target: &Target, rows: &[&[String]]) -> Result<Vec<u8>, csv::Error> {
    let mut bytes = Vec::new();
    if target.shape.has_byte_order_mark {
        bytes.extend_from_slice(BYTE_ORDER_MARK);
    }
    let delimiter = target.shape.delimiter.unwrap_or(',');
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(bytes);
    writer.write_record(&target.shape.columns)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

fn workbook(target: &Target, rows: &[&[String]]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A workbook carries the day it was made; a fixed one keeps the bytes the same.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    sheet.set_name(
        target
            .mapping
            .file
            .sheet
            .as_ref()
            .unwrap_or(&target.mapping.id),
    )?;
    sheet.set_freeze_panes(1, 0)?;
    let headers = std::iter::once(target.shape.columns.as_slice());
    let rows = headers.chain(rows.iter().copied());
    for (line, row) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row) {
            // A text is never a formula in a workbook: nothing to guard.
            if !cell.is_empty() {
                sheet.write_string(line, column, cell)?;
            }
        }
    }
    workbook.save_to_buffer()
}

fn json(target: &Target, rows: &[&[String]]) -> Result<Vec<u8>, serde_json::Error> {
    let lists = list_columns(target);
    let object = |row: &&[String]| {
        let cells = target.shape.columns.iter().zip(*row);
        let members = cells.map(|(column, cell)| {
            let join = lists
                .iter()
                .find(|(known, _)| *known == Mapping::fold(column));
            let value = match join {
                Some(_) if cell.is_empty() => Value::Array(Vec::new()),
                Some((_, join)) => cell.split(join).map(str::to_owned).collect(),
                None => Value::String(cell.clone()),
            };
            (column.clone(), value)
        });
        Value::Object(members.collect::<Map<_, _>>())
    };
    let list = Value::Array(rows.iter().map(object).collect());
    let path = target.mapping.file.path.as_deref().unwrap_or_default();
    let keys = path.rsplit('.').filter(|key| !key.is_empty());
    let document = keys.fold(list, |inner, key| {
        Value::Object([(key.to_owned(), inner)].into_iter().collect())
    });
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The columns that hold a list, folded, and what stands between two pieces.
fn list_columns<'a>(target: &Target<'a>) -> Vec<(String, &'a str)> {
    let rules = target.layout.fields.values();
    rules
        .filter_map(|rule| match rule {
            FieldRule::List { column, join } => Some((Mapping::fold(column), join.as_str())),
            _ => None,
        })
        .collect()
}
