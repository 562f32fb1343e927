//! « Déclarer un usage »: five short steps, each saved as it is typed, then one record.
//!
//! [`routes`] is the table of contents. What is asked and how it becomes a record is in
//! `crate::declaration`; these pages show it and keep the draft. [`comer`] says who may write one:
//! somebody with an account, or somebody without who opened a link ([`guest`]).

mod comer;
mod delete;
mod desk;
mod guest;
mod legal;
mod lists;
mod proposals;
mod questions;
mod receipt;
mod save;
mod send;
mod start;
mod step;
mod summary;
mod view;

use crate::web::server::App;
use axum::Router;
use axum::routing::get;
use std::sync::Arc;

/// The addresses of a declaration.
pub(super) fn routes() -> Router<Arc<App>> {
    let below = |page: &str| format!("/{{lang}}/{{scope}}/declarer/{{draft}}/{page}");
    Router::new()
        .route(
            "/{lang}/{scope}/declarer",
            get(start::page).post(start::create),
        )
        .route(
            "/{lang}/{scope}/declarer/lien",
            get(guest::again).post(guest::ask),
        )
        .route(
            "/{lang}/{scope}/declarer/lien/{secret}",
            get(guest::link).post(guest::open),
        )
        .route(&below("effacer"), get(delete::page).post(delete::confirmed))
        .route(&below("verifier"), get(send::page).post(send::send))
        .route(&below("recu"), get(receipt::page))
        .route(&below("{step}"), get(step::page).post(save::save))
}
