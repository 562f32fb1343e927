//! Spreadsheets run a cell of a CSV that begins like a formula. A quote in front of it stops them.

/// The cell to write so that a spreadsheet shows it as a text. [`bare`] gives it back.
pub(crate) fn guarded(cell: &str) -> String {
    if is_risky(cell.trim_start_matches('\'')) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The cell without the quote that guards it.
pub(crate) fn bare(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_risky(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn is_risky(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_guarded_and_given_back() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+33 2 99 00 00 00", "'+33 2 99 00 00 00"),
            ("-", "'-"),
            ("@here", "'@here"),
            ("\tx", "'\tx"),
            ("'=1", "''=1"),
            ("''@", "'''@"),
            ("'tis", "'tis"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), written);
            assert_eq!(bare(written), cell);
        }
    }
}
