//! What an import did, line by line, and how it is taken back.

use super::super::form::Form;
use super::super::member::Inside;
use super::list::is_theirs;
use super::trial::{Remarked, counts, inferred, remarked};
use super::{query, refresh_soon, said};
use crate::pipeline::import;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::ImportRun;
use domain::people::Action;
use std::collections::HashMap;
use store::Record;
use uuid::Uuid;

/// Remarks on a page.
const REMARKS: usize = 50;

#[derive(Template)]
#[template(path = "staff/import_run.html")]
struct Page<'a> {
    layout: Layout<'a>,
    back: String,
    address: String,
    day: String,
    format: String,
    sha256: String,
    counts: Vec<(String, String)>,
    changed: Option<String>,
    inferred: Option<String>,
    undone: Option<String>,
    /// Where the records of another body are, once the site shows them.
    records: Option<String>,
    /// How many records the import wrote, if it can be taken back.
    written: Option<String>,
    fault: Option<String>,
    remarks: Vec<Remarked>,
    remark_count: String,
    earlier: Option<String>,
    later: Option<String>,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The report.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let page = match open(&inside, &path).await {
        Ok(run) => render(&inside, &run.document, None),
        Err(error) => Err(error),
    };
    inside.answer(page)
}

async fn open(
    inside: &Inside,
    path: &HashMap<String, String>,
) -> Result<Record<ImportRun>, PageError> {
    if !inside.may(Action::Import) {
        return Err(PageError::Forbidden);
    }
    let id = path.get("id").and_then(|id| Uuid::try_parse(id).ok());
    let id = id.ok_or(PageError::NotFound)?;
    let store = &inside.visit.app.instance.store;
    let run = store.get::<ImportRun>(id).await;
    let run = run.map_err(anyhow::Error::from)?;
    run.filter(|run| is_theirs(inside, &run.document))
        .ok_or(PageError::NotFound)
}

fn render(inside: &Inside, run: &ImportRun, fault: Option<String>) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let all = &run.result.reported;
    let asked = query(inside).one("page").parse().unwrap_or(1_usize);
    let last = all.len().div_ceil(REMARKS).max(1);
    let number = asked.clamp(1, last);
    let address = visit.place.page(&format!("imports/bilan/{}", run.id));
    let at = |number: usize| format!("{address}?page={number}");
    let written = run.result.imported + run.result.updated + run.result.gone;
    let undone = run.undone.map(|undone| {
        let blanks = [
            ("date", w.date(undone.on).into()),
            ("restored", undone.restored.into()),
            ("withdrawn", undone.withdrawn.into()),
            ("kept", undone.kept.into()),
        ];
        w.format("import-run-undone", &blanks)
    });
    let can_undo = undone.is_none() && written > 0;
    let shown = all.iter().skip((number - 1) * REMARKS).take(REMARKS);
    let layout = inside.layout("imports", "");
    let page = Page {
        back: visit.place.page("imports"),
        day: w.date(inside.day(run.at)),
        format: run.format.clone(),
        sha256: run.sha256.clone(),
        counts: counts(inside, &run.result),
        changed: import::changed_by_field(&run.result, &w),
        inferred: inferred(inside, &run.result),
        records: (undone.is_none() && visit.site.snapshot.publishers.contains_key(&run.owner))
            .then(|| visit.place.page(&format!("editeur/{}", run.owner))),
        undone,
        written: can_undo.then(|| w.format("import-run-written", &[("count", written.into())])),
        fault,
        remarks: remarked(inside, shown),
        remark_count: w.format("import-run-remarks", &[("count", all.len().into())]),
        earlier: (number > 1).then(|| at(number - 1)),
        later: (number < last).then(|| at(number + 1)),
        layout: layout.titled(run.file.clone()),
        address,
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// Takes the import back.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    match take_back(&inside, &path, &form).await {
        Ok(response) => response,
        Err(error) => inside.answer(Err(error)),
    }
}

async fn take_back(
    inside: &Inside,
    path: &HashMap<String, String>,
    form: &Form,
) -> Result<Response, PageError> {
    let run = open(inside, path).await?;
    let refuse = |fault: String| {
        let page = render(inside, &run.document, Some(fault))?;
        Ok(inside.answer(Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY))))
    };
    let w = inside.visit.site.wording(inside.visit.place.language);
    if !form.has("sur", "1") {
        return refuse(w.get("import-run-sure"));
    }
    let app = &inside.visit.app;
    if let Err(error) = import::undo(&app.instance, &run).await {
        return refuse(said(inside, error)?);
    }
    refresh_soon(app);
    let address = format!("imports/bilan/{}", run.document.id);
    Ok(redirect(&inside.visit.place.page(&address)))
}
