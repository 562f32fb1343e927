use super::answers::{Changes, Discovery, Line, Listed};
use super::client::{Client, short};
use super::record::Names;
use super::{HarvestFault, NotTaken};
use chrono::{DateTime, Utc};
use domain::{Language, Text};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Where an observatory says what it offers.
const DISCOVERY: &str = "/.well-known/observatoire-ia.json";
/// The format it must say it speaks.
const FORMAT: &str = publish::api::FORMAT;
/// Pages of one list at most.
const PAGES_MAX: usize = 1_000;
/// Changes of one harvest at most.
const CHANGES_MAX: usize = 50_000;

/// Another observatory that was found.
pub struct Peer {
    /// Its address, without final slash.
    pub site: String,
    /// The root of its API.
    pub api: String,
    /// Who publishes it.
    pub name: Text,
    /// The language its records are read in.
    pub language: Language,
    /// SPDX identifier or name of the licence.
    pub licence: String,
    /// The sentence its licence asks for.
    pub attribution: Text,
    client: Client,
}

/// What changed there.
pub enum Change {
    /// A record, as it stands.
    Record {
        /// Its identifier.
        id: Uuid,
        /// Its lasting address.
        uri: String,
        /// The record.
        record: Value,
    },
    /// A record that is no longer public.
    Gone {
        /// Its lasting address.
        uri: String,
        /// When it left.
        at: DateTime<Utc>,
    },
    /// A line that is not believed.
    Refused(NotTaken),
}

/// What was read, to its end.
pub struct Read {
    /// The changes, oldest first.
    pub changes: Vec<Change>,
    /// Where to go on the next time.
    pub cursor: String,
    /// Whether it was read from the beginning: what is not in it is gone.
    pub is_whole: bool,
}

impl Peer {
    /// Reads the discovery document of a site.
    pub async fn find(url: &str, allows_private: bool) -> Result<Self, HarvestFault> {
        let mut client = Client::new(allows_private)?;
        let asked = client.site(url)?;
        let site = asked.as_str().trim_end_matches('/').to_owned();
        let found = client.json(&format!("{site}{DISCOVERY}")).await?;
        let found: Discovery = read(found)?;
        if found.format != FORMAT {
            return Err(HarvestFault::Unreadable(short(&found.format)));
        }
        // A site speaks for itself: the same host, and an API below its own address.
        let told = found.site.trim_end_matches('/');
        if told != site || !found.api.root.starts_with(&format!("{site}/")) {
            return Err(HarvestFault::OtherSite(short(told)));
        }
        let languages = found.languages.iter();
        let language = languages.filter_map(|tag| Language::from_tag(tag)).next();
        Ok(Self {
            api: found.api.root.trim_end_matches('/').to_owned(),
            name: trimmed(&found.name),
            language: language.unwrap_or_default(),
            licence: short(&found.licence.id),
            attribution: trimmed(&found.attribution),
            site,
            client,
        })
    }

    /// Everything that changed since a cursor; everything there is without one, or when the other
    /// no longer knows it.
    pub async fn changes(&mut self, since: Option<&str>) -> Result<Read, HarvestFault> {
        match self.changes_since(since).await {
            Err(HarvestFault::CursorRefused) => self.changes_since(None).await,
            read => read,
        }
    }

    async fn changes_since(&mut self, since: Option<&str>) -> Result<Read, HarvestFault> {
        let mut changes = Vec::new();
        let mut cursor = since.map(str::to_owned);
        let mut seen: BTreeSet<String> = cursor.iter().cloned().collect();
        loop {
            let query: String = cursor.iter().map(|cursor| query("since", cursor)).collect();
            let url = format!("{}/changes?limit=200{query}", self.api);
            let page: Changes = match self.client.json(&url).await {
                Err(HarvestFault::Status(400)) if cursor.is_some() => {
                    return Err(HarvestFault::CursorRefused);
                }
                answer => read(answer?)?,
            };
            let is_empty = page.items.is_empty();
            changes.extend(page.items.into_iter().map(|line| self.change(line)));
            if changes.len() > CHANGES_MAX {
                return Err(HarvestFault::TooMuch);
            }
            if !page.more {
                return Ok(Read {
                    changes,
                    cursor: page.cursor.chars().take(200).collect(),
                    is_whole: since.is_none(),
                });
            }
            if is_empty || !seen.insert(page.cursor.clone()) {
                return Err(HarvestFault::Circle);
            }
            cursor = Some(page.cursor);
        }
    }

    /// One line, believed only if it speaks of a record of that very site.
    fn change(&self, line: Value) -> Change {
        let told = line["uri"].as_str().map(short).unwrap_or_default();
        let Ok(line) = serde_json::from_value::<Line>(line) else {
            return Change::Refused(NotTaken::unreadable(&told));
        };
        if line.uri != format!("{}/id/{}", self.site, line.id) {
            return Change::Refused(NotTaken::of_others(&told, &self.site));
        }
        match (line.change.as_str(), line.record) {
            ("gone", _) => Change::Gone {
                uri: line.uri,
                at: line.at,
            },
            ("changed", Some(record)) => Change::Record {
                id: line.id,
                uri: line.uri,
                record,
            },
            _ => Change::Refused(NotTaken::unreadable(&told)),
        }
    }

    /// The names behind the keys of its records.
    pub async fn names(&mut self) -> Result<Names, HarvestFault> {
        let authorities = self.list("authorities").await?;
        let departments = self.list("departments").await?;
        let tools = self.list("tools").await?;
        Ok(Names::of(self.language, &authorities, &departments, tools))
    }

    /// Every item of a list, page after page.
    async fn list(&mut self, name: &str) -> Result<Vec<Value>, HarvestFault> {
        let mut url = format!("{}/{name}?limit=200", self.api);
        let mut seen = BTreeSet::new();
        let mut items = Vec::new();
        loop {
            if !seen.insert(url.clone()) || seen.len() > PAGES_MAX {
                return Err(HarvestFault::Circle);
            }
            let page: Listed = read(self.client.json(&url).await?)?;
            items.extend(page.items);
            let Some(next) = page.next else {
                return Ok(items);
            };
            if !next.starts_with(&format!("{}/", self.api)) {
                return Err(HarvestFault::OtherSite(short(&next)));
            }
            url = next;
        }
    }
}

fn read<T: DeserializeOwned>(document: Value) -> Result<T, HarvestFault> {
    serde_json::from_value(document)
        .map_err(|error| HarvestFault::Unreadable(short(&error.to_string())))
}

fn query(name: &str, value: &str) -> String {
    let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
    format!("&{name}={value}")
}

/// A text of others, cut to what a page can show.
fn trimmed(text: &Text) -> Text {
    let mut kept = Text::default();
    for (tag, text) in text.iter().take(4) {
        kept.set(&short(tag), short(text));
    }
    kept
}
