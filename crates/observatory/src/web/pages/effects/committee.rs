//! The view of a social committee: what is coming, before it starts. It prints on one page.

use super::{PAGE, access, uses};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::pages::sections::Sections;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use domain::{Function, Opinion, Sense, UseCase};
use evaluate::effects::{Committee, EffectCounts, Heard, Voice, committee};
use publish::numbers::is_whole;
use publish::report::{Block, Cell};
use publish::state;

/// Lines of each table: more would not fit on one sheet. The register has the others.
const LINES_MAX: usize = 6;

/// The page.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let mut page = Sections::new(site, place)?;
    let scope = page.dashboard.scope;
    let departments = page.dashboard.snapshot.departments_of(scope);
    let view = committee(uses(&page), departments, site.snapshot.built_on);
    page.on_one_page();
    add_coming(&mut page, &view);
    add_running(&mut page, &view);
    add_effects(&mut page, &view);
    add_dissent(&mut page, &view);
    page.finish(
        &format!("{PAGE}/comite"),
        "committee",
        Some(("title-effects", PAGE)),
    )
}

/// The moment to speak: nothing has begun.
fn add_coming(page: &mut Sections, view: &Committee) {
    let all: Vec<_> = view.coming.iter().chain(&view.wished).collect();
    let blocks = heard_table(page, "coming", &all);
    page.add("coming", &blocks);
}

const COLUMNS: [(&str, bool); 4] = [
    ("column-use", false),
    ("column-state", false),
    ("column-starts-on", false),
    ("column-staff-heard", false),
];

/// Trials one by one, those who were not heard in time first; of what is in service, those whose start did not wait for them.
fn add_running(page: &mut Sections, view: &Committee) {
    let mut trials: Vec<_> = view.trials.iter().collect();
    trials.sort_by_key(|heard| matches!(heard.voice, Voice::InTime(_)));
    let mut blocks = heard_table(page, "trials", &trials);
    let unheard: Vec<_> = view
        .in_service
        .iter()
        .filter(|heard| is_whole(heard.use_case) && !matches!(heard.voice, Voice::InTime(_)))
        .map(|heard| heard.use_case)
        .collect();
    let in_service = [("count", view.in_service.len().into())];
    let ended = [("count", view.ended.len().into())];
    blocks.extend([
        page.sentence("in-service", &in_service),
        page.named("in-service-unheard", &unheard),
        page.sentence("ended", &ended),
    ]);
    page.add("running", &blocks);
}

/// The first lines, and how many more there are.
fn heard_table(page: &Sections, name: &str, all: &[&Heard]) -> Vec<Block> {
    let rows = all.iter().take(LINES_MAX);
    let rows = rows.map(|heard| heard_row(page, heard)).collect();
    let table = page.table(name, &COLUMNS, rows);
    match all.len().checked_sub(LINES_MAX) {
        None | Some(0) => vec![table],
        Some(more) => vec![
            table,
            page.sentence("lines-more", &[("count", more.into())]),
        ],
    }
}

fn heard_row(page: &Sections, heard: &Heard) -> Vec<Cell> {
    let w = &page.w;
    let starts_on = match (heard.starts_on, heard.days_left) {
        (Some(day), Some(days)) if days > 0 => {
            let days = u64::try_from(days).unwrap_or_default();
            let blanks = [("date", w.date(day).into()), ("days", days.into())];
            Cell::text(w.format("starts-in", &blanks))
        }
        (day, _) => page.day(day),
    };
    vec![
        page.record(heard.use_case),
        Cell::text(state::word(heard.use_case, w)),
        starts_on,
        Cell::text(voice(page, heard.use_case, &heard.voice)),
    ]
}

/// What staff representatives said, and whether it was before the start.
fn voice(page: &Sections, use_case: &UseCase, voice: &Voice) -> String {
    let is_withheld = page.site.snapshot.withholds_opinion(&use_case.reference);
    let (key, opinion) = match voice {
        Voice::InTime(opinion) => ("heard-in-time", *opinion),
        Voice::Late(opinion) => ("heard-late", *opinion),
        Voice::Undated(opinion) => ("heard-undated", *opinion),
        Voice::Missing if is_whole(use_case) && !is_withheld => return page.w.get("heard-missing"),
        Voice::Missing => return page.w.get("not-published"),
    };
    let given_on = opinion.given_on.map(|day| page.w.date(day));
    let blanks = [
        ("sense", sense(page, opinion).into()),
        (
            "date",
            given_on
                .unwrap_or_else(|| page.w.get("date-unknown"))
                .into(),
        ),
    ];
    page.w.format(key, &blanks)
}

fn sense(page: &Sections, opinion: &Opinion) -> String {
    page.w.label(Sense::VOCABULARY, opinion.sense.code())
}

fn add_effects(page: &mut Sections, view: &Committee) {
    let mut all = EffectCounts::default();
    for family in &view.effects {
        all.negative += family.effects.negative;
        all.null += family.effects.null;
        all.positive += family.effects.positive;
        all.unknown += family.effects.unknown;
    }
    let blanks = [
        ("total", all.total().into()),
        ("negative", all.negative.into()),
        ("null", all.null.into()),
        ("positive", all.positive.into()),
        ("unknown", all.unknown.into()),
    ];
    let access = access(page);
    let unequal = [
        ("left_out", access.left_out.len().into()),
        ("departments", access.departments_without.len().into()),
        ("training", access.training_not_told.len().into()),
    ];
    let blocks = [
        page.sentence("effects-counted", &blanks),
        page.sentence("access-counted", &unequal),
        page.link("effects-link", PAGE),
    ];
    page.add("effects-counted", &blocks);
}

fn add_dissent(page: &mut Sections, view: &Committee) {
    let mut dissent: Vec<_> = view.dissent.iter().collect();
    dissent.sort_by_key(|(_, opinion)| {
        let is_theirs = opinion.function == Function::StaffRepresentatives;
        (!is_theirs, opinion.sense)
    });
    let rows = dissent.into_iter().take(LINES_MAX);
    let rows = rows.map(|(use_case, opinion)| {
        let wording = opinion.public_wording.as_ref();
        vec![
            page.record(use_case),
            Cell::text(page.w.label(Function::VOCABULARY, opinion.function.code())),
            Cell::text(sense(page, opinion)),
            Cell::text(wording.map_or_else(|| page.w.get("not-filled"), |t| page.w.text(t))),
        ]
    });
    let columns = [
        ("column-use", false),
        ("column-function", false),
        ("column-sense", false),
        ("column-words", false),
    ];
    let table = page.table("dissent", &columns, rows.collect());
    let count = page.sentence("dissent-count", &[("count", view.dissent.len().into())]);
    page.add("dissent", &[count, table]);
}
