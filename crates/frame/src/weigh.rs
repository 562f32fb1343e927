//! Everything that may hold a use back, before it is known which of it does.

use crate::question::Policy;
use chrono::NaiveDate;
use domain::Text;
use domain::law::{FactId, Finding, Nature, Situation, Truth};
use reference::law::{Duty, Law, LocalEffect, Rule};

/// A prohibition or a duty, and what is known of it.
pub(crate) struct Weight<'a> {
    /// The rule, or `local/<id>`.
    pub(crate) id: String,
    /// The rule, if it is law.
    pub(crate) rule: Option<&'a Rule>,
    /// The duty; `None` = a prohibition.
    pub(crate) duty: Option<&'a Duty>,
    /// In words.
    pub(crate) text: &'a Text,
    /// Whether it applies.
    pub(crate) truth: Truth,
    /// The day it starts, for a prohibition that is only coming.
    pub(crate) coming: Option<NaiveDate>,
    /// Whether its date is debated.
    pub(crate) is_debated: bool,
    /// Facts that would settle it, if it is unknown.
    pub(crate) ask: Vec<FactId>,
}

/// The law first, then the local parameters, then the limits of the sheets.
pub(crate) fn weights<'a>(
    law: &'a Law,
    policy: &Policy,
    findings: &[Finding],
    situation: &Situation,
) -> Vec<Weight<'a>> {
    let mut weights = Vec::new();
    for (rule, finding) in law.rules.iter().zip(findings) {
        if rule.nature == Nature::Prohibition {
            weights.push(prohibition(rule, finding));
        }
        let duties = rule.duties.iter();
        weights.extend(duties.map(|duty| of_duty(rule, duty, finding, situation)));
    }
    for parameter in &law.parameters {
        let value = policy.values.get(&parameter.id).map(String::as_str);
        let effects = parameter.effects(value).iter();
        weights.extend(effects.map(|effect| local(&parameter.id, effect, situation)));
    }
    for limit in &law.limits {
        let effects = limit.produces.iter();
        weights.extend(effects.map(|effect| local(&limit.id, effect, situation)));
    }
    weights
}

/// A prohibition that is only coming counts as if it had started: nobody begins a use that will
/// be unlawful.
fn prohibition<'a>(rule: &'a Rule, finding: &Finding) -> Weight<'a> {
    let truth = finding.outcome.truth();
    let coming = finding.coming.as_ref().filter(|_| truth == Truth::No);
    Weight {
        id: rule.id.clone(),
        rule: Some(rule),
        duty: None,
        text: &rule.means,
        truth: coming.map_or(truth, |coming| coming.truth),
        coming: coming.map(|coming| coming.from),
        is_debated: finding.debated || coming.is_some_and(|coming| coming.debated),
        ask: coming.map_or_else(|| finding.ask.clone(), |coming| coming.ask.clone()),
    }
}

fn of_duty<'a>(
    rule: &'a Rule,
    duty: &'a Duty,
    finding: &Finding,
    situation: &Situation,
) -> Weight<'a> {
    let mut truth = finding.outcome.truth();
    let mut ask = finding.ask.clone();
    if let Some(when) = &duty.when {
        truth = truth.and(when.truth(situation));
        when.missing(situation, &mut ask);
    }
    if truth != Truth::Unknown {
        ask.clear();
    }
    Weight {
        id: rule.id.clone(),
        rule: Some(rule),
        duty: Some(duty),
        text: &duty.text,
        truth,
        coming: None,
        is_debated: finding.debated && truth == Truth::Unknown,
        ask,
    }
}

fn local<'a>(id: &str, effect: &'a LocalEffect, situation: &Situation) -> Weight<'a> {
    let mut ask = Vec::new();
    effect.when.missing(situation, &mut ask);
    Weight {
        id: format!("local/{id}"),
        rule: None,
        duty: effect.duty.as_ref(),
        text: &effect.text,
        truth: effect.when.truth(situation),
        coming: None,
        is_debated: false,
        ask,
    }
}
