//! What to keep of many requests so that they can be estimated again later, without the requests.
//!
//! Every indicator is linear in the tokens T and in the time Δt (`inference.rs`). For requests of
//! one model in one zone:
//!
//! - without a measured latency, Δt is T·ℓ + N·ttft: the number of requests and of tokens is enough,
//!   **exactly, under every revision**;
//! - with measured latencies, each Δt is the shorter of what was measured and what the revision
//!   expects. That choice depends on the revision, so the sum of Δt is kept for the revisions known
//!   when the requests are forgotten: **exact under these**. Under any other only bounds hold:
//!   0 ≤ ΣΔt ≤ min(ΣL, Σg).

use crate::deployment::Deployment;
use crate::ends::Ends;
use crate::error::EstimateError;
use crate::estimate::{Generation, Shape, answer, measured, site_of_provider};
use crate::impacts::Footprint;
use crate::inference::{Server, generation_latency};
use crate::revision::Revision;
use crate::sum::ExactSum;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Sums of the requests of one model in one zone.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statistics {
    /// Requests whose latency was not measured.
    pub unmeasured: Counts,
    /// Requests whose latency was measured.
    pub measured: Counts,
    /// Sum of the measured latencies, s.
    pub latency_s: f64,
    /// Sum of the time that a revision counts for the measured requests, s, low then high; by
    /// release.
    pub counted_s: BTreeMap<String, [f64; 2]>,
}

/// A number of requests and of the tokens of their answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Requests.
    pub requests: u64,
    /// Tokens.
    pub tokens: u64,
}

/// How far sums allow the estimate that their requests would have had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exactness {
    /// They give it, but for rounding.
    Exact,
    /// They give bounds between which it lies.
    Bounds,
}

/// The model and the zone that sums are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject<'a> {
    /// Provider, exactly as in the registry.
    pub provider: &'a str,
    /// Model, exactly as in the registry.
    pub model: &'a str,
    /// Electricity zone; `None` for the provider's.
    pub zone: Option<&'a str>,
}

impl Statistics {
    /// The sums of requests, given by the tokens of their answers and their latency in seconds, kept
    /// for the revisions that know the model.
    ///
    /// Fails when a latency is negative or not a number.
    pub fn of(
        subject: Subject<'_>,
        requests: impl IntoIterator<Item = (u32, Option<f64>)>,
        revisions: &[&Revision],
    ) -> Result<Self, EstimateError> {
        let mut statistics = Self::default();
        let mut latency = ExactSum::default();
        let known: Vec<(&Revision, &Deployment)> = revisions
            .iter()
            .filter_map(|revision| Some((*revision, deployment(subject, revision)?)))
            .collect();
        let mut counted = vec![[ExactSum::default(), ExactSum::default()]; known.len()];
        for (tokens, seconds) in requests {
            let (output_tokens, seconds) = measured(f64::from(tokens), seconds)?;
            if seconds.is_nan() {
                statistics.unmeasured.add(tokens);
                continue;
            }
            statistics.measured.add(tokens);
            latency.add(seconds);
            for (sums, (revision, deployment)) in counted.iter_mut().zip(&known) {
                let counted =
                    generation_latency(output_tokens, seconds, deployment, revision.formulas());
                for (sum, end) in sums.iter_mut().zip(counted.0) {
                    sum.add(end);
                }
            }
        }
        statistics.latency_s = latency.value();
        if statistics.measured.requests > 0 {
            statistics.counted_s = known
                .iter()
                .zip(&counted)
                .map(|((revision, _), sums)| {
                    let ends = sums.each_ref().map(ExactSum::value);
                    (revision.release().to_owned(), ends)
                })
                .collect();
        }
        Ok(statistics)
    }

    /// The sums of both; only the revisions kept by both stay exact.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let counted = |release: &str| {
            let of = |sums: &Self| match sums.counted_s.get(release) {
                None if sums.measured.requests == 0 => Some([0.0; 2]),
                ends => ends.copied(),
            };
            let ([a, b], [c, d]) = (of(self)?, of(other)?);
            Some([a + c, b + d])
        };
        Self {
            unmeasured: self.unmeasured.with(other.unmeasured),
            measured: self.measured.with(other.measured),
            latency_s: self.latency_s + other.latency_s,
            counted_s: self
                .counted_s
                .keys()
                .chain(other.counted_s.keys())
                .filter_map(|release| Some((release.clone(), counted(release)?)))
                .collect(),
        }
    }

    /// The impacts of all the requests under a revision, and whether they are exact.
    ///
    /// Fails when the revision knows neither the model nor the zone.
    pub fn estimate(
        &self,
        subject: Subject<'_>,
        revision: &Revision,
    ) -> Result<(Footprint, Exactness), EstimateError> {
        let deployment = deployment(subject, revision).ok_or(EstimateError::UnknownModel)?;
        let key = revision.model_key(subject.provider, subject.model);
        let model = &revision.models()[usize::from(key.ok_or(EstimateError::UnknownModel)?)];
        let zone = revision.zone_of(subject.provider, subject.zone)?;
        let (pue, wue) = site_of_provider(revision, subject.provider)?;
        let expected = self.unmeasured.expected_latency(deployment);
        let (counted, exactness) = self.counted_latency(deployment, revision);
        let footprint = answer(
            Generation {
                tokens: (self.unmeasured.tokens + self.measured.tokens) as f64,
                latency: expected + counted,
                keeps_interval: true,
                is_bounded: exactness == Exactness::Bounds,
            },
            deployment,
            Server::new(revision.constants()),
            &zone.electricity,
            Shape {
                has_parameter_range: model.active.is_range() || model.total.is_range(),
                pue,
                wue,
                formulas: revision.formulas(),
            },
            model.warnings.union(zone.warnings),
        )?;
        Ok((footprint, exactness))
    }

    /// Time counted for the measured requests, s.
    fn counted_latency(&self, deployment: &Deployment, revision: &Revision) -> (Ends, Exactness) {
        if self.measured.requests == 0 {
            return (Ends::both(0.0), Exactness::Exact);
        }
        if let Some(ends) = self.counted_s.get(revision.release()) {
            return (Ends(*ends), Exactness::Exact);
        }
        let expected = self.measured.expected_latency_bound(deployment);
        let highest = expected.0[1].min(self.latency_s);
        (Ends([0.0, highest]), Exactness::Bounds)
    }
}

impl Counts {
    fn add(&mut self, tokens: u32) {
        self.requests += 1;
        self.tokens += u64::from(tokens);
    }

    fn with(self, other: Self) -> Self {
        Self {
            requests: self.requests + other.requests,
            tokens: self.tokens + other.tokens,
        }
    }

    /// Time that a revision expects when nothing was measured, s: T·ℓ + N·ttft.
    fn expected_latency(self, deployment: &Deployment) -> Ends {
        Ends::both(self.tokens as f64) * deployment.latency_per_token
            + self.requests as f64 * deployment.first_token
    }

    /// The longest time that a revision may count, s.
    fn expected_latency_bound(self, deployment: &Deployment) -> Ends {
        Ends::both(self.tokens as f64) * deployment.latency_bound_per_token
            + self.requests as f64 * deployment.first_token
    }
}

fn deployment<'r>(subject: Subject<'_>, revision: &'r Revision) -> Option<&'r Deployment> {
    let key = revision.model_key(subject.provider, subject.model)?;
    Some(&revision.deployments()[usize::from(key)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Impacts, Method, Request, Value, estimate};
    use proptest::prelude::*;

    /// Rounding of a few hundred additions.
    const ROUNDING: f64 = 1e-12;

    fn request() -> impl Strategy<Value = (u32, Option<f64>)> {
        (0_u32..5000, prop::option::of(0.0_f64..300.0))
    }

    fn sum_of_parts(
        subject: Subject<'_>,
        requests: &[(u32, Option<f64>)],
        revision: &Revision,
    ) -> [[f64; 2]; 5] {
        let mut sums = [[0.0; 2]; 5];
        for (tokens, latency_s) in requests {
            let request = Request {
                provider: subject.provider,
                model: subject.model,
                output_tokens: f64::from(*tokens),
                latency_s: *latency_s,
                zone: subject.zone,
            };
            let total = estimate(&request, revision).expect("it is known").total;
            for (sum, ends) in sums.iter_mut().zip(ends(&total)) {
                sum[0] += ends[0];
                sum[1] += ends[1];
            }
        }
        sums
    }

    fn ends(impacts: &Impacts) -> [[f64; 2]; 5] {
        let ends = |value: Value| [value.min(), value.max()];
        [
            ends(impacts.energy),
            ends(impacts.gwp),
            ends(impacts.adpe),
            ends(impacts.pe),
            impacts.wcf.map_or([0.0; 2], ends),
        ]
    }

    proptest! {
        #[test]
        fn sums_give_what_their_requests_give(
            requests in prop::collection::vec(request(), 0..60),
            cut in 0_usize..60,
        ) {
            let method = Method::embedded();
            let revisions: Vec<&Revision> = method.revisions().iter().collect();
            let subject = Subject { provider: "openai", model: "gpt-4o", zone: Some("FRA") };
            let (left, right) = requests.split_at(cut.min(requests.len()));
            let [left, right] = [left, right].map(|part| {
                Statistics::of(subject, part.iter().copied(), &revisions).expect("no latency is negative")
            });
            let statistics = left.with(&right);
            for revision in &revisions {
                let (footprint, exactness) = statistics.estimate(subject, revision).expect("it is known");
                prop_assert_eq!(exactness, Exactness::Exact);
                let parts = sum_of_parts(subject, &requests, revision);
                for (sum, total) in parts.iter().zip(ends(&footprint.total)) {
                    for (sum, total) in sum.iter().zip(total) {
                        prop_assert!((sum - total).abs() <= ROUNDING * sum.abs(), "{} {sum} {total}", revision.release());
                    }
                }
            }
        }

        #[test]
        fn a_revision_not_kept_lies_between_the_bounds(requests in prop::collection::vec(request(), 1..40)) {
            let method = Method::embedded();
            let subject = Subject { provider: "openai", model: "gpt-4o", zone: None };
            let statistics = Statistics::of(subject, requests.iter().copied(), &[]).expect("no latency is negative");
            let is_measured = requests.iter().any(|(_, latency)| latency.is_some());
            for revision in method.revisions() {
                let (footprint, exactness) = statistics.estimate(subject, revision).expect("it is known");
                prop_assert_eq!(exactness == Exactness::Bounds, is_measured);
                let parts = sum_of_parts(subject, &requests, revision);
                for (sum, total) in parts.iter().zip(ends(&footprint.total)) {
                    prop_assert!(total[0] <= sum[0] * (1.0 + ROUNDING), "{} {sum:?} {total:?}", revision.release());
                    prop_assert!(sum[1] * (1.0 - ROUNDING) <= total[1], "{} {sum:?} {total:?}", revision.release());
                }
            }
        }
    }
}
