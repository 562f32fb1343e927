use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a value is given as a range. Two ranges of different kinds are never silently mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntervalKind {
    /// Counted: both ends are equal and nothing is estimated.
    Exact,
    /// Ends come from extreme hypotheses taken together.
    Corner,
    /// A confidence interval of a stated method.
    Confidence,
    /// Somebody said so: ends as declared.
    Declared,
    /// Logical bounds: what is missing could be anything between them.
    Bounds,
}

/// A closed range of finite numbers, `low ≤ high`, with the reason it is a range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Raw", into = "Raw")]
pub struct Interval {
    low: f64,
    high: f64,
    kind: IntervalKind,
}

/// Why a pair of numbers is not an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntervalError {
    /// An end is infinite or not a number.
    NotFinite,
    /// The low end is above the high end.
    Reversed,
    /// The kind is exact but the ends differ.
    NotExact,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    low: f64,
    high: f64,
    kind: IntervalKind,
}

impl Interval {
    /// The range from `low` to `high`; refuses ends that are reversed, not finite, or two
    /// different ends called exact.
    pub fn new(low: f64, high: f64, kind: IntervalKind) -> Result<Self, IntervalError> {
        if !(low.is_finite() && high.is_finite()) {
            return Err(IntervalError::NotFinite);
        }
        if low > high {
            return Err(IntervalError::Reversed);
        }
        if kind == IntervalKind::Exact && low < high {
            return Err(IntervalError::NotExact);
        }
        Ok(Self { low, high, kind })
    }

    /// A counted value: both ends equal.
    pub fn exact(count: u32) -> Self {
        let value = f64::from(count);
        Self {
            low: value,
            high: value,
            kind: IntervalKind::Exact,
        }
    }

    /// The low end.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The high end.
    pub fn high(&self) -> f64 {
        self.high
    }

    /// Why it is a range.
    pub fn kind(&self) -> IntervalKind {
        self.kind
    }

    /// Whether both ends are the same number.
    pub fn is_point(&self) -> bool {
        self.low == self.high
    }

    /// Whether the range holds zero, so that "no effect" cannot be ruled out.
    pub fn contains_zero(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }

    /// The sum of two ranges, ends added; the kind is the weaker of the two (a sum is exact only
    /// if both parts are), `None` if it overflows.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        Self::new(
            self.low + other.low,
            self.high + other.high,
            self.kind.max(other.kind),
        )
        .ok()
    }
}

impl TryFrom<Raw> for Interval {
    type Error = IntervalError;

    fn try_from(raw: Raw) -> Result<Self, IntervalError> {
        Self::new(raw.low, raw.high, raw.kind)
    }
}

impl From<Interval> for Raw {
    fn from(interval: Interval) -> Self {
        Self {
            low: interval.low,
            high: interval.high,
            kind: interval.kind,
        }
    }
}

impl fmt::Display for IntervalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFinite => "an end of the interval is not a finite number",
            Self::Reversed => "the low end is above the high end",
            Self::NotExact => "an exact interval has two different ends",
        })
    }
}

impl std::error::Error for IntervalError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_not_a_range() {
        let cases = [
            (1.0, 0.0, IntervalKind::Declared, IntervalError::Reversed),
            (
                f64::NAN,
                0.0,
                IntervalKind::Declared,
                IntervalError::NotFinite,
            ),
            (
                0.0,
                f64::INFINITY,
                IntervalKind::Bounds,
                IntervalError::NotFinite,
            ),
            (1.0, 2.0, IntervalKind::Exact, IntervalError::NotExact),
        ];
        for (low, high, kind, expected) in cases {
            assert_eq!(Interval::new(low, high, kind), Err(expected));
        }
    }

    #[test]
    fn a_sum_is_exact_only_if_both_parts_are() {
        let declared = Interval::new(-2.0, 3.0, IntervalKind::Declared).expect("ordered");
        let sum = Interval::exact(4).plus(&declared).expect("finite");
        assert_eq!(
            (sum.low(), sum.high(), sum.kind()),
            (2.0, 7.0, IntervalKind::Declared)
        );
        assert!(declared.contains_zero());
        assert!(!sum.contains_zero());
    }
}
