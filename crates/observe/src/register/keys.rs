use super::format::Format;
use super::table::SourceTable;
use std::collections::HashMap;

/// The key of every row: the cells of the key columns, and an ordinal for repeats, so that a
/// register without identifiers keeps all its rows and two editions can be compared.
pub(crate) fn keys(table: &SourceTable, format: &Format) -> Vec<String> {
    let positions: Vec<_> = format
        .layout
        .key
        .iter()
        .filter_map(|column| format.position(column))
        .collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    (0..table.rows.len())
        .map(|row| {
            let base = if positions.is_empty() {
                table.rows[row].join(" | ")
            } else {
                let cells = positions
                    .iter()
                    .map(|position| folded(table.text(row, *position)));
                cells.collect::<Vec<_>>().join(" | ")
            };
            let base = if base.trim_matches([' ', '|']).is_empty() {
                table.rows[row].join(" | ")
            } else {
                base
            };
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

fn folded(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}
