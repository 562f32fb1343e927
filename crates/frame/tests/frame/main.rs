//! `worked` asks the worked questions that lie beside the project, `table` the whole table of their
//! specification; `small` asks a small authority
//! of the tests; `week` tells what waits on small tables; `demonstration` asks the charter, the signatures and the records of the
//! fictional Valmorel (`valmorel` reads them); `properties` throws picks, answers and local choices at the verdict.

mod demonstration;
mod properties;
mod small;
mod table;
mod valmorel;
mod week;
mod worked;

use domain::law::Finding;
use frame::{Answer, Gathered, MayI, Policy, Verdict, decide, gather};
use reference::law::Law;
use reference::{Reference, Tree};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn law() -> &'static Law {
    static LAW: OnceLock<Law> = OnceLock::new();
    LAW.get_or_init(|| {
        let mut tree = Tree::default();
        let files = Tree::from_dir(&root().join("data/law")).expect("the project's own folder");
        for path in files.paths("", ".yaml") {
            tree.insert(format!("data/law/{path}"), files.get(path).expect("listed"));
        }
        Reference::read(&tree).0.law
    })
}

/// A question from picks to verdict, the rules read as they stand.
fn ask<'a>(law: &'a Law, question: &MayI, policy: &Policy) -> (Gathered, Verdict<'a>) {
    let gathered = gather(law, question, policy);
    let verdict = weigh(law, question, policy, &gathered);
    (gathered, verdict)
}

fn weigh<'a>(law: &'a Law, question: &MayI, policy: &Policy, gathered: &Gathered) -> Verdict<'a> {
    let situation = law.situation(&gathered.facts, question.on);
    let findings: Vec<_> = law
        .rules
        .iter()
        .map(|rule| Finding::of(&rule.provision, &situation))
        .collect();
    decide(law, question, policy, gathered, &findings)
}

/// An answer that counts, from whoever may give it.
fn answer(id: &str, word: &str) -> Answer {
    let fact = law().fact_id(id).expect("a fact of the law");
    Answer {
        fact,
        value: law().fact(fact).value(word).expect("a value of it"),
        by: None,
        on: None,
    }
}
