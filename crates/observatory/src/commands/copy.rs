use super::{Context, Told, output};
use crate::clock;
use crate::complaint::complain;
use crate::web::copy;
use anyhow::Result;
use clap::Args;
use domain::Remark;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Publish {
    /// The folder to write; a copy that is there is replaced as a whole
    folder: PathBuf,
    /// Address at which the copy will be read; `public_url` of vigie.toml when absent
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Replace whatever the folder holds
    #[arg(long)]
    force: bool,
    /// Print what was written as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(publish: Publish, context: &Context) -> Result<()> {
    let started = clock::now();
    let instance = context.open().await?;
    let words = crate::instance::Library::open(Some(&context.folder))?.words;
    let configured = instance.config.server.public_url.clone();
    let Some(url) = publish.url.or(configured) else {
        return Err(complain(Remark::new("copy-no-url")));
    };
    copy::check(&publish.folder, publish.force)?;
    let progress = bar(publish.json);
    let copy = copy::make(instance, url.trim_end_matches('/'), |done, known| {
        progress.set_length(known as u64);
        progress.set_position(done as u64);
    })
    .await?;
    let written = copy::write(&copy, &publish.folder, publish.force)?;
    progress.finish_and_clear();
    let seconds = (clock::now() - started).num_milliseconds() as f64 / 1_000.0;
    if publish.json {
        output::json(&json!({
            "folder": publish.folder,
            "pages": copy.pages,
            "files": copy.files.len(),
            "bytes": written.bytes,
            "changed": written.changed,
            "unchanged": written.unchanged,
            "removed": written.removed,
            "dead_links": copy.dead,
            "seconds": seconds,
        }))?;
    } else {
        let blanks = [
            ("folder", publish.folder.display().to_string().into()),
            ("pages", copy.pages.into()),
            ("files", copy.files.len().into()),
            (
                "megabytes",
                ((written.bytes as f64 / 100_000.0).round() / 10.0).into(),
            ),
            ("changed", written.changed.into()),
            ("seconds", seconds.into()),
        ];
        output::line(&words.format(context.language, "copy-written", &blanks))?;
        for (page, link) in &copy.dead {
            let blanks = [("page", page.clone().into()), ("link", link.clone().into())];
            output::error(&words.format(context.language, "copy-dead-link", &blanks));
        }
    }
    if copy.dead.is_empty() {
        return Ok(());
    }
    Err(Told.into())
}

/// A bar on a terminal, nothing elsewhere.
fn bar(is_silent: bool) -> ProgressBar {
    if is_silent {
        return ProgressBar::hidden();
    }
    let progress = ProgressBar::new(0);
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {elapsed}");
    progress.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    progress
}
