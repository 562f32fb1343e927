//! Conditions in words, as the specification of the rules writes them.

use domain::law::{Condition, Test, Value};
use reference::law::Law;

/// A condition as one reads it: `all(uses_ai_system, purpose_domain in [recruitment])`.
pub fn expression(law: &Law, condition: &Condition) -> String {
    match condition {
        Condition::All(parts) => format!("all({})", list(law, parts)),
        Condition::Any(parts) => format!("any({})", list(law, parts)),
        Condition::Not(part) => format!("not({})", expression(law, part)),
        Condition::AtLeast { count, of } => format!("at_least({count}, {})", list(law, of)),
        Condition::Derived(derived) => law.derived[usize::from(derived.0)].id.clone(),
        Condition::Fact(fact, test) => {
            let fact = law.fact(*fact);
            let word = |value| fact.word(value);
            match test {
                Test::Yes => fact.id.clone(),
                Test::OneOf(choices) => {
                    let words: Vec<_> = choices.iter().map(|c| word(Value::Choice(c))).collect();
                    format!("{} in [{}]", fact.id, words.join(", "))
                }
                Test::Minimum(least) => format!("{} >= {least}", fact.id),
                Test::MoreThan(limit) => format!("{} > {limit}", fact.id),
                Test::Since(day) => format!("{} >= {day}", fact.id),
                Test::Before(day) => format!("{} < {day}", fact.id),
            }
        }
    }
}

fn list(law: &Law, parts: &[Condition]) -> String {
    let parts: Vec<_> = parts.iter().map(|part| expression(law, part)).collect();
    parts.join(", ")
}
