//! How far a factor may be from its table, as data: the rows of `uncertainty.csv`.

use super::batch::{BatchEnergy, point};
use super::factor::UncertainFactor;
use crate::embedded;
use crate::indicator::Indicator;
use crate::revision::{Text, table};
use crate::table::{Row, TableError, TableErrors};
use std::sync::LazyLock;

const SPREADS: &str = "uncertainty.csv";
const BATCH_ENERGY: &str = "batch_energy.csv";

/// Whose errors are one and the same draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The same error everywhere.
    All,
    /// One error by provider, shared by its models.
    Provider,
    /// One error by model, shared by its requests and its aliases.
    Model,
    /// One error by electricity zone.
    Zone,
}

/// When a row of the table of spreads holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// In every case.
    Always,
    /// The method gives a range, of two different ends.
    Range,
    /// The provider does not publish the architecture: the size is a guess.
    Undisclosed,
    /// The value was measured.
    Measured,
    /// The value follows from a fit.
    Fitted,
    /// By the method the model occupies more than one server.
    BeyondServer,
    /// The world's average stands in for the zone's own value.
    WorldDefault,
}

/// The distribution of a factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distribution {
    /// Times a log-normal number of median 1.
    LogNormal {
        /// Standard deviation of the logarithm, above zero.
        sd_ln: f64,
    },
    /// Triangular, in the unit of the row.
    Triangular {
        /// Low end, most likely value and high end.
        low_mode_high: [f64; 3],
    },
    /// Triangular in the logarithm, in the unit of the row.
    LogTriangular {
        /// Low end, most likely value and high end.
        low_mode_high: [f64; 3],
    },
    /// Uniform between the ends that the method gives.
    UniformOfRange,
    /// Uniform in the logarithm between the ends that the method gives.
    LogUniformOfRange,
}

/// On what a spread rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadGrounds {
    /// Computed from tables, or read at the source.
    Verified,
    /// Reported by others.
    Secondary,
    /// Our own choice, where nothing is published; the source says what it leans on.
    Assumption,
}

/// One row: how far a factor may be from its table.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The factor.
    pub factor: UncertainFactor,
    /// The indicator the row is for; `None` for all, which then share the draw.
    pub indicator: Option<Indicator>,
    /// Whose errors are the same draw.
    pub scope: Scope,
    /// When the row holds.
    pub condition: Condition,
    /// The distribution.
    pub distribution: Distribution,
    /// Unit of its numbers; empty for a ratio to the table.
    pub unit: String,
    /// Keys of `sources.json`, or addresses; one or more.
    pub sources: Vec<String>,
    /// On what it rests.
    pub grounds: SpreadGrounds,
    /// Why this spread.
    pub why: Text,
}

/// How far each factor may be from its table.
///
/// Of the rows of one factor, indicator and scope the first that holds counts; rows of different
/// scopes multiply. A factor without a row that holds is taken as exact.
#[derive(Debug, Clone, PartialEq)]
pub struct Spreads {
    rows: Vec<Spread>,
    batch_energy: BatchEnergy,
}

impl Spreads {
    /// The spreads of a folder, or every fault of its tables.
    ///
    /// `file` gives the text of `uncertainty.csv` and of `batch_energy.csv`.
    pub fn read<'a>(file: impl Fn(&str) -> Option<&'a str>) -> Result<Self, TableErrors> {
        let mut errors = Vec::new();
        let rows = table(SPREADS, &file, &mut errors)
            .map(|table| table.collect(&mut errors, Spread::read))
            .unwrap_or_default();
        let points = table(BATCH_ENERGY, &file, &mut errors)
            .map(|table| table.collect(&mut errors, point))
            .unwrap_or_default();
        match BatchEnergy::through(points) {
            Some(batch_energy) if errors.is_empty() => Ok(Self { rows, batch_energy }),
            Some(_) => Err(TableErrors(errors)),
            None => {
                errors.push(TableError {
                    file: BATCH_ENERGY.to_owned(),
                    line: None,
                    problem: "write two sizes or more, from the smallest to the largest".to_owned(),
                });
                Err(TableErrors(errors))
            }
        }
    }

    /// The spreads carried by this crate.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Spreads> = LazyLock::new(|| {
            Spreads::read(embedded::file).expect("the embedded tables are tested")
        });
        &EMBEDDED
    }

    pub(super) fn batch_energy(&self) -> &BatchEnergy {
        &self.batch_energy
    }

    /// The rows, in the order of the table.
    pub fn rows(&self) -> &[Spread] {
        &self.rows
    }

    /// The rows that count for a factor of an indicator, one by scope.
    pub(super) fn holding(
        &self,
        factor: UncertainFactor,
        indicator: Option<Indicator>,
        holds: impl Fn(Condition) -> bool,
    ) -> Vec<&Spread> {
        let mut found: Vec<&Spread> = Vec::new();
        for row in &self.rows {
            let is_meant = row.factor == factor
                && (row.indicator.is_none() || row.indicator == indicator)
                && found.iter().all(|other| other.scope != row.scope);
            if is_meant && holds(row.condition) {
                found.push(row);
            }
        }
        found
    }
}

impl Spread {
    fn read(row: Row<'_>) -> Result<Self, TableError> {
        let factor = word(row, "factor", UncertainFactor::from_name)?;
        let scope = word(row, "scope", Scope::from_name)?;
        row.must(factor.has_scope(scope), || {
            format!("{} does not depend on this scope", factor.name())
        })?;
        let unit = row.text("unit")?;
        let sources: Vec<String> = row
            .text("source")?
            .split('|')
            .filter(|source| !source.is_empty())
            .map(str::to_owned)
            .collect();
        row.must(!sources.is_empty(), || {
            "source is empty: write where the spread comes from".to_owned()
        })?;
        let why = Text {
            fr: row.text("why_fr")?.to_owned(),
            en: row.text("why_en")?.to_owned(),
        };
        row.must(!why.fr.is_empty() && !why.en.is_empty(), || {
            "why_fr and why_en must both say why".to_owned()
        })?;
        Ok(Self {
            factor,
            indicator: match row.text("indicator")? {
                "" => None,
                _ => Some(word(row, "indicator", Indicator::from_code)?),
            },
            scope,
            condition: word(row, "applies_when", Condition::from_name)?,
            distribution: distribution(row, factor, unit)?,
            unit: unit.to_owned(),
            sources,
            grounds: word(row, "certainty", SpreadGrounds::from_name)?,
            why,
        })
    }
}

/// One word of a closed list.
fn word<T>(
    row: Row<'_>,
    column: &str,
    from_name: impl Fn(&str) -> Option<T>,
) -> Result<T, TableError> {
    let name = row.text(column)?;
    from_name(name).ok_or_else(|| row.fault(format!("{column}: « {name} » is not a known word")))
}

fn distribution(
    row: Row<'_>,
    factor: UncertainFactor,
    unit: &str,
) -> Result<Distribution, TableError> {
    let written = || {
        let numbers = [
            row.positive("low")?,
            row.positive("mode")?,
            row.positive("high")?,
        ];
        let [low, mode, high] = numbers;
        row.must(low <= mode && mode <= high && low < high, || {
            "low, mode and high must be in this order".to_owned()
        })?;
        let Some((expected, _)) = factor.written_unit() else {
            return Err(row.fault(format!(
                "{} is drawn around its table: write lognormal or a range",
                factor.name()
            )));
        };
        row.must(unit == expected, || format!("unit must be {expected}"))?;
        Ok(numbers)
    };
    match row.text("distribution")? {
        "lognormal" => Ok(Distribution::LogNormal {
            sd_ln: row.positive("sd_ln")?,
        }),
        "triangular" => Ok(Distribution::Triangular {
            low_mode_high: written()?,
        }),
        "log_triangular" => Ok(Distribution::LogTriangular {
            low_mode_high: written()?,
        }),
        "uniform_of_range" => Ok(Distribution::UniformOfRange),
        "log_uniform_of_range" => Ok(Distribution::LogUniformOfRange),
        other => Err(row.fault(format!("distribution: « {other} » is not a known word"))),
    }
}

impl Scope {
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "all" => Some(Self::All),
            "provider" => Some(Self::Provider),
            "model" => Some(Self::Model),
            "zone" => Some(Self::Zone),
            _ => None,
        }
    }
}

impl Condition {
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "always" => Some(Self::Always),
            "range" => Some(Self::Range),
            "undisclosed" => Some(Self::Undisclosed),
            "measured" => Some(Self::Measured),
            "fitted" => Some(Self::Fitted),
            "beyond_server" => Some(Self::BeyondServer),
            "world_default" => Some(Self::WorldDefault),
            _ => None,
        }
    }
}

impl SpreadGrounds {
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "verified" => Some(Self::Verified),
            "secondary" => Some(Self::Secondary),
            "assumption" => Some(Self::Assumption),
            _ => None,
        }
    }
}
