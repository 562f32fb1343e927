use super::plain::Plain;
use crate::dashboard::CHARTS;

/// A file that a page of the site offers: written when somebody asks for it, in no edition. The
/// catalogue and the page of the data name it, so that nobody has to come across it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageFile {
    /// The rules of the law that are read here.
    Law,
    /// The flows from tools to laws.
    Dependencies,
    /// The table of a chart, by the name of the chart.
    Chart(&'static str),
}

impl PageFile {
    /// Every one of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let charts = CHARTS.into_iter().map(Self::Chart);
        [Self::Law, Self::Dependencies].into_iter().chain(charts)
    }

    /// Where it is, below the scope.
    pub fn path(self) -> String {
        match self {
            Self::Law => "droit.json".to_owned(),
            Self::Dependencies => "dependances.csv".to_owned(),
            Self::Chart(name) => format!("tableau-de-bord/{name}.csv"),
        }
    }

    /// What it holds: key of a message.
    pub fn key(self) -> String {
        match self {
            Self::Law => "open-file-law".to_owned(),
            Self::Dependencies => "open-file-dependencies".to_owned(),
            Self::Chart(name) => format!("chart-{name}-title"),
        }
    }

    /// Its media type, without parameter.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Law => "application/json",
            Self::Dependencies | Self::Chart(_) => "text/csv",
        }
    }

    /// How its format is called.
    pub fn format(self) -> &'static str {
        match self {
            Self::Law => "JSON",
            Self::Dependencies | Self::Chart(_) => "CSV",
        }
    }

    /// Whether its words are in one language: another one has a file of its own.
    pub fn is_in_one_language(self) -> bool {
        self != Self::Law
    }

    /// What is good to know before it is read; for a CSV, how its cells are written.
    pub(super) fn describe(self, words: &Plain) -> String {
        let means = words.get(match self {
            Self::Law => "open-file-law-means",
            Self::Dependencies => "open-file-dependencies-means",
            Self::Chart(_) => "open-file-chart-means",
        });
        match self.media_type() {
            "text/csv" => format!("{means} {}", words.get("open-csv-rules")),
            _ => means,
        }
    }
}
