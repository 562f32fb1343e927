//! Signing out at the provider too.

use super::kept::{Kept, Origin, forget, keep, take, visit};
use super::told;
use crate::clock;
use crate::identity::secret;
use crate::web::error::PageError;
use crate::web::server::App;
use crate::web::staff::form::Form;
use crate::web::visit::{Visit, redirect};
use anyhow::Result;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::Remark;
use std::sync::Arc;

/// Sends to the provider somebody whose session here has just ended; `None` when the provider has
/// no page for that, or does not answer.
pub(in crate::web::staff) async fn away(
    visit: &Visit,
    id_token: Option<&str>,
) -> Result<Option<Response>> {
    let (Some(id_token), Some(finder)) = (id_token, &visit.app.provider) else {
        return Ok(None);
    };
    let Ok(client) = finder.client(clock::now()).await else {
        return Ok(None);
    };
    let state = secret::fresh()?;
    let Some(url) = client.logout_url(id_token, &state) else {
        return Ok(None);
    };
    let w = visit.site.wording(visit.place.language);
    let page = told::away(visit, w.get("provider-leaving"), url.as_str());
    let origin = Origin::of(visit, visit.place.page(""));
    let kept = Kept::Leaving(state, origin);
    keep(&visit.app, &kept, None, page).await.map(Some)
}

/// The person is back after signing out.
pub(in crate::web::staff) async fn left(
    State(app): State<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let kept = match take(&app, &headers).await {
        Ok(kept) => kept,
        Err(error) => return visit(app, uri, headers, None).fail(&PageError::Internal(error)),
    };
    let state = Form::read(uri.query().unwrap_or_default());
    let state = state.one("state");
    match kept {
        Some(Kept::Leaving(expected, origin)) if secret::equal(state, &expected) => {
            forget(&app, redirect(&origin.to))
        }
        _ => {
            let visit = visit(app, uri, headers, None);
            let remark = Remark::new("provider-not-leaving");
            let told = told::say(&visit, StatusCode::BAD_REQUEST, &remark);
            forget(&visit.app, told)
        }
    }
}
