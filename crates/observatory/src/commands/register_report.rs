//! What an import did, or would do, told to a person or to a machine.

use crate::instance::Library;
use crate::pipeline::import;
use domain::{CommonField, Imported, Language};
use observe::register::Preview;
use publish::{Wording, Words};
use serde::Serialize;
use std::fmt::Write as _;

/// Remarks printed for a person; `--json` has them all.
const REMARKS: usize = 20;
/// Longest text of the first record printed, in characters.
const VALUE_MAX: usize = 160;

/// Counts of an import, with the mapping that read the file.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    pub(super) imported: &'a Imported,
    /// Name of the mapping.
    pub(super) mapping: &'a str,
    /// Whether the columns pointed at it, and nobody named it.
    pub(super) guessed: bool,
    /// Others that the columns point at as well.
    pub(super) also_fits: Vec<&'a str>,
    /// How full each field gets; only when nothing is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) preview: Option<&'a Preview>,
}

/// The report in words.
pub(super) fn told(report: &Report, library: &Library, language: Language) -> String {
    let words = &library.words;
    let imported = report.imported;
    let mut out = counts(imported, report.preview.is_some(), words, language);
    let mut line = |text: String| {
        out.push('\n');
        out.push_str(&text);
    };
    line(read_with(report, words, language));
    let wording = Wording {
        words,
        reference: &library.reference,
        language,
    };
    if let Some(changed) = import::changed_by_field(imported, &wording) {
        line(changed);
    }
    if imported.inferred > 0 {
        let blanks = [("count", imported.inferred.into())];
        line(words.format(language, "import-inferred", &blanks));
    }
    for found in import::first(&imported.reported, REMARKS) {
        let blanks = [
            ("row", found.row.into()),
            ("others", found.count.saturating_sub(1).into()),
            ("column", found.column.clone().into()),
        ];
        let place = words.format(language, "import-place", &blanks);
        line(format!("{place} {}\n    {}", found.problem, found.hint));
    }
    let more = imported.reported.len().saturating_sub(REMARKS);
    if more > 0 {
        line(words.format(language, "import-more", &[("count", more.into())]));
    }
    if let Some(preview) = report.preview {
        line(previewed(preview, library, language));
    }
    out
}

/// One line of counts.
pub(super) fn counts(
    imported: &Imported,
    is_dry_run: bool,
    words: &Words,
    language: Language,
) -> String {
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
    words.format(language, key, &blanks)
}

fn read_with(report: &Report, words: &Words, language: Language) -> String {
    let key = match (report.guessed, report.also_fits.is_empty()) {
        (false, _) => "import-read-with",
        (true, true) => "import-guessed",
        (true, false) => "import-guessed-among",
    };
    let blanks = [
        ("mapping", report.mapping.into()),
        ("others", report.also_fits.join(", ").into()),
    ];
    words.format(language, key, &blanks)
}

fn previewed(preview: &Preview, library: &Library, language: Language) -> String {
    let words = &library.words;
    let wording = Wording {
        words,
        reference: &library.reference,
        language,
    };
    let label = |field: CommonField| wording.label("common_fields", field.code());
    let mut out = words.get(language, "import-preview-fields");
    for fill in &preview.fields {
        let _ = write!(
            out,
            "\n  {} ({}) {}/{}",
            label(fill.field),
            fill.field.code(),
            fill.filled,
            preview.rows
        );
        if !fill.examples.is_empty() {
            let _ = write!(out, " — {}", fill.examples.join(" · "));
        }
    }
    if !preview.unnamed.is_empty() {
        let blanks = [("columns", preview.unnamed.join(", ").into())];
        let _ = write!(
            out,
            "\n{}",
            words.format(language, "import-preview-unnamed", &blanks)
        );
    }
    let Some(first) = &preview.first else {
        return out;
    };
    let blanks = [("row", first.row.into())];
    let _ = write!(
        out,
        "\n{}",
        words.format(language, "import-preview-first", &blanks)
    );
    for (field, value) in &first.fields {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = value.chars().take(VALUE_MAX).collect();
        let cut = if short.len() < value.len() { "…" } else { "" };
        let _ = write!(out, "\n  {} — {short}{cut}", label(*field));
        if *field == CommonField::LifecycleStatus
            && let Some(state) = first.lifecycle
        {
            let _ = write!(
                out,
                " → {}",
                wording.label(domain::Lifecycle::VOCABULARY, state.code())
            );
        }
    }
    out
}
