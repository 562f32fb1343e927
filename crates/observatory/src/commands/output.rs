//! The only place that writes to the terminal. A reader that closes the pipe is no fault.
#![expect(
    clippy::print_stderr,
    reason = "a command talks to the terminal; this module is where it does"
)]

use anyhow::Result;
use serde::Serialize;
use std::io::{ErrorKind, Write};

/// A line for a person.
pub(super) fn line(text: &str) -> Result<()> {
    write(format!("{text}\n").as_bytes())
}

/// A value for a machine.
pub(super) fn json(value: &impl Serialize) -> Result<()> {
    write(format!("{}\n", serde_json::to_string_pretty(value)?).as_bytes())
}

/// A file for whoever reads the output.
pub(super) fn bytes(content: &[u8]) -> Result<()> {
    write(content)
}

/// Text for the error stream.
pub(super) fn error(text: &str) {
    eprintln!("{text}");
}

fn write(content: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(content).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => Ok(result?),
    }
}
