//! Totals of many requests, with the share of them that could be estimated.

use crate::columns::{ColumnError, Columns, ImpactColumns};
use crate::indicator::Indicator;
use crate::kernel::Kernel;
use crate::sum::ExactSum;
use crate::value::Value;
use serde::Serialize;

/// Rows computed at a time, so that their impacts stay in the cache of a core.
const BLOCK: usize = 1024;

/// How much of the requests a total covers. Never zero in the place of what is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Coverage {
    /// Requests estimated.
    pub requests: u64,
    /// Tokens of their answers.
    pub tokens: u64,
    /// Requests without an estimate: model or zone unknown, or latency below zero.
    pub unresolved_requests: u64,
    /// Tokens of their answers.
    pub unresolved_tokens: u64,
}

impl Coverage {
    /// Share of the tokens that is estimated, from 0 to 1; `None` when there is no token at all.
    pub fn share_of_tokens(&self) -> Option<f64> {
        let all = self.tokens + self.unresolved_tokens;
        (all > 0).then(|| self.tokens as f64 / all as f64)
    }

    pub(crate) fn add(&mut self, tokens: u32, is_known: bool) {
        let (requests, sum) = if is_known {
            (&mut self.requests, &mut self.tokens)
        } else {
            (&mut self.unresolved_requests, &mut self.unresolved_tokens)
        };
        *requests += 1;
        *sum += u64::from(tokens);
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.requests += other.requests;
        self.tokens += other.tokens;
        self.unresolved_requests += other.unresolved_requests;
        self.unresolved_tokens += other.unresolved_tokens;
    }
}

/// Totals of requests (usage and embodied), exact until they are read.
///
/// The same requests give the same bits in any order and on any number of threads.
#[derive(Debug, Clone, Default)]
pub struct Totals {
    coverage: Coverage,
    sums: Sums,
}

impl Totals {
    /// The totals of requests, on a number of threads (at least one).
    pub fn of(
        kernel: &Kernel<'_>,
        requests: Columns<'_>,
        threads: usize,
    ) -> Result<Self, ColumnError> {
        in_parallel(requests, threads, |requests| {
            let mut totals = Self::default();
            let mut block = Block::default();
            for rows in blocks(requests.rows()) {
                let requests = requests.slice(rows);
                block.compute(kernel, requests)?;
                for (row, tokens) in requests.output_tokens.iter().enumerate() {
                    let is_known = block.is_known(row);
                    totals.coverage.add(*tokens, is_known);
                    if is_known {
                        totals.sums.add(&block, row);
                    }
                }
            }
            Ok(totals)
        })
    }

    /// How much of the requests is in the totals.
    pub fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// The total of an indicator, in its unit: the sums of the low ends and of the high ends.
    ///
    /// `None` when nothing was estimated or when the revision does not model it.
    pub fn total(&self, indicator: Indicator) -> Option<Value> {
        self.sums
            .ends(indicator)
            .and_then(|[min, max]| Value::range(min, max).ok())
    }

    /// Adds the totals of other requests.
    pub fn merge(&mut self, other: &Self) {
        self.coverage.merge(&other.coverage);
        self.sums.merge(&other.sums);
    }
}

impl Merge for Totals {
    fn merge(&mut self, other: &Self) {
        Totals::merge(self, other);
    }
}

/// What threads computed apart and is put together afterwards.
pub(crate) trait Merge: Default + Send {
    fn merge(&mut self, other: &Self);
}

/// Sums of the ten columns of impacts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sums {
    columns: [ExactSum; 10],
    rows: u64,
    rows_with_water: u64,
}

impl Sums {
    pub(crate) fn add(&mut self, block: &Block, row: usize) {
        self.rows += 1;
        let has_water = !block.columns[WATER][row].is_nan();
        self.rows_with_water += u64::from(has_water);
        let columns = if has_water { 10 } else { WATER };
        for (sum, column) in self.columns.iter_mut().zip(&block.columns).take(columns) {
            sum.add(column[row]);
        }
    }

    /// Low and high ends; `None` when there is no row, or a row without this indicator.
    pub(crate) fn ends(&self, indicator: Indicator) -> Option<[f64; 2]> {
        let is_whole = indicator != Indicator::Wcf || self.rows_with_water == self.rows;
        let first = 2 * indicator as usize;
        (is_whole && self.rows > 0).then(|| [0, 1].map(|end| self.columns[first + end].value()))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows == 0
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.rows_with_water += other.rows_with_water;
        for (sum, other) in self.columns.iter_mut().zip(&other.columns) {
            sum.merge(other);
        }
    }
}

/// The first column of global warming.
const GWP: usize = 2;

/// The first column of water.
const WATER: usize = 8;

/// The impacts of a few rows.
pub(crate) struct Block {
    columns: [Vec<f64>; 10],
}

impl Default for Block {
    fn default() -> Self {
        Self {
            columns: std::array::from_fn(|_| vec![0.0; BLOCK]),
        }
    }
}

impl Block {
    /// Computes at most a block of requests.
    pub(crate) fn compute(
        &mut self,
        kernel: &Kernel<'_>,
        requests: Columns<'_>,
    ) -> Result<(), ColumnError> {
        let rows = requests.rows();
        let columns = self.columns.each_mut().map(|column| &mut column[..rows]);
        kernel.impacts(requests, &mut ImpactColumns::new(columns))
    }

    /// Whether the model and the electricity are known: global warming needs both.
    pub(crate) fn is_known(&self, row: usize) -> bool {
        !self.columns[GWP][row].is_nan()
    }
}

/// The ranges of rows of every block.
pub(crate) fn blocks(rows: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
    (0..rows)
        .step_by(BLOCK)
        .map(move |start| start..(start + BLOCK).min(rows))
}

/// Shares requests between threads and merges what each of them found.
pub(crate) fn in_parallel<T: Merge>(
    requests: Columns<'_>,
    threads: usize,
    work: impl Fn(Columns<'_>) -> Result<T, ColumnError> + Sync,
) -> Result<T, ColumnError> {
    let rows = requests.rows();
    if !requests.has_length(rows) {
        return Err(ColumnError { expected: rows });
    }
    let share = rows.div_ceil(threads.max(1)).max(1);
    let mut whole = T::default();
    let work = &work;
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..rows)
            .step_by(share)
            .map(|start| {
                let requests = requests.slice(start..(start + share).min(rows));
                scope.spawn(move || work(requests))
            })
            .collect();
        for worker in workers {
            let part = worker.join().expect("a thread that only computes ends")?;
            whole.merge(&part);
        }
        Ok(whole)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;
    use crate::drawn::Drawn;

    #[test]
    fn neither_order_nor_threads_change_a_bit() {
        for revision in Method::embedded().revisions() {
            let kernel = Kernel::new(revision).expect("the tables are whole");
            let drawn = Drawn::new(7, 5000, revision.models().len(), revision.zones().len());
            let totals = |drawn: &Drawn, threads| {
                let totals = Totals::of(&kernel, drawn.columns(), threads).expect("equal lengths");
                let bits = Indicator::ALL.map(|indicator| {
                    let total = totals.total(indicator)?;
                    Some([total.min().to_bits(), total.max().to_bits()])
                });
                (bits, totals.coverage())
            };
            let expected = totals(&drawn, 1);
            assert_eq!(expected.0[4].is_some(), revision.formulas().has_water());
            assert_eq!(expected, totals(&drawn, 3));
            assert_eq!(expected, totals(&drawn.shuffled(), 2));
        }
    }

    #[test]
    fn what_is_not_known_is_counted_and_never_zero() {
        let revision = Method::embedded().newest().expect("there are revisions");
        let kernel = Kernel::new(revision).expect("the tables are whole");
        let key = revision.model_key("openai", "gpt-4o").expect("it is kept");
        let requests = Columns {
            model: &[key, crate::UNKNOWN],
            zone: &[crate::PROVIDER_ZONE; 2],
            output_tokens: &[300, 100],
            latency_s: &[f64::NAN; 2],
        };
        let coverage = Totals::of(&kernel, requests, 1)
            .expect("equal lengths")
            .coverage();
        assert_eq!(coverage.share_of_tokens(), Some(0.75));
        assert_eq!(coverage.unresolved_requests, 1);
        let none = Totals::of(&kernel, requests.slice(1..2), 1).expect("equal lengths");
        assert_eq!(none.total(Indicator::Gwp), None);
    }
}
