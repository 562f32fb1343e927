use super::format::Format;
use super::table::SourceTable;
use std::collections::{HashMap, HashSet};

/// The key of every row: the cells of the key columns, and an ordinal for repeats, so that a
/// register without identifiers keeps all its rows and two editions can be compared.
pub(crate) fn keys(table: &SourceTable, format: &Format) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    cells_of_key(table, format)
        .map(|base| {
            let times = seen.entry(base.clone()).or_insert(0);
            *times += 1;
            if *times == 1 {
                base
            } else {
                format!("{base} #{times}")
            }
        })
        .collect()
}

/// Whether the key columns that the file has tell every row from the others.
pub(crate) fn tell_rows_apart(table: &SourceTable, format: &Format) -> bool {
    let mut seen: HashSet<String> = HashSet::new();
    cells_of_key(table, format).all(|base| seen.insert(base))
}

fn cells_of_key<'t>(table: &'t SourceTable, format: &Format) -> impl Iterator<Item = String> + 't {
    let columns = format.layout.identifying().into_iter();
    let positions: Vec<_> = columns
        .filter_map(|column| format.position(column))
        .collect();
    (0..table.rows.len()).map(move |row| {
        let cells = positions
            .iter()
            .map(|position| folded(table.text(row, *position)));
        let base = cells.collect::<Vec<_>>().join(" | ");
        if base.trim_matches([' ', '|']).is_empty() {
            table.rows[row].join(" | ")
        } else {
            base
        }
    })
}

fn folded(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}
