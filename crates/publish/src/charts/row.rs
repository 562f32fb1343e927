//! The head of a row: its name at the left, its value at the right, on one line or more.

use super::measure::{NARROW_REM, TEXT_REM, width, wrap};
use super::scene::{Ink, Item, Text};

/// Distance between two lines of a name, rem.
const LINE_REM: f64 = 1.2;

/// What stands above the drawing of a row.
pub(super) struct Head<'a> {
    /// Its name.
    pub(super) label: &'a str,
    /// Its value, as every column shows it.
    pub(super) value: &'a str,
    /// What a wide column adds to the value.
    pub(super) tail: &'a str,
}

/// Writes the head with its first baseline at `y`; the last baseline comes back.
pub(super) fn head(items: &mut Vec<Item>, y: f64, row: &Head<'_>) -> f64 {
    let value_width = width(row.value, TEXT_REM);
    let beside = NARROW_REM - value_width - 0.75;
    let is_value_beside = beside >= 8.0 || width(row.label, TEXT_REM) <= beside;
    let lines = wrap(row.label, if is_value_beside { beside } else { NARROW_REM }, TEXT_REM, 2);
    let mut baseline = y;
    for (index, line) in lines.iter().enumerate() {
        baseline = y + index as f64 * LINE_REM;
        items.push(Text::new(0.0, baseline, line.as_str(), Ink::Strong).haloed().into());
    }
    if row.value.is_empty() {
        return baseline;
    }
    if !is_value_beside {
        baseline += LINE_REM;
    }
    let at = if is_value_beside { y } else { baseline };
    items.push(Text::new(1.0, at, row.value, Ink::Quiet).end().haloed().with_tail(row.tail).into());
    baseline
}
