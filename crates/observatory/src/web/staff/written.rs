//! What people write in fields, read the same way everywhere.

use crate::declaration::person_names;
use chrono::{Datelike, NaiveDate};
use domain::Text;
use publish::Wording;

/// A text in the language of the page; `None` when nothing was typed.
pub(super) fn text(typed: &str, w: &Wording) -> Option<Text> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| Text::one(w.language.tag(), typed))
}

/// One text a line.
pub(super) fn lines(typed: &str, w: &Wording) -> Vec<Text> {
    typed.lines().filter_map(|line| text(line, w)).collect()
}

/// How people write a day.
const DAY: &str = "%d/%m/%Y";
/// A year before it is one of two digits, or a slip.
const YEAR_MIN: i32 = 1900;

/// A day written as browsers write it, or as people do: `2026-12-30`, `30/12/2026`.
pub(super) fn day(typed: &str) -> Option<NaiveDate> {
    let typed = typed.trim();
    NaiveDate::parse_from_str(typed, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(typed, DAY))
        .ok()
        .filter(|day| day.year() >= YEAR_MIN)
}

/// A day as people write it, for a field that is filled in.
pub(super) fn typed(day: NaiveDate) -> String {
    day.format(DAY).to_string()
}

/// What may name a person in what was typed, pointed out and never refused; `None` when nothing
/// does.
pub(super) fn names(typed: &[&str], w: &Wording) -> Option<String> {
    let pieces = person_names::among(typed.iter().copied());
    let quoted = pieces
        .iter()
        .map(|piece| w.format("declare-quoted", &[("text", (*piece).into())]));
    let quoted = quoted.collect::<Vec<_>>().join(", ");
    let blanks = [("pieces", quoted.as_str().into())];
    (!pieces.is_empty()).then(|| w.format("declare-people", &blanks))
}
