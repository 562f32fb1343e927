use super::super::form::{Faults, Form};
use super::super::holders;
use super::super::member::Inside;
use super::super::opinion_form::{self, InternalCard, OpinionForm, card, only_one};
use super::decision::against;
use super::todos::TodoLine;
use super::{Dossier, opened};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::may_i::verdict_heading;
use crate::web::pages::opinions::{DecisionView, decision};
use crate::web::pages::parts::{filled, said};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::law::{RuleOutcome, Signatory};
use domain::people::{Action, Stage};
use domain::{Function, Lifecycle, Outcome, PublicationLevel, UseCase};
use publish::charts::{self, Sign, Uses};
use publish::{Wording, state};
use std::collections::HashMap;

/// Rules told on the file; the rest is counted.
const RULES: usize = 6;
/// Records like this one that are shown.
const NEIGHBOURS: usize = 3;

#[derive(Template)]
#[template(path = "staff/dossier.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    version: u32,
    address: String,
    reference: String,
    name: String,
    summary: Option<String>,
    sign: &'static str,
    state: String,
    stage: String,
    /// How much of it the public reads.
    published: String,
    /// What was just done.
    done: Option<String>,
    due: Option<String>,
    facts: Vec<(String, String)>,
    verdict: String,
    rules: Vec<(String, String, String)>,
    more_rules: Option<String>,
    questions: Vec<(String, String)>,
    opinions: Vec<InternalCard>,
    awaited: Vec<(String, String)>,
    since: Vec<String>,
    neighbours: Vec<Neighbour>,
    decision: Option<DecisionView>,
    actions: Vec<(String, String)>,
    opinion_form: OpinionForm,
    holders: Vec<holders::Kind>,
    todos: Vec<TodoLine>,
    may_complete: bool,
    outcomes: Vec<(&'static str, String)>,
    may_decide: bool,
    missing: Option<String>,
    /// Whether a function spoke against: a decision that goes on says why.
    is_against: bool,
    /// Conditions that functions asked for: place, words, function.
    proposed: Vec<(String, String, String)>,
}

struct Neighbour {
    url: String,
    name: String,
    sign: &'static str,
    state: String,
    said: String,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The file of a record.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    match opened(inside, &path, Action::ReadRecord).await {
        Ok(dossier) => dossier.show(Form::default(), Faults::default()),
        Err(refused) => refused,
    }
}

impl Dossier {
    /// The file, with what was typed in its forms and what is wrong with it.
    pub(super) fn show(&self, form: Form, faults: Faults) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render(form, faults))
    }

    fn render(&self, mut form: Form, faults: Faults) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let u = &self.case.record;
        let given = only_one(&self.speaks_for(), &u.opinions);
        if let Some(given) = given.filter(|_| faults.is_empty()) {
            opinion_form::fill(&mut form, given, &w);
        }
        let law = self.law(&w);
        let neighbours = self.neighbours(&w);
        let cards: Vec<_> = u.opinions.iter().map(|given| card(given, &w)).collect();
        let mut uses = Uses::default();
        uses.signs.extend(Sign::ALL);
        let address = self.address("");
        let layout = self.inside.layout(&self.page_name(""), "");
        let page = Page {
            form,
            faults,
            version: self.case.version,
            reference: u.reference.clone(),
            name: said(&u.name, &w),
            summary: u.summary.as_ref().map(|summary| said(summary, &w)),
            sign: state::sign(u).id(),
            state: state::word(u, &w),
            stage: w.label(Stage::VOCABULARY, Stage::of(u).code()),
            published: w.label(PublicationLevel::VOCABULARY, u.publication.level.code()),
            done: self.done(&w),
            due: self.due(&w),
            facts: self.facts(&w),
            verdict: law.verdict,
            rules: law.rules,
            more_rules: law.more,
            questions: law.questions,
            awaited: law.awaited,
            opinions: cards,
            since: self.since(&w),
            neighbours,
            decision: u
                .decision
                .as_ref()
                .map(|taken| decision(&visit.site, u, taken, &w)),
            actions: self.actions(&w),
            opinion_form: OpinionForm::new(
                self.address("/avis"),
                &self.inside.session.form_token,
                self.case.version,
                &self.speaks_for(),
                &w,
            )
            .with_levels(&w)
            .after(given, &w),
            holders: holders::offers(&visit.site, &u.authority, &w),
            todos: self.todo_lines(),
            may_complete: self.may(Action::CompleteTodos),
            outcomes: Outcome::ALL
                .iter()
                .map(|outcome| (outcome.code(), w.label(Outcome::VOCABULARY, outcome.code())))
                .collect(),
            may_decide: self.may(Action::Decide),
            missing: self.missing(&w),
            is_against: against(&u.opinions),
            proposed: self.proposed(&w),
            address,
            layout: layout
                .titled(format!("{} — {}", u.reference, w.text(&u.name)))
                .with_sprite(charts::html::defs(&uses)),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    /// What was just done, when an action leads here.
    fn done(&self, w: &Wording) -> Option<String> {
        let query = Form::read(self.inside.visit.uri.query().unwrap_or_default());
        let known = [
            "avis",
            "decision",
            "demandes",
            "publication",
            "modification",
        ];
        let done = known.into_iter().find(|known| query.has("fait", known))?;
        Some(w.get(&format!("dossier-done-{done}")))
    }

    /// Conditions that may be taken up: place, words, function.
    fn proposed(&self, w: &Wording) -> Vec<(String, String, String)> {
        let proposed = self.proposed_conditions().into_iter().enumerate();
        proposed
            .map(|(place, (function, condition))| {
                let who = w.label(Function::VOCABULARY, function.code());
                (place.to_string(), said(condition, w), who)
            })
            .collect()
    }

    fn due(&self, w: &Wording) -> Option<String> {
        let due = self.case.record.review.as_ref()?.due_on?;
        let late = self.today().signed_duration_since(due).num_days();
        let key = if late > 0 {
            "dossier-late"
        } else {
            "dossier-due"
        };
        let days = usize::try_from(late.max(0)).unwrap_or_default();
        let blanks = [("date", w.date(due).into()), ("days", days.into())];
        Some(w.format(key, &blanks))
    }

    /// What a reviewer looks at first.
    fn facts(&self, w: &Wording) -> Vec<(String, String)> {
        let u = &self.case.record;
        let name = |key: &str| w.label("record_fields", key);
        let department = u.department.as_ref();
        let department =
            department.and_then(|key| self.inside.visit.site.snapshot.departments.get(key));
        let tool = self.case.tool.as_ref();
        vec![
            (name("department"), filled(department.map(|d| &d.name), w)),
            (name("need"), filled(u.need.as_ref(), w)),
            (name("tool"), filled(tool.map(|tool| &tool.name), w)),
            (name("data"), self.data(w)),
            (
                name("human_oversight"),
                filled(u.human_oversight.as_ref(), w),
            ),
            (
                name("alternative_without_ai"),
                filled(u.alternative_without_ai.as_ref(), w),
            ),
        ]
    }

    fn data(&self, w: &Wording) -> String {
        match &self.case.record.data {
            None => filled(None, w),
            Some(data) => {
                let kind = w.label(domain::DataKind::VOCABULARY, data.kind.code());
                let words: Vec<_> = data.categories.iter().map(|text| said(text, w)).collect();
                match words.is_empty() {
                    true => kind,
                    false => format!("{kind} – {}", words.join(", ")),
                }
            }
        }
    }

    /// What has changed since each of the person's functions spoke.
    fn since(&self, w: &Wording) -> Vec<String> {
        let functions = self
            .inside
            .account
            .functions_in(&self.case.record.authority);
        let line = |function: Function| {
            let (version, fields) = self.case.since_opinion(function)?;
            let fields: Vec<_> = fields
                .iter()
                .map(|field| Wording::within(&w.label("record_fields", field)))
                .collect();
            let key = match fields.is_empty() {
                true => "dossier-unchanged",
                false => "dossier-since",
            };
            let blanks = [
                ("who", w.label(Function::VOCABULARY, function.code()).into()),
                ("version", (version as usize).into()),
                ("fields", w.list(&fields).into()),
            ];
            Some(w.format(key, &blanks))
        };
        functions.into_iter().filter_map(line).collect()
    }

    /// Records of the observatory with the same tool or task.
    fn neighbours(&self, w: &Wording) -> Vec<Neighbour> {
        let u = &self.case.record;
        let site = &self.inside.visit.site;
        let is_near = |other: &UseCase| {
            let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
            other.id != u.id
                && (same(&other.tool, &u.tool) || same(&other.task_sheet, &u.task_sheet))
        };
        let near = site.snapshot.uses.iter().map(|public| &public.use_case);
        near.filter(|other| is_near(other))
            .take(NEIGHBOURS)
            .map(|other| Neighbour {
                url: self.inside.visit.place.record(&other.reference),
                name: said(&other.name, w),
                sign: state::sign(other).id(),
                state: state::word(other, w),
                said: other
                    .lessons
                    .first()
                    .map_or_else(String::new, |lesson| said(&lesson.text, w)),
            })
            .collect()
    }

    fn actions(&self, w: &Wording) -> Vec<(String, String)> {
        let public = self.inside.visit.place.record(&self.case.record.reference);
        let mut actions = Vec::new();
        let is_awaited = |function: &Function| self.case.record.awaited().contains(function);
        if self.speaks_for().iter().any(is_awaited) {
            actions.push((w.get("opinion-yours"), "#votre-avis".to_owned()));
        }
        if self.may(Action::Decide) {
            actions.push((w.get("decision-yours"), "#decider".to_owned()));
        }
        if self.may(Action::EditRecord) {
            actions.push((w.get("dossier-edit"), self.address("/modifier")));
        }
        if self.may(Action::AnswerLaw) {
            actions.push((w.get("dossier-answer"), self.address("/questions")));
        }
        if self.may(Action::AssessImpact) {
            actions.push((w.get("assessments-title"), self.address("/analyses")));
        }
        if self.may(Action::OpenReview) {
            let key = match self.case.record.review {
                Some(_) => "dossier-ask-change",
                None => "dossier-ask",
            };
            actions.push((w.get(key), self.address("/avis-demandes")));
        }
        if self.may(Action::Publish) {
            actions.push((w.get("dossier-publish"), self.address("/publication")));
        }
        let about = format!("signaler?fiche={}", self.case.record.reference);
        let report = self.inside.visit.place.page(&about);
        actions.push((w.get("report-problem"), report));
        let is_seen = self.case.record.publication.level != domain::PublicationLevel::Internal;
        if is_seen {
            actions.push((w.get("dossier-public-page"), public));
        }
        actions
    }

    /// The functions that the person speaks for here.
    fn speaks_for(&self) -> Vec<Function> {
        match self.may(Action::GiveOpinion) {
            true => {
                let authority = &self.case.record.authority;
                let awaited = self.case.record.awaited();
                let mut functions = self.inside.account.functions_in(authority);
                functions.sort_by_key(|function| !awaited.contains(function));
                functions
            }
            false => Vec::new(),
        }
    }

    /// Who has not spoken yet, for the one who decides.
    fn missing(&self, w: &Wording) -> Option<String> {
        let names: Vec<_> = self
            .case
            .record
            .awaited()
            .into_iter()
            .map(|function| w.label(Function::VOCABULARY, function.code()))
            .collect();
        let blanks = [("who", w.list(&names).into())];
        (!names.is_empty()).then(|| w.format("dossier-missing", &blanks))
    }

    fn law(&self, w: &Wording) -> LawView {
        let reference = &self.inside.visit.site.library.reference;
        let answered = self.case.law(reference, self.today());
        let needed = self.case.needed(reference, &answered, self.today());
        let awaited = self.case.record.awaited();
        let why = |function: Function| {
            let mut needed = needed.iter();
            needed
                .find(|needed| needed.function == function)
                .map_or_else(String::new, |needed| w.text(needed.why))
        };
        let mut rules: Vec<_> = reference
            .law
            .rules
            .iter()
            .zip(&answered.assessment.findings)
            .filter(|(_, finding)| finding.outcome == RuleOutcome::Applies)
            .map(|(rule, _)| {
                let url = self.inside.visit.place.page(&format!("droit/{}", rule.id));
                (w.text(&rule.title), w.text(&rule.citation), url)
            })
            .collect();
        let more = rules.split_off(rules.len().min(RULES)).len();
        LawView {
            verdict: verdict_heading(&answered.verdict, w),
            more: (more > 0).then(|| w.format("dossier-more-rules", &[("count", more.into())])),
            questions: answered
                .verdict
                .ask
                .iter()
                .take(RULES)
                .map(|question| {
                    let who = w.label(Signatory::VOCABULARY, question.answered_by.code());
                    (who, w.text(&reference.law.fact(question.fact).question))
                })
                .collect(),
            awaited: awaited
                .into_iter()
                .map(|function| {
                    (
                        w.label(Function::VOCABULARY, function.code()),
                        why(function),
                    )
                })
                .collect(),
            rules,
        }
    }
}

/// What the law comes to, in words.
struct LawView {
    verdict: String,
    rules: Vec<(String, String, String)>,
    more: Option<String>,
    questions: Vec<(String, String)>,
    awaited: Vec<(String, String)>,
}

/// Whether a use has begun: a decision then bears on what is already done.
pub(super) fn has_begun(lifecycle: Lifecycle) -> bool {
    lifecycle.is_in_use() || lifecycle.is_stopped()
}
