use crate::aliases::{Alias, Aliases};
use crate::embedded;
use crate::revision::{FactorRow, Header, Revision, table};
use crate::source::Source;
use crate::table::{Row, TableError, TableErrors};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Every revision of the method that is kept, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    revisions: Vec<Revision>,
    sources: BTreeMap<String, Source>,
    aliases: Aliases,
}

impl Method {
    /// The method of a folder, or every fault of its tables.
    ///
    /// `file` gives the text of a path inside that folder, such as `revisions.json` or
    /// `0.11.3/models.csv`.
    pub fn read<'a>(file: impl Fn(&str) -> Option<&'a str>) -> Result<Self, TableErrors> {
        let mut errors = Vec::new();
        let headers: Vec<Header> = list("revisions.json", &file, &mut errors);
        let sources: BTreeMap<String, Source> = list("sources.json", &file, &mut errors)
            .into_iter()
            .map(|source: Source| (source.id.clone(), source))
            .collect();
        let factors = table("factors.csv", &file, &mut errors)
            .map(|table| table.collect(&mut errors, FactorRow::read))
            .unwrap_or_default();
        let revisions = headers
            .into_iter()
            .filter_map(|header| Revision::read(header, &file, &factors, &sources, &mut errors))
            .collect();
        let aliases = table("aliases.csv", &file, &mut errors)
            .map(|table| table.collect(&mut errors, Alias::read))
            .unwrap_or_default();
        if errors.is_empty() {
            Ok(Self {
                revisions,
                sources,
                aliases: Aliases(aliases),
            })
        } else {
            Err(TableErrors(errors))
        }
    }

    /// The method carried by this crate.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Method> =
            LazyLock::new(|| Method::read(embedded::file).expect("the embedded tables are tested"));
        &EMBEDDED
    }

    /// The revisions, oldest first.
    pub fn revisions(&self) -> &[Revision] {
        &self.revisions
    }

    /// The revision of a release name, such as `0.11.3`.
    pub fn revision(&self, release: &str) -> Option<&Revision> {
        self.revisions
            .iter()
            .find(|revision| revision.release() == release)
    }

    /// The newest revision; `None` if there is none at all.
    pub fn newest(&self) -> Option<&Revision> {
        self.revisions.last()
    }

    /// Other names of providers and models.
    pub fn aliases(&self) -> &Aliases {
        &self.aliases
    }

    /// Where factors come from, by name.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }
}

impl FactorRow {
    fn read(row: Row<'_>) -> Result<Self, TableError> {
        Ok(Self {
            name: row.text("factor")?.to_owned(),
            table: row.text("table")?.to_owned(),
            place: row.text("columns")?.to_owned(),
            unit: row.text("unit")?.to_owned(),
            source: row.text("source")?.to_owned(),
        })
    }
}

fn list<'a, T: DeserializeOwned>(
    path: &str,
    file: &impl Fn(&str) -> Option<&'a str>,
    errors: &mut Vec<TableError>,
) -> Vec<T> {
    let fault = |line, problem| TableError {
        file: path.to_owned(),
        line,
        problem,
    };
    let read = file(path)
        .ok_or_else(|| fault(None, "the file is missing: add it".to_owned()))
        .and_then(|text| {
            serde_json::from_str(text).map_err(|error| {
                let line = u64::try_from(error.line()).ok();
                fault(line, error.to_string())
            })
        });
    read.unwrap_or_else(|error| {
        errors.push(error);
        Vec::new()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Formula;

    #[test]
    fn every_factor_of_every_formula_has_a_source() {
        for revision in Method::embedded().revisions() {
            for formula in Formula::ALL {
                let is_video = formula.name().starts_with("video");
                if is_video && !revision.has_video()
                    || formula == Formula::Water && !revision.formulas().has_water()
                {
                    continue;
                }
                for factor in formula.factors(revision.formulas()) {
                    assert!(
                        revision.provenance(*factor).is_some(),
                        "{} {} {}",
                        revision.release(),
                        formula.name(),
                        factor.name()
                    );
                }
            }
        }
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let faulty = embedded::file("0.11.3/models.csv")
            .expect("embedded")
            .replacen(",57.0,", ",0,", 1)
            .replacen("model-arch-multimodal", "model-arch-odd", 1);
        let errors = Method::read(|path| match path {
            "0.11.3/models.csv" => Some(faulty.as_str()),
            "0.10.2/providers.csv" => None,
            other => embedded::file(other),
        })
        .expect_err("two files are faulty");
        let text = errors.to_string();
        assert!(text.contains("0.11.3/models.csv, line 2"), "{text}");
        assert!(
            text.contains("0.10.2/providers.csv: the file is missing"),
            "{text}"
        );
    }
}
