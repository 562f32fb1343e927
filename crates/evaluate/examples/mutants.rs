//! Lists the small changes of the rules that no case notices, and fails if there is one.
#![expect(
    clippy::print_stdout,
    reason = "a developer script talks to a terminal"
)]

use evaluate::mutation;
use reference::{Reference, Tree};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut tree = Tree::default();
    let files = Tree::from_dir(&root.join("data/law")).expect("the project's own folder");
    for path in files.paths("", ".yaml") {
        tree.insert(format!("data/law/{path}"), files.get(path).expect("listed"));
    }
    let law = Reference::read(&tree).0.law;
    let tally = mutation::run(&law, &law.cases);
    for mutant in &tally.survivors {
        println!("{}: {}", mutant.subject, mutant.change);
    }
    let survivors = tally.survivors.len();
    println!(
        "{} cases, {} mutants, {survivors} that no case notices",
        law.cases.len(),
        tally.tried
    );
    if law.rules.is_empty() || survivors > 0 {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
