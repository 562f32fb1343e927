//! "May I?" from picks to verdict, and reading the whole law. Targets: 5 ms a question; nothing
//! fails on it.
#![expect(clippy::print_stdout, reason = "a bench talks to a terminal")]

use domain::law::Finding;
use frame::{MayI, Policy, decide, gather};
use reference::{Reference, Tree};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const QUESTIONS: u32 = 10_000;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut tree = Tree::default();
    let files = Tree::from_dir(&root.join("data/law")).expect("the project's own folder");
    for path in files.paths("", ".yaml") {
        tree.insert(format!("data/law/{path}"), files.get(path).expect("listed"));
    }
    let start = Instant::now();
    let law = Reference::read(&tree).0.law;
    println!(
        "reading the law: {:.1} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
    let (sheets, _) = law.read_sheets("sheets.yaml", include_str!("../tests/frame/sheets.yaml"));
    let on = "2026-11-24".parse().expect("a day");
    let data = ["personal".to_owned()];
    let question = MayI::picked(&sheets, on, Some("notes"), Some("house"), &data);
    let policy = Policy::default();
    let start = Instant::now();
    for _ in 0..QUESTIONS {
        let gathered = gather(&law, black_box(&question), &policy);
        let situation = law.situation(&gathered.facts, on);
        let rules = law.rules.iter();
        let findings: Vec<_> = rules
            .map(|rule| Finding::of(&rule.provision, &situation))
            .collect();
        black_box(decide(&law, &question, &policy, &gathered, &findings));
    }
    let each = start.elapsed().as_secs_f64() * 1e6 / f64::from(QUESTIONS);
    println!("one question, from picks to verdict: {each:.0} µs");
}
