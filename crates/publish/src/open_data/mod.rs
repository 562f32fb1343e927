//! The register and its numbers as files anybody can take, and the files that describe them.
//!
//! Start with [`Dataset`]: what the files of a scope are made from. [`OpenFile`] is the closed
//! list of them.

mod about;
mod catalogue;
mod citation;
mod csv;
mod dataset;
mod footprint;
mod history;
mod linked;
mod numbers;
mod package;
mod page_files;
mod parquet;
mod plain;
mod rdf;
mod register;
mod research;
mod schema;
mod security;
mod vocabulary;

pub use about::About;
pub use csv::chart_csv;
pub use dataset::{Dataset, Download, Offered, OpenFile};
pub use page_files::PageFile;
pub(crate) use plain::Plain;
pub(crate) use register::drop_unfilled;
pub use register::record_json;
pub use security::security_txt;

/// SPDX identifier of the licence of the data.
pub(crate) const LICENCE: &str = "etalab-2.0";
/// Where the licence is named.
pub(crate) const LICENCE_URL: &str = "https://spdx.org/licenses/etalab-2.0";

/// A JSON value as a file: indented, with a last line break.
fn pretty(value: &serde_json::Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
