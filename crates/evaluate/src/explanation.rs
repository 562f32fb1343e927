use chrono::NaiveDate;
use domain::Text;
use domain::law::{
    Condition, FactId, Facts, Finding, Origin, Origins, Period, Situation, Truth, Value,
};
use reference::law::{Law, Rule, RulePeriod};

/// Why a rule comes to its result: the period, each part of the condition with its value, the
/// facts used with their origin, the article.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation<'a> {
    /// The result.
    pub finding: Finding,
    /// The period that covers the day, with its source; `None` if no period does.
    pub period: Option<(&'a Period, &'a RulePeriod)>,
    /// The condition of that period, part by part.
    pub steps: Option<Step<'a>>,
    /// The facts it read, known or missing, in the order of the condition.
    pub facts: Vec<UsedFact<'a>>,
    /// The articles.
    pub citation: &'a Text,
}

/// A part of a condition and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// The part.
    pub condition: &'a Condition,
    /// Its value.
    pub truth: Truth,
    /// What it is made of; for a derived fact, its definition on the day.
    pub parts: Vec<Step<'a>>,
}

/// A fact that a condition read.
#[derive(Debug, Clone, PartialEq)]
pub struct UsedFact<'a> {
    /// The fact.
    pub fact: FactId,
    /// Its answer, if somebody gave one.
    pub value: Option<Value>,
    /// Where the answer comes from, if that is known.
    pub origin: Option<&'a Origin>,
}

/// Explains the result of one rule on a day.
pub fn explain<'a>(
    law: &'a Law,
    rule: &'a Rule,
    facts: &'a Facts,
    origins: &'a Origins,
    on: NaiveDate,
) -> Explanation<'a> {
    let situation = law.situation(facts, on);
    let provision = &rule.provision;
    let place = provision
        .periods
        .iter()
        .position(|period| period.covers(on));
    let period = place.and_then(|place| {
        let said = rule.periods.get(place)?;
        Some((&provision.periods[place], said))
    });
    let steps = period.map(|(period, _)| step(provision.condition(period), &situation));
    let mut used = Vec::new();
    if let Some(steps) = &steps {
        steps.facts(&mut used);
    }
    let facts = used
        .into_iter()
        .map(|fact| UsedFact {
            fact,
            value: facts.get(fact),
            origin: origins.get(&fact),
        })
        .collect();
    Explanation {
        finding: Finding::of(provision, &situation),
        period,
        steps,
        facts,
        citation: &rule.citation,
    }
}

fn step<'a>(condition: &'a Condition, situation: &Situation<'a>) -> Step<'a> {
    let parts = match condition {
        Condition::Derived(derived) => situation
            .definition(*derived)
            .map(|definition| step(definition, situation))
            .into_iter()
            .collect(),
        _ => condition
            .parts()
            .iter()
            .map(|part| step(part, situation))
            .collect(),
    };
    Step {
        condition,
        truth: condition.truth(situation),
        parts,
    }
}

impl Step<'_> {
    fn facts(&self, into: &mut Vec<FactId>) {
        if let Condition::Fact(fact, _) = self.condition
            && !into.contains(fact)
        {
            into.push(*fact);
        }
        for part in &self.parts {
            part.facts(into);
        }
    }
}
