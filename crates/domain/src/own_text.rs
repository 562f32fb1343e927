use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that an observatory wrote in its own words, in the browser. It lies over the file of the
/// same path, whether that file comes with the product or from the folder of the observatory; taken
/// out, it gives its place back to that file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnText {
    /// Stable identifier, derived from the path.
    pub id: Uuid,
    /// The file it stands for, such as `framework/report/fr/10-context.md`.
    pub path: String,
    /// The whole file, as that path would hold it.
    pub body: String,
}

/// Name space of the identifiers of texts.
const TEXTS: Uuid = Uuid::from_u128(0x2b64_90cd_5e1f_5b3a_9a47_0d6c_81f2_7e19);

impl OwnText {
    /// The text of a path.
    pub fn new(path: &str, body: String) -> Self {
        Self {
            id: Self::identifier(path),
            path: path.to_owned(),
            body,
        }
    }

    /// The identifier of a path.
    pub fn identifier(path: &str) -> Uuid {
        Uuid::new_v5(&TEXTS, path.as_bytes())
    }
}
