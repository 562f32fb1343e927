//! Files of requests, plain or compressed, with their progress.

use crate::complaint::complain;
use ::footprint::{Column, RefusedRow, RequestsError, RowProblem};
use anyhow::Result;
use domain::Remark;
use flate2::read::MultiGzDecoder;
use indicatif::{ProgressBar, ProgressStyle};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// How a file of requests is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A line of JSON for each request.
    Lines,
    /// CSV.
    Columns,
}

impl Shape {
    /// The shape that the name of a file announces.
    pub(super) fn of(path: &Path) -> Result<Self> {
        let name = path.to_string_lossy().to_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        if name.ends_with(".csv") {
            Ok(Self::Columns)
        } else if [".jsonl", ".ndjson", ".json"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            Ok(Self::Lines)
        } else {
            let remark = Remark::new("footprint-shape").with("file", path.display().to_string());
            Err(complain(remark))
        }
    }
}

/// A file to read, and the bar that follows it.
pub(super) struct Input {
    pub(super) reader: Box<dyn Read>,
    pub(super) progress: ProgressBar,
}

impl Input {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let told = |error| unreadable(path, &error);
        let file = File::open(path).map_err(told)?;
        let length = file.metadata().map_err(told)?.len();
        let progress = bar(length);
        let followed = BufReader::with_capacity(1 << 20, progress.wrap_read(file));
        let is_compressed = path.extension().is_some_and(|end| end == "gz");
        let reader: Box<dyn Read> = if is_compressed {
            Box::new(MultiGzDecoder::new(followed))
        } else {
            Box::new(followed)
        };
        Ok(Self { reader, progress })
    }
}

/// Where answers go: a file, or the terminal.
pub(super) fn output(path: Option<&PathBuf>) -> Result<Box<dyn Write>> {
    let writer: Box<dyn Write> = match path {
        Some(path) => Box::new(File::create(path).map_err(|error| {
            let remark = Remark::new("footprint-unwritable")
                .with("file", path.display().to_string())
                .with("error", error.to_string());
            complain(remark)
        })?),
        None => Box::new(std::io::stdout().lock()),
    };
    Ok(Box::new(BufWriter::with_capacity(1 << 20, writer)))
}

/// What went wrong with a file of requests, for a person.
pub(super) fn told(path: &Path, error: RequestsError) -> anyhow::Error {
    match error {
        RequestsError::MissingColumn(column) => complain(
            Remark::new("footprint-column-missing")
                .with("file", path.display().to_string())
                .with("column", column),
        ),
        RequestsError::Csv(error) => unreadable(path, &error),
        RequestsError::Models(error) => {
            complain(Remark::new("footprint-too-many-models").with("error", error.to_string()))
        }
    }
}

/// The message of a refused row, without its file.
pub(super) fn refusal(row: &RefusedRow) -> Remark {
    let key = match row.problem {
        RowProblem::Tokens => "footprint-row-tokens",
        RowProblem::TokensTooLarge => "footprint-row-tokens-too-large",
        RowProblem::Latency => "footprint-row-latency",
        RowProblem::Date => "footprint-row-date",
        RowProblem::Shape => "footprint-row-shape",
    };
    let column: Column = row.column;
    Remark::new(key)
        .with("line", row.line.to_string())
        .with("column", column)
}

pub(super) fn unreadable(path: &Path, error: &dyn std::error::Error) -> anyhow::Error {
    complain(
        Remark::new("footprint-unreadable")
            .with("file", path.display().to_string())
            .with("error", error.to_string()),
    )
}

/// Bytes read so far, on a terminal.
fn bar(length: u64) -> ProgressBar {
    let progress = ProgressBar::new(length);
    let template = "{bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
    let style = ProgressStyle::with_template(template);
    progress.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    progress
}
