//! Running other programs, with errors that name the command.

use std::process::{Command, Output};

use anyhow::{Context, Result, bail};

/// Runs a command on this terminal and fails unless it succeeds.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", readable(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", readable(command));
    }
    Ok(())
}

/// Runs a command and returns what it printed; what it said on its error output is in the error.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .with_context(|| format!("cannot start `{}`", readable(command)))?;
    if !status.success() {
        bail!(
            "`{}` ended with {status}\n{}",
            readable(command),
            String::from_utf8_lossy(&stderr).trim()
        );
    }
    String::from_utf8(stdout)
        .with_context(|| format!("`{}` did not print UTF-8", readable(command)))
}

/// Whether a command starts and succeeds, whatever it prints.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn readable(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}
