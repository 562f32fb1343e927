//! What the law comes to on all that is known of a record, and the answers of each function.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::{Dossier, opened, sent};
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::pipeline::law::AssessedRecord;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages;
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::law::{FactId, Signatory};
use domain::people::{Action, Role};
use domain::{Function, LawAnswer, Link};
use publish::Wording;
use reference::law::{Fact, FactKind};
use std::collections::HashMap;

/// Questions on one page, the most useful first.
const QUESTIONS: usize = 12;

#[derive(Template)]
#[template(path = "staff/answers.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    version: u32,
    action: String,
    back: String,
    name: String,
    questions: Vec<QuestionView>,
    others: Vec<(String, usize)>,
}

/// A question, and what was answered or typed.
struct QuestionView {
    fact: String,
    question: String,
    hint: String,
    who: String,
    /// Words to choose from; empty for a number or a day.
    choices: Vec<(String, String)>,
    format: Option<String>,
    value: String,
    evidence: String,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The law on everything that is known.
pub(in super::super) async fn reading(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    match opened(inside, &path, Action::ReadRecord).await {
        Ok(dossier) => dossier.inside.answer(dossier.reading()),
        Err(refused) => refused,
    }
}

/// The questions that the functions of the person can answer.
pub(in super::super) async fn questions(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    match opened(inside, &path, Action::AnswerLaw).await {
        Ok(dossier) => dossier.show_answers(None, Faults::default()),
        Err(refused) => refused,
    }
}

/// Their answers.
pub(in super::super) async fn answer(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    match sent(inside, &path, &body, Action::AnswerLaw).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.answer(&form).await),
        Err(refused) => refused,
    }
}

/// The functions of the law that a function of the observatory answers for.
fn signatory(function: Function) -> Option<Signatory> {
    match function {
        Function::Dpo => Some(Signatory::Dpo),
        Function::Security => Some(Signatory::Ciso),
        Function::Digital => Some(Signatory::It),
        Function::Hr => Some(Signatory::Hr),
        Function::Communication => Some(Signatory::Communication),
        Function::Legal => Some(Signatory::Legal),
        Function::Data
        | Function::StaffRepresentatives
        | Function::Lead
        | Function::DecisionMaker => None,
    }
}

impl Dossier {
    fn reading(&self) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let reference = &visit.site.library.reference;
        let answered = self.case.law(reference, self.today());
        let assessed = AssessedRecord {
            facts: answered.gathered.facts,
            origins: answered.gathered.origins,
            assessment: answered.assessment,
        };
        let last = self.case.history.last();
        let changed_on = last.map_or(self.today(), |entry| self.inside.day(entry.at));
        let layout = self.inside.layout("espace", "");
        let file = (&self.case.record, changed_on, self.address(""));
        pages::law::of_file(&visit.site, &visit.place, layout, file, &assessed)
    }

    /// For whom the person may answer.
    fn answers_for(&self) -> Vec<Signatory> {
        let account = &self.inside.account;
        let scope = &self.inside.visit.place.scope;
        let functions = account.functions_in(scope);
        let mut all: Vec<_> = functions.into_iter().filter_map(signatory).collect();
        if account.is(Role::Lead, scope) || account.is(Role::Contact, scope) {
            all.push(Signatory::Service);
        }
        if self.is_own || account.is(Role::Contact, scope) {
            all.push(Signatory::Agent);
        }
        all
    }

    /// The questions put to the person: those they answered already, then those that are open.
    fn put(&self) -> Vec<(FactId, Signatory)> {
        let reference = &self.inside.visit.site.library.reference;
        let law = &reference.law;
        let own = self.answers_for();
        let given = self.case.record.law_answers.iter();
        let mut put: Vec<_> = given
            .filter(|answer| own.contains(&answer.by))
            .filter_map(|answer| Some((law.fact_id(&answer.fact)?, answer.by)))
            .collect();
        let answered = self.case.law(reference, self.today());
        let questions = answered.assessment.questions.iter();
        let open = questions
            .filter(|question| own.contains(&question.answered_by))
            .filter(|question| !law.fact(question.fact).is_trait())
            .map(|question| (question.fact, question.answered_by));
        let open: Vec<_> = open
            .filter(|(fact, _)| put.iter().all(|(known, _)| known != fact))
            .collect();
        put.extend(open);
        put.truncate(QUESTIONS);
        put
    }

    async fn answer(&self, form: &Form) -> anyhow::Result<Response> {
        let w = self.w();
        let mut faults = Faults::default();
        let mut changed = self.case.record.clone();
        for (fact, who) in self.put() {
            let fact = self.inside.visit.site.library.reference.law.fact(fact);
            let answer = self.read(fact, who, form, &mut faults, &w);
            set(&mut changed.law_answers, fact, answer, form);
        }
        if form.one("version") != self.case.version.to_string() {
            self.outdated(&mut faults);
        }
        if !faults.is_empty() {
            return Ok(self.show_answers(Some(form), faults));
        }
        let app = &self.inside.visit.app;
        let change = change(self.writes_as());
        match self.case.save(&app.instance, &changed, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("/droit")))
            }
            Saved::Outdated => {
                self.outdated(&mut faults);
                Ok(self.show_answers(Some(form), faults))
            }
        }
    }

    /// The function or the role that answers, for the journal: whoever speaks for several functions
    /// has said for which of them in no word of this form.
    pub(super) fn writes_as(&self) -> &'static str {
        let scope = &self.inside.visit.place.scope;
        match self.inside.account.functions_in(scope).as_slice() {
            [function] => function.code(),
            _ => self.who(),
        }
    }

    /// The answer of a form to one question; an empty one is no answer, never a "no".
    fn read(
        &self,
        fact: &Fact,
        who: Signatory,
        form: &Form,
        faults: &mut Faults,
        w: &Wording,
    ) -> Option<LawAnswer> {
        let field = format!("r.{}", fact.id);
        let word = form.filled(&field)?;
        let day = super::day(word).map(|day| day.to_string());
        let word = match (fact.kind, &day) {
            (FactKind::Date, Some(day)) => day.as_str(),
            _ => word,
        };
        if fact.value(word).is_none() {
            faults.add(&field, w.get("answer-not-understood"));
        }
        let url = form.filled(&format!("preuve.{}", fact.id));
        if url.is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            faults.add(&format!("preuve.{}", fact.id), w.get("answer-bad-link"));
        }
        let before = self.case.record.law_answers.iter();
        let mut before = before.filter(|answer| answer.fact == fact.id);
        let same = before.find(|answer| answer.value == word && answer.by == who);
        Some(LawAnswer {
            fact: fact.id.clone(),
            value: word.to_owned(),
            by: who,
            // An answer that stands keeps its day.
            on: same.map_or(self.today(), |answer| answer.on),
            evidence: url.map(|url| Link {
                title: same
                    .and_then(|answer| answer.evidence.as_ref())
                    .and_then(|link| link.title.clone()),
                url: url.to_owned(),
            }),
        })
    }

    fn show_answers(&self, form: Option<&Form>, faults: Faults) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_answers(form, faults))
    }

    fn render_answers(&self, form: Option<&Form>, faults: Faults) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let reference = &visit.site.library.reference;
        let put = self.put();
        let questions = put
            .iter()
            .map(|(fact, who)| self.question(reference.law.fact(*fact), *who, form, &w));
        let answered = self.case.law(reference, self.today());
        let left = |who: &Signatory| {
            let questions = answered.assessment.questions.iter();
            let count = questions
                .filter(|question| question.answered_by == *who)
                .filter(|question| put.iter().all(|(fact, _)| *fact != question.fact))
                .count();
            (count > 0).then(|| (w.label(Signatory::VOCABULARY, who.code()), count))
        };
        let layout = self.inside.layout("espace", "");
        let page = Page {
            faults,
            version: self.case.version,
            action: self.address("/questions"),
            back: self.address(""),
            name: w.text(&self.case.record.name),
            questions: questions.collect(),
            others: Signatory::ALL.iter().filter_map(left).collect(),
            layout: layout.titled(w.get("answers-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    fn question(
        &self,
        fact: &Fact,
        who: Signatory,
        form: Option<&Form>,
        w: &Wording,
    ) -> QuestionView {
        let mut given = self.case.record.law_answers.iter();
        let given = given.find(|answer| answer.fact == fact.id);
        let typed = |name: String| form.map(|form| form.one(&name).to_owned());
        let choices = match fact.kind {
            FactKind::YesNo => vec![
                ("yes".to_owned(), w.get("answer-yes")),
                ("no".to_owned(), w.get("answer-no")),
            ],
            FactKind::Choice => {
                let values = fact.values.iter();
                values
                    .map(|value| (value.id.clone(), w.text(&value.label)))
                    .collect()
            }
            FactKind::Number | FactKind::Date => Vec::new(),
        };
        let hint = fact.hint.as_ref();
        QuestionView {
            fact: fact.id.clone(),
            question: w.text(&fact.question),
            hint: hint.map_or_else(String::new, |hint| w.text(hint)),
            who: w.label(Signatory::VOCABULARY, who.code()),
            choices,
            format: match fact.kind {
                FactKind::Number => Some(w.get("answer-number")),
                FactKind::Date => Some(w.get("day-hint")),
                FactKind::YesNo | FactKind::Choice => None,
            },
            value: typed(format!("r.{}", fact.id))
                .unwrap_or_else(|| given.map_or_else(String::new, |answer| answer.value.clone())),
            evidence: typed(format!("preuve.{}", fact.id)).unwrap_or_else(|| {
                let link = given.and_then(|answer| answer.evidence.as_ref());
                link.map_or_else(String::new, |link| link.url.clone())
            }),
        }
    }
}

/// Replaces the answer to a question that the form put; one it did not put stays.
fn set(answers: &mut Vec<LawAnswer>, fact: &Fact, answer: Option<LawAnswer>, form: &Form) {
    if form.all(&format!("r.{}", fact.id)).is_empty() {
        return;
    }
    let place = answers.iter().position(|known| known.fact == fact.id);
    match (place, answer) {
        (Some(place), Some(answer)) => answers[place] = answer,
        (Some(place), None) => {
            answers.remove(place);
        }
        (None, Some(answer)) => answers.push(answer),
        (None, None) => {}
    }
}
