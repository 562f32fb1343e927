use crate::{
    DataKind, EmbeddedFeature, EndOfLife, Examination, GridAnswers, Hosting, Link, Modality,
    ModelClass, Money, ProductVersion, TermsVersion, Text, ToolStatus, TrainingReuse,
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
    /// Key of the sheet of that supplier; without it, the same name is the same supplier.
    #[serde(default)]
    pub supplier_key: Option<String>,
    /// The model behind it, as the supplier names it.
    #[serde(default)]
    pub model: Option<Text>,
    /// Keys of the sheets of the models behind it.
    #[serde(default)]
    pub model_keys: Vec<String>,
    /// Whether the supplier says which model it is; `None` = nobody asked.
    #[serde(default)]
    pub model_disclosed: Option<bool>,
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
    /// States of the terms over time, oldest first.
    #[serde(default)]
    pub terms_versions: Vec<TermsVersion>,
    /// Version the sheet describes.
    #[serde(default)]
    pub version: Option<String>,
    /// Versions over time, oldest first.
    #[serde(default)]
    pub versions: Vec<ProductVersion>,
    /// Features of generative AI that appeared in it, asked for or not.
    #[serde(default)]
    pub embedded_features: Vec<EmbeddedFeature>,
    /// When it ends, if its supplier said so.
    #[serde(default)]
    pub end_of_life: Option<EndOfLife>,
    /// What it takes to leave it.
    #[serde(default)]
    pub exit_plan: Option<Text>,
    /// Answers about what leaving it would cost.
    #[serde(default)]
    pub reversibility: Option<GridAnswers>,
    /// The day the function in charge last checked this sheet; `None` = a proposal.
    #[serde(default)]
    pub reviewed_on: Option<NaiveDate>,
    /// What was asked, thought and decided about it.
    #[serde(default, skip_serializing_if = "Examination::is_blank")]
    pub examination: Examination,
}
