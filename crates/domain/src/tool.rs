use crate::{
    DataKind, Hosting, Link, Modality, ModelClass, Money, Text, ToolStatus, TrainingReuse,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A tool the authority knows of, approved or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolSheet {
    /// Stable identifier.
    pub id: Uuid,
    /// Short key used by records.
    pub key: String,
    /// Name of the product.
    pub name: Text,
    /// Who supplies it.
    #[serde(default)]
    pub supplier: Option<Text>,
    /// The model behind it, as the supplier names it.
    #[serde(default)]
    pub model: Option<Text>,
    /// Rough size of that model.
    pub model_class: ModelClass,
    /// What it generates.
    #[serde(default)]
    pub modalities: Vec<Modality>,
    /// Kind of place where it runs.
    pub hosting: Hosting,
    /// Where it runs, in words.
    #[serde(default)]
    pub hosting_place: Option<Text>,
    /// Countries whose law reaches it, ISO 3166 codes; empty when not known.
    #[serde(default)]
    pub jurisdictions: Vec<String>,
    /// Kinds of data it may receive.
    #[serde(default)]
    pub data_allowed: Vec<DataKind>,
    /// Whether what is typed trains a model.
    pub training_reuse: TrainingReuse,
    /// Whether its code or its model weights are open; `None` = not told.
    #[serde(default)]
    pub open_source: Option<bool>,
    /// Where it stands with the authority.
    pub status: ToolStatus,
    /// Yearly cost, if known.
    #[serde(default)]
    pub yearly_cost: Option<Money>,
    /// Terms of use.
    #[serde(default)]
    pub terms: Option<Link>,
    /// Version the sheet describes.
    #[serde(default)]
    pub version: Option<String>,
    /// Features that appear in it unasked.
    #[serde(default)]
    pub embedded_features: Vec<Text>,
    /// What it takes to leave it.
    #[serde(default)]
    pub exit_plan: Option<Text>,
    /// The day the function in charge last checked this sheet; `None` = a proposal.
    #[serde(default)]
    pub reviewed_on: Option<NaiveDate>,
}
