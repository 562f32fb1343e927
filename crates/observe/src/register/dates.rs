//! Dates as registers write them. A year, a month or a day is told apart; anything else is no date.

use super::table::SourceTable;
use chrono::{Datelike, NaiveDate};
use reference::{DayOrder, FieldRule};

/// Years a register may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Why a cell is not taken for a date: the key of its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotADate {
    /// It is neither a year, a month nor a day.
    Other,
    /// It is a day, but nothing says whether the month comes first.
    Order,
}

impl NotADate {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Other => "row-not-a-date",
            Self::Order => "row-date-order",
        }
    }
}

/// `2021`, `2021-05` or `2021-05-31`, whichever the cell says. A spreadsheet writes the year 2021
/// as `2021.0` and a day with midnight behind it: both are understood.
pub(super) fn date(cell: &str, order: Option<DayOrder>) -> Result<String, NotADate> {
    let text = without_time(whole_number(cell.trim()));
    let separator = text.chars().find(|c| !c.is_ascii_digit()).unwrap_or('-');
    if !matches!(separator, '-' | '/' | '.') {
        return Err(NotADate::Other);
    }
    let parts: Vec<&str> = text.split(separator).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return Err(NotADate::Other);
    }
    let found = match (parts.as_slice(), separator) {
        ([year], _) => year_of(year).map(|year| format!("{year:04}")),
        ([year, month], '-' | '/') if year.len() == 4 => month_of(year, month),
        ([month, year], _) => month_of(year, month),
        ([year, month, day], _) if year.len() == 4 => day_of(year, month, day),
        ([day, month, year], '.') => day_of(year, month, day),
        ([first, second, year], _) => return stroked(first, second, year, order),
        _ => None,
    };
    found.ok_or(NotADate::Other)
}

/// A day with strokes: read in the order that is known, or in the only one that gives a day.
fn stroked(
    first: &str,
    second: &str,
    year: &str,
    order: Option<DayOrder>,
) -> Result<String, NotADate> {
    let day_first = day_of(year, second, first);
    let month_first = day_of(year, first, second);
    let found = match order {
        Some(DayOrder::DayFirst) => day_first,
        Some(DayOrder::MonthFirst) => month_first,
        None if day_first.is_some() && month_first.is_some() && day_first != month_first => {
            return Err(NotADate::Order);
        }
        None => day_first.or(month_first),
    };
    found.ok_or(NotADate::Other)
}

/// The order that the dates of the columns of a field prove: some can be read in that order only,
/// and none in the other only.
pub(super) fn proven_order(rule: &FieldRule, table: &SourceTable) -> Option<DayOrder> {
    let columns = rule.columns().into_iter();
    let positions: Vec<_> = columns.filter_map(|c| table.position(c)).collect();
    let (mut day_first, mut month_first) = (false, false);
    for row in 0..table.rows.len() {
        for position in &positions {
            let cell = table.text(row, *position);
            let read = |order| date(cell, Some(order)).is_ok();
            match (read(DayOrder::DayFirst), read(DayOrder::MonthFirst)) {
                (true, false) => day_first = true,
                (false, true) => month_first = true,
                _ => {}
            }
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// `2021` of `2021.0`.
fn whole_number(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => whole,
        _ => text,
    }
}

/// The day of an instant, such as `2021-05-31T00:00:00Z` or `2021-05-31 00:00:00`.
fn without_time(text: &str) -> &str {
    let is_clock =
        |rest: &str| rest.contains(':') && rest.starts_with(|c: char| c.is_ascii_digit());
    match text.split_once(['T', ' ']) {
        Some((day, clock)) if is_clock(clock.trim()) => day,
        _ => text,
    }
}

fn year_of(text: &str) -> Option<i32> {
    let year = (text.len() == 4).then(|| text.parse().ok()).flatten()?;
    YEARS.contains(&year).then_some(year)
}

fn month_of(year: &str, month: &str) -> Option<String> {
    day_of(year, month, "1").map(|day| day.chars().take(7).collect())
}

fn day_of(year: &str, month: &str, day: &str) -> Option<String> {
    let is_short = month.len() <= 2 && day.len() <= 2;
    let (year, month, day) = (year_of(year)?, month.parse().ok()?, day.parse().ok()?);
    let day = NaiveDate::from_ymd_opt(year, month, day).filter(|_| is_short)?;
    Some(format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        day.month(),
        day.day()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_a_month_or_a_day_is_read_and_nothing_else() {
        for (cell, expected) in [
            ("2020", Ok("2020")),
            ("2020.0", Ok("2020")),
            (" 2021-05 ", Ok("2021-05")),
            ("2021/5", Ok("2021-05")),
            ("05-2021", Ok("2021-05")),
            ("2021-05-31", Ok("2021-05-31")),
            ("2021-05-31T00:00:00Z", Ok("2021-05-31")),
            ("2021-05-31 00:00:00", Ok("2021-05-31")),
            ("31.5.2021", Ok("2021-05-31")),
            ("5/31/2021", Ok("2021-05-31")),
            ("31/05/2021", Ok("2021-05-31")),
            ("05/05/2021", Ok("2021-05-05")),
            ("05/03/2021", Err(NotADate::Order)),
            ("2020.5", Err(NotADate::Other)),
            ("2021-13", Err(NotADate::Other)),
            ("2021-02-30", Err(NotADate::Other)),
            ("44197", Err(NotADate::Other)),
            ("1/5/24", Err(NotADate::Other)),
            ("Scheduled for FY2025", Err(NotADate::Other)),
            ("0", Err(NotADate::Other)),
            ("", Err(NotADate::Other)),
        ] {
            assert_eq!(date(cell, None), expected.map(str::to_owned), "{cell}");
        }
    }

    #[test]
    fn an_order_that_is_known_is_kept_to() {
        for (cell, order, expected) in [
            ("05/03/2021", DayOrder::DayFirst, Ok("2021-03-05")),
            ("05/03/2021", DayOrder::MonthFirst, Ok("2021-05-03")),
            ("31/05/2021", DayOrder::MonthFirst, Err(NotADate::Other)),
        ] {
            assert_eq!(
                date(cell, Some(order)),
                expected.map(str::to_owned),
                "{cell}"
            );
        }
    }
}
