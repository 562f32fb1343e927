//! What the charter and the acts of an authority choose on each local parameter.

use super::Law;
use super::asked::unknown_parameter;
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use chrono::NaiveDate;
use domain::{Remark, Text};
use std::collections::BTreeMap;

/// A value chosen for a local parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalChoice {
    /// The parameter.
    pub parameter: String,
    /// The value.
    pub value: String,
    /// Why, in the words of the charter.
    pub why: Option<Text>,
    /// The act that decided it; `None` = the default charter chose it.
    pub act: Option<LocalAct>,
    /// The authorities it holds for, by slug; empty = every one.
    pub authorities: Vec<String>,
}

/// The act of an authority.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalAct {
    /// What it is called.
    pub title: Text,
    /// The body that took it: a function or an assembly, never a person.
    pub body: Text,
    /// The day from which it holds.
    pub on: NaiveDate,
    /// The day by which it is looked at again.
    pub review_on: Option<NaiveDate>,
    /// Where it can be read.
    pub url: Option<String>,
}

impl LocalChoice {
    /// The choices that hold for an authority on a day, by parameter: the latest act, else the
    /// default charter. Without an authority, acts that name some are left aside.
    pub fn in_force<'a>(
        choices: &'a [Self],
        authority: Option<&str>,
        on: NaiveDate,
    ) -> BTreeMap<&'a str, &'a Self> {
        let mut found: BTreeMap<&str, &Self> = BTreeMap::new();
        for choice in choices.iter().filter(|c| c.holds(authority, on)) {
            let known = found.entry(&choice.parameter).or_insert(choice);
            if choice.since() >= known.since() {
                *known = choice;
            }
        }
        found
    }

    fn holds(&self, authority: Option<&str>, on: NaiveDate) -> bool {
        let is_named = |slug| self.authorities.iter().any(|named| named == slug);
        let is_for_it = self.authorities.is_empty() || authority.is_some_and(is_named);
        is_for_it && self.since().is_none_or(|since| since <= on)
    }

    fn since(&self) -> Option<NaiveDate> {
        self.act.as_ref().map(|act| act.on)
    }
}

/// The choices of the default charter: without act, each with its reason.
pub(super) fn read_charter(file: &FileReader, root: &Node, law: &Law) -> Vec<LocalChoice> {
    let read = |node| {
        let map = file.map(node)?;
        let chosen = choice(file, &map, law);
        let why = map.bilingual("why");
        map.finish();
        let choice = chosen?;
        why.map(|why| LocalChoice {
            why: Some(why),
            ..choice
        })
    };
    file.list(root).iter().filter_map(read).collect()
}

/// The choices of an authority, each with its act.
pub(super) fn read_acts(file: &FileReader, root: &Node, law: &Law) -> Vec<LocalChoice> {
    let read = |node| {
        let map = file.map(node)?;
        let chosen = choice(file, &map, law);
        let why = map.optional_bilingual("why");
        let authorities = map.texts("authorities");
        let act = map.required("act").and_then(|node| act(file, node));
        map.finish();
        let choice = chosen?;
        act.map(|act| LocalChoice {
            why,
            act: Some(act),
            authorities,
            ..choice
        })
    };
    file.list(root).iter().filter_map(read).collect()
}

fn choice(file: &FileReader, map: &MapReader, law: &Law) -> Option<LocalChoice> {
    let (id, value) = (map.required("parameter"), map.required("value"));
    let (id, value) = (id?, value?);
    let (parameter, word) = (id.scalar().unwrap_or_default(), value.scalar());
    let word = word.unwrap_or_default();
    let Some(known) = law.parameter(parameter) else {
        unknown_parameter(file, parameter, id);
        return None;
    };
    if !known.admits(word) {
        let remark = Remark::new("law-unknown-value")
            .with("id", parameter)
            .with("value", word)
            .with("choices", known.choices());
        file.report(value.line, remark);
        return None;
    }
    Some(LocalChoice {
        parameter: parameter.to_owned(),
        value: word.to_owned(),
        why: None,
        act: None,
        authorities: Vec::new(),
    })
}

fn act(file: &FileReader, node: &Node) -> Option<LocalAct> {
    let map = file.map(node)?;
    let title = map.bilingual("title");
    let body = map.bilingual("body");
    let on = map.date("on");
    let review_on = map.optional_date("review_on");
    let url = map.optional_text("url");
    map.finish();
    Some(LocalAct {
        title: title?,
        body: body?,
        on: on?,
        review_on,
        url,
    })
}
