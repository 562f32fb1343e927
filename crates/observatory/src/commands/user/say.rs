//! What the command says, for people and for machines.

use super::output;
use crate::clock;
use crate::instance::Instance;
use crate::pipeline::accounts::{self, Invited, Line, Link, Seeds};
use anyhow::Result;
use chrono::{DateTime, Utc};
use domain::people::{Account, AccountState, Grant, Role};
use domain::{Function, Language};
use publish::Wording;
use serde_json::json;
use uuid::Uuid;

pub(super) fn list(
    instance: &Instance,
    lines: &[Line],
    language: Language,
    json: bool,
) -> Result<()> {
    if json {
        return output::json(&lines);
    }
    let library = instance.library();
    let w = library.wording(language);
    if lines.is_empty() {
        return output::line(&w.get("user-none"));
    }
    lines.iter().try_for_each(|line| show(line, &w))
}

/// How second factors are kept, once they were renewed.
pub(super) fn sealed(
    instance: &Instance,
    changed: usize,
    seeds: Seeds,
    language: Language,
    json: bool,
) -> Result<()> {
    if json {
        return output::json(&json!({
            "changed": changed,
            "kept": seeds.kept,
            "unreadable": seeds.unreadable,
            "has_key": instance.safe.has_key(),
        }));
    }
    let library = instance.library();
    let w = library.wording(language);
    output::line(&w.format("user-sealed", &[("count", changed.into())]))?;
    if seeds.unreadable > 0 {
        let count = [("count", seeds.unreadable.into())];
        output::line(&w.format("user-seeds-shut", &count))?;
    }
    if !instance.safe.has_key() {
        output::line(&w.get("user-no-key"))?;
    }
    Ok(())
}

fn show(line: &Line, w: &Wording) -> Result<()> {
    let state = w.label(AccountState::VOCABULARY, line.state.code());
    let seen = match line.signed_in_on {
        Some(day) => w.format("user-seen", &[("date", w.date(day).into())]),
        None => w.get("user-never-seen"),
    };
    output::line(&format!("{} {} — {state}, {seen}", line.email, line.name))?;
    output::line(&format!("    {}", line.id))?;
    let mut grants = line.grants.iter();
    grants.try_for_each(|grant| output::line(&format!("    {}", role(grant, w))))
}

/// A role with where it holds: « Relecteur·rice (DPO), toutes les collectivités ».
fn role(grant: &Grant, w: &Wording) -> String {
    let functions = grant.functions.iter();
    let functions: Vec<_> = functions
        .map(|function| w.label(Function::VOCABULARY, function.code()))
        .collect();
    let mut text = w.label(Role::VOCABULARY, grant.role.code());
    if !functions.is_empty() {
        text = format!("{text} ({})", functions.join(", "));
    }
    let scope = grant.authority.clone();
    let scope = scope.unwrap_or_else(|| w.get("user-everywhere"));
    match &grant.department {
        Some(department) => format!("{text}, {scope}, {department}"),
        None => format!("{text}, {scope}"),
    }
}

pub(super) fn account(
    instance: &Instance,
    line: &Line,
    language: Language,
    json: bool,
    key: &str,
) -> Result<()> {
    if json {
        return output::json(&json!({"account": line}));
    }
    let library = instance.library();
    let w = library.wording(language);
    output::line(&w.format(key, &[("email", line.email.as_str().into())]))?;
    show(line, &w)
}

pub(super) async fn invited(
    instance: &Instance,
    invited: Invited,
    language: Language,
    json: bool,
) -> Result<()> {
    match invited.link {
        Some(made) => link(instance, invited.account, &made, language, json).await,
        None => {
            let line = accounts::summary(instance, invited.account).await?;
            if json {
                return output::json(&json!({"account": line, "link": null}));
            }
            account(instance, &line, language, false, "user-known")
        }
    }
}

pub(super) async fn link(
    instance: &Instance,
    account: Account,
    made: &Link,
    language: Language,
    json: bool,
) -> Result<()> {
    let address = format!("{}{}", base(instance), made.path);
    let line = accounts::summary(instance, account).await?;
    if json {
        return output::json(&json!({
            "account": line,
            "link": address,
            "purpose": made.purpose.code(),
            "expires_at": made.expires_at,
        }));
    }
    let library = instance.library();
    let w = library.wording(language);
    let until = until(instance, made.expires_at, &w).await?;
    let blanks = [
        ("email", line.email.as_str().into()),
        ("until", until.into()),
    ];
    output::line(&w.format("user-link", &blanks))?;
    output::line(&address)
}

/// The address of the site: the public one, else the one listened on.
fn base(instance: &Instance) -> String {
    let server = &instance.config.server;
    let listened = || format!("http://{}", server.listen);
    server.public_url.clone().unwrap_or_else(listened)
}

/// A day and an hour where the first authority lives.
async fn until(instance: &Instance, at: DateTime<Utc>, w: &Wording<'_>) -> Result<String> {
    let authorities = instance.authorities().await?;
    let zone = authorities.first().map(|first| first.time_zone.as_str());
    let local = clock::local(at, zone.unwrap_or("Europe/Paris"));
    let time = local.format("%H:%M").to_string();
    let blanks = [("date", w.date(local.date()).into()), ("time", time.into())];
    Ok(w.format("day-and-hour", &blanks))
}

pub(super) fn erased(instance: &Instance, id: Uuid, language: Language, json: bool) -> Result<()> {
    if json {
        return output::json(&json!({"erased": id}));
    }
    let blanks = [("id", id.to_string().into())];
    let library = instance.library();
    let words = &library.words;
    output::line(&words.format(language, "user-erased", &blanks))
}
