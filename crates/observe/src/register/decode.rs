//! From bytes to a table: encoding, delimiter, sheet or list.

use super::table::SourceTable;
use super::workbook;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use reference::{FileKind, FileShape};
use std::collections::HashSet;
use thiserror::Error;

/// Why a file is not a table at all. The key names a message of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{key}: {detail}")]
pub struct DecodeError {
    /// Key of the message, such as `file-no-rows`.
    pub key: &'static str,
    /// What fills its blank.
    pub detail: String,
}

/// Largest file read, in bytes.
const FILE_BYTES_MAX: usize = 256 * 1024 * 1024;
/// Rows looked at to find the delimiter.
const SAMPLE_ROWS: usize = 60;

pub(super) fn refuse(key: &'static str, detail: impl Into<String>) -> DecodeError {
    DecodeError {
        key,
        detail: detail.into(),
    }
}

/// Reads a file by its shape; what the shape does not say is detected.
pub fn decode(bytes: &[u8], shape: &FileShape) -> Result<SourceTable, DecodeError> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(refuse(
            "file-too-large",
            (FILE_BYTES_MAX / 1_048_576).to_string(),
        ));
    }
    let table = match kind_of(bytes, shape) {
        FileKind::Csv => csv_table(bytes, shape),
        FileKind::Xlsx => workbook::table(bytes, shape),
        FileKind::Json => json_table(bytes, shape),
    }?;
    if table.rows.is_empty() {
        return Err(refuse("file-no-rows", table.read_as));
    }
    Ok(table)
}

/// The kind that the shape says, unless the bytes are those of a workbook: whoever keeps a CSV in a
/// spreadsheet often sends the spreadsheet.
fn kind_of(bytes: &[u8], shape: &FileShape) -> FileKind {
    match (guess_kind(bytes), shape.kind) {
        (FileKind::Xlsx, _) => FileKind::Xlsx,
        (_, Some(kind)) => kind,
        (guess, None) => guess,
    }
}

fn guess_kind(bytes: &[u8]) -> FileKind {
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    let is_old_workbook = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let first = bytes
        .iter()
        .find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf));
    match first {
        _ if is_zip || is_old_workbook => FileKind::Xlsx,
        Some(b'[' | b'{') => FileKind::Json,
        _ => FileKind::Csv,
    }
}

/// The text of a file and the name of its encoding.
fn text(bytes: &[u8], declared: Option<&str>) -> Result<(String, &'static str), DecodeError> {
    let encoding = match declared {
        Some(label) => Encoding::for_label(label.as_bytes())
            .ok_or_else(|| refuse("file-unknown-encoding", label))?,
        None => detect_encoding(bytes),
    };
    let (text, used, _) = encoding.decode(bytes);
    Ok((text.into_owned(), used.name()))
}

fn detect_encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    // Latin-1 as browsers and spreadsheets read it.
    if guess.is_single_byte() {
        guess
    } else {
        WINDOWS_1252
    }
}

fn csv_table(bytes: &[u8], shape: &FileShape) -> Result<SourceTable, DecodeError> {
    let (text, encoding) = text(bytes, shape.encoding.as_deref())?;
    let delimiter = shape
        .delimiter
        .and_then(|delimiter| u8::try_from(delimiter).ok())
        .unwrap_or_else(|| detect_delimiter(&text));
    let mut reader = csv_reader(&text, delimiter);
    let headers = reader
        .headers()
        .map_err(|error| refuse("file-not-csv", error.to_string()))?
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = reader
        .records()
        .map(|row| row.map(|row| row.iter().map(str::to_owned).collect()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| refuse("file-not-csv", error.to_string()))?;
    let shown = match delimiter {
        b'\t' => "tab".to_owned(),
        other => char::from(other).to_string(),
    };
    Ok(SourceTable::new(
        FileKind::Csv,
        headers,
        rows,
        format!("CSV, {encoding}, {shown}"),
    ))
}

fn csv_reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The delimiter that gives the most columns while rows agree with the header.
fn detect_delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut reader = csv_reader(text, delimiter);
        let width = reader.headers().map_or(0, |headers| headers.len());
        let sample: Vec<_> = reader.records().take(SAMPLE_ROWS).flatten().collect();
        let agreeing = sample.iter().filter(|row| row.len() == width).count();
        let agrees = agreeing * 10 >= sample.len() * 9;
        (agrees && width > 1, width)
    };
    [b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(|delimiter| score(*delimiter))
        .unwrap_or(b',')
}

/// Most columns of a file: a table with more is not one, and would fill the memory.
pub(super) const COLUMNS_MAX: usize = 2_000;
/// Most cells of a list of records: each record has a cell for every name known before it.
const CELLS_MAX: usize = 10_000_000;

fn json_table(bytes: &[u8], shape: &FileShape) -> Result<SourceTable, DecodeError> {
    let (text, encoding) = text(bytes, shape.encoding.as_deref())?;
    let document: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| refuse("file-not-json", error.to_string()))?;
    let list = match &shape.path {
        Some(path) => path
            .split('.')
            .try_fold(&document, |value, key| value.get(key)),
        None => Some(&document),
    };
    let list = list
        .and_then(|list| list.as_array().or_else(|| only_list(list)))
        .ok_or_else(|| refuse("file-no-list", shape.path.clone().unwrap_or_default()))?;
    let mut headers: Vec<String> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut rows = Vec::with_capacity(list.len());
    let mut cells = 0_usize;
    for item in list {
        let Some(object) = item.as_object() else {
            rows.push(vec![json_text(item)]);
            continue;
        };
        headers.extend(object.keys().filter(|key| seen.insert(key)).cloned());
        if headers.len() > COLUMNS_MAX {
            return Err(refuse("file-too-wide", COLUMNS_MAX.to_string()));
        }
        cells += headers.len();
        if cells > CELLS_MAX {
            return Err(refuse("file-too-many-cells", CELLS_MAX.to_string()));
        }
        let cell = |header: &String| object.get(header).map_or_else(String::new, json_text);
        rows.push(headers.iter().map(cell).collect());
    }
    Ok(SourceTable::new(
        FileKind::Json,
        headers,
        rows,
        format!("JSON, {encoding}"),
    ))
}

/// The one list of a document that holds just one, so that a path is seldom needed.
fn only_list(document: &serde_json::Value) -> Option<&Vec<serde_json::Value>> {
    let mut lists = document.as_object()?.values().filter_map(|v| v.as_array());
    let list = lists.next()?;
    lists.next().is_none().then_some(list)
}

fn json_text(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], read_as: &str, headers: &[&str], first: &[&str]) {
        let table = decode(bytes, &FileShape::default()).expect("a table");
        assert_eq!(table.read_as, read_as);
        assert_eq!(table.headers, headers);
        assert_eq!(table.rows[0], first);
    }

    #[test]
    fn encodings_and_delimiters_are_found() {
        check(b"a,b\n1,2\n", "CSV, UTF-8, ,", &["a", "b"], &["1", "2"]);
        check(
            b"\xef\xbb\xbfnom;\xc3\xa9tat\nx;\"y;z\"\n",
            "CSV, UTF-8, ;",
            &["nom", "état"],
            &["x", "y;z"],
        );
        check(
            "Name,Purpose\nA,The agency’s “pilot” – résumé\n"
                .chars()
                .map(|c| match c {
                    '’' => 0x92,
                    '“' => 0x93,
                    '”' => 0x94,
                    '–' => 0x96,
                    'é' => 0xe9,
                    other => u8::try_from(other).expect("ASCII"),
                })
                .collect::<Vec<_>>()
                .as_slice(),
            "CSV, windows-1252, ,",
            &["Name", "Purpose"],
            &["A", "The agency’s “pilot” – résumé"],
        );
        check(
            br#"{"count": 1, "items": [{"id": "1", "n": 2, "tags": ["x"]}]}"#,
            "JSON, UTF-8",
            &["id", "n", "tags"],
            &["1", "2", "[\"x\"]"],
        );
    }

    #[test]
    fn a_workbook_is_read_as_one_whatever_the_shape_says() {
        let shape = FileShape {
            kind: Some(FileKind::Csv),
            delimiter: Some(';'),
            ..FileShape::default()
        };
        let kind = |bytes: &[u8]| kind_of(bytes, &shape);
        assert_eq!(kind(b"PK\x03\x04"), FileKind::Xlsx);
        assert_eq!(kind(b"a;b\n1;2\n"), FileKind::Csv);
        assert_eq!(kind(b"{x;y\n1;2\n"), FileKind::Csv);
    }

    #[test]
    fn a_wide_record_and_a_million_empty_ones_do_not_fill_the_memory() {
        let wide: Vec<_> = (0..COLUMNS_MAX).map(|n| format!("\"c{n}\":1")).collect();
        let empty = ",{}".repeat(10_000);
        let list = format!("[{{{}}}{empty}]", wide.join(","));
        let error = decode(list.as_bytes(), &FileShape::default()).expect_err("refused");
        assert_eq!(error.key, "file-too-many-cells");
    }

    #[test]
    fn what_is_no_table_is_refused_with_a_reason() {
        let cases: [(&[u8], &str); 4] = [
            (b"", "file-no-rows"),
            (b"a,b\n", "file-no-rows"),
            (b"{\"a\": 1}", "file-no-list"),
            (b"PK\x03\x04broken", "file-not-workbook"),
        ];
        for (bytes, key) in cases {
            let error = decode(bytes, &FileShape::default()).expect_err("refused");
            assert_eq!(error.key, key);
        }
    }
}
