use super::{Context, Told, output};
use anyhow::Result;
use clap::{Args, Subcommand};
use serde_json::json;
use store::JournalFault;

#[derive(Args)]
pub(super) struct Journal {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Read the whole journal again and say everything that does not hold
    Verify {
        /// Print the outcome as JSON
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(journal: Journal, context: &Context) -> Result<()> {
    let Action::Verify { json } = journal.action;
    let instance = context.open().await?;
    let report = instance.store.verify_journal().await?;
    let library = instance.library();
    let words = &library.words;
    let faults: Vec<String> = report
        .faults
        .iter()
        .map(|fault| {
            let (key, place) = described(fault);
            words.format(context.language, key, &[("place", place.into())])
        })
        .collect();
    if json {
        output::json(&json!({
            "entries": report.entries,
            "erased": report.erased,
            "head": report.head,
            "faults": faults,
        }))?;
    } else {
        let blanks = [
            ("entries", (report.entries as f64).into()),
            ("erased", (report.erased as f64).into()),
            ("faults", faults.len().into()),
        ];
        output::line(&words.format(context.language, "journal-read", &blanks))?;
        for fault in &faults {
            output::line(&format!("• {fault}"))?;
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Told.into())
    }
}

fn described(fault: &JournalFault) -> (&'static str, String) {
    match fault {
        JournalFault::Altered { seq } => ("journal-altered", seq.to_string()),
        JournalFault::PayloadAltered { seq } => ("journal-payload-altered", seq.to_string()),
        JournalFault::Broken { seq } => ("journal-broken", seq.to_string()),
        JournalFault::PayloadMissing { seq } => ("journal-payload-missing", seq.to_string()),
        JournalFault::RecordDiffers { record } => ("journal-record-differs", record.to_string()),
        JournalFault::HeadDiffers => ("journal-head-differs", String::new()),
    }
}
