//! A file read without writing anything, then imported or forgotten.

use super::super::form::Form;
use super::super::member::Inside;
use super::{DESCRIBED, Waiting, query, refresh_soon, said};
use crate::pipeline::import::{self, Request};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::{Imported, Reported};
use reference::{Mapping, Owner};
use std::collections::HashMap;

/// Remarks shown of a trial; the report of the import has them all.
const REMARKS: usize = 30;

#[derive(Template)]
#[template(path = "staff/import_trial.html")]
struct Page<'a> {
    layout: Layout<'a>,
    file: String,
    address: String,
    back: String,
    chosen: String,
    is_complete: bool,
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
    /// Where the words of the columns may be put right; only for a mapping written here.
    words: Option<String>,
    counts: Vec<(String, String)>,
    inferred: Option<String>,
    remarks: Vec<Remarked>,
    more: Option<String>,
    writes: bool,
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
            language: self.inside.visit.place.language,
        }
    }

    async fn try_out(&self, asked: &Form) -> Result<Rendered, PageError> {
        let instance = &self.inside.visit.app.instance;
        let name = asked.filled("format");
        let mapping = import::mapping(&self.mappings, name, &self.upload.bytes);
        let (mapping, done) = match mapping {
            Ok(mapping) => {
                let request = self.request(mapping, asked, true);
                (Some(mapping), import::run(instance, &request).await)
            }
            Err(error) => (None, Err(error)),
        };
        match done {
            Ok(done) => self.render(asked, mapping, Some(done.result), None),
            Err(error) => {
                let refusal = said(&self.inside, error)?;
                self.render(asked, mapping, None, Some(refusal))
            }
        }
    }

    fn render(
        &self,
        asked: &Form,
        mapping: Option<&Mapping>,
        result: Option<Imported>,
        refusal: Option<String>,
    ) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = visit.site.wording(visit.place.language);
        let trial = mapping.zip(result);
        let trial = trial.map(|(mapping, result)| self.trial_of(mapping, &result));
        let known = self.mappings.values();
        let formats = known.map(|known| (known.id.clone(), w.text(&known.title)));
        let layout = self.inside.layout("imports", "");
        let chosen = match mapping {
            Some(mapping) => mapping.id.clone(),
            None => asked.one("format").to_owned(),
        };
        let page = Page {
            file: self.upload.file.clone(),
            address: self.address(""),
            back: visit.place.page("imports"),
            chosen,
            is_complete: asked.has("complet", "1"),
            formats: formats.collect(),
            described: DESCRIBED,
            refusal,
            trial,
            layout: layout.titled(w.get("import-trial-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    fn trial_of(&self, mapping: &Mapping, result: &Imported) -> Trial {
        let visit = &self.inside.visit;
        let w = visit.site.wording(visit.place.language);
        let owner = match &mapping.records {
            Owner::Peer(publisher) => w.text(&publisher.name),
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
        let more = result.reported.len().saturating_sub(REMARKS);
        Trial {
            title: w.text(&mapping.title),
            owner,
            words,
            counts: counts(&self.inside, result),
            inferred: inferred(&self.inside, result),
            remarks: remarked(&self.inside, result.reported.iter().take(REMARKS)),
            more: (more > 0).then(|| w.format("import-trial-more", &[("count", more.into())])),
            writes: result.imported + result.updated + result.gone > 0,
        }
    }
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
        let mapping = match import::mapping(&self.mappings, name, &self.upload.bytes) {
            Ok(mapping) => mapping,
            Err(_) => return Ok(self.inside.answer(self.try_out(form).await)),
        };
        let request = self.request(mapping, form, false);
        let done = match import::run(&app.instance, &request).await {
            Ok(done) => done,
            Err(error) => {
                let refusal = said(&self.inside, error)?;
                let page = self.render(form, Some(mapping), None, Some(refusal))?;
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
