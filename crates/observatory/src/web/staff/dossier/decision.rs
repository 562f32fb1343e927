use super::super::form::{Faults, Form};
use super::super::holders;
use super::super::member::Inside;
use super::{Dossier, day, page, sent};
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::web::visit::redirect;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Action;
use domain::{Decision, Function, Opinion, Outcome, Sense, Text};
use std::collections::HashMap;

/// A decision on a version of the record, by somebody who answers for it.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    match sent(inside, &path, &body, Action::Decide).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.decide(form).await),
        Err(refused) => refused,
    }
}

impl Dossier {
    async fn decide(&self, form: Form) -> anyhow::Result<Response> {
        let mut faults = Faults::default();
        let Some(decision) = self.decision(&form, &mut faults) else {
            return Ok(self.show(form, faults));
        };
        let site = &self.inside.visit.site;
        let owner = holders::picked(form.one("charge"), site, &self.case.record.authority);
        let due_on = form.filled("pour_le").and_then(day);
        let changed = self.case.record.clone().decided(decision, owner, due_on);
        let app = &self.inside.visit.app;
        let change = change(Function::DecisionMaker.code());
        match self.case.save(&app.instance, &changed, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("?fait=decision")))
            }
            Saved::Outdated => {
                self.outdated(&mut faults);
                Ok(self.show(form, faults))
            }
        }
    }

    /// Conditions that functions asked for, each with the function: they may be taken up.
    pub(super) fn proposed_conditions(&self) -> Vec<(Function, &Text)> {
        let opinions = self.case.record.opinions.iter();
        let conditions = opinions.flat_map(|opinion| {
            let conditions = opinion.conditions.iter();
            conditions.map(|condition| (opinion.function, condition))
        });
        conditions.collect()
    }

    /// Those that are ticked, in the words of the function.
    fn taken_up(&self, form: &Form) -> Vec<Text> {
        let proposed = self.proposed_conditions().into_iter().enumerate();
        let ticked = proposed.filter(|(place, _)| form.has("reprendre", &place.to_string()));
        ticked
            .map(|(_, (_, condition))| condition.clone())
            .collect()
    }

    /// The decision that a form says, or its faults.
    fn decision(&self, form: &Form, faults: &mut Faults) -> Option<Decision> {
        let w = self.w();
        let outcome = Outcome::from_code(form.one("decision"));
        if outcome.is_none() {
            faults.add("decision", w.get("decision-no-outcome"));
        }
        let decided_by = self.text(form.one("qualite"));
        if decided_by.is_none() {
            faults.add("qualite", w.get("decision-no-one"));
        }
        let mut conditions = self.taken_up(form);
        conditions.extend(self.lines(form.one("conditions_decision")));
        if outcome == Some(Outcome::Conditional) && conditions.is_empty() {
            faults.add("conditions_decision", w.get("decision-no-condition"));
        }
        let review_on = form.filled("revoir").and_then(day);
        let permits = matches!(outcome, Some(Outcome::Allowed | Outcome::Conditional));
        let is_ahead = review_on.is_some_and(|day| day > self.today());
        if (permits || form.filled("revoir").is_some()) && !is_ahead {
            faults.add("revoir", w.get("decision-no-review"));
        }
        let against = against(&self.case.record.opinions);
        if permits && against && form.filled("motif_decision").is_none() {
            faults.add("motif_decision", w.get("decision-no-reason"));
        }
        let due_on = form.filled("pour_le").and_then(day);
        let due_is_ahead = due_on.is_some_and(|day| day >= self.today());
        if form.filled("pour_le").is_some() && !due_is_ahead {
            faults.add("pour_le", w.get("decision-bad-due"));
        }
        let goes_on_without = form.has("sans_attendre", "1");
        if !self.case.record.awaited().is_empty() && !goes_on_without {
            faults.add("sans_attendre", w.get("decision-awaited"));
        }
        if form.one("version") != self.case.version.to_string() {
            self.outdated(faults);
        }
        if outcome == Some(Outcome::Forbidden)
            && page::has_begun(self.case.record.lifecycle)
            && conditions.is_empty()
        {
            faults.add("conditions_decision", w.get("decision-stop-how"));
        }
        let decision = Decision {
            outcome: outcome?,
            decided_on: Some(self.today()),
            decided_by,
            on_version: Some(self.case.version),
            reason: self.text(form.one("motif_decision")),
            act: self.text(form.one("acte")),
            conditions,
            review_on,
            stop_criterion: self.text(form.one("arret")),
            voided: None,
        };
        faults.is_empty().then_some(decision)
    }
}

/// Whether a function spoke against: going on all the same needs a reason that everybody reads.
pub(in super::super) fn against(opinions: &[Opinion]) -> bool {
    let mut opinions = opinions.iter();
    opinions.any(|opinion| opinion.sense == Sense::Unfavourable)
}
