use super::super::member::Inside;
use crate::declaration::record::Context;
use crate::declaration::{Answers, Step};
use crate::web::error::PageError;
use crate::web::site::Site;
use domain::people::Action;
use publish::Wording;
use reference::law::{Law, Sheets};
use std::collections::HashMap;
use store::Draft;
use uuid::Uuid;

/// A draft of the person who is signed in, with what is needed to read it.
pub(super) struct Desk<'a> {
    pub(super) inside: &'a Inside,
    pub(super) draft: Draft,
}

/// Refuses whoever may not declare here.
pub(super) fn allowed(inside: &Inside) -> Result<(), PageError> {
    let may = inside.may(Action::Declare);
    may.then_some(()).ok_or(PageError::Forbidden)
}

/// The identifier of the draft of an address.
pub(super) fn draft_id(path: &HashMap<String, String>) -> Result<Uuid, PageError> {
    let id = path.get("draft").and_then(|id| id.parse().ok());
    id.ok_or(PageError::NotFound)
}

/// The step of an address.
pub(super) fn step(path: &HashMap<String, String>) -> Result<Step, PageError> {
    let step = path
        .get("step")
        .and_then(|number| Step::from_number(number));
    step.ok_or(PageError::NotFound)
}

impl<'a> Desk<'a> {
    /// Opens the draft of an address: one of the person, for this authority.
    pub(super) async fn open(
        inside: &'a Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, PageError> {
        allowed(inside)?;
        let id = draft_id(path)?;
        let store = &inside.visit.app.instance.store;
        let draft = store.draft(id, inside.account.id).await;
        let draft = draft.map_err(|error| PageError::Internal(error.into()))?;
        let here = |draft: &Draft| draft.authority == inside.visit.place.scope;
        let draft = draft.filter(here).ok_or(PageError::NotFound)?;
        Ok(Self { inside, draft })
    }

    /// Keeps the draft as it stands.
    pub(super) async fn keep(&mut self) -> Result<(), PageError> {
        self.draft.changed_at = crate::clock::now();
        let store = &self.inside.visit.app.instance.store;
        let kept = store.put_draft(&self.draft).await;
        kept.map_err(|error| PageError::Internal(error.into()))
    }

    pub(super) fn site(&self) -> &'a Site {
        &self.inside.visit.site
    }

    pub(super) fn w(&self) -> Wording<'a> {
        self.site().wording(self.inside.visit.place.language)
    }

    pub(super) fn law(&self) -> &'a Law {
        &self.site().library.reference.law
    }

    pub(super) fn sheets(&self) -> &'a Sheets {
        &self.site().library.reference.sheets
    }

    pub(super) fn answers(&self) -> Answers<'_> {
        Answers(&self.draft.answers)
    }

    pub(super) fn context(&self) -> Context<'a> {
        Context {
            authority: &self.inside.visit.place.scope,
            language: self.inside.visit.place.language,
            law: self.law(),
            sheets: self.sheets(),
        }
    }

    /// The address of a page of the draft, without language and scope.
    pub(super) fn page(&self, page: &str) -> String {
        format!("declarer/{}/{page}", self.draft.id)
    }

    /// The address of a page of the draft.
    pub(super) fn to(&self, page: &str) -> String {
        self.inside.visit.place.page(&self.page(page))
    }

    /// The address of a step.
    pub(super) fn to_step(&self, step: Step) -> String {
        self.to(&step.number().to_string())
    }
}
