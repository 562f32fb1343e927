//! Chapters as HTML, with the classes of the site.

use super::block::{Block, Cell, DataTable, Definition, Inline};
use super::markdown;
use crate::charts::{self, html::escape};
use crate::wording::Wording;
use std::fmt::Write;

pub use markdown::prose;

/// From a name to an address.
pub type Address<'a> = Box<dyn Fn(&str) -> String + 'a>;

/// Where the links of a chapter lead on the site.
pub struct Links<'a> {
    record: Address<'a>,
    term: Address<'a>,
    number: Address<'a>,
    shortened: Option<Shortened<'a>>,
}

/// What a page shows of what is long, and where the rest is.
pub struct Shortened<'a> {
    /// Rows of a table, at most.
    pub rows: usize,
    /// The page of a whole table, by name.
    pub whole_table: Address<'a>,
    /// Words of a glossary, at most.
    pub terms: usize,
    /// The page of the whole glossary.
    pub glossary: String,
}

impl<'a> Links<'a> {
    /// Addresses of a record by its reference, of a term of the glossary by its key, and of the
    /// provenance of a number by its key.
    pub fn new(
        record: impl Fn(&str) -> String + 'a,
        term: impl Fn(&str) -> String + 'a,
        number: impl Fn(&str) -> String + 'a,
    ) -> Self {
        Self {
            record: Box::new(record),
            term: Box::new(term),
            number: Box::new(number),
            shortened: None,
        }
    }

    /// The same, where what is long says how much of it is shown and leads to the whole.
    #[must_use]
    pub fn shortened(mut self, shortened: Shortened<'a>) -> Self {
        self.shortened = Some(shortened);
        self
    }
}

/// The blocks of a chapter.
pub fn blocks(blocks: &[Block], wording: &Wording, links: &Links) -> String {
    let mut setter = Setter {
        out: String::new(),
        wording,
        links,
    };
    for block in blocks {
        setter.block(block);
    }
    setter.out
}

/// The words around a chart.
pub fn chart_words(wording: &Wording) -> charts::Words {
    charts::Words {
        read_as_table: wording.get("read-as-table"),
        table: wording.get("table"),
        download_csv: wording.get("download-csv"),
        scrolls: wording.get("scrolls"),
    }
}

struct Setter<'a> {
    out: String,
    wording: &'a Wording<'a>,
    links: &'a Links<'a>,
}

impl Setter<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, id, text } => {
                let id = escape(id);
                let text = escape(text);
                let _ = write!(self.out, "<h{level} id=\"{id}\">{text}</h{level}>");
            }
            Block::Paragraph(inlines) => self.wrapped("p", inlines),
            Block::Quote(inlines) => {
                self.out.push_str("<blockquote>");
                self.wrapped("p", inlines);
                self.out.push_str("</blockquote>");
            }
            Block::List { ordered, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                let _ = write!(self.out, "<{tag}>");
                for item in items {
                    self.wrapped("li", item);
                }
                let _ = write!(self.out, "</{tag}>");
            }
            Block::Code(lines) => {
                let lines = escape(lines.trim_end());
                let _ = write!(
                    self.out,
                    "<pre class=\"scroll-x\" tabindex=\"0\"><code>{lines}</code></pre>"
                );
            }
            Block::Figure(chart) => {
                let figure = charts::html::figure(chart, &chart_words(self.wording));
                self.out.push_str(&figure);
            }
            Block::Table(table) => self.table(table),
            Block::Definitions(definitions) => self.definitions(definitions),
        }
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        let whole = self.links.shortened.as_ref();
        let whole = whole.filter(|whole| definitions.len() > whole.terms);
        let shown = whole.map_or(definitions.len(), |whole| whole.terms);
        self.out.push_str("<dl class=\"glossary\">");
        for definition in &definitions[..shown] {
            let _ = write!(
                self.out,
                "<dt id=\"{}\">{}</dt><dd>{}</dd>",
                escape(&definition.key),
                escape(&definition.term),
                escape(&definition.meaning)
            );
        }
        self.out.push_str("</dl>");
        if let Some(whole) = whole {
            self.whole(
                "whole-glossary",
                (shown, definitions.len()),
                &whole.glossary,
            );
        }
    }

    /// How much is shown of how much, and the way to the rest.
    fn whole(&mut self, key: &str, (shown, count): (usize, usize), url: &str) {
        let blanks = [("shown", shown.into()), ("count", count.into())];
        let _ = write!(
            self.out,
            "<p class=\"source\"><a href=\"{}\">{}</a></p>",
            escape(url),
            escape(&self.wording.format(key, &blanks))
        );
    }

    fn wrapped(&mut self, tag: &str, inlines: &[Inline]) {
        let _ = write!(self.out, "<{tag}>");
        self.inlines(inlines);
        let _ = write!(self.out, "</{tag}>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.out.push_str(&escape(text)),
                Inline::Code(text) => {
                    let _ = write!(self.out, "<code>{}</code>", escape(text));
                }
                Inline::Strong(text) => self.wrapped("strong", text),
                Inline::Emphasis(text) => self.wrapped("em", text),
                Inline::Link { url, text } => self.link(url, "", text),
                Inline::Term { key, text } => {
                    let url = (self.links.term)(key);
                    self.link(&url, "term", text);
                }
                Inline::Number { key, text } => {
                    let url = (self.links.number)(key);
                    let text = [Inline::Text(text.clone())];
                    self.link(&url, "number", &text);
                }
            }
        }
    }

    fn link(&mut self, url: &str, class: &str, text: &[Inline]) {
        let _ = write!(self.out, "<a href=\"{}\"", escape(url));
        if !class.is_empty() {
            let _ = write!(self.out, " class=\"{class}\"");
        }
        self.out.push('>');
        self.inlines(text);
        self.out.push_str("</a>");
    }

    fn table(&mut self, table: &DataTable) {
        let _ = write!(
            self.out,
            "<section class=\"table-scroll\" id=\"t-{}\" aria-label=\"{}\" tabindex=\"0\"><table><caption>{}</caption><thead><tr>",
            escape(&table.name),
            escape(&format!("{}, {}", self.wording.get("table"), table.caption)),
            escape(&table.caption)
        );
        for column in &table.columns {
            let class = if column.numeric { " class=\"n\"" } else { "" };
            let _ = write!(
                self.out,
                "<th scope=\"col\"{class}>{}</th>",
                escape(&column.label)
            );
        }
        self.out.push_str("</tr></thead><tbody>");
        let whole = self.links.shortened.as_ref();
        let whole = whole.filter(|whole| table.rows.len() > whole.rows);
        let shown = whole.map_or(table.rows.len(), |whole| whole.rows);
        for row in &table.rows[..shown] {
            self.out.push_str("<tr>");
            for (position, cell) in row.iter().enumerate() {
                let numeric = table.columns.get(position).is_some_and(|c| c.numeric);
                self.cell(cell, position == 0, numeric);
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("</tbody></table></section>");
        if let Some(whole) = whole {
            let url = (whole.whole_table)(&table.name);
            self.whole("whole-table", (shown, table.rows.len()), &url);
        }
    }

    fn cell(&mut self, cell: &Cell, is_head: bool, numeric: bool) {
        let (open, close) = if is_head {
            ("th scope=\"row\"", "th")
        } else {
            ("td", "td")
        };
        let class = if numeric { " class=\"n\"" } else { "" };
        let id = cell
            .id
            .as_ref()
            .map_or_else(String::new, |id| format!(" id=\"{}\"", escape(id)));
        let _ = write!(self.out, "<{open}{class}{id}>");
        match &cell.href {
            Some(href) => {
                let url = match href.strip_prefix("record:") {
                    Some(reference) => (self.links.record)(reference),
                    None => href.clone(),
                };
                let _ = write!(
                    self.out,
                    "<a href=\"{}\">{}</a>",
                    escape(&url),
                    escape(&cell.text)
                );
            }
            None => self.out.push_str(&escape(&cell.text)),
        }
        let _ = write!(self.out, "</{close}>");
    }
}
