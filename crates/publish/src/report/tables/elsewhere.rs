//! What other registers speak of, beside one's own.

use super::Tables;
use crate::elsewhere::tasks_elsewhere;
use crate::report::block::{Cell, DataTable};
use domain::Task;

/// Countries named beside a task.
const COUNTRIES: usize = 3;

impl Tables<'_> {
    pub(super) fn tasks_elsewhere(&self) -> DataTable {
        let wording = &self.0.wording;
        let found = match self.0.snapshot.peers.is_empty() {
            true => Vec::new(),
            false => tasks_elsewhere(self.0.snapshot, self.0.scope),
        };
        let rows = found.into_iter().map(|found| {
            let countries = found.countries.iter().take(COUNTRIES);
            let countries: Vec<_> = countries
                .map(|(code, count)| format!("{code} {}", wording.count(*count)))
                .collect();
            vec![
                Cell::text(wording.label(Task::VOCABULARY, found.task.code())),
                Cell::text(wording.count(found.ours)),
                Cell::text(wording.count(found.records)),
                Cell::text(wording.count(found.in_use)),
                Cell::text(countries.join(" · ")),
            ]
        });
        let columns = [
            ("column-task", false),
            ("elsewhere-ours", true),
            ("elsewhere-theirs", true),
            ("elsewhere-in-use", true),
            ("elsewhere-countries", false),
        ];
        self.table("tasks-elsewhere", &columns, rows.collect())
    }
}
