use super::{Context, output};
use crate::config;
use crate::instance::Library;
use anyhow::{Result, bail};
use clap::Args;
use std::fs;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Init {
    /// The folder, created if it does not exist
    folder: PathBuf,
}

pub(super) async fn run(init: Init, context: &Context) -> Result<()> {
    let file = init.folder.join(config::FILE);
    if file.exists() {
        bail!("{} exists already: nothing was changed", file.display());
    }
    fs::create_dir_all(&init.folder)?;
    fs::write(&file, config::TEMPLATE)?;
    let library = Library::open(None)?;
    let blanks = [
        ("file", file.display().to_string().into()),
        ("folder", init.folder.display().to_string().into()),
    ];
    let words = &library.words;
    output::line(&words.format(context.language, "init-done", &blanks))
}
