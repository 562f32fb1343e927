//! Saying what a tool is. A change of substance voids the decision, and the form says so before.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::Workbench;
use super::decided::changed_in_words;
use super::request::bounded;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Action;
use domain::{Function, Hosting, Link, Modality, Text, ToolSheet, TrainingReuse};
use publish::Wording;
use std::collections::HashMap;

/// Longest text of a field, in characters.
const TEXT_MAX: usize = 1_000;

type Get = fn(&ToolSheet) -> Option<&Text>;
type Set = fn(&mut ToolSheet, Option<Text>);

/// The texts that are written here: name of the field, key of its label, how it is read and set.
const TEXTS: [(&str, &str, Get, Set); 5] = [
    (
        "nom",
        "tool-fact-name",
        |tool| Some(&tool.name),
        |tool, text| tool.name = text.unwrap_or_default(),
    ),
    (
        "fournisseur",
        "tool-fact-supplier",
        |tool| tool.supplier.as_ref(),
        |tool, text| tool.supplier = text,
    ),
    (
        "modele",
        "tool-fact-model",
        |tool| tool.model.as_ref(),
        |tool, text| tool.model = text,
    ),
    (
        "lieu",
        "tool-fact-place",
        |tool| tool.hosting_place.as_ref(),
        |tool, text| tool.hosting_place = text,
    ),
    (
        "sortie",
        "tool-fact-exit",
        |tool| tool.exit_plan.as_ref(),
        |tool, text| tool.exit_plan = text,
    ),
];

#[derive(Template)]
#[template(path = "staff/tools/describe.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    version: u32,
    action: String,
    back: String,
    name: String,
    reserve: Option<String>,
    texts: Vec<(&'static str, String, String)>,
    lines: Vec<(&'static str, String, String, String)>,
    hosting: Vec<(&'static str, String, bool)>,
    reuse: Vec<(&'static str, String, bool)>,
    modalities: Vec<(&'static str, String, bool)>,
    voids: bool,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The form.
pub(super) async fn page(inside: Inside, Path(path): Path<HashMap<String, String>>) -> Response {
    match Workbench::open_for(inside, &path, Action::EditTool).await {
        Ok(bench) => bench.show_sheet(None, Faults::default(), false),
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

/// What was written.
pub(super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    match Workbench::open_for(inside, &path, Action::EditTool).await {
        Ok(bench) => match bench.describe(&form).await {
            Ok(response) => response,
            Err(error) => bench.inside.answer(Err(PageError::Internal(error))),
        },
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

impl Workbench {
    async fn describe(&self, form: &Form) -> anyhow::Result<Response> {
        let w = self.w();
        let mut faults = Faults::default();
        let typed = self.typed(form, &mut faults, &w);
        let fields = self.tool().substance_changed(&typed);
        let voids = self.tool().is_open() && !fields.is_empty();
        if voids && !form.has("caduque", "1") {
            let blanks = [("fields", w.list(&changed_in_words(&fields, &w)).into())];
            faults.add("caduque", w.format("edit-voids", &blanks));
        }
        self.check_version(form.one("version"), &mut faults);
        if !faults.is_empty() {
            return Ok(self.show_sheet(Some(form), faults, voids));
        }
        let changed = typed.revised(self.tool(), self.today());
        match self.write(&changed, Function::Lead.code(), "").await? {
            Some(response) => Ok(response),
            None => {
                self.outdated(&mut faults);
                Ok(self.show_sheet(Some(form), faults, voids))
            }
        }
    }

    /// The sheet as the form says it; texts in other languages are left as they are.
    fn typed(&self, form: &Form, faults: &mut Faults, w: &Wording) -> ToolSheet {
        let mut tool = self.tool().clone();
        for (field, _, get, set) in TEXTS {
            let typed = bounded(form, field, TEXT_MAX, faults, w);
            let typed = typed.as_ref().map_or("", |text| text.plain(w.language));
            let text = in_language(get(&tool), w, typed);
            set(&mut tool, text);
        }
        if tool.name.is_empty() {
            faults.add("nom", w.get("tool-no-name"));
        }
        if let Some(hosting) = Hosting::from_code(form.one("hebergement")) {
            tool.hosting = hosting;
        }
        if let Some(reuse) = TrainingReuse::from_code(form.one("reemploi")) {
            tool.training_reuse = reuse;
        }
        let modalities = form.all("produit").iter();
        tool.modalities = modalities
            .filter_map(|code| Modality::from_code(code))
            .collect();
        tool.version = form.filled("version_produit").map(str::to_owned);
        tool.jurisdictions = countries(form.one("droits"), faults, w);
        tool.terms = self.terms(form, faults, w);
        tool
    }

    fn terms(&self, form: &Form, faults: &mut Faults, w: &Wording) -> Option<Link> {
        let url = form.filled("conditions")?;
        if !url.starts_with("https://") {
            faults.add("conditions", w.get("answer-bad-link"));
        }
        let known = self.tool().terms.clone();
        Some(match known.filter(|known| known.url == url) {
            Some(known) => known,
            None => Link {
                title: None,
                url: url.to_owned(),
            },
        })
    }

    fn show_sheet(&self, form: Option<&Form>, faults: Faults, voids: bool) -> Response {
        let status = match faults.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let page = self.render_sheet(form, faults, voids);
        self.inside
            .answer(page.map(|page| page.with_status(status)))
    }

    fn render_sheet(
        &self,
        form: Option<&Form>,
        faults: Faults,
        voids: bool,
    ) -> Result<Rendered, PageError> {
        let w = self.w();
        let tool = self.tool();
        let visit = &self.inside.visit;
        let now = |field: &str, value: &str| form.map_or(value, |form| form.one(field)).to_owned();
        let text = |(field, label, get, _): (&'static str, &str, Get, Set)| {
            let known = get(tool).and_then(|text| text.get(w.language.tag()));
            (field, w.get(label), now(field, known.unwrap_or_default()))
        };
        let line = |field: &'static str, key: &str, value: &str| {
            let hint = w.get(&format!("{key}-hint"));
            (field, w.get(key), hint, now(field, value))
        };
        let terms = tool.terms.as_ref().map_or("", |terms| terms.url.as_str());
        let version = tool.version.as_deref().unwrap_or_default();
        let hosting = now("hebergement", tool.hosting.code());
        let reuse = now("reemploi", tool.training_reuse.code());
        let makes = |modality: &Modality| match form {
            Some(form) => form.has("produit", modality.code()),
            None => tool.modalities.contains(modality),
        };
        let choice = |vocabulary: &str, code: &'static str, is_picked: bool| {
            (code, w.label(vocabulary, code), is_picked)
        };
        let layout = self.inside.layout("outils", "");
        let page = Page {
            faults,
            voids,
            version: self.file.version,
            action: self.address("/modifier"),
            back: self.address(""),
            name: w.text(&tool.name),
            reserve: tool.is_open().then(|| w.get("tool-edit-decided")),
            texts: TEXTS.map(text).to_vec(),
            lines: vec![
                line("version_produit", "tool-edit-version", version),
                line("droits", "tool-edit-laws", &tool.jurisdictions.join(", ")),
                line("conditions", "tool-edit-terms", terms),
            ],
            hosting: Hosting::ALL
                .iter()
                .map(|v| choice(Hosting::VOCABULARY, v.code(), v.code() == hosting))
                .collect(),
            reuse: TrainingReuse::ALL
                .iter()
                .map(|v| choice(TrainingReuse::VOCABULARY, v.code(), v.code() == reuse))
                .collect(),
            modalities: Modality::ALL
                .iter()
                .map(|v| choice(Modality::VOCABULARY, v.code(), makes(v)))
                .collect(),
            layout: layout.titled(w.get("tool-edit-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }
}

/// A text with what was typed in the language of the page. Emptying it empties that language only.
fn in_language(known: Option<&Text>, w: &Wording, typed: &str) -> Option<Text> {
    let tag = w.language.tag();
    let known = known.cloned().unwrap_or_default();
    if known.get(tag).unwrap_or_default().trim() == typed {
        return Some(known).filter(|text| !text.is_empty());
    }
    let mut text = Text::default();
    for (other, words) in known.iter().filter(|(other, _)| *other != tag) {
        text.set(other, words);
    }
    if !typed.is_empty() {
        text.set(tag, typed);
    }
    Some(text).filter(|text| !text.is_empty())
}

/// Codes of countries between commas; what is not two letters is told.
fn countries(typed: &str, faults: &mut Faults, w: &Wording) -> Vec<String> {
    let codes = typed
        .split([',', ';', ' '])
        .map(|code| code.trim().to_uppercase());
    let codes: Vec<_> = codes.filter(|code| !code.is_empty()).collect();
    let is_code =
        |code: &String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !codes.iter().all(is_code) {
        faults.add("droits", w.get("tool-edit-bad-laws"));
    }
    codes
}
