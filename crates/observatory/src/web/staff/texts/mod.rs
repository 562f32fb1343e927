//! Texts of the product in the words of the observatory: read, written again, tried, compared with
//! what they were, given back.

mod changes;
mod list;
mod prose;
mod shape;
mod trial;
mod words;

use super::form::{Faults, Form};
use super::member::Inside;
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::pipeline::texts::{self, Piece};
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use crate::web::server::App;
use crate::web::visit::redirect;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::people::Action;
use domain::{OwnText, Text};
use publish::Wording;
use std::collections::HashMap;
use std::sync::Arc;
use store::Change;

/// Longest text, in characters: the longest of the product three times over.
const BODY_MAX: usize = 40_000;
/// Longest remark on a change, in characters.
const NOTE_MAX: usize = 200;

/// The addresses of texts. Prose is written at once; lists, an entry at a time.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/{scope}/textes", get(list::page))
        .route(
            "/{lang}/{scope}/textes/{family}/{name}",
            get(words::page).post(words::give_back),
        )
        .route(
            "/{lang}/{scope}/textes/{family}/{name}/{part}",
            get(part).post(send_part),
        )
}

type Paths = Path<HashMap<String, String>>;

/// A text in a language, or an entry of a list.
async fn part(inside: Inside, Path(path): Paths) -> Response {
    match Desk::open(inside, &path).await {
        Ok(desk) if desk.piece.family.is_prose() => desk.prose_page(),
        Ok(desk) => desk.entry_page(path.get("part").map_or("", String::as_str)),
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

async fn send_part(inside: Inside, Path(path): Paths, body: String) -> Response {
    match sent(inside, &path, &body).await {
        Ok((desk, form)) if desk.piece.family.is_prose() => desk.send_prose(&form).await,
        Ok((desk, form)) => {
            let part = path.get("part").map_or("", String::as_str);
            desk.send_entry(part, &form).await
        }
        Err(response) => response,
    }
}

/// The text of an address and the form sent to it.
async fn sent(
    inside: Inside,
    path: &HashMap<String, String>,
    body: &str,
) -> Result<(Desk, Form), Response> {
    let form = match inside.form(body) {
        Ok(form) => form,
        Err(error) => return Err(inside.answer(Err(error))),
    };
    match Desk::open(inside, path).await {
        Ok(desk) => Ok((desk, form)),
        Err((inside, error)) => Err(inside.answer(Err(error))),
    }
}

/// A text opened by somebody who may write it.
struct Desk {
    inside: Inside,
    piece: Piece,
    /// The file as it stands.
    body: String,
    /// The file without what was written here.
    original: String,
    version: u32,
    history: Vec<store::Entry<OwnText>>,
}

impl Desk {
    async fn open(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
        if !inside.may(Action::EditTexts) {
            return Err((inside, PageError::Forbidden));
        }
        let of = |key: &str| path.get(key).map_or("", String::as_str);
        let library = inside.visit.app.instance.library();
        let part = path.get("part").map(String::as_str);
        let piece = Piece::of(&library.tree, of("family"), of("name"), part);
        let Some(piece) = piece else {
            return Err((inside, PageError::NotFound));
        };
        let body = library.tree.text(&piece.path());
        let body = body.unwrap_or_default().to_owned();
        match read(&inside, &piece).await {
            Ok((original, version, history)) => Ok(Self {
                inside,
                piece,
                body,
                original,
                version,
                history,
            }),
            Err(error) => Err((inside, PageError::Internal(error))),
        }
    }

    /// Sends a page; one with faults says that nothing was written.
    fn answer(&self, is_well: bool, page: Result<Rendered, PageError>) -> Response {
        let status = match is_well {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        self.inside
            .answer(page.map(|page| page.with_status(status)))
    }

    fn w(&self) -> Wording<'_> {
        let visit = &self.inside.visit;
        visit.site.wording(visit.place.language)
    }

    /// The address of the text, or of something below it.
    fn address(&self, below: &str) -> String {
        let page = format!("{}{below}", self.piece.address());
        self.inside.visit.place.page(&page)
    }

    /// Refuses what is too long, and what was written over something that has changed since.
    fn check(&self, form: &Form, body: &str, faults: &mut Faults) {
        let mut check_length = |field: &str, typed: &str, most: usize| {
            let count = typed.chars().count();
            if count > most {
                let blanks = [("count", count.into()), ("most", most.into())];
                faults.add(field, self.w().format("opinion-long", &blanks));
            }
        };
        check_length("corps", body, BODY_MAX);
        check_length("note", form.one("note"), NOTE_MAX);
        if form.one("version") != self.version.to_string() {
            faults.add("corps", self.w().get("text-outdated"));
        }
    }

    /// Writes the whole file, unless it cannot be set or somebody wrote it in the meantime.
    async fn write(&self, form: &Form, body: String) -> Result<Saved, PageError> {
        let app = &self.inside.visit.app;
        let note = form.filled("note").map(|note| {
            let language = self.inside.visit.place.language;
            Text::one(language.tag(), note)
        });
        let change = Change {
            note,
            ..change("lead")
        };
        let path = self.piece.path();
        let saved = match body == self.original {
            true => texts::take_out(&app.instance, &path, self.version, &change).await?,
            false => {
                let text = OwnText::new(&path, body);
                texts::save(&app.instance, &text, self.version, &change).await?
            }
        };
        app.refresh().await?;
        Ok(saved)
    }

    /// Gives the place back to the file of the product or of the folder.
    async fn give_back(&self, form: &Form) -> Result<Response, Faults> {
        let mut faults = Faults::default();
        if !form.has("rendre", "1") {
            faults.add("rendre", self.w().get("text-give-back-sure"));
        }
        self.check(form, "", &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        match self.write(form, self.original.clone()).await {
            Ok(Saved::Done) => Ok(redirect(&self.address(""))),
            Ok(Saved::Outdated) => {
                faults.add("corps", self.w().get("text-outdated"));
                Err(faults)
            }
            Err(error) => Ok(self.inside.answer(Err(error))),
        }
    }
}

async fn read(
    inside: &Inside,
    piece: &Piece,
) -> anyhow::Result<(String, u32, Vec<store::Entry<OwnText>>)> {
    let instance = &inside.visit.app.instance;
    let path = piece.path();
    Ok((
        texts::original(instance, &path)?,
        texts::version(instance, &path).await?,
        texts::history(instance, &path).await?,
    ))
}
