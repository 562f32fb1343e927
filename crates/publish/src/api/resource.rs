use super::schema::Nature;
use domain::{DataKind, Generative, Lifecycle, Task};

/// What can be asked for: the table of contents of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource {
    /// Where everything is.
    Index,
    /// The authorities.
    Authorities,
    /// One of them.
    Authority,
    /// Their departments.
    Departments,
    /// The register, searched and filtered.
    UseCases,
    /// One record.
    UseCase,
    /// The tools.
    Tools,
    /// One of them.
    Tool,
    /// The numbers of a scope.
    Numbers,
    /// Publishers of other registers.
    Publishers,
    /// One of them.
    Publisher,
    /// Records of other registers.
    PeerRecords,
    /// One of them.
    PeerRecord,
    /// What changed, and what is gone.
    Changes,
    /// Editions of the report.
    Editions,
    /// This description, for machines.
    OpenApi,
}

/// Something that may be said in the query of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub nature: Nature,
    /// Whether it may be said several times: any of the values is accepted.
    pub is_repeated: bool,
}

const fn one(name: &'static str, nature: Nature) -> Parameter {
    Parameter {
        name,
        nature,
        is_repeated: false,
    }
}

const fn several(name: &'static str, nature: Nature) -> Parameter {
    Parameter {
        name,
        nature,
        is_repeated: true,
    }
}

const LIMIT: Parameter = one("limit", Nature::Limit);
const CURSOR: Parameter = one("cursor", Nature::Cursor);
const LANGUAGE: Parameter = one("lang", Nature::OneOf(&["fr", "en"]));
const QUERY: Parameter = one("q", Nature::Query);
const GENERATIVE: Parameter = several("generative", Nature::Code(Generative::VOCABULARY));

const PAGE: &[Parameter] = &[LIMIT, CURSOR];
const USE_CASES: &[Parameter] = &[
    QUERY,
    LANGUAGE,
    one("uri", Nature::Word),
    several("authority", Nature::Word),
    several("state", Nature::State),
    several("data", Nature::Code(DataKind::VOCABULARY)),
    several("department", Nature::Word),
    several("task", Nature::Code(Task::VOCABULARY)),
    several("tool", Nature::Word),
    GENERATIVE,
    one("sort", Nature::OneOf(&["reference", "review", "relevance"])),
    LIMIT,
    CURSOR,
];
const PEER_RECORDS: &[Parameter] = &[
    QUERY,
    LANGUAGE,
    several("publisher", Nature::Word),
    several("state", Nature::State),
    GENERATIVE,
    one("sort", Nature::OneOf(&["reference", "relevance"])),
    LIMIT,
    CURSOR,
];
const NUMBERS: &[Parameter] = &[one("scope", Nature::Word), LIMIT, CURSOR];
const CHANGES: &[Parameter] = &[one("since", Nature::Since), LIMIT];

impl Resource {
    /// Every resource, in the order in which they are explained.
    pub const ALL: [Self; 16] = [
        Self::Index,
        Self::Authorities,
        Self::Authority,
        Self::Departments,
        Self::UseCases,
        Self::UseCase,
        Self::Tools,
        Self::Tool,
        Self::Numbers,
        Self::Publishers,
        Self::Publisher,
        Self::PeerRecords,
        Self::PeerRecord,
        Self::Changes,
        Self::Editions,
        Self::OpenApi,
    ];

    /// Its path below the root.
    pub fn path(self) -> &'static str {
        match self {
            Self::Index => "",
            Self::Authorities => "/authorities",
            Self::Authority => "/authorities/{slug}",
            Self::Departments => "/departments",
            Self::UseCases => "/use-cases",
            Self::UseCase => "/use-cases/{id}",
            Self::Tools => "/tools",
            Self::Tool => "/tools/{key}",
            Self::Numbers => "/numbers",
            Self::Publishers => "/publishers",
            Self::Publisher => "/publishers/{slug}",
            Self::PeerRecords => "/peer-records",
            Self::PeerRecord => "/peer-records/{id}",
            Self::Changes => "/changes",
            Self::Editions => "/editions",
            Self::OpenApi => "/openapi.json",
        }
    }

    /// The resource of a path below the root, with the key the path holds, decoded.
    pub(super) fn of(path: &str) -> Option<(Self, Option<String>)> {
        let asked: Vec<&str> = path.split('/').collect();
        Self::ALL.into_iter().find_map(|resource| {
            let known: Vec<&str> = resource.path().trim_start_matches('/').split('/').collect();
            if known.len() != asked.len() {
                return None;
            }
            let mut key = None;
            for (known, asked) in known.iter().zip(&asked) {
                if known.starts_with('{') {
                    key = Some(decoded(asked).filter(|key| !key.is_empty())?);
                } else if known != asked {
                    return None;
                }
            }
            Some((resource, key))
        })
    }

    /// Name of the key in its path.
    pub fn key(self) -> Option<&'static str> {
        let (_, key) = self.path().split_once('{')?;
        key.strip_suffix('}')
    }

    /// What its query may say.
    pub fn parameters(self) -> &'static [Parameter] {
        match self {
            Self::UseCases => USE_CASES,
            Self::PeerRecords => PEER_RECORDS,
            Self::Numbers => NUMBERS,
            Self::Changes => CHANGES,
            Self::Authorities
            | Self::Departments
            | Self::Tools
            | Self::Publishers
            | Self::Editions => PAGE,
            Self::OpenApi => &[LANGUAGE],
            Self::Index
            | Self::Authority
            | Self::UseCase
            | Self::Tool
            | Self::Publisher
            | Self::PeerRecord => &[],
        }
    }

    /// Name of the schema of its answer.
    pub fn schema(self) -> &'static str {
        match self {
            Self::Index => "Index",
            Self::Authorities => "Authorities",
            Self::Authority => "Authority",
            Self::Departments => "Departments",
            Self::UseCases => "UseCases",
            Self::UseCase => "UseCase",
            Self::Tools => "Tools",
            Self::Tool => "Tool",
            Self::Numbers => "Numbers",
            Self::Publishers => "Publishers",
            Self::Publisher => "Publisher",
            Self::PeerRecords => "PeerRecords",
            Self::PeerRecord => "PeerRecord",
            Self::Changes => "Changes",
            Self::Editions => "Editions",
            Self::OpenApi => "OpenApi",
        }
    }

    /// Its name for programs, and the end of the key of its message.
    pub fn code(self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Authorities => "authorities",
            Self::Authority => "authority",
            Self::Departments => "departments",
            Self::UseCases => "use-cases",
            Self::UseCase => "use-case",
            Self::Tools => "tools",
            Self::Tool => "tool",
            Self::Numbers => "numbers",
            Self::Publishers => "publishers",
            Self::Publisher => "publisher",
            Self::PeerRecords => "peer-records",
            Self::PeerRecord => "peer-record",
            Self::Changes => "changes",
            Self::Editions => "editions",
            Self::OpenApi => "openapi",
        }
    }
}

/// A piece of a path without its percent signs; `None` when it is not UTF-8.
fn decoded(piece: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(piece.len());
    let mut rest = piece.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (high, low) = (digit(rest.next())?, digit(rest.next())?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// Codes of the states a record may be filtered by: those of its life, and two more.
pub(super) fn states() -> Vec<&'static str> {
    let lifecycle = Lifecycle::ALL.iter().map(|state| state.code());
    lifecycle.chain(["observed", "unknown"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: Option<(Resource, Option<&str>)>) {
        let found = Resource::of(path);
        let found = found.as_ref().map(|(r, key)| (*r, key.as_deref()));
        assert_eq!(found, expected, "{path}");
    }

    #[test]
    fn a_path_leads_to_one_resource() {
        check("", Some((Resource::Index, None)));
        check("use-cases", Some((Resource::UseCases, None)));
        check(
            "use-cases/VAL%2D001",
            Some((Resource::UseCase, Some("VAL-001"))),
        );
        check("use-cases/%ff", None);
        check("use-cases/%2", None);
        check("use-cases/", None);
        check("use-cases/a/b", None);
        check("nothing", None);
    }
}
