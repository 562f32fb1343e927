//! A copy of everything that is kept, for whoever runs the observatory in the browser.

use super::form::Faults;
use super::member::{Inside, private};
use super::proven::{FIELD, Unproven, credentials, proven};
use crate::archive::{self, Holding};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::server::App;
use anyhow::Result;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::people::Action;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "staff/backup.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    has_password: bool,
    has_second_factor: bool,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The address of the copy.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/{lang}/{scope}/sauvegarde", get(page).post(download))
}

/// What the copy holds, what it does not, and the proof that is asked for.
async fn page(inside: Inside) -> Response {
    let page = match inside.may(Action::DownloadBackup) {
        true => render(&inside, Faults::default()).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(page)
}

async fn render(inside: &Inside, faults: Faults) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let known = credentials(inside).await?;
    let page = Page {
        faults,
        has_password: known.password_hash.is_some(),
        has_second_factor: known.totp_secret.is_some(),
        layout: inside
            .layout("sauvegarde", "")
            .titled(w.get("backup-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// The copy, to somebody who has just proven who they are.
async fn download(inside: Inside, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    if !inside.may(Action::DownloadBackup) {
        return inside.answer(Err(PageError::Forbidden));
    }
    let unproven = match credentials(&inside).await {
        Ok(known) => proven(&inside, &known, &form, FIELD).await,
        Err(error) => Err(error),
    };
    match unproven {
        Ok(None) => match copy(&inside).await {
            Ok(file) => private(&file, &inside.visit.headers),
            Err(error) => inside.answer(Err(error.into())),
        },
        Ok(Some(Unproven { faults, status })) => refuse(&inside, faults, status).await,
        Err(error) => inside.answer(Err(error.into())),
    }
}

async fn refuse(inside: &Inside, faults: Faults, status: StatusCode) -> Response {
    let page = render(inside, faults).await;
    inside.answer(page.map(|page| page.with_status(status)))
}

async fn copy(inside: &Inside) -> Result<Rendered> {
    let instance = &inside.visit.app.instance;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("vigie.backup");
    archive::backup(instance, &path, Holding::Records).await?;
    let bytes = tokio::fs::read(&path).await?;
    let day = inside.visit.site.snapshot.built_on;
    tracing::info!(bytes = bytes.len(), by = "lead", "backup downloaded");
    let name = format!("vigie-{day}.tar.gz");
    Ok(Rendered::download("application/gzip", bytes, name))
}
