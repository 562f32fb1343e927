//! The rules of the house that no compiler knows.
//!
//! Each rule is a function that returns what is wrong, one sentence a mistake; all are listed at
//! once.

mod edges;
mod paths;
mod proofs;
mod purity;
mod sizes;
mod sources;

use anyhow::{Result, bail};

use crate::workspace::Workspace;

/// Checks every rule; long files only warn.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    for warning in sizes::warnings(workspace)? {
        println!("warning: {warning}");
    }
    let mut problems = edges::problems(workspace);
    problems.extend(paths::problems(workspace)?);
    problems.extend(proofs::problems(workspace)?);
    problems.extend(purity::problems(workspace)?);
    for problem in &problems {
        println!("error: {problem}");
    }
    match problems.len() {
        0 => Ok(()),
        1 => bail!("one rule of the house is broken"),
        count => bail!("the rules of the house are broken in {count} places"),
    }
}
