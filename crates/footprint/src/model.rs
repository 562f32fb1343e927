use crate::table::{Row, TableError};
use crate::value::Value;
use crate::warning::Warnings;

/// A model of a revision's registry. Names are exact: nothing is guessed from a likeness.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Who serves it.
    pub provider: String,
    /// Exact name in the requests.
    pub name: String,
    /// The model meant, when the name is an alias.
    pub alias_of: Option<String>,
    /// Whether it is a mixture of experts.
    pub is_mixture: bool,
    /// Parameters at work for a token, billions, above zero.
    pub active: Value,
    /// Parameters in memory, billions, above zero.
    pub total: Value,
    /// Measured throughput, tokens/s, above zero.
    pub tokens_per_second: Option<f64>,
    /// Measured delay of the first token, s, zero or more.
    pub first_token_s: Option<f64>,
    /// Reasons to read its estimates with care.
    pub warnings: Warnings,
    /// Addresses cited for its size.
    pub sources: Vec<String>,
}

impl Model {
    pub(crate) fn read(row: Row<'_>) -> Result<Self, TableError> {
        row.positive("active_min")?;
        row.positive("total_min")?;
        let tokens_per_second = row.optional_number("tps")?;
        row.must(tokens_per_second.is_none_or(|tps| tps > 0.0), || {
            "tps must be above zero, or empty".to_owned()
        })?;
        let first_token_s = row.optional_number("ttft")?;
        row.must(first_token_s.is_none_or(|ttft| ttft >= 0.0), || {
            "ttft is below zero".to_owned()
        })?;
        Ok(Self {
            provider: row.text("provider")?.to_owned(),
            name: row.text("model")?.to_owned(),
            alias_of: Some(row.text("alias_of")?)
                .filter(|name| !name.is_empty())
                .map(str::to_owned),
            is_mixture: row.text("architecture")? == "moe",
            active: row.value("active_is_range", "active_min", "active_max")?,
            total: row.value("total_is_range", "total_min", "total_max")?,
            tokens_per_second,
            first_token_s,
            warnings: row.warnings()?,
            sources: row
                .text("sources")?
                .split('|')
                .filter(|url| !url.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }
}
