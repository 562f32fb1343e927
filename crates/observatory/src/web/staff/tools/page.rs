use super::super::dossier::against;
use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::opinion_form::{InternalCard, OpinionForm, card};
use super::decided::{DecisionView, decision};
use super::decision::OUTCOMES;
use super::list::to_do_for;
use super::request::kinds;
use super::{Workbench, change};
use crate::pipeline::tools;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::{filled, said};
use crate::web::pages::tool_words::{limits, since};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{Action, Role, Stage};
use domain::{Function, Hosting, Outcome, Task, ToolStatus, TrainingReuse, UseCase};
use publish::charts::{self, Sign, Uses};
use publish::{Wording, state};
use std::collections::HashMap;

/// Versions of the sheet that are shown.
const VERSIONS: usize = 6;

#[derive(Template)]
#[template(path = "staff/tools/page.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    version: u32,
    address: String,
    name: String,
    status: String,
    since: String,
    meaning: String,
    stage: String,
    to_do: Option<String>,
    limits: Option<String>,
    is_common: bool,
    request: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    changes: Vec<(String, String)>,
    reads_file: bool,
    opinions: Vec<InternalCard>,
    awaited: Vec<(String, String)>,
    decision: Option<DecisionView>,
    withdrawal: Option<WithdrawalView>,
    records: Vec<RecordLine>,
    history: Vec<(String, String)>,
    actions: Vec<(String, String)>,
    opinion_form: OpinionForm,
    forms: Forms,
}

/// What the person may send from the page.
struct Forms {
    decides: bool,
    withdraws: bool,
    changes: bool,
    outcomes: Vec<(&'static str, String, String)>,
    kinds: Vec<(&'static str, String, String)>,
    tasks: Vec<(&'static str, String)>,
    what_changes: Vec<(&'static str, String)>,
    missing: Option<String>,
    /// Whether a function spoke against: a decision that goes on says why.
    is_against: bool,
    /// How many decisions fall with a change or a withdrawal; none when nothing does.
    falls: Option<String>,
}

struct WithdrawalView {
    sentence: String,
    reason: String,
    replaced_by: Option<String>,
}

struct RecordLine {
    url: Option<String>,
    name: String,
    reference: String,
    stands: String,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The page of a tool.
pub(super) async fn page(inside: Inside, Path(path): Path<HashMap<String, String>>) -> Response {
    match Workbench::open(inside, &path).await {
        Ok(bench) if !bench.inside.may(Action::RequestTool) => {
            bench.inside.answer(Err(PageError::Forbidden))
        }
        Ok(bench) => bench.show(Form::default(), Faults::default()),
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

impl Workbench {
    /// The page, with what was typed in its forms and what is wrong with it.
    pub(super) fn show(&self, form: Form, faults: Faults) -> Response {
        let status = match faults.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let page = self.render(form, faults);
        self.inside
            .answer(page.map(|page| page.with_status(status)))
    }

    fn render(&self, form: Form, faults: Faults) -> Result<Rendered, PageError> {
        let w = self.w();
        let today = self.today();
        let tool = self.tool().clone().as_of(today);
        let examination = &tool.examination;
        let reads_file = self.may(Action::ReadTool);
        let visit = &self.inside.visit;
        let mut uses = Uses::default();
        uses.signs.extend(Sign::ALL);
        let layout = self.inside.layout(&format!("outils/{}", tool.key), "");
        let page = Page {
            version: self.file.version,
            address: self.address(""),
            name: said(&tool.name, &w),
            status: w.label(ToolStatus::VOCABULARY, tool.status.code()),
            meaning: w.definition(ToolStatus::VOCABULARY, tool.status.code()),
            since: since(examination.status_since, &w),
            stage: w.label(Stage::VOCABULARY, Stage::of_tool(&tool).code()),
            to_do: to_do_for(&self.inside, self.tool(), self.is_own, &w),
            limits: limits(&tool, &w),
            is_common: examination.authority.is_none() && visit.site.snapshot.authorities.len() > 1,
            request: if reads_file {
                self.request(&w)
            } else {
                Vec::new()
            },
            facts: self.facts(&w),
            changes: self.changes(&w),
            opinions: self.opinions(reads_file, &w),
            awaited: self.awaited(reads_file, &w),
            decision: examination.decision.as_ref().map(|d| decision(d, &w)),
            withdrawal: self.withdrawal(&w),
            records: self.records(&w),
            history: self.history(&w),
            actions: self.actions(&w),
            opinion_form: OpinionForm::new(
                self.address("/avis"),
                &self.inside.session.form_token,
                self.file.version,
                &self.speaks_for(),
                &w,
            ),
            forms: self.forms(&w),
            reads_file,
            form,
            faults,
            layout: layout
                .titled(w.text(&tool.name))
                .with_sprite(charts::html::defs(&uses)),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    /// What somebody asked for, for those who examine it.
    fn request(&self, w: &Wording) -> Vec<(String, String)> {
        let Some(request) = &self.tool().examination.request else {
            return Vec::new();
        };
        let kinds: Vec<_> = request
            .data
            .iter()
            .map(|kind| w.label(domain::DataKind::VOCABULARY, kind.code()))
            .collect();
        let kinds = domain::Text::one(w.language.tag(), w.list(&kinds));
        let address = domain::Text::one("und", request.address.clone().unwrap_or_default());
        let mut rows = vec![
            (w.get("tool-request-need"), said(&request.need, w)),
            (
                w.get("tool-request-users"),
                filled(request.users.as_ref(), w),
            ),
            (w.get("tool-request-data"), filled(Some(&kinds), w)),
            (w.get("tool-request-address"), filled(Some(&address), w)),
        ];
        let within = request.within.as_ref();
        rows.extend(within.map(|key| {
            let tools = &self.inside.visit.site.snapshot.tools;
            let name = tools.get(key).map(|tool| &tool.name);
            (w.get("tool-request-within"), filled(name, w))
        }));
        rows
    }

    /// What the sheet says, filled in or not.
    fn facts(&self, w: &Wording) -> Vec<(String, String)> {
        let tool = self.tool();
        let word = |text: String| domain::Text::one(w.language.tag(), text);
        let hosting = (tool.hosting != Hosting::Unknown)
            .then(|| word(w.label(Hosting::VOCABULARY, tool.hosting.code())));
        let reuse = (tool.training_reuse != TrainingReuse::Unknown)
            .then(|| word(w.label(TrainingReuse::VOCABULARY, tool.training_reuse.code())));
        let version = tool.version.clone().map(word);
        let laws = word(tool.jurisdictions.join(", "));
        vec![
            (
                w.get("tool-fact-supplier"),
                filled(tool.supplier.as_ref(), w),
            ),
            (w.get("tool-fact-model"), filled(tool.model.as_ref(), w)),
            (w.get("tool-fact-version"), filled(version.as_ref(), w)),
            (w.get("tool-fact-hosting"), filled(hosting.as_ref(), w)),
            (
                w.get("tool-fact-place"),
                filled(tool.hosting_place.as_ref(), w),
            ),
            (w.get("tool-fact-laws"), filled(Some(&laws), w)),
            (w.get("tool-fact-reuse"), filled(reuse.as_ref(), w)),
            (w.get("tool-fact-exit"), filled(tool.exit_plan.as_ref(), w)),
        ]
    }

    /// Versions, terms and features, the latest first, each with its day.
    fn changes(&self, w: &Wording) -> Vec<(String, String)> {
        let tool = self.tool();
        let versions = tool.versions.iter().map(|version| {
            let blanks = [("version", version.version.as_str().into())];
            let what = w.format("tool-change-version-line", &blanks);
            (version.since, what, version.change.as_ref())
        });
        let terms = tool.terms_versions.iter();
        let terms = terms.map(|terms| {
            let what = w.get("tool-change-conditions");
            (terms.since, what, terms.change.as_ref())
        });
        let features = tool.embedded_features.iter();
        let features = features.map(|feature| {
            let what = w.get("tool-change-fonction");
            (feature.appeared_on, what, Some(&feature.name))
        });
        let mut changes: Vec<_> = versions.chain(terms).chain(features).collect();
        changes.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
        changes
            .into_iter()
            .map(|(day, what, words)| {
                let day = day.map_or_else(|| w.get("tool-day-unknown"), |day| w.date(day));
                let words = words.map_or_else(String::new, |words| w.text(words));
                (what, [day, words].join(" · "))
            })
            .collect()
    }

    fn opinions(&self, reads_file: bool, w: &Wording) -> Vec<InternalCard> {
        let opinions = self.tool().examination.opinions.iter();
        let mut cards: Vec<_> = opinions.map(|given| card(given, w)).collect();
        if !reads_file {
            cards.iter_mut().for_each(|given| given.note.clear());
        }
        cards
    }

    fn awaited(&self, reads_file: bool, w: &Wording) -> Vec<(String, String)> {
        let awaited = self.tool().examination.awaited().into_iter();
        let reasons = self.reasons();
        let line = |function: Function| {
            let why = reasons.get(&function);
            let why = why.filter(|_| reads_file);
            (
                w.label(Function::VOCABULARY, function.code()),
                why.map_or_else(String::new, |(why, _)| why.clone()),
            )
        };
        awaited.map(line).collect()
    }

    fn withdrawal(&self, w: &Wording) -> Option<WithdrawalView> {
        let withdrawal = self.tool().examination.withdrawal.as_ref()?;
        let by = w.label(Function::VOCABULARY, withdrawal.by.code());
        let blanks = [("date", w.date(withdrawal.on).into()), ("who", by.into())];
        Some(WithdrawalView {
            sentence: w.format("tool-withdrawn", &blanks),
            reason: said(&withdrawal.reason, w),
            replaced_by: withdrawal.replaced_by.as_ref().map(|text| said(text, w)),
        })
    }

    /// The records that rest on the tool and that the person may read.
    fn records(&self, w: &Wording) -> Vec<RecordLine> {
        let records = self.file.records.iter().map(|record| &record.document);
        let may_read = |record: &&UseCase| self.inside.may_with(Action::ReadRecord, record, false);
        records
            .filter(may_read)
            .map(|record| {
                let here = record.authority == self.inside.visit.place.scope;
                let page = format!("dossier/{}", record.reference.to_lowercase());
                RecordLine {
                    url: here.then(|| self.inside.visit.place.page(&page)),
                    name: said(&record.name, w),
                    reference: record.reference.clone(),
                    stands: self.stands(record, w),
                }
            })
            .collect()
    }

    /// Where a record stands, and whether something of it is older than the tool.
    fn stands(&self, record: &UseCase, w: &Wording) -> String {
        let stage = w.label(Stage::VOCABULARY, Stage::of(record).code());
        let mut words = vec![state::word(record, w), stage];
        if tools::is_older(self.tool(), record, self.today()) {
            words.push(w.get("tool-record-older"));
        }
        words.join(" · ")
    }

    /// The last versions of the sheet: when, and which function or role wrote.
    fn history(&self, w: &Wording) -> Vec<(String, String)> {
        let who = |by: &str| match Function::from_code(by) {
            Some(_) => w.label(Function::VOCABULARY, by),
            None => w.label(Role::VOCABULARY, by),
        };
        let latest = self.file.history.iter().rev().take(VERSIONS);
        latest
            .map(|entry| {
                let blanks = [("version", u64::from(entry.version).into())];
                let day = w.date(self.inside.day(entry.at));
                let version = w.format("tool-version-line", &blanks);
                (version, format!("{day} · {}", who(&entry.by)))
            })
            .collect()
    }

    /// How many decisions in force rest on this tool: they fall when it changes or goes.
    fn falls(&self, w: &Wording) -> Option<String> {
        let count = self.resting();
        (count > 0).then(|| w.format("tool-falls", &[("count", count.into())]))
    }

    fn actions(&self, w: &Wording) -> Vec<(String, String)> {
        let mut actions = Vec::new();
        if self.may(Action::EditTool) {
            actions.push((w.get("tool-edit"), self.address("/modifier")));
        }
        if self.may(Action::ReviewTool) {
            let key = match self.tool().examination.review {
                Some(_) => "dossier-ask-change",
                None => "dossier-ask",
            };
            actions.push((w.get(key), self.address("/avis-demandes")));
        }
        actions
    }

    fn forms(&self, w: &Wording) -> Forms {
        let awaited: Vec<_> = self.tool().examination.awaited();
        let names: Vec<_> = awaited
            .iter()
            .map(|function| w.label(Function::VOCABULARY, function.code()))
            .collect();
        let missing = [("who", w.list(&names).into())];
        Forms {
            decides: self.may(Action::DecideTool),
            withdraws: self.may(Action::WithdrawTool) && self.tool().may_be_withdrawn(),
            changes: self.may(Action::EditTool),
            outcomes: OUTCOMES.map(|outcome| outcome_choice(outcome, w)).to_vec(),
            kinds: kinds(w),
            tasks: Task::ALL
                .iter()
                .map(|task| (task.code(), w.label(Task::VOCABULARY, task.code())))
                .collect(),
            what_changes: change::CHANGES
                .map(|code| (code, w.get(&format!("tool-change-{code}"))))
                .to_vec(),
            missing: (!names.is_empty()).then(|| w.format("dossier-missing", &missing)),
            is_against: against(&self.tool().examination.opinions),
            falls: self.falls(w),
        }
    }
}

fn outcome_choice(outcome: Outcome, w: &Wording) -> (&'static str, String, String) {
    let code = outcome.code();
    (
        code,
        w.get(&format!("tool-outcome-{code}")),
        w.get(&format!("tool-outcome-{code}-hint")),
    )
}
