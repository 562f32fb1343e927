//! What uses do to the work and to those who do it, and what a social committee reads of it.

mod committee;

use super::sections::Sections;
use crate::pipeline::reliance;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use domain::{EffectOrigin, OccupationFamily, UseCase};
use evaluate::effects::{
    FamilyEffects, FeltCounts, Spread, UnequalAccess, effects, unequal_access,
};
use publish::report::{Block, Cell, Inline};
use publish::{RESPONDENTS_MIN, Wording};

pub(crate) use committee::render as committee;

/// Address of the page.
const PAGE: &str = "effets";

/// The page.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let mut page = Sections::new(site, place)?;
    add_families(&mut page);
    add_felt(&mut page);
    add_access(&mut page);
    let committee = page.link("committee-link", "effets/comite");
    page.add("committee", &[committee]);
    page.finish(
        PAGE,
        "effects",
        Some(("dashboard-title", "tableau-de-bord")),
    )
}

fn add_families(page: &mut Sections) {
    let hidden = page.site.snapshot.small_groups_of(page.place.scope());
    let blanks = [
        ("least", f64::from(RESPONDENTS_MIN).into()),
        ("count", hidden.into()),
    ];
    let blocks = [
        page.table_of_report("effects-by-occupation"),
        page.sentence("small-groups", &blanks),
    ];
    page.add("families", &blocks);
}

/// Minutes and what those concerned feel, family by family.
fn add_felt(page: &mut Sections) {
    let began = uses(page)
        .into_iter()
        .filter(|use_case| use_case.lifecycle.is_in_use() || use_case.lifecycle.is_stopped());
    let found = effects(began);
    let rows = found.iter().map(|family| felt_row(family, &page.w));
    let columns = [
        ("column-occupation-family", false),
        ("column-known-how", false),
        ("column-time-sense", false),
        ("column-quality", false),
        ("column-meaning-of-work", false),
        ("column-skills", false),
    ];
    let table = page.table("felt", &columns, rows.collect());
    page.add("felt", &[table]);
}

fn felt_row(found: &FamilyEffects, w: &Wording) -> Vec<Cell> {
    vec![
        Cell::text(family(found.family, w)),
        Cell::text(w.label(EffectOrigin::VOCABULARY, found.origin.code())),
        Cell::text(time(&found.minutes, w)),
        Cell::text(felt(&found.quality, w)),
        Cell::text(felt(&found.meaning, w)),
        Cell::text(felt(&found.skills, w)),
    ]
}

fn family(family: Option<OccupationFamily>, w: &Wording) -> String {
    match family {
        Some(family) => w.label(OccupationFamily::VOCABULARY, family.code()),
        None => w.get("family-unknown"),
    }
}

/// How many answers save time, cost some, or cannot tell.
fn time(minutes: &Spread, w: &Wording) -> String {
    let counts = [
        ("time-saved", minutes.saves),
        ("time-lost", minutes.costs),
        ("time-either", minutes.either),
        ("time-not-told", minutes.not_told),
    ];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    let told = told.map(|(key, count)| w.format(key, &[("count", count.into())]));
    told.collect::<Vec<_>>().join(", ")
}

/// Every sense that somebody told, with how many; the unknown too.
fn felt(counts: &FeltCounts, w: &Wording) -> String {
    let counts = [
        ("felt-better", counts.better),
        ("felt-same", counts.same),
        ("felt-mixed", counts.mixed),
        ("felt-worse", counts.worse),
        ("felt-unknown", counts.unknown),
    ];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    let told = told.map(|(key, count)| w.format(key, &[("count", count.into())]));
    told.collect::<Vec<_>>().join(", ")
}

fn add_access(page: &mut Sections) {
    let access = access(page);
    let w = page.w;
    let left_out = access.left_out.iter().map(|left_out| {
        vec![
            page.record(left_out.use_case),
            Cell::text(family(left_out.family, &w)),
            Cell::text(match left_out.who {
                Some(who) => w.text(who),
                None => w.get("left-out-unnamed"),
            }),
        ]
    });
    let columns = [
        ("column-use", false),
        ("column-occupation-family", false),
        ("column-left-out", false),
    ];
    let departments: Vec<_> = access
        .departments_without
        .iter()
        .map(|department| w.text(&department.name))
        .collect();
    let families: Vec<_> = access
        .families_without
        .iter()
        .map(|without| family(Some(*without), &w))
        .collect();
    let blocks = [
        page.table("left-out", &columns, left_out.collect()),
        names(page, "departments-without", &departments),
        names(page, "families-without", &families),
        page.named("occupation-not-told", &access.family_unknown),
        page.named("training-not-told", &access.training_not_told),
    ];
    page.add("access", &blocks);
}

fn access<'a>(page: &Sections<'a>) -> UnequalAccess<'a> {
    let scope = page.dashboard.scope;
    let departments = page.dashboard.snapshot.departments_of(scope);
    unequal_access(uses(page), departments)
}

/// The public records of the scope of a page.
fn uses<'a>(page: &Sections<'a>) -> Vec<&'a UseCase> {
    reliance::uses(page.dashboard.snapshot, page.dashboard.scope).collect()
}

/// A sentence that counts names and says them.
fn names(page: &Sections, key: &str, names: &[String]) -> Block {
    let blanks = [
        ("count", names.len().into()),
        ("names", page.w.phrases(names).into()),
    ];
    Block::Paragraph(vec![Inline::Text(page.w.format(key, &blanks))])
}
