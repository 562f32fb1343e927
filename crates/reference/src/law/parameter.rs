//! Local policy parameters and sheet limits: what an authority adds to the law by its own acts.

use super::Law;
use super::condition::{Reads, condition};
use super::duty::{Duty, duty};
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::law::Condition;
use domain::{Remark, Text};

/// A point on which charters disagree, so that each authority sets it.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Identifier; its results are named `local/<id>`.
    pub id: String,
    /// What the authority decides.
    pub question: Text,
    /// What it may decide.
    pub setting: Setting,
}

/// What an authority may choose.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// One of these values.
    Choice {
        /// The place of the default.
        default: usize,
        /// The values, in the order in which they are shown.
        values: Vec<ParameterValue>,
    },
    /// A number.
    Number {
        /// The default.
        default: u32,
        /// The default while the use is a pilot.
        pilot: Option<u32>,
        /// What every value produces.
        produces: Vec<LocalEffect>,
    },
}

/// One value of a parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterValue {
    /// The word data files use.
    pub id: String,
    /// The word on pages.
    pub label: Text,
    /// What it adds to the law; nothing if empty.
    pub produces: Vec<LocalEffect>,
}

/// What holds whatever the parameters say.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetLimit {
    /// Identifier; its results are named `local/<id>`.
    pub id: String,
    /// In a few words.
    pub title: Text,
    /// What it adds to the law.
    pub produces: Vec<LocalEffect>,
}

/// What a local act adds to the law: it never takes anything away.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalEffect {
    /// When.
    pub when: Condition,
    /// A duty; `None` = a prohibition.
    pub duty: Option<Duty>,
    /// In words.
    pub text: Text,
}

impl Parameter {
    /// What a value adds to the law; the default if the authority set none, or one that does not
    /// exist.
    pub fn effects(&self, value: Option<&str>) -> &[LocalEffect] {
        match &self.setting {
            Setting::Number { produces, .. } => produces,
            Setting::Choice { default, values } => {
                let chosen = values.iter().find(|known| Some(known.id.as_str()) == value);
                chosen
                    .or_else(|| values.get(*default))
                    .map_or(&[], |value| value.produces.as_slice())
            }
        }
    }

    /// Whether a value may be set.
    pub fn admits(&self, value: &str) -> bool {
        match &self.setting {
            Setting::Number { .. } => value.parse::<u32>().is_ok_and(|number| number > 0),
            Setting::Choice { values, .. } => values.iter().any(|known| known.id == value),
        }
    }

    /// The values that may be set, for a person who wrote another.
    pub(super) fn choices(&self) -> String {
        match &self.setting {
            Setting::Number { default, .. } => default.to_string(),
            Setting::Choice { values, .. } => {
                let words: Vec<_> = values.iter().map(|value| value.id.as_str()).collect();
                words.join(", ")
            }
        }
    }
}

pub(super) fn read_parameters(file: &FileReader, root: &Node, law: &Law) -> Vec<Parameter> {
    file.list(root)
        .iter()
        .filter_map(|node| parameter(file, node, law))
        .collect()
}

fn parameter(file: &FileReader, node: &Node, law: &Law) -> Option<Parameter> {
    let map = file.map(node)?;
    let id = map.text("id");
    let question = map.bilingual("question");
    let setting = match map.one_of("kind", &[("choice", true), ("number", false)])? {
        true => choice(file, &map, law),
        false => number(file, &map, law),
    };
    map.finish();
    Some(Parameter {
        id: id?,
        question: question?,
        setting: setting?,
    })
}

fn choice(file: &FileReader, map: &MapReader, law: &Law) -> Option<Setting> {
    let values: Vec<_> = map
        .list("values")
        .iter()
        .filter_map(|node| value(file, node, law))
        .collect();
    let word = map.text("default")?;
    let default = values.iter().position(|value| value.id == word);
    if default.is_none() {
        let words: Vec<_> = values.iter().map(|value| value.id.as_str()).collect();
        let remark = Remark::new("data-not-a-choice")
            .with("value", word)
            .with("choices", words.join(", "));
        file.report(map.line(), remark);
    }
    Some(Setting::Choice {
        default: default?,
        values,
    })
}

fn number(file: &FileReader, map: &MapReader, law: &Law) -> Option<Setting> {
    let default = map
        .required("default")
        .and_then(|_| map.optional_number("default"));
    let pilot = map.optional_number("pilot");
    let produces = effects(file, map, law);
    Some(Setting::Number {
        default: default?,
        pilot,
        produces: produces?,
    })
}

fn value(file: &FileReader, node: &Node, law: &Law) -> Option<ParameterValue> {
    let map = file.map(node)?;
    let id = map.text("id");
    let label = map.bilingual("label");
    let produces = effects(file, &map, law);
    map.finish();
    Some(ParameterValue {
        id: id?,
        label: label?,
        produces: produces?,
    })
}

pub(super) fn read_limits(file: &FileReader, root: &Node, law: &Law) -> Vec<SheetLimit> {
    let read = |node| {
        let map = file.map(node)?;
        let id = map.text("id");
        let title = map.bilingual("title");
        let produces = effects(file, &map, law);
        map.finish();
        Some(SheetLimit {
            id: id?,
            title: title?,
            produces: produces?,
        })
    };
    file.list(root).iter().filter_map(read).collect()
}

fn effects(file: &FileReader, map: &MapReader, law: &Law) -> Option<Vec<LocalEffect>> {
    let nodes = map.optional_list("produces");
    let effects: Vec<_> = nodes
        .iter()
        .filter_map(|node| effect(file, node, law))
        .collect();
    (effects.len() == nodes.len()).then_some(effects)
}

fn effect(file: &FileReader, node: &Node, law: &Law) -> Option<LocalEffect> {
    let map = file.map(node)?;
    map.node("fr");
    map.node("en");
    let text = file.bilingual(node);
    let when = map
        .required("when")
        .and_then(|node| condition(file, node, law, Reads::Traits));
    let duty = match map.node("forbids") {
        Some(_) => map.one_of("forbids", &[("true", ())]).map(|()| None),
        None => duty(file, &map, text.clone(), law, Reads::Traits).map(Some),
    };
    map.finish();
    Some(LocalEffect {
        when: when?,
        duty: duty?,
        text: text?,
    })
}
