use super::table::SourceTable;
use domain::{CommonField, Remark};
use reference::Mapping;

/// A format: a mapping, and the hooks it needs.
pub struct Format<'a> {
    /// Where fields come from.
    pub mapping: &'a Mapping,
    hooks: &'static dyn Hooks,
}

/// What a mapping cannot say.
pub trait Hooks {
    /// Looks at the headers before any row is read.
    fn check_headers(&self, _headers: &[String]) -> Vec<Remark> {
        Vec::new()
    }

    /// Cleans a value of the source on its way to a field.
    fn clean(&self, _field: CommonField, value: &str) -> String {
        value.trim().to_owned()
    }
}

/// Nothing more than the mapping.
struct Plain;

/// The US federal inventory of 2024: nine headers are the same and told apart by position, so
/// the number of columns is checked before anything is believed.
struct UsFederal2024;

/// The Dutch register as its public scraper writes it: « Onbekend » means that nobody answered.
struct DutchScraper;

const US_2024_COLUMNS: usize = 62;

impl Hooks for Plain {}

impl Hooks for UsFederal2024 {
    fn check_headers(&self, headers: &[String]) -> Vec<Remark> {
        if headers.len() == US_2024_COLUMNS {
            return Vec::new();
        }
        let remark = Remark::new("file-other-width")
            .with("expected", US_2024_COLUMNS)
            .with("found", headers.len());
        vec![remark]
    }

    fn clean(&self, _field: CommonField, value: &str) -> String {
        // Placeholders that some agencies typed instead of leaving the cell empty.
        let value = value.trim();
        let is_placeholder = [
            "Data not reported by submitter",
            "Outputs were not documented",
        ]
        .iter()
        .any(|start| value.starts_with(start));
        if is_placeholder {
            String::new()
        } else {
            value.to_owned()
        }
    }
}

impl Hooks for DutchScraper {
    fn clean(&self, field: CommonField, value: &str) -> String {
        let value = value.trim();
        let is_unanswered = field == CommonField::ImpactAssessments
            && ["onbekend", "geen"].contains(&value.to_lowercase().as_str());
        if is_unanswered {
            String::new()
        } else {
            value.to_owned()
        }
    }
}

impl<'a> Format<'a> {
    /// The format of a mapping, with the hooks known for it.
    pub fn new(mapping: &'a Mapping) -> Self {
        let hooks: &'static dyn Hooks = match mapping.id.as_str() {
            "us-2024" => &UsFederal2024,
            "nl" => &DutchScraper,
            _ => &Plain,
        };
        Self { mapping, hooks }
    }

    pub(crate) fn hooks(&self) -> &dyn Hooks {
        self.hooks
    }

    /// Everything about the headers that a reader of the report should know: columns that the
    /// mapping names and the file lacks, first of all.
    pub fn check_headers(&self, table: &SourceTable) -> Vec<Remark> {
        let mut remarks = self.hooks.check_headers(&table.headers);
        for column in self.columns() {
            if table.position(column).is_none() {
                remarks.push(Remark::new("file-missing-column").with("column", column));
            }
        }
        remarks
    }

    fn columns(&self) -> impl Iterator<Item = &str> {
        let fields = self.mapping.fields.values().flat_map(|rule| rule.columns());
        fields.chain(&self.mapping.key).map(String::as_str)
    }
}

/// The mapping whose columns are all in the file, the one that names most of them.
pub fn detect<'a>(
    table: &SourceTable,
    mappings: impl Iterator<Item = &'a Mapping>,
) -> Option<&'a Mapping> {
    mappings
        .filter_map(|mapping| {
            let format = Format::new(mapping);
            let known = format.columns().count();
            let complete = format
                .columns()
                .all(|column| table.position(column).is_some());
            (complete && known > 0).then_some((known, mapping))
        })
        .max_by_key(|(known, _)| *known)
        .map(|(_, mapping)| mapping)
}
