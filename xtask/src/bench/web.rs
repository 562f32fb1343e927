//! Public pages under load, by `wrk` on this machine.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::demo::Demo;
use crate::workspace::Workspace;
use crate::{process, programs};

/// How hard to push.
#[derive(Args)]
pub(crate) struct Load {
    /// Seconds for each page
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=60))]
    seconds: u32,
    /// Connections kept open
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=64))]
    connections: u32,
}

/// Loads the home page, one record and one search with three facets.
pub(super) fn measure(workspace: &Workspace, binary: &Path, load: &Load) -> Result<()> {
    find_wrk()?;
    let demo = Demo::start(workspace, binary)?;
    println!("page                 requests/s        p99   path");
    for (name, path) in pages(workspace, &demo)? {
        let url = format!("{}{path}", demo.url());
        let report = press(&url, None, load.seconds, load.connections)?;
        let Figures { rate, p99 } = parse(&report)
            .with_context(|| format!("wrk printed another report than expected:\n{report}"))?;
        println!("{name:20} {rate:>10} {p99:>10}   {path}");
        for complaint in complaints(&report) {
            println!("  {complaint}");
        }
    }
    println!("(client and server share this machine)");
    Ok(())
}

/// The browser scripts know how to find pages of a kind; they print `name<TAB>path` lines.
fn pages(workspace: &Workspace, demo: &Demo) -> Result<Vec<(String, String)>> {
    let script = workspace.browser_scripts().join("bench-pages.mjs");
    let text = process::output(
        Command::new("node")
            .arg(script)
            .args(["--base", &demo.url()]),
    )?;
    let pages = text.lines().filter_map(|line| {
        let (name, path) = line.split_once('\t')?;
        Some((name.to_owned(), path.to_owned()))
    });
    Ok(pages.collect())
}

/// Fails when `wrk` is not here.
pub(super) fn find_wrk() -> Result<()> {
    match programs::find(&["wrk"]) {
        Some(_) => Ok(()),
        None => bail!("wrk is not here\n  install it (Debian: apt-get install wrk)"),
    }
}

/// Asks for an address, or for what a script says, and returns the report.
pub(super) fn press(
    url: &str,
    script: Option<&Path>,
    seconds: u32,
    connections: u32,
) -> Result<String> {
    let mut wrk = Command::new("wrk");
    wrk.args(["--latency", "-t2"])
        .arg(format!("-c{connections}"))
        .arg(format!("-d{seconds}s"));
    if let Some(script) = script {
        wrk.arg("-s").arg(script);
    }
    process::output(wrk.arg(url))
}

/// What is read of a report.
pub(super) struct Figures {
    /// Requests a second.
    pub(super) rate: String,
    /// The 99th percentile of the time to answer, with its unit.
    pub(super) p99: String,
}

/// The figures of a report, if it is one.
pub(super) fn parse(report: &str) -> Option<Figures> {
    let after = |label: &str| {
        let line = report
            .lines()
            .find_map(|line| line.trim().strip_prefix(label))?;
        Some(line.trim().to_owned())
    };
    Some(Figures {
        rate: after("Requests/sec:")?,
        p99: after("99%")?,
    })
}

/// What makes a figure worthless: answers that were errors.
pub(super) fn complaints(report: &str) -> Vec<&str> {
    let lines = report.lines().map(str::trim);
    lines
        .filter(|line| line.starts_with("Non-2xx") || line.starts_with("Socket errors"))
        .collect()
}

#[cfg(test)]
mod cases {
    use super::*;

    const REPORT: &str = "Running 10s test @ http://127.0.0.1:8080/\n  Latency Distribution\n     50%    0.40ms\n     99%    1.20ms\n  Non-2xx or 3xx responses: 7\nRequests/sec:  20415.10\n";

    #[test]
    fn the_report_of_wrk_is_read() {
        let figures = parse(REPORT).expect("figures");
        assert_eq!(figures.rate, "20415.10");
        assert_eq!(figures.p99, "1.20ms");
        assert_eq!(complaints(REPORT), ["Non-2xx or 3xx responses: 7"]);
    }
}
