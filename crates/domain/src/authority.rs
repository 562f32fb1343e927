use crate::{AuthorityKind, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A public body that observes its own uses. One instance may serve several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Stable identifier.
    pub id: Uuid,
    /// Name in addresses: lower-case letters, digits and hyphens.
    pub slug: String,
    /// Name as written on pages.
    pub name: Text,
    /// How a sentence names it: « la métropole », "the metropolis".
    pub common_name: Text,
    /// What it is.
    pub kind: AuthorityKind,
    /// IANA time zone in which its instants are shown, such as `Europe/Paris`.
    pub time_zone: String,
    /// Persons employed, if known.
    #[serde(default)]
    pub staff: Option<u32>,
    /// Inhabitants, if known.
    #[serde(default)]
    pub population: Option<u32>,
    /// Prefix of human references: `VAL` gives VAL-001.
    pub reference_prefix: String,
    /// The function that answers for publication (legal notice), never a name.
    #[serde(default)]
    pub publisher_role: Option<Text>,
    /// Who hosts the site (legal notice).
    #[serde(default)]
    pub host: Option<Text>,
    /// How to reach the observatory: an address or a telephone number of the service.
    #[serde(default)]
    pub contact: Option<Text>,
    /// The act that protects those who declare a use; without it no page promises anything.
    #[serde(default)]
    pub no_sanction_act: Option<Text>,
    /// Whether one person holds every function here; decided by the number of staff when absent.
    #[serde(default)]
    pub small: Option<bool>,
    /// Whether everything about it is invented for demonstration.
    #[serde(default)]
    pub fictional: bool,
}

impl Authority {
    /// Whether there are some and each is invented, as in the demonstration.
    pub fn are_all_invented(authorities: &[Self]) -> bool {
        !authorities.is_empty() && authorities.iter().all(|known| known.fictional)
    }

    /// Whether a few persons do everything: it says so, or fewer than `staff_below` work there.
    /// A number of staff that nobody told is not a small one.
    pub fn is_small(&self, staff_below: u32) -> bool {
        self.small
            .unwrap_or_else(|| self.staff.is_some_and(|staff| staff < staff_below))
    }
}

/// A department of one or several authorities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Stable identifier.
    pub id: Uuid,
    /// Short key used by records, such as `hr`.
    pub key: String,
    /// Name as written on pages.
    pub name: Text,
    /// The authorities it works for, by slug: more than one when it is shared.
    pub authorities: Vec<String>,
    /// Persons employed, if known.
    #[serde(default)]
    pub staff: Option<u32>,
    /// The day on which they were counted, if known.
    #[serde(default)]
    pub staff_counted_on: Option<NaiveDate>,
    /// Whether it was written in the browser: a file of the folder no longer says what it is.
    #[serde(default)]
    pub edited: bool,
}
