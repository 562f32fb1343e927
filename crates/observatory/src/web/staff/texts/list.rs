use super::super::member::Inside;
use crate::pipeline::texts::{self, Family, Piece};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use anyhow::Result;
use askama::Template;
use axum::response::Response;
use domain::people::Action;
use domain::{Language, OwnText};
use publish::Wording;
use std::collections::BTreeMap;
use store::Record;

#[derive(Template)]
#[template(path = "staff/texts/list.html")]
struct Page<'a> {
    layout: Layout<'a>,
    families: Vec<Group>,
}

struct Group {
    word: &'static str,
    title: String,
    why: String,
    lines: Vec<Line>,
}

struct Line {
    title: String,
    /// Where each language of it is written, with the day when it was written here.
    places: Vec<(String, String, Option<String>)>,
}

/// Every text that may be written again.
pub(super) async fn page(inside: Inside) -> Response {
    let page = match inside.may(Action::EditTexts) {
        true => render(&inside).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(page)
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let written = texts::written(&visit.app.instance).await?;
    let families = Family::ALL.map(|(family, word)| Group {
        word,
        title: w.get(&format!("texts-{word}")),
        why: w.get(&format!("texts-{word}-why")),
        lines: lines(inside, family, &written, &w),
    });
    let page = Page {
        families: families.into(),
        layout: inside.layout("textes", "").titled(w.get("texts-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

fn lines(
    inside: &Inside,
    family: Family,
    written: &BTreeMap<String, Record<OwnText>>,
    w: &Wording,
) -> Vec<Line> {
    let tree = &inside.visit.site.library.tree;
    let pieces = Piece::all(tree, family, w.language);
    let line = |piece: &Piece| {
        let languages: Vec<Option<Language>> = match piece.language {
            Some(_) => Language::ALL.map(Some).into(),
            None => vec![None],
        };
        let place = |language: Option<Language>| {
            let piece = Piece {
                language,
                ..piece.clone()
            };
            let name = language.map_or_else(String::new, |language| {
                w.get(&format!("text-in-{}", language.tag()))
            });
            let written = written.get(&piece.path());
            let day = written.map(|record| {
                let blanks = [("date", w.date(inside.day(record.changed_at)).into())];
                w.format("texts-written-on", &blanks)
            });
            (name, inside.visit.place.page(&piece.address()), day)
        };
        Line {
            title: title(piece, inside, w),
            places: languages.into_iter().map(place).collect(),
        }
    };
    pieces.iter().map(line).collect()
}

/// What a text is called: its own title, that of its vocabulary, or a word of ours.
pub(super) fn title(piece: &Piece, inside: &Inside, w: &Wording) -> String {
    let library = &inside.visit.site.library;
    match piece.family {
        Family::Chapter | Family::Page => {
            let text = library.tree.text(&piece.path()).unwrap_or_default();
            let header = text.strip_prefix("---\n").unwrap_or_default();
            let header = header.split("\n---\n").next().unwrap_or_default();
            let (root, _) = reference::parse(&piece.path(), header);
            let title = root.as_ref().and_then(|root| root.get("title"));
            let title = title.and_then(reference::Node::scalar);
            title.map_or_else(|| piece.name.clone(), |title| w.typeset(title))
        }
        Family::Charter => w.get(&format!("texts-{}", piece.name)),
        Family::Words => {
            let vocabulary = library.reference.vocabularies.get(&piece.name);
            vocabulary.map_or_else(|| piece.name.clone(), |words| w.text(&words.title))
        }
    }
}
