//! From the bytes of a workbook to a table: the first sheet, or the one that is asked for.
//!
//! A workbook is a small file that may stand for an enormous one: compressed a thousand times, with
//! one long text in a million cells, or with two cells at opposite corners. It is unpacked once
//! without being kept, then read cell by cell, and left as soon as it is too much.

use super::decode::{COLUMNS_MAX, DecodeError, refuse};
use super::table::SourceTable;
use calamine::{Cell, Data, DataRef, Range, Reader, Sheets, open_workbook_auto_from_rs};
use reference::{FileKind, FileShape};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most bytes of a workbook once unpacked: fifty times a register of ten thousand records.
const UNPACKED_BYTES_MAX: u64 = 128 * 1024 * 1024;
/// Most cells of a sheet, from its first to its last corner.
const CELLS_MAX: usize = 5_000_000;
/// Most bytes of the texts of all cells together.
const TEXT_BYTES_MAX: usize = 256 * 1024 * 1024;

/// Reads a workbook of any of the kinds that spreadsheets write.
pub(super) fn table(bytes: &[u8], shape: &FileShape) -> Result<SourceTable, DecodeError> {
    fits(bytes)?;
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(no_workbook)?;
    let names = workbook.sheet_names();
    let sheet = match &shape.sheet {
        Some(wanted) => names.iter().find(|name| *name == wanted),
        None => names.first(),
    };
    let sheet = sheet.ok_or_else(|| refuse("file-no-sheet", names.join(", ")))?;
    let rows = match &mut workbook {
        Sheets::Xlsx(book) => {
            let mut cells = book.worksheet_cells_reader(sheet).map_err(no_workbook)?;
            one_by_one(|| cells.next_cell().map_err(no_workbook))?.rows()?
        }
        Sheets::Xlsb(book) => {
            let mut cells = book.worksheet_cells_reader(sheet).map_err(no_workbook)?;
            one_by_one(|| cells.next_cell().map_err(no_workbook))?.rows()?
        }
        // These two bound their sheets themselves.
        Sheets::Xls(_) | Sheets::Ods(_) => {
            of_range(&workbook.worksheet_range(sheet).map_err(no_workbook)?)
        }
    };
    let mut rows = rows.into_iter();
    let headers = rows.next().unwrap_or_default();
    let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
    let rows = rows.filter(is_filled).collect();
    let read_as = format!("XLSX, {sheet}");
    Ok(SourceTable::new(FileKind::Xlsx, headers, rows, read_as))
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to map_err")]
fn no_workbook(error: impl ToString) -> DecodeError {
    refuse("file-not-workbook", error.to_string())
}

fn too_much() -> DecodeError {
    refuse(
        "file-unpacks-too-large",
        (UNPACKED_BYTES_MAX / 1_048_576).to_string(),
    )
}

/// Unpacks an archive into nothing: what it says of its own size is not believed.
fn fits(bytes: &[u8]) -> Result<(), DecodeError> {
    // An older workbook is no archive, and is as large as it looks.
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(());
    };
    let mut left = UNPACKED_BYTES_MAX;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(no_workbook)?;
        let mut within = entry.take(left + 1);
        let read = std::io::copy(&mut within, &mut std::io::sink()).map_err(no_workbook)?;
        left = left.checked_sub(read).ok_or_else(too_much)?;
    }
    Ok(())
}

/// The filled cells of a sheet, by row.
#[derive(Default)]
struct Filled {
    rows: BTreeMap<u32, Vec<(u32, String)>>,
    cells: usize,
    bytes: usize,
}

/// Takes cells until there is none left.
fn one_by_one<'a>(
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, DecodeError>,
) -> Result<Filled, DecodeError> {
    let mut filled = Filled::default();
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        let text = cell_text(&Data::from(cell.get_value().clone()));
        filled.take(row, column, text)?;
    }
    Ok(filled)
}

impl Filled {
    fn take(&mut self, row: u32, column: u32, text: String) -> Result<(), DecodeError> {
        if text.is_empty() {
            return Ok(());
        }
        self.cells += 1;
        self.bytes += text.len();
        if self.cells > CELLS_MAX || self.bytes > TEXT_BYTES_MAX {
            return Err(too_much());
        }
        self.rows.entry(row).or_default().push((column, text));
        Ok(())
    }

    /// The rows that hold something, as wide as the sheet.
    fn rows(self) -> Result<Vec<Vec<String>>, DecodeError> {
        let columns = || self.rows.values().flatten().map(|(column, _)| *column);
        let first = columns().min().unwrap_or_default();
        let width = columns()
            .max()
            .map_or(0, |last| (last - first) as usize + 1);
        if width > COLUMNS_MAX {
            return Err(refuse("file-too-wide", COLUMNS_MAX.to_string()));
        }
        if width.saturating_mul(self.rows.len()) > CELLS_MAX {
            return Err(too_much());
        }
        let row = |cells: Vec<(u32, String)>| {
            let mut row = vec![String::new(); width];
            for (column, text) in cells {
                row[(column - first) as usize] = text;
            }
            row
        };
        Ok(self.rows.into_values().map(row).collect())
    }
}

fn of_range(range: &Range<Data>) -> Vec<Vec<String>> {
    let texts = |row: &[Data]| row.iter().map(cell_text).collect();
    range.rows().map(texts).collect()
}

fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        Data::DateTime(date) => date.as_datetime().map_or_else(
            || date.to_string(),
            |date| date.format("%Y-%m-%d").to_string(),
        ),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::Workbook;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    /// A workbook with these texts at these places.
    fn workbook(cells: &[(u32, u16, &str)]) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, column, text) in cells {
            sheet.write_string(*row, *column, *text).expect("a cell");
        }
        workbook.save_to_buffer().expect("a workbook")
    }

    /// The same archive, with one of its files written anew.
    fn with_file(workbook: &[u8], name: &str, content: impl Fn(&str) -> String) -> Vec<u8> {
        let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("an archive");
        let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).expect("a file");
            let file = entry.name().expect("a name").into_owned();
            let mut text = String::new();
            entry.read_to_string(&mut text).expect("a text");
            let text = match file == name {
                true => content(&text),
                false => text,
            };
            let options = SimpleFileOptions::default();
            written.start_file(file, options).expect("starts");
            written.write_all(text.as_bytes()).expect("is written");
        }
        written.finish().expect("an archive").into_inner()
    }

    fn refused(bytes: &[u8]) -> &'static str {
        table(bytes, &FileShape::default())
            .expect_err("refused")
            .key
    }

    #[test]
    fn a_table_that_begins_anywhere_is_read_with_its_gaps() {
        let cells = [(2, 1, "nom"), (2, 3, "note"), (5, 1, "A"), (7, 3, "n")];
        let table = table(&workbook(&cells), &FileShape::default()).expect("a table");
        assert_eq!(table.headers, ["nom", "column 2", "note"]);
        assert_eq!(table.rows, [["A", "", ""], ["", "", "n"]]);
    }

    #[test]
    fn two_cells_at_opposite_corners_do_not_fill_the_memory() {
        let corners = workbook(&[(0, 0, "a"), (1_048_575, 16_383, "z")]);
        assert_eq!(refused(&corners), "file-too-wide");
        let tall = workbook(&[(0, 0, "a"), (1_048_575, 1_999, "z")]);
        assert!(table(&tall, &FileShape::default()).is_ok());
    }

    #[test]
    fn a_text_repeated_in_every_cell_is_counted_each_time() {
        let long = "x".repeat(32_000);
        let small = workbook(&[(0, 0, &long)]);
        let row = |number: usize| {
            let cell = |column: char| format!(r#"<c r="{column}{number}" t="s"><v>0</v></c>"#);
            format!(r#"<row r="{number}">{}{}</row>"#, cell('A'), cell('B'))
        };
        let rows: String = (1..=5_000).map(row).collect();
        let bomb = with_file(&small, "xl/worksheets/sheet1.xml", |sheet| {
            let (before, rest) = sheet.split_once("<sheetData>").expect("data");
            let (_, after) = rest.split_once("</sheetData>").expect("its end");
            format!("{before}<sheetData>{rows}</sheetData>{after}")
        });
        assert!(bomb.len() < 100_000, "{}", bomb.len());
        assert_eq!(refused(&bomb), "file-unpacks-too-large");
    }

    #[test]
    fn what_unpacks_to_too_much_is_left_before_it_is_kept() {
        let blank = " ".repeat(usize::try_from(UNPACKED_BYTES_MAX).expect("fits") + 1);
        let bomb = with_file(&workbook(&[(0, 0, "a")]), "docProps/app.xml", |_| {
            blank.clone()
        });
        assert!(bomb.len() < 1_000_000, "{}", bomb.len());
        assert_eq!(refused(&bomb), "file-unpacks-too-large");
    }
}
