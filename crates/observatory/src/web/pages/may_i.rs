//! « Puis-je ? »: three picks, one answer, its reasons. Nothing is recorded.

mod answer;
mod around;
mod asked;

use self::answer::AnswerView;
use self::asked::Asked;
use crate::pipeline::law::ask;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use frame::Policy;
use publish::charts::{self, Sign, Uses};
use reference::law::{Law, Sheet, Sheets};

/// What an answer is drawn from.
struct Frame<'a> {
    law: &'a Law,
    sheets: &'a Sheets,
    policy: Policy,
    profile: Vec<(domain::law::FactId, domain::law::Value)>,
}

#[derive(Template)]
#[template(path = "pages/may_i.html")]
struct Page<'a> {
    layout: Layout<'a>,
    tasks: Vec<Choice>,
    tools: Vec<Choice>,
    kinds: Vec<Choice>,
    missing: Option<String>,
    answered_on: String,
    answer: Option<AnswerView>,
}

/// Something to pick.
struct Choice {
    id: String,
    label: String,
    hint: String,
    is_picked: bool,
}

/// The page, with an answer when a question is asked.
pub(crate) fn render(site: &Site, place: &Place, query: &str) -> Result<Rendered, PageError> {
    let reference = &site.library.reference;
    let w = site.wording(place.language);
    let on = site.snapshot.built_on;
    let slug = site
        .snapshot
        .authority(&place.scope)
        .map(|a| a.slug.as_str());
    let frame = Frame {
        law: &reference.law,
        sheets: &reference.sheets,
        policy: Policy::of(&reference.policy, slug, on),
        profile: reference.sheets.profile_of(slug.unwrap_or_default()),
    };
    let asked = Asked::read(query, frame.sheets);
    let choices = |sheets: &[Sheet], picked: &dyn Fn(&str) -> bool| -> Vec<Choice> {
        sheets
            .iter()
            .map(|sheet| Choice {
                id: sheet.id.clone(),
                label: sheet_name(site, sheet, &w),
                hint: sheet
                    .hint
                    .as_ref()
                    .map_or_else(String::new, |hint| w.text(hint)),
                is_picked: picked(&sheet.id),
            })
            .collect()
    };
    let mut uses = Uses::default();
    let is_asked = asked.is_complete();
    let answer = is_asked.then(|| {
        let question = asked.question(&frame, on);
        let answered = ask(frame.law, &question, &frame.policy);
        let view = AnswerView::new(site, place, &frame, &asked, &answered, &w);
        uses.signs.insert(view.sign);
        uses.signs.extend(view.around.iter().map(|line| line.sign));
        view
    });
    let missing = (!is_asked && !query.is_empty()).then(|| w.get("may-i-incomplete"));
    let blanks = [("date", w.date(on).into())];
    let layout = Layout::new(site, place, "puis-je", "may-i");
    let page = Page {
        tasks: choices(&frame.sheets.tasks, &|id| asked.task.as_deref() == Some(id)),
        tools: choices(&frame.sheets.tools, &|id| asked.tool.as_deref() == Some(id)),
        kinds: choices(&frame.sheets.data_kinds, &|id| {
            asked.kinds.iter().any(|kind| kind == id)
        }),
        missing,
        answered_on: w.format("may-i-answered-on", &blanks),
        answer,
        layout: layout
            .titled(w.get("may-i-title"))
            .with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// The title of a sheet; a tool whose sheet has none bears the name of its record.
fn sheet_name(site: &Site, sheet: &Sheet, w: &publish::Wording) -> String {
    let title = sheet.title.as_ref();
    let title = title.or_else(|| site.snapshot.tools.get(&sheet.id).map(|tool| &tool.name));
    title.map_or_else(|| sheet.id.clone(), |title| w.text(title))
}

/// The sign and the class of a verdict.
fn sign_of(kind: domain::law::VerdictKind) -> (Sign, &'static str) {
    use domain::law::VerdictKind;
    match kind {
        VerdictKind::Allowed => (Sign::Favourable, "yes"),
        VerdictKind::Conditional => (Sign::Reservations, "if"),
        VerdictKind::Unknown => (Sign::NoOpinion, "if"),
        VerdictKind::Forbidden => (Sign::Unfavourable, "no"),
    }
}
