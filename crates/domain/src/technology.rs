//! What is known of a product over time: its versions, its terms, what appears in it unasked,
//! when it ends; and the sheets of the model and of the supplier behind it.

use crate::{Link, ModelClass, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A version of a tool or of a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductVersion {
    /// As its maker writes it.
    pub version: String,
    /// First day it ran for the authority, or was offered; `None` = not told.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// What changed with it, in words.
    #[serde(default)]
    pub change: Option<Text>,
    /// When this version ends, if its maker said so.
    #[serde(default)]
    pub end_of_life: Option<EndOfLife>,
}

/// A state of the terms of use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermsVersion {
    /// First day they apply; `None` = not told.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Where they are kept: best a copy, since the maker's own page moves on.
    pub terms: Link,
    /// What changed with them, in words.
    #[serde(default)]
    pub change: Option<Text>,
}

/// A feature of generative AI inside a product that was not chosen for it.
///
/// A bare text is read too, as the name of a feature of which nothing else is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenFeature")]
pub struct EmbeddedFeature {
    /// What it does.
    pub name: Text,
    /// First day it was there; `None` = not told.
    pub appeared_on: Option<NaiveDate>,
    /// Whether the authority asked for it; `None` = not told.
    pub asked: Option<bool>,
    /// Whether staff can use it today; `None` = not told.
    pub active: Option<bool>,
}

/// The two ways a feature is written.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenFeature {
    Whole(WholeFeature),
    Name(Text),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WholeFeature {
    name: Text,
    #[serde(default)]
    appeared_on: Option<NaiveDate>,
    #[serde(default)]
    asked: Option<bool>,
    #[serde(default)]
    active: Option<bool>,
}

impl From<WrittenFeature> for EmbeddedFeature {
    fn from(written: WrittenFeature) -> Self {
        match written {
            WrittenFeature::Whole(whole) => Self {
                name: whole.name,
                appeared_on: whole.appeared_on,
                asked: whole.asked,
                active: whole.active,
            },
            WrittenFeature::Name(name) => Self {
                name,
                appeared_on: None,
                asked: None,
                active: None,
            },
        }
    }
}

/// The day from which a product is no longer offered or maintained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndOfLife {
    /// First day without it.
    pub on: NaiveDate,
    /// The day it was announced, if known.
    #[serde(default)]
    pub announced_on: Option<NaiveDate>,
    /// Where it was announced.
    #[serde(default)]
    pub source: Option<Link>,
    /// What its maker offers in its place.
    #[serde(default)]
    pub replaced_by: Option<Text>,
}

/// Answers to a scored questionnaire about one tool, kept with the grid they answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridAnswers {
    /// Identifier of the questionnaire.
    pub grid: String,
    /// Its version when it was answered.
    pub version: String,
    /// The day it was answered, if known.
    #[serde(default)]
    pub answered_on: Option<NaiveDate>,
    /// The answers, in any order.
    #[serde(default)]
    pub answers: Vec<GridAnswer>,
}

/// An answer to one question of a grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridAnswer {
    /// Identifier of the question.
    pub question: String,
    /// Identifiers of the choices. Empty is an answer where several are allowed: nothing applies.
    #[serde(default)]
    pub choices: Vec<String>,
}

/// A model, whatever tools it is behind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelSheet {
    /// Stable identifier.
    pub id: Uuid,
    /// Short key used by tool sheets.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Key of the supplier that made it; `None` = not told.
    #[serde(default)]
    pub maker: Option<String>,
    /// Rough size.
    pub class: ModelClass,
    /// Whether its weights can be taken and run elsewhere; `None` = not told.
    #[serde(default)]
    pub open_weights: Option<bool>,
    /// Its licence, in words.
    #[serde(default)]
    pub licence: Option<Text>,
    /// Its versions, oldest first.
    #[serde(default)]
    pub versions: Vec<ProductVersion>,
    /// When the model ends altogether, if its maker said so.
    #[serde(default)]
    pub end_of_life: Option<EndOfLife>,
    /// The day the function in charge last checked this sheet; `None` = a proposal.
    #[serde(default)]
    pub reviewed_on: Option<NaiveDate>,
}

/// A company or body that supplies tools or makes models.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierSheet {
    /// Stable identifier.
    pub id: Uuid,
    /// Short key used by tool and model sheets.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// The company that controls it, if another does.
    #[serde(default)]
    pub parent: Option<Text>,
    /// Public identifier (SIREN…), if known.
    #[serde(default)]
    pub identifier: Option<String>,
    /// Whether it is a public body; `None` = not told.
    #[serde(default)]
    pub public_body: Option<bool>,
    /// Countries whose law reaches it, its parent's included, ISO 3166 codes; empty when not known.
    #[serde(default)]
    pub jurisdictions: Vec<String>,
    /// The day the function in charge last checked this sheet; `None` = a proposal.
    #[serde(default)]
    pub reviewed_on: Option<NaiveDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> EmbeddedFeature {
        serde_json::from_str(json).expect("a feature")
    }

    #[test]
    fn a_feature_is_a_name_or_a_whole() {
        let name = read(r#"{"fr": "Résumé", "en": "Summary"}"#);
        assert_eq!(name.name, Text::pair("Résumé", "Summary"));
        assert_eq!(
            (name.asked, name.active, name.appeared_on),
            (None, None, None)
        );
        let whole =
            read(r#"{"name": {"fr": "Résumé"}, "asked": false, "appeared_on": "2026-01-12"}"#);
        assert_eq!(whole.asked, Some(false));
        let written = serde_json::to_string(&whole).expect("a document");
        assert_eq!(read(&written), whole);
    }
}
