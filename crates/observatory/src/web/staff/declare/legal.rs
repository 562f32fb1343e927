use super::desk::Desk;
use crate::declaration::interview::Interview;
use crate::declaration::record;
use crate::instance::Instance;
use crate::pipeline::law::{Answered, ask};
use crate::web::error::PageError;
use crate::web::site::Site;
use domain::{ToolSheet, UseCase};
use frame::{Declared, Policy, with_documents};
use reference::law::Law;

/// What a record says to the law, with the sheets of the tools and the authorities, all that is
/// internal included.
pub(super) struct Legal<'a> {
    law: &'a Law,
    declared: Declared,
    policy: Policy,
}

impl<'a> Legal<'a> {
    /// Reads a record.
    pub(super) async fn of(
        site: &'a Site,
        instance: &Instance,
        record: &UseCase,
    ) -> anyhow::Result<Self> {
        let reference = &site.library.reference;
        let on = site.snapshot.built_on;
        let tools = instance.store.all::<ToolSheet>().await?;
        let tools = tools.into_iter().map(|known| known.document.as_of(on));
        let tools: Vec<_> = tools.collect();
        let authorities = instance.authorities().await?;
        let sheets = with_documents(&reference.law, &reference.sheets, &tools, &authorities);
        Ok(Self {
            law: &reference.law,
            declared: Declared::of(record, &reference.law, &sheets, on),
            policy: Policy::of(&reference.policy, Some(&record.authority), on),
        })
    }

    /// The answer to "may I?" for this record.
    pub(super) fn answered(&self) -> Answered<'a> {
        ask(self.law, &self.declared.question(), &self.policy)
    }
}

impl Desk<'_> {
    /// The record of the draft as it stands, without its answers to the rules.
    pub(super) fn record(&self) -> Result<UseCase, PageError> {
        let id = record::id_of(self.draft.id);
        let made = record::use_case(id, &self.answers(), &self.context());
        made.map_err(|error| PageError::Internal(error.into()))
    }

    /// The questions of the rules that the draft leaves open, and its answers.
    pub(super) async fn interview(&self) -> Result<Interview, PageError> {
        let instance = &self.inside.visit.app.instance;
        let legal = Legal::of(self.site(), instance, &self.record()?).await?;
        let question = legal.declared.question();
        let answers = self.answers();
        Ok(Interview::replay(
            self.law(),
            &question,
            &legal.policy,
            &answers,
        ))
    }
}
