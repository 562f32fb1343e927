//! Whether the cases of `data/law/` prove its rules.
//!
//! The work is done by `crates/evaluate`, which this package does not use: it runs it.

use anyhow::{Context, Result};
use clap::Subcommand;

use crate::process;
use crate::workspace::Workspace;

/// What is asked of the law.
#[derive(Subcommand)]
pub(crate) enum Subject {
    /// Change each rule a little, in every place, and list the changes that no case notices
    Mutate,
}

/// Lists the changes that no case notices, and fails if there is one.
pub(crate) fn run(workspace: &Workspace, subject: &Subject) -> Result<()> {
    let Subject::Mutate = subject;
    let arguments = [
        "run",
        "--quiet",
        "-p",
        "vigie-evaluate",
        "--example",
        "mutants",
    ];
    process::run(workspace.cargo().args(arguments))
        .context("write a case that notices each change listed, beside its rule in data/law/")
}
