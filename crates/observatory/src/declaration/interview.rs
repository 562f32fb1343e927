//! The questions of the rules, played again from the answers.

use super::Answers;
use crate::pipeline::law::ask;
use domain::law::{FactId, Signatory, Value};
use frame::{Answer, MayI, Policy};
use reference::law::Law;

/// Functions whose questions are put to whoever declares.
const PUT_HERE: [Signatory; 2] = [Signatory::Agent, Signatory::Service];
/// Questions put at most: the others are left to those who read the declaration.
pub const QUESTIONS_MAX: usize = 12;

/// The questions of the rules that can still change an outcome, and their answers so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interview {
    /// Those put already, answered or left open.
    pub put: Vec<FactId>,
    /// The answers that count.
    pub given: Vec<(FactId, Value)>,
    /// Those to put now.
    pub left: Vec<FactId>,
}

impl Interview {
    /// Plays the questions again in their order: an answer counts only if its question is still
    /// put once the answers before it are known.
    pub fn replay(law: &Law, question: &MayI<'_>, policy: &Policy, answers: &Answers<'_>) -> Self {
        let mut question = question.clone();
        let mut interview = Self::default();
        loop {
            let here = here(law, &question, policy, &interview.put);
            let next = here.iter().copied();
            let next = next.into_iter().find(|fact| answers.was_put(law, *fact));
            let Some(fact) = next else {
                let room = QUESTIONS_MAX.saturating_sub(interview.put.len());
                interview.left = here.into_iter().take(room).collect();
                return interview;
            };
            interview.put.push(fact);
            if let Some(value) = answers.value(law, fact) {
                interview.given.push((fact, value));
                question.answers.push(Answer {
                    fact,
                    value,
                    by: None,
                    on: None,
                });
            }
        }
    }

    /// Every question of the page, in order.
    pub fn shown(&self) -> impl Iterator<Item = FactId> + '_ {
        self.put.iter().chain(&self.left).copied()
    }
}

/// What whoever declares can answer, those put already left out.
fn here(law: &Law, question: &MayI<'_>, policy: &Policy, put: &[FactId]) -> Vec<FactId> {
    let assessment = ask(law, question, policy).assessment;
    let questions = assessment.questions.iter();
    questions
        .filter(|question| PUT_HERE.contains(&question.answered_by))
        .map(|question| question.fact)
        .filter(|fact| !law.fact(*fact).is_trait() && !put.contains(fact))
        .collect()
}
