use super::register_assessment::{self, Assessment};
use super::register_export::{self, Export};
use super::register_mappings::{self, Show};
use super::register_report::{Report, told};
use super::register_runs::{self, Undo};
use super::register_schema::{self, Schema};
use super::{Context, output};
use crate::complaint::complain;
use crate::instance::Library;
use crate::pipeline::import::{self, Body, Request};
use crate::pipeline::mappings;
use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use domain::{Language, Remark};
use indicatif::{ProgressBar, ProgressStyle};
use observe::register::{Format, diff};
use reference::Diagnostic;
use std::fs;
use std::io::ErrorKind;
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
    /// Print a mapping as a YAML file, to keep it or to write your own from it
    Mapping(Show),
    /// Join an impact assessment of the CNIL's tool to a record
    Assessment(Assessment),
    /// Write the Table Schema of French inventories as a repository for schema.data.gouv.fr
    Schema(Schema),
}

#[derive(Args)]
struct Import {
    /// Format: atrs, eurocities, fr, nl, pstw, us-2024, mapped, or the name of a mapping; guessed from the columns when absent
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    /// A mapping: its name, or a YAML file of your own
    #[arg(long, value_name = "MAPPING")]
    mapping: Option<String>,
    /// The file: CSV, XLSX, ODS or JSON
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
    /// Who publishes the register, when it is not the one that the format names
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Country of that body, two letters; that of the format when absent
    #[arg(long, value_name = "CODE", requires = "publisher")]
    country: Option<String>,
    /// Licence of its file; not known when absent
    #[arg(long, value_name = "LICENCE", requires = "publisher")]
    licence: Option<String>,
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

/// Differences printed for a person; `--json` has them all.
const SHOWN: usize = 20;

pub(super) async fn run(register: Register, context: &Context) -> Result<()> {
    match register.action {
        Action::Import(import) => run_import(import, context).await,
        Action::Export(export) => register_export::run(export, context).await,
        Action::Runs { json } => register_runs::list(json, context).await,
        Action::Undo(undo) => register_runs::undo(&undo, context).await,
        Action::Diff(diff) => run_diff(&diff, context),
        Action::Formats { json } => register_mappings::list(json, context).await,
        Action::Mapping(show) => register_mappings::show(&show, context).await,
        Action::Assessment(assessment) => register_assessment::run(&assessment, context).await,
        Action::Schema(schema) => register_schema::run(schema, context).await,
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
        context.language,
    )?;
    instance.read_with(library.clone());
    let mappings = mappings::known(&instance).await?;
    let preferred = mappings::preferred(&instance).await?;
    let chosen = mappings::chosen(&mappings, name.as_deref(), &bytes, &preferred)?;
    let progress = spinner(import.json);
    let request = Request {
        file: file_name(&import.file),
        bytes: &bytes,
        mapping: chosen.mapping,
        is_dry_run: import.dry_run,
        is_complete: import.complete,
        authority: import.authority,
        body: import.publisher.map(|name| Body {
            name,
            country: import.country,
            licence: import.licence,
        }),
        language: context.language,
    };
    let done = import::run(&instance, &request).await;
    instance.store.clone().close().await?;
    progress.finish_and_clear();
    let done = done?;
    let report = Report {
        imported: &done.result,
        mapping: &chosen.mapping.id,
        guessed: chosen.is_guessed,
        also_fits: chosen.also.iter().map(|other| other.id.as_str()).collect(),
        preview: done.preview.as_ref(),
    };
    if import.json {
        return output::json(&report);
    }
    output::line(&told(&report, &library, context.language))
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

fn run_diff(arguments: &Diff, context: &Context) -> Result<()> {
    let overlay = Some(context.folder.as_path()).filter(|folder| folder.is_dir());
    let mut library = Arc::new(Library::open(overlay)?);
    let (before, after) = (read(&arguments.before)?, read(&arguments.after)?);
    let name = chosen(
        arguments.format.as_deref(),
        arguments.mapping.as_deref(),
        &mut library,
        context.language,
    )?;
    let mappings = &library.reference.mappings;
    let mapping = mappings::chosen(mappings, name.as_deref(), &after, &[])?.mapping;
    let (before, after) = (
        import::decode(&before, mapping)?,
        import::decode(&after, mapping)?,
    );
    for table in [&before, &after] {
        if let Some(fault) = Format::of(mapping, table).check_key(table) {
            return Err(complain(fault));
        }
    }
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

/// The name of the mapping asked for. A YAML file is read and added to those known.
pub(super) fn chosen(
    format: Option<&str>,
    mapping: Option<&str>,
    library: &mut Arc<Library>,
    language: Language,
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
    let text = read(path)?;
    let mut tree = library.tree.clone();
    let place = format!("data/mappings/{stem}.yaml");
    tree.insert(place.clone(), text);
    *library = Arc::new(Library::read(tree));
    let faults = library.diagnostics.iter();
    let faults = faults.filter(|fault| fault.file == place);
    let faults: Vec<_> = faults
        .map(|fault| Diagnostic {
            file: wanted.to_owned(),
            ..fault.clone()
        })
        .collect();
    if !faults.is_empty() {
        let told = crate::pipeline::edition::told(library, language, &faults);
        bail!("{}", told.trim_end());
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

pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| {
        let key = match error.kind() {
            ErrorKind::NotFound => "file-not-there",
            _ => "file-not-read",
        };
        let remark = Remark::new(key).with("file", path.display());
        complain(remark.with("detail", error))
    })
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
