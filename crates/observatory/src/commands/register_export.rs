//! Own published records as a file of another register's shape, with an account of the losses.

use super::{Context, output, register};
use crate::complaint::complain;
use crate::instance::Library;
use crate::pipeline::export::label;
use crate::pipeline::{self, mappings};
use anyhow::{Context as _, Result};
use clap::Args;
use domain::Remark;
use observe::register::{Exported, LossReason};
use publish::{EVERYONE, Scope};
use reference::FileKind;
use serde_json::json;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct Export {
    /// Format: atrs, eurocities, fr, nl, pstw, mapped, or the name of a mapping
    #[arg(long, value_name = "FORMAT", required_unless_present = "mapping")]
    format: Option<String>,
    /// A mapping: its name, or a YAML file of your own
    #[arg(long, value_name = "MAPPING")]
    mapping: Option<String>,
    /// The authority; all of them when absent
    #[arg(long, default_value = EVERYONE, value_name = "SLUG")]
    authority: String,
    /// The file to write: its ending (csv, xlsx, json) says its kind; the terminal when absent
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Print the account of what is kept and lost as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(export: Export, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let mut library = instance.library();
    let name = register::chosen(
        export.format.as_deref(),
        export.mapping.as_deref(),
        &mut library,
        context.language,
    )?;
    let mappings = &library.reference.mappings;
    let mapping = mappings::chosen(mappings, name.as_deref(), &[], &[])?.mapping;
    let snapshot = pipeline::snapshot::build(&instance).await?;
    let scope = Scope::of(&export.authority);
    if scope != Scope::Everyone && snapshot.authority(&export.authority).is_none() {
        let slugs = snapshot.authorities.iter().map(|a| a.slug.as_str());
        let remark = Remark::new("no-such-authority")
            .with("slug", &export.authority)
            .with("known", slugs.collect::<Vec<_>>().join(", "));
        return Err(complain(remark));
    }
    let kind = match &export.out {
        Some(path) => Some(kind_of(path)?),
        None => None,
    };
    let exported = pipeline::export::run(&snapshot, scope, context.language, mapping, kind)?;
    let withheld = snapshot.withheld_of(scope);
    instance.store.clone().close().await?;
    if let Some(path) = &export.out {
        fs::write(path, &exported.bytes)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    if export.json {
        return output::json(&json!({
            "format": mapping.id,
            "kind": exported.kind.word(),
            "records": exported.records,
            "withheld": withheld,
            "said": exported.balance.said,
            "kept": exported.balance.kept,
            "lost": exported.balance.lost,
            "unsaid": exported.balance.unsaid,
            "untranslated": exported.balance.untranslated,
            "silent": exported.balance.silent,
        }));
    }
    let account = account(&exported, withheld, &mapping.id, &library, context);
    if export.out.is_some() {
        return output::line(&account);
    }
    output::error(&account);
    output::bytes(&exported.bytes)
}

/// The kind of file that the end of its name says.
fn kind_of(path: &Path) -> Result<FileKind> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let kind = ending.and_then(FileKind::from_word);
    kind.ok_or_else(|| {
        let remark = Remark::new("export-unknown-ending").with("file", path.display());
        complain(remark)
    })
}

/// What a person reads: what is kept, then each kind of loss with the fields and their counts.
fn account(
    exported: &Exported,
    withheld: usize,
    format: &str,
    library: &Library,
    context: &Context,
) -> String {
    let (words, language) = (&library.words, context.language);
    let blanks = [
        ("records", exported.records.into()),
        ("format", format.to_owned().into()),
        ("kind", exported.kind.word().to_uppercase().into()),
    ];
    let mut out = words.format(language, "export-done", &blanks);
    if withheld > 0 {
        let blanks = [("count", withheld.into())];
        let line = words.format(language, "export-withheld", &blanks);
        write!(out, "\n{line}").expect("a string");
    }
    let mut paragraph = |key: &str, fields: Vec<(&str, usize)>| {
        if fields.is_empty() {
            return;
        }
        let named = fields.iter().map(|(field, count)| {
            let label = label(&library.reference, field, language);
            format!("{label} {count}")
        });
        let named = named.collect::<Vec<_>>().join(", ");
        let heading = words.get(language, key);
        write!(out, "\n{heading}\n    {named}").expect("a string");
    };
    let kept = exported.balance.kept.iter();
    paragraph(
        "export-kept",
        kept.map(|(field, count)| (field.as_str(), *count))
            .collect(),
    );
    for reason in LossReason::ALL {
        let lost = exported
            .balance
            .lost
            .iter()
            .filter(|loss| loss.reason == reason);
        let lost = lost.map(|loss| (loss.field.as_str(), loss.count));
        paragraph(&format!("export-lost-{}", reason.code()), lost.collect());
    }
    let blanks = [("count", exported.balance.silent.into())];
    let silent = words.format(language, "formats-silent", &blanks);
    write!(out, "\n{silent}").expect("a string");
    out
}
