//! What was typed, and how it is looked up.

use super::field::{Field, RULE, Step};
use super::person_names;
use domain::law::{FactId, Value};
use reference::law::Law;
use std::collections::BTreeMap;

/// What was typed in a draft, by field, as it was typed.
#[derive(Debug, Clone, Copy)]
pub struct Answers<'a>(pub &'a BTreeMap<String, String>);

impl<'a> Answers<'a> {
    /// What was typed in a field; `None` when it was never put.
    pub fn typed(&self, name: &str) -> Option<&'a str> {
        self.0.get(name).map(String::as_str)
    }

    /// An answer without the spaces around it; `None` when nothing is left.
    pub fn filled(&self, name: &str) -> Option<&'a str> {
        let typed = self.typed(name)?.trim();
        (!typed.is_empty()).then_some(typed)
    }

    /// Everything picked in a list, or every line.
    pub fn lines(&self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let typed = self.0.get(name).map_or("", String::as_str);
        typed.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// Whether a question of the rules was put, even to be answered “I do not know”.
    pub fn was_put(&self, law: &Law, fact: FactId) -> bool {
        self.0.contains_key(&super::field::rule_field(law, fact))
    }

    /// The answer to a question of the rules.
    pub fn value(&self, law: &Law, fact: FactId) -> Option<Value> {
        let typed = self.filled(&super::field::rule_field(law, fact))?;
        law.fact(fact).value(typed)
    }

    /// Words that are no answer to the question of the rules they were typed for.
    pub fn unread(&self, law: &Law, fact: FactId) -> Option<&'a str> {
        let typed = self.filled(&super::field::rule_field(law, fact))?;
        law.fact(fact).value(typed).is_none().then_some(typed)
    }

    /// Whether anything was typed at a step.
    pub fn has_begun(&self, step: Step) -> bool {
        let is_typed = |field: &Field| self.typed(field.name).is_some();
        match step {
            Step::Rules => self.0.keys().any(|name| name.starts_with(RULE)),
            step => step.fields().any(is_typed),
        }
    }

    /// What may name a person in the sentences of a step, each once.
    pub fn person_names(&self, step: Step) -> Vec<&'a str> {
        let mut pieces = Vec::new();
        for field in step.fields().filter(|field| field.is_prose()) {
            for piece in person_names::find(self.typed(field.name).unwrap_or_default()) {
                if !pieces.contains(&piece) {
                    pieces.push(piece);
                }
            }
        }
        pieces
    }
}
