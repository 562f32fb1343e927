//! Which rules bear on a use: one question at a time, only those that can still change an outcome.
//! Everything is in the address; nothing is recorded, and whoever wants to keep the answers is given
//! the lines that a record holds.

mod given;
mod suggested;

use self::given::{Given, Refused};
use self::suggested::Suggested;
use super::law::Say;
use super::may_i::{Choice, Frame, choices_of};
use crate::pipeline::law::ask;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::law::{FactId, RuleOutcome, Signatory, Value};
use evaluate::Assessment;
use publish::Wording;
use reference::law::{Fact, FactKind, Law};

/// Functions whose questions are put here; the others are listed.
const PUT_HERE: [Signatory; 2] = [Signatory::Agent, Signatory::Service];

#[derive(Template)]
#[template(path = "pages/questions.html")]
struct Page<'a> {
    layout: Layout<'a>,
    tasks: Vec<Choice>,
    tools: Vec<Choice>,
    kinds: Vec<Choice>,
    is_started: bool,
    kept: Vec<(String, String)>,
    progress: String,
    next: Option<Next>,
    applies: Vec<RuleLine>,
    suggested: Option<Suggested>,
    others: Vec<(String, Vec<Question>)>,
    answered: Vec<(String, String)>,
    on_file: Vec<String>,
    lines: Option<String>,
    resume: String,
    restart: String,
}

/// The question put now.
struct Next {
    fact: String,
    question: String,
    hint: String,
    choices: Vec<(String, String)>,
    input: Option<&'static str>,
    typed: String,
    fault: Option<String>,
}

/// A question of another function, and how a record holds its answer.
struct Question {
    text: String,
    key: String,
}

struct RuleLine {
    title: String,
    citation: String,
    url: String,
}

/// The questionnaire, at the step its address says.
pub(crate) fn render(site: &Site, place: &Place, query: &str) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let frame = Frame::of(site, place);
    let given = Given::read(query, &frame);
    let on = site.snapshot.built_on;
    let answered = ask(frame.law, &given.question(&frame, on), &frame.policy);
    let assessment = &answered.assessment;
    let refused = given.refused.as_ref();
    let next = refused.map(|refused| refused.fact);
    let next = next.or_else(|| self::next(&frame, assessment, &given));
    let left = here(assessment, &given).count();
    let blanks = [
        ("done", (given.answers.len() + given.skipped.len()).into()),
        ("left", left.into()),
    ];
    let layout = Layout::new(site, place, "questions", "may-i");
    let page = Page {
        tasks: choices_of(site, &frame.sheets.tasks, &given.asked.task, &w),
        tools: choices_of(site, &frame.sheets.tools, &given.asked.tool, &w),
        kinds: choices_of(site, &frame.sheets.data_kinds, &given.asked.kinds, &w),
        is_started: !query.is_empty(),
        kept: given.kept(frame.law),
        progress: w.format("questions-progress", &blanks),
        next: next.map(|fact| put(frame.law.fact(fact), refused, &w)),
        suggested: (!given.answers.is_empty() || given.asked.task.is_some())
            .then(|| Suggested::by(site, &answered.gathered.facts, on, &w)),
        applies: applies(frame.law, assessment, place, &w),
        others: others(frame.law, assessment, &w),
        answered: given
            .answers
            .iter()
            .map(|(fact, value)| {
                let fact = frame.law.fact(*fact);
                (w.text(&fact.question), said(fact, *value, &w))
            })
            .collect(),
        on_file: Say::new(site, w).on_file(&answered.gathered),
        lines: given.lines(frame.law, on, &w.get("questions-evidence")),
        resume: given.address(&place.page("questions"), frame.law),
        restart: place.page("questions"),
        layout: layout.titled(w.get("questions-title")),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// The facts that whoever fills in the form can answer, and that can still change an outcome.
fn here<'a>(assessment: &'a Assessment, given: &'a Given) -> impl Iterator<Item = FactId> + 'a {
    assessment
        .questions
        .iter()
        .filter(|question| PUT_HERE.contains(&question.answered_by))
        .map(|question| question.fact)
        .filter(|fact| !given.skipped.contains(fact))
}

fn next(frame: &Frame<'_>, assessment: &Assessment, given: &Given) -> Option<FactId> {
    here(assessment, given).find(|fact| !frame.law.fact(*fact).is_trait())
}

fn put(fact: &Fact, refused: Option<&Refused>, w: &Wording) -> Next {
    let typed = refused.map_or_else(String::new, |refused| refused.typed.clone());
    let blanks = [("typed", typed.as_str().into())];
    let fault = refused.map(|_| w.format(Refused::message(fact.kind), &blanks));
    let choices = match fact.kind {
        FactKind::YesNo => vec![
            ("yes".to_owned(), w.get("answer-yes")),
            ("no".to_owned(), w.get("answer-no")),
        ],
        FactKind::Choice => fact
            .values
            .iter()
            .map(|value| (value.id.clone(), w.text(&value.label)))
            .collect(),
        FactKind::Number | FactKind::Date => Vec::new(),
    };
    Next {
        fact: fact.id.clone(),
        question: w.text(&fact.question),
        hint: fact
            .hint
            .as_ref()
            .map_or_else(String::new, |hint| w.text(hint)),
        choices,
        typed,
        // A browser would empty a field of another type of what it cannot read in it.
        input: match fact.kind {
            FactKind::Number | FactKind::Date if fault.is_some() => Some("text"),
            FactKind::Number => Some("number"),
            FactKind::Date => Some("date"),
            FactKind::YesNo | FactKind::Choice => None,
        },
        fault,
    }
}

/// An answer in words.
fn said(fact: &Fact, value: Value, w: &Wording) -> String {
    match value {
        Value::Flag(true) => w.get("answer-yes"),
        Value::Flag(false) => w.get("answer-no"),
        Value::Choice(place) => {
            let known = fact.values.get(usize::from(place));
            known.map_or_else(String::new, |value| w.text(&value.label))
        }
        Value::Number(number) => w.number(number as f64),
        Value::Date(day) => w.date(day),
    }
}

fn applies(law: &Law, assessment: &Assessment, place: &Place, w: &Wording) -> Vec<RuleLine> {
    law.rules
        .iter()
        .zip(&assessment.findings)
        .filter(|(_, finding)| finding.outcome == RuleOutcome::Applies)
        .map(|(rule, _)| RuleLine {
            title: w.text(&rule.title),
            citation: w.text(&rule.citation),
            url: place.page(&format!("droit/{}", rule.id)),
        })
        .collect()
}

/// What is left to the other functions, by function.
fn others(law: &Law, assessment: &Assessment, w: &Wording) -> Vec<(String, Vec<Question>)> {
    Signatory::ALL
        .iter()
        .filter(|who| !PUT_HERE.contains(who))
        .filter_map(|who| {
            let questions: Vec<_> = assessment
                .questions
                .iter()
                .filter(|question| question.answered_by == *who)
                .map(|question| other(law.fact(question.fact), w))
                .collect();
            let name = w.label(Signatory::VOCABULARY, who.code());
            (!questions.is_empty()).then_some((name, questions))
        })
        .collect()
}

fn other(fact: &Fact, w: &Wording) -> Question {
    let (id, by) = (&fact.id, fact.answered_by.code());
    Question {
        text: w.text(&fact.question),
        key: match fact.kind {
            FactKind::Choice => {
                let words: Vec<_> = fact.values.iter().map(|value| value.id.as_str()).collect();
                format!("fact: {id}, value: {}, by: {by}", words.join(" | "))
            }
            _ => format!("fact: {id}, by: {by}"),
        },
    }
}
