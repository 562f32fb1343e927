//! The space of those who work here: pages behind a session, never kept in memory or cached.
//!
//! [`routes`] is its table of contents. What a person may do is read in one table
//! (`domain::people::permits`) by [`member::Inside::may`]; nothing else decides it.

mod accounts;
mod asking;
mod backup;
mod declare;
mod departments;
mod dossier;
mod forgotten;
mod holders;
mod imports;
mod meeting;
mod member;
mod messages;
mod opinion_form;
mod own;
mod password;
mod proven;
mod provider;
mod roles;
mod sent_file;
mod sheet;
mod sign_in;
mod space;
mod texts;
mod tools;
mod views;
mod week;
mod written;

use super::form;
use super::server::App;
use axum::Router;
use axum::routing::{get, post};
use std::sync::Arc;

pub(super) use member::MemberBar;

/// The addresses of the space.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(
            "/{lang}/{scope}/connexion",
            get(sign_in::page).post(sign_in::send),
        )
        .route(
            "/{lang}/{scope}/connexion/code",
            get(sign_in::code_page).post(sign_in::code_send),
        )
        .route(
            "/{lang}/{scope}/connexion/oubli",
            get(forgotten::page).post(forgotten::send),
        )
        .route("/{lang}/{scope}/deconnexion", post(sign_in::leave))
        .route(
            "/{lang}/{scope}/invitation/{secret}",
            get(password::page).post(password::send),
        )
        .route("/{lang}/{scope}/dossier/{reference}", get(dossier::page))
        .route(
            "/{lang}/{scope}/dossier/{reference}/avis",
            post(dossier::give_opinion),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/decision",
            post(dossier::decide),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/avis-demandes",
            get(dossier::request).post(dossier::ask),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/modifier",
            get(dossier::edit).post(dossier::change),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/droit",
            get(dossier::reading),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/questions",
            get(dossier::questions).post(dossier::answer),
        )
        .merge(dossier::assessment_routes())
        .route(
            "/{lang}/{scope}/dossier/{reference}/a-faire",
            get(dossier::todos).post(dossier::complete_todo),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/a-faire/attribuer",
            post(dossier::assign_todo),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/publication",
            get(dossier::publication).post(dossier::publish),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/apercu/{level}",
            get(dossier::preview),
        )
        .merge(imports::routes())
        .merge(space_routes())
        .merge(provider::routes())
        .merge(declare::routes())
        .merge(tools::routes())
        .merge(messages::routes())
        .merge(accounts::routes())
        .merge(own::routes())
        .merge(texts::routes())
        .merge(departments::routes())
        .merge(backup::routes())
}

/// The addresses that take a whole file: their body may be larger than that of any other form.
pub(super) fn upload_routes() -> Router<Arc<App>> {
    imports::upload_routes().merge(dossier::upload_routes())
}

/// What waits, and what each role reads.
fn space_routes() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/{scope}/espace", get(space::page))
        .route("/{lang}/{scope}/espace/semaine", get(week::page))
        .route("/{lang}/{scope}/espace/reunion", get(meeting::choose))
        .route("/{lang}/{scope}/espace/reunion/dossier", get(meeting::pack))
        .route("/{lang}/{scope}/espace/usages", get(views::uses))
        .route("/{lang}/{scope}/espace/synthese", get(views::summary))
        .route("/{lang}/{scope}/espace/personnel", get(views::staff))
        .route("/{lang}/{scope}/espace/direction", get(views::department))
}
