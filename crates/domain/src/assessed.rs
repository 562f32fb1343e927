//! What an impact assessment made elsewhere brings to a record.

use crate::law::Signatory;
use crate::{DutyDone, ImpactAssessment, Risk, Text, UseCase};

/// An assessment that joins a record, with what it judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessed {
    /// The assessment as the record names it.
    pub assessment: ImpactAssessment,
    /// The risks it judged.
    pub risks: Vec<Risk>,
    /// The duty that it settles, when a function says so.
    pub duty: Option<DutyDone>,
}

impl Assessed {
    /// The same with what a record says already, where it says nothing itself: the day, the summary
    /// and the address of the assessment that has its title, the levels and the measures of a risk
    /// that is told in the same words.
    #[must_use]
    pub fn completed_by(mut self, record: &UseCase) -> Self {
        let assessment = &mut self.assessment;
        if let Some(place) = record.assessment_titled(&assessment.title) {
            let before = record.impact_assessments[place].clone();
            assessment.done_on = assessment.done_on.or(before.done_on);
            assessment.summary = assessment.summary.take().or(before.summary);
            assessment.url = assessment.url.take().or(before.url);
        }
        for risk in &mut self.risks {
            if let Some(place) = record.risk_told(risk) {
                let before = &record.risks[place];
                risk.severity = risk.severity.or(before.severity);
                risk.likelihood = risk.likelihood.or(before.likelihood);
                risk.residual = risk.residual.or(before.residual);
                risk.measure = risk.measure.take().or_else(|| before.measure.clone());
            }
        }
        self
    }
}

impl UseCase {
    /// The same record with an assessment. One with the same title takes the place of its earlier
    /// state, and a risk told in the same words is judged again, as they are told here: what they
    /// leave out is left out. The title and the words keep their other languages, and a risk its
    /// place in the catalogue and the state of its measures.
    #[must_use]
    pub fn with_assessment(mut self, assessed: Assessed) -> Self {
        let Assessed {
            mut assessment,
            risks,
            duty,
        } = assessed;
        match self.assessment_titled(&assessment.title) {
            Some(place) => {
                let before = &mut self.impact_assessments[place];
                assessment.title = before.title.clone();
                *before = assessment;
            }
            None => self.impact_assessments.push(assessment),
        }
        for risk in risks {
            self.judge(risk);
        }
        if let Some(duty) = duty {
            self.open_duty(&duty.duty, duty.by);
            self.duties_done.push(duty);
        }
        self
    }

    /// Takes out that a function says a duty is settled; whether it said so.
    pub fn open_duty(&mut self, duty: &str, by: Signatory) -> bool {
        let before = self.duties_done.len();
        let is_same = |known: &DutyDone| known.duty == duty && known.by == by;
        self.duties_done.retain(|known| !is_same(known));
        self.duties_done.len() < before
    }

    /// The place of the assessment that has this title, in a language that both are written in.
    pub fn assessment_titled(&self, title: &Text) -> Option<usize> {
        let mut assessments = self.impact_assessments.iter();
        assessments.position(|known| is_same(&known.title, title))
    }

    /// The place of the risk of the same family that is told in the same words.
    pub fn risk_told(&self, risk: &Risk) -> Option<usize> {
        self.risks.iter().position(|known| {
            known.family == risk.family && is_same(&known.description, &risk.description)
        })
    }

    fn judge(&mut self, risk: Risk) {
        let Some(place) = self.risk_told(&risk) else {
            self.risks.push(risk);
            return;
        };
        let before = &mut self.risks[place];
        before.severity = risk.severity;
        before.likelihood = risk.likelihood;
        before.residual = risk.residual;
        let says_same = |known: &Text| risk.measure.as_ref().is_some_and(|new| is_same(known, new));
        if !before.measure.as_ref().is_some_and(says_same) {
            before.measure = risk.measure;
        }
    }
}

/// Whether two texts say the same in a language that both are written in.
fn is_same(one: &Text, other: &Text) -> bool {
    one.iter().any(|(tag, words)| other.get(tag) == Some(words))
}

#[cfg(test)]
mod tests;
