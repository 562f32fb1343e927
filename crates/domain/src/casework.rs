//! From a declaration to a decision: what each step does to a record.

use crate::{
    Decision, Function, Holder, Lifecycle, Opinion, Outcome, ReviewRequest, UseCase, Voided,
};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

/// Fields whose change makes a use another one than the one decided on, by their names in the
/// document. A wording, a contact or a lesson is not among them.
const SUBSTANCE: [&str; 18] = [
    "affected_groups",
    "automation_level",
    "data",
    "data_location",
    "data_sheets",
    "decision_process",
    "human_oversight",
    "input_data",
    "law_answers",
    "modalities",
    "models",
    "need",
    "outputs",
    "personal_data",
    "suppliers",
    "task",
    "task_sheet",
    "tool",
];

/// Fields that belong to the review itself: they are no change of the use.
const REVIEW: [&str; 6] = [
    "opinions",
    "ethical_views",
    "review",
    "decision",
    "todos",
    "publication",
];

impl UseCase {
    /// The fields in which two states of a record differ, by their names in the document, those of
    /// the review left aside.
    pub fn changed_fields(&self, other: &Self) -> Vec<String> {
        let mut names = changed_names(self, other);
        names.retain(|name| !REVIEW.contains(&name.as_str()));
        names
    }

    /// The same record after a change of the use: a decision taken on `before` no longer holds if
    /// what it was taken on is no longer the same.
    #[must_use]
    pub fn revised(mut self, before: &Self, on: NaiveDate) -> Self {
        let mut changed = before.changed_fields(&self);
        let begins = !before.lifecycle.is_in_use() && self.lifecycle.is_in_use();
        let goes_further =
            before.lifecycle == Lifecycle::Pilot && self.lifecycle == Lifecycle::Deployed;
        changed.retain(|name| match name.as_str() {
            "lifecycle" => begins || goes_further,
            name => SUBSTANCE.contains(&name),
        });
        let decision = self.decision.as_mut();
        if let Some(decision) = decision.filter(|_| !changed.is_empty()) {
            void(decision, on, changed);
        }
        self
    }

    /// The same record when its tool is no longer the one it was decided with.
    #[must_use]
    pub fn without_its_tool(mut self, on: NaiveDate) -> Self {
        if let Some(decision) = &mut self.decision {
            void(decision, on, vec!["tool".to_owned()]);
        }
        self
    }

    /// Whether a decision that lets the use go on holds today.
    pub fn is_permitted(&self) -> bool {
        let permits = |decision: &&Decision| {
            matches!(decision.outcome, Outcome::Allowed | Outcome::Conditional)
        };
        let decision = self.decision.as_ref().filter(permits);
        decision.is_some_and(in_force)
    }

    /// The same record with functions asked for their opinion.
    #[must_use]
    pub fn asking(mut self, request: ReviewRequest) -> Self {
        self.review = Some(request);
        self
    }

    /// The same record with the opinion of a function; its earlier one stays in the history.
    #[must_use]
    pub fn with_opinion(mut self, opinion: Opinion) -> Self {
        place(&mut self.opinions, opinion);
        self
    }

    /// The functions that were asked and have not spoken since.
    pub fn awaited(&self) -> Vec<Function> {
        awaited(self.review.as_ref(), &self.opinions)
    }

    /// The same record once decided. A use that is not permitted and has not begun is refused.
    ///
    /// Each condition becomes a to-do of `owner`, due on `due_on`; of the department of the record,
    /// on the day of the review, when they are not given.
    #[must_use]
    pub fn decided(
        mut self,
        decision: Decision,
        owner: Option<Holder>,
        due_on: Option<NaiveDate>,
    ) -> Self {
        let is_refusal = decision.outcome == Outcome::Forbidden;
        let has_begun = self.lifecycle.is_in_use() || self.lifecycle.is_stopped();
        if is_refusal && !has_begun {
            self.lifecycle = Lifecycle::Refused;
        }
        if decision.outcome != Outcome::Pending {
            self.review = None;
        }
        self.conditions_become_todos(&decision, owner, due_on);
        self.decision = Some(decision);
        self
    }
}

/// The names under which two states of a document differ.
pub(crate) fn changed_names<D: Serialize>(before: &D, after: &D) -> Vec<String> {
    let (before, after) = (fields(before), fields(after));
    let differs = |name: &&String| before.get(*name) != after.get(*name);
    after.keys().filter(differs).cloned().collect()
}

fn fields<D: Serialize>(document: &D) -> Map<String, Value> {
    match serde_json::to_value(document) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Whether a decision was taken and nothing has voided it since.
pub(crate) fn in_force(decision: &Decision) -> bool {
    decision.outcome != Outcome::Pending && decision.voided.is_none()
}

/// A decision no longer holds; what voided it before stays told.
pub(crate) fn void(decision: &mut Decision, on: NaiveDate, changed: Vec<String>) {
    let earlier = decision.voided.take();
    let mut all = earlier.map_or_else(Vec::new, |voided| voided.changed);
    all.extend(changed);
    all.sort();
    all.dedup();
    decision.voided = Some(Voided { on, changed: all });
}

/// Puts the opinion of a function in the place of its earlier one, the most critical first.
pub(crate) fn place(opinions: &mut Vec<Opinion>, opinion: Opinion) {
    opinions.retain(|known| known.function != opinion.function);
    opinions.push(opinion);
    opinions.sort_by_key(|opinion| opinion.sense);
}

/// The functions that were asked and have not spoken since.
pub(crate) fn awaited(review: Option<&ReviewRequest>, opinions: &[Opinion]) -> Vec<Function> {
    let Some(request) = review else {
        return Vec::new();
    };
    let spoke = |function: &Function| {
        opinions.iter().any(|opinion| {
            opinion.function == *function
                && opinion.given_on.is_some_and(|day| day >= request.asked_on)
        })
    };
    let required = request.required.iter().copied();
    required.filter(|function| !spoke(function)).collect()
}
