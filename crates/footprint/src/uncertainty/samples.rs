use super::factor::UncertainFactor;
use super::plan::{Plan, Scene};
use super::portable::ln;
use super::shares::{Decomposition, decompose};
use super::summary::Sorted;
use super::{Draws, FactorShare, IndicatorUncertainty, UncertaintyError};
use crate::indicator::Indicator;
use crate::value::Value;

const LOW: f64 = 0.05;
const HIGH: f64 = 0.95;

/// The totals of every draw: by indicator, one a pair.
pub(super) struct Samples {
    factors: Vec<UncertainFactor>,
    a: [Vec<f64>; 5],
    b: [Vec<f64>; 5],
    /// By indicator and factor: sample A with that factor from sample B.
    swapped: [Vec<Vec<f64>>; 5],
}

impl Samples {
    pub(super) fn draw(plan: &Plan<'_>, draws: Draws) -> Result<Self, UncertaintyError> {
        let places = plan.places();
        let mut samples = Self {
            factors: places.keys().copied().collect(),
            a: Default::default(),
            b: Default::default(),
            swapped: std::array::from_fn(|_| vec![Vec::new(); places.len()]),
        };
        let mut scene = Scene::default();
        let mut totals = |ratios: &[f64]| {
            plan.set(&mut scene, ratios)?;
            finite(plan.totals(&scene))
        };
        for pair in 0..u64::from(draws.pairs) {
            let [mut a, b] = [2 * pair, 2 * pair + 1].map(|position| ratios(plan, position));
            for (sample, total) in samples.a.iter_mut().zip(totals(&a)?) {
                sample.push(total);
            }
            for (sample, total) in samples.b.iter_mut().zip(totals(&b)?) {
                sample.push(total);
            }
            for (index, places) in places.values().enumerate() {
                let kept: Vec<f64> = places.iter().map(|place| a[*place]).collect();
                for place in places {
                    a[*place] = b[*place];
                }
                for (samples, total) in samples.swapped.iter_mut().zip(totals(&a)?) {
                    samples[index].push(total);
                }
                for (place, ratio) in places.iter().zip(kept) {
                    a[*place] = ratio;
                }
            }
        }
        Ok(samples)
    }

    /// How sure the total of an indicator is.
    pub(super) fn summarised(&self, indicator: Indicator, corner: Value) -> IndicatorUncertainty {
        let of = indicator as usize;
        let sorted = Sorted::new(self.a[of].iter().chain(&self.b[of]).copied().collect());
        let decomposition = self.decomposed(of);
        IndicatorUncertainty {
            indicator,
            corner,
            low: sorted.quantile(LOW),
            median: sorted.quantile(0.5),
            high: sorted.quantile(HIGH),
            mean: sorted.mean(),
            interactions: decomposition.as_ref().map(|found| found.interactions),
            shares: decomposition.map_or_else(Vec::new, |found| {
                let shares = self.factors.iter().zip(found.factors);
                shares
                    .map(|(factor, shares)| FactorShare {
                        factor: *factor,
                        first_order: shares.first_order,
                        total: shares.total,
                    })
                    .collect()
            }),
        }
    }

    fn decomposed(&self, indicator: usize) -> Option<Decomposition> {
        let logarithms = |sample: &Vec<f64>| -> Option<Vec<f64>> {
            sample
                .iter()
                .map(|total| (*total > 0.0).then(|| ln(*total)))
                .collect()
        };
        let swapped: Option<Vec<Vec<f64>>> =
            self.swapped[indicator].iter().map(logarithms).collect();
        decompose(
            &logarithms(&self.a[indicator])?,
            &logarithms(&self.b[indicator])?,
            &swapped?,
        )
    }
}

/// The value of every quantity at a position of its stream.
fn ratios(plan: &Plan<'_>, position: u64) -> Vec<f64> {
    plan.quantities()
        .iter()
        .map(|quantity| quantity.law.quantile(quantity.stream.uniform(position)))
        .collect()
}

/// The totals, if all are numbers.
fn finite(totals: [f64; 5]) -> Result<[f64; 5], UncertaintyError> {
    if totals.iter().all(|total| total.is_finite()) {
        Ok(totals)
    } else {
        Err(UncertaintyError::Overflow)
    }
}
