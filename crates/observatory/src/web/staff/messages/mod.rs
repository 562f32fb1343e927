//! What people wrote, for the lead: read, taken up, answered, told to everybody, closed, erased.
//! The functions that must act at once read the incidents too.

mod act;
mod list;
mod page;

use super::form::Faults;
use super::member::Inside;
use super::space::{Line, List};
use crate::clock;
use crate::pipeline::messages;
use crate::web::error::PageError;
use crate::web::server::App;
use axum::Router;
use axum::routing::{get, post};
use chrono::{DateTime, Duration, Utc};
use domain::people::{Action, FUNCTIONS_OF_INCIDENTS};
use domain::{Message, MessageState, MessageSubject};
use publish::Wording;
use std::collections::HashMap;
use std::sync::Arc;
use store::Record;

/// How long there is to notify a breach of personal data (GDPR, article 33).
const NOTIFIED_WITHIN: Duration = Duration::hours(72);

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

/// A message opened by the lead, or an incident by a function of incidents.
struct Letter {
    inside: Inside,
    record: Record<Message>,
}

impl Letter {
    /// Opens the message of an address to work on it. One for another authority does not exist
    /// here.
    async fn open(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
        match inside.may(Action::AnswerMessages) {
            true => Self::find(inside, path).await,
            false => Err((inside, PageError::Forbidden)),
        }
    }

    /// Opens it to read it. Whoever reads incidents alone finds no other message.
    async fn open_to_read(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
        if inside.may(Action::AnswerMessages) {
            return Self::find(inside, path).await;
        }
        if !reads_incidents(&inside) {
            return Err((inside, PageError::Forbidden));
        }
        let letter = Self::find(inside, path).await?;
        match letter.message().subject {
            MessageSubject::Incident => Ok(letter),
            _ => Err((letter.inside, PageError::NotFound)),
        }
    }

    async fn find(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
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
        format!("{}{below}", address(&self.inside, self.message()))
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

/// Whether the person holds a function that reads incidents.
fn reads_incidents(inside: &Inside) -> bool {
    let functions = inside.account.functions_in(&inside.visit.place.scope);
    let mut of_incidents = FUNCTIONS_OF_INCIDENTS.iter();
    inside.may(Action::ReadIncidents) && of_incidents.any(|known| functions.contains(known))
}

/// Incidents that are not closed, for the functions that read them; the lead has every message.
pub(super) async fn incidents(inside: &Inside, w: &Wording<'_>) -> anyhow::Result<Option<List>> {
    if !reads_incidents(inside) {
        return Ok(None);
    }
    let visit = &inside.visit;
    let all = messages::of(&visit.app.instance, &visit.place.scope).await?;
    let open = all.iter().map(|record| &record.document).filter(|message| {
        message.subject == MessageSubject::Incident && message.state != MessageState::Closed
    });
    let now = clock::now();
    let lines: Vec<_> = open
        .map(|message| Line {
            url: address(inside, message),
            reference: message.tracking.clone(),
            name: w.get(state_key(message)),
            when: Some((age(message.received_at, now, w), is_urgent(message, now))),
        })
        .collect();
    Ok((!lines.is_empty()).then(|| List::titled("incidents", lines, w)))
}

/// Whether an incident that nobody took up is older than the time to notify a breach.
fn is_urgent(message: &Message, now: DateTime<Utc>) -> bool {
    let is_old = now.signed_duration_since(message.received_at) > NOTIFIED_WITHIN;
    message.state == MessageState::Received && is_old
}

/// The page of a message.
fn address(inside: &Inside, message: &Message) -> String {
    let tracking = message.tracking.to_lowercase();
    inside.visit.place.page(&format!("messages/{tracking}"))
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
