//! From the request of a tool to its withdrawal: what each step does to its sheet.
//!
//! What a tool *is* stands on [`ToolSheet`]; what somebody asked, thought and decided about it
//! stands in its [`Examination`], so that a file that describes the product never writes over a
//! decision.

use crate::casework::{awaited, changed_names, in_force, place, void};
use crate::{
    DataKind, Decision, EmbeddedFeature, Function, Opinion, Outcome, ProductVersion, ReviewRequest,
    Task, TermsVersion, Text, ToolSheet, ToolStatus,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Fields whose change makes a tool another one than the one decided on, by their names in the
/// document. A name, a price or an exit plan is not among them.
const SUBSTANCE: [&str; 14] = [
    "embedded_features",
    "hosting",
    "hosting_place",
    "jurisdictions",
    "modalities",
    "model",
    "model_keys",
    "supplier",
    "supplier_key",
    "terms",
    "terms_versions",
    "training_reuse",
    "version",
    "versions",
];

/// What was asked, thought and decided about a tool.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examination {
    /// Slug of the authority that examines it; `None` = common to every authority of the instance.
    #[serde(default)]
    pub authority: Option<String>,
    /// First day of its present status; `None` = not told.
    #[serde(default)]
    pub status_since: Option<NaiveDate>,
    /// What somebody wants it for.
    #[serde(default)]
    pub request: Option<ToolRequest>,
    /// Functions asked for their opinion.
    #[serde(default)]
    pub review: Option<ReviewRequest>,
    /// Opinions, one a function, the most critical first.
    #[serde(default)]
    pub opinions: Vec<Opinion>,
    /// The last decision.
    #[serde(default)]
    pub decision: Option<Decision>,
    /// How far the decision goes, beside the kinds of data of the sheet.
    #[serde(default)]
    pub limits: Option<ToolLimits>,
    /// Why and when it was taken out.
    #[serde(default)]
    pub withdrawal: Option<Withdrawal>,
}

/// What somebody wants a tool for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolRequest {
    /// The day.
    pub asked_on: NaiveDate,
    /// What has to get done with it.
    pub need: Text,
    /// Who would use it: a team or an occupation, never a person.
    #[serde(default)]
    pub users: Option<Text>,
    /// Kinds of data that would go into it; empty = not told.
    #[serde(default)]
    pub data: Vec<DataKind>,
    /// Where it is found on the web.
    #[serde(default)]
    pub address: Option<String>,
    /// Key of the tool in which it appeared without having been asked for.
    #[serde(default)]
    pub within: Option<String>,
}

/// How far a decision on a tool goes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolLimits {
    /// Tasks it may be used for; empty = any.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Last day on which it may be used; `None` = no end.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

/// Why and when a tool was taken out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// First day without it.
    pub on: NaiveDate,
    /// The function that took it out.
    pub by: Function,
    /// The reason.
    pub reason: Text,
    /// What takes its place, if anything does.
    #[serde(default)]
    pub replaced_by: Option<Text>,
}

/// Something that is no longer as it was when a tool was decided on.
#[derive(Debug, Clone, PartialEq)]
pub enum ToolChange {
    /// Another version runs.
    Version(ProductVersion),
    /// Other terms apply.
    Terms(TermsVersion),
    /// A feature of generative AI appeared in it.
    Feature(EmbeddedFeature),
}

impl Examination {
    /// Whether nothing was asked, thought or decided.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The functions that were asked and have not spoken since.
    pub fn awaited(&self) -> Vec<Function> {
        awaited(self.review.as_ref(), &self.opinions)
    }

    /// Whether a decision holds today, whatever it says.
    pub fn is_decided(&self) -> bool {
        self.decision.as_ref().is_some_and(in_force)
    }
}

impl ToolSheet {
    /// Whether it may be used for work, within its limits.
    pub fn is_open(&self) -> bool {
        matches!(self.status, ToolStatus::Approved | ToolStatus::LimitedTrial)
    }

    /// Whether somebody opened it once and may now take it out.
    pub fn may_be_withdrawn(&self) -> bool {
        let was_opened = |decision: &Decision| {
            matches!(decision.outcome, Outcome::Allowed | Outcome::Conditional)
        };
        let once = self.examination.decision.as_ref().is_some_and(was_opened);
        self.status != ToolStatus::Withdrawn && (self.is_open() || once)
    }

    /// The sheet as it counts on a day: a limited approval that has ended is no approval.
    #[must_use]
    pub fn as_of(mut self, day: NaiveDate) -> Self {
        let limits = self.examination.limits.as_ref();
        let until = limits.and_then(|limits| limits.until);
        if let Some(until) = until.filter(|until| self.is_open() && *until < day) {
            self.stand(ToolStatus::UnderReview, until.succ_opt().unwrap_or(until));
        }
        self
    }

    /// The same tool with functions asked for their opinion.
    #[must_use]
    pub fn asking(mut self, request: ReviewRequest) -> Self {
        self.examination.review = Some(request);
        self
    }

    /// The same tool with the opinion of a function; its earlier one stays in the history.
    #[must_use]
    pub fn with_opinion(mut self, opinion: Opinion) -> Self {
        place(&mut self.examination.opinions, opinion);
        self
    }

    /// The same tool once decided. A decision is taken on what the sheet says: the sheet counts as
    /// checked that day.
    #[must_use]
    pub fn decided(
        mut self,
        decision: Decision,
        data: Vec<DataKind>,
        limits: ToolLimits,
        on: NaiveDate,
    ) -> Self {
        let status = match decision.outcome {
            Outcome::Allowed => ToolStatus::Approved,
            Outcome::Conditional => ToolStatus::LimitedTrial,
            Outcome::Forbidden => ToolStatus::NotApproved,
            Outcome::Pending => ToolStatus::UnderReview,
        };
        if decision.outcome != Outcome::Pending {
            self.examination.review = None;
            self.reviewed_on = Some(on);
        }
        self.examination.decision = Some(decision);
        self.examination.withdrawal = None;
        self.stand(status, on);
        self.data_allowed = if self.is_open() { data } else { Vec::new() };
        self.examination.limits =
            Some(limits).filter(|limits| self.is_open() && *limits != ToolLimits::default());
        self
    }

    /// The same tool once taken out.
    #[must_use]
    pub fn withdrawn(mut self, withdrawal: Withdrawal) -> Self {
        let on = withdrawal.on;
        self.examination.review = None;
        self.examination.limits = None;
        if let Some(decision) = &mut self.examination.decision {
            void(decision, on, vec!["withdrawal".to_owned()]);
        }
        self.examination.withdrawal = Some(withdrawal);
        self.stand(ToolStatus::Withdrawn, on);
        self
    }

    /// The same tool after a change of the product: what was decided on the former one no longer
    /// holds.
    #[must_use]
    pub fn after(&self, change: ToolChange, on: NaiveDate) -> Self {
        let mut changed = self.clone();
        match change {
            ToolChange::Version(version) => {
                // The version decided on stays told, so that the list starts with it.
                if let (true, Some(known)) = (changed.versions.is_empty(), &changed.version) {
                    changed.versions.push(ProductVersion {
                        version: known.clone(),
                        since: None,
                        change: None,
                        end_of_life: None,
                    });
                }
                changed.version = Some(version.version.clone());
                changed.versions.push(version);
            }
            ToolChange::Terms(terms) => {
                if let (true, Some(known)) = (changed.terms_versions.is_empty(), &changed.terms) {
                    changed.terms_versions.push(TermsVersion {
                        since: None,
                        terms: known.clone(),
                        change: None,
                    });
                }
                changed.terms = Some(terms.terms.clone());
                changed.terms_versions.push(terms);
            }
            ToolChange::Feature(feature) => changed.embedded_features.push(feature),
        }
        changed.revised(self, on)
    }

    /// The same tool after its sheet was written again: what was decided on the former one no
    /// longer holds if the product is no longer the same. A refusal or a withdrawal stands until
    /// somebody examines the tool again.
    #[must_use]
    pub fn revised(mut self, before: &Self, on: NaiveDate) -> Self {
        let changed = before.substance_changed(&self);
        if changed.is_empty() || !before.is_open() {
            return self;
        }
        if let Some(decision) = &mut self.examination.decision {
            void(decision, on, changed);
        }
        self.stand(ToolStatus::UnderReview, on);
        self
    }

    /// The fields of substance in which two states of a sheet differ, by their names in the
    /// document.
    pub fn substance_changed(&self, other: &Self) -> Vec<String> {
        let mut names = changed_names(self, other);
        names.retain(|name| SUBSTANCE.contains(&name.as_str()));
        names
    }

    /// What a sheet written elsewhere says of the product, with what was decided here: nobody
    /// approves a tool by describing it.
    #[must_use]
    pub fn described_as(&self, described: Self, on: NaiveDate) -> Self {
        let sheet = Self {
            id: self.id,
            key: self.key.clone(),
            status: self.status,
            data_allowed: self.data_allowed.clone(),
            reviewed_on: self.reviewed_on,
            examination: self.examination.clone(),
            ..described
        };
        sheet.revised(self, on)
    }

    fn stand(&mut self, status: ToolStatus, since: NaiveDate) {
        if self.status != status || self.examination.status_since.is_none() {
            self.examination.status_since = Some(since);
        }
        self.status = status;
    }
}

#[cfg(test)]
mod tests;
