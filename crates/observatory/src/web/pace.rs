//! How much of something is taken in a minute, by all readers together: no address of a reader is
//! read or kept.

use chrono::{DateTime, Utc};
use std::sync::Mutex;

/// Counts what came in the minute of the clock.
pub(super) struct Pace {
    most: u32,
    count: Mutex<(i64, u32)>,
}

impl Pace {
    /// At most so many a minute.
    pub(super) fn a_minute(most: u32) -> Self {
        Self {
            most,
            count: Mutex::new((0, 0)),
        }
    }

    /// Whether one more is taken at this instant.
    pub(super) fn takes_one(&self, now: DateTime<Utc>) -> bool {
        let minute = now.timestamp().div_euclid(60);
        let Ok(mut count) = self.count.lock() else {
            return false;
        };
        if count.0 != minute {
            *count = (minute, 0);
        }
        count.1 = count.1.saturating_add(1);
        count.1 <= self.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_in_a_minute_waits_for_the_next() {
        let pace = Pace::a_minute(2);
        let at = |second: i64| DateTime::from_timestamp(second, 0).expect("an instant");
        let taken: Vec<_> = [0, 30, 59, 60, 61, 62]
            .map(|s| pace.takes_one(at(s)))
            .to_vec();
        assert_eq!(taken, [true, true, false, true, true, false]);
    }
}
