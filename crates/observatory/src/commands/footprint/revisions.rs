use super::Context;
use super::say::Speaker;
use crate::commands::output;
use ::footprint::{Certainty, Method, Request, Revision, Value, estimate};
use anyhow::Result;
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub(super) struct Revisions {
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

/// A revision, as `--json` prints it.
#[derive(Serialize)]
struct Row<'a> {
    release: &'a str,
    formulas: ::footprint::FormulaSet,
    published: Option<&'a str>,
    published_certainty: Certainty,
    models: usize,
    zones: usize,
    has_video: bool,
    changes: &'a [::footprint::Text],
    example: Option<Example>,
}

/// The same request under every revision: 400 tokens of gpt-4o, electricity of France.
#[derive(Serialize)]
struct Example {
    energy_wh: [f64; 2],
    gwp_g: [f64; 2],
}

pub(super) fn run(revisions: &Revisions, context: &Context) -> Result<()> {
    let rows: Vec<Row<'_>> = Method::embedded().revisions().iter().map(row).collect();
    if revisions.json {
        return output::json(&rows);
    }
    let speaker = Speaker::new(context)?;
    for row in rows {
        let published = match row.published {
            Some(date) => date.to_owned(),
            None => speaker.say("footprint-date-unknown", &[]),
        };
        let blanks = [
            ("release", row.release.into()),
            ("published", published.into()),
            ("models", row.models.into()),
            ("zones", row.zones.into()),
        ];
        output::line(&speaker.say("footprint-revision", &blanks))?;
        for change in row.changes {
            output::line(&format!("  - {}", speaker.text(change)))?;
        }
        if let Some(example) = row.example {
            let blanks = [
                ("energy", speaker.range(example.energy_wh, "Wh").into()),
                ("gwp", speaker.range(example.gwp_g, "gCO2eq").into()),
            ];
            output::line(&format!(
                "  {}\n",
                speaker.say("footprint-example", &blanks)
            ))?;
        }
    }
    Ok(())
}

fn row(revision: &'static Revision) -> Row<'static> {
    Row {
        release: revision.release(),
        formulas: revision.formulas(),
        published: revision.published(),
        published_certainty: revision.published_certainty(),
        models: revision.models().len(),
        zones: revision.zones().len(),
        has_video: revision.has_video(),
        changes: revision.changes(),
        example: example(revision),
    }
}

fn example(revision: &Revision) -> Option<Example> {
    let request = Request {
        provider: "openai",
        model: "gpt-4o",
        output_tokens: 400.0,
        latency_s: None,
        zone: Some("FRA"),
    };
    let total = estimate(&request, revision).ok()?.total;
    let thousand = |value: Value| [value.min() * 1000.0, value.max() * 1000.0];
    Some(Example {
        energy_wh: thousand(total.energy),
        gwp_g: thousand(total.gwp),
    })
}
