//! Columns of requests: the same functions as one request, without allocation in the loop.

use crate::deployment::Deployment;
use crate::ends::Ends;
use crate::error::EstimateError;
use crate::estimate::site_of_provider;
use crate::inference::{Mix, Results, Server, Site};
use crate::revision::{FormulaSet, Revision};

/// The zone key of a row that takes its provider's zone.
pub const PROVIDER_ZONE: u16 = u16::MAX;

/// The model or zone key of a row whose name the revision does not know.
pub const UNKNOWN: u16 = u16::MAX - 1;

/// Columns of requests, all of one length.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a> {
    /// Keys of [`Revision::model_key`], or [`UNKNOWN`].
    pub model: &'a [u16],
    /// Keys of [`Revision::zone_key`], or [`PROVIDER_ZONE`], or [`UNKNOWN`].
    pub zone: &'a [u16],
    /// Tokens of the answers.
    pub output_tokens: &'a [u32],
    /// Measured latency, s; NaN where it was not measured.
    pub latency_s: &'a [f64],
}

/// Columns of totals (usage and embodied), all as long as the requests.
///
/// Every figure of a row is NaN when its model or its zone is unknown or its latency negative;
/// water is NaN before release 0.9.
#[derive(Debug)]
pub struct ImpactColumns<'a> {
    /// kWh.
    pub energy_min: &'a mut [f64],
    /// kWh.
    pub energy_max: &'a mut [f64],
    /// kgCO2eq.
    pub gwp_min: &'a mut [f64],
    /// kgCO2eq.
    pub gwp_max: &'a mut [f64],
    /// kgSbeq.
    pub adpe_min: &'a mut [f64],
    /// kgSbeq.
    pub adpe_max: &'a mut [f64],
    /// MJ.
    pub pe_min: &'a mut [f64],
    /// MJ.
    pub pe_max: &'a mut [f64],
    /// L.
    pub wcf_min: &'a mut [f64],
    /// L.
    pub wcf_max: &'a mut [f64],
}

/// Two columns have different lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the columns of requests and impacts must all have {expected} rows")]
pub struct ColumnError {
    /// Rows of the column of models.
    pub expected: usize,
}

/// A revision made ready for columns.
#[derive(Debug, Clone)]
pub struct Kernel {
    /// One more than the models: the last one is unknown and all NaN.
    models: Vec<ModelCoefficients>,
    /// One more than the zones: the last one is unknown.
    mixes: Vec<Mix>,
    server: Server,
    formulas: FormulaSet,
}

#[derive(Debug, Clone)]
struct ModelCoefficients {
    deployment: Deployment,
    site: Site,
    provider_zone: usize,
}

impl Kernel {
    /// Makes a revision ready; fails if a model's provider has no data centre.
    pub fn new(revision: &Revision) -> Result<Self, EstimateError> {
        let mut mixes: Vec<Mix> = revision
            .zones()
            .iter()
            .map(|zone| Mix::new(&zone.electricity))
            .collect();
        let unknown_zone = mixes.len();
        mixes.push(Mix {
            factors: [f64::NAN; 3],
            wue: f64::NAN,
        });
        let mut models = Vec::with_capacity(revision.models().len() + 1);
        for (model, deployment) in revision.models().iter().zip(revision.deployments()) {
            let (pue, wue) = site_of_provider(revision, &model.provider)?;
            let zone = revision
                .zone_key(revision.default_zone(&model.provider))
                .ok_or(EstimateError::UnknownZone)?;
            models.push(ModelCoefficients {
                deployment: deployment.clone(),
                site: Site {
                    pue: pue.ends(),
                    wue: wue.map_or(Ends::both(f64::NAN), |wue| wue.ends()),
                },
                provider_zone: usize::from(zone),
            });
        }
        models.push(ModelCoefficients::unknown(unknown_zone));
        Ok(Self {
            models,
            mixes,
            server: Server::new(revision.constants()),
            formulas: revision.formulas(),
        })
    }

    /// Writes the totals of every request, bit for bit those of [`crate::estimate`].
    pub fn impacts(
        &self,
        requests: Columns<'_>,
        impacts: &mut ImpactColumns<'_>,
    ) -> Result<(), ColumnError> {
        let expected = requests.model.len();
        if !(requests.has_length(expected) && impacts.has_length(expected)) {
            return Err(ColumnError { expected });
        }
        // Each set gets its own loop, so that no row asks which formulas hold.
        match self.formulas {
            FormulaSet::F2 => self.rows(requests, impacts, FormulaSet::F2),
            FormulaSet::F3 => self.rows(requests, impacts, FormulaSet::F3),
            FormulaSet::F4 => self.rows(requests, impacts, FormulaSet::F4),
            FormulaSet::F5 => self.rows(requests, impacts, FormulaSet::F5),
            FormulaSet::F6 => self.rows(requests, impacts, FormulaSet::F6),
        }
        Ok(())
    }

    #[inline(always)]
    fn rows(&self, requests: Columns<'_>, impacts: &mut ImpactColumns<'_>, formulas: FormulaSet) {
        let rows = requests.model.len();
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
        let unknown_model = self.models.len() - 1;
        let unknown_zone = self.mixes.len() - 1;
        let named = usize::from(model).min(unknown_model);
        let zone = if zone == PROVIDER_ZONE {
            self.models[named].provider_zone
        } else {
            usize::from(zone).min(unknown_zone)
        };
        let is_known = zone != unknown_zone && (latency >= 0.0 || latency.is_nan());
        let model = if is_known { named } else { unknown_model };
        (&self.models[model], &self.mixes[zone])
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

impl Columns<'_> {
    fn has_length(&self, rows: usize) -> bool {
        [
            self.zone.len(),
            self.output_tokens.len(),
            self.latency_s.len(),
        ]
        .iter()
        .all(|length| *length == rows)
    }
}

impl ImpactColumns<'_> {
    fn has_length(&self, rows: usize) -> bool {
        [
            self.energy_min.len(),
            self.energy_max.len(),
            self.gwp_min.len(),
            self.gwp_max.len(),
            self.adpe_min.len(),
            self.adpe_max.len(),
            self.pe_min.len(),
            self.pe_max.len(),
            self.wcf_min.len(),
            self.wcf_max.len(),
        ]
        .iter()
        .all(|length| *length == rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Method, Request, estimate};

    const ROWS: usize = 3000;

    /// A small deterministic generator: the property holds for any draw.
    struct Draws(u64);

    impl Draws {
        fn next(&mut self) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0
        }

        fn below(&mut self, end: usize) -> u16 {
            (self.next() % end as u64) as u16
        }

        fn latency(&mut self) -> f64 {
            let seconds = (self.next() % 1_000_000) as f64 / 3456.7;
            match self.next() % 10 {
                0..3 => f64::NAN,
                3 => 0.0,
                4 => seconds / 1000.0,
                5 => seconds * 1000.0,
                6 if self.next().is_multiple_of(4) => -seconds,
                _ => seconds,
            }
        }

        fn zone(&mut self, zones: usize) -> u16 {
            match self.next() % 20 {
                0..6 => PROVIDER_ZONE,
                6 => UNKNOWN,
                _ => self.below(zones),
            }
        }
    }

    #[test]
    fn columns_have_the_bits_of_single_requests() {
        let mut draws = Draws(0x9E37_79B9_7F4A_7C15);
        for revision in Method::embedded().revisions() {
            let (models, zones) = (revision.models().len(), revision.zones().len());
            let model: Vec<u16> = (0..ROWS)
                .map(|row| {
                    if row % 50 == 7 {
                        UNKNOWN
                    } else {
                        draws.below(models)
                    }
                })
                .collect();
            let zone: Vec<u16> = (0..ROWS).map(|_| draws.zone(zones)).collect();
            let output_tokens: Vec<u32> = (0..ROWS)
                .map(|_| (draws.next() >> (33 + draws.next() % 31)) as u32)
                .collect();
            let latency_s: Vec<f64> = (0..ROWS).map(|_| draws.latency()).collect();
            let requests = Columns {
                model: &model,
                zone: &zone,
                output_tokens: &output_tokens,
                latency_s: &latency_s,
            };
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
        let mut columns = vec![vec![0.0; 2]; 10];
        let result = kernel.impacts(requests, &mut borrowed(&mut columns));
        assert_eq!(result, Err(ColumnError { expected: 2 }));
    }

    fn computed(revision: &Revision, requests: Columns<'_>) -> Vec<Vec<f64>> {
        let kernel = Kernel::new(revision).expect("the tables are whole");
        let mut columns = vec![vec![0.0; requests.model.len()]; 10];
        kernel
            .impacts(requests, &mut borrowed(&mut columns))
            .expect("the lengths are equal");
        columns
    }

    fn borrowed(columns: &mut [Vec<f64>]) -> ImpactColumns<'_> {
        let [a, b, c, d, e, f, g, h, i, j] = columns else {
            panic!("there are ten columns");
        };
        ImpactColumns {
            energy_min: a,
            energy_max: b,
            gwp_min: c,
            gwp_max: d,
            adpe_min: e,
            adpe_max: f,
            pe_min: g,
            pe_max: h,
            wcf_min: i,
            wcf_max: j,
        }
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
