mod diff;
mod due;

use super::{Context, Told, output};
use crate::complaint::complain;
use crate::instance::Library;
use crate::pipeline::edition::told;
use anyhow::Result;
use clap::{Args, Subcommand};
use domain::Remark;
use reference::Tree;
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct Data {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Read every data file and say every mistake: file, line, what is wrong, what to do
    Check {
        /// A folder with data/, framework/ and i18n/; those of the binary when absent
        folder: Option<PathBuf>,
        /// Print the mistakes as JSON
        #[arg(long)]
        json: bool,
    },
    /// List what must be compared again with its sources
    Due(due::Due),
    /// Say which situations change outcome when one folder of data takes the place of another
    Diff(diff::Diff),
}

pub(super) async fn run(data: Data, context: &Context) -> Result<()> {
    match data.action {
        Action::Check { folder, json } => check(folder.as_deref(), json, context),
        Action::Due(due) => due::run(&due, context),
        Action::Diff(diff) => diff::run(&diff, context).await,
    }
}

/// The files of a folder; those of the binary when there is none.
fn library(folder: Option<&Path>) -> Result<Library> {
    match folder {
        None => Library::open(None),
        Some(folder) if folder.is_dir() => Ok(Library::read(Tree::from_dir(folder)?)),
        Some(folder) => {
            let folder = folder.display().to_string();
            Err(complain(
                Remark::new("data-not-a-folder").with("folder", folder),
            ))
        }
    }
}

fn check(folder: Option<&Path>, json: bool, context: &Context) -> Result<()> {
    let library = library(folder)?;
    let diagnostics = &library.diagnostics;
    // The words of a folder under check may be the ones that are wrong.
    let speaker = Library::open(None)?;
    if json {
        let rows: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| {
                json!({
                    "file": diagnostic.file,
                    "line": diagnostic.line,
                    "problem": speaker.words.remark(context.language, &diagnostic.remark),
                    "hint": speaker.words.hint(context.language, &diagnostic.remark),
                })
            })
            .collect();
        output::json(&rows)?;
    } else if diagnostics.is_empty() {
        let reference = &library.reference;
        let blanks = [
            ("terms", reference.glossary.len().into()),
            ("sources", reference.sources.len().into()),
            ("vocabularies", reference.vocabularies.len().into()),
            ("mappings", reference.mappings.len().into()),
        ];
        output::line(&speaker.words.format(context.language, "data-fine", &blanks))?;
    } else {
        output::line(&told(&speaker, context.language, diagnostics))?;
    }
    if diagnostics.is_empty() {
        Ok(())
    } else {
        Err(Told.into())
    }
}
