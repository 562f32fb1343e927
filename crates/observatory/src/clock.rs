//! The one place that reads the clock. Everything else receives the instant or the day.

use chrono::{DateTime, NaiveDate, Utc};

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

/// The hour of an instant in a time zone, `10:04`; UTC when its name is unknown.
pub fn hour_in(instant: DateTime<Utc>, time_zone: &str) -> String {
    let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
    instant.with_timezone(&zone).format("%H:%M").to_string()
}

/// The day of an instant in a time zone given by its IANA name; UTC when the name is unknown.
pub fn day_in(instant: DateTime<Utc>, time_zone: &str) -> NaiveDate {
    let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
    instant.with_timezone(&zone).date_naive()
}
