use super::{Context, Told, output};
use crate::instance::Instance;
use crate::pipeline::edition::told;
use anyhow::Result;
use clap::Args;
use domain::Remark;
use publish::Blank;
use serde::Serialize;

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
    let instance = context.open().await?;
    let library = instance.library();
    let words = &library.words;
    let language = context.language;
    let fault = |key: &str, blanks: &[(&str, Blank)]| Fault {
        fault: words.format(language, key, blanks),
        hint: words.format(language, &format!("{key}-hint"), blanks),
    };
    let mut faults = Vec::new();
    let authorities = instance.authorities().await?;
    if authorities.is_empty() {
        faults.push(fault("check-no-authority", &[]));
    }
    for authority in &authorities {
        let name = || [("name", authority.slug.as_str().into())];
        if authority.slug == "collectivite" {
            faults.push(fault("check-unnamed", &name()));
        }
        for (missing, key) in [
            (authority.publisher_role.is_none(), "check-no-publisher"),
            (authority.host.is_none(), "check-no-host"),
            (authority.contact.is_none(), "check-no-contact"),
        ] {
            if missing {
                faults.push(fault(key, &name()));
            }
        }
    }
    if instance.config.server.public_url.is_none() {
        faults.push(fault("check-no-url", &[]));
    }
    for remark in settings_faults(&instance)? {
        faults.push(Fault {
            fault: words.remark(language, &remark),
            hint: words.hint(language, &remark),
        });
    }
    let journal = instance.store.verify_journal().await?;
    if !journal.faults.is_empty() {
        let blanks = [("count", journal.faults.len().into())];
        faults.push(fault("check-journal", &blanks));
    }
    if !library.diagnostics.is_empty() {
        let list = told(&library, language, &library.diagnostics);
        faults.push(fault("check-data", &[("list", list.into())]));
    }
    if check.json {
        output::json(&faults)?;
    } else if faults.is_empty() {
        output::line(&words.get(language, "check-fine"))?;
    } else {
        for found in &faults {
            output::line(&format!("• {}\n  {}", found.fault, found.hint))?;
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Told.into())
    }
}

/// What is wrong with the tables of vigie.toml.
fn settings_faults(instance: &Instance) -> Result<Vec<Remark>> {
    let mut remarks = instance.config.oidc_faults()?;
    remarks.extend(instance.config.mail_faults()?);
    remarks.extend(instance.config.sign_in_faults());
    remarks.extend(instance.config.declare_faults());
    Ok(remarks)
}
