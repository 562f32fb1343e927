//! The read-only API: every answer is a function of the public snapshot and of the address.
//!
//! Start with [`Api::answer`]. [`Resource`] is the closed list of what can be asked for; the same
//! list writes the `OpenAPI` document ([`openapi`]) and the page that explains it.

mod asked;
mod changes;
mod cursor;
mod discovery;
mod document;
mod found;
mod lists;
mod openapi;
mod problem;
mod resource;
mod schema;

pub use discovery::{FORMAT, discovery};
pub use openapi::openapi;
pub use problem::{Problem, TITLES};
pub use resource::{Parameter, Resource};
pub(crate) use schema::{Field, fields, keys};
pub use schema::{Nature, component};

use crate::numbers::Numbers;
use crate::register::Register;
use crate::snapshot::Snapshot;
use crate::wording::Wording;
use asked::Asked;
use serde_json::Value;
use std::collections::BTreeMap;

/// Version in the address; what it promises never changes under it.
pub const VERSION: &str = "v1";
/// Where it begins, below the address of the site.
pub const ROOT: &str = "/api/v1";
/// Items of a page when nobody says how many.
pub const ITEMS: usize = 50;
/// Items of a page at most.
pub const ITEMS_MAX: usize = 200;

/// What answers are made from.
#[derive(Clone, Copy)]
pub struct Api<'a> {
    /// The data.
    pub snapshot: &'a Snapshot,
    /// The index.
    pub register: &'a Register,
    /// The numbers of each scope.
    pub numbers: &'a BTreeMap<String, Numbers>,
    /// How things are said; answers hold both languages.
    pub wording: Wording<'a>,
    /// Address the public uses, without final slash.
    pub public_url: &'a str,
}

/// An answer, and where the next page is.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The document.
    pub document: Value,
    /// Address of the next page, when there is one.
    pub next: Option<String>,
}

impl Api<'_> {
    /// The answer to an address: its path below [`ROOT`], without slash at the ends, and its query.
    pub fn answer(&self, path: &str, query: &str) -> Result<Answer, Problem> {
        let (resource, key) = Resource::of(path).ok_or_else(|| Problem::no_such_address(path))?;
        let asked = Asked::read(resource, query)?;
        let key = key.as_deref().unwrap_or_default();
        let document = match resource {
            Resource::UseCases => return self.use_cases(&asked),
            Resource::PeerRecords => return self.peer_records(&asked),
            Resource::Changes => return self.changes(&asked),
            Resource::Authorities => return self.authorities(&asked),
            Resource::Departments => return self.departments(&asked),
            Resource::Tools => return self.tools(&asked),
            Resource::Numbers => return self.numbers(&asked),
            Resource::Publishers => return self.publishers(&asked),
            Resource::Editions => return self.editions(&asked),
            Resource::Index => self.index(),
            Resource::Authority => self.authority(key)?,
            Resource::UseCase => self.use_case(key)?,
            Resource::Tool => self.tool(key)?,
            Resource::Publisher => self.publisher(key)?,
            Resource::PeerRecord => self.peer_record(key)?,
            Resource::OpenApi => openapi(
                &Wording {
                    language: asked.language(),
                    ..self.wording
                },
                self.public_url,
            ),
        };
        Ok(Answer {
            document,
            next: None,
        })
    }

    /// The address of something below the API.
    fn address(&self, path: &str) -> String {
        format!("{}{ROOT}{path}", self.public_url)
    }
}
