//! What people wrote: read, answered, and erased in time.

use crate::clock;
use crate::complaint::complain;
use crate::instance::{Instance, change};
use anyhow::{Context, Result};
use chrono::{DateTime, Duration, Utc};
use domain::{Message, MessageState, Remark};
use store::Record;

/// Kind of data of `data/retention.yaml` that messages are.
const KIND: &str = "contact_messages";

/// Every message, oldest first.
pub async fn all(instance: &Instance) -> Result<Vec<Record<Message>>> {
    let mut messages = instance.store.all::<Message>().await?;
    messages.sort_by_key(|record| record.document.received_at);
    Ok(messages)
}

/// Marks a message as answered.
pub async fn close(instance: &Instance, tracking: &str) -> Result<()> {
    let messages = all(instance).await?;
    let record = messages
        .into_iter()
        .find(|record| record.document.tracking.eq_ignore_ascii_case(tracking))
        .ok_or_else(|| complain(Remark::new("no-such-message").with("tracking", tracking)))?;
    let message = Message {
        state: MessageState::Closed,
        ..record.document
    };
    instance.store.put(&message, &change("lead")).await?;
    Ok(())
}

/// Erases the messages closed for longer than the retention; how many there were.
pub async fn purge(instance: &Instance) -> Result<usize> {
    let retention = &instance.library.reference.retention;
    let days = retention
        .iter()
        .find(|kept| kept.kind == KIND)
        .and_then(|kept| kept.days)
        .with_context(|| format!("data/retention.yaml says nothing of {KIND}"))?;
    let limit = clock::now() - Duration::days(i64::from(days));
    let mut erased = 0;
    for record in all(instance).await? {
        if is_over(&record, limit) {
            instance
                .store
                .erase(&record.document, &change("lead"))
                .await?;
            erased += 1;
        }
    }
    Ok(erased)
}

fn is_over(record: &Record<Message>, limit: DateTime<Utc>) -> bool {
    record.document.state == MessageState::Closed && record.changed_at < limit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_message_closed_long_ago_is_over() {
        let limit: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("an instant");
        let check = |state, days: i64, expected| {
            let message = Message {
                id: uuid::Uuid::nil(),
                tracking: String::new(),
                authority: String::new(),
                subject: domain::MessageSubject::Question,
                about: None,
                body: String::new(),
                reply_to: None,
                language: domain::Language::Fr,
                received_at: limit,
                state,
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
