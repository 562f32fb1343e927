pub(crate) mod control;

use super::formula;
use domain::SourceCell;
use reference::FileKind;

/// A decoded file: headers told apart, rows as wide as the headers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SourceTable {
    /// Headers: trimmed, line breaks folded, repeats numbered (` (2)`, ` (3)`…).
    pub headers: Vec<String>,
    /// Cells as they came, without the characters that nobody can read.
    pub rows: Vec<Vec<String>>,
    /// What the file is made of.
    pub kind: FileKind,
    /// How the file was read, for the report: encoding and delimiter, or sheet.
    pub read_as: String,
    /// Cells out of which something that nobody can read was taken, by row and column.
    pub cleaned: Vec<(usize, usize)>,
}

impl SourceTable {
    /// Builds a table; rows are padded, and headers added for cells beyond the last header.
    pub(crate) fn new(
        kind: FileKind,
        headers: Vec<String>,
        mut rows: Vec<Vec<String>>,
        read_as: String,
    ) -> Self {
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut headers = numbered(headers);
        for position in headers.len()..widest {
            headers.push(format!("column {}", position + 1));
        }
        for row in &mut rows {
            row.resize(headers.len(), String::new());
        }
        let cleaned = control::clean(&mut rows);
        Self {
            headers,
            rows,
            kind,
            read_as,
            cleaned,
        }
    }

    /// What a cell says: the quote that keeps a spreadsheet from taking a text for a formula is
    /// no part of it.
    pub(crate) fn text(&self, row: usize, position: usize) -> &str {
        let cell = self.rows[row][position].as_str();
        if self.kind == FileKind::Csv {
            formula::bare(cell)
        } else {
            cell
        }
    }

    /// Position of a header, case and shape of apostrophes ignored.
    pub fn position(&self, header: &str) -> Option<usize> {
        let wanted = folded(header);
        self.headers
            .iter()
            .position(|known| *known == wanted)
            .or_else(|| {
                let wanted = loose(&wanted);
                self.headers.iter().position(|known| loose(known) == wanted)
            })
    }

    /// A row with its headers, kept whole.
    pub fn cells(&self, row: usize) -> Vec<SourceCell> {
        let cells = self.rows.get(row).into_iter().flatten();
        self.headers
            .iter()
            .zip(cells)
            .map(|(column, value)| SourceCell {
                column: column.clone(),
                value: value.clone(),
            })
            .collect()
    }
}

fn folded(header: &str) -> String {
    header.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Small letters, and one shape of apostrophe.
fn loose(header: &str) -> String {
    header.to_lowercase().replace('’', "'")
}

/// Headers folded, and repeats numbered in order.
fn numbered(headers: Vec<String>) -> Vec<String> {
    let folded: Vec<_> = headers.iter().map(|header| folded(header)).collect();
    let ordinal = |position: usize| {
        let before = &folded[..position];
        before.iter().filter(|h| **h == folded[position]).count() + 1
    };
    folded
        .iter()
        .enumerate()
        .map(
            |(position, header)| match (header.as_str(), ordinal(position)) {
                ("", _) => format!("column {}", position + 1),
                (_, 1) => header.clone(),
                (_, ordinal) => format!("{header} ({ordinal})"),
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_and_ragged_headers_are_told_apart() {
        let headers = ["If other", " Status", "If  other", "", "a\nb"];
        let table = SourceTable::new(
            FileKind::Csv,
            headers.map(str::to_owned).to_vec(),
            vec![vec!["1".to_owned(); 6], vec!["2".to_owned()]],
            String::new(),
        );
        let expected = [
            "If other",
            "Status",
            "If other (2)",
            "column 4",
            "a b",
            "column 6",
        ];
        assert_eq!(table.headers, expected);
        assert_eq!(table.rows[1].len(), 6);
        assert_eq!(table.position("status"), Some(1));
    }
}
