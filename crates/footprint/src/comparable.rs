use crate::indicator::Indicator;
use crate::revision::{Certainty, Text};
use crate::sheet::embedded_sheet;
use serde::Deserialize;

/// Figures published by a provider or a researcher, shown beside an estimate and never mixed with
/// it: each keeps a boundary of its own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparable {
    /// A stable name.
    pub id: String,
    /// Who published them.
    pub publisher: String,
    /// When, ISO, to the day or the month.
    pub published: String,
    /// What was measured or estimated.
    pub subject: Text,
    /// Tokens of the answer, if they are known.
    pub tokens: Option<f64>,
    /// The figures.
    pub figures: Vec<Figure>,
    /// What they include and leave out.
    pub boundary: Text,
    /// Whether and where the method is published.
    pub method: Text,
    /// Address.
    pub url: String,
    /// How well they are known.
    pub certainty: Certainty,
    /// Why they cannot be set against an estimate.
    pub why_not_comparable: Text,
}

/// One published figure.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it is about.
    pub indicator: Indicator,
    /// The figure.
    pub value: f64,
    /// Its unit, as published.
    pub unit: String,
    /// What it stands for.
    pub kind: FigureKind,
}

/// What a published figure stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// The middle of several requests.
    Median,
    /// The mean of several requests.
    Mean,
    /// One case.
    Single,
    /// At least so much.
    LowerBound,
    /// At most so much.
    UpperBound,
}

embedded_sheet!(Comparable, "comparables.json");

/// An everyday act with about the same impact, as a range.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equivalent {
    /// A stable name.
    pub id: String,
    /// The impact they share.
    pub indicator: Indicator,
    /// Impact of one act, low end.
    pub min: f64,
    /// Impact of one act, high end.
    pub max: f64,
    /// Unit of both.
    pub unit: String,
    /// What follows a number of acts.
    pub phrase: Phrase,
    /// Address.
    pub url: String,
    /// Who published it.
    pub publisher: String,
    /// When, ISO; `None` if it is not dated.
    pub date: Option<String>,
    /// How well it is known.
    pub certainty: Certainty,
    /// Why it is a range.
    pub reason: Text,
}

/// Words that follow a number, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// French.
    pub fr: Counted,
    /// English.
    pub en: Counted,
}

/// Words that follow one, and words that follow more.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// After one.
    pub one: String,
    /// After more.
    pub other: String,
}

impl Equivalent {
    /// How many acts have the impact of a range, in the unit of [`Self::unit`]: from the low end over
    /// the dearest act to the high end over the cheapest.
    pub fn count(&self, low: f64, high: f64) -> [f64; 2] {
        [low / self.max, high / self.min]
    }
}

embedded_sheet!(Equivalent, "equivalents.json");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparables_have_figures_and_an_address() {
        for item in &Comparable::embedded().items {
            assert!(!item.figures.is_empty(), "{}", item.id);
            assert!(item.url.starts_with("https://"), "{}", item.id);
            assert!(item.figures.iter().all(|figure| figure.value > 0.0));
        }
    }

    #[test]
    fn equivalents_are_ranges_above_zero() {
        for item in &Equivalent::embedded().items {
            assert!(0.0 < item.min && item.min <= item.max, "{}", item.id);
            let [low, high] = item.count(item.min, item.max);
            assert!(low <= 1.0 && 1.0 <= high, "{}", item.id);
        }
    }
}
