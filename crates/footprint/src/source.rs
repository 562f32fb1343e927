use crate::revision::{Certainty, Text};
use serde::Deserialize;

/// Where a factor comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short name used in the tables.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// Who publishes it; empty for the request itself.
    pub publisher: String,
    /// Address; empty when there is none.
    pub url: String,
    /// SPDX identifier, `None` when it was not checked.
    pub licence: Option<String>,
    /// How well the origin is known.
    pub certainty: Certainty,
}
