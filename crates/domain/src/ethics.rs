use crate::{Function, Sense, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What one function thinks of a use in the light of one value.
///
/// Views stand side by side: they have no points and are never added up, and a view that
/// disagrees is never covered by others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EthicalView {
    /// Identifier of the value among the criteria.
    pub criterion: String,
    /// Who speaks.
    pub function: Function,
    /// For or against.
    pub sense: Sense,
    /// Why: a view without a reason is not one.
    #[serde(default)]
    pub reasons: Vec<Text>,
    /// The day it was given, if known.
    #[serde(default)]
    pub given_on: Option<NaiveDate>,
    /// The version of the record it was given on, if known.
    #[serde(default)]
    pub on_version: Option<u32>,
}

/// Views in the order in which they are read: those against first, then by function.
pub fn dissent_first<'a>(views: impl IntoIterator<Item = &'a EthicalView>) -> Vec<&'a EthicalView> {
    let mut views: Vec<_> = views.into_iter().collect();
    views.sort_by_key(|view| (view.sense, view.function));
    views
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_against_is_read_first_and_all_are_kept() {
        let view = |function, sense| EthicalView {
            criterion: "sobriety".to_owned(),
            function,
            sense,
            reasons: vec![Text::one("fr", "…")],
            given_on: None,
            on_version: None,
        };
        let views = [
            view(Function::Digital, Sense::Favourable),
            view(Function::Dpo, Sense::Favourable),
            view(Function::StaffRepresentatives, Sense::Unfavourable),
        ];
        let functions: Vec<_> = dissent_first(&views).iter().map(|v| v.function).collect();
        let expected = [
            Function::StaffRepresentatives,
            Function::Dpo,
            Function::Digital,
        ];
        assert_eq!(functions, expected);
    }
}
