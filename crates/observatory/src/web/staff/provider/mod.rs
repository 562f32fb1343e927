//! Signing in and out through a provider of identities.
//!
//! [`begin`] sends a person away, [`back`] takes them back, [`confirm`] asks them once whether an
//! account is theirs, [`leave`] signs them out there too. Between two requests a browser holds a
//! random secret alone; what it stands for is in the database ([`kept`]).

pub(super) mod back;
mod begin;
pub(super) mod confirm;
mod kept;
pub(super) mod leave;
mod told;

pub(super) use begin::{Door, begin};

use super::Router;
use crate::config::{LEFT_PATH, RETURN_PATH};
use crate::web::server::App;
use axum::routing::{get, post};
use std::sync::Arc;

/// Their addresses.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/{scope}/connexion/fournisseur", post(begin))
        .route(
            "/{lang}/{scope}/connexion/confirmation",
            get(confirm::page).post(confirm::send),
        )
        .route(RETURN_PATH, get(back::come_back))
        .route(LEFT_PATH, get(leave::left))
}
