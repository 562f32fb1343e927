use super::answers::{self, Answers, Reading, Refused};
use super::sight::{Past, Sight, Truth, judge};
use reference::{AnswerKind, Area, Choice, Question, Questionnaire};

/// What one question came to.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionScore<'a> {
    /// Its area.
    pub area: &'a Area,
    /// The question.
    pub question: &'a Question,
    /// Whether it is shown.
    pub sight: Sight,
    /// What was answered.
    pub given: Given<'a>,
    /// What it brings.
    pub points: Points,
}

/// What was answered to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Given<'a> {
    /// These choices; none of them is an answer too.
    Choices(Vec<&'a Choice>),
    /// A free text, which brings no points and is not kept here.
    Text,
    /// Nothing, or something that does not fit.
    Nothing,
}

/// What a question brings, in points: logical bounds, once everything shown is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    /// With the answers given so far; 0 while it has no answer or is not shown.
    pub as_answered: u32,
    /// The fewest it can bring.
    pub least: u32,
    /// The most it can bring.
    pub most: u32,
}

impl QuestionScore<'_> {
    /// Whether it has an answer that fits.
    pub fn is_answered(&self) -> bool {
        self.given != Given::Nothing
    }

    /// Whether it waits for a choice that may count or decide what is shown.
    pub fn is_open(&self) -> bool {
        self.question.answer != AnswerKind::Text
            && !self.is_answered()
            && self.sight != Sight::Hidden
    }
}

/// The questions read in order, each knowing what came before.
pub(super) struct Walk<'a> {
    pub(super) questions: Vec<QuestionScore<'a>>,
    pub(super) areas: Vec<Sight>,
    pub(super) refused: Vec<Refused<'a>>,
    past: Past<'a>,
}

impl<'a> Walk<'a> {
    pub(super) fn through(questionnaire: &'a Questionnaire, answers: &'a Answers) -> Self {
        let mut walk = Self {
            questions: Vec::new(),
            areas: Vec::new(),
            refused: answers::astray(questionnaire, answers).collect(),
            past: Past::new(),
        };
        for area in &questionnaire.areas {
            let shown = judge(area.when.as_ref(), &walk.past);
            walk.areas.push(shown.sight());
            for question in &area.questions {
                walk.ask(area, question, shown, answers);
            }
        }
        walk.refused.sort_by_key(|refused| refused.question);
        walk
    }

    fn ask(&mut self, area: &'a Area, question: &'a Question, area_shown: Truth, all: &Answers) {
        let shown = area_shown.and(judge(question.when.as_ref(), &self.past));
        let given = match all.get(&question.id).map(|a| answers::read(question, a)) {
            None => Given::Nothing,
            Some(Reading::Text) => Given::Text,
            Some(Reading::Choices(choices)) => Given::Choices(choices),
            Some(Reading::Unfit(fault)) => {
                let question = question.id.as_str();
                self.refused.push(Refused { question, fault });
                Given::Nothing
            }
        };
        let chosen = match &given {
            Given::Choices(choices) => Some(choices.clone()),
            Given::Text | Given::Nothing => None,
        };
        let sight = shown.sight();
        self.questions.push(QuestionScore {
            area,
            question,
            sight,
            points: points(question, sight, chosen.as_deref()),
            given,
        });
        self.past.insert(&question.id, (shown, chosen));
    }
}

fn points(question: &Question, sight: Sight, chosen: Option<&[&Choice]>) -> Points {
    let sum = chosen.map(|choices| choices.iter().map(|choice| choice.points).sum());
    let least: u32 = sum.unwrap_or(question.least());
    let most: u32 = sum.unwrap_or(question.most());
    let as_answered = sum.filter(|_| sight.is_shown()).unwrap_or(0);
    match sight {
        Sight::Hidden => Points {
            as_answered,
            least: 0,
            most: 0,
        },
        Sight::MayHide | Sight::MayShow => Points {
            as_answered,
            least: 0,
            most,
        },
        Sight::Shown => Points {
            as_answered,
            least,
            most,
        },
    }
}
