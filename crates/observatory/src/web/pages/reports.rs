use super::parts::said;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::PublicReport;
use publish::Wording;

/// Summaries on the page; the rest is counted.
const LINES: usize = 60;
/// Summaries on the page of a record.
const ON_RECORD: usize = 5;

#[derive(Template)]
#[template(path = "pages/reports.html")]
struct Page<'a> {
    layout: Layout<'a>,
    lines: Vec<ReportLine>,
    more: Option<String>,
}

/// A public summary, in words.
pub(crate) struct ReportLine {
    /// What it is about, and the day.
    pub(crate) about: String,
    /// The summary, as HTML.
    pub(crate) text: String,
    /// The record it bears on: address and name.
    pub(crate) record: Option<(String, String)>,
}

/// What was reported and what came of it.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let reports: Vec<_> = site.snapshot.reports_of(place.scope()).collect();
    let more = reports.len().saturating_sub(LINES);
    let lines = reports.into_iter().take(LINES);
    let layout = Layout::new(site, place, "signalements", "");
    let view = Page {
        lines: lines.map(|report| line(report, site, place, &w)).collect(),
        more: (more > 0).then(|| w.format("space-more", &[("count", more.into())])),
        layout: layout.titled(w.get("reports-title")),
    };
    Ok(finish(site, place.language, view.render()?))
}

/// The public summaries that bear on a record.
pub(crate) fn of_record(
    reference: &str,
    site: &Site,
    place: &Place,
    w: &Wording,
) -> Vec<ReportLine> {
    let reports = site.snapshot.reports.iter();
    reports
        .filter(|report| report.record.as_deref() == Some(reference))
        .take(ON_RECORD)
        .map(|report| line(report, site, place, w))
        .collect()
}

fn line(report: &PublicReport, site: &Site, place: &Place, w: &Wording) -> ReportLine {
    let day = w.date(report.public_summary.decided_on);
    let about = match report.subject {
        Some(subject) => format!(
            "{} · {day}",
            w.get(&format!("subject-{}-short", subject.code()))
        ),
        None => day,
    };
    let record = report.record.as_ref();
    let record = record.and_then(|record| site.snapshot.use_by_reference(record));
    ReportLine {
        about,
        text: said(&report.public_summary.text, w),
        record: record.map(|public| {
            let record = &public.use_case;
            (place.record(&record.reference), said(&record.name, w))
        }),
    }
}
