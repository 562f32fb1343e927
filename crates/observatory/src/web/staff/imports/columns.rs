//! Saying what the columns of an unknown file are: a mapping made on a form.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::{Waiting, query};
use crate::instance::change;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{CommonField, KeptMapping, Text};
use observe::register::SourceTable;
use publish::Wording;
use publish::typography::short_slug;
use reference::{FileShape, Mapping, PublisherSheet, Sketch};
use std::collections::{BTreeMap, HashMap};

/// Columns a form may show; a wider file is described in a YAML file.
const COLUMNS_MAX: usize = 60;
/// Examples shown of a column, and their longest length in characters.
const EXAMPLES: usize = 2;
const EXAMPLE_MAX: usize = 60;
/// The vocabulary of the fields.
const FIELDS: &str = "common_fields";

#[derive(Template)]
#[template(path = "staff/import_columns.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    file: String,
    address: String,
    back: String,
    fields: Vec<String>,
    columns: Vec<Column>,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// A column of the file.
struct Column {
    id: String,
    header: String,
    examples: String,
    value: String,
    is_key: bool,
    number: String,
}

/// The form.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let waiting = match Waiting::open(inside, &path).await {
        Ok(waiting) => waiting,
        Err((inside, error)) => return inside.answer(Err(error)),
    };
    match waiting.table() {
        Some(table) => {
            let form = waiting.first_form(&table);
            let page = waiting.show_columns(&table, form, Faults::default());
            waiting.inside.answer(page)
        }
        None => redirect(&waiting.address("")),
    }
}

/// What was said of the columns.
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
    match waiting.describe(form).await {
        Ok(response) => response,
        Err(error) => waiting.inside.answer(Err(error)),
    }
}

impl Waiting {
    /// The file read without any mapping. Why it cannot be is told on the page of its trial.
    pub(super) fn table(&self) -> Option<SourceTable> {
        observe::register::decode(&self.upload.bytes, &FileShape::default()).ok()
    }

    pub(super) fn wording(&self) -> Wording<'_> {
        let visit = &self.inside.visit;
        visit.site.wording(visit.place.language)
    }

    /// The form as it is shown first: what a mapping kept here says, else what the names of the
    /// columns say word for word.
    fn first_form(&self, table: &SourceTable) -> Form {
        let asked = query(&self.inside);
        let kept = self.mappings.get(asked.one("format")).and_then(Sketch::of);
        match kept {
            Some(sketch) => self.form_of(&sketch, table),
            None => self.guessed(table),
        }
    }

    fn guessed(&self, table: &SourceTable) -> Form {
        let mut form = Form::default();
        let stem = self.upload.file.rsplit_once('.');
        let stem = stem.map_or(self.upload.file.as_str(), |(stem, _)| stem);
        form.set("nom", short_slug(stem));
        form.set("titre", stem);
        form.set("langue", self.inside.visit.place.language.tag());
        let names = self.names();
        for (position, header) in table.headers.iter().enumerate() {
            let is_empty = examples(table, position).is_empty();
            if let Some(field) = names.get(&Mapping::fold(header)).filter(|_| !is_empty) {
                form.set(&format!("c.{position}"), self.label(*field));
            }
        }
        form
    }

    /// Every word that names a field: its code, its label in each language, and the column that
    /// holds it in a file whose mapping is known.
    fn names(&self) -> BTreeMap<String, CommonField> {
        let reference = &self.inside.visit.site.library.reference;
        let mut names = BTreeMap::new();
        let of_mappings = self.mappings.values().filter_map(Sketch::of);
        for (field, columns) in of_mappings.flat_map(|sketch| sketch.fields) {
            if let [column] = columns.as_slice() {
                names.insert(Mapping::fold(column), field);
            }
        }
        for (field, code) in CommonField::ALL {
            let entry = reference.vocabularies.get(FIELDS);
            let entry = entry.and_then(|fields| fields.entry(code));
            let labels = entry.into_iter().flat_map(|entry| entry.label.iter());
            names.extend(labels.map(|(_, label)| (Mapping::fold(label), *field)));
            names.insert((*code).to_owned(), *field);
        }
        names
    }

    fn label(&self, field: CommonField) -> String {
        self.wording().label(FIELDS, field.code())
    }

    fn form_of(&self, sketch: &Sketch, table: &SourceTable) -> Form {
        let w = self.wording();
        let mut form = Form::default();
        form.set("nom", sketch.id.as_str());
        form.set("base", sketch.id.as_str());
        form.set("titre", w.text(&sketch.title));
        form.set("edition", sketch.edition.clone().unwrap_or_default());
        form.set(
            "a_qui",
            if sketch.publisher.is_some() {
                "peer"
            } else {
                "own"
            },
        );
        if let Some(publisher) = &sketch.publisher {
            form.set("editeur", w.text(&publisher.name));
            form.set("pays", publisher.country.as_str());
            form.set("langue", publisher.language.as_str());
            form.set("licence", publisher.licence.as_str());
            form.set("mention", w.text(&publisher.attribution));
            form.set("adresse", publisher.url.clone().unwrap_or_default());
        }
        for (field, columns) in &sketch.fields {
            for position in columns.iter().filter_map(|column| table.position(column)) {
                form.set(&format!("c.{position}"), self.label(*field));
            }
        }
        for position in sketch
            .key
            .iter()
            .filter_map(|column| table.position(column))
        {
            form.set("cle", position.to_string());
        }
        form
    }

    fn show_columns(
        &self,
        table: &SourceTable,
        form: Form,
        faults: Faults,
    ) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.wording();
        let column = |(position, header): (usize, &String)| {
            let id = format!("c.{position}");
            Column {
                header: header.clone(),
                examples: match examples(table, position) {
                    none if none.is_empty() => w.get("import-columns-no-cell"),
                    some => some,
                },
                value: form.one(&id).to_owned(),
                is_key: form.has("cle", &position.to_string()),
                number: position.to_string(),
                id,
            }
        };
        let columns = table.headers.iter().enumerate().take(COLUMNS_MAX);
        let columns = columns.map(column).collect();
        let status = match faults.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let fields = CommonField::ALL.iter().map(|(field, _)| self.label(*field));
        let layout = self.inside.layout("imports", "");
        let page = Page {
            faults,
            form,
            file: self.upload.file.clone(),
            address: self.address("/colonnes"),
            back: self.address(""),
            fields: fields.collect(),
            columns,
            layout: layout.titled(w.get("import-columns-title")),
        };
        let page = finish(&visit.site, visit.place.language, page.render()?);
        Ok(page.with_status(status))
    }

    async fn describe(&self, form: Form) -> Result<Response, PageError> {
        let table = self.table().ok_or(PageError::BadRequest)?;
        let mut faults = Faults::default();
        let mut sketch = self.sketch(&table, &form, &mut faults);
        let base = self.mappings.get(form.one("base")).and_then(Sketch::of);
        if let Some(base) = base {
            sketch.lifecycle = base.lifecycle;
            sketch.values = base.values;
        }
        if faults.is_empty()
            && let Err(found) = Mapping::parse(&sketch.id, &sketch.yaml())
        {
            let library = &self.inside.visit.site.library;
            let language = self.inside.visit.place.language;
            let told = crate::pipeline::edition::told(library, language, &found);
            faults.add("contenu", told);
        }
        if !faults.is_empty() {
            let page = self.show_columns(&table, form, faults);
            return Ok(self.inside.answer(page));
        }
        self.keep(&sketch).await?;
        Ok(redirect(&format!(
            "{}?format={}",
            self.address("/mots"),
            sketch.id
        )))
    }

    /// Keeps a mapping for the next file of the same kind.
    pub(super) async fn keep(&self, sketch: &Sketch) -> anyhow::Result<()> {
        let kept = KeptMapping {
            id: KeptMapping::identifier(&sketch.id),
            name: sketch.id.clone(),
            yaml: sketch.yaml(),
        };
        let store = &self.inside.visit.app.instance.store;
        store.put(&kept, &change("lead")).await?;
        Ok(())
    }

    fn sketch(&self, table: &SourceTable, form: &Form, faults: &mut Faults) -> Sketch {
        let w = self.wording();
        let id = form.one("nom").trim().to_owned();
        let is_slug = (2..=40).contains(&id.len()) && id == short_slug(&id);
        if !is_slug {
            faults.add("nom", w.get("import-columns-bad-name"));
        } else if id != form.one("base") && self.mappings.contains_key(&id) {
            faults.add("nom", w.get("import-columns-taken"));
        }
        let title = self.needed(form, "titre", "import-columns-label", faults);
        let publisher = match form.one("a_qui") {
            "own" => None,
            "peer" => Some(self.publisher(form, faults)),
            _ => {
                faults.add("a_qui", w.get("import-columns-whose"));
                None
            }
        };
        let fields = self.fields(table, form, faults);
        let is_own = form.one("a_qui") == "own";
        let needed = [
            (CommonField::Name, true),
            (CommonField::LifecycleStatus, is_own),
        ];
        for (field, _) in needed.iter().filter(|(_, needed)| *needed) {
            if !fields.contains_key(field) {
                let blanks = [("field", self.label(*field).into())];
                faults.add("c.0", w.format("import-columns-needed", &blanks));
            }
        }
        let positions = form.all("cle").iter().filter_map(|n| n.parse().ok());
        let key: Vec<String> = positions
            .filter_map(|n: usize| table.headers.get(n).cloned())
            .collect();
        if key.is_empty() && !fields.contains_key(&CommonField::Reference) {
            faults.add("c.0", w.get("import-columns-no-key"));
        }
        let edition = form.filled("edition").map(str::to_owned);
        Sketch {
            id,
            title: Text::pair(title.clone(), title),
            edition: edition.filter(|_| publisher.is_some()),
            publisher,
            key,
            fields,
            lifecycle: Vec::new(),
            values: BTreeMap::new(),
        }
    }

    /// A text that must be there, with the key of its label.
    fn needed(&self, form: &Form, field: &str, label: &str, faults: &mut Faults) -> String {
        let typed = form.filled(field).unwrap_or_default();
        if typed.is_empty() {
            let w = self.wording();
            let blanks = [("field", w.get(label).into())];
            faults.add(field, w.format("import-columns-empty", &blanks));
        }
        typed.to_owned()
    }

    fn publisher(&self, form: &Form, faults: &mut Faults) -> PublisherSheet {
        let w = self.wording();
        let name = self.needed(form, "editeur", "import-columns-publisher-name", faults);
        let slug = short_slug(&name);
        let site = &self.inside.visit.site;
        if site.snapshot.authority(&slug).is_some() {
            faults.add("editeur", w.get("import-columns-is-own"));
        }
        let country = form.one("pays").trim().to_uppercase();
        let is_code = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
        if !is_code {
            faults.add("pays", w.get("import-columns-bad-country"));
        }
        let language = form.one("langue").trim().to_lowercase();
        let is_tag = language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase());
        if !is_tag {
            faults.add("langue", w.get("import-columns-bad-language"));
        }
        let url = form.filled("adresse").map(str::to_owned);
        let is_link = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        if url.as_ref().is_some_and(|url| !is_link(url)) {
            faults.add("adresse", w.get("import-columns-bad-url"));
        }
        let attribution = self.needed(form, "mention", "import-columns-attribution", faults);
        PublisherSheet {
            slug,
            name: Text::pair(name.clone(), name),
            country,
            language,
            licence: self.needed(form, "licence", "import-columns-licence", faults),
            attribution: Text::pair(attribution.clone(), attribution),
            url,
            is_shared: false,
        }
    }

    /// The columns of each field. A word that names no field is told, never guessed.
    fn fields(
        &self,
        table: &SourceTable,
        form: &Form,
        faults: &mut Faults,
    ) -> BTreeMap<CommonField, Vec<String>> {
        let names = self.names();
        let mut fields: BTreeMap<CommonField, Vec<String>> = BTreeMap::new();
        for (position, header) in table.headers.iter().enumerate().take(COLUMNS_MAX) {
            let id = format!("c.{position}");
            let Some(typed) = form.filled(&id) else {
                continue;
            };
            match names.get(&Mapping::fold(typed)) {
                Some(field) => fields.entry(*field).or_default().push(header.clone()),
                None => {
                    let blanks = [("typed", typed.into()), ("column", header.clone().into())];
                    let w = self.wording();
                    faults.add(&id, w.format("import-columns-no-field", &blanks));
                }
            }
        }
        fields
    }
}

/// The first filled cells of a column, cut short.
fn examples(table: &SourceTable, position: usize) -> String {
    let mut shown: Vec<String> = Vec::new();
    for row in &table.rows {
        let cell = row.get(position).map_or("", |cell| cell.trim());
        let short: String = cell.chars().take(EXAMPLE_MAX).collect();
        if !short.is_empty() && !shown.contains(&short) {
            shown.push(short);
        }
        if shown.len() == EXAMPLES {
            break;
        }
    }
    shown.join(" · ")
}
