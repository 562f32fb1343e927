use super::loss::LossReason;
use domain::{CommonField, Generative, Lifecycle, PeerRecord};
use std::collections::{BTreeMap, BTreeSet};

/// A record on its way out: what it says in the fields that registers share, and what it says
/// that none of them does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outgoing {
    /// What it says, name included, each text trimmed and none empty.
    pub(crate) fields: BTreeMap<CommonField, String>,
    /// Where it stands.
    pub(crate) lifecycle: Option<Lifecycle>,
    /// Whether it generates content; `None` = nobody says.
    pub(crate) generative: Option<Generative>,
    /// BCP 47 tag of its language.
    pub(crate) language: String,
    /// Paths of the record that no common field says, and texts left in another language.
    pub(crate) unsaid: Vec<(String, LossReason)>,
}

impl Outgoing {
    /// What it says, field by field.
    pub fn fields(&self) -> &BTreeMap<CommonField, String> {
        &self.fields
    }

    /// A record of another register.
    pub fn of_peer(peer: &PeerRecord) -> Self {
        let mut outgoing = Self {
            lifecycle: peer.lifecycle,
            generative: Some(peer.generative).filter(|said| *said != Generative::Unknown),
            language: peer.language.clone(),
            ..Self::default()
        };
        outgoing.say(CommonField::Name, &peer.name);
        for (field, value) in &peer.fields {
            outgoing.say(*field, value);
        }
        outgoing
    }

    /// The fields it fills in, said in words or not.
    pub(crate) fn filled(&self) -> BTreeSet<CommonField> {
        let state = self.lifecycle.map(|_| CommonField::LifecycleStatus);
        let generative = self.generative.map(|_| CommonField::Generative);
        let fields = self.fields.keys().copied();
        fields.chain(state).chain(generative).collect()
    }

    /// Adds what a field says; nothing is nothing.
    pub(crate) fn say(&mut self, field: CommonField, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.fields.insert(field, value.to_owned());
        }
    }

    /// What a field says.
    pub fn field(&self, field: CommonField) -> Option<&str> {
        self.fields.get(&field).map(String::as_str)
    }
}
