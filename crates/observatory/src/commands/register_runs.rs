//! The imports of an observatory, and how one is taken back.

use super::register_report::counts;
use super::{Context, output};
use crate::complaint::complain;
use crate::pipeline::import;
use anyhow::Result;
use clap::Args;
use domain::{ImportRun, Remark, Undone};
use publish::Blank;
use std::cmp::Reverse;
use uuid::Uuid;

#[derive(Args)]
pub(super) struct Undo {
    /// The identifier that “vigie register runs” prints
    run: Uuid,
    /// Print the counts as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn list(as_json: bool, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let mut runs = instance.store.all::<ImportRun>().await?;
    instance.store.clone().close().await?;
    runs.sort_by_key(|run| Reverse(run.document.at));
    let runs: Vec<_> = runs.into_iter().map(|run| run.document).collect();
    if as_json {
        return output::json(&runs);
    }
    let library = instance.library();
    let words = &library.words;
    if runs.is_empty() {
        return output::line(&words.get(context.language, "import-none"));
    }
    for run in &runs {
        let at = run.at.format("%Y-%m-%d %H:%M UTC");
        output::line(&format!("{}  {at}  {}  {}", run.id, run.format, run.file))?;
        let counts = counts(&run.result, false, words, context.language);
        output::line(&format!("    {counts}"))?;
        if let Some(undone) = run.undone {
            let line = words.format(context.language, "import-undone", &blanks(undone));
            output::line(&format!("    {line}"))?;
        }
    }
    Ok(())
}

/// Counts of an import that was taken back, for a message.
fn blanks(undone: Undone) -> [(&'static str, Blank); 3] {
    [
        ("restored", undone.restored.into()),
        ("withdrawn", undone.withdrawn.into()),
        ("kept", undone.kept.into()),
    ]
}

pub(super) async fn undo(arguments: &Undo, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let Some(run) = instance.store.get::<ImportRun>(arguments.run).await? else {
        let remark = Remark::new("import-no-run").with("run", arguments.run);
        return Err(complain(remark));
    };
    let undone = import::undo(&instance, &run).await?;
    instance.store.clone().close().await?;
    if arguments.json {
        return output::json(&undone);
    }
    let library = instance.library();
    let words = &library.words;
    output::line(&words.format(context.language, "import-undone", &blanks(undone)))
}
