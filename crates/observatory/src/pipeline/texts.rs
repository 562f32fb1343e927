//! Texts that an observatory writes in its own words, in the browser: chapters of the report, prose
//! pages, the charter, and the words for codes.

use super::casework::{Saved, saved};
use crate::instance::{Instance, Library};
use anyhow::Result;
use domain::{Language, OwnText};
use reference::Tree;
use std::collections::BTreeMap;
use store::{Change, Entry, Record};

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// A chapter of the report, in Markdown.
    Chapter,
    /// A prose page of the site, in Markdown.
    Page,
    /// Principles or recommendations.
    Charter,
    /// The words for the codes of a vocabulary.
    Words,
}

impl Family {
    /// Every family, with the word of its addresses.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Chapter, "rapport"),
        (Self::Page, "pages"),
        (Self::Charter, "charte"),
        (Self::Words, "mots"),
    ];

    /// Files of the charter that are lists of titles and texts.
    const CHARTER: [&'static str; 2] = ["principles", "recommendations"];

    /// The word of its addresses.
    pub fn word(self) -> &'static str {
        let mut all = Self::ALL.into_iter();
        all.find(|(family, _)| *family == self)
            .map_or("", |(_, word)| word)
    }

    fn of(word: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|(_, known)| *known == word)
            .map(|(family, _)| family)
    }

    /// Whether it is written in one file a language.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Chapter | Self::Page)
    }
}

/// A text that may be written again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// What it is for.
    pub family: Family,
    /// Its name: `10-context`, `privacy`, `principles`, `lifecycle`.
    pub name: String,
    /// Its language; none when both are in one file.
    pub language: Option<Language>,
}

impl Piece {
    /// The piece of an address, if the product has such a file.
    pub fn of(tree: &Tree, family: &str, name: &str, tag: Option<&str>) -> Option<Self> {
        let family = Family::of(family)?;
        let language = match (family.is_prose(), tag) {
            (true, Some(tag)) => Some(Language::from_tag(tag)?),
            (true, None) => return None,
            (false, _) => None,
        };
        let piece = Self {
            family,
            name: name.to_owned(),
            language,
        };
        let is_open = family != Family::Charter || Family::CHARTER.contains(&name);
        (is_open && tree.get(&piece.path()).is_some()).then_some(piece)
    }

    /// Every piece of a family in a tree, by name; prose in one language.
    pub fn all(tree: &Tree, family: Family, language: Language) -> Vec<Self> {
        let language = family.is_prose().then_some(language);
        let piece = |name: &str| Self {
            family,
            name: name.to_owned(),
            language,
        };
        if family == Family::Charter {
            return Family::CHARTER.map(piece).to_vec();
        }
        let any = piece("*").path();
        let (folder, suffix) = any.split_once('*').unwrap_or((&any, ""));
        let paths = tree.paths(folder, suffix);
        let names = paths.filter_map(|path| path.strip_prefix(folder)?.strip_suffix(suffix));
        names
            .filter(|name| !name.contains('/'))
            .map(piece)
            .collect()
    }

    /// The file it is.
    pub fn path(&self) -> String {
        let name = &self.name;
        let tag = self.language.map_or("", Language::tag);
        match self.family {
            Family::Chapter => format!("framework/report/{tag}/{name}.md"),
            Family::Page => format!("content/{tag}/{name}.md"),
            Family::Charter => format!("framework/{name}.yaml"),
            Family::Words => format!("data/vocabularies/{name}.yaml"),
        }
    }

    /// Its address below the scope.
    pub fn address(&self) -> String {
        let tag = self.language.map(|language| format!("/{}", language.tag()));
        let (family, name) = (self.family.word(), &self.name);
        format!("textes/{family}/{name}{}", tag.unwrap_or_default())
    }
}

/// What was written, by path.
pub async fn written(instance: &Instance) -> Result<BTreeMap<String, Record<OwnText>>> {
    let texts = instance.store.all::<OwnText>().await?.into_iter();
    Ok(texts
        .map(|record| (record.document.path.clone(), record))
        .collect())
}

/// The version of what was written for a path; 0 when nothing stands.
pub async fn version(instance: &Instance, path: &str) -> Result<u32> {
    let id = OwnText::identifier(path);
    let record = instance.store.get::<OwnText>(id).await?;
    Ok(record.map_or(0, |record| record.version))
}

/// Every version of a text, oldest first; one without document gave the place back to the file.
pub async fn history(instance: &Instance, path: &str) -> Result<Vec<Entry<OwnText>>> {
    let id = OwnText::identifier(path);
    Ok(instance.store.history(id).await?)
}

/// The file that a text stands for, as the product or the folder has it.
pub fn original(instance: &Instance, path: &str) -> Result<String> {
    let files = Library::files(Some(&instance.folder))?;
    Ok(files.text(path).unwrap_or_default().to_owned())
}

/// Writes a text, if nobody wrote it since it was read at this version.
pub async fn save(
    instance: &Instance,
    text: &OwnText,
    version: u32,
    change: &Change,
) -> Result<Saved> {
    saved(instance.store.put_expecting(text, version, change).await)
}

/// Gives the place back to the file.
pub async fn take_out(
    instance: &Instance,
    path: &str,
    version: u32,
    change: &Change,
) -> Result<Saved> {
    if version == 0 {
        return Ok(Saved::Done);
    }
    let text = OwnText::new(path, String::new());
    let taken = instance.store.withdraw_expecting(&text, version, change);
    saved(taken.await)
}
