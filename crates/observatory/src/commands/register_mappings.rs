//! The mappings that are known, and the text of one.

use super::{Context, output};
use crate::complaint::complain;
use crate::config;
use crate::instance::{Instance, Library};
use crate::pipeline::mappings;
use anyhow::Result;
use clap::Args;
use domain::Remark;

#[derive(Args)]
pub(super) struct Show {
    /// Its name, as “vigie register formats” prints it
    name: String,
}

/// The observatory, if the folder is one: mappings written in the browser are in its database.
async fn opened(context: &Context) -> Result<Option<Instance>> {
    if !context.folder.join(config::FILE).is_file() {
        return Ok(None);
    }
    context.open().await.map(Some)
}

pub(super) async fn list(as_json: bool, context: &Context) -> Result<()> {
    let instance = opened(context).await?;
    let (library, mappings, kept) = match &instance {
        Some(instance) => {
            let mappings = mappings::known(instance).await?;
            let kept = mappings::kept(instance).await?;
            instance.store.clone().close().await?;
            let kept: Vec<_> = kept.into_iter().map(|kept| kept.name).collect();
            (instance.library(), mappings, kept)
        }
        None => {
            let overlay = Some(context.folder.as_path()).filter(|folder| folder.is_dir());
            let library = std::sync::Arc::new(Library::open(overlay)?);
            let mappings = library.reference.mappings.clone();
            (library, mappings, Vec::new())
        }
    };
    if as_json {
        let names: Vec<_> = mappings.keys().collect();
        return output::json(&names);
    }
    for mapping in mappings.values() {
        let title = mapping.title.plain(context.language);
        let key = match (&mapping.export, kept.contains(&mapping.id)) {
            (_, true) => "formats-kept",
            (Some(_), _) => "formats-both",
            (None, _) => "formats-read",
        };
        let ways = library.words.get(context.language, key);
        output::line(&format!("{:<12} {title} ({ways})", mapping.id))?;
    }
    Ok(())
}

pub(super) async fn show(arguments: &Show, context: &Context) -> Result<()> {
    let name = &arguments.name;
    let (text, known) = match opened(context).await? {
        Some(instance) => {
            let text = mappings::text_of(&instance, name).await?;
            let known: Vec<_> = mappings::known(&instance).await?.into_keys().collect();
            instance.store.clone().close().await?;
            (text, known)
        }
        None => {
            let overlay = Some(context.folder.as_path()).filter(|folder| folder.is_dir());
            let library = Library::open(overlay)?;
            let known = library.reference.mappings.keys().cloned().collect();
            (mappings::text_of_file(&library, name), known)
        }
    };
    let Some(text) = text else {
        let remark = Remark::new("import-no-mapping").with("name", name);
        return Err(complain(remark.with("known", known.join(", "))));
    };
    output::bytes(text.as_bytes())
}
