use crate::scored::{Answer, Answers};
use domain::{GridAnswer, ToolSheet};
use reference::{AnswerKind, Questionnaire};

/// Why a tool has no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotScored {
    /// Nobody answered the grid for it.
    NoAnswers,
    /// The answers are to another grid.
    OtherGrid,
    /// The answers are to another version of the grid: to be given again.
    OtherVersion,
}

/// The answers on a tool sheet, in the shape that [`crate::scored::score`] reads. The score then
/// shows every criterion, its points, and what is not answered.
pub fn reversibility_answers(
    tool: &ToolSheet,
    questionnaire: &Questionnaire,
) -> Result<Answers, NotScored> {
    let given = tool.reversibility.as_ref().ok_or(NotScored::NoAnswers)?;
    if given.grid != questionnaire.id {
        return Err(NotScored::OtherGrid);
    }
    if given.version != questionnaire.version {
        return Err(NotScored::OtherVersion);
    }
    let answers = given.answers.iter();
    Ok(answers.fold(Answers::default(), |answers, given| {
        answers.with(&given.question, answer(given, questionnaire))
    }))
}

/// One choice is written alike for a question that takes one and for one that takes several.
fn answer(given: &GridAnswer, questionnaire: &Questionnaire) -> Answer {
    let mut questions = questionnaire.questions();
    let question = questions.find(|(_, question)| question.id == given.question);
    let takes_several =
        question.is_some_and(|(_, question)| question.answer == AnswerKind::Several);
    match &given.choices[..] {
        [only] if !takes_several => Answer::One(only.clone()),
        choices => Answer::Several(choices.iter().cloned().collect()),
    }
}
