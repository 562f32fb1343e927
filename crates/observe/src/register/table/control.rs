//! Characters that nobody can read and that make a page or a file say something else than it seems:
//! control characters, and those that turn the direction of what follows.

use super::SourceTable;
use crate::register::RowRemark;
use domain::Remark;

/// Takes them out of every cell; where they were, by row and column.
pub(super) fn clean(rows: &mut [Vec<String>]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (row, cells) in rows.iter_mut().enumerate() {
        for (column, cell) in cells.iter_mut().enumerate() {
            if cell.contains(is_hidden) {
                cell.retain(|character| !is_hidden(character));
                found.push((row, column));
            }
        }
    }
    found
}

/// A tab and a line break are read by everybody.
fn is_hidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{202d}' | '\u{202e}' | '\u{feff}' => true,
        other => other.is_control(),
    }
}

/// What is told of the cells that were cleaned.
pub(crate) fn remarks(table: &SourceTable) -> impl Iterator<Item = RowRemark> {
    table.cleaned.iter().map(|(row, column)| RowRemark {
        row: row + 1,
        column: table.headers.get(*column).cloned().unwrap_or_default(),
        remark: Remark::new("cell-control-characters"),
        is_refusal: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::FileKind;

    #[test]
    fn what_nobody_can_read_is_taken_out_and_told() {
        let headers = vec!["a".to_owned(), "b".to_owned()];
        let rows = [
            ["x\u{0}y\u{b}", "one\ttwo\r\nthree"],
            ["é « ’ 漢", "\u{202e}cod.exe\u{85}"],
        ];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
        let table = SourceTable::new(FileKind::Csv, headers, rows, String::new());
        assert_eq!(table.rows[0], ["xy", "one\ttwo\r\nthree"]);
        assert_eq!(table.rows[1], ["é « ’ 漢", "cod.exe"]);
        let told: Vec<_> = remarks(&table).map(|r| (r.row, r.column)).collect();
        assert_eq!(told, [(1, "a".to_owned()), (2, "b".to_owned())]);
    }
}
