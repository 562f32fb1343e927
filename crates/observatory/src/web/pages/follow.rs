use crate::instance::Instance;
use crate::pipeline::messages;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use axum::http::StatusCode;
use domain::{Message, MessageState};
use publish::Wording;

/// Longest number or word read, in bytes.
const FIELD_MAX: usize = 200;

#[derive(Template)]
#[template(path = "pages/follow.html")]
struct Page<'a> {
    layout: Layout<'a>,
    number: String,
    fault: Option<String>,
    found: Option<Found>,
}

/// What the sender may read.
struct Found {
    number: String,
    state: String,
    subject: String,
    answer: Option<Answered>,
    public: Option<String>,
}

struct Answered {
    day: String,
    language: String,
    lines: Vec<String>,
}

/// The form.
pub(crate) fn form(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    page(site, place, String::new(), None, None)
}

/// The state of a message and its answer, for whoever has its number and its word. Anything else
/// says the same, whatever the reason.
pub(crate) async fn read(
    site: &Site,
    instance: &Instance,
    place: &Place,
    body: &str,
) -> Result<Rendered, PageError> {
    let (number, word) = fields(body);
    let w = site.wording(place.language);
    let is_read = number.len() <= FIELD_MAX && word.len() <= FIELD_MAX;
    let found = match is_read {
        true => messages::follow(instance, &number, &word).await?,
        false => None,
    };
    match found {
        Some(message) => {
            let found = found_view(&message, &w);
            page(site, place, String::new(), None, Some(found))
        }
        None => {
            let fault = Some(w.get("follow-nothing"));
            let page = page(site, place, number, fault, None)?;
            Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

fn fields(body: &str) -> (String, String) {
    let (mut number, mut word) = (String::new(), String::new());
    for (name, value) in form_urlencoded::parse(body.as_bytes()) {
        match name.as_ref() {
            "numero" => number = value.into_owned(),
            "mot" => word = value.into_owned(),
            _ => {}
        }
    }
    (number, word)
}

fn found_view(message: &Message, w: &Wording) -> Found {
    let state = match message.state {
        MessageState::Received => "follow-received",
        MessageState::Open if message.is_answered() => "follow-answered",
        MessageState::Open => "follow-open",
        MessageState::Closed => "follow-closed",
    };
    Found {
        number: message.tracking.clone(),
        state: w.get(state),
        subject: w.get(&format!("subject-{}-short", message.subject.code())),
        answer: message.answer.as_ref().and_then(|answer| {
            let (language, text) = answer.text.best(w.language)?;
            Some(Answered {
                day: w.format(
                    "message-answered-on",
                    &[("date", w.date(answer.answered_on).into())],
                ),
                language: language.to_owned(),
                lines: text.lines().map(str::to_owned).collect(),
            })
        }),
        public: message
            .public_summary
            .as_ref()
            .map(|_| w.get("follow-public")),
    }
}

fn page(
    site: &Site,
    place: &Place,
    number: String,
    fault: Option<String>,
    found: Option<Found>,
) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let layout = Layout::new(site, place, "suivi", "");
    let title = w.get("follow-title");
    let title = match &fault {
        Some(_) => format!("{} {title}", w.get("error-prefix")),
        None => title,
    };
    let view = Page {
        number,
        fault,
        found,
        layout: layout.titled(title),
    };
    Ok(finish(site, place.language, view.render()?))
}
