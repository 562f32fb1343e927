//! The dates of the law, and what its rules come to for the published records.

use super::Tables;
use crate::report::block::{Cell, DataTable};
use domain::law::{AssessmentSummary, Nature};

impl Tables<'_> {
    pub(super) fn timeline(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = wording
            .reference
            .timeline
            .iter()
            .map(|milestone| {
                let title = wording.reference.source(&milestone.source);
                let source = Cell {
                    text: title.map_or_else(String::new, |source| wording.text(&source.title)),
                    href: title.and_then(|source| source.url.clone()),
                    id: None,
                };
                vec![
                    Cell::text(wording.date(milestone.date)),
                    self.text(&milestone.title),
                    self.text(&milestone.text),
                    self.certainty(milestone.certainty),
                    source,
                ]
            })
            .collect();
        let columns = [
            ("column-date", false),
            ("column-milestone", false),
            ("column-text", false),
            ("column-certainty", false),
            ("column-source", false),
        ];
        self.table("timeline", &columns, rows)
    }

    /// The prohibitions and obligations that apply to a use of the scope, or that nobody can decide
    /// for one.
    pub(super) fn law_outcomes(&self) -> DataTable {
        let wording = &self.0.wording;
        let snapshot = self.0.snapshot;
        let assessed: Vec<_> = self
            .uses_of_scope()
            .filter_map(|u| snapshot.assessments.get(&u.reference))
            .collect();
        let mut counted: Vec<_> = wording
            .reference
            .law
            .rules
            .iter()
            .filter(|rule| matches!(rule.nature, Nature::Prohibition | Nature::Obligation))
            .map(|rule| {
                let count = |list: fn(&AssessmentSummary) -> &Vec<String>| {
                    let names = |summary: &&&AssessmentSummary| list(summary).contains(&rule.id);
                    assessed.iter().filter(names).count()
                };
                let applies = count(|summary| &summary.applies);
                (rule, applies, count(|summary| &summary.unknown))
            })
            .filter(|(_, applies, unknown)| applies + unknown > 0)
            .collect();
        counted.sort_by_key(|(_, applies, unknown)| std::cmp::Reverse((*applies, *unknown)));
        let rows = counted
            .into_iter()
            .map(|(rule, applies, unknown)| {
                vec![
                    self.text(&rule.title),
                    Cell::text(wording.count(applies)),
                    Cell::text(wording.count(unknown)),
                    self.certainty(rule.certainty()),
                ]
            })
            .collect();
        let columns = [
            ("column-rule", false),
            ("column-applies", true),
            ("column-undecided", true),
            ("column-certainty", false),
        ];
        self.table("law-outcomes", &columns, rows)
    }
}
