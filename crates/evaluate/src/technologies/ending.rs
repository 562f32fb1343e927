use crate::dependencies::Catalogue;
use chrono::NaiveDate;
use domain::{EndOfLife, ModelSheet, ProductVersion, ToolSheet};

/// Something that ends, or has ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ending<'a> {
    /// What ends.
    pub what: Ends<'a>,
    /// When, and what comes in its place.
    pub end: &'a EndOfLife,
    /// Days left; zero or less once it has ended.
    pub days_left: i64,
}

/// What ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ends<'a> {
    /// A tool.
    Tool(&'a ToolSheet),
    /// The latest version of a tool that the sheet tells.
    ToolVersion(&'a ToolSheet, &'a ProductVersion),
    /// A model.
    Model(&'a ModelSheet),
    /// The latest version of a model that the sheet tells.
    ModelVersion(&'a ModelSheet, &'a ProductVersion),
}

/// What ends within so many days of a day, or has ended already; the soonest first. Versions that
/// another one replaced are left out.
pub fn endings<'a>(catalogue: &Catalogue<'a>, on: NaiveDate, within_days: u32) -> Vec<Ending<'a>> {
    let tools = catalogue.tools().flat_map(|tool| {
        let latest = tool.versions.last();
        let version =
            latest.map(|version| (Ends::ToolVersion(tool, version), &version.end_of_life));
        [(Ends::Tool(tool), &tool.end_of_life)]
            .into_iter()
            .chain(version)
    });
    let models = catalogue.models().flat_map(|model| {
        let latest = model.versions.last();
        let version =
            latest.map(|version| (Ends::ModelVersion(model, version), &version.end_of_life));
        [(Ends::Model(model), &model.end_of_life)]
            .into_iter()
            .chain(version)
    });
    let mut endings: Vec<_> = tools
        .chain(models)
        .filter_map(|(what, end)| {
            let end = end.as_ref()?;
            let days_left = end.on.signed_duration_since(on).num_days();
            (days_left <= i64::from(within_days)).then_some(Ending {
                what,
                end,
                days_left,
            })
        })
        .collect();
    endings.sort_by_key(|ending| ending.days_left);
    endings
}
