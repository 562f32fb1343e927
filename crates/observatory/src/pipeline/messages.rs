//! What people wrote: read, answered, and erased in time.

use super::casework::{Saved, saved};
use crate::complaint::complain;
use crate::identity::secret;
use crate::instance::{Instance, change};
use anyhow::{Context, Result};
use chrono::{DateTime, Duration, Utc};
use domain::{Message, MessageState, Remark};
use store::{Change, Record};
use uuid::Uuid;

pub mod word;

/// Kind of data of `data/retention.yaml` that messages are.
const KIND: &str = "contact_messages";

/// Every message that nobody erased, oldest first.
pub async fn all(instance: &Instance) -> Result<Vec<Record<Message>>> {
    let mut messages = instance.store.all::<Message>().await?;
    messages.retain(|record| !record.document.is_erased());
    messages.sort_by_key(|record| record.document.received_at);
    Ok(messages)
}

/// The messages for an authority, oldest first, those for every authority included.
pub async fn of(instance: &Instance, authority: &str) -> Result<Vec<Record<Message>>> {
    let mut messages = all(instance).await?;
    messages.retain(|record| is_for(&record.document, authority));
    Ok(messages)
}

fn is_for(message: &Message, authority: &str) -> bool {
    message.authority.is_empty() || message.authority == authority
}

/// A message by its number, whatever its case.
pub async fn find(instance: &Instance, tracking: &str) -> Result<Option<Record<Message>>> {
    let tracking = tracking.trim();
    let messages = all(instance).await?;
    let mut messages = messages.into_iter();
    Ok(messages.find(|record| record.document.tracking.eq_ignore_ascii_case(tracking)))
}

/// The message of a sender who gives its number and its word. A number that does not exist, a wrong
/// word and a message without word say the same.
pub async fn follow(instance: &Instance, tracking: &str, typed: &str) -> Result<Option<Message>> {
    let found = find(instance, tracking).await?;
    let found = found.map(|record| record.document);
    Ok(found.filter(|message| {
        let known = message.word_hash.as_deref();
        known.is_some_and(|known| secret::equal(known, &word::hash(message.id, typed)))
    }))
}

/// Writes a message as it was changed, unless somebody else wrote it in the meantime.
pub async fn save(
    instance: &Instance,
    changed: &Message,
    version: u32,
    change: &Change,
) -> Result<Saved> {
    saved(instance.store.put_expecting(changed, version, change).await)
}

/// Marks a message as finished.
pub async fn close(instance: &Instance, tracking: &str) -> Result<()> {
    let record = find(instance, tracking)
        .await?
        .ok_or_else(|| complain(Remark::new("no-such-message").with("tracking", tracking)))?;
    let message = Message {
        state: MessageState::Closed,
        ..record.document
    };
    instance.store.put(&message, &change("lead")).await?;
    Ok(())
}

/// Erases a message and every version it had. What was decided to be public stays, and nothing of
/// the sender.
pub async fn erase(instance: &Instance, message: &Message, change: &Change) -> Result<()> {
    instance.store.erase(message, change).await?;
    if let Some(left) = message.public_remainder() {
        instance.store.put(&left, change).await?;
    }
    Ok(())
}

/// Erases the messages closed for longer than the retention; how many there were. The journal says
/// that the rule did it, and nobody.
pub async fn purge(instance: &Instance, now: DateTime<Utc>) -> Result<usize> {
    let over = over(instance, now).await?;
    for record in &over {
        erase(instance, &record.document, &change("retention")).await?;
    }
    Ok(over.len())
}

/// The messages closed for longer than the retention.
pub async fn over(instance: &Instance, now: DateTime<Utc>) -> Result<Vec<Record<Message>>> {
    let limit = now - Duration::days(i64::from(retention_days(instance)?));
    let mut messages = all(instance).await?;
    messages.retain(|record| is_over(record, limit));
    Ok(messages)
}

/// How many days a message is kept once it is closed.
pub fn retention_days(instance: &Instance) -> Result<u32> {
    let library = instance.library();
    let retention = &library.reference.retention;
    let kept = retention.iter().find(|kept| kept.kind == KIND);
    kept.and_then(|kept| kept.days)
        .with_context(|| format!("data/retention.yaml says nothing of {KIND}"))
}

fn is_over(record: &Record<Message>, limit: DateTime<Utc>) -> bool {
    record.document.state == MessageState::Closed && record.changed_at < limit
}

/// The number given to a sender: the end of the identifier.
pub fn tracking(id: Uuid) -> String {
    let hex = id.simple().to_string();
    format!("M-{}", hex[hex.len() - 8..].to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_message_closed_long_ago_is_over() {
        let limit: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("an instant");
        let check = |state, days: i64, expected| {
            let message = Message {
                id: Uuid::nil(),
                tracking: String::new(),
                authority: String::new(),
                subject: domain::MessageSubject::Question,
                about: None,
                body: String::new(),
                reply_to: None,
                language: domain::Language::Fr,
                received_at: limit,
                state,
                word_hash: None,
                answer: None,
                record: None,
                public_summary: None,
            };
            let record = Record {
                document: message,
                version: 1,
                changed_at: limit + Duration::days(days),
            };
            assert_eq!(is_over(&record, limit), expected);
        };
        check(MessageState::Closed, -1, true);
        check(MessageState::Closed, 0, false);
        check(MessageState::Received, -900, false);
    }
}
