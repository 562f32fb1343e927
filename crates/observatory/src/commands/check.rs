use super::{Context, Told, output};
use crate::archive;
use crate::config::{self, clear_faults, peer_faults, public_url_fault};
use crate::instance::{Instance, Library};
use crate::pipeline::accounts;
use crate::pipeline::edition::told;
use crate::pipeline::peers;
use anyhow::Result;
use clap::Args;
use domain::{Authority, Language, Remark};
use publish::Words;
use serde::Serialize;
use std::path::Path;

#[derive(Args)]
pub(super) struct Check {
    /// Print the faults as JSON
    #[arg(long)]
    json: bool,
}

/// A fault of an observatory, and what to do.
#[derive(Serialize)]
struct Fault {
    fault: String,
    hint: String,
}

pub(super) async fn run(check: Check, context: &Context) -> Result<()> {
    let language = context.language;
    let mut written = written_faults(context)?;
    written.extend(config::key_faults()?);
    if !written.is_empty() {
        // An observatory whose settings are not understood cannot be opened.
        let library = Library::open(Some(&context.folder))?;
        return tell(&check, &faults(&written, &library.words, language), || {
            library.words.get(language, "check-fine")
        });
    }
    let instance = context.open().await?;
    let library = instance.library();
    let words = &library.words;
    let mut remarks = Vec::new();
    let authorities = instance.authorities().await?;
    if authorities.is_empty() {
        remarks.push(Remark::new("check-no-authority"));
    }
    remarks.extend(authorities.iter().flat_map(authority_faults));
    remarks.extend(settings_faults(&instance).await?);
    if !library.diagnostics.is_empty() {
        let list = told(&library, language, &library.diagnostics);
        remarks.push(Remark::new("check-data").with("list", list));
    }
    let mut faults = faults(&remarks, words, language);
    let journal = instance.store.verify_journal().await?;
    if !journal.faults.is_empty() {
        let count = [("count", journal.faults.len().into())];
        faults.push(Fault {
            fault: words.format(language, "check-journal", &count),
            hint: words.get(language, "check-journal-hint"),
        });
    }
    tell(&check, &faults, || words.get(language, "check-fine"))
}

/// What is wrong with `vigie.toml` as it is written, if there is one.
fn written_faults(context: &Context) -> Result<Vec<Remark>> {
    match context.folder.join(config::FILE).is_file() {
        true => config::faults(&context.folder),
        false => Ok(Vec::new()),
    }
}

/// What readers would look for in vain about an authority.
fn authority_faults(authority: &Authority) -> Vec<Remark> {
    let missing = [
        (authority.slug == "collectivite", "check-unnamed"),
        (authority.publisher_role.is_none(), "check-no-publisher"),
        (authority.host.is_none(), "check-no-host"),
        (authority.contact.is_none(), "check-no-contact"),
    ];
    let missing = missing.into_iter().filter(|(is_missing, _)| *is_missing);
    missing
        .map(|(_, key)| Remark::new(key).with("name", &authority.slug))
        .collect()
}

/// What is wrong with the tables of vigie.toml, and with the registers that are harvested.
async fn settings_faults(instance: &Instance) -> Result<Vec<Remark>> {
    let config = &instance.config;
    let url = config.server.public_url.as_deref();
    let mut remarks = Vec::new();
    if url.is_none() {
        remarks.push(Remark::new("check-no-url"));
    }
    remarks.extend(public_url_fault(url));
    let database = config.database_url(&instance.folder)?;
    remarks.extend(clear_faults(&config.server, &database));
    remarks.extend(readable_fault(&database));
    remarks.extend(config.oidc_faults()?);
    remarks.extend(config.mail_faults()?);
    remarks.extend(config.sign_in_faults());
    remarks.extend(seed_faults(instance).await?);
    remarks.extend(config.declare_faults());
    let addresses = peers::addresses(instance).await?;
    remarks.extend(peer_faults(&addresses, url, config.peers.allow_private));
    Ok(remarks)
}

/// A file of SQLite that others on this machine may read: accounts and drafts are in it.
fn readable_fault(database: &str) -> Option<Remark> {
    let path = database.strip_prefix("sqlite:")?.split('?').next()?;
    let is_open = archive::is_for_others(Path::new(path)).unwrap_or(false);
    is_open.then(|| Remark::new("check-database-readable").with("path", path))
}

/// What is wrong with how the seeds of second factors are kept. What is invented needs no key.
async fn seed_faults(instance: &Instance) -> Result<Vec<Remark>> {
    let seeds = accounts::seeds(instance).await?;
    let authorities = instance.authorities().await?;
    let is_real = authorities.iter().any(|authority| !authority.fictional);
    let mut remarks = Vec::new();
    if !instance.safe.has_key() && is_real {
        remarks.push(Remark::new("check-no-key").with("count", seeds.kept));
    }
    if seeds.to_renew > 0 {
        remarks.push(Remark::new("check-seeds-former").with("count", seeds.to_renew));
    }
    if seeds.unreadable > 0 {
        remarks.push(Remark::new("check-seeds-shut").with("count", seeds.unreadable));
    }
    Ok(remarks)
}

fn faults(remarks: &[Remark], words: &Words, language: Language) -> Vec<Fault> {
    let remarks = remarks.iter();
    remarks
        .map(|remark| Fault {
            fault: words.remark(language, remark),
            hint: words.hint(language, remark),
        })
        .collect()
}

/// Prints the faults, or that there is none.
fn tell(check: &Check, faults: &[Fault], fine: impl Fn() -> String) -> Result<()> {
    if check.json {
        output::json(&faults)?;
    } else if faults.is_empty() {
        output::line(&fine())?;
    } else {
        for found in faults {
            output::line(&format!("• {}\n  {}", found.fault, found.hint))?;
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Told.into())
    }
}
