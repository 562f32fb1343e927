//! What an impact assessment made elsewhere brings to a record.

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

impl UseCase {
    /// The same record with an assessment. One with the same title takes the place of its earlier
    /// state, and a risk told in the same words is judged again; nothing stands twice.
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
                assessment.url = assessment.url.or_else(|| before.url.take());
                *before = assessment;
            }
            None => self.impact_assessments.push(assessment),
        }
        for risk in risks {
            self.judge(risk);
        }
        if let Some(duty) = duty {
            self.duties_done.retain(|known| known.duty != duty.duty);
            self.duties_done.push(duty);
        }
        self
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

    /// A risk that is known already keeps its place in the catalogue and the state of its measures.
    fn judge(&mut self, risk: Risk) {
        let Some(place) = self.risk_told(&risk) else {
            self.risks.push(risk);
            return;
        };
        let before = &mut self.risks[place];
        before.severity = risk.severity.or(before.severity);
        before.likelihood = risk.likelihood.or(before.likelihood);
        before.residual = risk.residual.or(before.residual);
        let says_same = |known: &Text| risk.measure.as_ref().is_some_and(|new| is_same(known, new));
        if risk.measure.is_some() && !before.measure.as_ref().is_some_and(says_same) {
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
