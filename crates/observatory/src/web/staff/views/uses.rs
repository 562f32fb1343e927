//! Every record that the person may read.

use super::super::form::Form;
use super::super::member::Inside;
use super::super::sheet::{Line, Section, Sheet};
use super::readable;
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use axum::response::Response;
use domain::UseCase;
use domain::people::Stage;
use publish::charts::html::escape;
use publish::{Wording, state};

/// Records on one page.
const LINES: usize = 40;

/// The list.
pub(in super::super) async fn page(inside: Inside) -> Response {
    let page = render(&inside).await;
    inside.answer(page)
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let records = readable(inside).await?;
    let query = Form::read(visit.uri.query().unwrap_or_default());
    let number: usize = query.one("page").parse().unwrap_or(1).max(1);
    let shown = records.iter().skip((number - 1) * LINES).take(LINES);
    let lines = shown.map(|record| line(record, inside, &w)).collect();
    let section = Section {
        id: "all",
        title: w.get("uses-all"),
        reserve: w.get("uses-all-why"),
        ..Section::default()
    };
    let section = section.with_lines(lines, LINES, "uses-none", &w);
    let address = visit.place.page("espace/usages");
    let mut actions = Vec::new();
    if number > 1 {
        let url = format!("{address}?page={}", number - 1);
        actions.push((w.get("uses-before"), url));
    }
    if records.len() > number * LINES {
        let url = format!("{address}?page={}", number + 1);
        actions.push((w.get("uses-after"), url));
    }
    let sheet = Sheet {
        page: "espace/usages".to_owned(),
        title: w.get("uses-title"),
        lede: w.format("uses-lede", &[("count", records.len().into())]),
        actions,
        sections: vec![section],
        is_one_page: false,
    };
    sheet.render(inside)
}

fn line(record: &UseCase, inside: &Inside, w: &Wording) -> Line {
    let stage = w.label(Stage::VOCABULARY, Stage::of(record).code());
    let details = format!(
        "{} · {} · {stage}",
        record.reference,
        state::word(record, w)
    );
    Line {
        details: escape(&details),
        ..Line::of_record(record, inside, w)
    }
}
