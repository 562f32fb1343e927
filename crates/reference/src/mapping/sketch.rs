//! A mapping simple enough to be filled in on a form.

use super::{FieldRule, Mapping, Owner, PublisherSheet};
use domain::{CommonField, Lifecycle, Text};
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

/// What joins the columns of one field.
const JOIN: &str = " ; ";

/// Columns and words of a file, without the finer points a YAML file can say: one layout, whole
/// columns, no rule of inference.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    /// Name of the mapping: small letters, digits and hyphens.
    pub id: String,
    /// What it reads.
    pub title: Text,
    /// Who publishes the file; `None` = the authority itself.
    pub publisher: Option<PublisherSheet>,
    /// The edition, in the words of the publisher.
    pub edition: Option<String>,
    /// Columns that identify a row.
    pub key: Vec<String>,
    /// The columns of each field, in order; several are joined.
    pub fields: BTreeMap<CommonField, Vec<String>>,
    /// Word of the state column → our state.
    pub lifecycle: Vec<(String, Lifecycle)>,
    /// Word of other columns → our code.
    pub values: BTreeMap<CommonField, Vec<(String, String)>>,
}

impl Sketch {
    /// The sketch of a mapping; `None` when the mapping says more than a sketch can.
    pub fn of(mapping: &Mapping) -> Option<Self> {
        let [layout] = mapping.layouts.as_slice() else {
            return None;
        };
        let fields = layout.fields.iter().map(|(field, rule)| match rule {
            FieldRule::Column(column) => Some((*field, vec![column.clone()])),
            FieldRule::Columns {
                columns,
                join,
                write: None,
            } if join == JOIN => Some((*field, columns.clone())),
            _ => None,
        });
        let publisher = match &mapping.records {
            Owner::Peer(publisher) => Some(publisher.clone()),
            Owner::Own => None,
        };
        let lines = |(word, code): (&str, &String)| (word.to_owned(), code.clone());
        let sketch = Self {
            id: mapping.id.clone(),
            title: mapping.title.clone(),
            edition: mapping.edition.clone(),
            key: layout.key.clone(),
            fields: fields.collect::<Option<_>>()?,
            lifecycle: mapping
                .lifecycle
                .lines()
                .map(|(word, state)| (word.to_owned(), *state))
                .collect(),
            values: mapping
                .values
                .iter()
                .map(|(field, words)| (*field, words.lines().map(lines).collect()))
                .collect(),
            publisher,
        };
        let again = Mapping::parse(&sketch.id, &sketch.yaml()).ok();
        again
            .is_some_and(|again| again == *mapping)
            .then_some(sketch)
    }

    /// The mapping, as a file would hold it.
    pub fn yaml(&self) -> String {
        let mut out = String::new();
        self.write(&mut out).expect("a text takes everything");
        out
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "id: {}", quoted(&self.id))?;
        writeln!(out, "title: {}", both(&self.title))?;
        match &self.publisher {
            None => writeln!(out, "records: own")?,
            Some(publisher) => {
                writeln!(out, "records: peer\npublisher:")?;
                writeln!(out, "  slug: {}", quoted(&publisher.slug))?;
                writeln!(out, "  name: {}", both(&publisher.name))?;
                writeln!(out, "  country: {}", quoted(&publisher.country))?;
                writeln!(out, "  language: {}", quoted(&publisher.language))?;
                writeln!(out, "  licence: {}", quoted(&publisher.licence))?;
                writeln!(out, "  attribution: {}", both(&publisher.attribution))?;
                if let Some(url) = &publisher.url {
                    writeln!(out, "  url: {}", quoted(url))?;
                }
                if publisher.is_shared {
                    writeln!(out, "  shared: true")?;
                }
            }
        }
        if let Some(edition) = &self.edition {
            writeln!(out, "edition: {}", quoted(edition))?;
        }
        writeln!(out, "key: {}", list(&self.key))?;
        let required = match self.publisher {
            Some(_) => "[name]",
            None => "[name, lifecycle_status]",
        };
        writeln!(out, "required: {required}\nfields:")?;
        for (field, columns) in &self.fields {
            let code = field.code();
            match columns.as_slice() {
                [column] => writeln!(out, "  {code}: {{column: {}}}", quoted(column))?,
                columns => writeln!(
                    out,
                    "  {code}: {{columns: {}, join: {}}}",
                    list(columns),
                    quoted(JOIN)
                )?,
            }
        }
        if !self.lifecycle.is_empty() {
            writeln!(out, "lifecycle:")?;
            for (word, state) in &self.lifecycle {
                writeln!(out, "  {}: {}", quoted(word), state.code())?;
            }
        }
        if !self.values.is_empty() {
            writeln!(out, "values:")?;
        }
        for (field, words) in &self.values {
            writeln!(out, "  {}:", field.code())?;
            for (word, code) in words {
                writeln!(out, "    {}: {}", quoted(word), quoted(code))?;
            }
        }
        writeln!(out, "empty: [\"\"]")
    }
}

/// A YAML text between double quotes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn list(texts: &[String]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// A text in both languages; one that is written in a single language is said the same in both.
fn both(text: &Text) -> String {
    let side = |tag: &str| {
        let own = text.iter().find(|(known, _)| *known == tag);
        let said = own.or_else(|| text.iter().next());
        quoted(said.map_or("", |(_, said)| said))
    };
    format!("{{fr: {}, en: {}}}", side("fr"), side("en"))
}

#[cfg(test)]
mod tests;
