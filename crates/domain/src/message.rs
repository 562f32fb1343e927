use crate::Language;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageSubject {
    /// A question to a person.
    Question,
    /// A problem or an error on a record.
    Problem,
    /// A page that somebody cannot use.
    Accessibility,
}

/// Where its answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// Received.
    Received,
    /// Being looked at.
    Open,
    /// Answered.
    Closed,
}

/// A message from anybody. Private: its payload is erased at the end of its retention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Stable identifier.
    pub id: Uuid,
    /// The number given to the sender.
    pub tracking: String,
    /// Slug of the authority it is for.
    pub authority: String,
    /// What it is about.
    pub subject: MessageSubject,
    /// The page or the record it speaks of.
    #[serde(default)]
    pub about: Option<String>,
    /// The text, as written.
    pub body: String,
    /// An address to answer to, if the sender gave one.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// Language of the form.
    pub language: Language,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// Where its answer stands.
    pub state: MessageState,
}
