//! Saying what the words of a file mean, where we write a code.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::{Waiting, query};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{
    CommonField, DataKind, Evidence, FrequencyLevel, Generative, Ground, Lifecycle,
    PublicationLevel, Task,
};
use observe::register::SourceTable;
use reference::{Mapping, Sketch};
use std::collections::HashMap;

/// Words of a column shown; a column with more is described in a YAML file.
const WORDS_MAX: usize = 30;

/// Fields that are kept as a code, with their vocabulary. The first is read for every record, the
/// others for the authority's own.
const CODED: [(CommonField, &str); 8] = [
    (CommonField::LifecycleStatus, Lifecycle::VOCABULARY),
    (CommonField::Task, Task::VOCABULARY),
    (CommonField::DataKind, DataKind::VOCABULARY),
    (CommonField::Evidence, Evidence::VOCABULARY),
    (CommonField::Generative, Generative::VOCABULARY),
    (CommonField::Frequency, FrequencyLevel::VOCABULARY),
    (CommonField::PublicationLevel, PublicationLevel::VOCABULARY),
    (CommonField::PublicationGround, Ground::VOCABULARY),
];

#[derive(Template)]
#[template(path = "staff/import_words.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    address: String,
    back: String,
    name: String,
    fields: Vec<Field>,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// A field with the words the file has for it.
struct Field {
    code: &'static str,
    label: String,
    choices: Vec<String>,
    /// What each choice means.
    meanings: Vec<(String, String)>,
    words: Vec<Word>,
    more: Option<String>,
}

struct Word {
    id: String,
    written: String,
    /// How many rows hold it, and whether what it means is only proposed.
    hint: String,
    value: String,
}

/// The form; without any word to explain, the trial at once.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let waiting = match Waiting::open(inside, &path).await {
        Ok(waiting) => waiting,
        Err((inside, error)) => return inside.answer(Err(error)),
    };
    let Some((sketch, table)) = waiting.sketched(&query(&waiting.inside)) else {
        return redirect(&waiting.address(""));
    };
    let fields = waiting.coded(&sketch, &table, None);
    if fields.is_empty() {
        return redirect(&waiting.trial(&sketch.id, false));
    }
    let page = waiting.show_words(&sketch, fields, Faults::default());
    waiting.inside.answer(page)
}

/// What was said of the words.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let waiting = match Waiting::open(inside, &path).await {
        Ok(waiting) => waiting,
        Err((inside, error)) => return inside.answer(Err(error)),
    };
    match waiting.explain(&form).await {
        Ok(response) => response,
        Err(error) => waiting.inside.answer(Err(error)),
    }
}

impl Waiting {
    /// The mapping asked for, if it was made here, with the file it reads.
    fn sketched(&self, asked: &Form) -> Option<(Sketch, SourceTable)> {
        let name = asked.one("format");
        let library = &self.inside.visit.site.library;
        if library.reference.mappings.contains_key(name) {
            return None;
        }
        let sketch = Sketch::of(self.mappings.get(name)?)?;
        Some((sketch, self.table()?))
    }

    /// The words of each coded field, with what they mean so far or what was typed.
    fn coded(&self, sketch: &Sketch, table: &SourceTable, typed: Option<&Form>) -> Vec<Field> {
        let coded = CODED
            .iter()
            .filter(|(field, _)| {
                sketch.publisher.is_none() || *field == CommonField::LifecycleStatus
            })
            .filter_map(|(field, vocabulary)| {
                let written = written(sketch.fields.get(field)?, table);
                let field = self.field(sketch, *field, vocabulary, &written, typed);
                (!field.words.is_empty()).then_some(field)
            });
        coded.collect()
    }

    fn field(
        &self,
        sketch: &Sketch,
        field: CommonField,
        vocabulary: &str,
        written: &[(String, usize)],
        typed: Option<&Form>,
    ) -> Field {
        let w = self.wording();
        let said =
            |code: Option<String>| code.map_or_else(String::new, |code| w.label(vocabulary, &code));
        let words = written.iter().take(WORDS_MAX).enumerate();
        let words = words.map(|(number, (written, rows))| {
            let id = format!("{}.{number}", field.code());
            let known = meaning(sketch, field, written);
            let proposed = self.code(vocabulary, written).filter(|_| known.is_none());
            let key = match (&proposed, typed) {
                (Some(_), None) => "import-words-proposed",
                _ => "import-words-rows",
            };
            Word {
                hint: w.format(key, &[("count", (*rows).into())]),
                value: match typed {
                    Some(form) => form.one(&id).to_owned(),
                    None => said(known.or(proposed)),
                },
                written: written.clone(),
                id,
            }
        });
        let more = written.len().saturating_sub(WORDS_MAX);
        let reference = &self.inside.visit.site.library.reference;
        let entries = reference.vocabularies.get(vocabulary);
        let entries = entries.into_iter().flat_map(|known| &known.values);
        Field {
            code: field.code(),
            label: w.label("common_fields", field.code()),
            choices: entries
                .clone()
                .map(|entry| w.label(vocabulary, &entry.code))
                .collect(),
            meanings: entries
                .map(|entry| {
                    let label = w.label(vocabulary, &entry.code);
                    (label, w.definition(vocabulary, &entry.code))
                })
                .filter(|(_, meaning)| !meaning.is_empty())
                .collect(),
            words: words.collect(),
            more: (more > 0).then(|| w.format("import-words-more", &[("count", more.into())])),
        }
    }

    /// The code of a word: itself, or its label in one of our languages.
    fn code(&self, vocabulary: &str, word: &str) -> Option<String> {
        let reference = &self.inside.visit.site.library.reference;
        let wanted = Mapping::fold(word);
        let mut entries = reference.vocabularies.get(vocabulary)?.values.iter();
        let found = entries.find(|entry| {
            let mut labels = entry.label.iter();
            entry.code == wanted || labels.any(|(_, label)| Mapping::fold(label) == wanted)
        });
        found.map(|entry| entry.code.clone())
    }

    fn show_words(
        &self,
        sketch: &Sketch,
        fields: Vec<Field>,
        faults: Faults,
    ) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let status = match faults.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let layout = self.inside.layout("imports", "");
        let page = Page {
            faults,
            address: self.address("/mots"),
            back: format!("{}?format={}", self.address("/colonnes"), sketch.id),
            name: sketch.id.clone(),
            fields,
            layout: layout.titled(self.wording().get("import-words-title")),
        };
        let page = finish(&visit.site, visit.place.language, page.render()?);
        Ok(page.with_status(status))
    }

    async fn explain(&self, form: &Form) -> Result<Response, PageError> {
        let Some((mut sketch, table)) = self.sketched(form) else {
            return Err(PageError::NotFound);
        };
        let w = self.wording();
        let mut faults = Faults::default();
        let fields = self.coded(&sketch, &table, Some(form));
        for field in &fields {
            let Some((common, vocabulary)) = CODED.iter().find(|(f, _)| f.code() == field.code)
            else {
                continue;
            };
            let mut lines = Vec::new();
            for word in field
                .words
                .iter()
                .filter(|word| !word.value.trim().is_empty())
            {
                match self.code(vocabulary, &word.value) {
                    Some(code) => lines.push((word.written.clone(), code)),
                    None => {
                        let blanks = [
                            ("typed", word.value.clone().into()),
                            ("choices", field.choices.join(", ").into()),
                        ];
                        faults.add(&word.id, w.format("import-words-unknown", &blanks));
                    }
                }
            }
            let shown = field.words.iter().map(|word| Mapping::fold(&word.written));
            set(&mut sketch, *common, &shown.collect::<Vec<_>>(), lines);
        }
        if !faults.is_empty() {
            let page = self.show_words(&sketch, fields, faults);
            return Ok(self.inside.answer(page));
        }
        self.keep(&sketch).await?;
        Ok(redirect(&self.trial(&sketch.id, false)))
    }
}

/// What a word of a column means so far.
fn meaning(sketch: &Sketch, field: CommonField, word: &str) -> Option<String> {
    let wanted = Mapping::fold(word);
    if field == CommonField::LifecycleStatus {
        let mut lines = sketch.lifecycle.iter();
        let found = lines.find(|(written, _)| Mapping::fold(written) == wanted);
        return found.map(|(_, state)| state.code().to_owned());
    }
    let mut lines = sketch.values.get(&field)?.iter();
    let found = lines.find(|(written, _)| Mapping::fold(written) == wanted);
    found.map(|(_, code)| code.clone())
}

/// Sets what the words shown mean; words of earlier files keep their meaning.
fn set(sketch: &mut Sketch, field: CommonField, shown: &[String], lines: Vec<(String, String)>) {
    if field == CommonField::LifecycleStatus {
        let states = lines.into_iter();
        let states = states.filter_map(|(word, code)| Some((word, Lifecycle::from_code(&code)?)));
        sketch
            .lifecycle
            .retain(|(word, _)| !shown.contains(&Mapping::fold(word)));
        sketch.lifecycle.extend(states);
        return;
    }
    let kept = sketch.values.entry(field).or_default();
    kept.retain(|(word, _)| !shown.contains(&Mapping::fold(word)));
    kept.extend(lines);
    if kept.is_empty() {
        sketch.values.remove(&field);
    }
}

/// The different words of columns, in the order of the file, with how many cells hold each.
fn written(columns: &[String], table: &SourceTable) -> Vec<(String, usize)> {
    let mut words: Vec<(String, usize)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let positions: Vec<_> = columns.iter().filter_map(|c| table.position(c)).collect();
    for row in &table.rows {
        for cell in positions.iter().filter_map(|position| row.get(*position)) {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let place = *places.entry(Mapping::fold(cell)).or_insert(words.len());
            match words.get_mut(place) {
                Some((_, rows)) => *rows += 1,
                None => words.push((cell.to_owned(), 1)),
            }
        }
    }
    words
}
