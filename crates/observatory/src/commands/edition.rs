use super::{Context, output};
use crate::clock;
use crate::complaint::complain;
use crate::pipeline;
use anyhow::Result;
use clap::{Args, Subcommand};
use domain::Remark;
use publish::{EVERYONE, Scope};
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Edition {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Write the report of an edition (PDF in both languages) and its data
    Build {
        /// The authority; all of them when absent
        #[arg(long, default_value = EVERYONE, value_name = "SLUG")]
        authority: String,
        /// Number of the edition; the latest one when absent
        #[arg(long)]
        number: Option<u32>,
        /// Folder to write into
        #[arg(long, default_value = "edition", value_name = "DIR")]
        out: PathBuf,
        /// Print what was written as JSON
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(edition: Edition, context: &Context) -> Result<()> {
    let Action::Build {
        authority,
        number,
        out,
        json,
    } = edition.action;
    let started = clock::now();
    let instance = context.open().await?;
    let snapshot = pipeline::snapshot::build(&instance).await?;
    let scope = Scope::of(&authority);
    if scope != Scope::Everyone && snapshot.authority(&authority).is_none() {
        let known: Vec<_> = snapshot
            .authorities
            .iter()
            .map(|a| a.slug.as_str())
            .collect();
        let remark = Remark::new("no-such-authority")
            .with("slug", &authority)
            .with("known", known.join(", "));
        return Err(complain(remark));
    }
    let library = instance.library();
    let public_url = instance.config.server.public_url.as_deref();
    let (edition, files) =
        pipeline::edition::build(&library, &snapshot, scope, number, public_url, &out)?;
    let seconds = (clock::now() - started).num_milliseconds() as f64 / 1_000.0;
    if json {
        return output::json(&json!({
            "edition": format!("{}-{}", edition.authority, edition.number),
            "files": files,
            "seconds": seconds,
        }));
    }
    let library = instance.library();
    let words = &library.words;
    let blanks = [
        ("folder", out.display().to_string().into()),
        ("seconds", seconds.into()),
    ];
    output::line(&words.format(context.language, "edition-built", &blanks))?;
    for file in files {
        output::line(&format!(
            "  {} ({} o) {}",
            file.path, file.bytes, file.sha256
        ))?;
    }
    Ok(())
}
