use super::desk::Desk;
use super::lists::Offer;
use super::proposals::Proposal;
use crate::declaration::{Field, List, Shape};

/// A question of a page.
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) fault: Option<String>,
    pub(super) input: Input,
    pub(super) proposals: Vec<Proposal>,
}

/// How it is answered.
pub(super) enum Input {
    /// A line.
    Line(String),
    /// A text area.
    Area(String),
    /// A list that unfolds.
    Select(Vec<Choice>),
    /// One of the boxes.
    Radios(Vec<Choice>),
    /// Any of the boxes.
    Boxes(Vec<Choice>),
}

/// Something to pick.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) is_picked: bool,
}

impl Asked {
    /// What screen readers are told to read with the field.
    pub(super) fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-aide", self.name));
        }
        if self.fault.is_some() {
            ids.push(format!("{}-faute", self.name));
        }
        ids.join(" ")
    }
}

impl Desk<'_> {
    /// A field as the page asks it, with what was typed.
    pub(super) fn asked(&self, field: &Field, proposals: Vec<Proposal>) -> Asked {
        let w = self.w();
        let typed = self.answers().typed(field.name).unwrap_or_default();
        let hint = format!("declare-{}-hint", field.name);
        Asked {
            name: field.name.to_owned(),
            label: w.get(&format!("declare-{}", field.name)),
            hint: w.get(&hint),
            fault: None,
            input: self.input(field, typed),
            proposals,
        }
    }

    fn input(&self, field: &Field, typed: &str) -> Input {
        let typed = typed.to_owned();
        match field.shape {
            Shape::Line | Shape::Range => Input::Line(typed),
            Shape::Area | Shape::Lines => Input::Area(typed),
            Shape::Several(list) => {
                let picked = typed.lines().map(str::to_owned).collect::<Vec<_>>();
                Input::Boxes(choices(self.offers(list), &picked))
            }
            Shape::One(list @ (List::Tasks | List::Tools | List::Departments)) => {
                let empty = self.w().get(match field.is_required {
                    true => "declare-choose",
                    false => "declare-none-of-list",
                });
                let mut choices = choices(self.offers(list), &[typed]);
                choices.insert(0, Choice::empty(empty, false));
                Input::Select(choices)
            }
            Shape::One(list) => Input::Radios(choices(self.offers(list), &[typed])),
        }
    }
}

fn choices(offers: Vec<Offer>, picked: &[String]) -> Vec<Choice> {
    let choice = |offer: Offer| Choice {
        is_picked: picked.contains(&offer.value),
        value: offer.value,
        label: offer.label,
        hint: offer.hint,
    };
    offers.into_iter().map(choice).collect()
}

impl Choice {
    /// The choice that says nothing.
    pub(super) fn empty(label: String, is_picked: bool) -> Self {
        Self {
            value: String::new(),
            label,
            hint: String::new(),
            is_picked,
        }
    }
}
