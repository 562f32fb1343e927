use super::kept::{Kept, Origin, keep};
use super::told;
use crate::clock;
use crate::identity::oidc::Client;
use crate::web::error::PageError;
use crate::web::staff::form::Form;
use crate::web::staff::sign_in::destination;
use crate::web::visit::{Visit, is_same_origin};
use axum::response::Response;

/// The button that leads to the provider.
pub(in crate::web::staff) struct Door {
    /// Where its form goes.
    pub(in crate::web::staff) action: String,
    /// What it says.
    pub(in crate::web::staff) label: String,
    /// Where to read what ProConnect is, if it is ProConnect.
    pub(in crate::web::staff) about: Option<&'static str>,
}

/// Where ProConnect says what it is.
const PROCONNECT: &str = "https://www.proconnect.gouv.fr/";

impl Door {
    /// The button of a page, when there is a provider.
    pub(in crate::web::staff) fn of(visit: &Visit) -> Option<Self> {
        let provider = visit.app.instance.config.oidc.as_ref()?;
        let w = visit.site.wording(visit.place.language);
        let name = provider.called();
        Some(Self {
            action: visit.place.page("connexion/fournisseur"),
            label: match provider.is_proconnect() {
                true => w.get("provider-proconnect"),
                false => w.format("provider-button", &[("name", name.into())]),
            },
            about: provider.is_proconnect().then_some(PROCONNECT),
        })
    }
}

/// Sends a person to the provider.
pub(in crate::web::staff) async fn begin(visit: Visit, body: String) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    let Some(finder) = &visit.app.provider else {
        return visit.fail(&PageError::NotFound);
    };
    let origin = Origin::of(&visit, destination(&visit, &Form::read(&body)));
    let sent = match finder.client(clock::now()).await {
        Ok(client) => send(&visit, &client, origin).await,
        Err(error) => Ok(told::error(&visit, error)),
    };
    sent.unwrap_or_else(|error| visit.fail(&PageError::Internal(error)))
}

async fn send(visit: &Visit, client: &Client, origin: Origin) -> anyhow::Result<Response> {
    let begun = client.begin(clock::now());
    let title = visit
        .site
        .wording(visit.place.language)
        .get("provider-away");
    let page = told::away(visit, title, begun.url.as_str());
    keep(&visit.app, &Kept::Away(begun.pending, origin), None, page).await
}
