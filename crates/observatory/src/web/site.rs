//! Everything the pages need, built once for each snapshot.

use super::cache::PageCache;
use super::rendered::Rendered;
use crate::clock;
use crate::instance::Library;
use crate::pipeline::law::PublicLaw;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Authority, Language};
use publish::open_data::Offered;
use publish::report::Report;
use publish::{Dashboard, EVERYONE, Numbers, Register, Scope, Snapshot, Wording};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One snapshot and what was made of it.
pub struct Site {
    /// The texts.
    pub library: Arc<Library>,
    /// The data.
    pub snapshot: Snapshot,
    /// The index.
    pub register: Register,
    /// The numbers of each scope.
    pub numbers: BTreeMap<String, Numbers>,
    /// The report of each scope and language.
    pub reports: BTreeMap<(String, Language), Report>,
    /// The style sheet, named after its content.
    pub style: Asset,
    /// The icon.
    pub icon: Asset,
    /// What the public may see of the law of this observatory.
    pub public_law: PublicLaw,
    /// Address the public uses, without final slash.
    pub public_url: String,
    /// Whether it is served, or only copied.
    pub offered: Offered,
    cache: PageCache,
}

/// A shared file that never changes under its name.
pub struct Asset {
    /// Its address.
    pub url: String,
    /// Its content, ready to be sent.
    pub rendered: Arc<Rendered>,
}

impl Site {
    /// Whether every authority shown is invented, as in the demonstration.
    pub(super) fn is_invented(&self) -> bool {
        Authority::are_all_invented(&self.snapshot.authorities)
    }

    /// Builds everything from a snapshot.
    pub fn build(library: Arc<Library>, snapshot: Snapshot, public_url: String) -> Self {
        let register = Register::build(&snapshot, &library.reference);
        let mut numbers = BTreeMap::new();
        let mut reports = BTreeMap::new();
        for slug in scopes(&snapshot) {
            let counted = Numbers::count(&snapshot, Scope::of(&slug));
            for language in Language::ALL {
                let dashboard = Dashboard {
                    snapshot: &snapshot,
                    scope: Scope::of(&slug),
                    numbers: &counted,
                    wording: library.wording(language),
                };
                if let Ok(edition) = crate::pipeline::edition::choose(&dashboard, None) {
                    let (report, errors) = Report::write(&library.tree, &dashboard, &edition);
                    for error in errors {
                        tracing::warn!(
                            file = error.file,
                            line = error.line,
                            key = error.remark.key,
                            "report text"
                        );
                    }
                    reports.insert((slug.clone(), language), report);
                }
            }
            numbers.insert(slug, counted);
        }
        let css = library.tree.get("static/css/vigie.css").unwrap_or_default();
        let icon = library.tree.get("static/icon.svg").unwrap_or_default();
        Self {
            style: Asset::new("vigie", "css", "text/css; charset=utf-8", css),
            icon: Asset::new("vigie", "svg", "image/svg+xml; charset=utf-8", icon),
            public_law: PublicLaw::of(&library.reference, &snapshot),
            library,
            snapshot,
            register,
            numbers,
            reports,
            public_url,
            offered: Offered::Site,
            cache: PageCache::default(),
        }
    }

    /// How things are said in a language.
    pub fn wording(&self, language: Language) -> Wording<'_> {
        self.library.wording(language)
    }

    /// The day of an instant by the clocks of an authority; by those of the first one when it is
    /// not known here.
    pub fn day(&self, at: DateTime<Utc>, authority: &str) -> NaiveDate {
        let known = self.snapshot.authority(authority);
        let known = known.or(self.snapshot.authorities.first());
        let zone = known.map_or("Europe/Paris", |authority| authority.time_zone.as_str());
        clock::day_in(at, zone)
    }

    /// The slugs a reader may put in an address.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.numbers.keys().map(String::as_str)
    }

    /// The charts of a scope.
    pub fn dashboard<'a>(&'a self, scope: Scope<'a>, language: Language) -> Option<Dashboard<'a>> {
        Some(Dashboard {
            snapshot: &self.snapshot,
            scope,
            numbers: self.numbers.get(scope.slug())?,
            wording: self.wording(language),
        })
    }

    /// The page of a key: from memory, else rendered and kept.
    pub fn cached<E>(
        &self,
        key: &str,
        render: impl FnOnce() -> Result<Rendered, E>,
    ) -> Result<Arc<Rendered>, E> {
        self.cache.get(key, render)
    }

    /// The same for what takes long to write: one at a time, and once, however many ask.
    pub fn cached_in_turn<E>(
        &self,
        key: &str,
        render: impl FnOnce() -> Result<Rendered, E>,
    ) -> Result<Arc<Rendered>, E> {
        self.cache.get_in_turn(key, render)
    }
}

/// The authorities, and the view across all when there is more than one.
fn scopes(snapshot: &Snapshot) -> Vec<String> {
    let mut slugs = vec![EVERYONE.to_owned()];
    slugs.extend(snapshot.authorities.iter().map(|a| a.slug.clone()));
    slugs
}

impl Asset {
    fn new(name: &str, extension: &str, content_type: &'static str, bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        let tag: String = digest.iter().take(6).map(|b| format!("{b:02x}")).collect();
        Self {
            url: format!("/static/{name}-{tag}.{extension}"),
            rendered: Arc::new(Rendered::new(content_type, bytes)),
        }
    }

    /// Bytes transferred, compressed.
    pub fn transferred(&self) -> usize {
        self.rendered.gzipped.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::embedded;

    /// A record of `slug`, changed at an instant, is dated by the clocks of its authority.
    #[track_caller]
    fn check(site: &Site, slug: &str, at: &str, expected: &str) {
        let at: DateTime<Utc> = at.parse().expect("an instant");
        assert_eq!(site.day(at, slug).to_string(), expected, "{slug} at {at}");
    }

    #[test]
    fn a_day_is_that_of_the_clocks_of_the_authority() {
        let authority = |slug: &str, zone: &str| {
            format!(
                "[[authorities]]\nslug = \"{slug}\"\nname_fr = \"x\"\ncommon_name_fr = \"x\"\nkind = \"commune\"\nreference_prefix = \"X\"\ntime_zone = \"{zone}\"\n"
            )
        };
        let text = authority("paris", "Europe/Paris") + &authority("noumea", "Pacific/Noumea");
        let config: Config = toml::from_str(&text).expect("settings");
        let snapshot = Snapshot {
            authorities: config
                .authorities
                .iter()
                .filter_map(|one| one.authority())
                .collect(),
            ..Snapshot::default()
        };
        let library = Arc::new(Library::read(embedded::tree()));
        let site = Site::build(library, snapshot, String::new());
        check(&site, "paris", "2026-06-30T21:59:00Z", "2026-06-30");
        check(&site, "paris", "2026-06-30T22:00:00Z", "2026-07-01");
        check(&site, "paris", "2026-12-31T22:59:00Z", "2026-12-31");
        check(&site, "noumea", "2026-06-30T13:00:00Z", "2026-07-01");
        check(&site, "unknown", "2026-06-30T22:00:00Z", "2026-07-01");
    }
}
