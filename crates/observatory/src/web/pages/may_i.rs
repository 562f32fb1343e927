//! « Puis-je ? »: three picks, one answer, its reasons. Nothing is recorded.

mod answer;
mod around;
mod asked;

pub(in crate::web) use self::answer::AnswerView;
pub(crate) use self::answer::verdict_heading;
pub(in crate::web) use self::asked::Asked;
use crate::pipeline::law::ask;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::law::{FactId, Value};
use frame::Policy;
use publish::Wording;
use publish::charts::{self, Sign, Uses};
use reference::law::{Law, Sheet, Sheets};

/// What an answer is drawn from.
pub(in crate::web) struct Frame<'a> {
    pub(super) law: &'a Law,
    pub(super) sheets: &'a Sheets,
    pub(super) policy: Policy,
    profile: Vec<(FactId, Value)>,
}

impl<'a> Frame<'a> {
    /// What holds for the authority of a page, on the day of the snapshot.
    pub(in crate::web) fn of(site: &'a Site, place: &Place) -> Self {
        let reference = &site.library.reference;
        let slug = site
            .snapshot
            .authority(&place.scope)
            .map(|a| a.slug.as_str());
        let sheets = site.public_law.sheets();
        Self {
            law: &reference.law,
            sheets,
            policy: Policy::of(&reference.policy, slug, site.snapshot.built_on),
            profile: sheets.profile_of(slug.unwrap_or_default()),
        }
    }
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
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) label: String,
    hint: String,
    is_picked: bool,
}

/// The sheets to pick from, those already picked marked.
pub(super) fn choices_of<'p>(
    site: &Site,
    sheets: &[Sheet],
    picked: impl IntoIterator<Item = &'p String>,
    w: &Wording,
) -> Vec<Choice> {
    let picked: Vec<&String> = picked.into_iter().collect();
    sheets
        .iter()
        .map(|sheet| Choice {
            id: sheet.id.clone(),
            label: sheet_name(site, sheet, w),
            hint: sheet
                .hint
                .as_ref()
                .map_or_else(String::new, |hint| w.text(hint)),
            is_picked: picked.contains(&&sheet.id),
        })
        .collect()
}

/// The page, with an answer when a question is asked.
pub(crate) fn render(site: &Site, place: &Place, query: &str) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let on = site.snapshot.built_on;
    let frame = Frame::of(site, place);
    let asked = Asked::read(query, frame.sheets);
    let mut uses = Uses::default();
    let is_asked = asked.is_complete();
    let answer = is_asked.then(|| {
        let question = asked.question(&frame, on);
        let answered = ask(frame.law, &question, &frame.policy);
        let view = AnswerView::new(site, place, &frame, &asked, &answered, &w);
        uses.signs.extend(view.signs());
        view
    });
    let missing = (!is_asked && !query.is_empty()).then(|| w.get("may-i-incomplete"));
    let blanks = [("date", w.date(on).into())];
    let layout = Layout::new(site, place, "puis-je", "may-i");
    let page = Page {
        tasks: choices_of(site, &frame.sheets.tasks, &asked.task, &w),
        tools: choices_of(site, &frame.sheets.tools, &asked.tool, &w),
        kinds: choices_of(site, &frame.sheets.data_kinds, &asked.kinds, &w),
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
pub(in crate::web) fn sheet_name(site: &Site, sheet: &Sheet, w: &Wording) -> String {
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
