use crate::source::Source;

/// A factor of a formula, by its name: a constant, a column of a table, or a datum of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Factor(pub(crate) &'static str);

impl Factor {
    /// Its name in `constants.csv` or `factors.csv`.
    pub fn name(self) -> &'static str {
        self.0
    }
}

/// Where a factor stands and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Provenance {
    /// The table that holds it.
    pub table: String,
    /// The row of the constants, or the columns of the table.
    pub place: String,
    /// Its unit; empty when there is no dimension.
    pub unit: String,
    /// Its value, if it is a constant.
    pub value: Option<f64>,
    /// Where it comes from.
    pub source: Source,
}
