//! The weekly letter: what waits for each person, in numbers, with one link.
//!
//! It names nobody and quotes no record: whoever reads it over a shoulder learns how much waits.

use super::follow_up::{self, Counts};
use crate::clock;
use crate::config::DigestTime;
use crate::instance::Instance;
use crate::mail::{Letter, MailFault, Post};
use anyhow::Result;
use chrono::{Datelike, NaiveDate, Timelike};
use domain::people::{Account, AccountState, Action, Role, Target, permits};
use domain::{Authority, Language};
use publish::Wording;
use store::Digest;

/// A letter, and to which roles it goes: what may be shown of its reader.
#[derive(Debug, Clone)]
pub struct Written {
    /// Slug of the authority.
    pub authority: String,
    /// Roles of the reader there.
    pub roles: Vec<Role>,
    /// Language of the letter.
    pub language: Language,
    /// The letter.
    pub letter: Letter,
}

/// The letters of an authority on a day: one for each person for whom something waits.
pub async fn letters(
    instance: &Instance,
    authority: &Authority,
    on: NaiveDate,
) -> Result<Vec<Written>> {
    let waiting = follow_up::waiting_with_law(instance, &authority.slug, on).await?;
    let library = instance.library();
    let reference = &library.reference;
    let accounts = instance.store.accounts().await?;
    let works_here = |account: &&Account| {
        let target = Target::authority(&authority.slug);
        account.state == AccountState::Active
            && permits(&account.grants, Action::OpenSpace, &target)
    };
    let letter = |account: &Account| {
        let counts = waiting.counts_for(account, &authority.slug, reference, on);
        (!counts.is_empty()).then(|| write(instance, authority, account, &counts, on))
    };
    Ok(accounts
        .iter()
        .filter(works_here)
        .filter_map(letter)
        .collect())
}

fn write(
    instance: &Instance,
    authority: &Authority,
    account: &Account,
    counts: &Counts,
    on: NaiveDate,
) -> Written {
    let library = instance.library();
    let w = library.wording(account.language);
    let roles = Role::ALL.iter().copied();
    let name = [("authority", w.text(&authority.name).into())];
    Written {
        authority: authority.slug.clone(),
        roles: roles
            .filter(|role| account.is(*role, &authority.slug))
            .collect(),
        language: account.language,
        letter: Letter {
            to: account.email.clone(),
            subject: w.format("digest-subject", &name),
            body: body(instance, authority, counts, &w, on),
        },
    }
}

fn body(
    instance: &Instance,
    authority: &Authority,
    counts: &Counts,
    w: &Wording,
    on: NaiveDate,
) -> String {
    let blanks = [
        ("authority", w.text(&authority.name).into()),
        ("date", w.date(on).into()),
    ];
    let mut lines = vec![w.format("digest-lede", &blanks), String::new()];
    let numbers = [
        (counts.opinions, "digest-opinions"),
        (counts.decisions, "digest-decisions"),
        (counts.todos, "digest-todos"),
        (counts.overdue, "digest-overdue"),
    ];
    for (count, key) in numbers {
        if count > 0 {
            lines.push(format!("- {}", w.format(key, &[("count", count.into())])));
        }
    }
    for (wait, count) in &counts.tools {
        let key = format!("digest-{}", wait.code());
        lines.push(format!(
            "- {}",
            w.format(&key, &[("count", (*count).into())])
        ));
    }
    for (subject, count) in &counts.week {
        let blanks = [
            ("what", w.get(&format!("week-{}", subject.code())).into()),
            ("count", (*count).into()),
        ];
        lines.push(format!("- {}", w.format("week-count", &blanks)));
    }
    let page = if counts.week.is_empty() {
        "espace"
    } else {
        "espace/semaine"
    };
    let url = instance.config.server.public_url.as_deref();
    let url = url.unwrap_or_default().trim_end_matches('/');
    let (tag, slug) = (w.language.tag(), &authority.slug);
    lines.extend([
        String::new(),
        format!("{url}/{tag}/{slug}/{page}"),
        String::new(),
        w.get("digest-foot"),
    ]);
    lines.join("\n") + "\n"
}

/// How many letters went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sent {
    /// Letters that went out.
    pub sent: u32,
    /// Letters that did not.
    pub failed: u32,
    /// The first fault.
    pub fault: Option<MailFault>,
}

/// Sends letters one after the other; one that does not go out stops none of the others.
pub async fn send(post: &Post, letters: &[Written]) -> Sent {
    let mut result = Sent::default();
    for written in letters {
        match post.send(&written.letter).await {
            Ok(()) => result.sent += 1,
            Err(fault) => {
                result.failed += 1;
                result.fault = result.fault.or(Some(fault));
            }
        }
    }
    result
}

/// Sends what is due at this moment, once a week for each authority, whichever process does it.
pub async fn send_due(instance: &Instance, time: DigestTime) -> Result<()> {
    for authority in instance.authorities().await? {
        let now = clock::now();
        let Some(local) = clock::zoned(now, &authority.time_zone) else {
            continue;
        };
        if local.weekday() != time.day || local.hour() < time.hour {
            continue;
        }
        let week = local.iso_week();
        let week = format!("{}-W{:02}", week.year(), week.week());
        let store = &instance.store;
        if !store.claim_digest(&authority.slug, &week, now).await? {
            continue;
        }
        let result = send_week(instance, &authority, local.date_naive()).await;
        let told = Digest {
            authority: authority.slug.clone(),
            week,
            at: now,
            sent: result.sent,
            failed: result.failed,
            fault: result.fault.map(|fault| fault.code().to_owned()),
        };
        store.tell_digest(&told).await?;
        match result.fault {
            None => tracing::info!(sent = result.sent, "weekly letters"),
            Some(fault) => tracing::warn!(
                sent = result.sent,
                failed = result.failed,
                fault = fault.code(),
                "weekly letters"
            ),
        }
    }
    Ok(())
}

/// The letters of one week; what cannot even be begun counts as one that failed.
async fn send_week(instance: &Instance, authority: &Authority, on: NaiveDate) -> Sent {
    let failed = Sent {
        failed: 1,
        fault: Some(MailFault::Letter),
        ..Sent::default()
    };
    let settings = instance.config.mail().ok().flatten();
    let Some(post) = settings.and_then(|settings| Post::of(&settings).ok()) else {
        return failed;
    };
    match letters(instance, authority, on).await {
        Ok(letters) => send(&post, &letters).await,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "weekly letters");
            failed
        }
    }
}
