//! How long until the first page, and how much memory once idle.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::demo::Demo;
use crate::workspace::Workspace;

const RUNS: usize = 5;
const IDLE: Duration = Duration::from_secs(3);

/// Starts the demonstration five times; each run waits for the first 200 on `/`.
pub(super) fn measure(workspace: &Workspace, binary: &Path) -> Result<()> {
    println!("`vigie demo`: from the start of the process to the first 200 on /");
    println!(
        "run   first page     memory (VmRSS) after {} s",
        IDLE.as_secs()
    );
    let mut times = Vec::new();
    for run in 1..=RUNS {
        let mut demo = Demo::spawn(workspace, binary)?;
        let time = demo.wait_for("/", Duration::from_millis(1))?;
        sleep(IDLE);
        let memory = match resident_kb(demo.process_id()) {
            Ok(kb) => format!("{:.1} MB", kb * 1024.0 / 1e6),
            Err(_) => "unknown here".to_owned(),
        };
        println!("{run}     {:7.1} ms     {memory}", milliseconds(time));
        times.push(time);
    }
    times.sort();
    println!(
        "median {:.1} ms, from {:.1} to {:.1} ms",
        milliseconds(times[RUNS / 2]),
        milliseconds(times[0]),
        milliseconds(times[RUNS - 1])
    );
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn resident_kb(process: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|value| value.trim().strip_suffix(" kB")?.trim().parse().ok())
        .context("no VmRSS line")
}
