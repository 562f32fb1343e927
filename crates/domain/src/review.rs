use crate::{Function, Language, Outcome, Publication, PublicationLevel, Sense, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What one function thinks of a use case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// Who speaks.
    pub function: Function,
    /// For or against.
    pub sense: Sense,
    /// The wording the public reads.
    #[serde(default)]
    pub public_wording: Option<Text>,
    /// The working note; never leaves the authority.
    #[serde(default)]
    pub internal_note: Option<Text>,
    /// What must hold for the opinion to hold.
    #[serde(default)]
    pub conditions: Vec<Text>,
    /// The day it was given, if known.
    #[serde(default)]
    pub given_on: Option<NaiveDate>,
    /// The version of the record it was given on, if known.
    #[serde(default)]
    pub on_version: Option<u32>,
    /// How much of it leaves the authority with the record; everything that may when absent.
    #[serde(default)]
    pub publication: Option<Publication>,
}

/// A decision somebody answers for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What was decided.
    pub outcome: Outcome,
    /// When.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
    /// The function that decided; `None` is shown as not told.
    #[serde(default)]
    pub decided_by: Option<Text>,
    /// The version of the record decided on.
    #[serde(default)]
    pub on_version: Option<u32>,
    /// Why, in words the public reads; asked for when an opinion against is not followed.
    #[serde(default)]
    pub reason: Option<Text>,
    /// The act (deliberation, order, minutes).
    #[serde(default)]
    pub act: Option<Text>,
    /// What must hold.
    #[serde(default)]
    pub conditions: Vec<Text>,
    /// When it must be looked at again.
    #[serde(default)]
    pub review_on: Option<NaiveDate>,
    /// The sign at which the use is stopped.
    #[serde(default)]
    pub stop_criterion: Option<Text>,
    /// Set when the use has changed since: the decision no longer holds.
    #[serde(default)]
    pub voided: Option<Voided>,
}

/// Why a decision no longer holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voided {
    /// The day.
    pub on: NaiveDate,
    /// Fields of the record that changed since the decision, by their names in the document.
    #[serde(default)]
    pub changed: Vec<String>,
}

/// Functions asked for their opinion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRequest {
    /// Since when.
    pub asked_on: NaiveDate,
    /// Until when an opinion is awaited, if a date was set.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// Who must speak before a decision.
    #[serde(default)]
    pub required: Vec<Function>,
}

/// Why and when a use ended or was interrupted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The reason, in the words of the service.
    pub reason: Text,
    /// When, if known.
    #[serde(default)]
    pub stopped_on: Option<NaiveDate>,
}

impl Opinion {
    /// How much of it leaves the authority, when its record is published.
    pub fn level(&self) -> PublicationLevel {
        let publication = self.publication.as_ref();
        publication.map_or(PublicationLevel::Public, |publication| publication.level)
    }

    /// The public wording for a reader, if there is one.
    pub fn wording(&self, language: Language) -> Option<(&str, &str)> {
        self.public_wording.as_ref()?.best(language)
    }
}
