use crate::{
    Authority, Department, Edition, ImportRun, KeptMapping, Message, ModelSheet, OwnText,
    PeerRecord, Publisher, SupplierSheet, ToolSheet, UseCase,
};
use serde::{Serialize, de::DeserializeOwned};
use std::fmt;
use uuid::Uuid;

/// Version of the document shapes of this crate. A reader of an older version migrates it.
pub const SCHEMA_VERSION: i32 = 1;

/// What a stored document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// [`Authority`].
    Authority,
    /// [`Department`].
    Department,
    /// [`ToolSheet`].
    Tool,
    /// [`ModelSheet`].
    Model,
    /// [`SupplierSheet`].
    Supplier,
    /// [`UseCase`].
    UseCase,
    /// [`Publisher`].
    Publisher,
    /// [`PeerRecord`].
    PeerRecord,
    /// [`ImportRun`].
    ImportRun,
    /// [`Message`].
    Message,
    /// [`Edition`].
    Edition,
    /// [`KeptMapping`].
    Mapping,
    /// [`OwnText`].
    OwnText,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Authority,
        Self::Department,
        Self::Tool,
        Self::Model,
        Self::Supplier,
        Self::UseCase,
        Self::Publisher,
        Self::PeerRecord,
        Self::ImportRun,
        Self::Message,
        Self::Edition,
        Self::Mapping,
        Self::OwnText,
    ];

    /// The code stored beside the document.
    pub fn code(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Department => "department",
            Self::Tool => "tool",
            Self::Model => "model",
            Self::Supplier => "supplier",
            Self::UseCase => "use_case",
            Self::Publisher => "publisher",
            Self::PeerRecord => "peer_record",
            Self::ImportRun => "import_run",
            Self::Message => "message",
            Self::Edition => "edition",
            Self::Mapping => "mapping",
            Self::OwnText => "own_text",
        }
    }

    /// The kind of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A noun that is stored as a whole document.
pub trait Document: Serialize + DeserializeOwned {
    /// What it is.
    const KIND: Kind;

    /// Its identifier.
    fn id(&self) -> Uuid;

    /// Whose it is: the slug of an authority or of a publisher, empty when it is the instance's.
    fn owner(&self) -> &str;
}

macro_rules! document {
    ($($noun:ident => $kind:ident, $owner:expr;)+) => {
        $(impl Document for $noun {
            const KIND: Kind = Kind::$kind;

            fn id(&self) -> Uuid {
                self.id
            }

            fn owner(&self) -> &str {
                let owner: fn(&Self) -> &str = $owner;
                owner(self)
            }
        })+
    };
}

document! {
    Authority => Authority, |authority| &authority.slug;
    Department => Department, |_| "";
    ToolSheet => Tool, |_| "";
    ModelSheet => Model, |_| "";
    SupplierSheet => Supplier, |_| "";
    UseCase => UseCase, |use_case| &use_case.authority;
    Publisher => Publisher, |publisher| &publisher.slug;
    PeerRecord => PeerRecord, |record| &record.publisher;
    ImportRun => ImportRun, |run| &run.owner;
    Message => Message, |message| &message.authority;
    Edition => Edition, |edition| &edition.authority;
    KeptMapping => Mapping, |_| "";
    OwnText => OwnText, |_| "";
}
