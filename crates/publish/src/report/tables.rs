//! The tables that a chapter may name.

mod elsewhere;
mod footprint;
mod framework;
mod law;
mod provenance;
mod reliance;
mod technologies;
mod uses;
mod values;

pub use self::uses::reason;

use super::block::{Block, Cell, DataTable};
use crate::charts::Column;
use crate::dashboard::Dashboard;
use domain::{Text, UseCase};

/// Names of the tables.
pub const TABLES: [&str; 24] = [
    "uses",
    "refusals",
    "lessons",
    "risks",
    "recommendations",
    "principles",
    "tools",
    "numbers",
    "glossary",
    "sources",
    "withheld",
    "peers",
    "timeline",
    "law-outcomes",
    "releases",
    "comparables",
    "size-classes",
    "equivalents",
    "dependencies",
    "effects-by-occupation",
    "values",
    "views-on-values",
    "tasks-elsewhere",
    "uses-elsewhere",
];

/// The block of a name; `None` when there is no such table.
pub fn block(name: &str, dashboard: &Dashboard) -> Option<Block> {
    let tables = Tables(*dashboard);
    let table = match name {
        "uses" => tables.uses(),
        "refusals" => tables.refusals(),
        "lessons" => tables.lessons(),
        "risks" => tables.risks(),
        "recommendations" => tables.recommendations(),
        "principles" => tables.principles(),
        "tools" => tables.tools(),
        "numbers" => tables.numbers(),
        "glossary" => return Some(Block::Definitions(tables.glossary())),
        "sources" => tables.sources(),
        "withheld" => tables.withheld(),
        "peers" => tables.peers(),
        "timeline" => tables.timeline(),
        "law-outcomes" => tables.law_outcomes(),
        "releases" => tables.releases(),
        "comparables" => tables.comparables(),
        "size-classes" => tables.size_classes(),
        "equivalents" => tables.equivalents(),
        "dependencies" => tables.dependencies(),
        "effects-by-occupation" => tables.effects_by_occupation(),
        "values" => tables.values(),
        "views-on-values" => tables.views_on_values(),
        "tasks-elsewhere" => tables.tasks_elsewhere(),
        "uses-elsewhere" => tables.uses_elsewhere(),
        _ => return None,
    };
    Some(Block::Table(table))
}

struct Tables<'a>(Dashboard<'a>);

impl<'a> Tables<'a> {
    fn say(&self, key: &str) -> String {
        self.0.wording.get(key)
    }

    fn text(&self, text: &Text) -> Cell {
        Cell::text(self.0.wording.text(text))
    }

    /// The text, or the words that say it was not filled in.
    fn filled(&self, text: Option<&Text>) -> Cell {
        match text.filter(|text| !text.is_empty()) {
            Some(text) => self.text(text),
            None => Cell::text(self.say("not-filled")),
        }
    }

    /// The same for a record that may be published as a summary: what is withheld is not called
    /// unfilled.
    fn shown(&self, text: Option<&Text>, use_case: &UseCase) -> Cell {
        match text {
            None if !crate::numbers::is_whole(use_case) => Cell::text(self.say("not-published")),
            text => self.filled(text),
        }
    }

    fn table(&self, name: &str, columns: &[(&str, bool)], rows: Vec<Vec<Cell>>) -> DataTable {
        DataTable {
            name: name.to_owned(),
            caption: self.say(&format!("table-{name}")),
            columns: columns
                .iter()
                .map(|(key, numeric)| Column {
                    label: self.say(key),
                    numeric: *numeric,
                })
                .collect(),
            rows,
            empty: self.say(&format!("table-{name}-empty")),
        }
    }

    fn uses_of_scope(&self) -> impl Iterator<Item = &'a UseCase> {
        let snapshot = self.0.snapshot;
        snapshot
            .uses_of(self.0.scope)
            .map(|public| &public.use_case)
    }

    /// The name of a record, leading to its page.
    fn record(&self, use_case: &UseCase) -> Cell {
        Cell {
            text: self.0.wording.text(&use_case.name),
            href: Some(format!("record:{}", use_case.reference)),
            id: None,
        }
    }

    fn certainty(&self, certainty: reference::Certainty) -> Cell {
        Cell::text(self.say(&format!("certainty-{}", certainty.code())))
    }
}
