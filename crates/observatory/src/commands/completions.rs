use super::Arguments;
use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

#[derive(Args)]
pub(super) struct Completions {
    /// The shell: bash, zsh, fish, elvish or powershell
    shell: Shell,
}

pub(super) fn run(completions: Completions) -> Result<()> {
    let mut out = Vec::new();
    generate(
        completions.shell,
        &mut Arguments::command(),
        "vigie",
        &mut out,
    );
    super::output::line(String::from_utf8_lossy(&out).trim_end())
}
