use super::input::{self, Input, Shape};
use super::say::Speaker;
use super::{Context, revision, threads};
use crate::commands::{Told, output};
use crate::complaint::complain;
use ::footprint::{
    Batch, Bridge, Carry, Cause, Comparison, Coverage, Indicator, Method, RefusedRow,
    RequestReader, Restatement,
};
use anyhow::Result;
use clap::Args;
use domain::Remark;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

/// Rows held in memory at a time.
const BATCH: usize = 1 << 18;

#[derive(Args)]
pub(super) struct Restate {
    /// The requests: .csv, plain or .gz
    requests: PathBuf,
    /// Release under which they were published
    #[arg(long, value_name = "RELEASE")]
    from: String,
    /// Release under which to restate them; the newest when absent
    #[arg(long, value_name = "RELEASE")]
    to: Option<String>,
    /// Estimate models that a revision no longer holds with their sizes in the older tables
    #[arg(long)]
    carry: bool,
    /// Threads to use; as many as cores when absent
    #[arg(long, value_name = "COUNT")]
    threads: Option<usize>,
    /// Print the bridges as JSON
    #[arg(long)]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    from: &'a str,
    to: &'a str,
    carry: bool,
    before: Coverage,
    after: Coverage,
    carried_requests: u64,
    bridges: BTreeMap<&'static str, BridgeReport>,
    refused: usize,
    seconds: f64,
}

#[derive(Serialize)]
struct BridgeReport {
    unit: &'static str,
    before: [f64; 2],
    after: [f64; 2],
    changes: BTreeMap<&'static str, [f64; 2]>,
}

pub(super) fn run(restate: &Restate, context: &Context) -> Result<()> {
    let start = Instant::now();
    if Shape::of(&restate.requests)? == Shape::Lines {
        return Err(complain(Remark::new("footprint-restate-lines")));
    }
    let from = revision(Some(&restate.from))?;
    let to = revision(restate.to.as_deref())?;
    let carry = if restate.carry {
        Carry::FromOlderTables
    } else {
        Carry::Never
    };
    let mut restatement = Restatement::new(Method::embedded(), from, to, carry);
    let (comparison, refused) = compare(restate, &mut restatement)?;
    let report = Report {
        from: from.release(),
        to: to.release(),
        carry: restate.carry,
        before: comparison.before(),
        after: comparison.after(),
        carried_requests: comparison.carried_requests(),
        bridges: bridges(&comparison),
        refused: refused.len(),
        seconds: start.elapsed().as_secs_f64(),
    };
    let speaker = Speaker::new(context)?;
    if restate.json {
        output::json(&report)?;
    } else {
        tell(&speaker, &report, &comparison)?;
    }
    speaker.refused(&refused);
    if refused.is_empty() {
        Ok(())
    } else {
        Err(Told.into())
    }
}

fn compare(
    restate: &Restate,
    restatement: &mut Restatement<'static>,
) -> Result<(Comparison, Vec<RefusedRow>)> {
    let path = &restate.requests;
    let told = |error| input::told(path, error);
    let input = Input::open(path)?;
    let mut reader = RequestReader::new(input.reader).map_err(told)?;
    let mut batch = Batch::default();
    let mut comparison = Comparison::default();
    let mut refused = Vec::new();
    loop {
        reader.read(&mut batch, BATCH, restatement).map_err(told)?;
        if batch.columns().rows() == 0 {
            break;
        }
        comparison.merge(&restatement.compare(batch.columns(), threads(restate.threads))?);
        refused.append(&mut batch.refused);
    }
    input.progress.finish_and_clear();
    Ok((comparison, refused))
}

fn bridges(comparison: &Comparison) -> BTreeMap<&'static str, BridgeReport> {
    let report = |indicator: Indicator, bridge: Bridge| BridgeReport {
        unit: indicator.unit().symbol(),
        before: bridge.before,
        after: bridge.after,
        changes: Cause::ALL
            .into_iter()
            .map(|cause| (cause.code(), bridge.change(cause)))
            .collect(),
    };
    Indicator::ALL
        .into_iter()
        .filter_map(|indicator| {
            let bridge = comparison.bridge(indicator)?;
            Some((indicator.code(), report(indicator, bridge)))
        })
        .collect()
}

fn tell(speaker: &Speaker, report: &Report<'_>, comparison: &Comparison) -> Result<()> {
    let blanks = [
        ("from", report.from.into()),
        ("to", report.to.into()),
        ("before", speaker.share(report.before).into()),
        ("after", speaker.share(report.after).into()),
        ("carried", report.carried_requests.into()),
        ("seconds", speaker.number(report.seconds, false).into()),
    ];
    output::line(&speaker.say("footprint-restated", &blanks))?;
    for indicator in Indicator::ALL {
        let name = speaker.indicator(indicator);
        let Some(bridge) = comparison.bridge(indicator) else {
            output::line(&speaker.say("footprint-no-bridge", &[("indicator", name.into())]))?;
            continue;
        };
        let unit = indicator.unit().symbol();
        let (low, high) = (
            speaker.say("footprint-low", &[]),
            speaker.say("footprint-high", &[]),
        );
        output::line(&format!(
            "\n{:<48} {low:>14} {high:>14}",
            format!("{name} ({unit})")
        ))?;
        let line = |label: String, [low, high]: [f64; 2], sign: bool| {
            let number = |value| speaker.number(value, sign);
            format!("  {label:<46} {:>14} {:>14}", number(low), number(high))
        };
        output::line(&line(report.from.to_owned(), bridge.before, false))?;
        for cause in Cause::ALL {
            let change = bridge.change(cause);
            if change != [0.0; 2] {
                output::line(&line(speaker.cause(cause), change, true))?;
            }
        }
        output::line(&line(report.to.to_owned(), bridge.after, false))?;
    }
    Ok(())
}
