use super::desk::Desk;
use super::view::{Asked, Choice, Input};
use crate::declaration::field::rule_field;
use crate::declaration::interview::Interview;
use domain::law::{FactId, Value};
use publish::Wording;
use reference::law::{Fact, FactKind};

impl Desk<'_> {
    /// The questions of the rules as the page asks them.
    pub(super) fn rules_asked(&self, interview: &Interview) -> Vec<Asked> {
        interview
            .shown()
            .map(|fact| self.rule_asked(fact))
            .collect()
    }

    fn rule_asked(&self, id: FactId) -> Asked {
        let (w, law) = (self.w(), self.law());
        let fact = law.fact(id);
        let name = rule_field(law, id);
        let typed = self.answers().filled(&name).unwrap_or_default();
        Asked {
            label: w.text(&fact.question),
            hint: fact.hint.as_ref().map_or_else(String::new, |h| w.text(h)),
            fault: self.rule_fault(id),
            input: input(fact, typed, &w),
            proposals: Vec::new(),
            name,
        }
    }

    /// What is wrong with an answer that is none.
    pub(super) fn rule_fault(&self, id: FactId) -> Option<String> {
        let typed = self.answers().unread(self.law(), id)?;
        let key = match self.law().fact(id).kind {
            FactKind::Number => "questions-not-a-number",
            FactKind::Date => "questions-not-a-date",
            FactKind::YesNo | FactKind::Choice => "questions-not-a-choice",
        };
        Some(self.w().format(key, &[("typed", typed.into())]))
    }
}

fn input(fact: &Fact, typed: &str, w: &Wording) -> Input {
    let choice = |value: &str, label: String| Choice {
        is_picked: value == typed,
        value: value.to_owned(),
        label,
        hint: String::new(),
    };
    let unknown = Choice::empty(w.get("answer-unknown"), typed.is_empty());
    match fact.kind {
        FactKind::YesNo => Input::Radios(vec![
            choice("yes", w.get("answer-yes")),
            choice("no", w.get("answer-no")),
            unknown,
        ]),
        FactKind::Choice => {
            let values = fact.values.iter();
            let values = values.map(|value| choice(&value.id, w.text(&value.label)));
            Input::Select(std::iter::once(unknown).chain(values).collect())
        }
        FactKind::Number | FactKind::Date => Input::Line(typed.to_owned()),
    }
}

/// An answer in words.
pub(super) fn said(fact: &Fact, value: Value, w: &Wording) -> String {
    match value {
        Value::Flag(true) => w.get("answer-yes"),
        Value::Flag(false) => w.get("answer-no"),
        Value::Choice(place) => {
            let known = fact.values.get(usize::from(place));
            known.map_or_else(String::new, |value| w.text(&value.label))
        }
        Value::Number(number) => w.number(number as f64),
        Value::Date(day) => w.date(day),
    }
}
