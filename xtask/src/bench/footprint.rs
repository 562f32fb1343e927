//! The footprint engine beside numpy and the package it reproduces, in one run.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::Value;

use crate::workspace::Workspace;
use crate::{process, programs};

/// The release whose tables are compared.
const RELEASE: &str = "0.11.3";

/// Peers, from PyPI.
const PEERS: [&str; 2] = ["numpy==2.4.6", "ecologits==0.11.3"];

/// How long to measure.
#[derive(Args)]
pub(crate) struct Engine {
    /// Seconds for each peer
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=60))]
    seconds: u32,
    /// Rows for the columnar engine
    #[arg(long, default_value_t = 400_000_000)]
    rows: u64,
}

/// Prints rows a second of the engine on one thread and on two, beside both peers.
pub(super) fn measure(workspace: &Workspace, binary: &Path, engine: &Engine) -> Result<()> {
    let python = python(workspace)?;
    let one = ours(binary, engine.rows, 1)?;
    let two = ours(binary, engine.rows, 2)?;
    let peers = process::output(
        Command::new(python)
            .arg(workspace.root.join("xtask/bench/footprint_peers.py"))
            .arg(workspace.root.join("crates/footprint/data").join(RELEASE))
            .arg(engine.seconds.to_string()),
    )?;
    let peers: Value = serde_json::from_str(peers.trim()).context("the peers print JSON")?;
    let numpy = number(&peers, "numpy")?;
    let package = number(&peers, "ecologits")?;
    let columnar = number(&one, "columnar_rows_per_second")?;
    let traced = number(&one, "traced_requests_per_second")?;
    println!("release {RELEASE}, ten columns out, requests in cache");
    line("vigie, columns, 1 thread", columnar, numpy, package);
    let both = number(&two, "columnar_rows_per_second")?;
    line("vigie, columns, 2 threads", both, numpy, package);
    line("vigie, one with its trace", traced, numpy, package);
    line("numpy, columns, 1 thread", numpy, numpy, package);
    line("ecologits, one call", package, numpy, package);
    let checked = number(&peers, "checked")?;
    println!("numpy agrees with ecologits on {checked} requests; vigie does bit for bit (tests)");
    Ok(())
}

fn line(name: &str, rate: f64, numpy: f64, package: f64) {
    println!(
        "{name:28} {:>12.3} M/s   {:>8.2} × numpy   {:>10.1} × ecologits",
        rate / 1e6,
        rate / numpy,
        rate / package
    );
}

fn ours(binary: &Path, rows: u64, threads: u32) -> Result<Value> {
    let text = process::output(
        Command::new(binary)
            .args(["footprint", "bench", "--json", "--revision", RELEASE])
            .args(["--rows", &rows.to_string()])
            .args(["--threads", &threads.to_string()]),
    )?;
    serde_json::from_str(&text).context("`vigie footprint bench --json` prints JSON")
}

fn number(of: &Value, key: &str) -> Result<f64> {
    of[key].as_f64().with_context(|| format!("no {key}"))
}

/// A Python with the peers, kept in the target folder.
fn python(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.root.join("target/bench-peers");
    let python = folder.join("bin/python");
    if !python.is_file() {
        let Some(system) = programs::find(&["python3"]) else {
            bail!("python3 is not here\n  install it (Debian: apt-get install python3-venv)");
        };
        process::output(Command::new(system).args(["-m", "venv"]).arg(&folder))?;
    }
    process::output(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet"])
            .args(PEERS),
    )?;
    Ok(python)
}
