//! The same question with one pick changed: what would change the answer.

use super::asked::Asked;
use super::{Frame, sheet_name, sign_of};
use crate::pipeline::law::ask;
use crate::web::address::Place;
use crate::web::site::Site;
use chrono::NaiveDate;
use domain::law::{VerdictForm, VerdictKind};
use publish::Wording;
use publish::charts::Sign;

/// Lines shown at most.
const LINES: usize = 5;

/// A neighbouring question and its answer.
pub(in crate::web) struct Line {
    pub(in crate::web) class: &'static str,
    pub(in crate::web) sign: Sign,
    pub(in crate::web) word: String,
    pub(in crate::web) change: String,
    pub(in crate::web) url: String,
}

struct Neighbour {
    asked: Asked,
    change: String,
    kind: VerdictKind,
    form: Option<VerdictForm>,
}

/// At most five neighbours whose answer differs: less strict first, then those that close it.
pub(super) fn lines(
    site: &Site,
    place: &Place,
    frame: &Frame<'_>,
    asked: &Asked,
    (kind, form): (VerdictKind, Option<VerdictForm>),
    w: &Wording,
) -> Vec<Line> {
    let on = site.snapshot.built_on;
    let mut neighbours: Vec<Neighbour> = changed(site, frame, asked, w)
        .into_iter()
        .map(|(asked, change)| answered(frame, asked, change, on))
        .filter(|neighbour| (neighbour.kind, neighbour.form) != (kind, form))
        .collect();
    // The order of the vocabulary goes from the least strict to the strictest.
    neighbours.sort_by_key(|neighbour| (neighbour.kind, neighbour.form.map(|form| form as u8)));
    neighbours
        .into_iter()
        .take(LINES)
        .map(|neighbour| {
            let (sign, class) = sign_of(neighbour.kind);
            Line {
                class,
                sign,
                word: w.label(VerdictKind::VOCABULARY, neighbour.kind.code()),
                change: neighbour.change,
                url: neighbour.asked.address(place, "puis-je"),
            }
        })
        .collect()
}

fn answered(frame: &Frame<'_>, asked: Asked, change: String, on: NaiveDate) -> Neighbour {
    let verdict = ask(frame.law, &asked.question(frame, on), &frame.policy).verdict;
    let (kind, form) = (verdict.kind, verdict.form);
    Neighbour {
        asked,
        change,
        kind,
        form,
    }
}

/// Another tool made for the task, one kind of data less, or another kind alone.
fn changed(site: &Site, frame: &Frame<'_>, asked: &Asked, w: &Wording) -> Vec<(Asked, String)> {
    let mut found = Vec::new();
    let sheets = frame.sheets;
    let name = |sheet| sheet_name(site, sheet, w);
    for tool in &sheets.tools {
        let suits = asked
            .task
            .as_ref()
            .is_some_and(|task| tool.suits.contains(task));
        if suits && asked.tool.as_ref() != Some(&tool.id) {
            let with = Asked {
                tool: Some(tool.id.clone()),
                ..asked.clone()
            };
            found.push((
                with,
                w.format("may-i-with-tool", &[("tool", name(tool).into())]),
            ));
        }
    }
    for kind in &sheets.data_kinds {
        let is_picked = asked.kinds.contains(&kind.id);
        let mut with = asked.clone();
        let key = if is_picked && asked.kinds.len() > 1 {
            with.kinds.retain(|picked| *picked != kind.id);
            "may-i-without-data"
        } else if !is_picked && !kind.is_unsure {
            with.kinds = vec![kind.id.clone()];
            "may-i-only-data"
        } else {
            continue;
        };
        found.push((with, w.format(key, &[("data", name(kind).into())])));
    }
    found
}
