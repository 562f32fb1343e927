//! The law on the site: its texts, their rules, and what they come to for one record.
//!
//! Nothing is decided here: rules come from the catalogue, results from the stage that evaluates.
//! What is not verified is never shown without saying so.

mod data;
mod record;
mod rule;
mod say;
mod standing;
mod text;
mod texts;

pub(crate) use data::json;
pub(crate) use record::render as record;
pub(crate) use rule::render as rule;
pub(in crate::web::pages) use say::Say;
pub(crate) use text::render as text;
pub(crate) use texts::render as texts;

use crate::web::site::Site;
use publish::Wording;
use reference::Certainty;
use reference::law::Rule;

/// Labels of the texts, by the folder of their rules.
const TEXTS: &str = "law_texts";

/// The texts that have rules, in the order of their vocabulary.
pub(crate) fn names(site: &Site) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for rule in &site.library.reference.law.rules {
        let (text, _) = split(rule);
        if !names.contains(&text) {
            names.push(text);
        }
    }
    let known = site.library.reference.vocabularies.get(TEXTS);
    let place = |text: &str| {
        let values = known.map_or(&[][..], |known| known.values.as_slice());
        let place = values.iter().position(|entry| entry.code == text);
        place.unwrap_or(values.len())
    };
    names.sort_by_key(|text| place(text));
    names
}

/// The rules of a text, in the order of the catalogue.
fn rules_of<'a>(site: &'a Site, text: &'a str) -> impl Iterator<Item = &'a Rule> {
    let rules = &site.library.reference.law.rules;
    rules.iter().filter(move |rule| split(rule).0 == text)
}

/// The text of a rule, and its name in it.
fn split(rule: &Rule) -> (&str, &str) {
    rule.id.split_once('/').unwrap_or((&rule.id, ""))
}

/// How sure we are of the least sure part of a rule, in words.
fn certainty(rule: &Rule, w: &Wording) -> String {
    w.get(&format!("certainty-{}", rule.certainty().code()))
}

/// Whether a part of a rule was never seen in the official text: the hatch says so too.
fn is_to_confirm(rule: &Rule) -> bool {
    rule.certainty() == Certainty::ToConfirm
}

/// The nature of a rule, in words.
fn nature(rule: &Rule, w: &Wording) -> String {
    w.label(domain::law::Nature::VOCABULARY, rule.nature.code())
}
