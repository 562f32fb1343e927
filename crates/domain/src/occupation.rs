//! What uses do to an occupation: by family, declared or measured, kept apart.

use crate::vocabulary::vocabulary;
use crate::{Text, WorkEffect};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use units::Quantity;

vocabulary! {
    /// Families of occupations: the six fields of local public action of the CNFPT's repertoire
    /// of territorial occupations (2019), and one for what it does not hold.
    OccupationFamily, "occupation_families" {
        /// Management, finance, law, HR, digital, communication.
        Resources = "resources",
        /// Social services and public health.
        SocialHealth = "social_health",
        /// Citizenship, education, culture and sport.
        Citizenship = "citizenship",
        /// Planning and sustainable development.
        Planning = "planning",
        /// Technical services and environment.
        Technical = "technical",
        /// Safety.
        Safety = "safety",
        /// Not in this repertoire.
        Other = "other",
    }
}

vocabulary! {
    /// How an effect is known.
    EffectOrigin, "effect_origins" {
        /// Those concerned, or their managers, said so.
        Declared = "declared",
        /// Counted or timed by a stated method.
        Measured = "measured",
    }
}

vocabulary! {
    /// Which way something went.
    FeltChange, "felt_changes" {
        /// For the worse.
        Worse = "worse",
        /// For some the better, for others the worse.
        Mixed = "mixed",
        /// Not at all.
        Same = "same",
        /// For the better.
        Better = "better",
        /// Not known.
        Unknown = "unknown",
    }
}

/// A change that those concerned feel, in one word and in theirs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Felt {
    /// In one word.
    pub change: FeltChange,
    /// In words.
    #[serde(default)]
    pub words: Option<Text>,
}

/// Who can use a tool, and who cannot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// Whether everybody of the occupation has it under the same conditions; `None` = nobody said.
    #[serde(default)]
    pub equal: Option<bool>,
    /// Who is left out, and why: a group, never a person.
    #[serde(default)]
    pub left_out: Option<Text>,
}

/// What a use does to one occupation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccupationEffect {
    /// Its family; `None` = nobody said.
    #[serde(default)]
    pub family: Option<OccupationFamily>,
    /// The occupation, in words.
    #[serde(default)]
    pub occupation: Option<Text>,
    /// How it is known.
    pub origin: EffectOrigin,
    /// How it was asked or measured.
    #[serde(default)]
    pub method: Option<Text>,
    /// When it was asked or measured.
    #[serde(default)]
    pub noted_on: Option<NaiveDate>,
    /// Persons who answered or were measured.
    #[serde(default)]
    pub respondents: Option<Quantity>,
    /// In one word.
    pub effect: WorkEffect,
    /// Minutes for one case, negative = saved, *checking time included*.
    #[serde(default)]
    pub minutes: Option<Quantity>,
    /// Minutes of checking for one case, already counted in `minutes`.
    #[serde(default)]
    pub checking: Option<Quantity>,
    /// Quality of the result.
    #[serde(default)]
    pub quality: Option<Felt>,
    /// Meaning of the work.
    #[serde(default)]
    pub meaning: Option<Felt>,
    /// Skills.
    #[serde(default)]
    pub skills: Option<Felt>,
    /// Who has it and who has not.
    #[serde(default)]
    pub access: Option<Access>,
}

/// What uses do to one family of occupations, in counts of readings: no record is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyEffect {
    /// The family; `None` gathers the readings of which nobody said it.
    pub family: Option<OccupationFamily>,
    /// Declared, or measured: never both.
    pub origin: EffectOrigin,
    /// A loss for those concerned: heavier, or poorer.
    pub negative: usize,
    /// Nothing changes, or the same work moves elsewhere.
    pub null: usize,
    /// An improvement: lighter, or richer.
    pub positive: usize,
    /// Nobody said.
    pub unknown: usize,
    /// Minutes a case, checking included, from the lowest low end to the highest high end, never
    /// a mean; none when nobody told minutes.
    pub minutes: Option<Quantity>,
    /// Readings without minutes.
    pub minutes_not_told: usize,
}
