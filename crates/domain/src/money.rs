use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether an amount includes value-added tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxBasis {
    /// Tax not included.
    Excluded,
    /// Tax included.
    Included,
    /// Not told.
    Unknown,
}

/// An amount of money: an integer, never a float.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Millionths of the currency unit.
    pub micro: i64,
    /// ISO 4217 code, such as `EUR`.
    pub currency: String,
    /// Tax included or not.
    pub tax: TaxBasis,
    /// The day the price held.
    pub priced_on: NaiveDate,
}

impl Money {
    /// Whole currency units, rounded towards zero, for display.
    pub fn whole_units(&self) -> i64 {
        self.micro / 1_000_000
    }
}
