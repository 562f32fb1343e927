use super::super::form::{Faults, Form};
use super::changes::{Change, Line};
use super::{Desk, list, trial};
use crate::pipeline::casework::Saved;
use crate::pipeline::texts::Family;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::response::Response;
use domain::OwnText;
use tokio::task::block_in_place;

#[derive(Template)]
#[template(path = "staff/texts/prose.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    address: String,
    version: u32,
    language: &'static str,
    body: String,
    note: String,
    help: Option<Help>,
    preview: Option<String>,
    is_own: bool,
    changes: Vec<Change>,
    compared: Option<(String, Vec<Line>)>,
    seen_at: String,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// What a chapter may name.
struct Help {
    numbers: String,
    figures: String,
    tables: String,
}

impl Desk {
    /// The text to be written, with what was asked of its history.
    pub(super) fn prose_page(&self) -> Response {
        let asked = Form::read(self.inside.visit.uri.query().unwrap_or(""));
        let taken = asked.one("reprendre").parse().ok();
        let taken = taken.and_then(|version| self.body_of(version));
        let body = taken.unwrap_or_else(|| self.body.clone());
        let page = self.render_prose(body, &asked, Faults::default(), None);
        self.inside.answer(page)
    }

    /// Shows the text as it would be, writes it, or gives the place back.
    pub(super) async fn send_prose(&self, form: &Form) -> Response {
        if form.one("faire") == "rendre" {
            return match self.give_back(form).await {
                Ok(response) => response,
                Err(faults) => self.prose_again(self.body.clone(), form, faults, None),
            };
        }
        let body = ended(form.one("corps"));
        let mut faults = Faults::default();
        self.check(form, &body, &mut faults);
        let text = OwnText::new(&self.piece.path(), body.clone());
        let preview = match faults.is_empty() {
            // The whole library is read again: others are answered meanwhile.
            true => block_in_place(|| trial::prose(&self.inside, &self.piece, &text, &mut faults)),
            false => None,
        };
        if form.one("faire") != "enregistrer" || !faults.is_empty() {
            return self.prose_again(body, form, faults, preview);
        }
        match self.write(form, body.clone()).await {
            Ok(Saved::Done) => redirect(&self.address("")),
            Ok(Saved::Outdated) => {
                faults.add("corps", self.w().get("text-outdated"));
                self.prose_again(body, form, faults, None)
            }
            Err(error) => self.inside.answer(Err(error)),
        }
    }

    fn prose_again(
        &self,
        body: String,
        form: &Form,
        faults: Faults,
        preview: Option<String>,
    ) -> Response {
        let is_well = faults.is_empty();
        self.answer(is_well, self.render_prose(body, form, faults, preview))
    }

    fn render_prose(
        &self,
        body: String,
        form: &Form,
        faults: Faults,
        preview: Option<String>,
    ) -> Result<Rendered, PageError> {
        let w = self.w();
        let visit = &self.inside.visit;
        let compared = form.one("version_vue").parse().ok();
        let layout = self.inside.layout(&self.piece.address(), "");
        let page = Page {
            faults,
            address: self.address(""),
            version: self.version,
            language: self.piece.language.map_or("", domain::Language::tag),
            body,
            note: form.one("note").to_owned(),
            help: (self.piece.family == Family::Chapter).then(|| self.help()),
            preview,
            is_own: self.version > 0,
            changes: self.changes(),
            compared: compared.and_then(|version| self.compared(version)),
            seen_at: self.seen_at(),
            layout: layout.titled(list::title(&self.piece, &self.inside, &w)),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    /// The page where everybody reads the text.
    fn seen_at(&self) -> String {
        let place = &self.inside.visit.place;
        let place = match self.piece.language {
            Some(language) => place.in_language(language),
            None => place.clone(),
        };
        match self.piece.family {
            Family::Chapter => place.page(&format!("rapport/{}", self.piece.name)),
            _ => {
                let mut pages = crate::web::pages::prose::PAGES.into_iter();
                let page = pages.find(|(_, file)| *file == self.piece.name);
                place.page(page.map_or("", |(slug, _)| slug))
            }
        }
    }

    fn help(&self) -> Help {
        let visit = &self.inside.visit;
        let numbers = visit.site.numbers.get(&visit.place.scope);
        let numbers = numbers.into_iter().flat_map(|numbers| numbers.iter());
        let numbers: Vec<_> = numbers.map(|number| format!("n.{}", number.key)).collect();
        Help {
            numbers: numbers.join(", "),
            figures: publish::CHARTS.join(", "),
            tables: publish::report::TABLES.join(", "),
        }
    }
}

/// A text that ends as files do.
fn ended(typed: &str) -> String {
    format!("{}\n", typed.trim_end())
}
