//! The tools, where they run and how one leaves them.

use super::Tables;
use crate::report::block::{Cell, DataTable};
use domain::{Hosting, ToolStatus};

impl Tables<'_> {
    pub(super) fn tools(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = self
            .0
            .snapshot
            .tools
            .values()
            .map(|tool| {
                let in_use = self.uses_of_scope().filter(|u| {
                    crate::numbers::is_in_use(u) && u.tool.as_deref() == Some(&tool.key)
                });
                let hosting = wording.label(Hosting::VOCABULARY, tool.hosting.code());
                vec![
                    self.text(&tool.name),
                    self.filled(tool.supplier.as_ref()),
                    Cell::text(hosting),
                    Cell::text(wording.label(ToolStatus::VOCABULARY, tool.status.code())),
                    self.filled(tool.exit_plan.as_ref()),
                    Cell::text(wording.count(in_use.count())),
                ]
            })
            .collect();
        let columns = [
            ("column-tool", false),
            ("column-supplier", false),
            ("column-hosting", false),
            ("column-tool-status", false),
            ("column-exit", false),
            ("column-in-use", true),
        ];
        self.table("tools", &columns, rows)
    }
}
