use super::super::member::Inside;
use super::{address, age, state_key};
use crate::clock;
use crate::pipeline::messages;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::response::Response;
use domain::people::Action;
use domain::{Message, MessageState, MessageSubject};
use publish::Wording;
use store::Record;

/// Messages of one state that are shown; the rest is counted.
const LINES: usize = 40;

#[derive(Template)]
#[template(path = "staff/messages/list.html")]
struct Page<'a> {
    layout: Layout<'a>,
    groups: Vec<Group>,
    kept: String,
    over: Option<String>,
    purge: String,
}

/// Messages that stand alike.
struct Group {
    title: String,
    lines: Vec<Line>,
    more: Option<String>,
}

struct Line {
    url: String,
    tracking: String,
    subject: String,
    about: String,
    stands: String,
    age: String,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// Every message of the authority, by state.
pub(super) async fn page(inside: Inside) -> Response {
    let page = match inside.may(Action::AnswerMessages) {
        true => render(&inside).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(page)
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let instance = &visit.app.instance;
    let all = messages::of(instance, &visit.place.scope).await?;
    let group = |state: MessageState| {
        let those = all.iter().filter(|record| record.document.state == state);
        let mut those: Vec<_> = those.collect();
        // What may have harmed somebody is looked at first; the order of arrival is kept.
        those.sort_by_key(|record| record.document.subject != MessageSubject::Incident);
        let lines: Vec<_> = those
            .into_iter()
            .map(|record| line(inside, record, &w))
            .collect();
        group(state, lines, &w)
    };
    let over = over(inside).await?.len();
    let days = messages::retention_days(instance)?;
    let layout = inside.layout("messages", "");
    let page = Page {
        groups: MessageState::ALL.into_iter().map(group).collect(),
        kept: w.format("messages-kept", &[("days", u64::from(days).into())]),
        over: (over > 0).then(|| w.format("messages-over", &[("count", over.into())])),
        purge: visit.place.page("messages/purger"),
        layout: layout.titled(w.get("messages-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

fn group(state: MessageState, mut lines: Vec<Line>, w: &Wording) -> Group {
    let more = lines.split_off(lines.len().min(LINES)).len();
    let blanks = [("count", (lines.len() + more).into())];
    Group {
        title: w.format(&format!("messages-{}", state.code()), &blanks),
        lines,
        more: (more > 0).then(|| w.format("space-more", &[("count", more.into())])),
    }
}

fn line(inside: &Inside, record: &Record<Message>, w: &Wording) -> Line {
    let message = &record.document;
    Line {
        url: address(inside, message),
        tracking: message.tracking.clone(),
        subject: w.get(&format!("subject-{}-short", message.subject.code())),
        about: message
            .record
            .clone()
            .or_else(|| message.about.clone())
            .unwrap_or_default(),
        stands: w.get(state_key(message)),
        age: age(message.received_at, clock::now(), w),
    }
}

/// The messages of the authority that have been closed for longer than the retention.
async fn over(inside: &Inside) -> anyhow::Result<Vec<Record<Message>>> {
    let visit = &inside.visit;
    let scope = &visit.place.scope;
    let mut over = messages::over(&visit.app.instance, clock::now()).await?;
    over.retain(|record| {
        let authority = &record.document.authority;
        authority.is_empty() || authority == scope
    });
    Ok(over)
}

/// Erases the messages whose retention is over.
pub(super) async fn purge(inside: Inside, body: String) -> Response {
    match purged(&inside, &body).await {
        Ok(response) => response,
        Err(error) => inside.visit.fail(&error),
    }
}

async fn purged(inside: &Inside, body: &str) -> Result<Response, PageError> {
    inside.form(body)?;
    if !inside.may(Action::AnswerMessages) {
        return Err(PageError::Forbidden);
    }
    let app = &inside.visit.app;
    for record in over(inside).await? {
        let change = crate::instance::change("lead");
        messages::erase(&app.instance, &record.document, &change).await?;
    }
    app.refresh().await?;
    Ok(redirect(&inside.visit.place.page("messages")))
}
