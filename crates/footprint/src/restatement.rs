//! The same usage under two revisions, and a bridge that says where the difference comes from.

use crate::columns::{ColumnError, Columns, UNKNOWN};
use crate::error::EstimateError;
use crate::indicator::Indicator;
use crate::kernel::Kernel;
use crate::method::Method;
use crate::model::Model;
use crate::parts::Parts;
use crate::request_rows::Keys;
use crate::resolve::{Carry, Found, ModelName, Resolved};
use crate::revision::Revision;
use crate::totals::{Block, Coverage, Merge, Sums, blocks, in_parallel};
use std::collections::{BTreeMap, BTreeSet};

/// Why a total changes between two revisions, in the order of the bridge.
///
/// Each cause is what changes when its part is taken from the later revision, those before it
/// having been taken already: another order would share the difference in another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Requests that only the first revision can estimate: their amount leaves the total.
    NoLongerCovered,
    /// Formulas, fits, batch, bits a weight.
    Formula,
    /// Accelerators, servers, their making and their lifetime.
    Hardware,
    /// Measured throughput and delay of the first token.
    Throughput,
    /// PUE, water on the site and default zone of the providers.
    DataCentre,
    /// Factors of the electricity.
    Electricity,
    /// Sizes of the models in the registry.
    Registry,
    /// Requests that only the second revision can estimate: their amount joins the total.
    NewlyCovered,
}

impl Cause {
    /// Every cause, in the order of the bridge.
    pub const ALL: [Self; 8] = [
        Self::NoLongerCovered,
        Self::Formula,
        Self::Hardware,
        Self::Throughput,
        Self::DataCentre,
        Self::Electricity,
        Self::Registry,
        Self::NewlyCovered,
    ];

    /// A stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoLongerCovered => "no_longer_covered",
            Self::Formula => "formula",
            Self::Hardware => "hardware",
            Self::Throughput => "throughput",
            Self::DataCentre => "data_centre",
            Self::Electricity => "electricity",
            Self::Registry => "registry",
            Self::NewlyCovered => "newly_covered",
        }
    }
}

/// The first revision, one more for each cause but the two of coverage, then the second.
const LEVELS: usize = 7;

/// Two revisions made ready to be compared on the same requests.
#[derive(Debug, Clone)]
pub struct Restatement<'m> {
    method: &'m Method,
    from: &'m Revision,
    to: &'m Revision,
    carry: Carry,
    zones: Vec<&'m str>,
    levels: [Kernel<'m>; LEVELS],
    keys: BTreeMap<[Option<Row<'m>>; 2], u16>,
    carried: BTreeSet<u16>,
}

/// A row of the registry of a release.
type Row<'m> = (&'m str, &'m str, &'m str);

impl<'m> Restatement<'m> {
    /// Makes two revisions ready. The zones of both are known; models are added by their [`Keys`].
    pub fn new(method: &'m Method, from: &'m Revision, to: &'m Revision, carry: Carry) -> Self {
        let zones: BTreeSet<&str> = [from, to]
            .iter()
            .flat_map(|revision| revision.zones())
            .map(|zone| zone.code.as_str())
            .collect();
        let zones: Vec<&str> = zones.into_iter().collect();
        let all = Parts::all(from);
        let formula = Parts { formula: to, ..all };
        let hardware = Parts {
            hardware: to,
            ..formula
        };
        let data_centre = Parts {
            data_centre: to,
            ..hardware
        };
        let levels = [
            all,
            formula,
            hardware,
            hardware,
            data_centre,
            Parts::all(to),
            Parts::all(to),
        ];
        Self {
            method,
            from,
            to,
            carry,
            levels: levels.map(|parts| Kernel::of_parts(parts, zones.clone())),
            zones,
            keys: BTreeMap::new(),
            carried: BTreeSet::new(),
        }
    }

    /// What requests amount to at every level, on a number of threads (at least one).
    pub fn compare(
        &self,
        requests: Columns<'_>,
        threads: usize,
    ) -> Result<Comparison, ColumnError> {
        in_parallel(requests, threads, |requests| {
            let mut comparison = Comparison::default();
            let mut computed: [Block; LEVELS] = Default::default();
            for rows in blocks(requests.rows()) {
                let requests = requests.slice(rows);
                for (block, kernel) in computed.iter_mut().zip(&self.levels) {
                    block.compute(kernel, requests)?;
                }
                for row in 0..requests.rows() {
                    let tokens = requests.output_tokens[row];
                    comparison.add(&computed, row, tokens);
                    if self.carried.contains(&requests.model[row]) {
                        comparison.carried_requests += 1;
                    }
                }
            }
            Ok(comparison)
        })
    }

    /// One key at every level; a level that lacks a part of the model does not know it.
    fn add(
        &mut self,
        from: Option<&'m Model>,
        to: Option<&'m Model>,
    ) -> Result<u16, EstimateError> {
        let sizes_and_throughput = [
            (from, from),
            (from, from),
            (from, from),
            (from, to),
            (from, to),
            (from, to),
            (to, to),
        ];
        let mut key = UNKNOWN;
        for (level, (kernel, (sizes, throughput))) in
            self.levels.iter_mut().zip(sizes_and_throughput).enumerate()
        {
            let is_end = level == 0 || level == LEVELS - 1;
            let added = match (sizes, throughput) {
                (Some(sizes), Some(throughput)) if is_end || from.is_some() && to.is_some() => {
                    kernel.add_with_throughput(sizes, throughput)
                }
                _ => kernel.add_unknown(),
            };
            key = match added {
                Err(EstimateError::UnknownModel | EstimateError::UnknownZone) => {
                    kernel.add_unknown()?
                }
                other => other?,
            };
        }
        Ok(key)
    }
}

impl<'m> Keys for Restatement<'m> {
    /// [`UNKNOWN`] only if neither revision knows the model.
    fn model_key(&mut self, name: ModelName<'_>) -> Result<u16, EstimateError> {
        let [from, to] =
            [self.from, self.to].map(|revision| self.method.resolve(name, revision, self.carry));
        let row = |resolved: Option<Resolved<'m>>| {
            resolved.map(|found| {
                let model = found.model;
                (
                    found.table.release(),
                    model.provider.as_str(),
                    model.name.as_str(),
                )
            })
        };
        let rows = [row(from), row(to)];
        if rows == [None, None] {
            return Ok(UNKNOWN);
        }
        if let Some(key) = self.keys.get(&rows) {
            return Ok(*key);
        }
        let key = self.add(from.map(|found| found.model), to.map(|found| found.model))?;
        self.keys.insert(rows, key);
        if to.is_some_and(|found| found.found == Found::Carried) {
            self.carried.insert(key);
        }
        Ok(key)
    }

    /// [`UNKNOWN`] only if neither revision knows the zone.
    fn zone_key(&self, code: &str) -> u16 {
        let position = self.zones.binary_search(&code).ok();
        position
            .and_then(|position| u16::try_from(position).ok())
            .unwrap_or(UNKNOWN)
    }
}

/// What the same requests amount to under both revisions and at every level between them.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    before: Coverage,
    after: Coverage,
    carried_requests: u64,
    /// Requests that both revisions can estimate.
    common: [Sums; LEVELS],
    no_longer_covered: Sums,
    newly_covered: Sums,
}

impl Comparison {
    /// How much the first revision can estimate.
    pub fn before(&self) -> Coverage {
        self.before
    }

    /// How much the second revision can estimate.
    pub fn after(&self) -> Coverage {
        self.after
    }

    /// Requests of the second revision whose model comes from an older table.
    pub fn carried_requests(&self) -> u64 {
        self.carried_requests
    }

    /// Adds a comparison of other requests.
    pub fn merge(&mut self, other: &Self) {
        self.before.merge(&other.before);
        self.after.merge(&other.after);
        self.carried_requests += other.carried_requests;
        for (sums, other) in self.common.iter_mut().zip(&other.common) {
            sums.merge(other);
        }
        self.no_longer_covered.merge(&other.no_longer_covered);
        self.newly_covered.merge(&other.newly_covered);
    }

    /// The bridge of an indicator; `None` when a revision does not model it or estimates nothing.
    pub fn bridge(&self, indicator: Indicator) -> Option<Bridge> {
        let part = |sums: &Sums| {
            if sums.is_empty() {
                Some([0.0; 2])
            } else {
                sums.ends(indicator)
            }
        };
        let (before, after) = (&self.common[0], &self.common[LEVELS - 1]);
        if before.is_empty() && self.no_longer_covered.is_empty()
            || after.is_empty() && self.newly_covered.is_empty()
        {
            return None;
        }
        let mut levels = [[0.0; 2]; LEVELS];
        for (level, sums) in levels.iter_mut().zip(&self.common) {
            *level = part(sums)?;
        }
        Some(Bridge::new(
            levels,
            part(&self.no_longer_covered)?,
            part(&self.newly_covered)?,
        ))
    }

    fn add(&mut self, computed: &[Block; LEVELS], row: usize, tokens: u32) {
        let (first, last) = (&computed[0], &computed[LEVELS - 1]);
        self.before.add(tokens, first.is_known(row));
        self.after.add(tokens, last.is_known(row));
        match (first.is_known(row), last.is_known(row)) {
            (true, true) => {
                for (sums, block) in self.common.iter_mut().zip(computed) {
                    sums.add(block, row);
                }
            }
            (true, false) => self.no_longer_covered.add(first, row),
            (false, true) => self.newly_covered.add(last, row),
            (false, false) => {}
        }
    }
}

impl Merge for Comparison {
    fn merge(&mut self, other: &Self) {
        Comparison::merge(self, other);
    }
}

/// How the total of an indicator goes from one revision to another, in its unit; low end, high end.
///
/// Every amount is a multiple of one power of two, some 2^-48 of the largest of them, so that the
/// changes add up to the difference exactly, in any order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bridge {
    /// Under the first revision.
    pub before: [f64; 2],
    /// Under the second revision.
    pub after: [f64; 2],
    /// The change of each cause, in the order of [`Cause::ALL`].
    pub changes: [[f64; 2]; Cause::ALL.len()],
}

impl Bridge {
    fn new(levels: [[f64; 2]; LEVELS], gone: [f64; 2], new: [f64; 2]) -> Self {
        let amounts = levels.iter().chain([&gone, &new]).flatten();
        let grid = grid(amounts.copied().fold(0.0, f64::max));
        let on_grid = |amount: [f64; 2]| amount.map(|end| (end / grid).round() * grid);
        let levels = levels.map(on_grid);
        let (gone, new) = (on_grid(gone), on_grid(new));
        let change = |step: usize| {
            [0, 1].map(|end| match step {
                0 => -gone[end],
                LEVELS => new[end],
                _ => levels[step][end] - levels[step - 1][end],
            })
        };
        Self {
            before: [0, 1].map(|end| levels[0][end] + gone[end]),
            after: [0, 1].map(|end| levels[LEVELS - 1][end] + new[end]),
            changes: std::array::from_fn(change),
        }
    }

    /// The change of a cause: low end, high end.
    pub fn change(&self, cause: Cause) -> [f64; 2] {
        self.changes[cause as usize]
    }
}

/// A power of two fine enough for every amount and coarse enough for their sums to be exact.
fn grid(largest: f64) -> f64 {
    const BITS_KEPT: i32 = 48;
    if largest > 0.0 {
        let exponent = largest.log2().ceil() as i32 - BITS_KEPT;
        2f64.powi(exponent.max(-1022))
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawn;
    use crate::totals::Totals;

    const PAIRS: [(&str, &str); 6] = [
        ("0.8.2", "0.11.3"),
        ("0.5.2", "0.7.3"),
        ("0.9.3", "0.10.1"),
        ("0.10.1", "0.10.2"),
        ("0.11.2", "0.11.3"),
        ("0.11.3", "0.8.2"),
    ];

    fn ready(from: &str, to: &str, carry: Carry) -> Restatement<'static> {
        let method = Method::embedded();
        let [from, to] = [from, to].map(|release| method.revision(release).expect("it is kept"));
        let mut restatement = Restatement::new(method, from, to, carry);
        for model in from.models().iter().chain(to.models()) {
            let name = ModelName {
                provider: &model.provider,
                model: &model.name,
                date: None,
            };
            restatement.model_key(name).expect("there are keys enough");
        }
        restatement
    }

    fn drawn(restatement: &Restatement<'_>) -> Drawn {
        Drawn::new(11, 4000, restatement.keys.len(), restatement.zones.len())
    }

    #[test]
    fn the_bridge_sums_to_the_difference_exactly_and_in_any_order() {
        for (from, to) in PAIRS {
            let restatement = ready(from, to, Carry::Never);
            let requests = drawn(&restatement);
            let comparison = restatement.compare(requests.columns(), 2).expect("lengths");
            for indicator in Indicator::ALL {
                let Some(bridge) = comparison.bridge(indicator) else {
                    assert_eq!(indicator, Indicator::Wcf, "{from} to {to}");
                    continue;
                };
                for end in 0..2 {
                    let difference = bridge.after[end] - bridge.before[end];
                    let forward: f64 = bridge.changes.iter().map(|change| change[end]).sum();
                    let backward: f64 = bridge.changes.iter().rev().map(|change| change[end]).sum();
                    assert_eq!(forward.to_bits(), difference.to_bits(), "{from} to {to}");
                    assert_eq!(backward.to_bits(), difference.to_bits(), "{from} to {to}");
                }
            }
        }
    }

    #[test]
    fn its_ends_are_the_totals_of_both_revisions() {
        for (from, to) in PAIRS {
            let restatement = ready(from, to, Carry::Never);
            let requests = drawn(&restatement);
            let comparison = restatement.compare(requests.columns(), 2).expect("lengths");
            let ends = [0, LEVELS - 1].map(|level| {
                Totals::of(&restatement.levels[level], requests.columns(), 1).expect("lengths")
            });
            assert_eq!(comparison.before(), ends[0].coverage());
            assert_eq!(comparison.after(), ends[1].coverage());
            let bridge = comparison.bridge(Indicator::Gwp).expect("it is modelled");
            for (total, amount) in ends.iter().zip([bridge.before, bridge.after]) {
                let total = total.total(Indicator::Gwp).expect("some are known");
                assert!((total.min() / amount[0] - 1.0).abs() < 1e-12);
                assert!((total.max() / amount[1] - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn only_what_changed_has_a_change() {
        // Between these releases only throughput changed, and models were added.
        let restatement = ready("0.11.2", "0.11.3", Carry::Never);
        let requests = drawn(&restatement);
        let comparison = restatement.compare(requests.columns(), 1).expect("lengths");
        let bridge = comparison.bridge(Indicator::Adpe).expect("it is modelled");
        let changed = [Cause::Throughput, Cause::NewlyCovered];
        for cause in Cause::ALL {
            let is_changed = bridge.change(cause) != [0.0, 0.0];
            let may_change = changed.contains(&cause) || cause == Cause::Registry;
            assert!(is_changed <= may_change, "{}", cause.code());
            assert!(changed.contains(&cause) <= is_changed, "{}", cause.code());
        }
        let same = ready("0.11.3", "0.11.3", Carry::Never);
        let comparison = same.compare(drawn(&same).columns(), 1).expect("lengths");
        let bridge = comparison.bridge(Indicator::Wcf).expect("it is modelled");
        assert_eq!(bridge.changes, [[0.0; 2]; Cause::ALL.len()]);
    }

    #[test]
    fn carried_models_are_estimated_and_counted() {
        let key = |restatement: &mut Restatement<'static>| {
            let name = ModelName {
                provider: "mistralai",
                model: "mistral-large-2407",
                date: None,
            };
            restatement.model_key(name).expect("there are keys enough")
        };
        let mut never = ready("0.8.2", "0.11.3", Carry::Never);
        let mut carried = ready("0.8.2", "0.11.3", Carry::FromOlderTables);
        let compare = |restatement: &mut Restatement<'static>| {
            let requests = Columns {
                model: &[key(restatement)],
                zone: &[crate::PROVIDER_ZONE],
                output_tokens: &[400],
                latency_s: &[f64::NAN],
            };
            restatement.compare(requests, 1).expect("lengths")
        };
        let (never, carried) = (compare(&mut never), compare(&mut carried));
        assert_eq!(never.after().unresolved_requests, 1);
        assert_eq!(never.carried_requests(), 0);
        assert_eq!(carried.after().requests, 1);
        assert_eq!(carried.carried_requests(), 1);
        let change = |comparison: &Comparison, cause| {
            let bridge = comparison.bridge(Indicator::Energy);
            bridge.map(|bridge| bridge.change(cause))
        };
        assert_eq!(change(&never, Cause::NoLongerCovered), None);
        assert_eq!(change(&carried, Cause::NoLongerCovered), Some([0.0; 2]));
    }
}
