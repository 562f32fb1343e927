//! Tables as CSV: UTF-8 with a byte-order mark, comma, all quoted, no formula.

/// The table of a chart as CSV.
pub fn chart_csv(table_of: &crate::charts::Table) -> String {
    let header: Vec<&str> = table_of.columns.iter().map(|c| c.label.as_str()).collect();
    table(&header, table_of.rows.iter().cloned())
}

pub(super) fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::from('\u{feff}');
    line(&mut out, header.iter().copied());
    for row in rows {
        line(&mut out, row.iter().map(String::as_str));
    }
    out
}

/// Every cell quoted; one that a spreadsheet would run as a formula is neutralised.
fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        out.push('"');
        let is_number = cell.parse::<f64>().is_ok();
        if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_neutralised() {
        let mut out = String::new();
        line(&mut out, ["=1+1", "-5", "-x", "say \"hi\""].into_iter());
        assert_eq!(out, "\"'=1+1\",\"-5\",\"'-x\",\"say \"\"hi\"\"\"\r\n");
    }
}
