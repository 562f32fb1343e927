//! The registers of other observatories: found, harvested, kept as theirs.

mod taken;

use crate::clock;
use crate::complaint::complain;
use crate::exchange::{self, HarvestFault, Peer};
use crate::instance::{Instance, change};
use anyhow::Result;
use chrono::{DateTime, Utc};
use domain::{Imported, Language, PeerRecord, Publisher, Remark};
use publish::Freshness;
use std::collections::{BTreeMap, HashMap};
use store::Harvest;
use taken::Taken;
use uuid::Uuid;

/// What came of one harvest.
pub struct Harvested {
    /// Slug of the publisher.
    pub name: String,
    /// What was read, or why nothing was.
    pub outcome: Result<Imported, HarvestFault>,
    /// How old the copy is now.
    pub freshness: Freshness,
}

/// Finds an observatory and notes that its register is harvested; the slug it is kept under.
pub async fn add(
    instance: &Instance,
    url: &str,
    name: Option<&str>,
    country: &str,
) -> Result<Publisher> {
    let allows_private = instance.config.peers.allow_private;
    let peer = Peer::find(url, allows_private).await;
    let peer = peer.map_err(|fault| complain(fault.remark()))?;
    let publishers = publishers(instance).await?;
    let known = publishers
        .values()
        .find(|known| known.api.as_ref() == Some(&peer.api));
    let slug = match (name, known) {
        (_, Some(known)) => known.slug.clone(),
        (Some(name), None) => slug(name),
        (None, None) => slug(host(&peer.site)),
    };
    let is_ours = instance.authorities().await?.iter().any(|a| a.slug == slug);
    let is_taken = publishers
        .get(&slug)
        .is_some_and(|other| other.api.as_ref() != Some(&peer.api));
    if slug.is_empty() || is_ours || is_taken {
        return Err(complain(Remark::new("peer-name-taken").with("name", slug)));
    }
    let before = publishers.get(&slug);
    let publisher = publisher(&peer, slug, country, before);
    instance.store.put(&publisher, &change("lead")).await?;
    if instance.store.harvest(&publisher.slug).await?.is_none() {
        let state = Harvest {
            publisher: publisher.slug.clone(),
            ..Harvest::default()
        };
        instance.store.put_harvest(&state).await?;
    }
    Ok(publisher)
}

fn publisher(peer: &Peer, slug: String, country: &str, before: Option<&Publisher>) -> Publisher {
    let identity = format!("harvested\n{slug}");
    Publisher {
        id: before.map_or_else(
            || Uuid::new_v5(&Uuid::NAMESPACE_URL, identity.as_bytes()),
            |before| before.id,
        ),
        slug,
        name: peer.name.clone(),
        country: country.to_owned(),
        language: peer.language.tag().to_owned(),
        licence: peer.licence.clone(),
        attribution: peer.attribution.clone(),
        url: Some(format!("{}/{}/", peer.site, peer.language.tag())),
        edition: None,
        imported_on: before.and_then(|before| before.imported_on),
        api: Some(peer.api.clone()),
    }
}

/// Letters, digits and hyphens.
fn slug(name: &str) -> String {
    let kept = name.chars().map(|c| match c.to_ascii_lowercase() {
        c @ ('a'..='z' | '0'..='9') => c,
        _ => '-',
    });
    let slug: String = kept.take(60).collect();
    slug.trim_matches('-').to_owned()
}

fn host(site: &str) -> &str {
    site.split_once("://").map_or(site, |(_, host)| host)
}

/// The publishers that are known, by slug.
async fn publishers(instance: &Instance) -> Result<BTreeMap<String, Publisher>> {
    let records = instance.store.all::<Publisher>().await?;
    let each = records.into_iter().map(|record| record.document);
    Ok(each
        .map(|publisher| (publisher.slug.clone(), publisher))
        .collect())
}

/// The publishers whose register is harvested, with how far they were read.
pub async fn all(instance: &Instance) -> Result<Vec<(Publisher, Harvest)>> {
    let mut states: HashMap<String, Harvest> = HashMap::new();
    for state in instance.store.harvests().await? {
        states.insert(state.publisher.clone(), state);
    }
    let harvested = publishers(instance).await?.into_values();
    let harvested = harvested.filter(|publisher| publisher.api.is_some());
    let with_state = harvested.map(|publisher| {
        let state = states.remove(&publisher.slug).unwrap_or_else(|| Harvest {
            publisher: publisher.slug.clone(),
            ..Harvest::default()
        });
        (publisher, state)
    });
    Ok(with_state.collect())
}

/// The short name and the address of each register that is harvested.
pub async fn addresses(instance: &Instance) -> Result<Vec<(String, String)>> {
    let all = all(instance).await?.into_iter();
    Ok(all
        .map(|(publisher, _)| (publisher.slug.clone(), site(&publisher).to_owned()))
        .collect())
}

/// How fresh each copy is, by slug of the publisher.
pub async fn freshness(instance: &Instance) -> Result<BTreeMap<String, Freshness>> {
    let states = instance.store.harvests().await?;
    let each = states
        .iter()
        .map(|state| (state.publisher.clone(), fresh(state)));
    Ok(each.collect())
}

/// How fresh the copy of a harvest is.
pub fn fresh(state: &Harvest) -> Freshness {
    Freshness {
        copied_at: state.copied_at,
        silent_since: state.silent_since,
    }
}

/// Harvests the publishers of a name, or all of them; with hours, those not tried for so long.
pub async fn harvest(
    instance: &Instance,
    name: Option<&str>,
    due_after_hours: Option<u32>,
    language: Language,
) -> Result<Vec<Harvested>> {
    let all = all(instance).await?;
    if let Some(name) = name.filter(|name| !all.iter().any(|(p, _)| p.slug == *name)) {
        let known: Vec<_> = all.iter().map(|(p, _)| p.slug.as_str()).collect();
        let remark = Remark::new("no-such-peer").with("name", name);
        return Err(complain(remark.with("known", known.join(", "))));
    }
    let now = clock::now();
    let is_due = |state: &Harvest| match (due_after_hours, state.tried_at) {
        (Some(hours), Some(tried)) => now - tried >= chrono::Duration::hours(i64::from(hours)),
        _ => true,
    };
    let mut harvested = Vec::new();
    for (publisher, state) in all {
        if name.is_none_or(|name| name == publisher.slug) && is_due(&state) {
            harvested.push(one(instance, publisher, state, language).await?);
        }
    }
    Ok(harvested)
}

/// Harvests one publisher, and notes how it went.
async fn one(
    instance: &Instance,
    publisher: Publisher,
    state: Harvest,
    language: Language,
) -> Result<Harvested> {
    let name = publisher.slug.clone();
    let read = read(instance, site(&publisher), state.cursor.as_deref()).await;
    let now = clock::now();
    let (state, outcome) = match read {
        Err(fault) => {
            let state = Harvest {
                problem: Some(fault.key().to_owned()),
                tried_at: Some(now),
                silent_since: state.silent_since.or(Some(now)),
                ..state
            };
            (state, Err(fault))
        }
        Ok((peer, names, read)) => {
            let taken = Taken::of(instance, &publisher, &names, &read).await?;
            let imported = taken.write(instance, &publisher, &peer, language).await?;
            let state = Harvest {
                cursor: Some(read.cursor),
                problem: None,
                tried_at: Some(now),
                copied_at: Some(now),
                silent_since: None,
                ..state
            };
            (state, Ok(imported))
        }
    };
    instance.store.put_harvest(&state).await?;
    Ok(Harvested {
        name,
        outcome,
        freshness: fresh(&state),
    })
}

/// The address of the site of a publisher, without final slash.
fn site(publisher: &Publisher) -> &str {
    let home = publisher.url.as_deref().unwrap_or_default();
    let below = format!("/{}/", publisher.language);
    home.strip_suffix(below.as_str()).unwrap_or(home)
}

async fn read(
    instance: &Instance,
    site: &str,
    cursor: Option<&str>,
) -> Result<(Peer, exchange::Names, exchange::Read), HarvestFault> {
    let mut peer = Peer::find(site, instance.config.peers.allow_private).await?;
    let names = peer.names().await?;
    let read = peer.changes(cursor).await?;
    Ok((peer, names, read))
}

/// Takes a publisher and its records out; how many records there were.
pub async fn remove(instance: &Instance, name: &str) -> Result<usize> {
    let all = all(instance).await?;
    let Some((publisher, _)) = all.iter().find(|(publisher, _)| publisher.slug == name) else {
        let known: Vec<_> = all.iter().map(|(p, _)| p.slug.as_str()).collect();
        let remark = Remark::new("no-such-peer").with("name", name);
        return Err(complain(remark.with("known", known.join(", "))));
    };
    let records = instance.store.all_of::<PeerRecord>(name).await?;
    for record in &records {
        instance
            .store
            .withdraw(&record.document, &change("lead"))
            .await?;
    }
    instance.store.withdraw(publisher, &change("lead")).await?;
    instance.store.delete_harvest(name).await?;
    Ok(records.len())
}

/// Days since an instant, whole ones.
pub fn age_days(since: DateTime<Utc>) -> i64 {
    (clock::now() - since).num_days().max(0)
}
