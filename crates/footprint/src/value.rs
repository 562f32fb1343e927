use crate::ends::Ends;
use serde::{Deserialize, Serialize};
use units::{Interval, IntervalKind};

/// A single number or a range, as the reference gives it.
///
/// A range whose ends are equal is not the same answer as a single number, so the shape is kept.
/// In JSON: a number, or `{"min": …, "max": …}`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Raw", into = "Raw")]
pub struct Value {
    min: f64,
    max: f64,
    is_range: bool,
}

/// Why two numbers are not a [`Value`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// An end is infinite or not a number.
    #[error("an end is not a finite number")]
    NotFinite,
    /// The low end is above the high end.
    #[error("the low end is above the high end")]
    Reversed,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(untagged)]
enum Raw {
    Single(f64),
    Range { min: f64, max: f64 },
}

impl Value {
    /// A single finite number.
    pub fn single(value: f64) -> Result<Self, ValueError> {
        Self::checked(value, value, false)
    }

    /// A range of finite numbers, `min ≤ max`.
    pub fn range(min: f64, max: f64) -> Result<Self, ValueError> {
        Self::checked(min, max, true)
    }

    /// The low end.
    pub fn min(&self) -> f64 {
        self.min
    }

    /// The high end.
    pub fn max(&self) -> f64 {
        self.max
    }

    /// Whether the reference gives a range, even one whose ends are equal.
    pub fn is_range(&self) -> bool {
        self.is_range
    }

    /// The ends as corner values, for crates that speak in intervals.
    pub fn interval(&self) -> Interval {
        Interval::new(self.min, self.max, IntervalKind::Corner)
            .expect("a value has finite ends in order")
    }

    fn checked(min: f64, max: f64, is_range: bool) -> Result<Self, ValueError> {
        if !(min.is_finite() && max.is_finite()) {
            return Err(ValueError::NotFinite);
        }
        if min > max {
            return Err(ValueError::Reversed);
        }
        Ok(Self { min, max, is_range })
    }

    pub(crate) fn from_ends(ends: Ends, is_range: bool) -> Result<Self, ValueError> {
        Self::checked(ends.0[0], ends.0[1], is_range)
    }

    pub(crate) fn ends(&self) -> Ends {
        Ends([self.min, self.max])
    }
}

impl TryFrom<Raw> for Value {
    type Error = ValueError;

    fn try_from(raw: Raw) -> Result<Self, ValueError> {
        match raw {
            Raw::Single(value) => Self::single(value),
            Raw::Range { min, max } => Self::range(min, max),
        }
    }
}

impl From<Value> for Raw {
    fn from(value: Value) -> Self {
        if value.is_range {
            Self::Range {
                min: value.min,
                max: value.max,
            }
        } else {
            Self::Single(value.min)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_survives_json() {
        for text in [
            "1.5",
            r#"{"min":1.5,"max":1.5}"#,
            r#"{"min":0.1,"max":0.3}"#,
        ] {
            let value: Value = serde_json::from_str(text).expect("a value");
            assert_eq!(serde_json::to_string(&value).expect("json"), text);
        }
    }

    #[test]
    fn refuses_what_is_not_a_range() {
        assert_eq!(Value::range(2.0, 1.0), Err(ValueError::Reversed));
        assert_eq!(Value::single(f64::NAN), Err(ValueError::NotFinite));
    }
}
