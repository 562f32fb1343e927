//! A file read without writing anything, then imported or forgotten.

use super::super::form::Form;
use super::super::member::Inside;
use super::{DESCRIBED, Waiting, kept, query, refresh_soon, said};
use crate::pipeline::import::{self, Body, Done, Request};
use crate::pipeline::mappings::{self, Chosen};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::{CommonField, Imported, Lifecycle, Reported};
use observe::register::Preview;
use publish::Wording;
use reference::{Mapping, Owner};
use std::collections::HashMap;

/// Remarks shown of a trial; the report of the import has them all.
const REMARKS: usize = 20;
/// Longest text of the first record shown, in characters.
const VALUE_MAX: usize = 100;

#[derive(Template)]
#[template(path = "staff/import_trial.html")]
struct Page<'a> {
    layout: Layout<'a>,
    file: String,
    address: String,
    back: String,
    chosen: String,
    is_complete: bool,
    /// What the address asks for.
    asked: Form,
    formats: Vec<(String, String)>,
    described: &'static str,
    /// Why the file cannot be read this way.
    refusal: Option<String>,
    trial: Option<Trial>,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// What the import would do.
struct Trial {
    title: String,
    owner: String,
    /// Other mappings that fit, when this one was guessed.
    also: Option<String>,
    /// Where the words of the columns may be put right; only for a mapping written here.
    words: Option<String>,
    /// The file of a mapping written here.
    yaml: Option<String>,
    /// How full each field gets, and what the first record says in it.
    fields: Vec<Filled>,
    first: Option<String>,
    unnamed: Option<String>,
    counts: Vec<(String, String)>,
    /// Fields in which known records change.
    changed: Option<String>,
    inferred: Option<String>,
    remarks: Vec<Remarked>,
    more: Option<String>,
    writes: bool,
}

/// A field: how many rows fill it in, and what it says in the first record.
struct Filled {
    label: String,
    filled: String,
    said: String,
}

/// A problem with its place.
pub(super) struct Remarked {
    pub(super) place: String,
    pub(super) problem: String,
    pub(super) hint: String,
}

/// The trial.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let waiting = match Waiting::open(inside, &path).await {
        Ok(waiting) => waiting,
        Err((inside, error)) => return inside.answer(Err(error)),
    };
    let asked = query(&waiting.inside);
    if asked.one("format") == DESCRIBED {
        return redirect(&waiting.address("/colonnes"));
    }
    let page = waiting.try_out(&asked).await;
    waiting.inside.answer(page)
}

impl Waiting {
    fn request<'a>(&'a self, mapping: &'a Mapping, form: &Form, is_dry_run: bool) -> Request<'a> {
        Request {
            file: self.upload.file.clone(),
            bytes: &self.upload.bytes,
            mapping,
            is_dry_run,
            is_complete: form.has("complet", "1"),
            authority: Some(self.upload.authority.clone()),
            body: form.filled("editeur").map(|name| Body {
                name: name.to_owned(),
                country: form.filled("pays").map(str::to_uppercase),
                licence: form.filled("licence").map(str::to_owned),
            }),
            language: self.inside.visit.place.language,
        }
    }

    async fn try_out(&self, asked: &Form) -> Result<Rendered, PageError> {
        let instance = &self.inside.visit.app.instance;
        let name = asked.filled("format");
        let (chosen, done) = match self.chosen(name) {
            Ok(chosen) => {
                let request = self.request(chosen.mapping, asked, true);
                let done = import::run(instance, &request).await;
                (Some(chosen), done)
            }
            Err(error) => (None, Err(error)),
        };
        match done {
            Ok(done) => self.render(asked, chosen, Some(done), None),
            Err(error) => {
                let refusal = said(&self.inside, error)?;
                self.render(asked, chosen, None, Some(refusal))
            }
        }
    }

    fn chosen(&self, name: Option<&str>) -> anyhow::Result<Chosen<'_>> {
        mappings::chosen(&self.mappings, name, &self.upload.bytes, &self.preferred)
    }

    fn render(
        &self,
        asked: &Form,
        chosen: Option<Chosen>,
        done: Option<Done>,
        refusal: Option<String>,
    ) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = visit.site.wording(visit.place.language);
        let trial = chosen.as_ref().zip(done);
        let trial = trial.map(|(chosen, done)| self.trial_of(chosen, &done, asked));
        let known = self.mappings.values();
        let formats = known.map(|known| (known.id.clone(), w.text(&known.title)));
        let layout = self.inside.layout("imports", "");
        let chosen = match chosen {
            Some(chosen) => chosen.mapping.id.clone(),
            None => asked.one("format").to_owned(),
        };
        let page = Page {
            file: self.upload.file.clone(),
            address: self.address(""),
            back: visit.place.page("imports"),
            chosen,
            is_complete: asked.has("complet", "1"),
            asked: asked.clone(),
            formats: formats.collect(),
            described: DESCRIBED,
            refusal,
            trial,
            layout: layout.titled(w.get("import-trial-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    fn trial_of(&self, chosen: &Chosen, done: &Done, asked: &Form) -> Trial {
        let (mapping, result) = (chosen.mapping, &done.result);
        let visit = &self.inside.visit;
        let w = visit.site.wording(visit.place.language);
        let owner = match &mapping.records {
            Owner::Peer(publisher) => match asked.filled("editeur") {
                Some(name) => name.to_owned(),
                None => w.text(&publisher.name),
            },
            Owner::Own => w.get("imports-own"),
        };
        let is_file = visit
            .site
            .library
            .reference
            .mappings
            .contains_key(&mapping.id);
        let words = (!is_file).then(|| {
            let id = &mapping.id;
            format!("{}?format={id}", self.address("/mots"))
        });
        let also: Vec<_> = chosen
            .also
            .iter()
            .map(|other| w.text(&other.title))
            .collect();
        let also = (!also.is_empty()).then(|| {
            let blanks = [("others", also.join(", ").into())];
            w.format("import-trial-also", &blanks)
        });
        let preview = done.preview.as_ref();
        let first = preview.and_then(|preview| preview.first.as_ref());
        let unnamed = preview.filter(|preview| !preview.unnamed.is_empty());
        let more = result.reported.len().saturating_sub(REMARKS);
        Trial {
            title: w.text(&mapping.title),
            owner,
            also,
            yaml: (!is_file).then(|| kept::address(&self.inside, &mapping.id)),
            words,
            fields: preview.map_or_else(Vec::new, |preview| filled(preview, &w)),
            first: first
                .map(|first| w.format("import-preview-first", &[("row", first.row.into())])),
            unnamed: unnamed.map(|preview| {
                let blanks = [("columns", preview.unnamed.join(", ").into())];
                w.format("import-preview-unnamed", &blanks)
            }),
            counts: counts(&self.inside, result),
            changed: import::changed_by_field(result, &w),
            inferred: inferred(&self.inside, result),
            remarks: remarked(
                &self.inside,
                import::first(&result.reported, REMARKS).into_iter(),
            ),
            more: (more > 0).then(|| w.format("import-trial-more", &[("count", more.into())])),
            writes: result.imported + result.updated + result.gone > 0,
        }
    }
}

/// Each field with how full it gets and what the first record says in it.
fn filled(preview: &Preview, w: &Wording) -> Vec<Filled> {
    let first = preview.first.as_ref();
    let said = |field: CommonField| {
        let value = first.and_then(|first| first.fields.get(&field));
        let value = value.map_or("", String::as_str);
        let short: String = value.chars().take(VALUE_MAX).collect();
        let cut = if short.len() < value.len() { "…" } else { "" };
        let state = first.and_then(|first| first.lifecycle);
        let state = state.filter(|_| field == CommonField::LifecycleStatus);
        let state = state.map(|state| w.label(Lifecycle::VOCABULARY, state.code()));
        let state = state.map_or_else(String::new, |state| format!(" → {state}"));
        format!("{short}{cut}{state}")
    };
    let fields = preview.fields.iter();
    fields
        .map(|fill| Filled {
            label: w.label("common_fields", fill.field.code()),
            filled: format!("{}/{}", w.count(fill.filled), w.count(preview.rows)),
            said: said(fill.field),
        })
        .collect()
}

/// The counts of an import with their names.
pub(super) fn counts(inside: &Inside, result: &Imported) -> Vec<(String, String)> {
    let w = inside.visit.site.wording(inside.visit.place.language);
    [
        ("read", result.read),
        ("new", result.imported),
        ("changed", result.updated),
        ("unchanged", result.unchanged),
        ("refused", result.refused),
        ("gone", result.gone),
    ]
    .map(|(key, count)| (w.get(&format!("import-count-{key}")), w.count(count)))
    .to_vec()
}

/// How many records are said to be generative or not by a rule, if any.
pub(super) fn inferred(inside: &Inside, result: &Imported) -> Option<String> {
    let w = inside.visit.site.wording(inside.visit.place.language);
    let count = result.inferred;
    (count > 0).then(|| w.format("import-inferred", &[("count", count.into())]))
}

/// Problems with their places.
pub(super) fn remarked<'a>(
    inside: &Inside,
    reported: impl Iterator<Item = &'a Reported>,
) -> Vec<Remarked> {
    let w = inside.visit.site.wording(inside.visit.place.language);
    let remarked = reported.map(|found| {
        let blanks = [
            ("row", found.row.into()),
            ("others", found.count.saturating_sub(1).into()),
            ("column", found.column.clone().into()),
        ];
        Remarked {
            place: w.format("import-place", &blanks),
            problem: found.problem.clone(),
            hint: found.hint.clone(),
        }
    });
    remarked.collect()
}

/// Imports the file, or forgets it.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let waiting = match Waiting::open(inside, &path).await {
        Ok(waiting) => waiting,
        Err((inside, error)) => return inside.answer(Err(error)),
    };
    let done = match form.one("faire") {
        "oublier" => waiting.forget().await,
        "importer" => waiting.import(&form).await,
        _ => Err(PageError::BadRequest),
    };
    match done {
        Ok(response) => response,
        Err(error) => waiting.inside.answer(Err(error)),
    }
}

impl Waiting {
    async fn forget(&self) -> Result<Response, PageError> {
        let store = &self.inside.visit.app.instance.store;
        let deleted = store.delete_upload(self.upload.id, self.inside.account.id);
        deleted.await.map_err(anyhow::Error::from)?;
        Ok(redirect(&self.inside.visit.place.page("imports")))
    }

    async fn import(&self, form: &Form) -> Result<Response, PageError> {
        let app = &self.inside.visit.app;
        let name = form.filled("format");
        let chosen = match self.chosen(name) {
            Ok(chosen) => chosen,
            Err(_) => return Ok(self.inside.answer(self.try_out(form).await)),
        };
        let request = self.request(chosen.mapping, form, false);
        let done = match import::run(&app.instance, &request).await {
            Ok(done) => done,
            Err(error) => {
                let refusal = said(&self.inside, error)?;
                let page = self.render(form, Some(chosen), None, Some(refusal))?;
                return Ok(self.inside.answer(Ok(page)));
            }
        };
        refresh_soon(app);
        self.forget().await?;
        let run = done.run.map(|run| format!("imports/bilan/{run}"));
        let place = &self.inside.visit.place;
        Ok(redirect(&place.page(&run.unwrap_or_default())))
    }
}
