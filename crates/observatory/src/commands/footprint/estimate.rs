use super::input::{self, Input, Shape};
use super::say::Speaker;
use super::{Context, revision, threads};
use crate::commands::Told;
use ::footprint::{
    Answer, Batch, Extension, Method, Reading, RefusedRow, RequestReader, RowEstimates, Totals,
    answer,
};
use anyhow::Result;
use clap::Args;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;

/// Rows or lines held in memory at a time.
const BATCH: usize = 1 << 17;

#[derive(Args)]
pub(super) struct Estimate {
    /// Release of the tables, such as 0.11.3; without it, each line's own version, or the newest for CSV
    #[arg(long, value_name = "RELEASE")]
    revision: Option<String>,
    /// The requests: .jsonl or .csv, plain or .gz
    requests: PathBuf,
    /// The file to write; the terminal when absent
    impacts: Option<PathBuf>,
    /// Also estimate the tokens of the question, apart: a declared extension (JSONL only)
    #[arg(long)]
    input_tokens: bool,
    /// Threads to use; as many as cores when absent
    #[arg(long, value_name = "COUNT")]
    threads: Option<usize>,
    /// Say the coverage and the refused rows as JSON, on the error stream
    #[arg(long)]
    json: bool,
}

pub(super) fn run(estimate: &Estimate, context: &Context) -> Result<()> {
    if let Some(release) = &estimate.revision {
        revision(Some(release))?;
    }
    match Shape::of(&estimate.requests)? {
        Shape::Lines => lines(estimate, context),
        Shape::Columns => columns(estimate, context),
    }
}

fn columns(estimate: &Estimate, context: &Context) -> Result<()> {
    let path = &estimate.requests;
    let revision = revision(estimate.revision.as_deref())?;
    let mut estimates = RowEstimates::new(Method::embedded(), revision)?;
    let input = Input::open(path)?;
    let told = |error| input::told(path, error);
    let mut reader = RequestReader::new(input.reader).map_err(told)?;
    let mut out = input::output(estimate.impacts.as_ref())?;
    out.write_all(RowEstimates::header().as_bytes())?;
    let mut batch = Batch::default();
    let mut totals = Totals::default();
    let mut refused: Vec<RefusedRow> = Vec::new();
    loop {
        reader
            .read(&mut batch, BATCH, &mut estimates)
            .map_err(told)?;
        if batch.columns().rows() == 0 {
            break;
        }
        let (lines, found) = estimates.rows(batch.columns(), threads(estimate.threads))?;
        for lines in lines {
            out.write_all(&lines)?;
        }
        totals.merge(&found);
        refused.append(&mut batch.refused);
    }
    out.flush()?;
    input.progress.finish_and_clear();
    Speaker::new(context)?.coverage(
        revision.release(),
        totals.coverage(),
        &refused,
        estimate.json,
    )?;
    if refused.is_empty() {
        Ok(())
    } else {
        Err(Told.into())
    }
}

fn lines(estimate: &Estimate, context: &Context) -> Result<()> {
    let input = Input::open(&estimate.requests)?;
    let mut reader = BufReader::new(input.reader);
    let mut out = input::output(estimate.impacts.as_ref())?;
    let reading = Reading {
        release: estimate.revision.as_deref(),
        extension: estimate
            .input_tokens
            .then(|| Extension::embedded().items.first())
            .flatten(),
    };
    let mut speaker = Speaker::new(context)?;
    let mut line_number = 0_u64;
    loop {
        let batch = read_lines(&mut reader, BATCH)
            .map_err(|error| input::unreadable(&estimate.requests, &error))?;
        if batch.is_empty() {
            break;
        }
        for (answered, problem) in answers(&batch, reading, threads(estimate.threads)) {
            line_number += 1;
            if let Some(problem) = problem {
                speaker.unreadable_line(line_number, &problem);
            }
            out.write_all(&answered)?;
        }
    }
    out.flush()?;
    input.progress.finish_and_clear();
    if speaker.finish_lines() {
        Err(Told.into())
    } else {
        Ok(())
    }
}

/// An answer as a line, and why its request could not be read.
type Answered = (Vec<u8>, Option<String>);

fn answers(lines: &[String], reading: Reading<'_>, threads: usize) -> Vec<Answered> {
    let share = lines.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let workers: Vec<_> = lines
            .chunks(share)
            .map(|lines| {
                scope.spawn(move || lines.iter().map(|line| answered(line, reading)).collect())
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| -> Vec<Answered> {
                worker.join().expect("a thread that only computes ends")
            })
            .collect()
    })
}

fn answered(line: &str, reading: Reading<'_>) -> Answered {
    let (answer, problem) = match answer(line, Method::embedded(), reading) {
        Ok(answer) => (answer, None),
        Err(error) => (Answer::unreadable(&error), Some(error.to_string())),
    };
    let mut text = serde_json::to_vec(&answer).expect("an answer is made of texts and numbers");
    text.push(b'\n');
    (text, problem)
}

fn read_lines(reader: &mut impl BufRead, count: usize) -> std::io::Result<Vec<String>> {
    reader.lines().take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_line_that_is_no_request_keeps_its_place() {
        let lines = ["nonsense".to_owned(), String::new()];
        let answers = answers(&lines, Reading::default(), 2);
        assert_eq!(answers.len(), 2);
        for (line, problem) in answers {
            assert!(problem.is_some());
            assert!(String::from_utf8_lossy(&line).contains("not-a-request"));
        }
    }

    #[test]
    fn the_name_of_a_file_says_its_shape() {
        assert!(Shape::of(Path::new("a.jsonl.gz")).is_ok());
        assert!(Shape::of(Path::new("a.CSV")).is_ok());
        assert!(Shape::of(Path::new("a.xlsx")).is_err());
    }
}
