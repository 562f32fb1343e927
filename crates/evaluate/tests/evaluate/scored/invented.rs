//! Any questionnaire and any answers, out of lists of small numbers.

use domain::Text;
use evaluate::scored::{Answer, Answers};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use reference::{
    AnswerKind, Area, AreaKind, Certainty, Choice, Condition, Counts, Level, Maximum, Question,
    Questionnaire, Reduction, ScoreRules,
};

/// What a question is made of: whether a new area starts, how it is answered, the points of its
/// choices, and the condition that shows it.
type Recipe = (u8, u8, Vec<u32>, Option<Look>);

/// A condition on earlier questions: which ones, which choices, how they combine.
type Look = (u16, u16, u8);

/// Any questionnaire with up to 14 questions.
pub(super) fn questionnaire() -> impl Strategy<Value = Questionnaire> {
    let look = (any::<u16>(), any::<u16>(), 0_u8..5);
    let recipe = (0_u8..8, 0_u8..5, vec(0_u32..6, 2..4), option::of(look));
    let rules = (any::<bool>(), 1_u32..=100, 0_u32..=100, 0_u32..100);
    (vec(recipe, 1..14), rules).prop_map(|(recipes, rules)| {
        let areas = areas(recipes);
        let (is_visible, from_percent, keeps_percent, bound) = rules;
        let counts = if is_visible {
            Counts::Visible
        } else {
            Counts::All
        };
        let maximum = Maximum { counts, phases: 1 };
        let reduction = Reduction {
            from_percent,
            keeps_percent,
        };
        let mitigates = areas.iter().any(|area| area.kind == AreaKind::Mitigation);
        Questionnaire {
            id: "invented".to_owned(),
            version: "1".to_owned(),
            title: Text::default(),
            summary: Text::default(),
            source: String::new(),
            licence: String::new(),
            attribution: None,
            certainty: Certainty::ToConfirm,
            checked_on: Default::default(),
            review_by: None,
            not_modelled: Vec::new(),
            areas,
            scores: ScoreRules {
                raw: maximum,
                mitigation: mitigates.then_some(maximum),
                reduction: mitigates.then_some(reduction),
            },
            levels: [Some(bound / 3), Some(bound / 2 + 34), None]
                .into_iter()
                .enumerate()
                .map(|(position, up_to_percent)| Level {
                    id: position.to_string(),
                    title: Text::default(),
                    meaning: None,
                    up_to_percent,
                })
                .collect(),
        }
    })
}

fn areas(recipes: Vec<Recipe>) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    let mut asked: Vec<Question> = Vec::new();
    for (position, (start, form, points, look)) in recipes.into_iter().enumerate() {
        let when = look.and_then(|look| condition(look, &asked));
        let starts = areas.is_empty() || start < 3;
        if starts {
            let kinds = [AreaKind::Raw, AreaKind::Mitigation, AreaKind::Unscored];
            areas.push(Area {
                id: format!("a{position}"),
                title: Text::default(),
                kind: kinds[usize::from(start) % 3],
                when: when.clone(),
                questions: Vec::new(),
            });
        }
        let area = areas.last_mut().expect("one was pushed");
        let question = question(position, form, &points, when.filter(|_| !starts), area.kind);
        asked.push(question.clone());
        area.questions.push(question);
    }
    areas
}

fn question(
    position: usize,
    form: u8,
    points: &[u32],
    when: Option<Condition>,
    kind: AreaKind,
) -> Question {
    let answer = match form {
        0 => AnswerKind::Text,
        1 | 2 => AnswerKind::Several,
        _ => AnswerKind::One,
    };
    let choices = points.iter().enumerate().map(|(index, points)| Choice {
        id: format!("c{index}"),
        label: Text::default(),
        points: if kind == AreaKind::Unscored {
            0
        } else {
            *points
        },
    });
    Question {
        id: format!("q{position}"),
        title: Text::default(),
        help: None,
        answer,
        when,
        choices: choices.filter(|_| answer != AnswerKind::Text).collect(),
    }
}

fn condition((which, mask, form): Look, asked: &[Question]) -> Option<Condition> {
    let with_choices: Vec<_> = asked
        .iter()
        .filter(|question| question.answer != AnswerKind::Text)
        .collect();
    let leaf = |which: u16, mask: u16| {
        let question = with_choices.get(usize::from(which) % with_choices.len().max(1))?;
        let picked = |index: &usize| mask >> index & 1 == 1 || *index == usize::from(mask) % 2;
        Some(Condition::Chosen {
            question: question.id.clone(),
            choices: (0..question.choices.len())
                .filter(picked)
                .map(|index| question.choices[index].id.clone())
                .collect(),
        })
    };
    let first = leaf(which, mask)?;
    let second = leaf(which / 7, mask / 5)?;
    Some(match form {
        0 => Condition::All(vec![first, second]),
        1 => Condition::Any(vec![first, second]),
        2 => Condition::Not(Box::new(first)),
        3 => Condition::Any(vec![Condition::Not(Box::new(first)), second]),
        _ => first,
    })
}

/// A number for each question, or none: an answer of any kind.
pub(super) type Picks = Vec<Option<u16>>;

/// Numbers for up to so many questions.
pub(super) fn picks(questions: usize) -> impl Strategy<Value = Picks> {
    vec(option::weighted(0.7, any::<u16>()), questions)
}

/// The answer a number stands for.
pub(super) fn answer(question: &Question, pick: u16) -> Answer {
    let id = |index: usize| question.choices[index].id.clone();
    let count = question.choices.len();
    match question.answer {
        AnswerKind::Text => Answer::One("text".to_owned()),
        AnswerKind::One => Answer::One(id(usize::from(pick) % count)),
        AnswerKind::Several => {
            let ticked = |index: &usize| pick >> (index % 16) & 1 == 1;
            Answer::Several((0..count).filter(ticked).map(id).collect())
        }
    }
}

/// The answers numbers stand for, question after question.
pub(super) fn answers(questionnaire: &Questionnaire, picks: &Picks) -> Answers {
    let picked = questionnaire.questions().zip(picks);
    picked.fold(
        Answers::default(),
        |answers, ((_, question), pick)| match pick {
            Some(pick) => answers.with(&question.id, answer(question, *pick)),
            None => answers,
        },
    )
}
