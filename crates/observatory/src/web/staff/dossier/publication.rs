//! Choosing what of a record leaves the authority, after seeing it.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::opinion_form::level_name;
use super::{Dossier, opened, sent};
use crate::clock;
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::pipeline::snapshot;
use crate::web::error::PageError;
use crate::web::layout::{Banner, Layout, finish};
use crate::web::pages::record;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Action;
use domain::{Function, Ground, Publication, PublicationLevel, UseCase};
use publish::Wording;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/publication.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    version: u32,
    action: String,
    back: String,
    name: String,
    level: String,
    ground: String,
    note: String,
    levels: Vec<(&'static str, String, String)>,
    grounds: Vec<(&'static str, String)>,
    previews: Vec<(String, String)>,
    /// Each function that spoke, and how much of its opinion is seen.
    opinions: Vec<(String, String)>,
    /// Essentials that nobody filled in, and where to do it.
    empty: Option<(String, String)>,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The form, with a link to what each choice would show.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    match opened(inside, &path, Action::Publish).await {
        Ok(dossier) => dossier.show_publication(None, Faults::default()),
        Err(refused) => refused,
    }
}

/// The very page that the public would see at a level.
pub(in super::super) async fn preview(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let dossier = match opened(inside, &path, Action::Publish).await {
        Ok(dossier) => dossier,
        Err(refused) => return refused,
    };
    let level = path.get("level").map_or("", String::as_str);
    let page = dossier.preview(level).await;
    dossier.inside.answer(page)
}

/// The choice.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    match sent(inside, &path, &body, Action::Publish).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.publish(&form).await),
        Err(refused) => refused,
    }
}

impl Dossier {
    async fn preview(&self, level: &str) -> Result<Rendered, PageError> {
        let level = PublicationLevel::from_code(level)
            .filter(|level| *level != PublicationLevel::Internal)
            .ok_or(PageError::NotFound)?;
        let record = self.at_level(level);
        let visit = &self.inside.visit;
        let snapshot = snapshot::preview(&visit.app.instance, &record, clock::now()).await?;
        let (library, url) = (visit.site.library.clone(), visit.site.public_url.clone());
        let (place, reference) = (visit.place.clone(), record.reference.clone());
        let w = visit.site.wording(place.language);
        let banner = Banner {
            told: w.get("publication-preview"),
            link: w.get("publication-back"),
            url: self.address("/publication"),
        };
        let built = tokio::task::spawn_blocking(move || {
            let site = Site::build(library, snapshot, url);
            record::render_under(&site, &place, &reference, Some(banner))
        });
        built.await.map_err(anyhow::Error::from)?
    }

    fn at_level(&self, level: PublicationLevel) -> UseCase {
        let mut record = self.case.record.clone();
        record.publication.level = level;
        record
    }

    async fn publish(&self, form: &Form) -> anyhow::Result<Response> {
        let mut faults = Faults::default();
        let Some(publication) = self.publication(form, &mut faults) else {
            return Ok(self.show_publication(Some(form), faults));
        };
        let mut changed = self.case.record.clone();
        changed.publication = publication;
        let app = &self.inside.visit.app;
        let change = change(Function::Lead.code());
        match self.case.save(&app.instance, &changed, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("?fait=publication")))
            }
            Saved::Outdated => {
                self.outdated(&mut faults);
                Ok(self.show_publication(Some(form), faults))
            }
        }
    }

    fn publication(&self, form: &Form, faults: &mut Faults) -> Option<Publication> {
        let w = self.w();
        let level = PublicationLevel::from_code(form.one("niveau"));
        if level.is_none() {
            faults.add("niveau", w.get("publication-no-level"));
        }
        let ground = Ground::from_code(form.one("motif"));
        let withholds = level.is_some_and(|level| level != PublicationLevel::Public);
        if withholds && ground.is_none() {
            faults.add("motif", w.get("publication-no-ground"));
        }
        let seen = form.has("vu", "1");
        let shows = level.is_some_and(|level| level != PublicationLevel::Internal);
        if shows && !seen {
            faults.add("vu", w.get("publication-not-seen"));
        }
        if form.one("version") != self.case.version.to_string() {
            self.outdated(faults);
        }
        let publication = Publication {
            level: level?,
            ground: ground.filter(|_| withholds),
            note: self.text(form.one("precision")).filter(|_| withholds),
        };
        faults.is_empty().then_some(publication)
    }

    fn show_publication(&self, form: Option<&Form>, faults: Faults) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_publication(form, faults))
    }

    fn render_publication(
        &self,
        form: Option<&Form>,
        faults: Faults,
    ) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let now = &self.case.record.publication;
        let typed = |name: &str| form.map(|form| form.one(name).to_owned());
        let word = |level: &PublicationLevel| w.label(PublicationLevel::VOCABULARY, level.code());
        let seen = PublicationLevel::ALL
            .iter()
            .filter(|level| **level != PublicationLevel::Internal);
        let layout = self.inside.layout("espace", "");
        let page = Page {
            faults,
            version: self.case.version,
            action: self.address("/publication"),
            back: self.address(""),
            name: w.text(&self.case.record.name),
            level: typed("niveau").unwrap_or_else(|| now.level.code().to_owned()),
            ground: typed("motif")
                .unwrap_or_else(|| now.ground.map_or("", Ground::code).to_owned()),
            note: typed("precision").unwrap_or_else(|| {
                let note = now.note.as_ref();
                note.map_or_else(String::new, |note| w.text(note))
            }),
            levels: PublicationLevel::ALL
                .iter()
                .map(|level| {
                    let hint = w.get(&format!("publication-hint-{}", level.code()));
                    (level.code(), word(level), hint)
                })
                .collect(),
            grounds: Ground::ALL
                .iter()
                .map(|ground| (ground.code(), w.label(Ground::VOCABULARY, ground.code())))
                .collect(),
            previews: seen
                .map(|level| {
                    (
                        word(level),
                        self.address(&format!("/apercu/{}", level.code())),
                    )
                })
                .collect(),
            opinions: self.opinion_levels(&w),
            empty: self.empty(&w),
            layout: layout.titled(w.get("publication-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    /// What everybody would read as not filled in, among what matters most to them.
    fn empty(&self, w: &Wording) -> Option<(String, String)> {
        let record = &self.case.record;
        let essentials = [
            ("summary", record.summary.is_none()),
            ("change_for_public", record.change_for_public.is_none()),
            ("human_oversight", record.human_oversight.is_none()),
            ("data", record.data.is_none()),
            ("appeal", record.appeal.is_none()),
            ("contact", record.contact.is_none()),
        ];
        let empty = essentials.into_iter().filter(|(_, is_empty)| *is_empty);
        let names: Vec<_> = empty
            .map(|(field, _)| w.label("record_fields", field))
            .collect();
        let blanks = [("fields", w.list(&names).into())];
        let told = w.format("publication-empty", &blanks);
        (!names.is_empty()).then(|| (told, self.address("/modifier")))
    }

    /// Each function that spoke, and how much of its opinion is seen.
    fn opinion_levels(&self, w: &Wording) -> Vec<(String, String)> {
        let opinions = self.case.record.opinions.iter();
        opinions
            .map(|opinion| {
                let who = w.label(Function::VOCABULARY, opinion.function.code());
                (who, level_name(opinion.level(), w))
            })
            .collect()
    }
}
