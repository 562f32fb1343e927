//! The one place that reads the clock. Everything else receives the instant or the day.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// The present instant.
#[expect(
    clippy::disallowed_methods,
    reason = "this module is where the clock is read"
)]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Today in a time zone given by its IANA name; UTC when the name is unknown.
pub fn today(time_zone: &str) -> NaiveDate {
    day_in(now(), time_zone)
}

/// An instant in a time zone given by its IANA name; `None` when the name is unknown.
pub fn zoned(instant: DateTime<Utc>, time_zone: &str) -> Option<DateTime<chrono_tz::Tz>> {
    let zone: chrono_tz::Tz = time_zone.parse().ok()?;
    Some(instant.with_timezone(&zone))
}

/// The hour of an instant in a time zone, `10:04`; UTC when its name is unknown.
pub fn hour_in(instant: DateTime<Utc>, time_zone: &str) -> String {
    let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
    instant.with_timezone(&zone).format("%H:%M").to_string()
}

/// The day of an instant in a time zone given by its IANA name; UTC when the name is unknown.
pub fn day_in(instant: DateTime<Utc>, time_zone: &str) -> NaiveDate {
    local(instant, time_zone).date()
}

/// The day and the hour that the clocks of a time zone show; UTC when its name is unknown.
pub fn local(instant: DateTime<Utc>, time_zone: &str) -> NaiveDateTime {
    let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
    instant.with_timezone(&zone).naive_local()
}
