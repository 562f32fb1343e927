use super::cursor::{Cursor, sum};
use super::problem::Problem;
use super::resource::{Resource, states};
use super::schema::Nature;
use super::{ITEMS, ITEMS_MAX};
use chrono::{DateTime, NaiveDate, Utc};
use domain::Language;

/// Longest text looked for, in characters, as on the page of the register.
const TEXT_MAX: usize = 200;
/// Values of one parameter at most.
const VALUES_MAX: usize = 20;

/// What a query says, checked.
pub(super) struct Asked {
    resource: Resource,
    values: Vec<(&'static str, String)>,
    /// Items of a page.
    pub(super) limit: usize,
    /// Items given on the pages before.
    pub(super) offset: usize,
}

/// From where changes are asked for.
pub(super) enum Since {
    /// From the beginning.
    Ever,
    /// After a position already given.
    Position(i64),
    /// From an instant on.
    Instant(DateTime<Utc>),
}

impl Asked {
    /// Reads a query: what it does not know it refuses, so that nobody takes a filter that was not
    /// applied for one that was.
    pub(super) fn read(resource: Resource, query: &str) -> Result<Self, Problem> {
        let mut values: Vec<(&'static str, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let known = resource.parameters();
            let Some(parameter) = known.iter().find(|parameter| parameter.name == name) else {
                let names: Vec<_> = known.iter().map(|parameter| parameter.name).collect();
                return Err(Problem::unknown_parameter(&name, &names.join(", ")));
            };
            check(parameter.name, parameter.nature, &value)?;
            let said = values.iter().filter(|(known, _)| *known == name).count();
            let most = if parameter.is_repeated { VALUES_MAX } else { 1 };
            if said >= most {
                return Err(Problem::wrong_value(parameter.name, &value, most));
            }
            // An empty place is none: a form or a script that has no cursor yet asks for the first.
            let is_place = matches!(parameter.nature, Nature::Cursor | Nature::Since);
            if !(is_place && value.is_empty()) {
                values.push((parameter.name, value.into_owned()));
            }
        }
        let mut asked = Self {
            resource,
            values,
            limit: ITEMS,
            offset: 0,
        };
        if let Some(limit) = asked.one("limit").and_then(|limit| limit.parse().ok()) {
            asked.limit = limit;
        }
        if let Some(word) = asked.one("cursor") {
            match Cursor::read(word) {
                Some(Cursor::List { asked: sum, given }) if sum == asked.sum() => {
                    asked.offset = given;
                }
                _ => return Err(Problem::wrong_cursor("cursor")),
            }
        }
        Ok(asked)
    }

    /// The value of a parameter said once.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        self.all(name).into_iter().next()
    }

    /// The values of a parameter.
    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        let said = self.values.iter().filter(|(known, _)| *known == name);
        said.map(|(_, value)| value.as_str()).collect()
    }

    /// The language asked for.
    pub(super) fn language(&self) -> Language {
        let tag = self.one("lang").and_then(Language::from_tag);
        tag.unwrap_or_default()
    }

    /// From where changes are asked for.
    pub(super) fn since(&self) -> Result<Since, Problem> {
        let Some(since) = self.one("since") else {
            return Ok(Since::Ever);
        };
        if let Ok(instant) = DateTime::parse_from_rfc3339(since) {
            return Ok(Since::Instant(instant.to_utc()));
        }
        if let Ok(day) = since.parse::<NaiveDate>() {
            let midnight = day.and_time(chrono::NaiveTime::MIN).and_utc();
            return Ok(Since::Instant(midnight));
        }
        match Cursor::read(since) {
            Some(Cursor::Changes { position }) => Ok(Since::Position(position)),
            _ => Err(Problem::wrong_cursor("since")),
        }
    }

    /// The address of the next page, below the root of the API; `None` on the last one.
    pub(super) fn next(&self, total: usize) -> Option<String> {
        let given = self.offset.saturating_add(self.limit);
        if given >= total {
            return None;
        }
        let cursor = Cursor::List {
            asked: self.sum(),
            given,
        };
        let mut query = form_urlencoded::Serializer::new(String::new());
        let kept = self.values.iter().filter(|(name, _)| *name != "cursor");
        query.extend_pairs(kept.map(|(name, value)| (*name, value.as_str())));
        query.append_pair("cursor", &cursor.write());
        Some(format!("{}?{}", self.resource.path(), query.finish()))
    }

    /// What tells one question from another, pages left aside.
    fn sum(&self) -> u32 {
        let mut text = self.resource.path().to_owned();
        for (name, value) in &self.values {
            if !matches!(*name, "cursor" | "limit") {
                text.push_str(&format!("\n{name}={value}"));
            }
        }
        sum(&text)
    }
}

fn check(name: &'static str, nature: Nature, value: &str) -> Result<(), Problem> {
    let among = |codes: &[&str]| {
        if codes.contains(&value) {
            return Ok(());
        }
        Err(Problem::wrong_value(name, value, codes.join(", ")))
    };
    match nature {
        Nature::OneOf(codes) => among(codes),
        Nature::Code(vocabulary) => among(&codes(vocabulary)),
        Nature::State => among(&states()),
        Nature::Limit => match value.parse::<usize>() {
            Ok(limit) if (1..=ITEMS_MAX).contains(&limit) && !value.starts_with('+') => Ok(()),
            _ => Err(Problem::wrong_value(name, value, format!("1–{ITEMS_MAX}"))),
        },
        _ if value.chars().count() > TEXT_MAX => {
            Err(Problem::wrong_value(name, value, format!("≤ {TEXT_MAX}")))
        }
        _ => Ok(()),
    }
}

/// Codes of the vocabularies that filter.
fn codes(vocabulary: &str) -> Vec<&'static str> {
    use domain::{DataKind, Generative, Task};
    match vocabulary {
        DataKind::VOCABULARY => DataKind::ALL.iter().map(|code| code.code()).collect(),
        Task::VOCABULARY => Task::ALL.iter().map(|code| code.code()).collect(),
        Generative::VOCABULARY => Generative::ALL.iter().map(|code| code.code()).collect(),
        _ => Vec::new(),
    }
}
