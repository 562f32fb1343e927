use super::field::said;
use super::risk_item::Recorded;
use super::wording::{label, labelled, plain};
use crate::risks::{Standing, suggest};
use chrono::NaiveDate;
use domain::law::{FactId, Facts, Finding, Origin, Origins, RuleOutcome, Signatory, Value};
use domain::{Authority, Department, Function, SignificantAnswer, Text, ToolSheet, UseCase};
use reference::law::{FactKind, Rule};
use reference::{Reference, StarterField, StarterForm, StarterItem, StarterSection};

/// Everything a starter may draw on.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Words, law and risks.
    pub reference: &'a Reference,
    /// The record.
    pub use_case: &'a UseCase,
    /// The sheet of its tool, if there is one.
    pub tool: Option<&'a ToolSheet>,
    /// The authority of the record; without it, its short name is shown.
    pub authority: Option<&'a Authority>,
    /// Its department; without it, its key is shown.
    pub department: Option<&'a Department>,
    /// The facts of the use.
    pub facts: &'a Facts,
    /// Where the facts come from.
    pub origins: &'a Origins,
    /// The day.
    pub on: NaiveDate,
}

/// The start of an assessment. Its first line is the notice of its form.
#[derive(Debug, Clone, PartialEq)]
pub struct Starter<'a> {
    /// The form it follows: title, notice, what each item asks.
    pub form: &'a StarterForm,
    /// The day it was made.
    pub on: NaiveDate,
    /// Whether the law asks for the assessment on that day; `None` when the rule is not known.
    pub due: Option<(&'a Rule, Finding)>,
    /// Its sections, in the order of the form.
    pub sections: Vec<Section<'a>>,
    /// The places of the risks of the record that no item shows.
    pub risks_not_shown: Vec<usize>,
}

/// A section of a starter.
#[derive(Debug, Clone, PartialEq)]
pub struct Section<'a> {
    /// Its title in the form.
    pub section: &'a StarterSection,
    /// Its items.
    pub items: Vec<Item<'a>>,
}

/// One thing the assessment must say, and what is already known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<'a> {
    /// What the form asks.
    pub item: &'a StarterItem,
    /// What is known.
    pub sentences: Vec<Sentence<'a>>,
    /// The highest level people judged, 1 to 4, for an item about likelihood or severity.
    pub level: Option<u8>,
    /// Risks that the catalogue suggests and the record does not hold. Not part of the content.
    pub suggested: Vec<Sentence<'a>>,
    /// What is missing.
    pub blanks: Vec<Blank<'a>>,
}

/// Something known, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence<'a> {
    /// The words.
    pub text: Text,
    /// What comes with them: how far a measure is, what shows it.
    pub note: Option<Text>,
    /// Where they come from.
    pub origin: SentenceOrigin<'a>,
}

/// Where a sentence comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum SentenceOrigin<'a> {
    /// A field of the record or of the tool sheet.
    Field(StarterField),
    /// The answer to a fact, with who gave it and when if that is known.
    Fact(FactId, Option<&'a Origin>),
    /// A rule that applies on the day.
    Rule(&'a Rule),
    /// A risk of the record, by its place.
    Risk(usize),
    /// A measure of a risk of the record: the place of the risk, then that of the measure; `None`
    /// = what the record says of it in words.
    Measure(usize, Option<usize>),
    /// A suggestion of the catalogue: the identifier of the risk, and how surely it applies.
    Suggestion(&'a str, Standing),
}

/// Something nobody has said yet.
#[derive(Debug, Clone, PartialEq)]
pub enum Blank<'a> {
    /// The item is still to be written, by one of these functions.
    Write(&'a [Function]),
    /// A fact has no answer.
    Answer(FactId, Signatory),
}

/// Fills a form with what is known.
pub fn start<'a>(form: &'a StarterForm, known: Known<'a>) -> Starter<'a> {
    let recorded = Recorded {
        form,
        known,
        suggestions: suggest(
            &known.reference.risks,
            &known.reference.law,
            known.facts,
            known.on,
            &known.use_case.risks,
        ),
    };
    let sections: Vec<_> = form
        .sections
        .iter()
        .map(|section| Section {
            section,
            items: section
                .items
                .iter()
                .map(|item| fill(item, &recorded))
                .collect(),
        })
        .collect();
    let shown: Vec<usize> = sections
        .iter()
        .flat_map(|section| &section.items)
        .flat_map(|item| &item.sentences)
        .filter_map(|sentence| match sentence.origin {
            SentenceOrigin::Risk(place) => Some(place),
            _ => None,
        })
        .collect();
    let places = 0..known.use_case.risks.len();
    Starter {
        form,
        on: known.on,
        due: due(&form.rule, &known),
        sections,
        risks_not_shown: places.filter(|place| !shown.contains(place)).collect(),
    }
}

fn due<'a>(rule: &str, known: &Known<'a>) -> Option<(&'a Rule, Finding)> {
    let law = &known.reference.law;
    let rule = law.rule(rule)?;
    let situation = law.situation(known.facts, known.on);
    Some((rule, Finding::of(&rule.provision, &situation)))
}

fn fill<'a>(item: &'a StarterItem, recorded: &Recorded<'a>) -> Item<'a> {
    let known = &recorded.known;
    let mut sentences = from_fields(item, known);
    sentences.extend(recorded.sentences(item));
    let level = recorded.level(item);
    let is_begun = !sentences.is_empty() || level.is_some();
    let mut blanks = Vec::new();
    if !is_begun {
        blanks.push(Blank::Write(&item.answered_by));
    }
    for fact in &item.facts {
        match known.facts.get(*fact) {
            Some(value) => sentences.push(answer(*fact, value, known)),
            None => {
                let by = known.reference.law.fact(*fact).answered_by;
                blanks.push(Blank::Answer(*fact, by));
            }
        }
    }
    sentences.extend(from_rules(item, known));
    Item {
        item,
        sentences,
        level,
        suggested: recorded.suggested(item),
        blanks,
    }
}

fn from_fields<'a>(item: &StarterItem, known: &Known<'a>) -> Vec<Sentence<'a>> {
    let of = |field: &StarterField| {
        let (field, name) = (*field, field.code());
        let name = label(known.reference, StarterField::VOCABULARY, name);
        said(field, known).into_iter().map(move |text| Sentence {
            text: labelled(&name, &text),
            note: None,
            origin: SentenceOrigin::Field(field),
        })
    };
    item.fields.iter().flat_map(of).collect()
}

fn answer<'a>(id: FactId, value: Value, known: &Known<'a>) -> Sentence<'a> {
    let fact = known.reference.law.fact(id);
    let word = fact.word(value);
    let words = match fact.kind {
        FactKind::YesNo => label(known.reference, SignificantAnswer::VOCABULARY, &word),
        _ => fact
            .values
            .iter()
            .find(|value| value.id == word)
            .map_or_else(|| plain(&word), |value| value.label.clone()),
    };
    Sentence {
        text: labelled(&fact.label, &words),
        note: None,
        origin: SentenceOrigin::Fact(id, known.origins.get(&id)),
    }
}

/// The rules that apply; those that are unknown already ask their facts elsewhere.
fn from_rules<'a>(item: &StarterItem, known: &Known<'a>) -> Vec<Sentence<'a>> {
    let law = &known.reference.law;
    let situation = law.situation(known.facts, known.on);
    item.rules
        .iter()
        .filter_map(|id| law.rule(id))
        .filter(|rule| rule.provision.outcome(&situation) == RuleOutcome::Applies)
        .map(|rule| Sentence {
            text: labelled(&rule.title, &rule.means),
            note: Some(rule.citation.clone()),
            origin: SentenceOrigin::Rule(rule),
        })
        .collect()
}

impl<'a> Starter<'a> {
    /// Every item, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item<'a>> {
        self.sections.iter().flat_map(|section| &section.items)
    }
}
