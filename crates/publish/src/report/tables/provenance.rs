//! Where what the report says comes from: its numbers, words, sources, and the registers of others.

use super::Tables;
use crate::report::binding::shown;
use crate::report::block::{Cell, DataTable, Definition};

impl Tables<'_> {
    pub(super) fn numbers(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = self
            .0
            .numbers
            .iter()
            .map(|number| {
                let quantity = match &number.quantity {
                    Some(quantity) => wording.quantity(quantity),
                    None => self.say("unknown-number"),
                };
                let name = Cell {
                    text: self.say(&format!("number-{}", number.key)),
                    href: None,
                    id: Some(format!("n-{}", number.key)),
                };
                vec![
                    name,
                    Cell::text(shown(number, wording)),
                    Cell::text(quantity),
                    Cell::text(self.say(&format!("origin-{}", number.source.code()))),
                    Cell::text(wording.date(number.as_of)),
                ]
            })
            .collect();
        let columns = [
            ("column-number-name", false),
            ("column-value", true),
            ("column-interval", false),
            ("column-origin", false),
            ("column-date", false),
        ];
        self.table("numbers", &columns, rows)
    }

    pub(super) fn glossary(&self) -> Vec<Definition> {
        let wording = &self.0.wording;
        let mut definitions: Vec<_> = wording
            .reference
            .glossary
            .iter()
            .map(|term| Definition {
                key: term.key.clone(),
                term: wording.text(&term.term),
                meaning: wording.text(&term.definition),
            })
            .collect();
        definitions.sort_by_key(|definition| crate::typography::slug(&definition.term));
        definitions
    }

    pub(super) fn sources(&self) -> DataTable {
        let reference = self.0.wording.reference;
        let rows = reference
            .sources
            .iter()
            .map(|source| {
                let title = Cell {
                    text: self.0.wording.text(&source.title),
                    href: source.url.clone(),
                    id: Some(format!("source-{}", source.id)),
                };
                vec![
                    title,
                    Cell::text(source.publisher.clone().unwrap_or_default()),
                    Cell::text(source.date.clone().unwrap_or_default()),
                    self.certainty(source.certainty),
                    Cell::text(self.0.wording.date(source.checked_on)),
                ]
            })
            .collect();
        let columns = [
            ("column-source", false),
            ("column-publisher", false),
            ("column-source-date", false),
            ("column-certainty", false),
            ("column-checked", false),
        ];
        self.table("sources", &columns, rows)
    }

    pub(super) fn peers(&self) -> DataTable {
        let wording = &self.0.wording;
        let snapshot = self.0.snapshot;
        let rows = snapshot
            .publishers
            .values()
            .map(|publisher| {
                let living = snapshot
                    .peers
                    .iter()
                    .filter(|peer| peer.publisher == publisher.slug && peer.gone_since.is_none());
                let imported = publisher
                    .imported_on
                    .map_or_else(String::new, |day| wording.date(day));
                vec![
                    self.text(&publisher.name),
                    Cell::text(publisher.edition.clone().unwrap_or_default()),
                    Cell::text(imported),
                    Cell::text(wording.count(living.count())),
                    Cell::text(wording.licence(&publisher.licence)),
                    self.text(&publisher.attribution),
                ]
            })
            .collect();
        let columns = [
            ("column-publisher", false),
            ("column-edition", false),
            ("column-imported", false),
            ("column-records", true),
            ("column-licence", false),
            ("column-attribution", false),
        ];
        self.table("peers", &columns, rows)
    }
}
