use super::table::SourceTable;
use reference::Mapping;
use std::collections::HashMap;

/// The key of every row: the cells of the key columns, and an ordinal for repeats, so that a
/// register without identifiers keeps all its rows and two editions can be compared.
pub(crate) fn keys(table: &SourceTable, mapping: &Mapping) -> Vec<String> {
    let positions: Vec<_> = mapping
        .key
        .iter()
        .filter_map(|column| table.position(column))
        .collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    table
        .rows
        .iter()
        .map(|row| {
            let base = if positions.is_empty() {
                row.join(" | ")
            } else {
                let cells = positions.iter().map(|position| folded(&row[*position]));
                cells.collect::<Vec<_>>().join(" | ")
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
