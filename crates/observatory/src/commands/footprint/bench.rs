use super::say::Speaker;
use super::{Context, input, revision, threads};
use crate::commands::output;
use ::footprint::{Columns, ImpactColumns, Kernel, PROVIDER_ZONE, Request, Revision, estimate};
use anyhow::Result;
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

/// Rows computed again and again: they stay in the cache of a core, as in a pass over a column store.
const BLOCK: usize = 1 << 14;

/// Requests estimated one at a time, with their trace.
const SCALAR: usize = 200_000;

#[derive(Args)]
pub(super) struct Bench {
    /// Rows to compute, or to write
    #[arg(long, default_value_t = 20_000_000)]
    rows: usize,
    /// Release of the tables; the newest when absent
    #[arg(long, value_name = "RELEASE")]
    revision: Option<String>,
    /// Threads to use; as many as cores when absent
    #[arg(long, value_name = "COUNT")]
    threads: Option<usize>,
    /// Write the drawn requests into this CSV file, and measure nothing
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
    /// Print the figures as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(bench: &Bench, context: &Context) -> Result<()> {
    let revision = revision(bench.revision.as_deref())?;
    match &bench.write {
        Some(file) => write(bench, file, revision, context),
        None => measure(bench, revision, context),
    }
}

fn measure(bench: &Bench, revision: &'static Revision, context: &Context) -> Result<()> {
    let kernel = Kernel::new(revision)?;
    let threads = threads(bench.threads);
    let passes = bench.rows.div_ceil(BLOCK * threads).max(1);
    let start = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let kernel = &kernel;
            scope.spawn(move || compute(kernel, revision, thread as u64, passes));
        }
    });
    let rows = passes * BLOCK * threads;
    let columnar = rows as f64 / start.elapsed().as_secs_f64();
    let scalar = one_at_a_time(revision);
    if bench.json {
        return output::json(&json!({
            "revision": revision.release(),
            "rows": rows,
            "threads": threads,
            "columnar_rows_per_second": columnar,
            "traced_requests_per_second": scalar,
        }));
    }
    let speaker = Speaker::new(context)?;
    let blanks = [
        ("rows", speaker.number(rows as f64, false).into()),
        ("rate", speaker.number(columnar, false).into()),
        ("threads", threads.into()),
    ];
    output::line(&speaker.say("footprint-bench", &blanks))?;
    let rate = speaker.number(scalar, false);
    output::line(&speaker.say("footprint-bench-scalar", &[("rate", rate.into())]))
}

fn compute(kernel: &Kernel<'_>, revision: &Revision, seed: u64, passes: usize) {
    let drawn = Drawn::new(revision, seed, BLOCK);
    let mut columns: [Vec<f64>; 10] = std::array::from_fn(|_| vec![0.0; BLOCK]);
    for _ in 0..passes {
        let borrowed = columns.each_mut().map(Vec::as_mut_slice);
        kernel
            .impacts(drawn.columns(), &mut ImpactColumns::new(borrowed))
            .expect("the columns have one length");
        std::hint::black_box(&mut columns);
    }
}

fn one_at_a_time(revision: &Revision) -> f64 {
    let drawn = Drawn::new(revision, 7, SCALAR);
    let start = Instant::now();
    for row in 0..SCALAR {
        let model = &revision.models()[usize::from(drawn.model[row])];
        let request = Request {
            provider: &model.provider,
            model: &model.name,
            output_tokens: f64::from(drawn.output_tokens[row]),
            latency_s: Some(drawn.latency_s[row]).filter(|latency| !latency.is_nan()),
            zone: revision
                .zones()
                .get(usize::from(drawn.zone[row]))
                .map(|zone| zone.code.as_str()),
        };
        let _ = std::hint::black_box(estimate(&request, revision));
    }
    SCALAR as f64 / start.elapsed().as_secs_f64()
}

fn write(bench: &Bench, file: &PathBuf, revision: &Revision, context: &Context) -> Result<()> {
    let mut out = input::output(Some(file))?;
    out.write_all(b"provider,model,output_tokens,latency_s,zone\n")?;
    let mut written = 0;
    while written < bench.rows {
        let rows = BLOCK.min(bench.rows - written);
        let drawn = Drawn::new(revision, written as u64, rows);
        for row in 0..rows {
            let model = &revision.models()[usize::from(drawn.model[row])];
            let zones = revision.zones();
            let zone = zones.get(usize::from(drawn.zone[row]));
            let zone = zone.map_or("", |zone| zone.code.as_str());
            write!(
                out,
                "{},{},{},",
                model.provider, model.name, drawn.output_tokens[row]
            )?;
            let latency = drawn.latency_s[row];
            if !latency.is_nan() {
                write!(out, "{latency}")?;
            }
            writeln!(out, ",{zone}")?;
        }
        written += rows;
    }
    out.flush()?;
    let speaker = Speaker::new(context)?;
    let blanks = [
        ("rows", speaker.number(written as f64, false).into()),
        ("file", file.display().to_string().into()),
    ];
    output::line(&speaker.say("footprint-bench-written", &blanks))
}

/// Requests drawn at random, the same at each run.
struct Drawn {
    model: Vec<u16>,
    zone: Vec<u16>,
    output_tokens: Vec<u32>,
    latency_s: Vec<f64>,
}

impl Drawn {
    fn new(revision: &Revision, seed: u64, rows: usize) -> Self {
        let mut state = 0x9E37_79B9_7F4A_7C15 ^ (seed << 17);
        let mut below = |end: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % end
        };
        let (models, zones) = (
            revision.models().len() as u64,
            revision.zones().len() as u64,
        );
        let mut drawn = Self {
            model: Vec::with_capacity(rows),
            zone: Vec::with_capacity(rows),
            output_tokens: Vec::with_capacity(rows),
            latency_s: Vec::with_capacity(rows),
        };
        for _ in 0..rows {
            drawn.model.push(below(models) as u16);
            let is_provider_zone = below(3) == 0;
            let zone = below(zones) as u16;
            drawn.zone.push(if is_provider_zone {
                PROVIDER_ZONE
            } else {
                zone
            });
            drawn.output_tokens.push(below(2000) as u32);
            let latency = below(100_000) as f64 / 1000.0;
            drawn
                .latency_s
                .push(if below(3) == 0 { f64::NAN } else { latency });
        }
        drawn
    }

    fn columns(&self) -> Columns<'_> {
        Columns {
            model: &self.model,
            zone: &self.zone,
            output_tokens: &self.output_tokens,
            latency_s: &self.latency_s,
        }
    }
}
