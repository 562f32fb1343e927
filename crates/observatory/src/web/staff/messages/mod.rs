//! What people wrote, for the lead: read, taken up, answered, told to everybody, closed, erased.

mod act;
mod list;
mod page;

use super::form::Faults;
use super::member::Inside;
use crate::pipeline::messages;
use crate::web::error::PageError;
use crate::web::server::App;
use axum::Router;
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use domain::people::Action;
use domain::{Message, MessageState};
use publish::Wording;
use std::collections::HashMap;
use std::sync::Arc;
use store::Record;

/// The addresses of messages.
pub(super) fn routes() -> Router<Arc<App>> {
    let at = |below: &str| format!("/{{lang}}/{{scope}}/messages{below}");
    Router::new()
        .route(&at(""), get(list::page))
        .route(&at("/purger"), post(list::purge))
        .route(&at("/{tracking}"), get(page::page))
        .route(&at("/{tracking}/prendre"), post(act::take_up))
        .route(&at("/{tracking}/repondre"), post(act::answer))
        .route(&at("/{tracking}/rattacher"), post(act::link))
        .route(&at("/{tracking}/resume"), post(act::summarise))
        .route(&at("/{tracking}/clore"), post(act::close))
        .route(&at("/{tracking}/effacer"), post(act::erase))
}

/// A message opened by the lead.
struct Letter {
    inside: Inside,
    record: Record<Message>,
}

impl Letter {
    /// Opens the message of an address. One for another authority does not exist here.
    async fn open(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
        if !inside.may(Action::AnswerMessages) {
            return Err((inside, PageError::Forbidden));
        }
        let tracking = path.get("tracking").map_or("", String::as_str);
        match read(&inside, tracking).await {
            Ok(Some(record)) => Ok(Self { inside, record }),
            Ok(None) => Err((inside, PageError::NotFound)),
            Err(error) => Err((inside, PageError::Internal(error))),
        }
    }

    fn message(&self) -> &Message {
        &self.record.document
    }

    fn w(&self) -> Wording<'_> {
        let visit = &self.inside.visit;
        visit.site.wording(visit.place.language)
    }

    /// The address of the message, or of something below it.
    fn address(&self, below: &str) -> String {
        let tracking = self.message().tracking.to_lowercase();
        let page = format!("messages/{tracking}{below}");
        self.inside.visit.place.page(&page)
    }

    fn check_version(&self, sent: &str, faults: &mut Faults) {
        if sent != self.record.version.to_string() {
            self.outdated(faults);
        }
    }

    fn outdated(&self, faults: &mut Faults) {
        faults.add("contenu", self.w().get("dossier-outdated"));
    }
}

async fn read(inside: &Inside, tracking: &str) -> anyhow::Result<Option<Record<Message>>> {
    let instance = &inside.visit.app.instance;
    let scope = &inside.visit.place.scope;
    let all = messages::of(instance, scope).await?;
    let mut all = all.into_iter();
    Ok(all.find(|record| record.document.tracking.eq_ignore_ascii_case(tracking)))
}

/// Where a message stands, in words.
fn state_key(message: &Message) -> &'static str {
    match message.state {
        MessageState::Received => "message-stands-received",
        MessageState::Open if message.is_answered() => "message-stands-answered",
        MessageState::Open => "message-stands-open",
        MessageState::Closed => "message-stands-closed",
    }
}

/// How long ago it arrived.
fn age(received_at: DateTime<Utc>, now: DateTime<Utc>, w: &Wording) -> String {
    let days = now.signed_duration_since(received_at).num_days().max(0);
    let days = usize::try_from(days).unwrap_or_default();
    w.format("message-age", &[("days", days.into())])
}
