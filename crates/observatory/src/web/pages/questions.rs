//! Which rules bear on a use: one question at a time, only those that can still change an outcome.
//! Everything is in the address; nothing is recorded.

use super::may_i::{Asked, Choice, Frame, choices_of};
use crate::pipeline::law::ask;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::law::{FactId, RuleOutcome, Signatory, Value};
use evaluate::Assessment;
use frame::{Answer, MayI};
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
    others: Vec<(String, Vec<String>)>,
    answered: Vec<(String, String)>,
    restart: String,
}

/// The question put now.
struct Next {
    fact: String,
    question: String,
    hint: String,
    choices: Vec<(String, String)>,
    input: Option<&'static str>,
}

struct RuleLine {
    title: String,
    citation: String,
    url: String,
}

/// What was answered so far, as the address says it.
struct Given {
    asked: Asked,
    answers: Vec<(FactId, Value, String)>,
    skipped: Vec<FactId>,
}

impl Given {
    fn read(query: &str, frame: &Frame<'_>) -> Self {
        let mut given = Self {
            asked: Asked::read(query, frame.sheets),
            answers: Vec::new(),
            skipped: Vec::new(),
        };
        for (name, word) in form_urlencoded::parse(query.as_bytes()) {
            let Some(fact) = name.strip_prefix("r.").and_then(|id| frame.law.fact_id(id)) else {
                continue;
            };
            match frame.law.fact(fact).value(&word) {
                Some(value) => given.answers.push((fact, value, word.into_owned())),
                None => given.skipped.push(fact),
            }
        }
        given
    }

    fn question<'a>(&'a self, frame: &'a Frame<'_>, on: chrono::NaiveDate) -> MayI<'a> {
        let answers = self.answers.iter().map(|(fact, value, _)| Answer {
            fact: *fact,
            value: *value,
            by: None,
            on: None,
        });
        MayI {
            answers: answers.collect(),
            ..self.asked.question(frame, on)
        }
    }

    /// Every answer so far, to be sent again with the next one.
    fn kept(&self, law: &Law) -> Vec<(String, String)> {
        let mut kept = Vec::new();
        for (name, value) in [("tache", &self.asked.task), ("outil", &self.asked.tool)] {
            kept.extend(value.iter().map(|value| (name.to_owned(), value.clone())));
        }
        let kinds = self.asked.kinds.iter();
        kept.extend(kinds.map(|kind| ("donnees".to_owned(), kind.clone())));
        let named = |fact: &FactId| format!("r.{}", law.fact(*fact).id);
        kept.extend(
            self.answers
                .iter()
                .map(|(fact, _, word)| (named(fact), word.clone())),
        );
        kept.extend(self.skipped.iter().map(|fact| (named(fact), String::new())));
        kept
    }
}

/// The questionnaire, at the step its address says.
pub(crate) fn render(site: &Site, place: &Place, query: &str) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let frame = Frame::of(site, place);
    let given = Given::read(query, &frame);
    let on = site.snapshot.built_on;
    let answered = ask(frame.law, &given.question(&frame, on), &frame.policy);
    let assessment = &answered.assessment;
    let next = next(&frame, assessment, &given);
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
        next: next.map(|fact| put(frame.law.fact(fact), &w)),
        applies: applies(frame.law, assessment, place, &w),
        others: others(frame.law, assessment, &w),
        answered: given
            .answers
            .iter()
            .map(|(fact, value, word)| said(frame.law.fact(*fact), *value, word, &w))
            .collect(),
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

fn put(fact: &Fact, w: &Wording) -> Next {
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
        input: match fact.kind {
            FactKind::Number => Some("number"),
            FactKind::Date => Some("date"),
            FactKind::YesNo | FactKind::Choice => None,
        },
    }
}

/// A question and the answer given, in words.
fn said(fact: &Fact, value: Value, word: &str, w: &Wording) -> (String, String) {
    let answer = match value {
        Value::Flag(true) => w.get("answer-yes"),
        Value::Flag(false) => w.get("answer-no"),
        _ => {
            let known = fact.values.iter().find(|value| value.id == word);
            known.map_or_else(|| word.to_owned(), |value| w.text(&value.label))
        }
    };
    (w.text(&fact.question), answer)
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
fn others(law: &Law, assessment: &Assessment, w: &Wording) -> Vec<(String, Vec<String>)> {
    Signatory::ALL
        .iter()
        .filter(|who| !PUT_HERE.contains(who))
        .filter_map(|who| {
            let questions: Vec<_> = assessment
                .questions
                .iter()
                .filter(|question| question.answered_by == *who)
                .map(|question| w.text(&law.fact(question.fact).question))
                .collect();
            let name = w.label(Signatory::VOCABULARY, who.code());
            (!questions.is_empty()).then_some((name, questions))
        })
        .collect()
}
