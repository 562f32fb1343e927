//! Changes to one place of a condition.

use crate::wording::expression;
use chrono::Days;
use domain::law::{Choices, Condition, FactId, Test};
use reference::law::Law;

/// Every change of one place, with what it is.
pub(super) fn changes(law: &Law, condition: &Condition) -> Vec<(String, Condition)> {
    let mut changes = own_changes(law, condition);
    for (place, part) in condition.parts().iter().enumerate() {
        for (change, changed) in self::changes(law, part) {
            changes.push((change, with_part(condition, place, changed)));
        }
    }
    changes
}

/// Changes of the root alone.
fn own_changes(law: &Law, condition: &Condition) -> Vec<(String, Condition)> {
    let text = expression(law, condition);
    let mut changes = match condition {
        Condition::Not(part) => vec![(format!("drop the not of {text}"), (**part).clone())],
        _ => vec![(
            format!("negate {text}"),
            Condition::Not(Box::new(condition.clone())),
        )],
    };
    changes.extend(dropped_parts(law, condition));
    match condition {
        Condition::All(parts) if parts.len() > 1 => {
            changes.push((
                format!("any in place of {text}"),
                Condition::Any(parts.clone()),
            ));
        }
        Condition::Any(parts) if parts.len() > 1 => {
            changes.push((
                format!("all in place of {text}"),
                Condition::All(parts.clone()),
            ));
        }
        Condition::AtLeast { count, of } => {
            for count in [count - 1, count + 1] {
                let of = of.clone();
                changes.push((
                    format!("{count} in place of {text}"),
                    Condition::AtLeast { count, of },
                ));
            }
        }
        Condition::Fact(fact, test) => {
            for test in tests(law, *fact, *test) {
                let changed = Condition::Fact(*fact, test);
                let other = expression(law, &changed);
                changes.push((format!("{other} in place of {text}"), changed));
            }
        }
        _ => {}
    }
    changes
}

fn dropped_parts(law: &Law, condition: &Condition) -> Vec<(String, Condition)> {
    let parts = condition.parts();
    if matches!(condition, Condition::Not(_)) || parts.len() < 2 {
        return Vec::new();
    }
    let without = |place: usize| {
        let mut rest = parts.to_vec();
        let part = rest.remove(place);
        let change = format!("drop {}", expression(law, &part));
        (change, with_parts(condition, rest))
    };
    (0..parts.len()).map(without).collect()
}

fn with_part(condition: &Condition, place: usize, part: Condition) -> Condition {
    let mut parts = condition.parts().to_vec();
    parts[place] = part;
    with_parts(condition, parts)
}

fn with_parts(condition: &Condition, mut parts: Vec<Condition>) -> Condition {
    match condition {
        Condition::All(_) => Condition::All(parts),
        Condition::Any(_) => Condition::Any(parts),
        Condition::AtLeast { count, .. } => Condition::AtLeast {
            count: *count,
            of: parts,
        },
        Condition::Not(_) => Condition::Not(Box::new(parts.remove(0))),
        Condition::Fact(..) | Condition::Derived(_) => condition.clone(),
    }
}

/// The same comparison with another value: one dropped, one added, one swapped; a day or a unit
/// more or less; the limit in or out.
fn tests(law: &Law, fact: FactId, test: Test) -> Vec<Test> {
    let day = Days::new(1);
    match test {
        Test::Yes => Vec::new(),
        Test::OneOf(choices) => choice_tests(law.fact(fact).values.len(), choices),
        Test::Minimum(n) => vec![
            Test::Minimum(n - 1),
            Test::Minimum(n + 1),
            Test::MoreThan(n),
        ],
        Test::MoreThan(n) => vec![
            Test::MoreThan(n - 1),
            Test::MoreThan(n + 1),
            Test::Minimum(n),
        ],
        Test::Since(d) => vec![Test::Since(d - day), Test::Since(d + day), Test::Before(d)],
        Test::Before(d) => vec![Test::Before(d - day), Test::Before(d + day), Test::Since(d)],
    }
}

fn choice_tests(values: usize, choices: Choices) -> Vec<Test> {
    let outside: Vec<u8> = (0..values as u8)
        .filter(|value| !choices.contains(*value))
        .collect();
    let mut tests: Vec<_> = outside.iter().map(|value| choices.with(*value)).collect();
    for inside in choices.iter() {
        let rest = choices.without(inside);
        if !rest.is_empty() {
            tests.push(rest);
        }
        tests.extend(outside.iter().map(|value| rest.with(*value)));
    }
    tests.into_iter().map(Test::OneOf).collect()
}
