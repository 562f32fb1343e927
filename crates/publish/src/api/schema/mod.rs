//! The shape of every answer, as data: `OpenAPI` is written from it, and tests hold every answer
//! against it.
//!
//! A field that a noun gains and that is not told here fails the tests: no object may hold what it
//! does not name.

mod answers;
mod nouns;
mod use_case;

use super::cursor::Cursor;
use super::resource::states;
use super::{ITEMS, ITEMS_MAX};
use crate::wording::Wording;
use serde_json::{Map, Value, json};

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// A text by language.
    Text,
    /// A word or a sentence.
    Word,
    /// A text looked for.
    Query,
    /// UUID.
    Identifier,
    /// An address of this site.
    Address,
    /// A day, `2026-06-30`.
    Day,
    /// An instant with its offset.
    Instant,
    /// A code of a vocabulary.
    Code(&'static str),
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// A state by which records are filtered.
    State,
    /// How many items.
    Limit,
    /// A place in a list, as it was given out.
    Cursor,
    /// A place in the changes, a day or an instant.
    Since,
    /// A whole number that is not negative.
    Whole,
    /// A whole number of any sign.
    Signed,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// An object described elsewhere.
    Noun(&'static str),
    /// Words by name.
    Words,
    /// Any object.
    Object,
}

/// A field of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) nature: Nature,
    pub(crate) is_list: bool,
    pub(super) is_required: bool,
}

const fn field(name: &'static str, nature: Nature) -> Field {
    Field {
        name,
        nature,
        is_list: false,
        is_required: false,
    }
}

/// A field that is always there.
const fn must(name: &'static str, nature: Nature) -> Field {
    Field {
        is_required: true,
        ..field(name, nature)
    }
}

/// A field that is absent when nobody filled it in.
const fn may(name: &'static str, nature: Nature) -> Field {
    field(name, nature)
}

/// A list, absent when it is empty.
const fn list(name: &'static str, nature: Nature) -> Field {
    Field {
        is_list: true,
        ..field(name, nature)
    }
}

/// A list that is there even when it is empty.
const fn items(nature: Nature) -> Field {
    Field {
        is_list: true,
        ..must("items", nature)
    }
}

/// An object: its name, and its fields.
type Noun = (&'static str, &'static [Field]);

/// The schema of an object by its name, with references to the others below `#/components/schemas`.
pub fn component(name: &str, wording: &Wording) -> Option<Value> {
    let mut known = nouns();
    let (_, fields) = known.find(|(known, _)| *known == name)?;
    Some(object(name, fields, wording))
}

/// The fields of an object; none when nothing is told of it.
pub(crate) fn fields(name: &str) -> &'static [Field] {
    let mut known = nouns();
    let found = known.find(|(known, _)| *known == name);
    found.map_or(&[], |(_, fields)| fields)
}

fn nouns() -> impl Iterator<Item = &'static Noun> {
    let all = answers::NOUNS.iter().chain(nouns::NOUNS);
    all.chain(use_case::NOUNS)
}

/// Every schema, by name.
pub(super) fn components(wording: &Wording) -> Map<String, Value> {
    let mut all: Vec<_> = nouns()
        .map(|(name, fields)| ((*name).to_owned(), object(name, fields, wording)))
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let mut components = Map::from_iter(all);
    let text = json!({
        "type": "object",
        "description": wording.get("api-noun-Text"),
        "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "additionalProperties": {"type": "string"},
    });
    components.insert("Text".to_owned(), text);
    components.insert("OpenApi".to_owned(), json!({"type": "object"}));
    components
}

fn object(name: &str, fields: &[Field], wording: &Wording) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut schema = value(field.nature);
        if field.is_list {
            schema = json!({"type": "array", "items": schema});
        }
        if let Some(means) = meaning(name, field.name, wording) {
            schema["description"] = means.into();
        }
        properties.insert(field.name.to_owned(), schema);
    }
    let required = fields.iter().filter(|field| field.is_required);
    let required: Vec<_> = required.map(|field| field.name).collect();
    let mut schema = json!({
        "type": "object",
        "description": wording.get(&format!("api-noun-{name}")),
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// What a field means: for a record, the words of the vocabulary of its fields.
fn meaning(noun: &str, field: &str, wording: &Wording) -> Option<String> {
    let plain = |key: &str| wording.words.plain(wording.language, key);
    let own = keys(noun, field).iter().find_map(|key| plain(key));
    let own = own.map(str::to_owned);
    if noun != "UseCase" {
        return own;
    }
    let label = wording.label("record_fields", field);
    let means = wording.definition("record_fields", field);
    if means.is_empty() {
        return own;
    }
    Some(wording.format(
        "api-field-means",
        &[("label", label.into()), ("means", means.into())],
    ))
}

/// The messages that say what a field of an object is, the most precise first: the same word may
/// mean something else elsewhere.
pub(crate) fn keys(noun: &str, field: &str) -> [String; 2] {
    [
        format!("api-field-{noun}-{field}"),
        format!("api-field-{field}"),
    ]
}

/// The schema of a value.
pub(super) fn value(nature: Nature) -> Value {
    let word = |format: &str| json!({"type": "string", "format": format});
    match nature {
        Nature::Text => reference("Text"),
        Nature::Noun(name) => reference(name),
        Nature::Word => json!({"type": "string"}),
        Nature::Query => json!({"type": "string", "maxLength": 200}),
        Nature::Cursor => json!({"type": "string", "pattern": pattern(Cursor::LIST)}),
        Nature::Since => json!({"type": "string", "anyOf": [
            {"pattern": pattern(Cursor::CHANGES)},
            {"format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
            {"format": "date-time", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}"},
        ]}),
        Nature::Identifier => word("uuid"),
        Nature::Address => word("uri"),
        Nature::Day => word("date"),
        Nature::Instant => word("date-time"),
        Nature::Code(vocabulary) => json!({"type": "string", "enum": codes(vocabulary)}),
        Nature::OneOf(words) => json!({"type": "string", "enum": words}),
        Nature::State => json!({"type": "string", "enum": states()}),
        Nature::Limit => {
            json!({"type": "integer", "minimum": 1, "maximum": ITEMS_MAX, "default": ITEMS})
        }
        Nature::Whole => json!({"type": "integer", "minimum": 0}),
        Nature::Signed => json!({"type": "integer"}),
        Nature::Number => json!({"type": "number"}),
        Nature::Truth => json!({"type": "boolean"}),
        Nature::Words => json!({"type": "object", "additionalProperties": {"type": "string"}}),
        Nature::Object => json!({"type": "object"}),
    }
}

/// A word of a form, or nothing: an empty one is none.
fn pattern(form: &str) -> String {
    format!("^({form})?$")
}

pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// The codes of a closed list of the records.
fn codes(vocabulary: &str) -> Vec<&'static str> {
    macro_rules! find {
        ($($list:ident),+ $(,)?) => {
            match vocabulary {
                $(domain::$list::VOCABULARY => {
                    domain::$list::ALL.iter().map(|value| value.code()).collect()
                })+
                _ => Vec::new(),
            }
        };
    }
    find!(
        AuthorityKind,
        AutomationLevel,
        DataKind,
        EffectOrigin,
        Evidence,
        FeltChange,
        FrequencyLevel,
        Function,
        Generative,
        Ground,
        Hosting,
        Lifecycle,
        MeasureState,
        Modality,
        ModelClass,
        OccupationFamily,
        Outcome,
        PublicationLevel,
        RiskFamily,
        Sense,
        SignificantAnswer,
        Task,
        Tier,
        ToolStatus,
        TrainingReuse,
        WorkEffect,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every noun that a field names.
    fn named() -> BTreeSet<&'static str> {
        let fields = nouns().flat_map(|(_, fields)| fields.iter());
        fields
            .filter_map(|field| match field.nature {
                Nature::Noun(name) => Some(name),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn every_noun_that_is_named_is_described_once() {
        let all: Vec<_> = nouns().map(|(name, _)| *name).collect();
        let set: BTreeSet<_> = all.iter().copied().collect();
        assert_eq!(all.len(), set.len(), "a noun is described twice");
        let missing: Vec<_> = named().difference(&set).copied().collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn every_code_has_its_list() {
        for (name, fields) in nouns() {
            for field in *fields {
                if let Nature::Code(vocabulary) = field.nature {
                    let is_known = !codes(vocabulary).is_empty();
                    assert!(is_known, "{name}.{}: {vocabulary}", field.name);
                }
            }
        }
    }
}
