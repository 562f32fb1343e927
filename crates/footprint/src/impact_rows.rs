//! Impacts as rows of CSV.

use crate::columns::UNKNOWN;
use crate::columns::{ColumnError, Columns, IMPACT_COLUMNS, ImpactColumns};
use crate::error::EstimateError;
use crate::kernel::Kernel;
use crate::method::Method;
use crate::request_rows::Keys;
use crate::resolve::{Carry, Found, ModelName};
use crate::revision::Revision;
use crate::totals::Totals;
use std::collections::BTreeMap;

/// Estimates rows of requests under one revision.
#[derive(Debug, Clone)]
pub struct RowEstimates<'m> {
    method: &'m Method,
    revision: &'m Revision,
    kernel: Kernel<'m>,
    /// Keys of the rows of other tables, by release, provider and model.
    foreign: BTreeMap<(&'m str, &'m str, &'m str), u16>,
}

impl<'m> RowEstimates<'m> {
    /// Makes a revision of the method ready; fails if a model's provider has no data centre.
    pub fn new(method: &'m Method, revision: &'m Revision) -> Result<Self, EstimateError> {
        Ok(Self {
            method,
            revision,
            kernel: Kernel::new(revision)?,
            foreign: BTreeMap::new(),
        })
    }

    /// The first line of a file of impacts.
    pub fn header() -> String {
        let mut line = IMPACT_COLUMNS.join(",");
        line.push('\n');
        line
    }

    /// A line of CSV for each request and the totals of all of them, on a number of threads.
    ///
    /// A number is the shortest decimal that reads back to the same bits; `nan` where the model,
    /// the zone or the indicator is unknown.
    pub fn rows(
        &self,
        requests: Columns<'_>,
        threads: usize,
    ) -> Result<(Vec<Vec<u8>>, Totals), ColumnError> {
        let share = requests.rows().div_ceil(threads.max(1)).max(1);
        let totals = Totals::of(&self.kernel, requests, threads)?;
        let lines = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..requests.rows())
                .step_by(share)
                .map(|start| {
                    let end = (start + share).min(requests.rows());
                    let requests = requests.slice(start..end);
                    scope.spawn(move || self.lines(requests))
                })
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().expect("a thread that only computes ends"))
                .collect::<Result<Vec<_>, _>>()
        })?;
        Ok((lines, totals))
    }

    fn lines(&self, requests: Columns<'_>) -> Result<Vec<u8>, ColumnError> {
        let rows = requests.rows();
        let mut columns: [Vec<f64>; 10] = std::array::from_fn(|_| vec![0.0; rows]);
        let borrowed = columns.each_mut().map(Vec::as_mut_slice);
        self.kernel
            .impacts(requests, &mut ImpactColumns::new(borrowed))?;
        let mut lines = Vec::with_capacity(rows * 128);
        for row in 0..rows {
            // Every figure of a row without electricity is unknown, its energy too.
            for (place, column) in columns.iter().enumerate() {
                if place > 0 {
                    lines.push(b',');
                }
                write_number(&mut lines, column[row]);
            }
            lines.push(b'\n');
        }
        Ok(lines)
    }
}

impl Keys for RowEstimates<'_> {
    fn model_key(&mut self, name: ModelName<'_>) -> Result<u16, EstimateError> {
        let resolved = self.method.resolve(name, self.revision, Carry::Never);
        let Some(resolved) = resolved else {
            return Ok(UNKNOWN);
        };
        let (provider, model) = (&resolved.model.provider, &resolved.model.name);
        if resolved.found != Found::Dated {
            let key = self.revision.model_key(provider, model);
            return Ok(key.unwrap_or(UNKNOWN));
        }
        let row = (resolved.table.release(), provider.as_str(), model.as_str());
        if let Some(key) = self.foreign.get(&row) {
            return Ok(*key);
        }
        let key = match self.kernel.add(resolved.model) {
            // A provider of those tables without a data centre in these.
            Err(EstimateError::UnknownModel | EstimateError::UnknownZone) => UNKNOWN,
            other => other?,
        };
        self.foreign.insert(row, key);
        Ok(key)
    }

    fn zone_key(&self, code: &str) -> u16 {
        self.revision.zone_key(code).unwrap_or(UNKNOWN)
    }
}

fn write_number(line: &mut Vec<u8>, number: f64) {
    if number.is_nan() {
        line.extend_from_slice(b"nan");
    } else {
        serde_json::to_writer(line, &number).expect("memory takes every number");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Batch, Request, RequestReader, estimate};

    #[test]
    fn every_line_has_the_bits_of_its_request() {
        let method = Method::embedded();
        let file = "provider,model,output_tokens,latency_s,zone,date\n\
             openai,gpt-4o,400,,FRA,\n\
             azure,gpt-4o,400,1.25,,\n\
             openai,gpt-9,400,,FRA,\n\
             openai,gpt-4o,400,,ATLANTIS,\n\
             mistralai,mistral-large-latest,400,,FRA,2025-09-01\n";
        let revision = method.newest().expect("there are revisions");
        let mut estimates = RowEstimates::new(method, revision).expect("the tables are whole");
        let mut batch = Batch::default();
        RequestReader::new(file.as_bytes())
            .and_then(|mut reader| reader.read(&mut batch, 10, &mut estimates))
            .expect("the file is right");
        let (lines, totals) = estimates.rows(batch.columns(), 2).expect("equal lengths");
        let text = String::from_utf8(lines.concat()).expect("numbers");
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        let expected = |latency_s, zone| {
            let request = Request {
                provider: "openai",
                model: "gpt-4o",
                output_tokens: 400.0,
                latency_s,
                zone,
            };
            estimate(&request, revision).expect("it is known").total
        };
        for (line, total) in [
            (0, expected(None, Some("FRA"))),
            (1, expected(Some(1.25), None)),
        ] {
            let read = |column: usize| lines[line][column].parse::<f64>().expect("a number");
            assert_eq!(read(0), total.energy.min());
            assert_eq!(read(5), total.adpe.max());
        }
        assert_eq!(lines[2], ["nan"; 10]);
        assert_eq!(lines[3], ["nan"; 10]);
        // In 2025 the name stood for a model of 123 billion parameters, then for one of 675.
        let then = lines[4][0].parse::<f64>().expect("a number");
        let name = ModelName {
            provider: "mistralai",
            model: "mistral-large-latest",
            date: None,
        };
        let now = method.resolve(name, revision, Carry::Never).expect("known");
        assert_eq!(now.model.total.max(), 675.0);
        assert!(then > 0.0);
        assert_eq!(totals.coverage().unresolved_requests, 2);
    }
}
