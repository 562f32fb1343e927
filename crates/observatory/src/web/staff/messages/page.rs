use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::written::names;
use super::{Letter, age, state_key};
use crate::clock;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::said;
use crate::web::rendered::Rendered;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Action;
use domain::{MessageState, MessageSubject};
use publish::Wording;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/messages/page.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    people: Option<String>,
    version: u32,
    address: String,
    tracking: String,
    subject: String,
    stands: String,
    age: String,
    facts: Vec<(String, String)>,
    body: Vec<String>,
    language: &'static str,
    names_in_body: Option<String>,
    /// Whether the person may work on it, or reads it alone.
    may_answer: bool,
    /// What a breach of personal data asks for.
    breach: Option<String>,
    take_up: Option<String>,
    can_close: bool,
    answer_typed: String,
    answered: Option<String>,
    record_typed: String,
    record_url: Option<String>,
    summary_typed: String,
    summary: Option<(String, String)>,
    summary_where: String,
    kept: String,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// One message.
pub(super) async fn page(inside: Inside, Path(path): Path<HashMap<String, String>>) -> Response {
    match Letter::open_to_read(inside, &path).await {
        Ok(letter) => letter.show(&Form::default(), Faults::default(), None),
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

impl Letter {
    /// The message, with what was typed in its forms, what is wrong with it, and names pointed out.
    pub(super) fn show(&self, form: &Form, faults: Faults, people: Option<String>) -> Response {
        let is_well = faults.is_empty() && people.is_none();
        let status = match is_well {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let page = self.render(form, faults, people);
        self.inside
            .answer(page.map(|page| page.with_status(status)))
    }

    fn render(
        &self,
        form: &Form,
        faults: Faults,
        people: Option<String>,
    ) -> Result<Rendered, PageError> {
        let w = self.w();
        let message = self.message();
        let visit = &self.inside.visit;
        let tag = w.language.tag();
        let now = |field: &str, known: &str| match form.all(field).is_empty() {
            true => known.to_owned(),
            false => form.one(field).to_owned(),
        };
        let answer = message.answer.as_ref();
        let answer_known = answer.and_then(|answer| answer.text.get(tag));
        let summary = message.public_summary.as_ref();
        let summary_known = summary.and_then(|summary| summary.text.get(tag));
        let proposed = self.proposed_record();
        let layout = self
            .inside
            .layout(&format!("messages/{}", message.tracking.to_lowercase()), "");
        let page = Page {
            faults,
            people,
            version: self.record.version,
            address: self.address(""),
            tracking: message.tracking.clone(),
            subject: w.get(&format!("subject-{}-short", message.subject.code())),
            stands: w.get(state_key(message)),
            age: w.format(
                "message-arrived",
                &[("age", age(message.received_at, clock::now(), &w).into())],
            ),
            facts: self.facts(&w),
            body: message.body.lines().map(str::to_owned).collect(),
            language: message.language.tag(),
            names_in_body: names(&[&message.body], &w).map(|_| w.get("message-names-in-body")),
            may_answer: self.inside.may(Action::AnswerMessages),
            breach: (message.subject == MessageSubject::Incident).then(|| w.get("message-breach")),
            take_up: match message.state {
                MessageState::Received => Some(w.get("message-take-up")),
                MessageState::Open => None,
                MessageState::Closed => Some(w.get("message-reopen")),
            },
            can_close: message.state != MessageState::Closed,
            answer_typed: now("reponse", answer_known.unwrap_or_default()),
            answered: answer.map(|answer| {
                let blanks = [("date", w.date(answer.answered_on).into())];
                w.format("message-answered-on", &blanks)
            }),
            record_typed: now("fiche", &proposed),
            record_url: message.record.as_ref().map(|record| {
                let page = format!("dossier/{}", record.to_lowercase());
                visit.place.page(&page)
            }),
            summary_typed: now("resume", summary_known.unwrap_or_default()),
            summary: summary.map(|summary| {
                let blanks = [("date", w.date(summary.decided_on).into())];
                (
                    w.format("message-public-since", &blanks),
                    said(&summary.text, &w),
                )
            }),
            summary_where: visit.place.page("signalements"),
            kept: self.kept(&w)?,
            layout: layout.titled(message.tracking.clone()),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    fn kept(&self, w: &Wording) -> Result<String, PageError> {
        let days = crate::pipeline::messages::retention_days(&self.inside.visit.app.instance)?;
        Ok(w.format("messages-kept", &[("days", u64::from(days).into())]))
    }

    /// The record it bears on, else the one that the sender named, if there is one.
    fn proposed_record(&self) -> String {
        let message = self.message();
        let named = message.record.clone().or_else(|| message.about.clone());
        named.unwrap_or_default()
    }

    fn facts(&self, w: &Wording) -> Vec<(String, String)> {
        let message = self.message();
        let day = self.inside.day(message.received_at);
        let told = |text: Option<&String>| match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => text.clone(),
            None => w.get("message-not-given"),
        };
        let word = match message.word_hash.is_some() {
            true => w.get("message-word-given"),
            false => w.get("message-word-missing"),
        };
        vec![
            (w.get("message-received-on"), w.date(day)),
            (w.get("contact-about"), told(message.about.as_ref())),
            (w.get("message-reply-to"), told(message.reply_to.as_ref())),
            (w.get("message-how-read"), word),
        ]
    }
}
