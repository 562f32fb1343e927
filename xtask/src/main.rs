//! Every developer script of Vigie: `cargo xtask --help` lists them.
//!
//! `cargo xtask check` is what the continuous integration runs, no more and no less. Start reading
//! at `check.rs`, which holds its steps in order.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a developer script talks to a terminal"
)]

mod bench;
mod browser;
mod check;
mod demo;
mod fuzz;
mod house;
mod http;
mod law;
mod lockfile;
mod postgres;
mod process;
mod programs;
mod setup;
mod tests;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

/// Developer scripts of Vigie.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run every check, go on after a failure and list what failed
    Check(check::Selection),
    /// Install what the checks need, or say what is missing
    Setup,
    /// Measure the release binary
    Bench {
        #[command(subcommand)]
        subject: bench::Subject,
    },
    /// Fuzz one target with cargo-fuzz
    Fuzz {
        /// The target, a file name of fuzz/fuzz_targets without its extension
        target: String,
        /// Seconds to run
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Ask whether the cases prove the rules of the law
    Law {
        #[command(subcommand)]
        subject: law::Subject,
    },
    /// Photograph the main pages of the demonstration, light and dark, narrow and wide
    Screenshots {
        /// The folder that receives the pictures
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Check(selection) => return Ok(check::run(&workspace, &selection)),
        Task::Setup => setup::run(&workspace)?,
        Task::Bench { subject } => bench::run(&workspace, subject)?,
        Task::Fuzz { target, seconds } => fuzz::run(&workspace, &target, seconds)?,
        Task::Law { subject } => law::run(&workspace, &subject)?,
        Task::Screenshots { folder } => browser::photograph(&workspace, &folder)?,
    }
    Ok(ExitCode::SUCCESS)
}
