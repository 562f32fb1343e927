//! What a record keeps of an assessment.

use super::pia::{Pia, PiaAnswer};
use domain::{ImpactAssessment, Risk, RiskFamily, Text};

/// First question of each of the three feared events: unwanted access, change, loss. The impacts
/// come first, the measures are the fourth, severity and likelihood the fifth and the sixth.
const FEARED_EVENTS: [u32; 3] = [321, 331, 341];

impl Pia {
    /// The assessment as a record names it. Its day is given only once it was validated; its
    /// summary is the opinion of the data protection officer.
    ///
    /// The texts are in the language told, a BCP 47 tag: the file does not say which it is.
    pub fn attachment(&self, language: &str) -> ImpactAssessment {
        let opinion = self.dpo.as_ref().and_then(|opinion| opinion.text.as_ref());
        let is_done = self.state.is_some_and(super::PiaState::is_validated);
        ImpactAssessment {
            title: Text::one(language, self.title.clone()),
            done_on: self.changed_on.filter(|_| is_done),
            summary: opinion.map(|text| Text::one(language, text.clone())),
            url: None,
        }
    }

    /// The risks to privacy it judged, one for each feared event that has impacts, on the same
    /// scales from 1 to 4 as ours.
    pub fn risks(&self, language: &str) -> Vec<Risk> {
        let risk = |first: &u32| {
            let impacts = self.items(*first);
            let measures = self.items(first + 3);
            (!impacts.is_empty()).then(|| Risk {
                family: RiskFamily::Privacy,
                catalogue: None,
                description: Text::one(language, impacts),
                severity: self.level(first + 4),
                likelihood: self.level(first + 5),
                measure: (!measures.is_empty()).then(|| Text::one(language, measures)),
                measures: Vec::new(),
                residual: None,
            })
        };
        FEARED_EVENTS.iter().filter_map(risk).collect()
    }

    fn answer(&self, question: u32) -> Option<&PiaAnswer> {
        let mut answers = self.answers.iter();
        answers.find(|answer| answer.question == question)
    }

    fn items(&self, question: u32) -> String {
        let items = self.answer(question).map(|answer| answer.items.join(" ; "));
        items.unwrap_or_default()
    }

    fn level(&self, question: u32) -> Option<u8> {
        self.answer(question)?.level
    }
}
