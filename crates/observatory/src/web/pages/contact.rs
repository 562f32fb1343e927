use crate::clock;
use crate::instance::{Instance, change};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::{Message, MessageState, MessageSubject};
use publish::EVERYONE;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "pages/contact.html")]
struct Page<'a> {
    layout: Layout<'a>,
    form: Form,
    errors: Vec<(&'static str, String)>,
    subjects: Vec<(&'static str, String)>,
    contact: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/thanks.html")]
struct Thanks<'a> {
    layout: Layout<'a>,
    tracking: String,
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
}

const SUBJECTS: [(&str, MessageSubject); 3] = [
    ("question", MessageSubject::Question),
    ("problem", MessageSubject::Problem),
    ("accessibility", MessageSubject::Accessibility),
];
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
                _ => {}
            }
        }
        form
    }

    fn subject(&self) -> Option<MessageSubject> {
        SUBJECTS
            .into_iter()
            .find(|(code, _)| *code == self.subject)
            .map(|(_, subject)| subject)
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
    page(site, place, form, &[])
}

fn page(
    site: &Site,
    place: &Place,
    form: Form,
    faults: &[(&'static str, &'static str)],
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
        subjects: SUBJECTS
            .into_iter()
            .map(|(code, _)| (code, w.get(&format!("subject-{code}"))))
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
    if !faults.is_empty() {
        let page = page(site, place, form, &faults)?;
        return Ok(page.with_status(axum::http::StatusCode::UNPROCESSABLE_ENTITY));
    }
    let id = Uuid::now_v7();
    let hex = id.simple().to_string();
    let tracking = format!("M-{}", hex[hex.len() - 8..].to_uppercase());
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
