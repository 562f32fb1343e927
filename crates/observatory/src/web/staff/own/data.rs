//! The file of all that concerns the person.

use super::super::member::{Inside, private};
use crate::clock;
use crate::pipeline::accounts;
use crate::web::rendered::Rendered;
use anyhow::Result;
use axum::response::Response;

/// Gives the file to its person, and to nobody else: its address names nobody.
pub(super) async fn download(inside: Inside) -> Response {
    match file(&inside).await {
        Ok(file) => private(&file, &inside.visit.headers),
        Err(error) => inside.answer(Err(error.into())),
    }
}

async fn file(inside: &Inside) -> Result<Rendered> {
    let instance = &inside.visit.app.instance;
    let data = accounts::export(instance, inside.account.clone(), clock::now()).await?;
    let json = serde_json::to_string_pretty(&data)?;
    let name = "vigie-mes-donnees.json".to_owned();
    Ok(Rendered::download("application/json", json, name))
}
