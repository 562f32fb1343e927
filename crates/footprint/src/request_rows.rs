//! Requests as rows of CSV, read in batches of columns.

use crate::columns::{Columns, PROVIDER_ZONE, UNKNOWN};
use crate::error::EstimateError;
use crate::resolve::ModelName;
use csv::ByteRecord;
use std::collections::HashMap;
use std::io::Read;

/// The columns every file of requests has, in any order.
const COLUMNS: [&str; 5] = ["provider", "model", "output_tokens", "latency_s", "zone"];

/// The day of the request, ISO: may be absent.
const DATE: &str = "date";

/// A column of requests, as messages name it.
pub type Column = &'static str;

/// Why a row has no place among the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowProblem {
    /// The number of tokens is not a number of zero or more.
    Tokens,
    /// The number of tokens has decimals or is above 4,294,967,295.
    TokensTooLarge,
    /// The latency is neither empty nor a number of zero or more.
    Latency,
    /// The day is not of the form 2026-11-24.
    Date,
    /// The row has not as many columns as the first one, or is not UTF-8.
    Shape,
}

/// A row that was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefusedRow {
    /// Line of the file, from 1.
    pub line: u64,
    /// The column at fault.
    pub column: Column,
    /// What is wrong with it.
    pub problem: RowProblem,
}

/// Why a file of requests cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum RequestsError {
    /// A column is missing from the first line.
    #[error("the first line has no column « {0} »")]
    MissingColumn(Column),
    /// The file cannot be read.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// The models have no place among the columns.
    #[error(transparent)]
    Models(#[from] EstimateError),
}

/// Reads requests from CSV.
#[derive(Debug)]
pub struct RequestReader<R> {
    reader: csv::Reader<R>,
    positions: [usize; COLUMNS.len()],
    date: Option<usize>,
    record: ByteRecord,
    models: HashMap<Vec<u8>, u16>,
    zones: HashMap<Vec<u8>, u16>,
    name: Vec<u8>,
}

/// Says which keys stand for names.
pub trait Keys {
    /// The key of a model, [`UNKNOWN`] if there is none.
    fn model_key(&mut self, name: ModelName<'_>) -> Result<u16, EstimateError>;

    /// The key of an electricity zone, [`UNKNOWN`] if there is none.
    fn zone_key(&self, code: &str) -> u16;
}

/// Requests in columns, and what could not become one.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    model: Vec<u16>,
    zone: Vec<u16>,
    output_tokens: Vec<u32>,
    latency_s: Vec<f64>,
    /// The rows refused; each keeps its place among the columns, as an unknown model.
    pub refused: Vec<RefusedRow>,
}

impl Batch {
    /// The requests, in the order of the file.
    pub fn columns(&self) -> Columns<'_> {
        Columns {
            model: &self.model,
            zone: &self.zone,
            output_tokens: &self.output_tokens,
            latency_s: &self.latency_s,
        }
    }

    fn clear(&mut self) {
        self.model.clear();
        self.zone.clear();
        self.output_tokens.clear();
        self.latency_s.clear();
        self.refused.clear();
    }

    fn push(&mut self, model: u16, zone: u16, output_tokens: u32, latency_s: f64) {
        self.model.push(model);
        self.zone.push(zone);
        self.output_tokens.push(output_tokens);
        self.latency_s.push(latency_s);
    }
}

impl<R: Read> RequestReader<R> {
    /// Reads the first line; fails when a column is missing.
    pub fn new(file: R) -> Result<Self, RequestsError> {
        let mut reader = csv::Reader::from_reader(file);
        let headers = reader.byte_headers()?.clone();
        let position = |name: &str| {
            headers.iter().position(|header| {
                // A spreadsheet may write a byte order mark before the first name.
                header.strip_prefix(b"\xef\xbb\xbf").unwrap_or(header) == name.as_bytes()
            })
        };
        let mut positions = [0; COLUMNS.len()];
        for (place, name) in positions.iter_mut().zip(COLUMNS) {
            *place = position(name).ok_or(RequestsError::MissingColumn(name))?;
        }
        Ok(Self {
            reader,
            positions,
            date: position(DATE),
            record: ByteRecord::new(),
            models: HashMap::new(),
            zones: HashMap::new(),
            name: Vec::new(),
        })
    }

    /// Fills a batch with at most so many rows; it stays empty at the end of the file.
    pub fn read(
        &mut self,
        batch: &mut Batch,
        rows: usize,
        keys: &mut impl Keys,
    ) -> Result<(), RequestsError> {
        batch.clear();
        while batch.model.len() < rows {
            match self.reader.read_byte_record(&mut self.record) {
                Ok(false) => break,
                Ok(true) => {}
                Err(error) if matches!(error.kind(), csv::ErrorKind::UnequalLengths { .. }) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    refuse(batch, line, "provider", RowProblem::Shape);
                    continue;
                }
                Err(error) => return Err(error.into()),
            }
            match self.row(keys)? {
                Ok((model, zone, tokens, latency)) => batch.push(model, zone, tokens, latency),
                Err((column, problem)) => {
                    let line = self.record.position().map_or(0, csv::Position::line);
                    refuse(batch, line, column, problem);
                }
            }
        }
        Ok(())
    }

    fn row(&mut self, keys: &mut impl Keys) -> Result<ReadRow, EstimateError> {
        let field = |column: usize| &self.record[self.positions[column]];
        let tokens = match tokens(field(2)) {
            Ok(tokens) => tokens,
            Err(problem) => return Ok(Err((COLUMNS[2], problem))),
        };
        let Some(latency) = latency(field(3)) else {
            return Ok(Err((COLUMNS[3], RowProblem::Latency)));
        };
        let date = self.date.map_or(&b""[..], |column| &self.record[column]);
        if !(date.is_empty() || is_date(date)) {
            return Ok(Err((DATE, RowProblem::Date)));
        }
        self.name.clear();
        for part in [field(0), b"\0", field(1), b"\0", date] {
            self.name.extend_from_slice(part);
        }
        let model = match self.models.get(&self.name) {
            Some(key) => *key,
            None => {
                let [provider, model, date] = [field(0), field(1), date].map(std::str::from_utf8);
                let (Ok(provider), Ok(model), Ok(date)) = (provider, model, date) else {
                    return Ok(Err((COLUMNS[1], RowProblem::Shape)));
                };
                let key = keys.model_key(ModelName {
                    provider,
                    model,
                    date: Some(date).filter(|date| !date.is_empty()),
                })?;
                self.models.insert(self.name.clone(), key);
                key
            }
        };
        let zone = match field(4) {
            b"" => PROVIDER_ZONE,
            code => match self.zones.get(code) {
                Some(key) => *key,
                None => {
                    let key = std::str::from_utf8(code).map_or(UNKNOWN, |code| keys.zone_key(code));
                    self.zones.insert(code.to_vec(), key);
                    key
                }
            },
        };
        Ok(Ok((model, zone, tokens, latency)))
    }
}

/// Model, zone, tokens and latency of a row, or what is wrong with it.
type ReadRow = Result<(u16, u16, u32, f64), (Column, RowProblem)>;

fn refuse(batch: &mut Batch, line: u64, column: Column, problem: RowProblem) {
    batch.push(UNKNOWN, UNKNOWN, 0, f64::NAN);
    batch.refused.push(RefusedRow {
        line,
        column,
        problem,
    });
}

fn tokens(field: &[u8]) -> Result<u32, RowProblem> {
    let text = text(field).ok_or(RowProblem::Tokens)?;
    if let Ok(tokens) = text.parse::<u32>() {
        return Ok(tokens);
    }
    match text.parse::<f64>() {
        // Some tools write whole numbers with a decimal point.
        Ok(number) if number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0 => {
            Ok(number as u32)
        }
        Ok(number) if number >= 0.0 && number.is_finite() => Err(RowProblem::TokensTooLarge),
        _ => Err(RowProblem::Tokens),
    }
}

/// Seconds; NaN when the field is empty, `None` when it is not a latency.
fn latency(field: &[u8]) -> Option<f64> {
    let text = text(field)?;
    if text.is_empty() {
        return Some(f64::NAN);
    }
    text.parse().ok().filter(|seconds| *seconds >= 0.0)
}

fn text(field: &[u8]) -> Option<&str> {
    std::str::from_utf8(field).ok().map(str::trim)
}

/// Whether the field has the form 2026-11-24.
fn is_date(field: &[u8]) -> bool {
    field.len() == 10
        && field.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One model and one zone.
    struct One;

    impl Keys for One {
        fn model_key(&mut self, name: ModelName<'_>) -> Result<u16, EstimateError> {
            Ok(if name.model == "known" { 3 } else { UNKNOWN })
        }

        fn zone_key(&self, code: &str) -> u16 {
            if code == "FRA" { 5 } else { UNKNOWN }
        }
    }

    fn batch(file: &str) -> Result<Batch, RequestsError> {
        let mut batch = Batch::default();
        RequestReader::new(file.as_bytes())?.read(&mut batch, 1000, &mut One)?;
        Ok(batch)
    }

    #[test]
    fn rows_become_columns_whatever_the_order_of_the_fields() {
        let read = batch(
            "\u{feff}zone,provider,latency_s,output_tokens,model,more\n\
             FRA,p,1.5,400,known,x\n\
             ,p,,12.0,other,x\n\
             NOWHERE,p,0,0,known,x\n",
        )
        .expect("the columns are there");
        let columns = read.columns();
        assert_eq!(columns.model, [3, UNKNOWN, 3]);
        assert_eq!(columns.zone, [5, PROVIDER_ZONE, UNKNOWN]);
        assert_eq!(columns.output_tokens, [400, 12, 0]);
        assert_eq!(columns.latency_s[0], 1.5);
        assert!(columns.latency_s[1].is_nan());
        assert_eq!(read.refused, []);
    }

    #[test]
    fn refused_rows_keep_their_place_and_say_why() {
        let read = batch(
            "provider,model,output_tokens,latency_s,zone,date\n\
             p,known,-1,,,\n\
             p,known,1.5,,,\n\
             p,known,1,-2,,\n\
             p,known,1,nan,,\n\
             p,known,1,,,yesterday\n\
             p,known\n\
             p,known,1,,FRA,2026-11-24\n",
        )
        .expect("the columns are there");
        let found: Vec<_> = read
            .refused
            .iter()
            .map(|refused| (refused.line, refused.column, refused.problem))
            .collect();
        assert_eq!(
            found,
            [
                (2, "output_tokens", RowProblem::Tokens),
                (3, "output_tokens", RowProblem::TokensTooLarge),
                (4, "latency_s", RowProblem::Latency),
                (5, "latency_s", RowProblem::Latency),
                (6, "date", RowProblem::Date),
                (7, "provider", RowProblem::Shape),
            ]
        );
        assert_eq!(read.columns().rows(), 7);
        assert_eq!(read.columns().model[6], 3);
    }

    #[test]
    fn a_missing_column_is_named() {
        let error = batch("provider,model,output_tokens,latency_s\n").expect_err("no zone");
        assert!(matches!(error, RequestsError::MissingColumn("zone")));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(?s).{0,200}") {
            let _ = batch(&format!("provider,model,output_tokens,latency_s,zone\n{text}"));
        }
    }
}
