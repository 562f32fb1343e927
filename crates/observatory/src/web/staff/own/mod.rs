//! « Mon compte »: what somebody changes, reads and erases about themselves.

mod data;
mod enrolling;
mod erase;
mod page;
mod second_factor;

use super::member::Inside;
use crate::web::server::App;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

/// The addresses below « Mon compte ».
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/{scope}/compte", get(page::page).post(page::rename))
        .route(
            "/{lang}/{scope}/compte/mot-de-passe",
            get(back).post(page::password),
        )
        .route(
            "/{lang}/{scope}/compte/second-facteur",
            get(second_factor::page).post(second_factor::set_up),
        )
        .route(
            "/{lang}/{scope}/compte/second-facteur/codes",
            get(back).post(second_factor::codes),
        )
        .route(
            "/{lang}/{scope}/compte/second-facteur/retirer",
            get(back).post(second_factor::remove),
        )
        .route(
            "/{lang}/{scope}/compte/sessions",
            get(back).post(page::leave_everywhere),
        )
        .route(
            "/{lang}/{scope}/compte/identite",
            get(back).post(page::unlink),
        )
        .route("/{lang}/{scope}/compte/donnees.json", get(data::download))
        .route(
            "/{lang}/{scope}/compte/effacer",
            get(erase::page).post(erase::send),
        )
}

/// Somebody who loads again the address of a form is led back to the page.
async fn back(inside: Inside) -> Response {
    crate::web::visit::redirect(&inside.visit.place.page("compte"))
}
