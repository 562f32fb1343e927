use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::written::{names, text};
use crate::instance::change;
use crate::pipeline::tools;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{Action, Role};
use domain::{
    DataKind, Examination, Hosting, ModelClass, Text, ToolRequest, ToolSheet, ToolStatus,
    TrainingReuse,
};
use publish::Wording;
use uuid::Uuid;

/// Longest text, in characters.
const TEXT_MAX: usize = 1_000;
/// Longest line, in characters.
const LINE_MAX: usize = 200;

#[derive(Template)]
#[template(path = "staff/tools/request.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    people: Option<String>,
    action: String,
    kinds: Vec<(&'static str, String, String)>,
    hosts: Vec<(String, String)>,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The form.
pub(super) async fn page(inside: Inside) -> Response {
    let query = Form::read(inside.visit.uri.query().unwrap_or_default());
    let page = match inside.may(Action::RequestTool) {
        true => render(&inside, query, Faults::default(), None).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(page)
}

/// What somebody asks for.
pub(super) async fn send(inside: Inside, body: String) -> Response {
    match sent(&inside, &body).await {
        Ok(response) => response,
        Err(error) => inside.visit.fail(&error),
    }
}

async fn sent(inside: &Inside, body: &str) -> Result<Response, PageError> {
    if !inside.may(Action::RequestTool) {
        return Err(PageError::Forbidden);
    }
    let form = inside.form(body)?;
    let w = inside.visit.site.wording(inside.visit.place.language);
    let mut faults = Faults::default();
    let sheet = read(inside, &form, &mut faults, &w).await?;
    let typed = ["besoin", "qui", "nom"].map(|field| form.one(field));
    let people = names(&typed, &w).filter(|_| !form.has("garder", "1"));
    let Some(sheet) = sheet.filter(|_| people.is_none()) else {
        let page = render(inside, form, faults, people).await?;
        let page = page.with_status(StatusCode::UNPROCESSABLE_ENTITY);
        return Ok(inside.answer(Ok(page)));
    };
    let app = &inside.visit.app;
    let change = change(who(inside));
    let made = tools::create(&app.instance, sheet, &change).await?;
    let own = app
        .instance
        .store
        .put_declaration(made.id, inside.account.id);
    own.await
        .map_err(|error| PageError::Internal(error.into()))?;
    let to = format!("outils/{}", made.key);
    Ok(redirect(&inside.visit.place.page(&to)))
}

/// The role that asks, for the journal: never a name.
fn who(inside: &Inside) -> &'static str {
    let scope = &inside.visit.place.scope;
    let held = Role::ALL
        .iter()
        .find(|role| inside.account.is(**role, scope));
    held.copied().unwrap_or(Role::Agent).code()
}

/// The sheet that a form asks for, or its faults.
async fn read(
    inside: &Inside,
    form: &Form,
    faults: &mut Faults,
    w: &Wording<'_>,
) -> Result<Option<ToolSheet>, PageError> {
    let name = line(form, "nom", faults, w);
    if name.is_none() {
        faults.add("nom", w.get("tool-no-name"));
    }
    let need = long(form, "besoin", faults, w);
    if need.is_none() {
        faults.add("besoin", w.get("tool-no-need"));
    }
    let users = long(form, "qui", faults, w);
    let supplier = line(form, "fournisseur", faults, w);
    let address = form.filled("adresse").map(str::to_owned);
    let is_link =
        |address: &String| address.starts_with("https://") && address.chars().count() <= LINE_MAX;
    if address.as_ref().is_some_and(|address| !is_link(address)) {
        faults.add("adresse", w.get("answer-bad-link"));
    }
    let within = form.filled("dans").map(str::to_owned);
    let hosts = hosts(inside, w).await?;
    if let Some(within) = &within
        && !hosts.iter().any(|(key, _)| key == within)
    {
        faults.add("dans", w.get("tool-no-host"));
    }
    let (Some(name), Some(need), true) = (name, need, faults.is_empty()) else {
        return Ok(None);
    };
    let data = form.all("donnees").iter();
    let request = ToolRequest {
        asked_on: inside.visit.site.snapshot.built_on,
        need,
        users,
        data: data.filter_map(|code| DataKind::from_code(code)).collect(),
        address,
        within,
    };
    Ok(Some(asked(inside, name, supplier, request)))
}

/// A sheet of which only the request is known.
fn asked(inside: &Inside, name: Text, supplier: Option<Text>, request: ToolRequest) -> ToolSheet {
    let examination = Examination {
        authority: Some(inside.visit.place.scope.clone()),
        status_since: Some(request.asked_on),
        request: Some(request),
        ..Examination::default()
    };
    ToolSheet {
        id: Uuid::now_v7(),
        key: String::new(),
        name,
        supplier,
        supplier_key: None,
        model: None,
        model_keys: Vec::new(),
        model_disclosed: None,
        model_class: ModelClass::Unknown,
        modalities: Vec::new(),
        hosting: Hosting::Unknown,
        hosting_place: None,
        jurisdictions: Vec::new(),
        data_allowed: Vec::new(),
        training_reuse: TrainingReuse::Unknown,
        open_source: None,
        status: ToolStatus::UnderReview,
        yearly_cost: None,
        terms: None,
        terms_versions: Vec::new(),
        version: None,
        versions: Vec::new(),
        embedded_features: Vec::new(),
        end_of_life: None,
        exit_plan: None,
        reversibility: None,
        reviewed_on: None,
        examination,
    }
}

fn line(form: &Form, field: &str, faults: &mut Faults, w: &Wording) -> Option<Text> {
    bounded(form, field, LINE_MAX, faults, w)
}

fn long(form: &Form, field: &str, faults: &mut Faults, w: &Wording) -> Option<Text> {
    bounded(form, field, TEXT_MAX, faults, w)
}

/// A text of at most so many characters.
pub(super) fn bounded(
    form: &Form,
    field: &str,
    most: usize,
    faults: &mut Faults,
    w: &Wording,
) -> Option<Text> {
    let count = form.one(field).trim().chars().count();
    if count > most {
        let blanks = [("count", count.into()), ("most", most.into())];
        faults.add(field, w.format("opinion-long", &blanks));
    }
    text(form.one(field), w)
}

/// The tools that staff can use already: a feature may have appeared in one of them.
async fn hosts(inside: &Inside, w: &Wording<'_>) -> Result<Vec<(String, String)>, PageError> {
    let visit = &inside.visit;
    let all = tools::all(&visit.app.instance, &visit.place.scope).await?;
    let all = all.into_iter().map(|record| record.document);
    let open = all.filter(|tool| tool.is_open());
    Ok(open
        .map(|tool| (tool.key.clone(), w.text(&tool.name)))
        .collect())
}

async fn render(
    inside: &Inside,
    form: Form,
    faults: Faults,
    people: Option<String>,
) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let layout = inside.layout("outils/demander", "");
    let page = Page {
        faults,
        form,
        people,
        action: visit.place.page("outils/demander"),
        kinds: kinds(&w),
        hosts: hosts(inside, &w).await?,
        layout: layout.titled(w.get("tool-request-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// Kinds of data with what each means.
pub(super) fn kinds(w: &Wording) -> Vec<(&'static str, String, String)> {
    let kinds = DataKind::ALL.iter().map(|kind| kind.code());
    kinds
        .map(|code| {
            let (label, meaning) = (
                w.label(DataKind::VOCABULARY, code),
                w.definition(DataKind::VOCABULARY, code),
            );
            (code, label, meaning)
        })
        .collect()
}
