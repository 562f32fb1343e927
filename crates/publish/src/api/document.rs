//! Nouns as answers hold them: whole public documents, with where they are found.

use super::Api;
use crate::numbers::{Number, Origin};
use crate::open_data::drop_unfilled;
use crate::snapshot::{PublicUse, Scope, Tombstone};
use domain::{Authority, Department, Edition, Language, PeerRecord, Publisher, Text, ToolSheet};
use serde::Serialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

impl Api<'_> {
    /// The address that names a record for ever.
    pub(super) fn uri(&self, id: Uuid) -> String {
        format!("{}/id/{id}", self.public_url)
    }

    pub(super) fn use_case_json(&self, public: &PublicUse) -> Value {
        let use_case = &public.use_case;
        let page = format!("fiche/{}", use_case.reference.to_lowercase());
        let mut document = json!({
            "uri": self.uri(use_case.id),
            "page": self.pages(&use_case.authority, &page),
            "version": public.version,
            "changed_at": public.changed_at.to_rfc3339(),
        });
        add(&mut document, use_case);
        document
    }

    pub(super) fn authority_json(&self, authority: &Authority) -> Value {
        let uses = self.snapshot.uses_of(Scope::of(&authority.slug)).count();
        let mut document = json!({
            "page": self.pages(&authority.slug, ""),
            "use_cases": uses,
        });
        add(&mut document, authority);
        document
    }

    pub(super) fn department_json(&self, department: &Department) -> Value {
        let is_it =
            |public: &&PublicUse| public.use_case.department.as_ref() == Some(&department.key);
        let uses = self.snapshot.uses.iter().filter(is_it).count();
        let mut document = json!({"use_cases": uses});
        add(&mut document, department);
        // Where it is kept is nobody's affair outside.
        if let Some(fields) = document.as_object_mut() {
            fields.remove("edited");
        }
        document
    }

    pub(super) fn tool_json(&self, tool: &ToolSheet) -> Value {
        let is_it = |public: &&PublicUse| public.use_case.tool.as_ref() == Some(&tool.key);
        let uses = self.snapshot.uses.iter().filter(is_it).count();
        let mut document = json!({"use_cases": uses});
        add(&mut document, tool);
        document
    }

    pub(super) fn publisher_json(&self, publisher: &Publisher) -> Value {
        let slug = &publisher.slug;
        let peers = self.snapshot.peers.iter();
        let of_it: Vec<_> = peers.filter(|peer| peer.publisher == *slug).collect();
        let gone = of_it
            .iter()
            .filter(|peer| peer.gone_since.is_some())
            .count();
        let mut document = json!({
            "page": self.pages(crate::EVERYONE, &format!("editeur/{slug}")),
            "records": of_it.len(),
            "gone": gone,
        });
        if let Some(copy) = self.snapshot.copies.get(slug) {
            document["copied_at"] = copy.copied_at.map(|at| at.to_rfc3339()).into();
            document["silent_since"] = copy.silent_since.map(|at| at.to_rfc3339()).into();
        }
        add(&mut document, publisher);
        document
    }

    /// A record of another register, with the cells of its source or without.
    pub(super) fn peer_json(&self, peer: &PeerRecord, cells: Cells) -> Value {
        let mut document = json!({
            "uri": self.uri(peer.id),
            "page": self.pages(crate::EVERYONE, &format!("ailleurs/{}", peer.id)),
        });
        add(&mut document, peer);
        if let (Cells::Without, Some(fields)) = (cells, document.as_object_mut()) {
            fields.remove("source_row");
        }
        document
    }

    pub(super) fn edition_json(&self, edition: &Edition) -> Value {
        let mut document = json!({"page": self.pages(&edition.authority, "rapport")});
        add(&mut document, edition);
        document
    }

    pub(super) fn number_json(&self, number: &Number) -> Value {
        let mut document = json!({
            "key": number.key,
            "name": self.said(&format!("number-{}", number.key)),
            "is_known": number.quantity.is_some(),
            "quantity": number.quantity,
            "source": {
                "code": number.source.code(),
                "name": self.said(&format!("origin-{}", number.source.code())),
            },
            "method": self.method(number.source),
            "as_of": number.as_of,
        });
        drop_unfilled(&mut document);
        document
    }

    /// How a number was made; for the footprint, with the release of the tables in force.
    fn method(&self, origin: Origin) -> Text {
        let mut text = self.said(&format!("api-method-{}", origin.code()));
        let releases = &self.snapshot.footprint_method.releases;
        if let (Origin::FootprintMethod, Some(release)) = (origin, releases.last()) {
            for language in Language::ALL {
                let plain = text.plain(language).to_owned();
                text.set(language.tag(), format!("{plain} {}", release.release));
            }
        }
        text
    }

    pub(super) fn tombstone_json(&self, gone: &Tombstone) -> Value {
        json!({
            "change": "gone",
            "id": gone.id,
            "uri": self.uri(gone.id),
            "at": gone.at.to_rfc3339(),
            "reason": gone.reason.code(),
        })
    }

    /// A message in each language.
    pub(super) fn said(&self, key: &str) -> Text {
        let mut text = Text::default();
        for language in Language::ALL {
            text.set(language.tag(), self.wording.words.get(language, key));
        }
        text
    }

    /// The page of something in each language.
    fn pages(&self, scope: &str, page: &str) -> Value {
        let address = |language: Language| {
            let tag = language.tag();
            match (scope, page) {
                (crate::EVERYONE, "") => format!("{}/{tag}/", self.public_url),
                (scope, page) => format!("{}/{tag}/{scope}/{page}", self.public_url),
            }
        };
        let pages =
            Language::ALL.map(|language| (language.tag().to_owned(), address(language).into()));
        Value::Object(Map::from_iter(pages))
    }
}

/// Whether the cells of a source are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    With,
    Without,
}

/// Adds the fields of a public document that are filled in.
fn add<T: Serialize>(document: &mut Value, noun: &T) {
    let Ok(Value::Object(fields)) = serde_json::to_value(noun) else {
        return;
    };
    if let Some(document) = document.as_object_mut() {
        document.extend(fields);
    }
    drop_unfilled(document);
}
