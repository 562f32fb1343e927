//! The principles and the recommendations of the charter.

use super::Tables;
use crate::report::block::{Cell, DataTable};

impl Tables<'_> {
    pub(super) fn principles(&self) -> DataTable {
        let reference = self.0.wording.reference;
        let rows = reference
            .principles
            .iter()
            .map(|principle| {
                vec![
                    Cell::text(&principle.id),
                    self.text(&principle.title),
                    self.text(&principle.text),
                    self.text(&principle.question),
                ]
            })
            .collect();
        let columns = [
            ("column-number", false),
            ("column-principle", false),
            ("column-text", false),
            ("column-question", false),
        ];
        self.table("principles", &columns, rows)
    }

    pub(super) fn recommendations(&self) -> DataTable {
        let reference = self.0.wording.reference;
        let rows = reference
            .recommendations
            .iter()
            .map(|recommendation| {
                let audience = format!("audience-{}", recommendation.audience.code());
                vec![
                    Cell::text(&recommendation.id),
                    self.text(&recommendation.title),
                    self.text(&recommendation.text),
                    Cell::text(self.say(&audience)),
                    Cell::text(recommendation.principles.join(", ")),
                ]
            })
            .collect();
        let columns = [
            ("column-number", false),
            ("column-advice", false),
            ("column-text", false),
            ("column-for", false),
            ("column-principles", false),
        ];
        self.table("recommendations", &columns, rows)
    }
}
