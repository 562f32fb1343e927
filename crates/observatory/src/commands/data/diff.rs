use super::super::evaluate::text;
use super::super::{Context, Told, output};
use super::library;
use crate::config;
use crate::instance::Library;
use crate::pipeline::edition::told;
use crate::pipeline::law::{self, Difference};
use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use domain::law::{RuleOutcome, VerdictKind};
use publish::Wording;
use reference::Tree;
use reference::law::Case;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Diff {
    /// The folder of data in force; . stands for the files of the binary
    old: PathBuf,
    /// The folder of data that would take its place
    new: PathBuf,
    /// Situations to look at, in the shape law-cases/1; your records, or the cases of the rules, when absent
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// Day on which records are read; today when absent
    #[arg(long, value_name = "DATE", conflicts_with = "facts")]
    on: Option<NaiveDate>,
    /// Print the changes as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(diff: &Diff, context: &Context) -> Result<()> {
    let has_records = diff.facts.is_none() && context.folder.join(config::FILE).is_file();
    let (all, differences) = if has_records {
        of_records(diff, context).await?
    } else {
        of_cases(diff, context)?
    };
    if diff.json {
        return output::json(&differences);
    }
    let speaker = Library::open(None)?;
    let w = Wording {
        words: &speaker.words,
        reference: &speaker.reference,
        language: context.language,
    };
    let blanks = [("count", differences.len().into()), ("all", all.into())];
    output::line(&w.format("data-diff", &blanks))?;
    differences
        .iter()
        .try_for_each(|difference| tell(difference, &w))
}

/// How many situations there are, and those that change.
type Changed = (usize, Vec<Difference>);

/// The folder in force; `None` for the files of the binary.
fn old_folder(diff: &Diff) -> Option<&Path> {
    Some(diff.old.as_path()).filter(|old| *old != Path::new("."))
}

/// The records of the observatory, with all that they declare and the sheets that it signed.
async fn of_records(diff: &Diff, context: &Context) -> Result<Changed> {
    let instance = context.open().await?;
    let kept = instance.library();
    let own = &kept.tree;
    let old = match old_folder(diff) {
        None => Library::read(own.clone()),
        Some(_) => with_sheets(library(old_folder(diff))?, own),
    };
    let new = with_sheets(library(Some(&diff.new))?, own);
    let on = match diff.on {
        Some(on) => on,
        None => instance.today().await?,
    };
    let before = law::records(&instance, &old.reference, on).await?;
    let after = law::records(&instance, &new.reference, on).await?;
    instance.store.close().await?;
    let pairs = before.iter().zip(&after);
    let changed = pairs.filter_map(|(before, after)| {
        law::difference(
            &before.reference,
            on,
            (&old.reference.law, &before.evaluated(&old.reference, on)),
            (&new.reference.law, &after.evaluated(&new.reference, on)),
        )
    });
    Ok((before.len(), changed.collect()))
}

/// A library with the sheets that another one holds.
fn with_sheets(library: Library, own: &Tree) -> Library {
    let mut tree = library.tree;
    for path in own.paths("framework/sheets/", ".yaml") {
        if let Some(text) = own.get(path) {
            tree.insert(path.to_owned(), text);
        }
    }
    Library::read(tree)
}

fn of_cases(diff: &Diff, context: &Context) -> Result<Changed> {
    let (old, new) = (library(old_folder(diff))?, library(Some(&diff.new))?);
    let (before, after) = (cases(&old, diff, context)?, cases(&new, diff, context)?);
    let (old, new) = (&old.reference.law, &new.reference.law);
    let changed = before.iter().filter_map(|case| {
        let same = after.iter().find(|other| other.id == case.id)?;
        law::difference(
            &case.id,
            case.on,
            (old, &law::evaluate(old, &case.facts, case.on)),
            (new, &law::evaluate(new, &same.facts, case.on)),
        )
    });
    Ok((before.len(), changed.collect()))
}

/// The situations: those of a file, or the cases beside the rules.
fn cases(library: &Library, diff: &Diff, context: &Context) -> Result<Vec<Case>> {
    let law = &library.reference.law;
    let Some(path) = &diff.facts else {
        return Ok(law.cases.clone());
    };
    let (cases, diagnostics) = law.read_cases(&path.display().to_string(), &text(path)?);
    if diagnostics.is_empty() {
        return Ok(cases);
    }
    output::error(&told(library, context.language, &diagnostics));
    Err(Told.into())
}

fn tell(difference: &Difference, w: &Wording) -> Result<()> {
    let blanks = [
        ("id", difference.id.as_str().into()),
        ("date", w.date(difference.on_date).into()),
    ];
    output::line(&w.format("data-diff-case", &blanks))?;
    if let Some([before, after]) = difference.verdict {
        let word = |code| w.label(VerdictKind::VOCABULARY, code);
        let blanks = [
            ("before", word(before).into()),
            ("after", word(after).into()),
        ];
        output::line(&format!("  {}", w.format("data-diff-verdict", &blanks)))?;
    }
    for rule in &difference.rules {
        let word = |code: Option<&str>| match code {
            Some(code) => w.label(RuleOutcome::VOCABULARY, code),
            None => w.get("data-diff-no-rule"),
        };
        let why = match (rule.periods, rule.condition) {
            (true, true) => "data-diff-both",
            (true, false) => "data-diff-periods",
            (false, true) => "data-diff-condition",
            (false, false) => "data-diff-derived",
        };
        let blanks = [
            ("id", rule.id.as_str().into()),
            ("before", word(rule.before).into()),
            ("after", word(rule.after).into()),
            ("why", w.get(why).into()),
        ];
        output::line(&format!("  {}", w.format("data-diff-rule", &blanks)))?;
    }
    Ok(())
}
