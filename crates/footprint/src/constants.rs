use crate::ends::Ends;
use crate::revision::FormulaSet;
use crate::table::{Row, TableError};
use std::collections::BTreeMap;

/// Impacts of making a piece of hardware.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Embodied {
    /// Global warming, kgCO2eq, zero or more.
    pub gwp: f64,
    /// Depletion of mineral resources, kgSbeq, zero or more.
    pub adpe: f64,
    /// Primary energy, MJ, zero or more.
    pub pe: f64,
}

/// The numbers of a revision that depend neither on the model nor on the zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Constants {
    /// Memory needed by byte of weights, above zero.
    pub memory_overhead: f64,
    /// Bits a weight, above zero.
    pub quantization_bits: f64,
    /// Memory of one accelerator, GB, above zero.
    pub gpu_memory_gb: f64,
    /// Accelerators in a server, above zero.
    pub server_gpus: f64,
    /// Power of a server without its accelerators, kW, zero or more.
    pub server_power_kw: f64,
    /// Lifetime of the hardware, s, above zero.
    pub lifetime_s: f64,
    /// Making of one accelerator.
    pub gpu_embodied: Embodied,
    /// Making of a server without its accelerators.
    pub server_embodied: Embodied,
    /// How energy and latency follow from the active parameters.
    pub fit: Fit,
}

/// How energy and latency per token follow from the active parameters.
#[derive(Debug, Clone, PartialEq)]
pub enum Fit {
    /// Formula sets F2 and F3.
    Linear(LinearFit),
    /// Formula sets F4 to F6.
    Batched(BatchedFit),
}

/// Straight lines in the active parameters, with a margin on each side.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearFit {
    /// Energy, kWh/token by billion of active parameters.
    pub energy_alpha: f64,
    /// Energy, kWh/token.
    pub energy_beta: f64,
    /// Half of the interval of the fit, kWh/token; zero in F2.
    pub energy_margin: f64,
    /// Latency, s/token by billion of active parameters.
    pub latency_alpha: f64,
    /// Latency, s/token.
    pub latency_beta: f64,
    /// Half of the interval of the fit, s/token; zero in F2.
    pub latency_margin: f64,
    /// Power usage effectiveness of every data centre, above zero.
    pub pue: f64,
}

/// Energy and latency of a server that answers several requests at once.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchedFit {
    /// Energy, Wh/token by billion of active parameters, for a batch of none.
    pub energy_alpha: f64,
    /// Decay of the energy with the batch, by request.
    pub energy_beta: f64,
    /// Energy, Wh/token.
    pub energy_gamma: f64,
    /// Latency, s/token by billion of active parameters.
    pub latency_alpha: f64,
    /// Latency, s/token by request of the batch.
    pub latency_beta: f64,
    /// Latency, s/token.
    pub latency_gamma: f64,
    batch_size: f64,
    energy_batch_decay: f64,
}

impl BatchedFit {
    /// Requests answered at once, above zero.
    pub fn batch_size(&self) -> f64 {
        self.batch_size
    }

    /// The same fit with another batch.
    ///
    /// The exponential is then computed on this machine and may differ by one unit in the last
    /// place from another; the batch of a release has its exponential in the tables.
    #[must_use]
    pub fn with_batch_size(self, batch_size: f64) -> Self {
        let decay = (self.energy_beta * batch_size).exp();
        self.with_batch(batch_size, decay)
    }

    /// The same fit with another batch and its exponential, exp(β·B).
    pub(crate) fn with_batch(self, batch_size: f64, energy_batch_decay: f64) -> Self {
        Self {
            batch_size,
            energy_batch_decay,
            ..self
        }
    }

    /// exp(β·B), without dimension.
    pub(crate) fn energy_batch_decay(&self) -> f64 {
        self.energy_batch_decay
    }
}

impl Embodied {
    pub(crate) fn ends(&self) -> [Ends; 3] {
        [self.gwp, self.adpe, self.pe].map(Ends::both)
    }
}

/// A row of the table of constants.
pub(crate) struct ConstantRow {
    pub(crate) name: String,
    pub(crate) value: f64,
    pub(crate) unit: String,
    pub(crate) source: String,
}

impl ConstantRow {
    pub(crate) fn read(row: Row<'_>) -> Result<Self, TableError> {
        Ok(Self {
            name: row.text("name")?.to_owned(),
            value: row.number("value")?,
            unit: row.text("unit")?.to_owned(),
            source: row.text("source")?.to_owned(),
        })
    }
}

impl Constants {
    /// The constants of a formula set; otherwise the names that are missing or out of range.
    pub(crate) fn read(rows: &[ConstantRow], formulas: FormulaSet) -> Result<Self, Vec<String>> {
        let mut values = Values {
            by_name: rows
                .iter()
                .map(|row| (row.name.as_str(), row.value))
                .collect(),
            problems: Vec::new(),
        };
        let constants = Self {
            memory_overhead: values.positive("memory_overhead"),
            quantization_bits: values.positive("model_quantization_bits"),
            gpu_memory_gb: values.positive("gpu_memory"),
            server_gpus: values.positive("server_gpus"),
            server_power_kw: values.amount("server_power"),
            lifetime_s: values.positive("hardware_lifespan"),
            gpu_embodied: values.embodied([
                "gpu_embodied_impact_gwp",
                "gpu_embodied_impact_adpe",
                "gpu_embodied_impact_pe",
            ]),
            server_embodied: values.embodied([
                "server_embodied_impact_gwp",
                "server_embodied_impact_adpe",
                "server_embodied_impact_pe",
            ]),
            fit: if formulas.has_batches() {
                Fit::Batched(values.batched_fit())
            } else {
                Fit::Linear(values.linear_fit(formulas))
            },
        };
        if values.problems.is_empty() {
            Ok(constants)
        } else {
            Err(values.problems)
        }
    }
}

struct Values<'t> {
    by_name: BTreeMap<&'t str, f64>,
    problems: Vec<String>,
}

impl Values<'_> {
    fn number(&mut self, name: &str) -> f64 {
        self.by_name.get(name).copied().unwrap_or_else(|| {
            self.problems
                .push(format!("the constant {name} is missing: add its row"));
            f64::NAN
        })
    }

    fn positive(&mut self, name: &str) -> f64 {
        let value = self.number(name);
        if value <= 0.0 {
            self.problems.push(format!("{name} must be above zero"));
        }
        value
    }

    fn amount(&mut self, name: &str) -> f64 {
        let value = self.number(name);
        if value < 0.0 {
            self.problems.push(format!("{name} is below zero"));
        }
        value
    }

    fn embodied(&mut self, [gwp, adpe, pe]: [&str; 3]) -> Embodied {
        Embodied {
            gwp: self.amount(gwp),
            adpe: self.amount(adpe),
            pe: self.amount(pe),
        }
    }

    fn linear_fit(&mut self, formulas: FormulaSet) -> LinearFit {
        let (energy_margin, latency_margin) = if formulas.has_fit_interval() {
            let quantile = self.positive("confidence_quantile");
            (
                quantile * self.amount("gpu_energy_stdev"),
                quantile * self.amount("gpu_latency_stdev"),
            )
        } else {
            (0.0, 0.0)
        };
        LinearFit {
            energy_alpha: self.amount("gpu_energy_alpha"),
            energy_beta: self.amount("gpu_energy_beta"),
            energy_margin,
            latency_alpha: self.amount("gpu_latency_alpha"),
            latency_beta: self.amount("gpu_latency_beta"),
            latency_margin,
            pue: self.positive("datacenter_pue"),
        }
    }

    fn batched_fit(&mut self) -> BatchedFit {
        BatchedFit {
            energy_alpha: self.amount("gpu_energy_alpha"),
            energy_beta: self.number("gpu_energy_beta"),
            energy_gamma: self.amount("gpu_energy_gamma"),
            latency_alpha: self.amount("latency_alpha"),
            latency_beta: self.amount("latency_beta"),
            latency_gamma: self.amount("latency_gamma"),
            batch_size: self.positive("batch_size"),
            energy_batch_decay: self.positive("gpu_energy_batch_decay"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;

    #[test]
    fn the_kept_exponential_is_the_one_of_the_batch() {
        for revision in Method::embedded().revisions() {
            if let Fit::Batched(fit) = revision.constants().fit.clone() {
                let batch_size = fit.batch_size();
                let (kept, computed) = (fit.clone(), fit.with_batch_size(batch_size));
                let difference = kept.energy_batch_decay / computed.energy_batch_decay - 1.0;
                assert!(difference.abs() <= f64::EPSILON);
            }
        }
    }
}
