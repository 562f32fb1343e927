use crate::Link;
use crate::law::Signatory;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a function answered to a question of the law, for one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawAnswer {
    /// The fact, such as `text_reviewed`.
    pub fact: String,
    /// The answer in the words of `data/law/facts/`: `yes`, `no`, a value of a list, a number or
    /// a day.
    pub value: String,
    /// The function that answered.
    pub by: Signatory,
    /// The day from which it counts.
    pub on: NaiveDate,
    /// What shows it.
    #[serde(default)]
    pub evidence: Option<Link>,
}

/// A duty that comes before a use, done for one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyDone {
    /// The rule, such as `rgpd/aipd`, or `local/<parameter>`.
    pub duty: String,
    /// The function that did it.
    pub by: Signatory,
    /// The day from which it counts.
    pub on: NaiveDate,
    /// The last day on which it counts; `None` = no end was set.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// What shows it.
    #[serde(default)]
    pub evidence: Option<Link>,
}
