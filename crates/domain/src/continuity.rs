use crate::Text;
use serde::{Deserialize, Serialize};

/// What would happen to the public service if the tool of a use stopped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Continuity {
    /// Whether a service that must not be interrupted leans on it; `None` = nobody said.
    #[serde(default)]
    pub essential: Option<bool>,
    /// Whether people outside the authority meet its results; `None` = nobody said.
    #[serde(default)]
    pub public_facing: Option<bool>,
    /// The service that leans on it.
    #[serde(default)]
    pub service: Option<Text>,
    /// How the work is done without the tool.
    #[serde(default)]
    pub fallback: Option<Text>,
}
