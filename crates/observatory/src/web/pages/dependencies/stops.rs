//! What stops if a supplier or a tool stops.

use super::View;
use domain::UseCase;
use evaluate::dependencies::{Chain, Impact, Layer, Node, Tie};
use publish::numbers::is_whole;
use publish::report::Cell;
use std::collections::BTreeSet;

/// Suppliers, and tools, of which the page tells what would stop.
const FIRST: usize = 3;

impl View<'_> {
    pub(super) fn add_stops(&mut self) {
        let mut rows = Vec::new();
        for (layer, kind) in [
            (Layer::Supplier, "column-supplier"),
            (Layer::Tool, "column-tool"),
        ] {
            let nodes = self.found.nodes(layer).into_iter();
            let known = nodes
                .map(|(node, _)| node)
                .filter(|node| !node.is_unknown());
            rows.extend(known.take(FIRST).map(|node| self.stop_row(node, kind)));
        }
        let columns = [
            ("column-if-stops", false),
            ("column-stop-kind", false),
            ("column-uses", false),
            ("column-departments", true),
            ("column-public-facing", false),
            ("column-essential", false),
            ("column-without-fallback", true),
        ];
        let blocks = [
            self.page.table("stops", &columns, rows),
            self.whole("stops-all", "arrets"),
        ];
        self.page.add("stops", &blocks);
    }

    fn stop_row(&self, node: &Node, kind: &str) -> Vec<Cell> {
        let w = &self.page.w;
        let key = node.keys().next().map_or("", String::as_str);
        let impact = self.found.if_stops(node.layer, key);
        let yes = |known: &[&UseCase], unknown: &[&UseCase]| {
            let blanks = [
                ("yes", known.len().into()),
                ("unknown", unknown.len().into()),
            ];
            Cell::text(w.format("yes-and-unknown", &blanks))
        };
        vec![
            Cell::text(self.node(node)),
            Cell::text(w.get(kind)),
            self.hits(&impact),
            Cell::text(w.count(impact.departments.len())),
            yes(&impact.public_facing, &impact.public_facing_unknown),
            yes(&impact.essential, &impact.essential_unknown),
            Cell::text(w.count(impact.without_fallback.len())),
        ]
    }

    /// Those that stop, and those that are only to be looked at.
    fn hits(&self, impact: &Impact) -> Cell {
        let w = &self.page.w;
        let direct = impact.hits.iter().filter(|hit| hit.tie == Tie::Direct);
        let direct = direct.count();
        match impact.hits.len() - direct {
            0 => Cell::text(w.count(direct)),
            others => {
                let blanks = [("direct", direct.into()), ("others", others.into())];
                Cell::text(w.format("hits-and-others", &blanks))
            }
        }
    }

    /// One line a use: what it leans on, and what holds without it.
    pub(super) fn add_all_stops(&mut self) {
        let mut chains: Vec<_> = self.found.chains().iter().collect();
        chains.sort_by_key(|chain| (chain.node(Layer::Supplier), chain.node(Layer::Tool)));
        let missing: BTreeSet<_> = self.found.exits().missing.iter().map(|u| u.id).collect();
        let rows = chains.into_iter().map(|chain| {
            let has_plan = !missing.contains(&chain.use_case.id);
            self.use_row(chain, has_plan)
        });
        let columns = [
            ("column-use", false),
            ("column-supplier", false),
            ("column-tool", false),
            ("column-department", false),
            ("column-public-facing", false),
            ("column-essential", false),
            ("column-fallback", false),
            ("column-exit-plan", false),
        ];
        let table = self.page.table("stops-uses", &columns, rows.collect());
        self.page.add("stops-uses", &[table]);
    }

    fn use_row(&self, chain: &Chain, has_exit_plan: bool) -> Vec<Cell> {
        let u = chain.use_case;
        let continuity = u.continuity.as_ref();
        let fallback = continuity.and_then(|continuity| continuity.fallback.as_ref());
        // What a record published as a summary does not show may still be written.
        let written = |is_written: bool| {
            let answer = (is_written || is_whole(u)).then_some(is_written);
            self.page.answer(answer)
        };
        vec![
            self.page.record(u),
            Cell::text(self.node(chain.node(Layer::Supplier))),
            Cell::text(self.node(chain.node(Layer::Tool))),
            self.page.department(u.department.as_deref()),
            self.page.answer(continuity.and_then(|c| c.public_facing)),
            self.page.answer(continuity.and_then(|c| c.essential)),
            written(fallback.is_some_and(|text| !text.is_empty())),
            written(has_exit_plan),
        ]
    }
}
