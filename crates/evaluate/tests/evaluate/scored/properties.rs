//! What holds for any questionnaire, the project's own included, and any answers.

use super::invented::{self, Picks, answer, answers, picks};
use super::questionnaires;
use evaluate::scored::{Answers, Score, Scored, Share, Sight, score};
use proptest::prelude::*;
use reference::{Counts, Level, Questionnaire};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static OWN: LazyLock<Vec<Questionnaire>> = LazyLock::new(questionnaires);

const QUESTIONS_MAX: usize = 300;

/// An invented questionnaire fifteen times out of sixteen, else one of the project's own.
fn any_questionnaire() -> impl Strategy<Value = Questionnaire> {
    let own = (0..OWN.len()).prop_map(|index| OWN[index].clone());
    prop_oneof![15 => invented::questionnaire(), 1 => own]
}

fn any_picks() -> impl Strategy<Value = Picks> {
    picks(QUESTIONS_MAX)
}

/// Everything that is a figure or a level.
type Figures<'a> = (Score, Option<Score>, Score, [Option<&'a str>; 3]);

fn figures<'a>(scored: &Scored<'a>) -> Figures<'a> {
    let level = scored.level;
    let levels = [level.as_answered, level.lowest, level.highest];
    let ids = levels.map(|level| level.map(|level| level.id.as_str()));
    (scored.raw, scored.mitigation, scored.current, ids)
}

/// Answers what is shown and open, each question with its number, until nothing is.
fn complete(questionnaire: &Questionnaire, mut answers: Answers, fill: &Picks) -> Answers {
    while !score(questionnaire, &answers).is_complete() {
        let open: BTreeSet<_> = score(questionnaire, &answers)
            .unanswered()
            .filter(|open| open.sight.is_shown())
            .map(|open| open.question.id.clone())
            .collect();
        for ((_, question), pick) in questionnaire.questions().zip(fill) {
            if open.contains(&question.id) {
                answers = answers.with(&question.id, answer(question, pick.unwrap_or(0)));
            }
        }
    }
    answers
}

/// Whether one share is at most another; a maximum of 0 compares with anything.
fn at_most(low: Share, high: Share) -> bool {
    u64::from(low.points) * u64::from(high.max) <= u64::from(high.points) * u64::from(low.max)
}

fn contains(score: Score, share: Share) -> bool {
    at_most(score.lowest, share)
        && at_most(share, score.highest)
        && (score.lowest.points..=score.highest.points).contains(&share.points)
}

fn rank(questionnaire: &Questionnaire, level: Option<&Level>) -> Option<usize> {
    let id = &level?.id;
    questionnaire
        .levels
        .iter()
        .position(|other| other.id == *id)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A question that is hidden whatever comes may be answered anyhow: no figure moves. One that
    /// is hidden for now does not move the figures of now.
    #[test]
    fn a_hidden_answer_never_changes_the_score(
        questionnaire in any_questionnaire(), given in any_picks(), other in any::<u16>(),
    ) {
        let given = answers(&questionnaire, &given);
        let before = score(&questionnaire, &given);
        for seen in before.questions.iter().filter(|seen| !seen.sight.is_shown()) {
            let id = &seen.question.id;
            let changed = given.clone().with(id, answer(seen.question, other));
            for answers in [given.clone().without(id), changed] {
                let after = score(&questionnaire, &answers);
                prop_assert_eq!(before.raw.as_answered, after.raw.as_answered);
                prop_assert_eq!(before.current.as_answered, after.current.as_answered);
                if seen.sight == Sight::Hidden {
                    prop_assert_eq!(figures(&before), figures(&after));
                    prop_assert_eq!(&before.areas, &after.areas);
                }
            }
        }
    }

    #[test]
    fn the_final_score_lies_in_the_interval(
        questionnaire in any_questionnaire(), given in any_picks(), fill in any_picks(),
    ) {
        let given = answers(&questionnaire, &given);
        let partial = score(&questionnaire, &given);
        let full = complete(&questionnaire, given.clone(), &fill);
        let last = score(&questionnaire, &full);
        prop_assert!(last.is_complete());
        prop_assert!(contains(partial.raw, last.raw.as_answered));
        prop_assert!(contains(partial.current, last.current.as_answered));
        if let (Some(before), Some(after)) = (partial.mitigation, last.mitigation) {
            prop_assert!(contains(before, after.as_answered));
        }
        for (area, after) in partial.areas.iter().zip(&last.areas) {
            if let (Some(before), Some(after)) = (area.score, after.score) {
                prop_assert!(contains(before, after.as_answered));
            }
        }
        if let Some(level) = rank(&questionnaire, last.level.as_answered) {
            let lowest = rank(&questionnaire, partial.level.lowest);
            let highest = rank(&questionnaire, partial.level.highest);
            prop_assert!(lowest.is_some_and(|lowest| lowest <= level));
            prop_assert!(highest.is_some_and(|highest| highest >= level));
        }
    }

    /// Once nothing is open, nothing moves, and the figure so far is the figure.
    #[test]
    fn a_complete_score_is_one_number(
        questionnaire in any_questionnaire(), given in any_picks(), fill in any_picks(),
    ) {
        let full = complete(&questionnaire, answers(&questionnaire, &given), &fill);
        let last = score(&questionnaire, &full);
        for score in [Some(last.raw), last.mitigation, Some(last.current)].into_iter().flatten() {
            prop_assert!(score.is_settled());
            prop_assert_eq!(score.as_answered, score.lowest);
        }
        prop_assert!(last.questions.iter().all(|question| !question.sight.is_open()));
    }

    #[test]
    fn one_more_answer_never_widens_the_interval(
        questionnaire in any_questionnaire(), given in any_picks(), pick in any::<u16>(),
    ) {
        let given = answers(&questionnaire, &given);
        let before = score(&questionnaire, &given);
        for open in before.unanswered() {
            let more = given.clone().with(&open.question.id, answer(open.question, pick));
            let after = score(&questionnaire, &more);
            prop_assert!(contains(before.raw, after.raw.lowest));
            prop_assert!(contains(before.raw, after.raw.highest));
            prop_assert!(contains(before.current, after.current.lowest));
            prop_assert!(contains(before.current, after.current.highest));
        }
    }

    /// Where no condition looks, more raw points never lower the result and more mitigation never
    /// raises it.
    #[test]
    fn more_points_move_the_result_one_way(
        questionnaire in any_questionnaire(), given in any_picks(), pick in any::<u16>(),
    ) {
        let given = answers(&questionnaire, &given);
        let before = score(&questionnaire, &given);
        let looked_at: BTreeSet<_> = questionnaire
            .questions()
            .flat_map(|(area, question)| [&area.when, &question.when])
            .flatten()
            .flat_map(reference::Condition::questions)
            .collect();
        let is_fixed = questionnaire.scores.raw.counts == Counts::All;
        for old in before.questions.iter().filter(|old| !looked_at.contains(old.question.id.as_str())) {
            let changed = given.clone().with(&old.question.id, answer(old.question, pick));
            let after = score(&questionnaire, &changed);
            let new = after.questions.iter().find(|new| new.question.id == old.question.id);
            let grows = new.is_some_and(|new| new.points.as_answered >= old.points.as_answered);
            if !grows {
                continue;
            }
            prop_assert!(before.raw.as_answered.points <= after.raw.as_answered.points);
            let (was, is) = (before.current.as_answered, after.current.as_answered);
            match old.area.kind {
                reference::AreaKind::Mitigation => prop_assert!(is.points <= was.points),
                _ if is_fixed => prop_assert!(at_most(was, is)),
                _ => prop_assert!(was.points <= is.points),
            }
        }
    }

    /// Each answer given is counted, hidden, refused, or carries no points by its nature.
    #[test]
    fn no_answer_disappears(
        questionnaire in any_questionnaire(), given in any_picks(), stray in "[a-z]{1,3}",
    ) {
        let text = evaluate::scored::Answer::One(stray.clone());
        let given = answers(&questionnaire, &given).with(&stray, text);
        let scored = score(&questionnaire, &given);
        let answered = scored.questions.iter().filter(|question| question.is_answered()).count();
        prop_assert_eq!(given.iter().count(), answered + scored.refused.len());
        let told: u32 = scored.counted().map(|question| question.points.as_answered).sum();
        let mitigation = scored.mitigation.map_or(0, |score| score.as_answered.points);
        prop_assert_eq!(told, scored.raw.as_answered.points + mitigation);
    }
}
