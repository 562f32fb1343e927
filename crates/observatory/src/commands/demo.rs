use super::{Context, output};
use crate::config;
use crate::instance::Instance;
use crate::pipeline;
use crate::web::{self, Options};
use anyhow::Result;
use clap::{Args, Subcommand};
use domain::Language;
use domain::people::Account;
use std::fs;

#[derive(Args)]
pub(super) struct Demo {
    /// Port of the site on this machine
    #[arg(long, default_value_t = 8080)]
    port: u16,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Subcommand)]
enum Action {
    /// Load the demonstration into this observatory
    Load,
    /// Take the demonstration out of this observatory and erase it
    Purge,
}

pub(super) async fn run(demo: Demo, context: &Context) -> Result<()> {
    match demo.action {
        None => serve(demo.port, context).await,
        Some(Action::Load) => {
            let instance = context.open().await?;
            pipeline::demo::install_sheets(&context.folder)?;
            let today = instance.today().await?;
            let loaded = pipeline::demo::load(&instance, today).await?;
            instance.store.close().await?;
            output::json(&loaded)
        }
        Some(Action::Purge) => {
            let instance = context.open().await?;
            let erased = pipeline::demo::purge(&instance).await?;
            pipeline::demo::remove_sheets(&context.folder)?;
            let library = instance.library();
            // Closing writes the journal of SQLite back: nothing erased stays in it.
            instance.store.close().await?;
            let blanks = [("count", erased.into())];
            let purged = library
                .words
                .format(context.language, "demo-purged", &blanks);
            output::line(&purged)
        }
    }
}

/// One person at a time looks at a demonstration, sometimes by programs that read every page.
const SETTINGS: &str = "[server]\nsearches_per_minute = 0\n";

/// A folder that lives as long as the command.
async fn serve(port: u16, context: &Context) -> Result<()> {
    let folder = tempfile::Builder::new().prefix("vigie-demo-").tempdir()?;
    fs::write(folder.path().join(config::FILE), SETTINGS)?;
    pipeline::demo::install_sheets(folder.path())?;
    let instance = Instance::open(folder.path().to_path_buf()).await?;
    let today = crate::clock::today("Europe/Paris");
    pipeline::demo::load(&instance, today).await?;
    let passphrase = pipeline::demo_accounts::passphrase()?;
    let accounts = pipeline::demo_accounts::make(&instance, &passphrase, context.language).await?;
    let options = Options {
        listen: format!("127.0.0.1:{port}"),
        public_url: None,
        metrics: None,
    };
    let started = instance
        .library()
        .words
        .format(context.language, "demo-started", &[]);
    let said = said(&instance, &accounts, &passphrase, context.language);
    web::serve(instance, options, |address| {
        output::error(&format!("{started} http://{address}/"));
        output::error(&said);
    })
    .await
}

/// The accounts that can be tried. They are said here alone: no page shows the passphrase.
fn said(instance: &Instance, accounts: &[Account], passphrase: &str, language: Language) -> String {
    let library = instance.library();
    let w = library.wording(language);
    let mut lines = vec![w.format("demo-accounts", &[("passphrase", passphrase.into())])];
    let accounts = accounts.iter();
    lines.extend(accounts.map(|account| format!("    {:<34} {}", account.email, account.name)));
    lines.join("\n")
}
