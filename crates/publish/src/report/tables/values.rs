//! What functions think of the uses in the light of each value: counted value by value, never
//! added across values, and those against first.
//!
//! A record published as a summary shows no view: it is left out, not counted as silent.

use super::Tables;
use crate::report::block::{Cell, DataTable};
use domain::{EthicalView, Function, Sense, UseCase};

impl<'a> Tables<'a> {
    /// Value by value, how many records have a view of each sense, and how many have none.
    pub(super) fn values(&self) -> DataTable {
        let whole: Vec<_> = self.whole_uses().collect();
        let mut columns = vec![("column-value-held".to_owned(), false)];
        let senses = Sense::ALL.iter().map(|sense| sense.code());
        columns.extend(senses.map(|code| (format!("column-view-{code}"), true)));
        columns.push(("column-no-view".to_owned(), true));
        let columns: Vec<_> = columns.iter().map(|(key, n)| (key.as_str(), *n)).collect();
        let rows = match whole.is_empty() {
            true => Vec::new(),
            false => self.value_rows(&whole),
        };
        self.table("values", &columns, rows)
    }

    fn value_rows(&self, whole: &[&UseCase]) -> Vec<Vec<Cell>> {
        let known = self.0.wording.reference.ethics.iter();
        let mut criteria: Vec<&str> = known.map(|criterion| criterion.id.as_str()).collect();
        // Views on a value that exists no more are kept, under the name they were given.
        for view in whole.iter().flat_map(|u| &u.ethical_views) {
            if !criteria.contains(&view.criterion.as_str()) {
                criteria.push(&view.criterion);
            }
        }
        let rows = criteria.into_iter();
        rows.map(|id| self.value_row(id, whole)).collect()
    }

    fn value_row(&self, criterion: &str, whole: &[&UseCase]) -> Vec<Cell> {
        let on = |u: &&&UseCase| u.ethical_views.iter().any(|v| v.criterion == criterion);
        let says = |u: &UseCase, sense: Sense| {
            let mut views = u.ethical_views.iter();
            views.any(|view| view.criterion == criterion && view.sense == sense)
        };
        let count = |count| Cell::text(self.0.wording.count(count));
        let mut row = vec![Cell::text(self.value_name(criterion))];
        for sense in Sense::ALL {
            row.push(count(whole.iter().filter(|u| says(u, *sense)).count()));
        }
        row.push(count(whole.len() - whole.iter().filter(on).count()));
        row
    }

    /// Every published view with its reasons, those against first.
    pub(super) fn views_on_values(&self) -> DataTable {
        let mut views: Vec<_> = self
            .whole_uses()
            .flat_map(|u| u.ethical_views.iter().map(move |view| (u, view)))
            .collect();
        views.sort_by_key(|(u, view)| (view.sense, u.reference.clone(), view.function));
        let columns = [
            ("column-use", false),
            ("column-value-held", false),
            ("column-function", false),
            ("column-sense", false),
            ("column-reasons", false),
        ];
        let rows = views.into_iter().map(|(u, view)| self.view(u, view));
        self.table("views-on-values", &columns, rows.collect())
    }

    fn view(&self, use_case: &UseCase, view: &EthicalView) -> Vec<Cell> {
        let wording = &self.0.wording;
        let reasons: Vec<_> = view.reasons.iter().map(|r| wording.text(r)).collect();
        vec![
            Cell {
                href: Some(format!("record:{}/valeurs", use_case.reference)),
                ..self.record(use_case)
            },
            Cell::text(self.value_name(&view.criterion)),
            Cell::text(wording.label(Function::VOCABULARY, view.function.code())),
            Cell::text(wording.label(Sense::VOCABULARY, view.sense.code())),
            Cell::text(match reasons.is_empty() {
                true => self.say("not-filled"),
                false => reasons.join(" "),
            }),
        ]
    }

    fn value_name(&self, criterion: &str) -> String {
        let mut known = self.0.wording.reference.ethics.iter();
        let known = known.find(|known| known.id == criterion);
        known.map_or_else(
            || criterion.to_owned(),
            |known| self.0.wording.text(&known.title),
        )
    }

    fn whole_uses(&self) -> impl Iterator<Item = &'a UseCase> {
        let uses = self.uses_of_scope();
        uses.filter(|u| crate::numbers::is_whole(u))
    }
}
