//! What the lists of titles and texts have in common.

use super::super::form::Form;
use crate::pipeline::texts::{Family, Piece};
use domain::Language;
use publish::Wording;
use reference::{Audience, Node, Reference, Value};

/// How the entries of a file are written.
pub(super) struct Shape {
    /// The key of the list; none when the whole file is one.
    list: Option<&'static str>,
    /// The key of what names an entry.
    code: &'static str,
    /// What may be written, in both languages.
    pub(super) fields: &'static [Field],
    /// What may be chosen.
    pub(super) choices: &'static [Choose],
    /// Whether entries may be added and taken out; codes belong to the product.
    pub(super) is_open: bool,
}

/// A text in both languages.
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) is_long: bool,
    pub(super) is_optional: bool,
}

/// A choice in a closed list.
pub(super) struct Choose {
    pub(super) key: &'static str,
    pub(super) is_many: bool,
}

const fn short(key: &'static str) -> Field {
    Field {
        key,
        is_long: false,
        is_optional: false,
    }
}

const fn long(key: &'static str) -> Field {
    Field {
        is_long: true,
        ..short(key)
    }
}

const WORDS: &[Field] = &[short("label"), long("definition")];
const PRINCIPLES: &[Field] = &[
    short("title"),
    long("text"),
    long("question"),
    long("evidence"),
];
const RECOMMENDATIONS: &[Field] = &[
    short("title"),
    long("text"),
    Field {
        is_optional: true,
        ..long("source")
    },
];
const CHOICES: &[Choose] = &[
    Choose {
        key: "audience",
        is_many: false,
    },
    Choose {
        key: "principles",
        is_many: true,
    },
];

impl Field {
    /// The name of the field of a form.
    pub(super) fn name(&self, language: Language) -> String {
        format!("{}-{}", self.key, language.tag())
    }
}

impl Shape {
    /// The shape of a list; none for prose.
    pub(super) fn of(piece: &Piece) -> Option<Self> {
        let charter = Self {
            list: None,
            code: "id",
            fields: PRINCIPLES,
            choices: &[],
            is_open: true,
        };
        match (piece.family, piece.name.as_str()) {
            (Family::Words, _) => Some(Self {
                list: Some("values"),
                code: "code",
                fields: WORDS,
                choices: &[],
                is_open: false,
            }),
            (Family::Charter, "recommendations") => Some(Self {
                fields: RECOMMENDATIONS,
                choices: CHOICES,
                ..charter
            }),
            (Family::Charter, _) => Some(charter),
            _ => None,
        }
    }

    /// The entries of a file.
    pub(super) fn entries<'a>(&self, root: &'a Node) -> &'a [Node] {
        let list = match self.list {
            None => Some(root),
            Some(key) => root.get(key),
        };
        match list.map(|list| &list.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    fn entries_mut<'a>(&self, root: &'a mut Node) -> Option<&'a mut Vec<Node>> {
        let list = match (self.list, &mut root.value) {
            (None, value) => value,
            (Some(key), Value::Map(entries)) => {
                let mut entries = entries.iter_mut();
                &mut entries.find(|(known, _)| known == key)?.1.value
            }
            _ => return None,
        };
        match list {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// What names an entry.
    pub(super) fn code<'a>(&self, entry: &'a Node) -> &'a str {
        let code = entry.get(self.code).and_then(Node::scalar);
        code.unwrap_or_default()
    }

    /// The entry of a code.
    pub(super) fn find<'a>(&self, root: &'a Node, code: &str) -> Option<&'a Node> {
        let mut entries = self.entries(root).iter();
        entries.find(|entry| self.code(entry) == code)
    }

    /// An entry that follows the last one: P13 after P12.
    pub(super) fn blank(&self, root: &Node) -> Node {
        let entries = self.entries(root);
        let codes = entries.iter().map(|entry| self.code(entry));
        let number = |code: &str| code.get(1..).and_then(|number| number.parse::<u32>().ok());
        let last = codes.filter_map(number).max().unwrap_or_default();
        let first = entries.first().map_or("", |entry| self.code(entry));
        let letter = first.get(..1).unwrap_or("X");
        let code = format!("{letter}{:02}", last + 1);
        Node::map([(self.code, Node::plain(&code))])
    }

    /// Puts an entry where its code stands; at the end when it is new.
    pub(super) fn put(&self, root: &mut Node, entry: Node) {
        let code = self.code(&entry).to_owned();
        let Some(entries) = self.entries_mut(root) else {
            return;
        };
        let mut all = entries.iter_mut();
        match all.find(|known| self.code(known) == code) {
            Some(known) => *known = entry,
            None => entries.push(entry),
        }
    }

    /// Takes an entry out.
    pub(super) fn remove(&self, root: &mut Node, code: &str) {
        if let Some(entries) = self.entries_mut(root) {
            entries.retain(|entry| self.code(entry) != code);
        }
    }
}

impl Choose {
    /// What may be chosen: codes, with their titles when they have one in the charter.
    pub(super) fn offered(&self, reference: &Reference) -> Vec<(String, Option<domain::Text>)> {
        match self.key {
            "audience" => Audience::ALL
                .iter()
                .map(|(code, _)| ((*code).to_owned(), None))
                .collect(),
            _ => reference
                .principles
                .iter()
                .map(|principle| (principle.id.clone(), Some(principle.title.clone())))
                .collect(),
        }
    }

    /// The same in words, with what is chosen now or was typed.
    pub(super) fn shown(
        &self,
        w: &Wording,
        known: Option<&Node>,
        form: Option<&Form>,
    ) -> Vec<(String, String, bool)> {
        let is_known = |code: &str| {
            let node = known.and_then(|node| node.get(self.key));
            match node.map(|node| &node.value) {
                Some(Value::List(items)) => items.iter().any(|item| item.scalar() == Some(code)),
                _ => node.and_then(Node::scalar) == Some(code),
            }
        };
        let offered = self.offered(w.reference).into_iter();
        let option = |(code, title): (String, Option<domain::Text>)| {
            let words = match title {
                Some(title) => w.text(&title),
                None => w.get(&format!("audience-{code}")),
            };
            let is_chosen = form.map_or_else(|| is_known(&code), |form| form.has(self.key, &code));
            (code, words, is_chosen)
        };
        offered.map(option).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::parse;

    fn principles() -> Shape {
        let piece = Piece {
            family: Family::Charter,
            name: "principles".to_owned(),
            language: None,
        };
        Shape::of(&piece).expect("a list")
    }

    #[test]
    fn a_new_principle_takes_the_next_number_and_others_keep_theirs() {
        let (root, _) = parse("p.yaml", "- id: P01\n- id: P03\n");
        let mut root = root.expect("a file");
        let shape = principles();
        let blank = shape.blank(&root);
        assert_eq!(shape.code(&blank), "P04");
        shape.put(&mut root, blank);
        shape.remove(&mut root, "P01");
        let codes: Vec<_> = shape.entries(&root).iter().map(|e| shape.code(e)).collect();
        assert_eq!(codes, ["P03", "P04"]);
    }
}
