//! The risks that an assessment judged.

use super::pia::{Pia, PiaAnswer};
use domain::{FearedEvent, Rating, Remark, Risk, RiskFamily, Text};

/// Longest list of impacts or of measures, in characters; the rest is cut, and that is told.
const LIST_MAX: usize = 2_000;

/// The part of the assessment that is about a feared event, and the first of its questions: the
/// impacts. The measures are the fourth, severity and likelihood the fifth and the sixth.
fn place(event: FearedEvent) -> (&'static str, u32) {
    match event {
        FearedEvent::IllegitimateAccess => ("3.2", 321),
        FearedEvent::UnwantedChange => ("3.3", 331),
        FearedEvent::Disappearance => ("3.4", 341),
    }
}

impl Pia {
    /// The risks to privacy it judged, one for each feared event that has impacts, in a language
    /// (BCP 47 tag: the file does not say which one it is written in); `name` says what an event is
    /// called in it.
    ///
    /// The tool asks for severity and likelihood in the light of the measures that exist or are
    /// planned: they are what remains. What there was before any measure, it does not ask.
    pub fn risks(&self, language: &str, name: impl Fn(FearedEvent) -> String) -> Vec<Risk> {
        let risk = |event: FearedEvent| Risk {
            family: RiskFamily::Privacy,
            catalogue: None,
            description: Text::one(language, self.told(event, &name)),
            severity: None,
            likelihood: None,
            measure: self
                .measures_of(event)
                .map(|text| Text::one(language, text)),
            measures: Vec::new(),
            residual: self.judged(event),
        };
        self.feared().map(risk).collect()
    }

    /// The events that have impacts.
    fn feared(&self) -> impl Iterator<Item = FearedEvent> {
        let all = FearedEvent::ALL.iter().copied();
        all.filter(|event| !self.items(place(*event).1).is_empty())
    }

    fn told(&self, event: FearedEvent, name: impl Fn(FearedEvent) -> String) -> String {
        let impacts = cut(self.items(place(event).1));
        format!("{} – {impacts}", name(event))
    }

    fn measures_of(&self, event: FearedEvent) -> Option<String> {
        let measures = self.items(place(event).1 + 3);
        (!measures.is_empty()).then(|| cut(measures))
    }

    fn judged(&self, event: FearedEvent) -> Option<Rating> {
        let (_, first) = place(event);
        Rating::new(self.level(first + 5)?, self.level(first + 4)?)
    }

    /// What the evaluator judged once the action plan is carried out: in no record, as nobody has
    /// carried it out yet.
    fn planned(&self, event: FearedEvent) -> Option<Rating> {
        let (part, _) = place(event);
        let mut evaluations = self.evaluations.iter();
        let evaluation = evaluations.find(|evaluation| evaluation.about == part)?;
        Rating::new(evaluation.likelihood?, evaluation.severity?)
    }

    /// The same with what is not taken over of its risks.
    pub(super) fn with_remarks_on_risks(mut self) -> Self {
        let is_half = |event: &FearedEvent| {
            let (_, first) = place(*event);
            self.level(first + 4).is_some() != self.level(first + 5).is_some()
        };
        let is_long = |event: &FearedEvent| {
            let (_, first) = place(*event);
            let lists = [first, first + 3];
            lists
                .into_iter()
                .any(|list| self.items(list).chars().count() > LIST_MAX)
        };
        let halves = self.feared().filter(is_half).count();
        let long = self.feared().filter(is_long).count();
        let planned = self
            .feared()
            .filter(|event| self.planned(*event).is_some())
            .count();
        for (key, count) in [
            ("pia-half-judged", halves),
            ("pia-long-list", long),
            ("pia-action-plan", planned),
        ] {
            if count > 0 {
                self.remarks.push(Remark::new(key).with("count", count));
            }
        }
        self
    }

    fn answer(&self, question: u32) -> Option<&PiaAnswer> {
        let mut answers = self.answers.iter();
        answers.find(|answer| answer.question == question)
    }

    fn items(&self, question: u32) -> String {
        let items = self.answer(question).map(|answer| {
            let items = answer.items.iter().filter(|item| !item.is_empty());
            let items: Vec<_> = items.map(|item| item.replace('\n', " ")).collect();
            items.join(", ")
        });
        items.unwrap_or_default()
    }

    fn level(&self, question: u32) -> Option<u8> {
        self.answer(question)?.level
    }
}

fn cut(list: String) -> String {
    match list.char_indices().nth(LIST_MAX) {
        Some((end, _)) => format!("{}…", &list[..end]),
        None => list,
    }
}
