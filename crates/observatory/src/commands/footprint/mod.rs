//! The footprint of requests: a method and its revisions, without any observatory.

mod bench;
mod doubt;
mod estimate;
mod explain;
mod input;
mod restate;
mod revisions;
mod say;

use super::Context;
use crate::complaint::complain;
use ::footprint::{Method, Revision};
use anyhow::Result;
use clap::{Args, Subcommand};
use domain::Remark;

#[derive(Args)]
pub(super) struct Footprint {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Estimate the requests of a file, line by line or in columns
    Estimate(estimate::Estimate),
    /// Say what the same requests amount to under another revision, and why
    Restate(restate::Restate),
    /// Explain the footprint of one request, step by step, every factor with its source
    Explain(explain::Explain),
    /// List the revisions of the method and what changed from one to the next
    Revisions(revisions::Revisions),
    /// Measure the engine on drawn requests, or write them into a file
    Bench(bench::Bench),
}

pub(super) fn run(footprint: Footprint, context: &Context) -> Result<()> {
    match footprint.action {
        Action::Estimate(estimate) => estimate::run(&estimate, context),
        Action::Restate(restate) => restate::run(&restate, context),
        Action::Explain(explain) => explain::run(&explain, context),
        Action::Revisions(revisions) => revisions::run(&revisions, context),
        Action::Bench(bench) => bench::run(&bench, context),
    }
}

/// The revision of a release name; the newest when there is none.
fn revision(release: Option<&str>) -> Result<&'static Revision> {
    let method = Method::embedded();
    let found = match release {
        Some(release) => method.revision(release),
        None => method.newest(),
    };
    found.ok_or_else(|| {
        let known: Vec<_> = method.revisions().iter().map(Revision::release).collect();
        let remark = Remark::new("footprint-release-unknown")
            .with("release", release.unwrap_or_default())
            .with("known", known.join(", "));
        complain(remark)
    })
}

/// Threads to use: as many as asked, or as there are cores.
fn threads(asked: Option<usize>) -> usize {
    asked
        .or_else(|| std::thread::available_parallelism().ok().map(usize::from))
        .unwrap_or(1)
        .max(1)
}
