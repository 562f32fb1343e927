//! The work on one record between a declaration and a decision, internal notes included.

use super::law::{Answered, ask};
use crate::instance::Instance;
use anyhow::Result;
use chrono::NaiveDate;
use domain::{Authority, Document, Function, ToolSheet, UseCase};
use frame::{Declared, Needed, Policy, reviewers, with_documents};
use reference::Reference;
use store::{Change, Entry, StoreError};

/// A record with its history, as those who work on it see it.
pub struct CaseFile {
    /// The record as it stands.
    pub record: UseCase,
    /// Its version.
    pub version: u32,
    /// Every version, oldest first.
    pub history: Vec<Entry<UseCase>>,
    /// The sheet of its tool.
    pub tool: Option<ToolSheet>,
    /// Its authority.
    pub authority: Option<Authority>,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is written.
    Done,
    /// Nothing was written: the record has changed since it was read.
    Outdated,
}

/// What became of something written, or taken out, that somebody else may have written since.
pub(super) fn saved<T>(written: Result<T, StoreError>) -> Result<Saved> {
    match written {
        Ok(_) => Ok(Saved::Done),
        Err(StoreError::Changed) => Ok(Saved::Outdated),
        Err(error) => Err(error.into()),
    }
}

/// Opens the file of a record of an authority by its reference, whatever its case.
pub async fn open(
    instance: &Instance,
    authority: &str,
    reference: &str,
) -> Result<Option<CaseFile>> {
    let records = instance.store.all_of::<UseCase>(authority).await?;
    let found = records.into_iter().find(|record| {
        let known = &record.document.reference;
        known.eq_ignore_ascii_case(reference)
    });
    let Some(found) = found else { return Ok(None) };
    let history = instance.store.history(found.document.id).await?;
    let tools: Vec<ToolSheet> = all(instance).await?;
    let authorities: Vec<Authority> = all(instance).await?;
    Ok(Some(CaseFile {
        tool: tools
            .into_iter()
            .find(|tool| Some(&tool.key) == found.document.tool.as_ref()),
        authority: authorities
            .into_iter()
            .find(|known| known.slug == authority),
        record: found.document,
        version: found.version,
        history,
    }))
}

async fn all<D: Document>(instance: &Instance) -> Result<Vec<D>> {
    let records = instance.store.all::<D>().await?;
    Ok(records.into_iter().map(|record| record.document).collect())
}

impl CaseFile {
    /// What the law comes to on all that is known, internal answers included.
    pub fn law<'a>(&self, reference: &'a Reference, on: NaiveDate) -> Answered<'a> {
        let (law, signed) = (&reference.law, &reference.sheets);
        let tool = self.tool.clone().map(|tool| tool.as_of(on));
        let sheets = with_documents(law, signed, &tool, &self.authority);
        let declared = Declared::of(&self.record, law, &sheets, on);
        let policy = Policy::of(&reference.policy, Some(&self.record.authority), on);
        ask(&reference.law, &declared.question(), &policy)
    }

    /// The functions that must speak, and why.
    pub fn needed<'a>(
        &self,
        reference: &'a Reference,
        law: &Answered<'_>,
        on: NaiveDate,
    ) -> Vec<Needed<'a>> {
        let facts = &law.gathered.facts;
        reviewers(&reference.reviewers, &reference.law, facts, on)
    }

    /// The version and the fields that changed since a function gave its opinion; `None` when it
    /// gave none, or on no known version.
    pub fn since_opinion(&self, function: Function) -> Option<(u32, Vec<String>)> {
        let mut opinions = self.record.opinions.iter();
        let opinion = opinions.find(|opinion| opinion.function == function)?;
        let version = opinion.on_version?;
        let mut entries = self.history.iter();
        let then = entries.find(|entry| entry.version == version)?;
        let then = then.document.as_ref()?;
        Some((version, then.changed_fields(&self.record)))
    }

    /// Writes the record as it was changed, unless somebody else wrote it in the meantime.
    pub async fn save(
        &self,
        instance: &Instance,
        changed: &UseCase,
        change: &Change,
    ) -> Result<Saved> {
        let store = &instance.store;
        saved(store.put_expecting(changed, self.version, change).await)
    }
}
