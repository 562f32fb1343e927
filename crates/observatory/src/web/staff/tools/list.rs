use super::super::member::Inside;
use super::may;
use crate::pipeline::tools::{self, ToolToDo, to_do};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::said;
use crate::web::pages::tool_words::{limits, since};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::response::Response;
use domain::people::Action;
use domain::{ToolSheet, ToolStatus};
use publish::Wording;
use std::collections::BTreeMap;

/// Tools of one status that are shown; the rest is counted.
const LINES: usize = 40;

#[derive(Template)]
#[template(path = "staff/tools/list.html")]
struct Page<'a> {
    layout: Layout<'a>,
    may_request: bool,
    may_exchange: bool,
    groups: Vec<Group>,
}

/// Tools that stand alike.
struct Group {
    title: String,
    reserve: String,
    lines: Vec<Line>,
    more: Option<String>,
}

struct Line {
    url: String,
    name: String,
    since: String,
    limits: Option<String>,
    to_do: Option<String>,
}

/// Every tool that the authority sees, by status.
pub(super) async fn page(inside: Inside) -> Response {
    let page = match inside.may(Action::RequestTool) {
        true => render(&inside).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(page)
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let today = visit.site.snapshot.built_on;
    let all = tools::all(&visit.app.instance, &visit.place.scope).await?;
    let mut by_status: BTreeMap<ToolStatus, Vec<Line>> = BTreeMap::new();
    for record in all {
        let to_do = to_do_for(inside, &record.document, false, &w);
        let tool = record.document.as_of(today);
        let lines = by_status.entry(tool.status).or_default();
        lines.push(line(inside, &tool, to_do, &w));
    }
    let layout = inside.layout("outils", "");
    let page = Page {
        may_request: inside.may(Action::RequestTool),
        may_exchange: inside.may(Action::EditTool),
        groups: by_status
            .into_iter()
            .map(|(status, lines)| group(status, lines, &w))
            .collect(),
        layout: layout.titled(w.get("tools-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

fn group(status: ToolStatus, mut lines: Vec<Line>, w: &Wording) -> Group {
    let more = lines.split_off(lines.len().min(LINES)).len();
    Group {
        title: w.label(ToolStatus::VOCABULARY, status.code()),
        reserve: w.definition(ToolStatus::VOCABULARY, status.code()),
        lines,
        more: (more > 0).then(|| w.format("space-more", &[("count", more.into())])),
    }
}

fn line(inside: &Inside, tool: &ToolSheet, to_do: Option<String>, w: &Wording) -> Line {
    let page = format!("outils/{}", tool.key);
    Line {
        url: inside.visit.place.page(&page),
        name: said(&tool.name, w),
        since: since(tool.examination.status_since, w),
        limits: limits(tool, w),
        to_do,
    }
}

/// What is to be done about a tool, for those who may do it; what comes next, for whoever asked
/// for it.
pub(super) fn to_do_for(
    inside: &Inside,
    tool: &ToolSheet,
    is_own: bool,
    w: &Wording,
) -> Option<String> {
    let to_do = to_do(tool, inside.visit.site.snapshot.built_on)?;
    let can = |action: Action| may(inside, action, tool, is_own);
    let may_act = match to_do {
        ToolToDo::Ask | ToolToDo::AskAgain | ToolToDo::LookAgain => can(Action::EditTool),
        ToolToDo::Decide => can(Action::DecideTool) || can(Action::EditTool),
        ToolToDo::Await => can(Action::ReadTool),
    };
    match may_act {
        true => Some(w.get(to_do_key(to_do))),
        false => (is_own && to_do == ToolToDo::Ask).then(|| w.get("tool-request-received")),
    }
}

/// What is to be done, in words.
fn to_do_key(to_do: ToolToDo) -> &'static str {
    match to_do {
        ToolToDo::Ask => "tool-todo-ask",
        ToolToDo::Await => "tool-todo-await",
        ToolToDo::Decide => "tool-todo-decide",
        ToolToDo::AskAgain => "tool-todo-ask-again",
        ToolToDo::LookAgain => "tool-todo-look-again",
    }
}
