use super::register_export::{self, Export};
use super::register_runs::{self, Undo};
use super::{Context, output};
use crate::complaint::complain;
use crate::instance::Library;
use crate::pipeline::import::{self, Request};
use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use domain::{Imported, Remark};
use indicatif::{ProgressBar, ProgressStyle};
use observe::register::diff;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

#[derive(Args)]
pub(super) struct Register {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Read a file into records: of others, or your own
    Import(Import),
    /// Write own published records in the shape of another register
    Export(Export),
    /// List the imports, the latest first
    Runs {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Take an import back: what it wrote becomes again what it was
    Undo(Undo),
    /// Compare two editions of a register
    Diff(Diff),
    /// List the formats and mappings that are known
    Formats {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
struct Import {
    /// Format: atrs, eurocities, fr, nl, pstw, us-2024, mapped, or the name of a mapping; guessed from the columns when absent
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    /// A mapping: its name, or a YAML file of your own
    #[arg(long, value_name = "MAPPING")]
    mapping: Option<String>,
    /// The file: CSV, XLSX or JSON
    file: PathBuf,
    /// Read and report, write nothing
    #[arg(long)]
    dry_run: bool,
    /// The file holds the whole register: what it lacks is gone
    #[arg(long)]
    complete: bool,
    /// The authority own records belong to
    #[arg(long, value_name = "SLUG")]
    authority: Option<String>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Diff {
    /// The earlier edition
    before: PathBuf,
    /// The later edition
    after: PathBuf,
    /// Format or mapping; guessed from the columns when absent
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    /// A mapping: its name, or a YAML file of your own
    #[arg(long, value_name = "MAPPING")]
    mapping: Option<String>,
    /// Print the differences as JSON
    #[arg(long)]
    json: bool,
}

/// Remarks printed for a person; `--json` has them all.
const SHOWN: usize = 20;

pub(super) async fn run(register: Register, context: &Context) -> Result<()> {
    match register.action {
        Action::Import(import) => run_import(import, context).await,
        Action::Export(export) => register_export::run(export, context).await,
        Action::Runs { json } => register_runs::list(json, context).await,
        Action::Undo(undo) => register_runs::undo(&undo, context).await,
        Action::Diff(diff) => run_diff(&diff, context),
        Action::Formats { json } => formats(json, context),
    }
}

async fn run_import(import: Import, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let bytes = read(&import.file)?;
    let mut library = instance.library();
    let name = chosen(
        import.format.as_deref(),
        import.mapping.as_deref(),
        &mut library,
    )?;
    instance.read_with(library.clone());
    let mappings = import::mappings(&instance).await?;
    let mapping = import::mapping(&mappings, name.as_deref(), &bytes)?;
    let progress = spinner(import.json);
    let request = Request {
        file: file_name(&import.file),
        bytes: &bytes,
        mapping,
        is_dry_run: import.dry_run,
        is_complete: import.complete,
        authority: import.authority,
        language: context.language,
    };
    let imported = import::run(&instance, &request).await?.result;
    instance.store.clone().close().await?;
    progress.finish_and_clear();
    if import.json {
        return output::json(&imported);
    }
    output::line(&report(&imported, import.dry_run, &library, context))
}

/// A spinner on a terminal, nothing elsewhere.
fn spinner(is_silent: bool) -> ProgressBar {
    if is_silent {
        return ProgressBar::hidden();
    }
    let progress = ProgressBar::new_spinner();
    let style = ProgressStyle::with_template("{spinner} {elapsed}");
    progress.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    progress.enable_steady_tick(Duration::from_millis(120));
    progress
}

pub(super) fn report(
    imported: &Imported,
    is_dry_run: bool,
    library: &Library,
    context: &Context,
) -> String {
    let words = &library.words;
    let blanks = [
        ("read", imported.read.into()),
        ("imported", imported.imported.into()),
        ("updated", imported.updated.into()),
        ("unchanged", imported.unchanged.into()),
        ("refused", imported.refused.into()),
        ("gone", imported.gone.into()),
    ];
    let key = if is_dry_run {
        "import-dry-run"
    } else {
        "import-done"
    };
    let mut out = words.format(context.language, key, &blanks);
    if imported.inferred > 0 {
        let blanks = [("count", imported.inferred.into())];
        let line = words.format(context.language, "import-inferred", &blanks);
        out.push_str(&format!("\n{line}"));
    }
    for found in imported.reported.iter().take(SHOWN) {
        let blanks = [
            ("row", found.row.into()),
            ("column", found.column.clone().into()),
        ];
        let place = words.format(context.language, "import-place", &blanks);
        out.push_str(&format!("\n{place} {}\n    {}", found.problem, found.hint));
    }
    let more = imported.reported.len().saturating_sub(SHOWN);
    if more > 0 {
        out.push('\n');
        out.push_str(&words.format(context.language, "import-more", &[("count", more.into())]));
    }
    out
}

fn run_diff(arguments: &Diff, context: &Context) -> Result<()> {
    let overlay = Some(context.folder.as_path()).filter(|folder| folder.is_dir());
    let mut library = Arc::new(Library::open(overlay)?);
    let (before, after) = (read(&arguments.before)?, read(&arguments.after)?);
    let name = chosen(
        arguments.format.as_deref(),
        arguments.mapping.as_deref(),
        &mut library,
    )?;
    let mapping = import::mapping(&library.reference.mappings, name.as_deref(), &after)?;
    let (before, after) = (
        import::decode(&before, mapping)?,
        import::decode(&after, mapping)?,
    );
    let difference = diff(&before, &after, mapping);
    if arguments.json {
        return output::json(&difference);
    }
    let blanks = [
        ("added", difference.added.into()),
        ("removed", difference.removed.into()),
        ("changed", difference.changed.into()),
    ];
    output::line(&library.words.format(context.language, "diff-done", &blanks))?;
    for (column, count) in &difference.fields {
        output::line(&format!("  {column}: {count}"))?;
    }
    for change in difference.records.iter().take(SHOWN) {
        let key = format!(
            "diff-{}",
            serde_json::to_value(change.change)?.as_str().unwrap_or("")
        );
        let label = library.words.get(context.language, &key);
        output::line(&format!("  {label} {} — {}", change.key, change.name))?;
    }
    Ok(())
}

fn formats(as_json: bool, context: &Context) -> Result<()> {
    let overlay = Some(context.folder.as_path()).filter(|folder| folder.is_dir());
    let library = Library::open(overlay)?;
    let mappings = &library.reference.mappings;
    if as_json {
        let names: Vec<_> = mappings.keys().collect();
        return output::json(&names);
    }
    for mapping in mappings.values() {
        let title = mapping.title.plain(context.language);
        let key = match mapping.export {
            Some(_) => "formats-both",
            None => "formats-read",
        };
        let ways = library.words.get(context.language, key);
        output::line(&format!("{:<12} {title} ({ways})", mapping.id))?;
    }
    Ok(())
}

/// The name of the mapping asked for. A YAML file is read and added to those known.
pub(super) fn chosen(
    format: Option<&str>,
    mapping: Option<&str>,
    library: &mut Arc<Library>,
) -> Result<Option<String>> {
    let Some(wanted) = mapping else {
        return match format {
            Some("mapped") => {
                let remark = Remark::new("import-mapped").with("known", names(library));
                Err(complain(remark))
            }
            other => Ok(other.map(str::to_owned)),
        };
    };
    if !wanted.ends_with(".yaml") && !wanted.ends_with(".yml") {
        return Ok(Some(wanted.to_owned()));
    }
    let path = Path::new(wanted);
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.context("the mapping has no file name")?;
    let text = fs::read(path).with_context(|| format!("{wanted} cannot be read"))?;
    let mut tree = library.tree.clone();
    let place = format!("data/mappings/{stem}.yaml");
    tree.insert(place.clone(), text);
    *library = Arc::new(Library::read(tree));
    let faults: Vec<_> = library
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.file == place)
        .cloned()
        .collect();
    if !faults.is_empty() {
        let told = crate::pipeline::edition::told(library, domain::Language::En, &faults);
        bail!("{wanted} is not a valid mapping:\n{told}");
    }
    Ok(Some(stem))
}

fn names(library: &Library) -> String {
    let mappings = &library.reference.mappings;
    mappings
        .keys()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
