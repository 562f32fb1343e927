//! Columns of requests: the same functions as one request, without allocation in the loop.

use crate::columns::{ColumnError, Columns, ImpactColumns, PROVIDER_ZONE};
use crate::constants::Constants;
use crate::deployment::{Deployment, Weights};
use crate::ends::Ends;
use crate::error::EstimateError;
use crate::estimate::site_of_provider;
use crate::inference::{Mix, Results, Server, Site};
use crate::model::Model;
use crate::parts::Parts;
use crate::revision::{FormulaSet, Revision};

/// A revision made ready for columns.
#[derive(Debug, Clone)]
pub struct Kernel<'r> {
    parts: Parts<'r>,
    constants: Constants,
    server: Server,
    models: Vec<ModelCoefficients>,
    unknown_model: ModelCoefficients,
    /// The codes of the zones, sorted: a position is a key.
    zones: Vec<&'r str>,
    /// One more than the zones: the last one is unknown.
    mixes: Vec<Mix>,
}

#[derive(Debug, Clone)]
struct ModelCoefficients {
    deployment: Deployment,
    site: Site,
    provider_zone: usize,
}

impl<'r> Kernel<'r> {
    /// Makes a revision ready, with its own models; fails if a model's provider has no data centre.
    pub fn new(revision: &'r Revision) -> Result<Self, EstimateError> {
        let zones = revision.zones().iter().map(|zone| zone.code.as_str());
        let mut kernel = Self::of_parts(Parts::all(revision), zones.collect());
        for model in revision.models() {
            kernel.add(model)?;
        }
        Ok(kernel)
    }

    /// A calculation whose parts come from several revisions, without any model yet.
    pub(crate) fn of_parts(parts: Parts<'r>, zones: Vec<&'r str>) -> Self {
        let constants = parts.constants();
        let mut mixes: Vec<Mix> = zones
            .iter()
            .map(|code| parts.mix(code).unwrap_or_else(Mix::unknown))
            .collect();
        mixes.push(Mix::unknown());
        Self {
            parts,
            server: Server::new(&constants),
            constants,
            models: Vec::new(),
            unknown_model: ModelCoefficients::unknown(zones.len()),
            zones,
            mixes,
        }
    }

    /// Adds a model, maybe of another revision's registry, and gives its key.
    ///
    /// Its sizes are used with the formulas and the data centres of this kernel. Fails when its
    /// provider has no data centre here, or when there is no key left.
    pub fn add(&mut self, model: &Model) -> Result<u16, EstimateError> {
        self.add_with_throughput(model, model)
    }

    /// The same with the throughput of another row of the registry.
    pub(crate) fn add_with_throughput(
        &mut self,
        sizes: &Model,
        throughput: &Model,
    ) -> Result<u16, EstimateError> {
        let weights = Weights {
            active: sizes.active,
            total: sizes.total,
            tokens_per_second: throughput.tokens_per_second,
            first_token_s: throughput.first_token_s,
        };
        let (pue, wue) = site_of_provider(self.parts.data_centre, &sizes.provider)?;
        let code = self.parts.data_centre.default_zone(&sizes.provider);
        let provider_zone = self
            .zones
            .binary_search(&code)
            .map_err(|_| EstimateError::UnknownZone)?;
        let formulas = self.parts.formulas();
        self.push(ModelCoefficients {
            deployment: Deployment::new(&weights, &self.constants, formulas)?,
            site: Site {
                pue: pue.ends(),
                wue: wue.map_or(Ends::both(f64::NAN), |wue| wue.ends()),
            },
            provider_zone,
        })
    }

    /// Takes a key for a model that this calculation does not know.
    pub(crate) fn add_unknown(&mut self) -> Result<u16, EstimateError> {
        self.push(self.unknown_model.clone())
    }

    /// Writes the totals of every request, bit for bit those of [`crate::estimate`].
    pub fn impacts(
        &self,
        requests: Columns<'_>,
        impacts: &mut ImpactColumns<'_>,
    ) -> Result<(), ColumnError> {
        let expected = requests.rows();
        if !(requests.has_length(expected) && impacts.has_length(expected)) {
            return Err(ColumnError { expected });
        }
        // Each set gets its own loop, so that no row asks which formulas hold.
        match self.parts.formulas() {
            FormulaSet::F2 => self.rows(requests, impacts, FormulaSet::F2),
            FormulaSet::F3 => self.rows(requests, impacts, FormulaSet::F3),
            FormulaSet::F4 => self.rows(requests, impacts, FormulaSet::F4),
            FormulaSet::F5 => self.rows(requests, impacts, FormulaSet::F5),
            FormulaSet::F6 => self.rows(requests, impacts, FormulaSet::F6),
        }
        Ok(())
    }

    fn push(&mut self, model: ModelCoefficients) -> Result<u16, EstimateError> {
        let key = u16::try_from(self.models.len()).ok();
        let key = key.filter(|key| *key < crate::columns::UNKNOWN);
        let key = key.ok_or(EstimateError::TooManyModels)?;
        self.models.push(model);
        Ok(key)
    }

    #[inline(always)]
    fn rows(&self, requests: Columns<'_>, impacts: &mut ImpactColumns<'_>, formulas: FormulaSet) {
        let rows = requests.rows();
        let (zone, tokens) = (&requests.zone[..rows], &requests.output_tokens[..rows]);
        let latency = &requests.latency_s[..rows];
        let energy = (
            &mut impacts.energy_min[..rows],
            &mut impacts.energy_max[..rows],
        );
        let gwp = (&mut impacts.gwp_min[..rows], &mut impacts.gwp_max[..rows]);
        let adpe = (&mut impacts.adpe_min[..rows], &mut impacts.adpe_max[..rows]);
        let pe = (&mut impacts.pe_min[..rows], &mut impacts.pe_max[..rows]);
        let wcf = (&mut impacts.wcf_min[..rows], &mut impacts.wcf_max[..rows]);
        for row in 0..rows {
            let (model, mix) = self.coefficients(requests.model[row], zone[row], latency[row]);
            let results = Results::of(
                (f64::from(tokens[row]), latency[row]),
                &model.deployment,
                self.server,
                model.site,
                *mix,
                formulas,
            );
            let total = results.total();
            [energy.0[row], energy.1[row]] = results.energy.0;
            [gwp.0[row], gwp.1[row]] = total[0].0;
            [adpe.0[row], adpe.1[row]] = total[1].0;
            [pe.0[row], pe.1[row]] = total[2].0;
            [wcf.0[row], wcf.1[row]] = results.water.0;
        }
    }

    /// The model and the electricity of a row; both unknown if one is, or if the latency is negative.
    #[inline(always)]
    fn coefficients(&self, model: u16, zone: u16, latency: f64) -> (&ModelCoefficients, &Mix) {
        let unknown_zone = self.mixes.len() - 1;
        let named = self
            .models
            .get(usize::from(model))
            .unwrap_or(&self.unknown_model);
        let zone = if zone == PROVIDER_ZONE {
            named.provider_zone
        } else {
            usize::from(zone).min(unknown_zone)
        };
        let is_known = zone != unknown_zone && (latency >= 0.0 || latency.is_nan());
        let model = if is_known { named } else { &self.unknown_model };
        (model, &self.mixes[zone])
    }
}

impl ModelCoefficients {
    fn unknown(zone: usize) -> Self {
        let nan = Ends::both(f64::NAN);
        Self {
            deployment: Deployment {
                required_memory: nan,
                gpu_count: nan,
                server_share: nan,
                energy_per_token: nan,
                latency_per_token: nan,
                latency_bound_per_token: nan,
                first_token: f64::NAN,
                hardware: [nan; 3],
            },
            site: Site { pue: nan, wue: nan },
            provider_zone: zone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawn;
    use crate::{Method, Request, estimate};

    const ROWS: usize = 3000;

    #[test]
    fn columns_have_the_bits_of_single_requests() {
        for (seed, revision) in Method::embedded().revisions().iter().enumerate() {
            let (models, zones) = (revision.models().len(), revision.zones().len());
            let drawn = Drawn::new(seed as u64, ROWS, models, zones);
            let requests = drawn.columns();
            let found = computed(revision, requests);
            for row in 0..ROWS {
                let found: Vec<u64> = found.iter().map(|column| column[row].to_bits()).collect();
                let expected: Vec<u64> = single(revision, requests, row)
                    .iter()
                    .map(|number| number.to_bits())
                    .collect();
                assert!(
                    found
                        .iter()
                        .zip(&expected)
                        .all(|(found, expected)| found == expected
                            || f64::from_bits(*found).is_nan()
                                && f64::from_bits(*expected).is_nan()),
                    "{} row {row}",
                    revision.release()
                );
            }
        }
    }

    #[test]
    fn columns_of_different_lengths_are_refused() {
        let revision = Method::embedded().newest().expect("there are revisions");
        let kernel = Kernel::new(revision).expect("the tables are whole");
        let requests = Columns {
            model: &[0, 1],
            zone: &[0, 1],
            output_tokens: &[1],
            latency_s: &[0.0, 1.0],
        };
        let mut columns = std::array::from_fn(|_| vec![0.0; 2]);
        let result = kernel.impacts(requests, &mut borrowed(&mut columns));
        assert_eq!(result, Err(ColumnError { expected: 2 }));
    }

    fn computed(revision: &Revision, requests: Columns<'_>) -> [Vec<f64>; 10] {
        let kernel = Kernel::new(revision).expect("the tables are whole");
        let mut columns = std::array::from_fn(|_| vec![0.0; requests.rows()]);
        kernel
            .impacts(requests, &mut borrowed(&mut columns))
            .expect("the lengths are equal");
        columns
    }

    fn borrowed(columns: &mut [Vec<f64>; 10]) -> ImpactColumns<'_> {
        ImpactColumns::new(columns.each_mut().map(Vec::as_mut_slice))
    }

    fn single(revision: &Revision, requests: Columns<'_>, row: usize) -> [f64; 10] {
        let model = revision.models().get(usize::from(requests.model[row]));
        let latency = requests.latency_s[row];
        let request = Request {
            provider: model.map_or("nobody", |model| &model.provider),
            model: model.map_or("none", |model| &model.name),
            output_tokens: f64::from(requests.output_tokens[row]),
            latency_s: (!latency.is_nan()).then_some(latency),
            zone: match requests.zone[row] {
                PROVIDER_ZONE => None,
                key => Some(
                    revision
                        .zones()
                        .get(usize::from(key))
                        .map_or("nowhere", |zone| &zone.code),
                ),
            },
        };
        let Ok(footprint) = estimate(&request, revision) else {
            return [f64::NAN; 10];
        };
        let total = footprint.total;
        let wcf = total
            .wcf
            .map_or([f64::NAN; 2], |wcf| [wcf.min(), wcf.max()]);
        [
            total.energy.min(),
            total.energy.max(),
            total.gwp.min(),
            total.gwp.max(),
            total.adpe.min(),
            total.adpe.max(),
            total.pe.min(),
            total.pe.max(),
            wcf[0],
            wcf[1],
        ]
    }
}
