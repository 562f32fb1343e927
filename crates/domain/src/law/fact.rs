use super::Signatory;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The place of a fact in the catalogue that defined it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub u16);

/// An answer, by the kind of its fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// The place of the value in the list of the fact.
    Choice(u8),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(NaiveDate),
}

/// A set of values of one choice, by their place in its list (at most 32).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Choices(u32);

impl Choices {
    /// How many values the list of a choice may have.
    pub const MAX: usize = 32;

    /// The same set with one more value.
    #[must_use]
    pub fn with(self, choice: u8) -> Self {
        Self(self.0 | bit(choice))
    }

    /// The same set without a value.
    #[must_use]
    pub fn without(self, choice: u8) -> Self {
        Self(self.0 & !bit(choice))
    }

    /// Whether a value is in the set.
    pub fn contains(self, choice: u8) -> bool {
        self.0 & bit(choice) != 0
    }

    /// The values of the set, in the order of the list.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..Self::MAX as u8).filter(move |&choice| self.contains(choice))
    }

    /// How many values it holds.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The bit of a value; none beyond the last place.
fn bit(choice: u8) -> u32 {
    1_u32.checked_shl(choice.into()).unwrap_or(0)
}

/// What is known of a situation: one slot a fact, empty while nobody has answered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    slots: Vec<Option<Value>>,
}

impl Facts {
    /// The answer to a fact, if somebody gave one.
    pub fn get(&self, fact: FactId) -> Option<Value> {
        self.slots.get(usize::from(fact.0)).copied().flatten()
    }

    /// Answers a fact, or takes its answer back.
    pub fn set(&mut self, fact: FactId, value: impl Into<Option<Value>>) {
        let slot = usize::from(fact.0);
        if self.slots.len() <= slot {
            self.slots.resize(slot + 1, None);
        }
        self.slots[slot] = value.into();
    }

    /// Every fact that is known, in the order of the catalogue.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, Value)> {
        self.slots
            .iter()
            .enumerate()
            .filter_map(|(slot, value)| Some((FactId(slot as u16), (*value)?)))
    }
}

/// Where the answer to a fact stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The use case, or the person who asks.
    UseCase,
    /// A field of the record, by name.
    Field(&'static str),
    /// A kind of data, by identifier.
    DataKind(String),
    /// A task sheet, by identifier.
    Task(String),
    /// A tool sheet, by identifier.
    Tool(String),
    /// The profile of the authority.
    Profile,
    /// What the question itself implies.
    Implied,
}

/// Where an answer comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Where it stands.
    pub place: Place,
    /// The function that signed it.
    pub by: Option<Signatory>,
    /// The day it was signed.
    pub on: Option<NaiveDate>,
}

/// Where each known fact comes from.
pub type Origins = BTreeMap<FactId, Origin>;
