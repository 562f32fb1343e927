//! Accounts at the terminal: what whoever holds the server may do, and the first administrator.

mod arguments;
mod say;

use super::{Context, Told, output};
use crate::clock;
use crate::complaint::complain;
use crate::instance::Instance;
use crate::pipeline::accounts::{self, Done, Hand, Invitation, Refusal, Wish};
use anyhow::Result;
use arguments::{Action, Erase, Invite, Link, Role, RoleOf};
use clap::Args;
use domain::people::Account;
use domain::{Language, Remark};
use std::io::BufRead;

#[derive(Args)]
pub(super) struct User {
    #[command(subcommand)]
    action: Action,
}

pub(super) async fn run(arguments: User, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let done = act(arguments.action, &instance, context.language).await;
    // Closing writes the journal of SQLite back: nothing erased stays in it.
    instance.store.close().await?;
    done
}

async fn act(action: Action, instance: &Instance, language: Language) -> Result<()> {
    let now = clock::now();
    match action {
        Action::Invite(invite) => self::invite(invite, instance, language).await,
        Action::List { authority, json } => {
            let lines = accounts::list(instance, authority.as_deref()).await?;
            say::list(instance, &lines, language, json)
        }
        Action::Link(link) => self::link(link, instance, language).await,
        Action::Grant(RoleOf { who, role, json }) => {
            let id = known(instance, &who).await?.id;
            let wish = [role.wish()];
            let done = accounts::grant(instance, Hand::Terminal, id, &wish, now).await?;
            changed(instance, done, language, json, "user-granted").await
        }
        Action::Revoke(revoke) => {
            let id = known(instance, &revoke.who).await?.id;
            let wish = Wish {
                role: revoke.role,
                authority: revoke.authority,
                department: revoke.department,
                functions: Vec::new(),
            };
            let done = accounts::revoke(instance, Hand::Terminal, id, &wish, now).await?;
            changed(instance, done, language, revoke.json, "user-revoked").await
        }
        Action::Close { who, json } => {
            let id = known(instance, &who).await?.id;
            let done = accounts::close(instance, Hand::Terminal, id, now).await?;
            changed(instance, done, language, json, "user-closed").await
        }
        Action::Open { who, json } => {
            let id = known(instance, &who).await?.id;
            let done = accounts::open(instance, Hand::Terminal, id, now).await?;
            changed(instance, done, language, json, "user-opened").await
        }
        Action::Erase(erase) => self::erase(&erase, instance, language).await,
        Action::Export { who } => {
            let account = known(instance, &who).await?;
            output::json(&accounts::export(instance, account, now).await?)
        }
        Action::Seal { json } => {
            let changed = accounts::seal(instance).await?;
            let seeds = accounts::seeds(instance).await?;
            say::sealed(instance, changed, seeds, language, json)
        }
    }
}

async fn known(instance: &Instance, who: &str) -> Result<Account> {
    let account = accounts::find(instance, who).await?;
    account.ok_or_else(|| complain(Refusal::unknown(who).remark))
}

/// What was done, or the reason why it was not, as a complaint.
fn settled<T>(done: Done<T>) -> Result<T> {
    done.map_err(|refusal| complain(refusal.remark))
}

impl Role {
    fn wish(self) -> Wish {
        Wish {
            role: self.role,
            authority: self.authority,
            department: self.department,
            functions: self.function,
        }
    }
}

async fn invite(invite: Invite, instance: &Instance, language: Language) -> Result<()> {
    let invitation = Invitation {
        email: invite.email,
        name: invite.name.unwrap_or_default(),
        language,
        roles: vec![invite.role.wish()],
    };
    let invited = accounts::invite(instance, Hand::Terminal, &invitation, clock::now()).await?;
    match invited {
        Ok(invited) => say::invited(instance, invited, language, invite.json).await,
        Err(refusals) => {
            let library = instance.library();
            let words = &library.words;
            for refusal in refusals {
                output::error(&words.remark(language, &refusal.remark));
                output::error(&format!("    {}", words.hint(language, &refusal.remark)));
            }
            Err(Told.into())
        }
    }
}

async fn link(link: Link, instance: &Instance, language: Language) -> Result<()> {
    let id = known(instance, &link.who).await?.id;
    let now = clock::now();
    let made = match link.drop_second_factor {
        true => accounts::link_without_second_factor(instance, id, now).await?,
        false => accounts::link(instance, Hand::Terminal, id, now).await?,
    };
    let (account, made) = settled(made)?;
    say::link(instance, account, &made, language, link.json).await
}

async fn changed(
    instance: &Instance,
    done: Done<Account>,
    language: Language,
    json: bool,
    key: &str,
) -> Result<()> {
    let line = accounts::summary(instance, settled(done)?).await?;
    say::account(instance, &line, language, json, key)
}

async fn erase(erase: &Erase, instance: &Instance, language: Language) -> Result<()> {
    let has_account = accounts::find(instance, &erase.who).await?.is_some();
    if !has_account && accounts::erase_begun(instance, &erase.who).await? {
        return output::line(&instance.library().words.get(language, "user-begun-erased"));
    }
    let account = known(instance, &erase.who).await?;
    if !erase.yes {
        confirm(instance, &account, language)?;
    }
    let erased = settled(accounts::erase(instance, Hand::Terminal, account.id).await?)?;
    say::erased(instance, erased.id, language, erase.json)
}

/// Asks for the address again: erasing cannot be undone.
fn confirm(instance: &Instance, account: &Account, language: Language) -> Result<()> {
    let blanks = [("email", account.email.as_str().into())];
    let library = instance.library();
    let words = &library.words;
    output::error(&words.format(language, "user-erase-ask", &blanks));
    let mut typed = String::new();
    std::io::stdin().lock().read_line(&mut typed)?;
    match typed.trim().eq_ignore_ascii_case(&account.email) {
        true => Ok(()),
        false => Err(complain(Remark::new("user-not-erased"))),
    }
}
