use crate::{Language, Text};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a message is about. Always a use or a page, never a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageSubject {
    /// A question to a person.
    Question,
    /// A problem or an error on a record.
    Problem,
    /// Something went wrong in a use: an error that counted, a leak, a harm.
    Incident,
    /// A page that somebody cannot use.
    Accessibility,
}

impl MessageSubject {
    /// Every subject, in the order of the form.
    pub const ALL: [Self; 4] = [
        Self::Question,
        Self::Problem,
        Self::Incident,
        Self::Accessibility,
    ];

    /// The code written in forms and documents.
    pub fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Problem => "problem",
            Self::Incident => "incident",
            Self::Accessibility => "accessibility",
        }
    }

    /// The subject of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.code() == code)
    }
}

/// Where its answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// Received.
    Received,
    /// Being looked at.
    Open,
    /// Finished: answered, or nothing to answer.
    Closed,
}

impl MessageState {
    /// Every state, in the order of time.
    pub const ALL: [Self; 3] = [Self::Received, Self::Open, Self::Closed];

    /// The code written in documents.
    pub fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// A message from anybody. Private: its payload is erased at the end of its retention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Stable identifier.
    pub id: Uuid,
    /// The number given to the sender; empty once the message is erased.
    pub tracking: String,
    /// Slug of the authority it is for; empty when it is for all of them.
    pub authority: String,
    /// What it is about.
    pub subject: MessageSubject,
    /// The page or the record it speaks of, as the sender wrote it.
    #[serde(default)]
    pub about: Option<String>,
    /// The text, as written; empty once the message is erased.
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
    /// Hash of the word that lets the sender read the answer; `None` = no word was given.
    #[serde(default)]
    pub word_hash: Option<String>,
    /// What was answered.
    #[serde(default)]
    pub answer: Option<Answer>,
    /// Reference of the record it bears on, as the lead settled it.
    #[serde(default)]
    pub record: Option<String>,
    /// What everybody may read of it; `None` = nothing was decided to be public.
    #[serde(default)]
    pub public_summary: Option<PublicSummary>,
}

/// What was answered to a sender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The text.
    pub text: Text,
    /// The day.
    pub answered_on: NaiveDate,
}

/// What everybody may read of a message: a text of its own, never the words of the sender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicSummary {
    /// What was reported and what came of it.
    pub text: Text,
    /// The day it was decided to make it public.
    pub decided_on: NaiveDate,
}

/// A message as the public sees it, cut down: no number, no word, no text of the sender.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PublicReport {
    /// Slug of the authority it is for; empty when it is for all of them.
    #[serde(default)]
    pub authority: String,
    /// What it is about; `None` when that is not public.
    #[serde(default)]
    pub subject: Option<MessageSubject>,
    /// Reference of the record it bears on.
    #[serde(default)]
    pub record: Option<String>,
    /// What was decided to be public.
    pub public_summary: PublicSummary,
}

impl Message {
    /// Whether what the sender wrote was erased.
    pub fn is_erased(&self) -> bool {
        self.tracking.is_empty()
    }

    /// Whether somebody answered and nobody has closed it yet.
    pub fn is_answered(&self) -> bool {
        self.state != MessageState::Closed && self.answer.is_some()
    }

    /// Whether the sender still waits for an answer.
    pub fn is_unanswered(&self) -> bool {
        self.state != MessageState::Closed && self.answer.is_none()
    }

    /// What stays after the retention when a public summary was decided: the summary, what it bears
    /// on, and nothing of the sender. `None` when nothing was decided to be public.
    pub fn public_remainder(&self) -> Option<Self> {
        self.public_summary.as_ref()?;
        Some(Self {
            tracking: String::new(),
            about: None,
            body: String::new(),
            reply_to: None,
            word_hash: None,
            answer: None,
            state: MessageState::Closed,
            ..self.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A message written before answers, links and summaries existed.
    const OLD: &str = r#"{"id":"018f0000-0000-7000-8000-0000000000ab","tracking":"M-000000AB",
        "authority":"ville","subject":"problem","about":"VAL-006","body":"L’horaire est faux",
        "reply_to":null,"language":"fr","received_at":"2026-01-05T09:00:00Z","state":"received"}"#;

    #[test]
    fn a_message_of_an_earlier_version_still_reads() {
        let message: Message = serde_json::from_str(OLD).expect("it reads");
        assert_eq!(message.state, MessageState::Received);
        assert_eq!(message.body, "L’horaire est faux");
        assert_eq!(
            (&message.word_hash, &message.answer, &message.record),
            (&None, &None, &None)
        );
        assert_eq!(message.public_remainder(), None);
    }

    #[test]
    fn what_stays_after_the_retention_holds_nothing_of_the_sender() {
        let mut message: Message = serde_json::from_str(OLD).expect("it reads");
        message.reply_to = Some("camille@valmorel.example".to_owned());
        message.word_hash = Some("SECRET".to_owned());
        message.record = Some("VAL-006".to_owned());
        message.public_summary = Some(PublicSummary {
            text: Text::one("fr", "Horaire corrigé."),
            decided_on: NaiveDate::from_ymd_opt(2026, 1, 9).expect("a day"),
        });
        let left = message.public_remainder().expect("the summary stays");
        assert!(left.is_erased());
        let written = serde_json::to_string(&left).expect("a document");
        for word in ["camille", "SECRET", "L’horaire", "M-000000AB"] {
            assert!(!written.contains(word), "{word} is in {written}");
        }
        assert_eq!(left.record.as_deref(), Some("VAL-006"));
        assert_eq!(left.public_summary, message.public_summary);
    }

    #[test]
    fn codes_are_those_of_the_documents() {
        for subject in MessageSubject::ALL {
            let written = serde_json::to_value(subject).expect("a word");
            assert_eq!(written, subject.code());
            assert_eq!(MessageSubject::from_code(subject.code()), Some(subject));
        }
        for state in MessageState::ALL {
            let written = serde_json::to_value(state).expect("a word");
            assert_eq!(written, state.code());
        }
    }
}
