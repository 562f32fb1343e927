//! Lists of titles and texts, an entry at a time: the words for codes, principles, recommendations.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::changes::{Change, Line};
use super::shape::{Field, Shape};
use super::{Desk, Paths, list, sent, trial};
use crate::pipeline::casework::Saved;
use crate::pipeline::texts::Family;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::{Language, OwnText};
use reference::{Node, parse};
use tokio::task::block_in_place;

/// The last word of the address of an entry that does not exist yet.
const NEW: &str = "nouveau";

#[derive(Template)]
#[template(path = "staff/texts/entries.html")]
struct ListPage<'a> {
    layout: Layout<'a>,
    faults: Faults,
    address: String,
    version: u32,
    why: String,
    /// Code, title, text, address.
    entries: Vec<(String, String, String, String)>,
    add: Option<String>,
    is_own: bool,
    changes: Vec<Change>,
    compared: Option<(String, Vec<Line>)>,
}

#[derive(Template)]
#[template(path = "staff/texts/entry.html")]
struct EntryPage<'a> {
    layout: Layout<'a>,
    faults: Faults,
    address: String,
    back: String,
    list: String,
    version: u32,
    code: String,
    fields: Vec<Shown>,
    choices: Vec<Choice>,
    note: String,
    can_remove: bool,
}

impl EntryPage<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// A field in one language.
struct Shown {
    id: String,
    label: String,
    language: &'static str,
    is_long: bool,
    typed: String,
}

impl Shown {
    fn language_key(&self) -> &'static str {
        match self.language {
            "en" => "text-in-en",
            _ => "text-in-fr",
        }
    }
}

/// A closed choice: one answer, or several.
struct Choice {
    name: &'static str,
    label: String,
    is_many: bool,
    /// Code, words, whether it is chosen.
    options: Vec<(String, String, bool)>,
}

/// The entries of a list, and what became of it.
pub(super) async fn page(inside: Inside, Path(path): Paths) -> Response {
    match Desk::open(inside, &path).await {
        Ok(desk) => desk.show_list(Faults::default()),
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

/// Gives the place back to the list of the product.
pub(super) async fn give_back(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (desk, form) = match sent(inside, &path, &body).await {
        Ok(sent) => sent,
        Err(response) => return response,
    };
    match desk.give_back(&form).await {
        Ok(response) => response,
        Err(faults) => desk.show_list(faults),
    }
}

impl Desk {
    fn show_list(&self, faults: Faults) -> Response {
        let is_well = faults.is_empty();
        self.answer(is_well, self.render_list(faults))
    }

    fn render_list(&self, faults: Faults) -> Result<Rendered, PageError> {
        let w = self.w();
        let visit = &self.inside.visit;
        let shape = Shape::of(&self.piece).ok_or(PageError::NotFound)?;
        let asked = Form::read(visit.uri.query().unwrap_or_default());
        let compared = asked.one("version_vue").parse().ok();
        let root = self.root()?;
        let text = |node: &Node, field: Option<&Field>| {
            let text = field.and_then(|field| in_language(node, field.key, w.language));
            text.map_or_else(String::new, |text| w.typeset(&text))
        };
        let entries = shape.entries(&root).iter().map(|node| {
            let code = shape.code(node).to_owned();
            let address = self.address(&format!("/{code}"));
            let (title, body) = (shape.fields.first(), shape.fields.get(1));
            (code, text(node, title), text(node, body), address)
        });
        let layout = self.inside.layout(&self.piece.address(), "");
        let page = ListPage {
            faults,
            address: self.address(""),
            version: self.version,
            why: w.get(&format!("text-{}-entries", self.piece.family.word())),
            entries: entries.collect(),
            add: shape.is_open.then(|| self.address(&format!("/{NEW}"))),
            is_own: self.version > 0,
            changes: self.changes(),
            compared: compared.and_then(|version| self.compared(version)),
            layout: layout.titled(list::title(&self.piece, &self.inside, &w)),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    /// The file as a tree.
    fn root(&self) -> Result<Node, PageError> {
        let (root, _) = parse(&self.piece.path(), &self.body);
        root.ok_or(PageError::NotFound)
    }

    /// The form of an entry.
    pub(super) fn entry_page(&self, code: &str) -> Response {
        let page = self.render_entry(code, None, Faults::default());
        self.inside.answer(page)
    }

    /// Writes an entry, or takes it out of the list.
    pub(super) async fn send_entry(&self, code: &str, form: &Form) -> Response {
        let Some(shape) = Shape::of(&self.piece) else {
            return self.inside.answer(Err(PageError::NotFound));
        };
        let mut faults = Faults::default();
        let changed = match form.one("faire") {
            "retirer" if shape.is_open => self.without(&shape, code, form, &mut faults),
            _ => self.with(&shape, code, form, &mut faults),
        };
        let changed = match changed {
            Ok(root) => root.to_yaml(),
            Err(error) => return self.inside.answer(Err(error)),
        };
        self.check(form, &changed, &mut faults);
        if faults.is_empty() {
            let text = OwnText::new(&self.piece.path(), changed.clone());
            block_in_place(|| trial::library(&self.inside, &text, &mut faults));
        }
        if faults.is_empty() {
            match self.write(form, changed).await {
                Ok(Saved::Done) => return redirect(&self.address("")),
                Ok(Saved::Outdated) => faults.add("corps", self.w().get("text-outdated")),
                Err(error) => return self.inside.answer(Err(error)),
            }
        }
        let is_well = faults.is_empty();
        self.answer(is_well, self.render_entry(code, Some(form), faults))
    }

    /// The list with an entry as it was typed; at the end when it is new.
    fn with(
        &self,
        shape: &Shape,
        code: &str,
        form: &Form,
        faults: &mut Faults,
    ) -> Result<Node, PageError> {
        let mut root = self.root()?;
        let known = shape.find(&root, code).cloned();
        let mut entry = match (known, code == NEW && shape.is_open) {
            (Some(known), _) => known,
            (None, true) => shape.blank(&root),
            (None, false) => return Err(PageError::NotFound),
        };
        for field in shape.fields {
            let typed = |language: Language| form.one(&field.name(language)).trim().to_owned();
            let both = Language::ALL.map(|language| (language, typed(language)));
            let is_blank = both.iter().all(|(_, typed)| typed.is_empty());
            if is_blank && field.is_optional {
                entry.unset(field.key);
                continue;
            }
            for (language, typed) in &both {
                if typed.is_empty() {
                    faults.add(&field.name(*language), self.w().get("text-both-languages"));
                }
            }
            let mut text = entry.get(field.key).cloned();
            let text = text.get_or_insert_with(|| Node::map([]));
            for (language, typed) in &both {
                text.set(language.tag(), Node::quoted(typed));
            }
            entry.set(field.key, text.clone());
        }
        self.choose(shape, &mut entry, form, faults);
        shape.put(&mut root, entry);
        Ok(root)
    }

    /// What is chosen in closed lists.
    fn choose(&self, shape: &Shape, entry: &mut Node, form: &Form, faults: &mut Faults) {
        for choice in shape.choices {
            let offered = choice.offered(&self.inside.visit.site.library.reference);
            let chosen = form.all(choice.key).iter();
            let mut chosen = chosen
                .filter(|code| offered.iter().any(|(known, _)| known == *code))
                .map(|code| Node::plain(code));
            if choice.is_many {
                entry.set(choice.key, Node::list(chosen));
            } else if let Some(code) = chosen.next() {
                entry.set(choice.key, code);
            } else {
                faults.add(choice.key, self.w().get("text-choose"));
            }
        }
    }

    /// The list without an entry.
    fn without(
        &self,
        shape: &Shape,
        code: &str,
        form: &Form,
        faults: &mut Faults,
    ) -> Result<Node, PageError> {
        let mut root = self.root()?;
        shape.find(&root, code).ok_or(PageError::NotFound)?;
        if !form.has("sur", "1") {
            faults.add("sur", self.w().get("text-remove-sure"));
        }
        shape.remove(&mut root, code);
        Ok(root)
    }

    fn render_entry(
        &self,
        code: &str,
        form: Option<&Form>,
        faults: Faults,
    ) -> Result<Rendered, PageError> {
        let w = self.w();
        let visit = &self.inside.visit;
        let shape = Shape::of(&self.piece).ok_or(PageError::NotFound)?;
        let root = self.root()?;
        let known = shape.find(&root, code);
        let is_new = code == NEW && shape.is_open;
        if known.is_none() && !is_new {
            return Err(PageError::NotFound);
        }
        let family = self.piece.family;
        let fields = shape.fields.iter().flat_map(|field| {
            Language::ALL.map(|language| {
                let id = field.name(language);
                let written = known.and_then(|node| in_language(node, field.key, language));
                Shown {
                    typed: form.map_or_else(
                        || written.unwrap_or_default(),
                        |form| form.one(&id).to_owned(),
                    ),
                    label: w.get(&format!("text-field-{}", field.key)),
                    language: language.tag(),
                    is_long: field.is_long,
                    id,
                }
            })
        });
        let choices = shape.choices.iter().map(|choice| Choice {
            name: choice.key,
            label: w.get(&format!("text-field-{}", choice.key)),
            is_many: choice.is_many,
            options: choice.shown(&w, known, form),
        });
        let title = known.and_then(|node| in_language(node, shape.fields[0].key, w.language));
        let layout = self
            .inside
            .layout(&format!("{}/{code}", self.piece.address()), "");
        let page = EntryPage {
            faults,
            address: self.address(&format!("/{code}")),
            back: self.address(""),
            list: list::title(&self.piece, &self.inside, &w),
            version: self.version,
            code: known.map_or_else(String::new, |node| shape.code(node).to_owned()),
            fields: fields.collect(),
            choices: choices.collect(),
            note: form.map_or_else(String::new, |form| form.one("note").to_owned()),
            can_remove: family == Family::Charter && known.is_some(),
            layout: layout.titled(match title {
                Some(title) => w.typeset(&title),
                None => w.get("text-new"),
            }),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }
}

/// A text of an entry in one language.
fn in_language(node: &Node, key: &str, language: Language) -> Option<String> {
    let text = node.get(key)?.get(language.tag())?;
    text.scalar().map(str::to_owned)
}
