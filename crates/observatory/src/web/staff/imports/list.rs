//! The imports of an authority, and the form that sends a file.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::sent_file::{SentFile, TooLarge};
use super::{DESCRIBED, FILE_BYTES_MAX, WAITS, kept};
use crate::clock;
use crate::pipeline::mappings;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Action;
use domain::{ImportRun, Publisher};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use store::Upload;
use uuid::Uuid;

/// Imports listed; the rest is counted.
const LINES: usize = 20;
/// Files one person may have waiting.
const WAITING_MAX: usize = 5;

#[derive(Template)]
#[template(path = "staff/imports.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    formats: Vec<(String, String)>,
    waiting: Vec<(String, String, String)>,
    /// Mappings made in the browser: the address of the file of each, its title and its name.
    kept: Vec<(String, String, String)>,
    runs: Vec<Line>,
    more: Option<String>,
    largest: String,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

struct Line {
    url: String,
    file: String,
    day: String,
    owner: String,
    counts: String,
    undone: bool,
}

/// The page.
pub(super) async fn page(inside: Inside) -> Response {
    show(&inside, Form::default(), Faults::default()).await
}

async fn show(inside: &Inside, form: Form, faults: Faults) -> Response {
    let status = match faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = match inside.may(Action::Import) {
        true => render(inside, form, faults).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(page.map(|page| page.with_status(status)))
}

async fn render(inside: &Inside, form: Form, faults: Faults) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let instance = &visit.app.instance;
    let known = mappings::known(instance).await?;
    let formats = known
        .values()
        .map(|mapping| (mapping.id.clone(), w.text(&mapping.title)))
        .collect();
    let kept = mappings::kept(instance).await?.into_iter();
    let kept = kept.filter_map(|kept| {
        let title = w.text(&known.get(&kept.name)?.title);
        Some((kept::address(inside, &kept.name), title, kept.name))
    });
    let waiting = instance.store.uploads_of(inside.account.id).await;
    let waiting = waiting.map_err(anyhow::Error::from)?;
    let waiting = waiting
        .into_iter()
        .filter(|(_, authority, ..)| *authority == visit.place.scope)
        .map(|(id, _, file, at)| {
            let address = visit.place.page(&format!("imports/{id}"));
            (address, file, w.date(inside.day(at)))
        });
    let mut runs = runs(inside).await?;
    let more = runs.len().saturating_sub(LINES);
    runs.truncate(LINES);
    let layout = inside.layout("imports", "");
    let page = Page {
        faults,
        form,
        formats,
        waiting: waiting.collect(),
        kept: kept.take(LINES).collect(),
        runs,
        more: (more > 0).then(|| w.format("imports-more", &[("count", more.into())])),
        largest: w.format(
            "imports-file-hint",
            &[("size", (FILE_BYTES_MAX / 1_000_000).into())],
        ),
        layout: layout.titled(w.get("imports-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// Imports into this authority, and of registers of others.
async fn runs(inside: &Inside) -> anyhow::Result<Vec<Line>> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let store = &visit.app.instance.store;
    let publishers: BTreeMap<_, _> = store
        .all::<Publisher>()
        .await?
        .into_iter()
        .map(|publisher| (publisher.document.slug, publisher.document.name))
        .collect();
    let mut runs = store.all::<ImportRun>().await?;
    runs.retain(|run| is_theirs(inside, &run.document));
    runs.sort_by_key(|run| Reverse(run.document.at));
    let is_ours = |owner: &str| visit.site.snapshot.authority(owner).is_some();
    let line = |run: ImportRun| Line {
        url: visit.place.page(&format!("imports/bilan/{}", run.id)),
        day: w.date(inside.day(run.at)),
        owner: match publishers.get(&run.owner) {
            Some(name) => w.text(name),
            None if is_ours(&run.owner) => w.get("imports-own"),
            // Taken back with its import, the publisher has left its name in the address alone.
            None => run.owner.clone(),
        },
        counts: w.format(
            "imports-counts",
            &[
                ("read", run.result.read.into()),
                ("imported", run.result.imported.into()),
                ("updated", run.result.updated.into()),
                ("refused", run.result.refused.into()),
            ],
        ),
        undone: run.undone.is_some(),
        file: run.file,
    };
    Ok(runs.into_iter().map(|run| line(run.document)).collect())
}

/// Whether an import is of this authority or of the register of somebody else; what another
/// authority of the instance imported for itself is not.
pub(super) fn is_theirs(inside: &Inside, run: &ImportRun) -> bool {
    let site = &inside.visit.site;
    run.owner == inside.visit.place.scope || site.snapshot.authority(&run.owner).is_none()
}

/// A file sent.
pub(super) async fn send(inside: Inside, body: Result<Multipart, MultipartRejection>) -> Response {
    if !inside.may(Action::Import) {
        return inside.answer(Err(PageError::Forbidden));
    }
    let w = inside.visit.site.wording(inside.visit.place.language);
    let sent = match body {
        Ok(body) => SentFile::read(body, FILE_BYTES_MAX).await,
        Err(_) => return inside.answer(Err(PageError::BadRequest)),
    };
    let mut faults = Faults::default();
    let sent = match sent {
        Ok(sent) => sent,
        Err(TooLarge) => {
            faults.add("fichier", w.get("imports-too-large"));
            return show(&inside, Form::default(), faults).await;
        }
    };
    if let Err(error) = inside.own_form(&sent.form) {
        return inside.answer(Err(error));
    }
    if sent.bytes.is_empty() {
        faults.add("fichier", w.get("imports-no-file"));
        return show(&inside, sent.form, faults).await;
    }
    match keep(&inside, sent).await {
        Ok(address) => redirect(&address),
        Err(error) => inside.answer(Err(PageError::Internal(error))),
    }
}

/// Keeps the file and tells where it is looked at.
async fn keep(inside: &Inside, sent: SentFile) -> anyhow::Result<String> {
    let store = &inside.visit.app.instance.store;
    let now = clock::now();
    store.purge_uploads(now - WAITS).await?;
    let waiting = store.uploads_of(inside.account.id).await?;
    for (id, ..) in waiting.iter().skip(WAITING_MAX - 1) {
        store.delete_upload(*id, inside.account.id).await?;
    }
    let upload = Upload {
        id: Uuid::new_v4(),
        account: inside.account.id,
        authority: inside.visit.place.scope.clone(),
        file: sent.name,
        bytes: sent.bytes,
        sent_at: now,
    };
    store.put_upload(&upload).await?;
    let place = &inside.visit.place;
    let base = format!("imports/{}", upload.id);
    let format = sent.form.one("format");
    if format == DESCRIBED {
        return Ok(place.page(&format!("{base}/colonnes")));
    }
    let format: String = form_urlencoded::byte_serialize(format.as_bytes()).collect();
    let complete = match sent.form.has("complet", "1") {
        true => "&complet=1",
        false => "",
    };
    Ok(format!("{}?format={format}{complete}", place.page(&base)))
}
