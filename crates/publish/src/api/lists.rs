//! The short lists, and one thing at a time.

use super::asked::Asked;
use super::document::Cells;
use super::problem::Problem;
use super::resource::Resource;
use super::{Answer, Api, VERSION};
use crate::EVERYONE;
use domain::{Language, SCHEMA_VERSION};
use serde_json::{Map, Value, json};
use uuid::Uuid;

impl Api<'_> {
    pub(super) fn index(&self) -> Value {
        let mut links = Map::new();
        for resource in Resource::ALL {
            if resource.key().is_none() && resource != Resource::Index {
                let name = resource.code().replace('-', "_");
                links.insert(name, self.address(resource.path()).into());
            }
        }
        json!({
            "version": VERSION,
            "schema_version": SCHEMA_VERSION,
            "built_on": self.snapshot.built_on,
            "languages": Language::ALL.map(Language::tag),
            "licence": crate::open_data::LICENCE,
            "fictional": self.snapshot.is_demonstration,
            "links": links,
        })
    }

    pub(super) fn authorities(&self, asked: &Asked) -> Result<Answer, Problem> {
        let all = &self.snapshot.authorities;
        Ok(self.page(asked, all, |authority| self.authority_json(authority)))
    }

    pub(super) fn authority(&self, slug: &str) -> Result<Value, Problem> {
        let found = self.snapshot.authority(slug);
        let found = found.map(|authority| self.authority_json(authority));
        found.ok_or_else(|| Problem::no_such_record(slug))
    }

    pub(super) fn departments(&self, asked: &Asked) -> Result<Answer, Problem> {
        let all: Vec<_> = self.snapshot.departments.values().collect();
        Ok(self.page(asked, &all, |department| self.department_json(department)))
    }

    pub(super) fn tools(&self, asked: &Asked) -> Result<Answer, Problem> {
        let all: Vec<_> = self.snapshot.tools.values().collect();
        Ok(self.page(asked, &all, |tool| self.tool_json(tool)))
    }

    pub(super) fn tool(&self, key: &str) -> Result<Value, Problem> {
        let found = self
            .snapshot
            .tools
            .get(key)
            .map(|tool| self.tool_json(tool));
        found.ok_or_else(|| Problem::no_such_record(key))
    }

    pub(super) fn publishers(&self, asked: &Asked) -> Result<Answer, Problem> {
        let all: Vec<_> = self.snapshot.publishers.values().collect();
        Ok(self.page(asked, &all, |publisher| self.publisher_json(publisher)))
    }

    pub(super) fn publisher(&self, slug: &str) -> Result<Value, Problem> {
        let found = self.snapshot.publishers.get(slug);
        let found = found.map(|publisher| self.publisher_json(publisher));
        found.ok_or_else(|| Problem::no_such_record(slug))
    }

    pub(super) fn editions(&self, asked: &Asked) -> Result<Answer, Problem> {
        let all: Vec<_> = self.snapshot.editions.iter().rev().collect();
        Ok(self.page(asked, &all, |edition| self.edition_json(edition)))
    }

    /// The numbers of a scope; of every authority together when none is named.
    pub(super) fn numbers(&self, asked: &Asked) -> Result<Answer, Problem> {
        let scope = asked
            .one("scope")
            .filter(|scope| !scope.is_empty())
            .unwrap_or(EVERYONE);
        let Some(numbers) = self.numbers.get(scope) else {
            let known: Vec<_> = self.numbers.keys().map(String::as_str).collect();
            return Err(Problem::wrong_value("scope", scope, known.join(", ")));
        };
        let all: Vec<_> = numbers.iter().collect();
        let mut answer = self.page(asked, &all, |number| self.number_json(number));
        answer.document["scope"] = scope.into();
        Ok(answer)
    }

    /// A record by its identifier, or by its reference.
    pub(super) fn use_case(&self, key: &str) -> Result<Value, Problem> {
        let id = key.parse::<Uuid>().ok();
        let mut uses = self.snapshot.uses.iter();
        let found = match id {
            Some(id) => uses.find(|public| public.use_case.id == id),
            None => self.snapshot.use_by_reference(key),
        };
        if let Some(public) = found {
            return Ok(self.use_case_json(public));
        }
        let mut tombstones = self.snapshot.tombstones.iter();
        let gone = tombstones.find(|gone| Some(gone.id) == id);
        Err(gone.map_or_else(
            || Problem::no_such_record(key),
            |gone| Problem::gone(key, gone.at.date_naive()),
        ))
    }

    pub(super) fn peer_record(&self, key: &str) -> Result<Value, Problem> {
        let id = key.parse::<Uuid>().ok();
        let mut peers = self.snapshot.peers.iter();
        let found = peers.find(|peer| Some(peer.id) == id);
        let found = found.map(|peer| self.peer_json(peer, Cells::With));
        found.ok_or_else(|| Problem::no_such_record(key))
    }

    /// One page of a list that is in memory.
    fn page<T>(&self, asked: &Asked, all: &[T], item: impl Fn(&T) -> Value) -> Answer {
        let shown = all.iter().skip(asked.offset).take(asked.limit);
        self.listed(asked, all.len(), shown.map(item).collect())
    }

    /// The envelope of a list.
    pub(super) fn listed(&self, asked: &Asked, total: usize, items: Vec<Value>) -> Answer {
        let next = asked.next(total).map(|path| self.address(&path));
        let mut document = json!({"total": total, "items": items});
        if let Some(next) = &next {
            document["next"] = next.as_str().into();
        }
        Answer { document, next }
    }
}
