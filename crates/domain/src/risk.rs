use crate::{MeasureState, RiskFamily, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something that could go wrong, and what is done about it.
///
/// Likelihood and severity are those before any measure; `residual` is what somebody judged once
/// the measures were in place. A level that nobody judged is `None`, never 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Its family.
    pub family: RiskFamily,
    /// Identifier in the catalogue of risks; `None` = written by the authority.
    #[serde(default)]
    pub catalogue: Option<String>,
    /// What could happen.
    pub description: Text,
    /// 1 (unlikely) to 4 (almost certain); `None` = not judged.
    #[serde(default)]
    pub likelihood: Option<u8>,
    /// 1 (minor) to 4 (very serious); `None` = not judged.
    #[serde(default)]
    pub severity: Option<u8>,
    /// What is done about it, in words.
    #[serde(default)]
    pub measure: Option<Text>,
    /// Measures of the catalogue, with how far each has come.
    #[serde(default)]
    pub measures: Vec<AppliedMeasure>,
    /// What remains, as somebody judged it; `None` = not judged.
    #[serde(default)]
    pub residual: Option<Rating>,
}

/// A measure taken, planned or set aside for one risk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppliedMeasure {
    /// Identifier in the catalogue of measures.
    pub measure: String,
    /// How far it has come.
    pub state: MeasureState,
    /// What shows that it is in place, or why it was set aside, in words the public may read:
    /// without them, a measure in place counts for nothing in what is worked out.
    #[serde(default)]
    pub evidence: Option<Text>,
    /// The day it was put in place, or is planned for.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// How likely and how serious, each from 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Levels", into = "Levels")]
pub struct Rating {
    likelihood: u8,
    severity: u8,
}

/// A rating as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Levels {
    likelihood: u8,
    severity: u8,
}

impl Rating {
    /// The highest level of both scales; the lowest is 1.
    pub const HIGHEST: u8 = 4;

    /// A rating; `None` if a level is not between 1 and 4.
    pub fn new(likelihood: u8, severity: u8) -> Option<Self> {
        let levels = 1..=Self::HIGHEST;
        let is_valid = levels.contains(&likelihood) && levels.contains(&severity);
        is_valid.then_some(Self {
            likelihood,
            severity,
        })
    }

    /// How likely, 1 to 4.
    pub fn likelihood(self) -> u8 {
        self.likelihood
    }

    /// How serious, 1 to 4.
    pub fn severity(self) -> u8 {
        self.severity
    }

    /// Likelihood × severity, 1 to 16: a rank, not a measure of harm.
    pub fn score(self) -> u8 {
        self.likelihood * self.severity
    }

    /// The rating with each level lowered by so many, never below 1.
    #[must_use]
    pub fn lowered(self, likelihood: u8, severity: u8) -> Self {
        Self {
            likelihood: self.likelihood.saturating_sub(likelihood).max(1),
            severity: self.severity.saturating_sub(severity).max(1),
        }
    }

    /// Whether neither level is above the other rating's.
    pub fn is_within(self, other: Self) -> bool {
        self.likelihood <= other.likelihood && self.severity <= other.severity
    }
}

impl TryFrom<Levels> for Rating {
    type Error = &'static str;

    fn try_from(levels: Levels) -> Result<Self, Self::Error> {
        Self::new(levels.likelihood, levels.severity).ok_or("a level goes from 1 to 4")
    }
}

impl From<Rating> for Levels {
    fn from(rating: Rating) -> Self {
        Self {
            likelihood: rating.likelihood,
            severity: rating.severity,
        }
    }
}

impl Risk {
    /// Before measures, if both levels were judged.
    pub fn before(&self) -> Option<Rating> {
        Rating::new(self.likelihood?, self.severity?)
    }

    /// Likelihood × severity before measures, 1 to 16, if both were judged.
    pub fn score(&self) -> Option<u8> {
        self.before().map(Rating::score)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_outside_the_scale_is_refused_not_rounded() {
        let read = |text: &str| serde_json::from_str::<Rating>(text).ok();
        assert_eq!(
            read(r#"{"likelihood": 4, "severity": 1}"#),
            Rating::new(4, 1)
        );
        assert_eq!(read(r#"{"likelihood": 0, "severity": 1}"#), None);
        assert_eq!(read(r#"{"likelihood": 5, "severity": 1}"#), None);
        assert_eq!(read(r#"{"likelihood": 2}"#), None);
    }

    #[test]
    fn lowering_stops_at_one() {
        let rating = Rating::new(2, 4).expect("levels of the scale");
        let lowered = rating.lowered(3, 1);
        assert_eq!((lowered.likelihood(), lowered.severity()), (1, 3));
        assert!(lowered.is_within(rating) && !rating.is_within(lowered));
    }
}
