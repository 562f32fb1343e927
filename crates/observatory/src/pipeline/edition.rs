//! From the snapshot to the files of an edition.

use crate::complaint::complain;
use crate::instance::Library;
use anyhow::{Context, Result, bail};
use domain::{Edition, EditionFile, Language, Remark};
use publish::open_data::{Dataset, Offered, OpenFile};
use publish::report::{self, Report};
use publish::{Dashboard, Numbers, Scope, Snapshot, sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Writes the files of an edition below a folder. The same snapshot gives the same bytes.
///
/// Without the address of a site, records are named by their identifier and there is no catalogue.
pub fn build(
    library: &Library,
    snapshot: &Snapshot,
    scope: Scope,
    number: Option<u32>,
    public_url: Option<&str>,
    out: &Path,
) -> Result<(Edition, Vec<EditionFile>)> {
    let numbers = Numbers::count(snapshot, scope);
    let mut files = Vec::new();
    let mut edition = None;
    for language in Language::ALL {
        let dashboard = Dashboard {
            snapshot,
            scope,
            numbers: &numbers,
            wording: library.wording(language),
        };
        let chosen = choose(&dashboard, number)?;
        let (report, errors) = Report::write(&library.tree, &dashboard, &chosen);
        if !errors.is_empty() {
            bail!("{}", told(library, language, &errors));
        }
        let pdf = report::pdf(&library.tree, &dashboard, &report)?;
        let name = match language {
            Language::Fr => "rapport-fr.pdf",
            Language::En => "report-en.pdf",
        };
        files.push(write(out, name, &pdf, Some(language))?);
        edition = Some(chosen);
    }
    let dataset = Dataset {
        snapshot,
        scope,
        numbers: &numbers,
        wording: library.wording(Language::default()),
        public_url,
        offered: Offered::Edition,
    };
    for file in OpenFile::ALL {
        if file.needs_address() && public_url.is_none() {
            continue;
        }
        let name = format!("donnees/{}", file.name());
        files.push(write(out, &name, &dataset.write(file), None)?);
    }
    Ok((edition.context("no language was built")?, files))
}

/// The edition of a number, the latest one, or the first when none is recorded.
pub fn choose(dashboard: &Dashboard, number: Option<u32>) -> Result<Edition> {
    let mut editions = dashboard.snapshot.editions_of(dashboard.scope);
    match number {
        Some(number) => editions
            .find(|edition| edition.number == number)
            .cloned()
            .ok_or_else(|| complain(Remark::new("no-such-edition").with("number", number))),
        None => Ok(editions
            .next()
            .cloned()
            .unwrap_or_else(|| report::first_edition(dashboard))),
    }
}

/// Mistakes in the texts, one a line with the advice below.
pub fn told(
    library: &Library,
    language: Language,
    diagnostics: &[reference::Diagnostic],
) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let problem = library.words.remark(language, &diagnostic.remark);
        let hint = library.words.hint(language, &diagnostic.remark);
        let place = match diagnostic.line {
            0 => diagnostic.file.clone(),
            line => format!("{}:{line}", diagnostic.file),
        };
        let _ = writeln!(out, "{place}: {problem}");
        if !hint.is_empty() {
            let _ = writeln!(out, "    {hint}");
        }
    }
    out
}

fn write(out: &Path, name: &str, bytes: &[u8], language: Option<Language>) -> Result<EditionFile> {
    let path = out.join(name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)
            .with_context(|| format!("{} cannot be created", parent.display()))?;
    }
    fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(EditionFile {
        path: name.to_owned(),
        bytes: bytes.len() as u64,
        sha256: sha256(bytes),
        language,
    })
}
