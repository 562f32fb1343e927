use crate::{Interval, IntervalKind};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a number counts. One spelling per unit; conversions are explicit functions elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Use cases, records, persons…: things one counts.
    Count,
    /// Share of a stated whole, 0 to 100.
    Percent,
    /// Minutes of work for one case; negative = saved, checking time included.
    MinutesPerCase,
    /// Occasions of use in a month.
    UsesPerMonth,
    /// Requests sent to a model in a month.
    RequestsPerMonth,
    /// Words produced by one request.
    WordsPerRequest,
    /// Persons employed.
    Persons,
    /// Days.
    Days,
    /// Electricity, kWh.
    KilowattHours,
    /// Global warming, kg of CO2 equivalent.
    KilogramsCo2,
    /// Depletion of mineral resources, kg of antimony equivalent.
    KilogramsAntimony,
    /// Primary energy, MJ.
    Megajoules,
    /// Water consumed, L.
    Litres,
}

impl Unit {
    /// Every unit, in the order of the documentation.
    pub const ALL: [Self; 13] = [
        Self::Count,
        Self::Percent,
        Self::MinutesPerCase,
        Self::UsesPerMonth,
        Self::RequestsPerMonth,
        Self::WordsPerRequest,
        Self::Persons,
        Self::Days,
        Self::KilowattHours,
        Self::KilogramsCo2,
        Self::KilogramsAntimony,
        Self::Megajoules,
        Self::Litres,
    ];
}

/// A range of a unit: the only shape in which a number crosses from one crate to another.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// Where the value lies, and why it is a range.
    pub interval: Interval,
    /// What is counted.
    pub unit: Unit,
}

/// Two quantities of different units were added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitMismatch(
    /// The unit on the left.
    pub Unit,
    /// The unit on the right.
    pub Unit,
);

impl Quantity {
    /// An exact count of things.
    pub fn count(number: u32) -> Self {
        Self {
            interval: Interval::exact(number),
            unit: Unit::Count,
        }
    }

    /// A declared range; `None` if the ends are reversed or not finite.
    pub fn declared(low: f64, high: f64, unit: Unit) -> Option<Self> {
        Interval::new(low, high, IntervalKind::Declared)
            .ok()
            .map(|interval| Self { interval, unit })
    }

    /// What extreme hypotheses taken together give; `None` if the ends are reversed or not finite.
    pub fn corner(low: f64, high: f64, unit: Unit) -> Option<Self> {
        Interval::new(low, high, IntervalKind::Corner)
            .ok()
            .map(|interval| Self { interval, unit })
    }

    /// The sum of two quantities of one unit.
    pub fn plus(&self, other: &Self) -> Result<Option<Self>, UnitMismatch> {
        if self.unit != other.unit {
            return Err(UnitMismatch(self.unit, other.unit));
        }
        Ok(self.interval.plus(&other.interval).map(|interval| Self {
            interval,
            unit: self.unit,
        }))
    }
}

impl fmt::Display for UnitMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} and {:?} cannot be added", self.0, self.1)
    }
}

impl std::error::Error for UnitMismatch {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_never_mix() {
        let minutes = Quantity::declared(-5.0, 2.0, Unit::MinutesPerCase).expect("ordered");
        assert_eq!(
            minutes.plus(&Quantity::count(1)),
            Err(UnitMismatch(Unit::MinutesPerCase, Unit::Count))
        );
    }
}
