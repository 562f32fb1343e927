//! A starter in the exchange format of the CNIL tool.
//!
//! The file opens in the tool as an assessment that is being written, nothing evaluated and
//! nothing approved: no evaluation, no opinion, no name. What is missing becomes a comment on the
//! question it belongs to. What the format has no place for is told, not dropped in silence.

use super::wording::label;
use super::{Blank, Item, Known, Sentence, SentenceOrigin, Starter};
use domain::law::Signatory;
use domain::{Function, Language, Text};
use serde_json::{Value, json};

/// The file, and what it could not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct CnilExport {
    /// The document: `pia`, `answers`, `measures`, `evaluations`, `comments`.
    pub document: Value,
    /// What the format has no place for.
    pub left_out: Vec<LeftOut>,
}

/// Something that the format has no place for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// An item with content and no question of its own.
    Item {
        /// Identifier of the section in the form.
        section: String,
        /// Identifier of the item.
        item: String,
    },
    /// A risk of the record, by its place: it belongs to none of the three feared events.
    Risk(usize),
}

/// How a question of the tool is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// By a text.
    Text,
    /// By a list of short texts.
    List,
    /// By a level from 1 to 4, and a text.
    Gauge,
}

/// The number the tool gives the assessment; it takes its own when it imports the file.
const PIA: u32 = 1;

/// The state of an assessment that is being written.
const BEING_WRITTEN: u32 = 0;

/// Writes a starter for the CNIL tool, in one language. The first words of its name and of its
/// first answer say that it is a starter.
pub fn cnil_pia_json(starter: &Starter, known: &Known, language: Language) -> CnilExport {
    let export = Export {
        starter,
        known,
        language,
        created_at: format!("{}T00:00:00.000Z", starter.on),
    };
    CnilExport {
        document: json!({
            "pia": export.pia(),
            "answers": export.answers(),
            "measures": export.measures(),
            "evaluations": [],
            "comments": export.comments(),
        }),
        left_out: export.left_out(),
    }
}

struct Export<'a> {
    starter: &'a Starter<'a>,
    known: &'a Known<'a>,
    language: Language,
    created_at: String,
}

impl Export<'_> {
    fn pia(&self) -> Value {
        let title = self.words(&self.starter.form.title);
        let name = self.words(&self.known.use_case.name);
        json!({
            "id": PIA,
            "status": BEING_WRITTEN,
            "is_example": 0,
            "is_archive": 0,
            "name": format!("{title} – {name}"),
            "category": "",
            "author_name": "",
            "evaluator_name": "",
            "validator_name": "",
            "dpo_status": null,
            "dpo_opinion": "",
            "dpos_names": "",
            "people_names": "",
            "concerned_people_searched_opinion": null,
            "concerned_people_searched_content": "",
            "concerned_people_status": null,
            "concerned_people_opinion": "",
            "rejection_reason": "",
            "applied_adjustments": "",
            "structure_id": "",
            "progress": 0,
            "created_at": self.created_at,
            "updated_at": self.created_at,
        })
    }

    /// The questions that have something to say; the notice always comes first.
    fn answers(&self) -> Vec<Value> {
        let questions = self.questions();
        let first = questions.first().map(|(number, _)| *number);
        let data = questions.into_iter().filter_map(|(number, item)| {
            let notice = (Some(number) == first).then_some(&self.starter.form.notice);
            Some((number, self.data(number, item, notice)?))
        });
        data.enumerate()
            .map(|(place, (number, data))| {
                json!({
                    "id": place + 1,
                    "pia_id": PIA,
                    "reference_to": number,
                    "data": data,
                    "created_at": self.created_at,
                    "updated_at": self.created_at,
                })
            })
            .collect()
    }

    fn data(&self, number: u32, item: &Item, notice: Option<&Text>) -> Option<Value> {
        let lines = item.sentences.iter().map(|sentence| self.line(sentence));
        let lines: Vec<_> = notice
            .map(|notice| self.words(notice).to_owned())
            .into_iter()
            .chain(lines)
            .collect();
        if lines.is_empty() && item.level.is_none() {
            return None;
        }
        let html: String = lines.iter().map(|line| paragraph(line)).collect();
        Some(match Shape::of(number) {
            Shape::Text => json!({"text": html, "gauge": null, "list": []}),
            Shape::Gauge => json!({"text": html, "gauge": item.level, "list": []}),
            Shape::List => {
                let list = item.sentences.iter().map(|s| self.words(&s.text));
                json!({"text": null, "gauge": null, "list": distinct(list)})
            }
        })
    }

    /// One entry a measure of the record, however many risks it answers.
    fn measures(&self) -> Vec<Value> {
        let sentences = self.starter.items().flat_map(|item| &item.sentences);
        let is_measure = |s: &&Sentence| matches!(s.origin, SentenceOrigin::Measure(..));
        let mut measures: Vec<(&str, Vec<&str>)> = Vec::new();
        for sentence in sentences.filter(is_measure) {
            let title = self.words(&sentence.text);
            let note = sentence.note.as_ref().map_or("", |note| self.words(note));
            match measures.iter_mut().find(|(known, _)| *known == title) {
                Some((_, notes)) if notes.contains(&note) => {}
                Some((_, notes)) => notes.push(note),
                None => measures.push((title, vec![note])),
            }
        }
        let entry = |(place, (title, notes)): (usize, (&str, Vec<&str>))| {
            let notes = notes.iter().filter(|note| !note.is_empty());
            let content: String = notes.map(|note| paragraph(note)).collect();
            json!({
                "id": place + 1,
                "pia_id": PIA,
                "title": title,
                "content": content,
                "placeholder": "",
                "created_at": self.created_at,
                "updated_at": self.created_at,
            })
        };
        measures.into_iter().enumerate().map(entry).collect()
    }

    /// What is missing or only suggested, on the question it belongs to.
    fn comments(&self) -> Vec<Value> {
        let questions = self.questions().into_iter();
        let remarks = questions.flat_map(|(number, item)| {
            let blanks = item.blanks.iter().map(|blank| self.blank(item, blank));
            let suggested = item.suggested.iter().map(|sentence| {
                let mark = self.words(&self.starter.form.suggested);
                self.colon(mark, &self.line(sentence))
            });
            let remarks: Vec<_> = blanks.chain(suggested).collect();
            remarks.into_iter().map(move |text| (number, text))
        });
        remarks
            .enumerate()
            .map(|(place, (number, description))| {
                json!({
                    "id": place + 1,
                    "pia_id": PIA,
                    "reference_to": number,
                    "for_measure": false,
                    "description": description,
                    "created_at": self.created_at,
                })
            })
            .collect()
    }

    /// What to write or to answer, and who can.
    fn blank(&self, item: &Item, blank: &Blank) -> String {
        let reference = self.known.reference;
        let (text, by) = match blank {
            Blank::Write(functions) => {
                let codes = functions.iter().map(|function| function.code());
                let labels = codes.map(|code| label(reference, Function::VOCABULARY, code));
                (&item.item.ask, labels.collect::<Vec<_>>())
            }
            Blank::Answer(fact, by) => {
                let who = label(reference, Signatory::VOCABULARY, by.code());
                (&reference.law.fact(*fact).question, vec![who])
            }
        };
        let by: Vec<_> = by.iter().map(|text| self.words(text)).collect();
        format!("{} ({})", self.words(text), by.join(", "))
    }

    fn left_out(&self) -> Vec<LeftOut> {
        let risks = self.starter.risks_not_shown.iter().copied();
        let risks = risks.map(LeftOut::Risk);
        let sections = self.starter.sections.iter();
        let items = sections.flat_map(|section| section.items.iter().map(move |i| (section, i)));
        let has_no_place = |item: &Item| {
            let is_kept = |s: &Sentence| matches!(s.origin, SentenceOrigin::Measure(..));
            item.item.cnil.is_none() && !item.sentences.iter().all(is_kept)
        };
        items
            .filter(|(_, item)| has_no_place(item))
            .map(|(section, item)| LeftOut::Item {
                section: section.section.id.clone(),
                item: item.item.id.clone(),
            })
            .chain(risks)
            .collect()
    }

    fn questions(&self) -> Vec<(u32, &Item<'_>)> {
        let items = self.starter.items();
        items
            .filter_map(|item| Some((item.item.cnil?, item)))
            .collect()
    }

    fn line(&self, sentence: &Sentence) -> String {
        let text = self.words(&sentence.text);
        match &sentence.note {
            Some(note) => format!("{text} ({})", self.words(note)),
            None => text.to_owned(),
        }
    }

    fn colon(&self, before: &str, after: &str) -> String {
        match self.language {
            Language::Fr => format!("{before} : {after}"),
            Language::En => format!("{before}: {after}"),
        }
    }

    fn words<'t>(&self, text: &'t Text) -> &'t str {
        text.plain(self.language)
    }
}

impl Shape {
    /// Of the three feared events (32x, 33x, 34x), the first four questions take a list and the
    /// last two a level; every other question takes a text.
    fn of(number: u32) -> Self {
        match (number / 10, number % 10) {
            (32..=34, 1..=4) => Self::List,
            (32..=34, 5..=6) => Self::Gauge,
            _ => Self::Text,
        }
    }
}

/// A paragraph of the rich text that the tool shows.
fn paragraph(line: &str) -> String {
    let escaped = line
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("<p>{escaped}</p>")
}

fn distinct<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut kept = Vec::new();
    for word in words {
        if !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}
