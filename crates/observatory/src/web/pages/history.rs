use super::parts::said;
use super::record::find;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use chrono::NaiveDate;
use domain::{Evidence, Function, Lifecycle};
use publish::charts::html::escape;
use publish::{PublicVersion, Wording};

/// One version, in words.
pub(super) struct Step {
    pub(super) date: String,
    pub(super) title: String,
    pub(super) note: Option<String>,
    pub(super) colon: String,
    pub(super) changes: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "pages/history.html")]
struct HistoryPage<'a> {
    layout: Layout<'a>,
    name: String,
    record: String,
    history: Vec<Step>,
}

/// Every version of a record.
pub(crate) fn render(site: &Site, place: &Place, reference: &str) -> Result<Rendered, PageError> {
    let (_, public) = find(site, place, reference)?;
    let w = site.wording(place.language);
    let u = &public.use_case;
    let page = format!("fiche/{}/histoire", u.reference.to_lowercase());
    let layout = Layout::new(site, place, &page, "register");
    let title = format!("{} — {}", w.get("record-history"), w.text(&u.name));
    let view = HistoryPage {
        name: said(&u.name, &w),
        record: place.record(&u.reference),
        history: public
            .history
            .iter()
            .rev()
            .map(|version| step(version, site.day(version.at, &u.authority), &w))
            .collect(),
        layout: layout.titled(title),
    };
    Ok(finish(site, place.language, view.render()?))
}

/// What a version changed on a day, in words.
pub(super) fn step(version: &PublicVersion, day: NaiveDate, w: &Wording) -> Step {
    let function = w.label(Function::VOCABULARY, &version.by);
    let blanks = [
        ("version", w.number(f64::from(version.version)).into()),
        ("function", function.into()),
    ];
    let key = if version.changes.is_empty() {
        "history-first"
    } else {
        "history-changed"
    };
    let mut changes = Vec::new();
    let mut revised = Vec::new();
    for change in &version.changes {
        let name = w.label("record_fields", &change.field);
        let before = shown(&change.field, &change.before, w).map(|text| escape(&text));
        let after = shown(&change.field, &change.after, w).map(|text| escape(&text));
        let text = match (before, after) {
            (Some(before), Some(after)) => format!("<del>{before}</del> <ins>{after}</ins>"),
            (None, Some(after)) => format!("<ins>{after}</ins>"),
            (Some(before), None) => format!("<del>{before}</del>"),
            (None, None) => {
                revised.push(name);
                continue;
            }
        };
        changes.push((name, text));
    }
    if !revised.is_empty() {
        changes.push((w.get("history-revised"), escape(&revised.join(", "))));
    }
    Step {
        date: w.date(day),
        title: w.format(key, &blanks),
        note: version.note.as_ref().map(|note| said(note, w)),
        colon: w.get("colon"),
        changes,
    }
}

/// A changed value in words, when it is short enough to be read: texts and codes.
fn shown(field: &str, value: &serde_json::Value, w: &Wording) -> Option<String> {
    if let Some(code) = value.as_str() {
        let vocabulary = match field {
            "lifecycle" => Lifecycle::VOCABULARY,
            "evidence" => Evidence::VOCABULARY,
            "generative" => domain::Generative::VOCABULARY,
            "task" => domain::Task::VOCABULARY,
            _ => {
                return Some(match code.parse() {
                    Ok(day) => w.date(day),
                    Err(_) => code.to_owned(),
                });
            }
        };
        return Some(w.label(vocabulary, code));
    }
    let text: domain::Text = serde_json::from_value(value.clone()).ok()?;
    (!text.is_empty()).then(|| w.text(&text))
}
