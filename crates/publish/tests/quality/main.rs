//! How well the search answers, as one number.
//!
//! A hundred queries are asked of the demonstration’s records and of invented records of other
//! registers (`peers.yaml`); `queries.yaml` tells what each should find. The test prints the
//! score and the worst answers, and fails only when the score falls below the one reached.
//!
//! - `corpus`: the public register of these records;
//! - `judgement`: what a query should find, and whether it did.

mod corpus;
mod judgement;

use std::fmt::Write;

use crate::corpus::Corpus;
use crate::judgement::{Judged, judge, queries};

/// Queries whose expectations all hold: the score reached, raised when the engine
/// gets better, never lowered.
const ANSWERED_MIN: usize = 95;

/// Mean of one over the place of the first expected record, likewise.
const RECIPROCAL_RANK_MIN: f64 = 0.944;

/// Failures told in full.
const WORST: usize = 10;

#[test]
#[expect(clippy::print_stdout, reason = "the score is printed by the checks")]
fn readers_find_what_they_look_for() {
    let corpus = Corpus::read();
    let queries = queries();
    let mut judged: Vec<Judged> = queries.iter().map(|query| judge(query, &corpus)).collect();
    judged.sort_by(|left, right| left.reciprocal_rank.total_cmp(&right.reciprocal_rank));
    let answered = judged.iter().filter(|judged| judged.is_answered()).count();
    let reciprocal_rank = mean_reciprocal_rank(&judged);
    let mut report = format!(
        "search: {answered} of {} queries answered, mean reciprocal rank {reciprocal_rank:.3}\n",
        judged.len()
    );
    let failed = judged.iter().filter(|judged| !judged.is_answered());
    for judged in failed.take(WORST) {
        writeln!(report, "  {judged}").expect("a text takes any text");
    }
    print!("{report}");
    let is_kept = answered >= ANSWERED_MIN && reciprocal_rank >= RECIPROCAL_RANK_MIN;
    assert!(
        is_kept,
        "the search answers less well than before\n{report}"
    );
}

/// Over the queries that expect a record.
fn mean_reciprocal_rank(judged: &[Judged]) -> f64 {
    let ranked: Vec<f64> = judged
        .iter()
        .filter(|judged| judged.expects_a_record)
        .map(|judged| judged.reciprocal_rank)
        .collect();
    ranked.iter().sum::<f64>() / ranked.len() as f64
}
