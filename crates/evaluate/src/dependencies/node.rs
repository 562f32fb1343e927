use domain::Text;
use std::collections::BTreeSet;

/// A kind of thing that uses lean on, from the nearest to the farthest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Where the use takes place.
    Department,
    /// The use itself.
    Use,
    /// Its tool.
    Tool,
    /// The model, or models, behind the tool.
    Model,
    /// Who supplies the tool to the authority.
    Supplier,
    /// The kind of place where it runs.
    Hosting,
    /// The countries whose law reaches it.
    Jurisdiction,
}

impl Layer {
    /// Every layer, in the order of the chain.
    pub const ALL: [Self; 7] = [
        Self::Department,
        Self::Use,
        Self::Tool,
        Self::Model,
        Self::Supplier,
        Self::Hosting,
        Self::Jurisdiction,
    ];
}

/// Something that uses lean on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node {
    /// What kind of thing.
    pub layer: Layer,
    /// Which one.
    pub identity: Identity,
}

/// Which one it is, as far as anybody said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identity {
    /// It is known: the key of its sheet, its code, or its name in lower case. Several keys when
    /// all are needed together: two models, two laws.
    Known(BTreeSet<String>),
    /// Nobody said, for this reason.
    Unknown(Gap),
    /// Several nodes gathered for a drawing; the flow says which.
    Others,
}

/// Why something is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The record names no tool.
    NoToolNamed,
    /// The record names a tool that has no sheet.
    NoSheet,
    /// Nobody filled it in.
    NotSaid,
    /// The supplier does not say.
    NotDisclosed,
}

/// How to write a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name<'a> {
    /// A name in several languages.
    Text(&'a Text),
    /// A name in one spelling, as it was typed.
    Plain(&'a str),
    /// A code to look up: of a department, of `hosting`, or of a country (ISO 3166).
    Code(&'a str),
}

impl Node {
    /// The keys of a known node; none otherwise.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        let keys = match &self.identity {
            Identity::Known(keys) => Some(keys),
            Identity::Unknown(_) | Identity::Others => None,
        };
        keys.into_iter().flatten()
    }

    /// Whether it is this key, alone or among others.
    pub fn holds(&self, key: &str) -> bool {
        self.keys().any(|known| known == key)
    }

    /// Whether nobody said which one it is.
    pub fn is_unknown(&self) -> bool {
        matches!(self.identity, Identity::Unknown(_))
    }

    pub(super) fn known(layer: Layer, keys: impl IntoIterator<Item = String>) -> Self {
        Self {
            layer,
            identity: Identity::Known(keys.into_iter().collect()),
        }
    }

    pub(super) fn unknown(layer: Layer, gap: Gap) -> Self {
        Self {
            layer,
            identity: Identity::Unknown(gap),
        }
    }

    pub(super) fn others(layer: Layer) -> Self {
        Self {
            layer,
            identity: Identity::Others,
        }
    }
}
