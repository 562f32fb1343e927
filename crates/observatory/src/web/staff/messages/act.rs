//! What the lead does with a message. Nothing is sent: the sender comes back to read.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::written::names;
use super::Letter;
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::pipeline::messages;
use crate::web::error::PageError;
use crate::web::visit::redirect;
use axum::extract::Path;
use axum::response::Response;
use domain::{Answer, Message, MessageState, PublicSummary, Text, UseCase};
use std::collections::HashMap;

/// Longest answer, in characters.
const ANSWER_MAX: usize = 5_000;
/// Longest public summary: it is read in a list.
const SUMMARY_MAX: usize = 600;

type Paths = Path<HashMap<String, String>>;

/// Somebody looks at it.
pub(super) async fn take_up(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (letter, form) = match open(inside, &path, &body).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let message = Message {
        state: MessageState::Open,
        ..letter.message().clone()
    };
    letter.write(&form, Faults::default(), message, "").await
}

/// It is finished.
pub(super) async fn close(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (letter, form) = match open(inside, &path, &body).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let message = Message {
        state: MessageState::Closed,
        ..letter.message().clone()
    };
    letter.write(&form, Faults::default(), message, "").await
}

/// The answer that the sender will read.
pub(super) async fn answer(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (letter, form) = match open(inside, &path, &body).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let w = letter.w();
    let mut faults = Faults::default();
    let typed = form.one("reponse").trim();
    if typed.is_empty() {
        faults.add("reponse", w.get("message-no-answer"));
    }
    letter.check_length("reponse", typed, ANSWER_MAX, &mut faults);
    if let Some(people) = letter.people(&form, &["reponse"], &faults) {
        return letter.show(&form, faults, Some(people));
    }
    let known = letter.message().answer.as_ref().map(|answer| &answer.text);
    let text = with_language(known, w.language.tag(), typed);
    let state = match letter.message().state {
        MessageState::Received => MessageState::Open,
        state => state,
    };
    let message = Message {
        state,
        answer: text.map(|text| Answer {
            text,
            answered_on: letter.inside.visit.site.snapshot.built_on,
        }),
        ..letter.message().clone()
    };
    letter.write(&form, faults, message, "#reponse").await
}

/// The record it bears on.
pub(super) async fn link(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (letter, form) = match open(inside, &path, &body).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let mut faults = Faults::default();
    let record = match letter.record_of(form.one("fiche").trim()).await {
        Ok(record) => record,
        Err(error) => return letter.inside.answer(Err(PageError::Internal(error))),
    };
    if record.is_none() && form.filled("fiche").is_some() {
        faults.add("fiche", letter.w().get("message-no-such-record"));
    }
    let message = Message {
        record,
        ..letter.message().clone()
    };
    letter.write(&form, faults, message, "#fiche").await
}

/// What everybody may read of it, or nothing any more.
pub(super) async fn summarise(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (letter, form) = match open(inside, &path, &body).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let w = letter.w();
    let mut faults = Faults::default();
    let typed = form.one("resume").trim();
    letter.check_length("resume", typed, SUMMARY_MAX, &mut faults);
    if let Some(people) = letter.people(&form, &["resume"], &faults) {
        return letter.show(&form, faults, Some(people));
    }
    let known = letter.message().public_summary.as_ref();
    let text = with_language(known.map(|known| &known.text), w.language.tag(), typed);
    let today = letter.inside.visit.site.snapshot.built_on;
    let decided_on = known.map_or(today, |known| known.decided_on);
    let message = Message {
        public_summary: text.map(|text| PublicSummary { text, decided_on }),
        ..letter.message().clone()
    };
    letter.write(&form, faults, message, "#resume").await
}

/// Every version of it is erased; what was decided to be public stays.
pub(super) async fn erase(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (letter, form) = match open(inside, &path, &body).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let w = letter.w();
    let mut faults = Faults::default();
    if letter.message().state != MessageState::Closed {
        faults.add("effacer", w.get("message-erase-closed-only"));
    } else if !form.has("effacer", "1") {
        faults.add("effacer", w.get("message-erase-sure"));
    }
    letter.check_version(form.one("version"), &mut faults);
    if !faults.is_empty() {
        return letter.show(&form, faults, None);
    }
    match letter.erased().await {
        Ok(response) => response,
        Err(error) => letter.inside.answer(Err(PageError::Internal(error))),
    }
}

/// The message of an address and the form sent to it.
async fn open(
    inside: Inside,
    path: &HashMap<String, String>,
    body: &str,
) -> Result<(Letter, Form), Response> {
    let form = match inside.form(body) {
        Ok(form) => form,
        Err(error) => return Err(inside.answer(Err(error))),
    };
    match Letter::open(inside, path).await {
        Ok(letter) => Ok((letter, form)),
        Err((inside, error)) => Err(inside.answer(Err(error))),
    }
}

/// A text with what was typed in one language; nothing when no language is left.
fn with_language(known: Option<&Text>, tag: &str, typed: &str) -> Option<Text> {
    let mut text = Text::default();
    let known = known.into_iter().flat_map(Text::iter);
    for (other, words) in known.filter(|(other, _)| *other != tag) {
        text.set(other, words);
    }
    if !typed.is_empty() {
        text.set(tag, typed);
    }
    Some(text).filter(|text| !text.is_empty())
}

impl Letter {
    /// Writes the message as it was changed, unless something is to be put right first.
    async fn write(
        &self,
        form: &Form,
        mut faults: Faults,
        changed: Message,
        part: &str,
    ) -> Response {
        self.check_version(form.one("version"), &mut faults);
        if !faults.is_empty() {
            return self.show(form, faults, None);
        }
        match self.written(&changed).await {
            Ok(Saved::Done) => redirect(&self.address(part)),
            Ok(Saved::Outdated) => {
                self.outdated(&mut faults);
                self.show(form, faults, None)
            }
            Err(error) => self.inside.answer(Err(PageError::Internal(error))),
        }
    }

    async fn written(&self, changed: &Message) -> anyhow::Result<Saved> {
        let app = &self.inside.visit.app;
        let version = self.record.version;
        let saved = messages::save(&app.instance, changed, version, &change("lead")).await?;
        app.refresh().await?;
        Ok(saved)
    }

    async fn erased(&self) -> anyhow::Result<Response> {
        let app = &self.inside.visit.app;
        messages::erase(&app.instance, self.message(), &change("lead")).await?;
        app.refresh().await?;
        Ok(redirect(&self.inside.visit.place.page("messages")))
    }

    fn check_length(&self, field: &str, typed: &str, most: usize, faults: &mut Faults) {
        let count = typed.chars().count();
        if count > most {
            let blanks = [("count", count.into()), ("most", most.into())];
            faults.add(field, self.w().format("opinion-long", &blanks));
        }
    }

    /// What may name a person in what is about to be read by others, pointed out once.
    fn people(&self, form: &Form, fields: &[&str], faults: &Faults) -> Option<String> {
        if form.has("garder", "1") || !faults.is_empty() {
            return None;
        }
        let typed: Vec<&str> = fields.iter().map(|field| form.one(field)).collect();
        names(&typed, &self.w())
    }

    /// The reference of a record of the authority, however it was typed.
    async fn record_of(&self, typed: &str) -> anyhow::Result<Option<String>> {
        let store = &self.inside.visit.app.instance.store;
        let scope = &self.inside.visit.place.scope;
        let records = store.all_of::<UseCase>(scope).await?;
        let mut records = records.into_iter().map(|record| record.document.reference);
        Ok(records.find(|reference| reference.eq_ignore_ascii_case(typed)))
    }
}
