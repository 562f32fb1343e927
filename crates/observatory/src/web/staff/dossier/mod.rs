//! The file of a record: what is known, what others think, what is still awaited, and what the
//! person who looks may do about it.

mod decision;
mod edit;
mod law;
mod opinion;
mod page;
mod publication;
mod request;
mod todos;

pub(super) use decision::{against, send as decide};
pub(super) use edit::{page as edit, send as change};
pub(super) use law::{answer, questions, reading};
pub(super) use opinion::send as give_opinion;
pub(super) use page::page;
pub(super) use publication::{page as publication, preview, send as publish};
pub(super) use request::{page as request, send as ask};
pub(super) use todos::{assign as assign_todo, complete as complete_todo, page as todos};

use super::form::Faults;
use super::member::Inside;
use super::written::{self, day};
use crate::pipeline::casework::{self, CaseFile};
use crate::web::error::PageError;
use chrono::NaiveDate;
use domain::Text;
use domain::people::{Action, Target, permits};
use std::collections::HashMap;

/// A record opened by somebody who may read it.
pub(super) struct Dossier {
    pub(super) inside: Inside,
    pub(super) case: CaseFile,
    is_own: bool,
}

impl Dossier {
    /// Opens the record of an address. One that the person may not read does not exist for them.
    async fn open(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
        let reference = path.get("reference").map_or("", String::as_str);
        match read(&inside, reference).await {
            Ok(Some((case, is_own))) => Ok(Self {
                inside,
                case,
                is_own,
            }),
            Ok(None) => Err((inside, PageError::NotFound)),
            Err(error) => Err((inside, PageError::Internal(error))),
        }
    }

    fn may(&self, action: Action) -> bool {
        let target = Target::record(&self.case.record, self.is_own);
        permits(&self.inside.account.grants, action, &target)
    }

    /// The address of the file, or of a page below it.
    fn address(&self, below: &str) -> String {
        let reference = self.case.record.reference.to_lowercase();
        let page = format!("dossier/{reference}{below}");
        self.inside.visit.place.page(&page)
    }

    fn today(&self) -> NaiveDate {
        self.inside.visit.site.snapshot.built_on
    }

    /// A text in the language of the page; `None` when nothing was typed.
    fn text(&self, typed: &str) -> Option<Text> {
        let visit = &self.inside.visit;
        written::text(typed, &visit.site.wording(visit.place.language))
    }

    /// One text a line.
    fn lines(&self, typed: &str) -> Vec<Text> {
        let visit = &self.inside.visit;
        written::lines(typed, &visit.site.wording(visit.place.language))
    }

    /// Tells that the record has changed since the form was shown.
    fn outdated(&self, faults: &mut Faults) {
        let w = self
            .inside
            .visit
            .site
            .wording(self.inside.visit.place.language);
        faults.add("contenu", w.get("dossier-outdated"));
    }
}

async fn read(inside: &Inside, reference: &str) -> anyhow::Result<Option<(CaseFile, bool)>> {
    let instance = &inside.visit.app.instance;
    let scope = &inside.visit.place.scope;
    let Some(case) = casework::open(instance, scope, reference).await? else {
        return Ok(None);
    };
    let own = instance.store.declared_by(inside.account.id).await?;
    let is_own = own.contains(&case.record.id);
    let may_read = inside.may_with(Action::ReadRecord, &case.record, is_own);
    Ok(may_read.then_some((case, is_own)))
}
