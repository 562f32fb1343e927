//! What a record keeps of an assessment.

use super::pia::{Pia, PiaAnswer};
use domain::{FearedEvent, ImpactAssessment, Rating, Risk, RiskFamily, Text};

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
    /// The assessment as a record names it. Its day, that of its last change, is given only once
    /// it was validated. The opinions in the file stay there: a function alone says how far its
    /// opinion goes.
    ///
    /// The texts are in the language told, a BCP 47 tag: the file does not say which it is.
    pub fn attachment(&self, language: &str) -> ImpactAssessment {
        let is_done = self.state.is_some_and(super::PiaState::is_validated);
        ImpactAssessment {
            title: Text::one(language, self.title.clone()),
            done_on: self.changed_on.filter(|_| is_done),
            summary: None,
            url: None,
        }
    }

    /// The risks to privacy it judged, one for each feared event that has impacts, on the same
    /// scales from 1 to 4 as ours. What remains once the measures are in place is what its
    /// evaluator judged of the event. `name` says what an event is called in the language told.
    pub fn risks(&self, language: &str, name: impl Fn(FearedEvent) -> String) -> Vec<Risk> {
        let risk = |event: &FearedEvent| {
            let (part, first) = place(*event);
            let impacts = self.items(first);
            let measures = self.items(first + 3);
            (!impacts.is_empty()).then(|| Risk {
                family: RiskFamily::Privacy,
                catalogue: None,
                description: Text::one(language, format!("{} – {impacts}", name(*event))),
                severity: self.level(first + 4),
                likelihood: self.level(first + 5),
                measure: (!measures.is_empty()).then(|| Text::one(language, measures)),
                measures: Vec::new(),
                residual: self.residual(part),
            })
        };
        FearedEvent::ALL.iter().filter_map(risk).collect()
    }

    fn answer(&self, question: u32) -> Option<&PiaAnswer> {
        let mut answers = self.answers.iter();
        answers.find(|answer| answer.question == question)
    }

    fn items(&self, question: u32) -> String {
        let items = self.answer(question).map(|answer| {
            let items = answer.items.iter().map(String::as_str);
            let items: Vec<_> = items.filter(|item| !item.is_empty()).collect();
            items.join(", ")
        });
        items.unwrap_or_default()
    }

    fn level(&self, question: u32) -> Option<u8> {
        self.answer(question)?.level
    }

    fn residual(&self, part: &str) -> Option<Rating> {
        let mut evaluations = self.evaluations.iter();
        let judged = evaluations.find(|evaluation| evaluation.about == part)?;
        Rating::new(judged.likelihood?, judged.severity?)
    }
}
