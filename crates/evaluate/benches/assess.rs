//! Every rule on ten thousand uses, on one core. The target is 200 ms; nothing fails on it.
#![expect(clippy::print_stdout, reason = "a bench talks to a terminal")]

use chrono::NaiveDate;
use domain::law::Facts;
use evaluate::assess;
use reference::{Reference, Tree};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const USES: usize = 10_000;
const ROUNDS: usize = 5;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut tree = Tree::default();
    let files = Tree::from_dir(&root.join("data/law")).expect("the project's own folder");
    for path in files.paths("", ".yaml") {
        tree.insert(format!("data/law/{path}"), files.get(path).expect("listed"));
    }
    let law = Reference::read(&tree).0.law;
    let on: NaiveDate = "2026-11-24".parse().expect("a day");
    let uses: Vec<Facts> = law
        .cases
        .iter()
        .map(|case| case.facts.clone())
        .cycle()
        .take(USES)
        .collect();
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for facts in &uses {
            black_box(assess(&law, black_box(facts), on));
        }
        best = best.min(start.elapsed().as_secs_f64() * 1000.0);
    }
    println!(
        "{} rules on {USES} uses: {best:.1} ms, best of {ROUNDS}",
        law.rules.len()
    );
}
