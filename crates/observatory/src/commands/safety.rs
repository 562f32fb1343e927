use super::{Context, output};
use crate::archive::{self, Holding};
use crate::config::{self, Config};
use anyhow::Result;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use store::Store;

#[derive(Args)]
pub(super) struct Migrate {
    /// Print the number of migrations as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Backup {
    /// The file to write; one that exists is refused
    file: PathBuf,
    /// Print what was written as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Restore {
    /// The backup
    file: PathBuf,
    /// The folder to fill; it must hold no observatory
    folder: PathBuf,
    /// Print what was restored as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn migrate(migrate: Migrate, context: &Context) -> Result<()> {
    let config = Config::read(&context.folder)?;
    let store = Store::open(&config.database_url(&context.folder)?).await?;
    let applied = store.migrate().await?;
    store.close().await?;
    if migrate.json {
        return output::json(&json!({"applied": applied}));
    }
    let library = crate::instance::Library::open(None)?;
    let blanks = [("count", applied.into())];
    let text = library
        .words
        .format(context.language, "migrate-done", &blanks);
    output::line(&text)
}

pub(super) async fn backup(backup: Backup, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let manifest = archive::backup(&instance, &backup.file, Holding::Everything).await?;
    if backup.json {
        return output::json(&manifest);
    }
    let blanks = [
        ("file", backup.file.display().to_string().into()),
        ("entries", (manifest.digest.entries as f64).into()),
    ];
    let library = instance.library();
    let words = &library.words;
    output::line(&words.format(context.language, "backup-done", &blanks))
}

pub(super) async fn restore(restore: Restore, context: &Context) -> Result<()> {
    let manifest = archive::restore(&restore.file, &restore.folder).await?;
    if restore.json {
        return output::json(&manifest);
    }
    let library = crate::instance::Library::open(None)?;
    let blanks = [
        (
            "folder",
            restore
                .folder
                .join(config::FILE)
                .display()
                .to_string()
                .into(),
        ),
        ("entries", (manifest.digest.entries as f64).into()),
    ];
    let words = &library.words;
    output::line(&words.format(context.language, "restore-done", &blanks))
}
