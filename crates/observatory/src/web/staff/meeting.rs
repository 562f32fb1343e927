//! The pack of a meeting: cases are chosen, then everything is on one page to print.

use super::form::{Faults, Form};
use super::holders;
use super::member::Inside;
use super::sheet::file_of;
use crate::figure_words::{figure_words, money_words};
use crate::pipeline::figures;
use crate::pipeline::meeting::{self, Asked, Case};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::opinions::{OpinionCard, opinion};
use crate::web::pages::parts::{filled, said, shortened};
use crate::web::rendered::Rendered;
use crate::web::verdict_words;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{Action, Stage};
use domain::{Authority, DataKind, Function, Todo};
use publish::charts::html::escape;
use publish::charts::{self, Sign, Uses};
use publish::{Wording, state};

/// Cases of one meeting: more would not be discussed, and the page would be too heavy.
const CASES_MAX: usize = 6;
/// Records offered; the others are chosen by their reference.
const OFFERED: usize = 40;
/// Rules of the law on a card.
const RULES: usize = 4;
/// Opinions on a card, those against first.
const OPINIONS: usize = 5;
/// Things to do that are listed; the rest is counted.
const TODOS: usize = 12;
/// Characters of a text on a card.
const TEXT_MAX: usize = 400;

#[derive(Template)]
#[template(path = "staff/meeting_choice.html")]
struct Choice<'a> {
    layout: Layout<'a>,
    faults: Faults,
    action: String,
    offered: Vec<Offer>,
    more: Option<String>,
    others: String,
}

/// A record that may be discussed.
struct Offer {
    reference: String,
    name: String,
    stage: String,
    is_picked: bool,
}

#[derive(Template)]
#[template(path = "staff/meeting.html")]
struct Page<'a> {
    layout: Layout<'a>,
    lede: String,
    agenda: Vec<(String, String, String)>,
    cards: Vec<Card>,
    todos: Vec<(String, String)>,
    more: Option<String>,
}

/// One case, in words.
struct Card {
    id: String,
    reference: String,
    name: String,
    url: String,
    state: String,
    facts: Vec<(String, String)>,
    verdict: String,
    rules: Vec<String>,
    opinions: Vec<OpinionCard>,
    more: Option<String>,
    asked: String,
}

/// The form that chooses the cases; those that wait are ticked.
pub(super) async fn choose(inside: Inside) -> Response {
    let page = match allowed(&inside) {
        Ok(()) => offer(&inside, None, Faults::default()).await,
        Err(error) => Err(error),
    };
    inside.answer(page)
}

/// The pack on the cases chosen; on those that wait when none is.
pub(super) async fn pack(inside: Inside) -> Response {
    let page = render(&inside).await;
    inside.answer(page)
}

fn allowed(inside: &Inside) -> Result<(), PageError> {
    let may = inside.may(Action::PrepareMeeting);
    may.then_some(()).ok_or(PageError::Forbidden)
}

fn authority(inside: &Inside) -> Result<&Authority, PageError> {
    let snapshot = &inside.visit.site.snapshot;
    let authority = snapshot.authority(&inside.visit.place.scope);
    authority.ok_or(PageError::NotFound)
}

async fn offer(
    inside: &Inside,
    picked: Option<&[String]>,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let candidates = meeting::candidates(&visit.app.instance, &visit.place.scope).await?;
    let awaiting = meeting::awaiting(&candidates);
    let picked = picked.unwrap_or(&awaiting);
    let is = |list: &[String], reference: &str| {
        list.iter()
            .any(|known| known.eq_ignore_ascii_case(reference))
    };
    let offered: Vec<_> = candidates
        .iter()
        .take(OFFERED)
        .map(|record| Offer {
            reference: record.reference.clone(),
            name: said(&record.name, &w),
            stage: w.label(Stage::VOCABULARY, Stage::of(record).code()),
            is_picked: is(picked, &record.reference),
        })
        .collect();
    let more = candidates.len().saturating_sub(OFFERED);
    let is_offered = |reference: &&String| {
        let mut offered = offered.iter();
        offered.any(|offer| offer.reference.eq_ignore_ascii_case(reference))
    };
    let others = picked.iter().filter(|reference| !is_offered(reference));
    let others: Vec<_> = others.cloned().collect();
    let status = match faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let layout = inside.layout("espace/reunion", "");
    let page = Choice {
        faults,
        action: visit.place.page("espace/reunion/dossier"),
        more: (more > 0).then(|| w.format("meeting-more", &[("count", more.into())])),
        others: others.join(" "),
        offered,
        layout: layout.titled(w.get("meeting-title")),
    };
    let page = finish(&visit.site, visit.place.language, page.render()?);
    Ok(page.with_status(status))
}

/// The references that an address chooses: the boxes, and those that were typed.
fn chosen(inside: &Inside) -> Vec<String> {
    let query = Form::read(inside.visit.uri.query().unwrap_or_default());
    let typed = query.one("autres").to_owned();
    let typed = typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    let ticked = query.all("cas").iter().map(String::as_str);
    let mut chosen: Vec<String> = Vec::new();
    for reference in ticked.chain(typed).filter(|text| !text.is_empty()) {
        if !chosen
            .iter()
            .any(|known| known.eq_ignore_ascii_case(reference))
        {
            chosen.push(reference.to_owned());
        }
    }
    chosen
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    allowed(inside)?;
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let instance = &visit.app.instance;
    let mut references = chosen(inside);
    if references.is_empty() {
        let candidates = meeting::candidates(instance, &visit.place.scope).await?;
        references = meeting::awaiting(&candidates);
    }
    let mut faults = Faults::default();
    if references.is_empty() {
        faults.add("cas", w.get("meeting-none"));
    }
    if references.len() > CASES_MAX {
        let blanks = [
            ("count", references.len().into()),
            ("most", CASES_MAX.into()),
        ];
        faults.add("cas", w.format("meeting-too-many", &blanks));
    }
    if !faults.is_empty() {
        return offer(inside, Some(&references), faults).await;
    }
    let on = visit.site.snapshot.built_on;
    match meeting::pack(instance, authority(inside)?, &references, on).await? {
        Ok(pack) => Writer { inside, w: &w }.page(&pack),
        Err(unknown) => {
            let blanks = [("records", unknown.join(", ").into())];
            faults.add("autres", w.format("meeting-no-record", &blanks));
            offer(inside, Some(&references), faults).await
        }
    }
}

struct Writer<'a> {
    inside: &'a Inside,
    w: &'a Wording<'a>,
}

impl Writer<'_> {
    fn page(&self, pack: &meeting::Pack) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w;
        let mut uses = Uses::default();
        uses.signs.extend(Sign::ALL);
        let blanks = [
            ("authority", w.text(&pack.authority.name).into()),
            ("date", w.date(pack.on).into()),
            ("count", pack.cases.len().into()),
        ];
        let cards: Vec<_> = pack
            .cases
            .iter()
            .map(|case| self.card(case, pack))
            .collect();
        let agenda = pack.cases.iter().zip(&cards);
        let todos = pack.cases.iter().flat_map(|case| self.todos(case));
        let todos: Vec<_> = todos.collect();
        let layout = self.inside.layout("espace/reunion", "");
        let page = Page {
            lede: w.format("meeting-lede", &blanks),
            agenda: agenda
                .map(|(case, card)| {
                    let asked = w.get(&format!("meeting-asked-{}", case.asked.code()));
                    (card.id.clone(), card.name.clone(), asked)
                })
                .collect(),
            more: (todos.len() > TODOS).then(|| {
                let more = todos.len() - TODOS;
                w.format("space-more", &[("count", more.into())])
            }),
            todos: todos.into_iter().take(TODOS).collect(),
            cards,
            layout: layout
                .titled(w.get("meeting-title"))
                .with_sprite(charts::html::defs(&uses)),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    fn card(&self, case: &Case, pack: &meeting::Pack) -> Card {
        let w = self.w;
        let record = &case.file.record;
        let reference = &self.inside.visit.site.library.reference;
        let (verdict, rules) = case.law(reference, pack.on);
        let opinions = case.opinions();
        let more = opinions.len().saturating_sub(OPINIONS);
        Card {
            id: record.reference.to_lowercase(),
            reference: record.reference.clone(),
            name: said(&record.name, w),
            url: file_of(record, self.inside),
            state: state::word(record, w),
            facts: self.facts(case),
            verdict: verdict_words(&verdict, w),
            rules: rules
                .iter()
                .take(RULES)
                .map(|rule| format!("{} ({})", w.text(&rule.title), w.text(&rule.citation)))
                .collect(),
            opinions: opinions
                .into_iter()
                .take(OPINIONS)
                .map(|given| opinion(given, w))
                .collect(),
            more: (more > 0).then(|| w.format("space-more", &[("count", more.into())])),
            asked: self.asked(case),
        }
    }

    /// What, for whom, with which tool, on which data, and the figures.
    fn facts(&self, case: &Case) -> Vec<(String, String)> {
        let w = self.w;
        let record = &case.file.record;
        let name = |key: &str| w.label("record_fields", key);
        let short = |text: Option<&domain::Text>| match text {
            Some(text) => escape(&shortened(&w.text(text), TEXT_MAX)),
            None => filled(None, w),
        };
        let data = record.data.as_ref();
        let data = data.map(|data| w.label(DataKind::VOCABULARY, data.kind.code()));
        let department = case.department.as_ref().map(|known| &known.name);
        let tool = case.file.tool.as_ref().map(|tool| &tool.name);
        let mut facts = vec![
            (name("need"), short(record.need.as_ref())),
            (
                name("affected_groups"),
                short(record.affected_groups.as_ref()),
            ),
            (name("department"), filled(department, w)),
            (name("tool"), filled(tool, w)),
            (
                name("data"),
                data.map_or_else(|| filled(None, w), |kind| escape(&kind)),
            ),
        ];
        facts.push((w.get("meeting-figures"), self.figures(case)));
        facts
    }

    /// Every figure in one line: what, how much, how it is known, on which day.
    fn figures(&self, case: &Case) -> String {
        let w = self.w;
        let figures = case.figures.iter();
        let mut told: Vec<_> = figures
            .map(|figure| {
                let (what, amount) = figure_words(figure, w);
                format!("{what} – {amount}")
            })
            .collect();
        if let Some(money) = figures::cost(&case.file.record) {
            let name = w.label("record_fields", "cost");
            told.push(format!("{name} – {}", money_words(money, w)));
        }
        match told.is_empty() {
            true => filled(None, w),
            false => escape(&told.join(" ; ")),
        }
    }

    fn asked(&self, case: &Case) -> String {
        let w = self.w;
        let asked = w.get(&format!("meeting-asked-{}", case.asked.code()));
        let Asked::Opinions(functions) = &case.asked else {
            return asked;
        };
        let names: Vec<_> = functions
            .iter()
            .map(|function| w.label(Function::VOCABULARY, function.code()))
            .collect();
        let due = case.file.record.review.as_ref();
        let due = due.and_then(|review| review.due_on);
        let date = due.map_or_else(|| w.get("date-unknown"), |day| w.date(day));
        let blanks = [("who", w.list(&names).into()), ("date", date.into())];
        format!("{asked} {}", w.format("meeting-from", &blanks))
    }

    fn todos(&self, case: &Case) -> Vec<(String, String)> {
        let w = self.w;
        let record = &case.file.record;
        let line = |todo: &Todo| {
            let owner = holders::label(&todo.owner, &self.inside.visit.site, w);
            let due = todo.due_on.map_or_else(
                || w.get("todo-no-day-known"),
                |day| w.format("todo-due", &[("date", w.date(day).into())]),
            );
            let details = format!("{} · {owner}, {due}", record.reference);
            (said(&todo.text, w), escape(&details))
        };
        record.open_todos().into_iter().map(line).collect()
    }
}
