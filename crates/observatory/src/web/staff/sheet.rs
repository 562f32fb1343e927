//! A page of sections, each with its limit, its facts and its lines; it prints on paper.

use super::member::Inside;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use domain::UseCase;
use publish::Wording;

use crate::web::pages::parts::said;

#[derive(Template)]
#[template(path = "staff/sheet.html")]
struct Page<'a> {
    layout: Layout<'a>,
    above: Option<(String, String)>,
    lede: String,
    actions: Vec<(String, String)>,
    sections: Vec<Section>,
    is_one_page: bool,
}

/// A question of the page, and its answer.
#[derive(Default)]
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) reserve: String,
    /// Name and value, as HTML.
    pub(super) facts: Vec<(String, String)>,
    pub(super) lines: Vec<Line>,
    /// What is said of the lines that are left out, or of their absence.
    pub(super) after: Option<String>,
    /// Where the lines that are left out are.
    pub(super) rest: Option<String>,
}

/// One line of a section.
#[derive(Default)]
pub(super) struct Line {
    /// As HTML.
    pub(super) text: String,
    /// Where it leads; empty = nowhere.
    pub(super) url: String,
    /// What else is said, as HTML.
    pub(super) details: String,
    pub(super) is_late: bool,
    /// The one thing to do: its words, its address.
    pub(super) action: Option<(String, String)>,
}

/// A page that is being written.
pub(super) struct Sheet {
    /// Address, without language and scope.
    pub(super) page: String,
    pub(super) title: String,
    pub(super) lede: String,
    pub(super) actions: Vec<(String, String)>,
    pub(super) sections: Vec<Section>,
    /// Whether it is meant to print on one sheet.
    pub(super) is_one_page: bool,
}

impl Sheet {
    /// The page, below the space.
    pub(super) fn render(self, inside: &Inside) -> Result<Rendered, PageError> {
        let visit = &inside.visit;
        let layout = inside.layout(&self.page, "");
        let page = Page {
            above: Some((layout.say("space-title"), layout.to("espace"))),
            lede: self.lede,
            actions: self.actions,
            sections: self.sections,
            is_one_page: self.is_one_page,
            layout: layout.titled(self.title),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }
}

impl Section {
    /// A section whose words are `<prefix>-<id>` and `<prefix>-<id>-why`.
    pub(super) fn new(prefix: &str, id: &'static str, w: &Wording) -> Self {
        Self {
            id,
            title: w.get(&format!("{prefix}-{id}")),
            reserve: w.get(&format!("{prefix}-{id}-why")),
            ..Self::default()
        }
    }

    /// The first lines, and how many more there are; the words of `empty` when there is none.
    #[must_use]
    pub(super) fn with_lines(
        mut self,
        lines: Vec<Line>,
        most: usize,
        empty: &str,
        w: &Wording,
    ) -> Self {
        let more = lines.len().saturating_sub(most);
        self.after = match (lines.is_empty(), more) {
            (true, _) => Some(w.get(empty)),
            (false, 0) => None,
            (false, more) => Some(w.format("space-more", &[("count", more.into())])),
        };
        self.lines = lines.into_iter().take(most).collect();
        self
    }
}

impl Line {
    /// A record, leading to its file.
    pub(super) fn of_record(record: &UseCase, inside: &Inside, w: &Wording) -> Self {
        Self {
            text: said(&record.name, w),
            url: file_of(record, inside),
            ..Self::default()
        }
    }
}

/// The address of the file of a record.
pub(super) fn file_of(record: &UseCase, inside: &Inside) -> String {
    let page = format!("dossier/{}", record.reference.to_lowercase());
    inside.visit.place.page(&page)
}
