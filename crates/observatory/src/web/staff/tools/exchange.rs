//! Sheets of tools as files: read with a trial run and every mistake with its line, and written.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::may;
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::pipeline::tool_sheets::{self, Fate, Plan, Shape};
use crate::pipeline::tools;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::{FromRequest, Multipart, Path, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use domain::Function;
use domain::people::Action;
use std::collections::HashMap;

/// Mistakes shown; the rest is counted.
const MISTAKES: usize = 30;

#[derive(Template)]
#[template(path = "staff/tools/exchange.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    action: String,
    files: Vec<(String, String)>,
    typed: String,
    trial: Option<Trial>,
}

/// What a file would do.
struct Trial {
    mistakes: Vec<(String, String)>,
    more: Option<String>,
    sheets: Vec<(String, String)>,
    is_sound: bool,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The form.
pub(super) async fn page(inside: Inside) -> Response {
    let page = match inside.may(Action::EditTool) {
        true => render(&inside, Faults::default(), String::new(), None),
        false => Err(PageError::Forbidden),
    };
    inside.answer(page)
}

/// A file, or its text: tried first, then written.
pub(super) async fn send(inside: Inside, request: Request) -> Response {
    let form = fields(request).await.ok_or(PageError::BadRequest);
    let sent = match form {
        Ok(form) => sent(&inside, form).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok(response) => response,
        Err(error) => inside.visit.fail(&error),
    }
}

/// The fields of the form, whether a browser sent a file with it or not.
async fn fields(request: Request) -> Option<Form> {
    let content_type = request.headers().get(CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    let has_file = content_type.is_some_and(|value| value.starts_with("multipart/form-data"));
    if !has_file {
        let body = String::from_request(request, &()).await.ok()?;
        return Some(Form::read(&body));
    }
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    let mut form = Form::default();
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name()?.to_owned();
        let text = part.text().await.ok()?;
        // A browser ends the lines of a text area with CR LF; some editors begin a file with a mark.
        let text = text.replace("\r\n", "\n");
        form.set(&name, text.trim_start_matches('\u{feff}'));
    }
    Some(form)
}

async fn sent(inside: &Inside, form: Form) -> Result<Response, PageError> {
    inside.own_form(&form)?;
    if !inside.may(Action::EditTool) {
        return Err(PageError::Forbidden);
    }
    let w = inside.visit.site.wording(inside.visit.place.language);
    let file = form.filled("fichier").or(form.filled("feuille"));
    let Some(text) = file.map(str::to_owned) else {
        let mut faults = Faults::default();
        faults.add("fichier", w.get("tools-import-nothing"));
        return again(inside, faults, String::new(), None);
    };
    let plan = plan(inside, &text).await?;
    // A file that has just been picked was never tried.
    let is_real = form.has("pour_de_vrai", "1") && form.filled("fichier").is_none();
    if !is_real || !plan.is_sound() {
        let trial = trial(&plan, &w);
        return again(inside, Faults::default(), text, Some(trial));
    }
    let app = &inside.visit.app;
    let change = change(Function::Lead.code());
    let today = inside.visit.site.snapshot.built_on;
    match plan.write(&app.instance, today, &change).await? {
        Saved::Done => {
            app.refresh().await?;
            Ok(redirect(&inside.visit.place.page("outils")))
        }
        Saved::Outdated => {
            let mut faults = Faults::default();
            faults.add("feuille", w.get("tools-import-outdated"));
            again(inside, faults, text, None)
        }
    }
}

async fn plan(inside: &Inside, text: &str) -> Result<Plan, PageError> {
    let instance = &inside.visit.app.instance;
    let scope = &inside.visit.place.scope;
    let today = inside.visit.site.snapshot.built_on;
    let may = |tool: &domain::ToolSheet| may(inside, Action::EditTool, tool, false);
    Ok(tool_sheets::plan(instance, scope, text, today, may).await?)
}

fn trial(plan: &Plan, w: &publish::Wording) -> Trial {
    let told = plan.mistakes.iter().take(MISTAKES).map(|mistake| {
        let line = w.format("tools-line", &[("line", mistake.line.into())]);
        let what = w.words.remark(w.language, &mistake.remark);
        let hint = w.words.hint(w.language, &mistake.remark);
        (format!("{line} {what}"), hint)
    });
    let more = plan.mistakes.len().saturating_sub(MISTAKES);
    let fate = |fate: Fate| w.get(&format!("tools-fate-{}", fate.code()));
    Trial {
        mistakes: told.collect(),
        more: (more > 0).then(|| w.format("space-more", &[("count", more.into())])),
        sheets: plan
            .sheets
            .iter()
            .map(|planned| (w.text(&planned.tool.name), fate(planned.fate)))
            .collect(),
        is_sound: plan.is_sound(),
    }
}

fn again(
    inside: &Inside,
    faults: Faults,
    typed: String,
    trial: Option<Trial>,
) -> Result<Response, PageError> {
    let is_sound = faults.is_empty() && trial.as_ref().is_some_and(|trial| trial.is_sound);
    let status = match is_sound {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = render(inside, faults, typed, trial)?;
    Ok(inside.answer(Ok(page.with_status(status))))
}

fn render(
    inside: &Inside,
    faults: Faults,
    typed: String,
    trial: Option<Trial>,
) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let layout = inside.layout("outils/importer", "");
    let page = Page {
        faults,
        typed,
        trial,
        action: visit.place.page("outils/importer"),
        files: ["outils.yaml", "outils.json"]
            .map(|name| {
                let to = format!("outils/exporter/{name}");
                (name.to_owned(), visit.place.page(&to))
            })
            .to_vec(),
        layout: layout.titled(w.get("tools-import-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// Every tool of the authority as a file that travels.
pub(super) async fn file(inside: Inside, Path(path): Path<HashMap<String, String>>) -> Response {
    let page = match inside.may(Action::EditTool) {
        true => written(&inside, path.get("file").map_or("", String::as_str)).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(page)
}

async fn written(inside: &Inside, name: &str) -> Result<Rendered, PageError> {
    let (shape, content_type) = match name {
        "outils.yaml" => (Shape::Yaml, "application/yaml; charset=utf-8"),
        "outils.json" => (Shape::Json, "application/json; charset=utf-8"),
        _ => return Err(PageError::NotFound),
    };
    let visit = &inside.visit;
    let all = tools::all(&visit.app.instance, &visit.place.scope).await?;
    let sheets: Vec<_> = all.into_iter().map(|record| record.document).collect();
    let text = tool_sheets::export(&sheets, shape);
    Ok(Rendered::download(content_type, text, name.to_owned()))
}
