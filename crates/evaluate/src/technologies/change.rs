use crate::dependencies::Catalogue;
use chrono::NaiveDate;
use domain::{EmbeddedFeature, ModelSheet, ProductVersion, TermsVersion, ToolSheet};

/// Something that is no longer as it was when a tool was chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TechnologyChange<'a> {
    /// The tool it touches.
    pub tool: &'a ToolSheet,
    /// What changed.
    pub change: Change<'a>,
    /// The day from which it holds.
    pub told: Told,
}

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change<'a> {
    /// Another version of the tool.
    Version(&'a ProductVersion),
    /// Other terms of use.
    Terms(&'a TermsVersion),
    /// A feature that the authority did not ask for, or of which nobody said whether it did.
    Feature(&'a EmbeddedFeature),
    /// Another version of a model behind the tool.
    Model(&'a ModelSheet, &'a ProductVersion),
}

/// A day, or the fact that nobody told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// The day.
    On(NaiveDate),
    /// Nobody told: it may be any day.
    Never,
}

impl Told {
    /// Whether it may already hold on a day.
    pub fn may_hold_on(self, day: NaiveDate) -> bool {
        match self {
            Self::On(start) => start <= day,
            Self::Never => true,
        }
    }

    fn of(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Never, Self::On)
    }
}

/// Every change of every tool, oldest first in each, those without a day at the end.
///
/// The first version, and the first terms, of a list are where it starts: they change nothing.
/// A feature that was asked for is part of the choice: it changes nothing either.
pub fn changes<'a>(catalogue: &Catalogue<'a>) -> Vec<TechnologyChange<'a>> {
    let mut changes = Vec::new();
    for tool in catalogue.tools() {
        let mut of_tool: Vec<_> = changes_of(tool, catalogue)
            .map(|(change, day)| TechnologyChange {
                tool,
                change,
                told: Told::of(day),
            })
            .collect();
        of_tool.sort_by_key(|change| change.told);
        changes.append(&mut of_tool);
    }
    changes
}

fn changes_of<'a>(
    tool: &'a ToolSheet,
    catalogue: &Catalogue<'a>,
) -> impl Iterator<Item = (Change<'a>, Option<NaiveDate>)> {
    let versions = tool.versions.iter().skip(1);
    let terms = tool.terms_versions.iter().skip(1);
    let models = tool
        .model_keys
        .iter()
        .filter_map(|key| catalogue.model(key));
    let of_models = models.flat_map(|model| {
        let later = model.versions.iter().skip(1);
        later.map(move |version| (Change::Model(model, version), version.since))
    });
    versions
        .map(|version| (Change::Version(version), version.since))
        .chain(terms.map(|terms| (Change::Terms(terms), terms.since)))
        .chain(features(tool).map(|feature| (Change::Feature(feature), feature.appeared_on)))
        .chain(of_models)
}

/// Features of each tool that the authority did not ask for, or of which nobody said whether it
/// did.
pub fn unasked<'a>(
    catalogue: &Catalogue<'a>,
) -> impl Iterator<Item = (&'a ToolSheet, &'a EmbeddedFeature)> {
    let tools = catalogue.tools();
    tools.flat_map(|tool| features(tool).map(move |feature| (tool, feature)))
}

fn features(tool: &ToolSheet) -> impl Iterator<Item = &EmbeddedFeature> {
    let all = tool.embedded_features.iter();
    all.filter(|feature| feature.asked != Some(true))
}
