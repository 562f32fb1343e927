//! The documents of another observatory. What is not known is left aside; what is missing is told.

use domain::Text;
use serde::Deserialize;
use serde_json::Value;

/// Its discovery document.
#[derive(Debug, Deserialize)]
pub(super) struct Discovery {
    pub(super) format: String,
    pub(super) site: String,
    pub(super) name: Text,
    #[serde(default)]
    pub(super) languages: Vec<String>,
    pub(super) api: ApiLinks,
    pub(super) licence: Licence,
    #[serde(default)]
    pub(super) attribution: Text,
}

#[derive(Debug, Deserialize)]
pub(super) struct ApiLinks {
    pub(super) root: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Licence {
    pub(super) id: String,
}

/// A page of a list.
#[derive(Debug, Deserialize)]
pub(super) struct Listed {
    pub(super) items: Vec<Value>,
    #[serde(default)]
    pub(super) next: Option<String>,
}

/// A page of changes.
#[derive(Debug, Deserialize)]
pub(super) struct Changes {
    pub(super) items: Vec<Value>,
    pub(super) cursor: String,
    pub(super) more: bool,
}

/// One change.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    pub(super) change: String,
    pub(super) id: uuid::Uuid,
    pub(super) uri: String,
    pub(super) at: chrono::DateTime<chrono::Utc>,
    #[serde(default)]
    pub(super) record: Option<Value>,
}
