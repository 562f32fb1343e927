use crate::clock;
use crate::declaration::person_names;
use crate::instance::{Instance, change};
use crate::pipeline::messages::{self, word};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::{Message, MessageState, MessageSubject};
use publish::{EVERYONE, Wording};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "pages/contact.html")]
struct Page<'a> {
    layout: Layout<'a>,
    form: Form,
    errors: Vec<(&'static str, String)>,
    subjects: Vec<(&'static str, String)>,
    contact: Option<String>,
    people: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/thanks.html")]
struct Thanks<'a> {
    layout: Layout<'a>,
    tracking: String,
    word: String,
}

impl Page<'_> {
    /// The message of a field at fault.
    fn fault(&self, field: &str) -> Option<&str> {
        let mut faults = self.errors.iter();
        faults
            .find(|(name, _)| *name == field)
            .map(|(_, message)| message.as_str())
    }
}

/// What a person typed, kept when something is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Form {
    subject: String,
    about: String,
    body: String,
    reply_to: String,
    keeps_names: bool,
}

const BODY_MAX: usize = 5_000;
const LINE_MAX: usize = 200;

impl Form {
    /// Reads a form or the query string that prefills it. Fields are kept as they were typed.
    pub(crate) fn read(text: &str) -> Self {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let value = value.into_owned();
            match name.as_ref() {
                "sujet" => form.subject = value,
                "fiche" => form.about = value,
                "message" => form.body = value,
                "reponse" => form.reply_to = value,
                "garder" => form.keeps_names = value == "1",
                _ => {}
            }
        }
        form
    }

    fn subject(&self) -> Option<MessageSubject> {
        MessageSubject::from_code(&self.subject)
    }

    /// What may name a person, until the sender says to keep it: pointed out, never refused.
    fn people(&self, w: &Wording) -> Option<String> {
        let pieces = person_names::find(&self.body);
        let quoted = pieces
            .iter()
            .map(|piece| w.format("declare-quoted", &[("text", (*piece).into())]));
        let quoted = quoted.collect::<Vec<_>>().join(", ");
        let blanks = [("pieces", quoted.as_str().into())];
        let is_told = !pieces.is_empty() && !self.keeps_names;
        is_told.then(|| w.format("declare-people", &blanks))
    }

    /// Field and key of each fault.
    fn faults(&self) -> Vec<(&'static str, &'static str)> {
        let mut faults = Vec::new();
        if self.subject().is_none() {
            faults.push(("sujet", "contact-no-subject"));
        }
        if self.body.trim().is_empty() {
            faults.push(("message", "contact-no-message"));
        } else if self.body.chars().count() > BODY_MAX {
            faults.push(("message", "contact-too-long"));
        }
        if self.about.chars().count() > LINE_MAX {
            faults.push(("fiche", "contact-line-too-long"));
        }
        let reply_to = self.reply_to.trim();
        let is_address = reply_to.contains('@')
            && !reply_to.contains(char::is_whitespace)
            && reply_to.len() <= LINE_MAX;
        if !reply_to.is_empty() && !is_address {
            faults.push(("reponse", "contact-bad-address"));
        }
        faults
    }
}

/// The form, prefilled from the address.
pub(crate) fn form(site: &Site, place: &Place, query: &str) -> Result<Rendered, PageError> {
    let mut form = Form::read(query);
    if !form.about.is_empty() && form.subject.is_empty() {
        form.subject = "problem".to_owned();
    }
    page(site, place, form, &[], None)
}

fn page(
    site: &Site,
    place: &Place,
    form: Form,
    faults: &[(&'static str, &'static str)],
    people: Option<String>,
) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let layout = Layout::new(site, place, "signaler", "");
    let title = w.get("contact-title");
    let title = match faults {
        [] => title,
        _ => format!("{} {title}", w.get("error-prefix")),
    };
    let authority = site.snapshot.authority(&place.scope);
    let view = Page {
        contact: authority
            .and_then(|authority| authority.contact.as_ref())
            .map(|contact| super::parts::said(contact, &w)),
        form,
        errors: faults
            .iter()
            .map(|(field, key)| (*field, w.get(key)))
            .collect(),
        people,
        subjects: MessageSubject::ALL
            .into_iter()
            .map(|subject| {
                (
                    subject.code(),
                    w.get(&format!("subject-{}", subject.code())),
                )
            })
            .collect(),
        layout: layout.titled(title),
    };
    Ok(finish(site, place.language, view.render()?))
}

/// Stores a message and acknowledges it, or shows the form again with what was typed.
pub(crate) async fn receive(
    site: &Site,
    instance: &Instance,
    place: &Place,
    body: &str,
) -> Result<Rendered, PageError> {
    let form = Form::read(body);
    let faults = form.faults();
    let people = form.people(&site.wording(place.language));
    if !faults.is_empty() || people.is_some() {
        let page = page(site, place, form, &faults, people)?;
        return Ok(page.with_status(axum::http::StatusCode::UNPROCESSABLE_ENTITY));
    }
    let id = Uuid::now_v7();
    let tracking = messages::tracking(id);
    let word = word::fresh()?;
    let authority = match place.scope.as_str() {
        EVERYONE => String::new(),
        slug => slug.to_owned(),
    };
    let message = Message {
        id,
        tracking: tracking.clone(),
        authority,
        subject: form.subject().ok_or(PageError::BadRequest)?,
        about: Some(form.about).filter(|about| !about.trim().is_empty()),
        body: form.body,
        reply_to: Some(form.reply_to).filter(|address| !address.trim().is_empty()),
        language: place.language,
        received_at: clock::now(),
        state: MessageState::Received,
        word_hash: Some(word::hash(id, &word)),
        answer: None,
        record: None,
        public_summary: None,
    };
    instance
        .store
        .put(&message, &change("lead"))
        .await
        .map_err(|error| PageError::Internal(error.into()))?;
    let layout = Layout::new(site, place, "signaler", "");
    let title = site.wording(place.language).get("contact-thanks");
    let thanks = Thanks {
        tracking,
        word,
        layout: layout.titled(title),
    };
    Ok(finish(site, place.language, thanks.render()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, expected: &[&str]) {
        let faults: Vec<_> = Form::read(form)
            .faults()
            .into_iter()
            .map(|(_, key)| key)
            .collect();
        assert_eq!(faults, expected, "{form}");
    }

    #[test]
    fn each_fault_is_told() {
        check("sujet=problem&message=Une+erreur", &[]);
        check("sujet=problem&message=x&reponse=a%40b.fr", &[]);
        check("", &["contact-no-subject", "contact-no-message"]);
        check("sujet=autre&message=x", &["contact-no-subject"]);
        check(
            "sujet=question&message=x&reponse=pas+une+adresse",
            &["contact-bad-address"],
        );
        let long = format!("sujet=question&message={}", "x".repeat(5_001));
        check(&long, &["contact-too-long"]);
    }
}
