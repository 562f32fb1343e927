//! The report as PDF/UA-1 and PDF/A-2a, by Typst.

use super::block::{Block, Cell, DataTable, Inline};
use super::chapter::{Report, joint_name};
use super::signs;
use super::world::{Drawn, ReportWorld};
use super::xmp;
use crate::charts::print;
use crate::dashboard::Dashboard;
use chrono::Datelike;
use reference::Tree;
use serde_json::{Value, json};
use std::borrow::Cow;
use thiserror::Error;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Why a report could not be set.
#[derive(Debug, Error)]
pub enum PdfError {
    /// The template is missing from the tree.
    #[error("report/report.typ is missing")]
    NoTemplate,
    /// Typst refused the document: each line says where and why.
    #[error("the report cannot be set:\n{0}")]
    Typst(String),
    /// The licence could not be written into the file.
    #[error("the licence cannot be written into the PDF: {0}")]
    Licence(String),
}

/// Width of a chart on the page, in points.
const CHART_WIDTH_PT: f64 = 455.0;
/// The family of the letters of text and charts, among the fonts of the binary.
const FONT: &str = "Libertinus Serif";

/// Sets a report. The same report gives the same bytes.
///
/// Letters that the text font lacks are drawn by another one; where those cannot be put together,
/// which the fonts alone do not tell, they are replaced too.
pub fn pdf(tree: &Tree, dashboard: &Dashboard, report: &Report) -> Result<Vec<u8>, PdfError> {
    match set(tree, dashboard, report, Drawn::ByAny) {
        Err(PdfError::Typst(_)) => set(tree, dashboard, report, Drawn::ByFamily(FONT)),
        other => other,
    }
}

fn set(
    tree: &Tree,
    dashboard: &Dashboard,
    report: &Report,
    fonts: Drawn,
) -> Result<Vec<u8>, PdfError> {
    let template = tree.text("report/report.typ").ok_or(PdfError::NoTemplate)?;
    let mut drawings = Vec::new();
    let mut view = view(dashboard, report, &mut drawings);
    for (_, drawing) in &mut drawings {
        if let Ok(text) = std::str::from_utf8(drawing)
            && let Cow::Owned(drawable) = signs::drawable(text, fonts)
        {
            *drawing = drawable.into_bytes();
        }
    }
    if signs::make_drawable(&mut view, fonts) {
        let blanks = [("sign", signs::STAND_IN.to_string().into())];
        view["undrawn"] = dashboard.wording.format("report-undrawn", &blanks).into();
    }
    let world = ReportWorld::new(template, view.to_string(), drawings)
        .ok_or_else(|| PdfError::Typst("the names of the files are not valid".to_owned()))?;
    let compiled = typst::compile::<PagedDocument>(&world);
    let document = compiled.output.map_err(|errors| told(&errors))?;
    let dated = report.edition.dated;
    let timestamp = Datetime::from_ymd(
        dated.year(),
        u8::try_from(dated.month()).unwrap_or(1),
        u8::try_from(dated.day()).unwrap_or(1),
    )
    .map(Timestamp::new_utc);
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| PdfError::Typst(error.message().to_string()))?;
    let identity = format!(
        "vigie-{}-{}-{}",
        report.edition.authority,
        report.edition.number,
        dashboard.wording.language.tag()
    );
    let options = PdfOptions {
        standards,
        ident: Smart::Custom(identity),
        timestamp,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| told(&errors));
    typst::comemo::evict(10);
    let licence = xmp::Licence {
        holder: publisher_name(dashboard),
        statement: dashboard.wording.get("licence-statement"),
    };
    xmp::add_licence(bytes?, &licence).map_err(PdfError::Licence)
}

fn told(errors: &[typst::diag::SourceDiagnostic]) -> PdfError {
    let lines: Vec<_> = errors
        .iter()
        .map(|error| {
            let hints: Vec<_> = error.hints.iter().map(|hint| hint.v.to_string()).collect();
            format!("{} {}", error.message, hints.join(" "))
        })
        .collect();
    PdfError::Typst(lines.join("\n"))
}

fn publisher_name(dashboard: &Dashboard) -> String {
    let wording = &dashboard.wording;
    match dashboard.snapshot.authority(dashboard.scope.slug()) {
        Some(authority) => wording.text(&authority.name),
        None => joint_name(dashboard),
    }
}

/// Everything the template needs, already said.
fn view(dashboard: &Dashboard, report: &Report, drawings: &mut Vec<(String, Vec<u8>)>) -> Value {
    let wording = &dashboard.wording;
    let edition = &report.edition;
    let chapters: Vec<Value> = report
        .chapters
        .iter()
        .map(|chapter| {
            let blocks: Vec<Value> = chapter
                .blocks
                .iter()
                .map(|block| block_view(block, drawings))
                .collect();
            json!({
                "slug": chapter.slug,
                "part": chapter.part,
                "title": chapter.title,
                "blocks": blocks,
            })
        })
        .collect();
    let parts: Vec<_> = (0..=4)
        .map(|part| wording.get(&format!("part-{part}")))
        .collect();
    json!({
        "lang": wording.language.tag(),
        "font": FONT,
        "title": wording.text(&edition.title),
        "series": wording.get("report-series"),
        "publisher": publisher_name(dashboard),
        "edition": wording.format("edition-line", &[
            ("number", wording.number(f64::from(edition.number)).into()),
            ("date", wording.date(edition.dated).into()),
        ]),
        "year": edition.dated.year(),
        "month": edition.dated.month(),
        "day": edition.dated.day(),
        "as_of": wording.format("as-of", &[("date", wording.date(dashboard.snapshot.built_on).into())]),
        "licence": wording.get("licence-statement"),
        "contents": wording.get("contents"),
        "parts": parts,
        "chapters": chapters,
        "demonstration": dashboard.snapshot.is_demonstration.then(|| wording.get("demo-banner")),
        "not_advice": wording.get("not-legal-advice"),
        "undrawn": Value::Null,
    })
}

fn block_view(block: &Block, drawings: &mut Vec<(String, Vec<u8>)>) -> Value {
    match block {
        Block::Heading { level, text, .. } => {
            json!({"kind": "heading", "level": level, "text": text})
        }
        Block::Paragraph(inlines) => json!({"kind": "paragraph", "text": inlines_view(inlines)}),
        Block::Quote(inlines) => json!({"kind": "quote", "text": inlines_view(inlines)}),
        Block::List { ordered, items } => json!({
            "kind": "list",
            "ordered": ordered,
            "items": items.iter().map(|item| inlines_view(item)).collect::<Vec<_>>(),
        }),
        Block::Code(lines) => json!({"kind": "code", "text": lines.trim_end()}),
        Block::Figure(chart) => {
            let sheet = print::Sheet {
                width_pt: CHART_WIDTH_PT,
                font: FONT,
            };
            let path = format!("/drawings/{}-{}.svg", drawings.len(), chart.id);
            drawings.push((path.clone(), print::svg(chart, &sheet).into_bytes()));
            json!({
                "kind": "figure",
                "path": path,
                "finding": chart.finding,
                "alt": format!("{}. {}", chart.title, chart.description),
                "title": chart.title,
                "source": chart.source,
            })
        }
        Block::Table(table) => json!({
            "kind": "table",
            "caption": table.caption,
            "columns": table.columns.iter().enumerate().map(|(position, column)| json!({
                "label": column.label,
                "numeric": column.numeric,
                "share": share(table, position),
            })).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|row| {
                row.iter().map(cell_view).collect::<Vec<_>>()
            }).collect::<Vec<_>>(),
        }),
        Block::Definitions(definitions) => json!({"kind": "definitions", "items": definitions}),
    }
}

/// Share of the width a column of text deserves: the square root of its mean length, so that a
/// long text takes more room without starving the short ones.
fn share(table: &DataTable, position: usize) -> f64 {
    let cells = table.rows.iter().filter_map(|row| row.get(position));
    let letters: usize = cells.map(|cell| cell.text.chars().count()).sum();
    let mean = letters as f64 / table.rows.len().max(1) as f64;
    mean.sqrt().clamp(2.5, 14.0)
}

/// A record has no address in the PDF: its reference is in the first column of the annex.
fn cell_view(cell: &Cell) -> Value {
    let href = cell.href.as_deref().filter(|href| href.starts_with("http"));
    json!({"text": cell.text, "href": href, "id": cell.id})
}

fn inlines_view(inlines: &[Inline]) -> Value {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => json!({"kind": "text", "text": text}),
            Inline::Code(text) => json!({"kind": "code", "text": text}),
            Inline::Strong(text) => json!({"kind": "strong", "text": inlines_view(text)}),
            Inline::Emphasis(text) => json!({"kind": "emphasis", "text": inlines_view(text)}),
            Inline::Link { url, text } => {
                json!({"kind": "link", "url": url, "text": inlines_view(text)})
            }
            Inline::Term { key, text } => {
                json!({"kind": "term", "key": key, "text": inlines_view(text)})
            }
            Inline::Number { key, text } => {
                json!({"kind": "number", "key": format!("n-{key}"), "text": text})
            }
        })
        .collect()
}
