//! What has to be put right before a declaration can be sent.

use super::field::{Field, List, OTHER_TOOL, Shape};
use super::{Answers, Step, range};

/// Longest answer of a field, in characters.
pub const LENGTH_MAX: usize = 2_000;
/// Longest name, in characters.
const NAME_MAX: usize = 120;

/// A field to put right, and the message that says how.
pub type Fault = (&'static str, &'static str);

/// What has to be put right at a step. `is_offered` tells whether a list holds a word.
pub fn faults(
    step: Step,
    answers: &Answers<'_>,
    is_offered: impl Fn(List, &str) -> bool,
) -> Vec<Fault> {
    let fault = |field: &'static Field| {
        let message = fault(field, answers, &is_offered)?;
        Some((field.name, message))
    };
    step.fields().filter_map(fault).collect()
}

fn fault(
    field: &Field,
    answers: &Answers<'_>,
    is_offered: &impl Fn(List, &str) -> bool,
) -> Option<&'static str> {
    let Some(filled) = answers.filled(field.name) else {
        return is_missing(field, answers).then_some(match field.shape {
            Shape::One(_) | Shape::Several(_) => "declare-pick",
            _ => "declare-write",
        });
    };
    let length = filled.chars().count();
    match field.shape {
        Shape::Range => unreadable(field, filled),
        Shape::One(list) => (!is_offered(list, filled)).then_some("declare-pick-listed"),
        Shape::Several(list) => {
            let mut picked = answers.lines(field.name);
            let is_foreign = picked.any(|word| !is_offered(list, word));
            is_foreign.then_some("declare-pick-listed")
        }
        Shape::Line | Shape::Area | Shape::Lines => {
            let is_long = length > LENGTH_MAX || (field.name == "nom" && length > NAME_MAX);
            is_long.then_some("declare-too-long")
        }
    }
}

/// Whether an empty field is needed, by itself or because of another answer.
fn is_missing(field: &Field, answers: &Answers<'_>) -> bool {
    field.is_required
        || match field.name {
            "outil_autre" => answers.filled("outil") == Some(OTHER_TOOL),
            "frequence" => answers.filled("volume").is_some(),
            _ => false,
        }
}

fn unreadable(field: &Field, filled: &str) -> Option<&'static str> {
    match range::read(filled) {
        None => Some("declare-not-a-range"),
        Some((low, _)) if low < 0.0 && field.name != "minutes" => Some("declare-negative"),
        Some(_) => None,
    }
}
