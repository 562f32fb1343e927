//! From Markdown to blocks. Only what a chapter needs is understood; anything else is told.

use super::block::{Block, Cell, DataTable, Inline};
use crate::charts::{Chart, Column};
use crate::typography::slug;
use crate::wording::Wording;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A block still waiting for the chart or the table it names.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Draft {
    Done(Block),
    Figure(String),
    Table(String),
}

/// Reads a chapter; the second list names what it holds and may not (HTML, code, level 1…).
pub(super) fn read(text: &str, wording: &Wording) -> (Vec<Draft>, Vec<String>) {
    let mut reader = Reader {
        events: Parser::new_ext(text, Options::ENABLE_TABLES),
        wording,
        refused: Vec::new(),
        heading: String::new(),
    };
    let mut drafts = Vec::new();
    while let Some(event) = reader.events.next() {
        reader.block(event, &mut drafts);
    }
    (drafts, reader.refused)
}

/// The blocks of a prose page, whose marks are tables and figures that the caller knows by name.
pub fn prose(
    text: &str,
    wording: &Wording,
    table: &dyn Fn(&str) -> Option<Block>,
    figure: &dyn Fn(&str) -> Option<Chart>,
) -> Vec<Block> {
    let (drafts, _) = read(text, wording);
    drafts
        .into_iter()
        .filter_map(|draft| match draft {
            Draft::Done(block) => Some(block),
            Draft::Table(name) => table(&name),
            Draft::Figure(name) => figure(&name).map(|chart| Block::Figure(Box::new(chart))),
        })
        .collect()
}

struct Reader<'a> {
    events: Parser<'a>,
    wording: &'a Wording<'a>,
    refused: Vec<String>,
    /// The last title, which names the tables below it.
    heading: String,
}

impl<'a> Reader<'a> {
    fn block(&mut self, event: Event<'a>, drafts: &mut Vec<Draft>) {
        let done = match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let inlines = self.inlines(&TagEnd::Heading(level));
                self.heading(level, &inlines)
            }
            Event::Start(Tag::Paragraph) => {
                let inlines = self.inlines(&TagEnd::Paragraph);
                match mark(&inlines) {
                    Some(draft) => {
                        drafts.push(draft);
                        return;
                    }
                    None => Block::Paragraph(inlines),
                }
            }
            Event::Start(Tag::List(start)) => self.list(start.is_some()),
            Event::Start(Tag::Table(_)) => self.table(),
            Event::Start(Tag::CodeBlock(_)) => self.code(),
            Event::Start(Tag::BlockQuote(kind)) => {
                let inlines = self.inlines(&TagEnd::BlockQuote(kind));
                Block::Quote(inlines)
            }
            Event::End(_) => return,
            other => {
                self.refused.push(format!("{other:?}"));
                return;
            }
        };
        drafts.push(Draft::Done(done));
    }

    fn heading(&mut self, level: HeadingLevel, inlines: &[Inline]) -> Block {
        let text = plain(inlines);
        let level = match level {
            HeadingLevel::H1 => {
                self.refused.push(format!("# {text}"));
                2
            }
            HeadingLevel::H2 => 2,
            _ => 3,
        };
        self.heading.clone_from(&text);
        Block::Heading {
            level,
            id: slug(&text),
            text,
        }
    }

    fn list(&mut self, ordered: bool) -> Block {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.inlines(&TagEnd::Item)),
                Event::End(TagEnd::List(_)) => break,
                other => self.refused.push(format!("{other:?}")),
            }
        }
        Block::List { ordered, items }
    }

    fn code(&mut self) -> Block {
        let mut lines = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(text) => lines.push_str(&text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        Block::Code(lines)
    }

    /// A table; it is called after the title above it.
    fn table(&mut self) -> Block {
        let mut table = DataTable {
            name: slug(&self.heading),
            caption: self.heading.clone(),
            ..DataTable::default()
        };
        let mut row = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let inlines = self.inlines(&TagEnd::TableCell);
                    row.push(Cell::text(plain(&inlines)));
                }
                Event::End(TagEnd::TableHead) => {
                    table.columns = std::mem::take(&mut row)
                        .into_iter()
                        .map(|cell: Cell| Column::words(cell.text))
                        .collect();
                }
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table(table)
    }

    fn inlines(&mut self, until: &TagEnd) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(end) if end == *until => break,
                Event::Text(text) => push_text(&mut inlines, &text),
                Event::Code(text) => inlines.push(Inline::Code(text.into_string())),
                Event::SoftBreak | Event::HardBreak => push_text(&mut inlines, " "),
                Event::Start(Tag::Strong) => {
                    inlines.push(Inline::Strong(self.inlines(&TagEnd::Strong)));
                }
                Event::Start(Tag::Emphasis) => {
                    inlines.push(Inline::Emphasis(self.inlines(&TagEnd::Emphasis)));
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let text = self.inlines(&TagEnd::Link);
                    inlines.push(link(&dest_url, text));
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    self.inlines(&TagEnd::Image);
                    let text = vec![Inline::Text(String::new())];
                    inlines.push(Inline::Link {
                        url: dest_url.into_string(),
                        text,
                    });
                }
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {
                    if !inlines.is_empty() {
                        push_text(&mut inlines, " ");
                    }
                }
                Event::End(_) => {}
                other => self.refused.push(format!("{other:?}")),
            }
        }
        typeset(&mut inlines, self.wording);
        inlines
    }
}

fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.push_str(text);
    } else {
        inlines.push(Inline::Text(text.to_owned()));
    }
}

fn typeset(inlines: &mut [Inline], wording: &Wording) {
    for inline in inlines {
        if let Inline::Text(text) = inline {
            *text = wording.typeset(text);
        }
    }
}

fn link(url: &str, text: Vec<Inline>) -> Inline {
    match url.split_once(':') {
        Some(("number", key)) => Inline::Number {
            key: key.to_owned(),
            text: plain(&text),
        },
        Some(("glossary", key)) => Inline::Term {
            key: key.to_owned(),
            text,
        },
        _ => Inline::Link {
            url: url.to_owned(),
            text,
        },
    }
}

/// A paragraph that is nothing but a mark.
fn mark(inlines: &[Inline]) -> Option<Draft> {
    let [Inline::Link { url, .. }] = inlines else {
        return None;
    };
    match url.split_once(':')? {
        ("figure", name) => Some(Draft::Figure(name.to_owned())),
        ("table", name) => Some(Draft::Table(name.to_owned())),
        _ => None,
    }
}

/// The text of a piece of a sentence, without what it leads to.
pub(super) fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Number { text, .. } => text.clone(),
            Inline::Strong(text)
            | Inline::Emphasis(text)
            | Inline::Link { text, .. }
            | Inline::Term { text, .. } => plain(text),
        })
        .collect()
}
