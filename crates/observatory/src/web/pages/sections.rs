//! Pages made of questions: each has a title, its limit, and an answer of tables and sentences.

use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::UseCase;
use publish::charts::{self, Chart, Column, Uses};
use publish::report::{Block, Cell, DataTable, Inline, html};
use publish::{Dashboard, Wording};

/// Names of records that a sentence tells before it says how many more there are.
const NAMES_MAX: usize = 6;

#[derive(Template)]
#[template(path = "pages/sections.html")]
struct Page<'a> {
    layout: Layout<'a>,
    above: Option<(String, String)>,
    lede: String,
    sections: Vec<Section>,
    is_one_page: bool,
}

/// A question and its answer.
struct Section {
    id: &'static str,
    title: String,
    reserve: String,
    body: String,
}

/// A page that is being written.
pub(super) struct Sections<'a> {
    pub(super) site: &'a Site,
    pub(super) place: &'a Place,
    pub(super) dashboard: Dashboard<'a>,
    pub(super) w: Wording<'a>,
    sections: Vec<Section>,
    uses: Uses,
    is_one_page: bool,
}

impl<'a> Sections<'a> {
    pub(super) fn new(site: &'a Site, place: &'a Place) -> Result<Self, PageError> {
        let dashboard = site
            .dashboard(place.scope(), place.language)
            .ok_or(PageError::NotFound)?;
        Ok(Self {
            w: dashboard.wording,
            dashboard,
            site,
            place,
            sections: Vec::new(),
            uses: Uses::default(),
            is_one_page: false,
        })
    }

    /// Makes the page print on one sheet.
    pub(super) fn on_one_page(&mut self) {
        self.is_one_page = true;
    }

    /// Adds a question: its words are `section-<id>` and `section-<id>-reserve`.
    pub(super) fn add(&mut self, id: &'static str, blocks: &[Block]) {
        for block in blocks {
            if let Block::Figure(chart) = block {
                self.uses.add(chart);
            }
        }
        self.sections.push(Section {
            id,
            title: self.w.get(&format!("section-{id}")),
            reserve: self.w.get(&format!("section-{id}-reserve")),
            body: html::blocks(
                blocks,
                &self.w,
                &super::report::links(self.site, self.place),
            ),
        });
    }

    /// The page, at an address, under another one when it is a part of it.
    pub(super) fn finish(
        self,
        page: &str,
        name: &str,
        above: Option<(&str, &str)>,
    ) -> Result<Rendered, PageError> {
        let date = self.w.date(self.site.snapshot.built_on);
        let layout = Layout::new(self.site, self.place, page, "dashboard");
        let view = Page {
            above: above.map(|(key, page)| (self.w.get(key), self.place.page(page))),
            lede: self
                .w
                .format(&format!("lede-{name}"), &[("date", date.into())]),
            sections: self.sections,
            is_one_page: self.is_one_page,
            layout: layout
                .titled(self.w.get(&format!("title-{name}")))
                .with_sprite(charts::html::defs(&self.uses)),
        };
        Ok(finish(self.site, self.place.language, view.render()?))
    }

    /// A table of the report, or the words that stand for it when it is empty.
    pub(super) fn table_of_report(&self, name: &str) -> Block {
        match publish::report::block(name, &self.dashboard) {
            Some(Block::Table(table)) => or_words(table),
            Some(block) => block,
            None => Block::Paragraph(Vec::new()),
        }
    }

    /// A table, or the words that stand for it when it is empty: `table-<name>`, `table-<name>-empty`.
    pub(super) fn table(
        &self,
        name: &str,
        columns: &[(&str, bool)],
        rows: Vec<Vec<Cell>>,
    ) -> Block {
        or_words(DataTable {
            name: name.to_owned(),
            caption: self.w.get(&format!("table-{name}")),
            columns: self.columns(columns),
            rows,
            empty: self.w.get(&format!("table-{name}-empty")),
        })
    }

    pub(super) fn columns(&self, columns: &[(&str, bool)]) -> Vec<Column> {
        let column = |(key, numeric): &(&str, bool)| Column {
            label: self.w.get(key),
            numeric: *numeric,
        };
        columns.iter().map(column).collect()
    }

    /// The figure of a chart.
    pub(super) fn figure(chart: Chart) -> Block {
        Block::Figure(Box::new(chart))
    }

    /// A paragraph of one sentence.
    pub(super) fn sentence(&self, key: &str, blanks: &[(&str, publish::Blank)]) -> Block {
        Block::Paragraph(vec![Inline::Text(self.w.format(key, blanks))])
    }

    /// A paragraph that leads somewhere.
    pub(super) fn link(&self, key: &str, page: &str) -> Block {
        Block::Paragraph(vec![Inline::Link {
            url: self.place.page(page),
            text: vec![Inline::Text(self.w.get(key))],
        }])
    }

    /// A sentence that counts records, then their names; the sentence alone when there is none.
    pub(super) fn named(&self, key: &str, uses: &[&UseCase]) -> Block {
        let mut line = vec![Inline::Text(
            self.w.format(key, &[("count", uses.len().into())]),
        )];
        for (position, use_case) in uses.iter().take(NAMES_MAX).enumerate() {
            let before = if position == 0 { " " } else { ", " };
            line.push(Inline::Text(before.to_owned()));
            line.push(Inline::Link {
                url: self.place.record(&use_case.reference),
                text: vec![Inline::Text(self.w.text(&use_case.name))],
            });
        }
        if let Some(more) = uses.len().checked_sub(NAMES_MAX).filter(|more| *more > 0) {
            let more = self.w.format("and-more", &[("count", more.into())]);
            line.push(Inline::Text(format!(" {more}")));
        }
        if !uses.is_empty() {
            line.push(Inline::Text(".".to_owned()));
        }
        Block::Paragraph(line)
    }

    /// The name of a record, leading to its page.
    pub(super) fn record(&self, use_case: &UseCase) -> Cell {
        Cell {
            text: self.w.text(&use_case.name),
            href: Some(format!("record:{}", use_case.reference)),
            id: None,
        }
    }

    /// Yes, no, or not known.
    pub(super) fn answer(&self, answer: Option<bool>) -> Cell {
        Cell::text(self.w.get(match answer {
            Some(true) => "answer-yes",
            Some(false) => "answer-no",
            None => "unknown-number",
        }))
    }

    /// A day, or the words that say nobody told it.
    pub(super) fn day(&self, day: Option<chrono::NaiveDate>) -> Cell {
        Cell::text(day.map_or_else(|| self.w.get("date-unknown"), |day| self.w.date(day)))
    }

    /// The name of the department of a record.
    pub(super) fn department(&self, key: Option<&str>) -> Cell {
        let department = key.and_then(|key| self.site.snapshot.departments.get(key));
        Cell::text(match department {
            Some(department) => self.w.text(&department.name),
            None => self.w.get("not-told"),
        })
    }
}

pub(super) fn or_words(table: DataTable) -> Block {
    if table.rows.is_empty() {
        return Block::Paragraph(vec![Inline::Text(table.empty)]);
    }
    Block::Table(table)
}
