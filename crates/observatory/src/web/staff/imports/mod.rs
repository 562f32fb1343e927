//! Files become records in the browser: sent, tried, described when nobody knows their columns,
//! imported, and taken back.

mod columns;
mod kept;
mod list;
mod run;
mod trial;
mod words;

use super::form::Form;
use super::member::Inside;
use super::sent_file::taking;
use crate::pipeline::mappings;
use crate::web::error::PageError;
use crate::web::server::App;
use axum::Router;
use axum::routing::get;
use chrono::Duration;
use domain::people::Action;
use reference::Mapping;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use store::Upload;
use uuid::Uuid;

/// Largest file taken, in bytes.
pub(super) const FILE_BYTES_MAX: usize = 32_000_000;
/// How long a file waits for somebody to say what to do with it.
const WAITS: Duration = Duration::hours(24);
/// The format of a file that is described column by column.
const DESCRIBED: &str = "decrire";

/// The address that takes a whole file.
pub(super) fn upload_routes() -> Router<Arc<App>> {
    let address = "/{lang}/{scope}/imports";
    let form = Router::new().route(address, get(list::page).post(list::send));
    taking(form, FILE_BYTES_MAX)
}

/// The other addresses.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(
            "/{lang}/{scope}/imports/{id}",
            get(trial::page).post(trial::send),
        )
        .route(
            "/{lang}/{scope}/imports/{id}/colonnes",
            get(columns::page).post(columns::send),
        )
        .route(
            "/{lang}/{scope}/imports/{id}/mots",
            get(words::page).post(words::send),
        )
        .route("/{lang}/{scope}/imports/modeles/{file}", get(kept::file))
        .route(
            "/{lang}/{scope}/imports/bilan/{id}",
            get(run::page).post(run::send),
        )
}

/// A file that waits, opened by the person who sent it.
struct Waiting {
    inside: Inside,
    upload: Upload,
    mappings: BTreeMap<String, Mapping>,
    /// Names of those that are guessed first.
    preferred: Vec<String>,
}

type Refused = (Inside, PageError);

impl Waiting {
    async fn open(inside: Inside, path: &HashMap<String, String>) -> Result<Self, Refused> {
        if !inside.may(Action::Import) {
            return Err((inside, PageError::Forbidden));
        }
        let read = read(&inside, path).await;
        match read {
            Ok(Some(read)) => Ok(Self {
                inside,
                upload: read.upload,
                mappings: read.mappings,
                preferred: read.preferred,
            }),
            Ok(None) => Err((inside, PageError::NotFound)),
            Err(error) => Err((inside, PageError::Internal(error))),
        }
    }

    /// The address of the file, or of a page below it.
    fn address(&self, below: &str) -> String {
        let page = format!("imports/{}{below}", self.upload.id);
        self.inside.visit.place.page(&page)
    }

    /// The address where the file is tried with a mapping.
    fn trial(&self, mapping: &str, is_complete: bool) -> String {
        let mapping: String = form_urlencoded::byte_serialize(mapping.as_bytes()).collect();
        let complete = if is_complete { "&complet=1" } else { "" };
        format!("{}?format={mapping}{complete}", self.address(""))
    }
}

/// A file that waits, and what may read it.
struct Read {
    upload: Upload,
    mappings: BTreeMap<String, Mapping>,
    preferred: Vec<String>,
}

async fn read(inside: &Inside, path: &HashMap<String, String>) -> anyhow::Result<Option<Read>> {
    let id = path.get("id").and_then(|id| Uuid::try_parse(id).ok());
    let Some(id) = id else {
        return Ok(None);
    };
    let instance = &inside.visit.app.instance;
    let upload = instance.store.upload(id, inside.account.id).await?;
    let upload = upload.filter(|upload| upload.authority == inside.visit.place.scope);
    match upload {
        Some(upload) => Ok(Some(Read {
            upload,
            mappings: mappings::known(instance).await?,
            preferred: mappings::preferred(instance).await?,
        })),
        None => Ok(None),
    }
}

/// Builds the site again without making anybody wait: thousands of records take a while.
fn refresh_soon(app: &Arc<App>) {
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = app.refresh().await {
            tracing::error!(error = format!("{error:#}"), "snapshot");
        }
    });
}

/// What the address of a page asks for.
fn query(inside: &Inside) -> Form {
    Form::read(inside.visit.uri.query().unwrap_or_default())
}

/// A complaint in the language of the page; anything else is ours to mend.
fn said(inside: &Inside, error: anyhow::Error) -> Result<String, PageError> {
    match error.downcast::<crate::complaint::Complaint>() {
        Ok(complaint) => {
            let language = inside.visit.place.language;
            let words = &inside.visit.site.library.words;
            // The command line names an option; here there is a list and a form.
            let hint = match complaint.0.key {
                "import-no-format" => words.get(language, "import-trial-no-format"),
                "import-whose-register" => words.get(language, "import-trial-whose"),
                _ => words.hint(language, &complaint.0),
            };
            Ok(format!("{} {hint}", words.remark(language, &complaint.0)))
        }
        Err(error) => Err(PageError::Internal(error)),
    }
}
