//! The head of a row: its name at the left, its value at the right.
//!
//! Where the narrowest screen needs several lines, a wide column still writes one, next to its drawing.

use super::measure::{NARROW_REM, STRONG_REM, TEXT_REM, WIDE_REM, width, wrap};
use super::scene::{Ink, Item, Text};

/// Distance between two lines of a name, rem.
const LINE_REM: f64 = 1.2;
const LINES_MAX: usize = 3;

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
    let (narrow, lines) = layout(y, row, NARROW_REM);
    let last = y + LINE_REM * (lines.max(1) - 1) as f64;
    if lines <= 1 {
        items.extend(narrow);
        return last;
    }
    let (_, lines_if_wide) = layout(0.0, row, WIDE_REM);
    let (wide, _) = layout(
        last - LINE_REM * (lines_if_wide.max(1) - 1) as f64,
        row,
        WIDE_REM,
    );
    items.push(Item::NarrowOnly(narrow));
    items.push(Item::WideOnly(wide));
    last
}

/// The head in a column of `room` rem, and how many lines it takes.
fn layout(y: f64, row: &Head<'_>, room: f64) -> (Vec<Item>, usize) {
    let tail = if room < WIDE_REM { "" } else { row.tail };
    let beside = room - width(row.value, TEXT_REM) - width(tail, TEXT_REM) - 0.6;
    let is_value_beside = beside >= 8.0 || width(row.label, STRONG_REM) <= beside;
    let names = wrap(
        row.label,
        if is_value_beside { beside } else { room },
        STRONG_REM,
        LINES_MAX,
    );
    let baseline = |line: usize| y + LINE_REM * line as f64;
    let mut items: Vec<Item> = names
        .iter()
        .enumerate()
        .map(|(line, name)| {
            Text::new(0.0, baseline(line), name.as_str(), Ink::Strong)
                .haloed()
                .into()
        })
        .collect();
    let mut lines = names.len();
    if !row.value.is_empty() {
        let line = if is_value_beside { 0 } else { lines };
        lines = lines.max(line + 1);
        let value = Text::new(1.0, baseline(line), row.value, Ink::Quiet).with_tail(row.tail);
        items.push(value.end().haloed().into());
    }
    (items, lines)
}
