use super::tasks::folded;
use crate::snapshot::Snapshot;
use domain::{CommonField, Generative, Publisher};
use std::collections::{BTreeMap, BTreeSet};

/// A publisher with what its records say.
#[derive(Debug, Clone, PartialEq)]
pub struct PublisherView<'a> {
    /// Who.
    pub publisher: &'a Publisher,
    /// Records still listed.
    pub living: usize,
    /// Records no longer listed.
    pub gone: usize,
    /// Records still listed that it says are in use.
    pub in_use: usize,
    /// Records still listed that are generative, not generative, and of which nobody knows.
    pub generative: [usize; 3],
    /// Among those known, how many a stated rule inferred.
    pub inferred: usize,
    /// Records still listed that fill in each field.
    pub filled: BTreeMap<CommonField, usize>,
}

impl PublisherView<'_> {
    /// The share of listed records that fill in a field, in percent; `None` without records.
    pub fn share(&self, field: CommonField) -> Option<f64> {
        let filled = self.filled.get(&field).copied().unwrap_or_default();
        (self.living > 0).then(|| 100.0 * filled as f64 / self.living as f64)
    }

    /// Fields that at least half of the listed records fill in.
    pub fn fields_mostly_filled(&self) -> usize {
        let is_mostly = |field| self.share(field).is_some_and(|share| share >= 50.0);
        let fields = CommonField::ALL.iter();
        fields.filter(|(field, _)| is_mostly(*field)).count()
    }
}

/// Of how many records of a publisher another register has one of the very same name, by publisher:
/// the same use is then counted in both.
pub fn also_in(snapshot: &Snapshot, slug: &str) -> BTreeMap<String, usize> {
    let living = || {
        snapshot
            .peers
            .iter()
            .filter(|peer| peer.gone_since.is_none())
    };
    let own: BTreeSet<String> = living()
        .filter(|peer| peer.publisher == slug)
        .map(|peer| folded(&peer.name))
        .collect();
    let mut shared: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for peer in living().filter(|peer| peer.publisher != slug) {
        let name = folded(&peer.name);
        if own.contains(&name) {
            shared
                .entry(peer.publisher.clone())
                .or_default()
                .insert(name);
        }
    }
    let counts = shared
        .into_iter()
        .map(|(publisher, names)| (publisher, names.len()));
    counts.collect()
}

/// Every publisher, by name in addresses.
pub fn publishers(snapshot: &Snapshot) -> Vec<PublisherView<'_>> {
    let mut views: BTreeMap<&str, PublisherView> = snapshot
        .publishers
        .values()
        .map(|publisher| {
            let view = PublisherView {
                publisher,
                living: 0,
                gone: 0,
                in_use: 0,
                generative: [0; 3],
                inferred: 0,
                filled: BTreeMap::new(),
            };
            (publisher.slug.as_str(), view)
        })
        .collect();
    for peer in &snapshot.peers {
        let Some(view) = views.get_mut(peer.publisher.as_str()) else {
            continue;
        };
        if peer.gone_since.is_some() {
            view.gone += 1;
            continue;
        }
        view.living += 1;
        view.in_use += usize::from(peer.lifecycle.is_some_and(domain::Lifecycle::is_in_use));
        let kind = match peer.generative {
            Generative::Yes => 0,
            Generative::No => 1,
            Generative::Unknown => 2,
        };
        view.generative[kind] += 1;
        view.inferred += usize::from(peer.generative_inferred.is_some());
        *view.filled.entry(CommonField::Name).or_default() += 1;
        for field in peer.fields.keys().filter(|f| **f != CommonField::Name) {
            *view.filled.entry(*field).or_default() += 1;
        }
    }
    views.into_values().collect()
}
