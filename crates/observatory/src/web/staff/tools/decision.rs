use super::super::dossier::against;
use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::written::{day, lines, text};
use super::{Changed, Workbench, act};
use axum::extract::Path;
use axum::response::Response;
use domain::people::Action;
use domain::{DataKind, Decision, Function, Outcome, Task, ToolLimits};
use std::collections::HashMap;

/// What may be decided on a tool: it is approved, limited or refused.
pub(super) const OUTCOMES: [Outcome; 3] =
    [Outcome::Allowed, Outcome::Conditional, Outcome::Forbidden];

/// A decision on a version of the sheet, by somebody who answers for it.
pub(super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    act(
        inside,
        &path,
        &body,
        Action::DecideTool,
        "#decision-prise",
        Workbench::decided,
    )
    .await
}

impl Workbench {
    /// The tool as the decision of a form makes it, or its faults.
    fn decided(&self, form: &Form, faults: &mut Faults) -> Option<Changed> {
        let w = self.w();
        let outcome = Outcome::from_code(form.one("decision"));
        let outcome = outcome.filter(|outcome| OUTCOMES.contains(outcome));
        if outcome.is_none() {
            faults.add("decision", w.get("decision-no-outcome"));
        }
        let decided_by = text(form.one("qualite"), &w);
        if decided_by.is_none() {
            faults.add("qualite", w.get("decision-no-one"));
        }
        let is_open = matches!(outcome, Some(Outcome::Allowed | Outcome::Conditional));
        let is_against = against(&self.tool().examination.opinions);
        if is_open && is_against && form.filled("motif_decision").is_none() {
            faults.add("motif_decision", w.get("decision-no-reason"));
        }
        let data = self.data(form, is_open, faults);
        let limits = self.limits(form, outcome, faults);
        let review_on = self.review_on(form, is_open, faults);
        let goes_on_without = form.has("sans_attendre", "1");
        if !self.tool().examination.awaited().is_empty() && !goes_on_without {
            faults.add("sans_attendre", w.get("decision-awaited"));
        }
        self.check_version(form.one("version"), faults);
        let decision = Decision {
            outcome: outcome?,
            decided_on: Some(self.today()),
            decided_by,
            on_version: Some(self.file.version),
            reason: text(form.one("motif_decision"), &w),
            act: text(form.one("acte"), &w),
            conditions: lines(form.one("conditions_decision"), &w),
            review_on,
            stop_criterion: text(form.one("arret"), &w),
            voided: None,
        };
        let tool = self.tool().clone();
        let decided = tool.decided(decision, data, limits, self.today());
        faults
            .is_empty()
            .then_some((decided, Function::DecisionMaker.code()))
    }

    /// The kinds of data allowed: a tool that is open says which.
    fn data(&self, form: &Form, is_open: bool, faults: &mut Faults) -> Vec<DataKind> {
        let codes = form.all("donnees_admises").iter();
        let data: Vec<_> = codes.filter_map(|code| DataKind::from_code(code)).collect();
        if is_open && data.is_empty() {
            faults.add("donnees_admises", self.w().get("tool-decision-no-data"));
        }
        data
    }

    /// The other limits: an approval that is limited has an end.
    fn limits(&self, form: &Form, outcome: Option<Outcome>, faults: &mut Faults) -> ToolLimits {
        let codes = form.all("taches").iter();
        let until = form.filled("jusqu_au").and_then(day);
        let is_ahead = until.is_some_and(|day| day > self.today());
        let needs_end = outcome == Some(Outcome::Conditional);
        if (needs_end || form.filled("jusqu_au").is_some()) && !is_ahead {
            faults.add("jusqu_au", self.w().get("tool-decision-no-end"));
        }
        ToolLimits {
            tasks: codes.filter_map(|code| Task::from_code(code)).collect(),
            until,
        }
    }

    fn review_on(
        &self,
        form: &Form,
        is_open: bool,
        faults: &mut Faults,
    ) -> Option<chrono::NaiveDate> {
        let review_on = form.filled("revoir").and_then(day);
        let is_ahead = review_on.is_some_and(|day| day > self.today());
        if (is_open || form.filled("revoir").is_some()) && !is_ahead {
            faults.add("revoir", self.w().get("decision-no-review"));
        }
        review_on
    }
}
