//! Measurements of the release binary on this machine.
//!
//! They print figures and never fail on one: a target is compared by a person who knows what else
//! the machine was doing.

mod edition;
mod footprint;
mod register;
mod start;
mod web;

use anyhow::Result;
use clap::Subcommand;

use crate::workspace::Workspace;

/// What to measure.
#[derive(Subcommand)]
pub(crate) enum Subject {
    /// Time from the start of the process to the first page, and idle memory
    Start,
    /// Requests a second and the 99th percentile, by wrk
    Web(web::Load),
    /// Search and facets on ten thousand records, beside `datasette`
    Register(register::Search),
    /// Time to build an edition
    Edition(edition::Build),
    /// Requests a second of the footprint engine, beside numpy and the package it reproduces
    Footprint(footprint::Engine),
}

/// Builds the release binary and measures it.
pub(crate) fn run(workspace: &Workspace, subject: Subject) -> Result<()> {
    let binary = workspace.build_vigie_release()?;
    match subject {
        Subject::Start => start::measure(workspace, &binary),
        Subject::Web(load) => web::measure(workspace, &binary, &load),
        Subject::Register(search) => register::measure(workspace, &binary, &search),
        Subject::Edition(build) => edition::measure(workspace, &binary, &build),
        Subject::Footprint(engine) => footprint::measure(workspace, &binary, &engine),
    }
}
