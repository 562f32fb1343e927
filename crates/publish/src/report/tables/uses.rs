//! What uses are, what became of them, what was learnt, and what is not published.

use super::Tables;
use crate::report::block::{Cell, DataTable};
use crate::state;
use domain::{Lifecycle, Text, UseCase};

impl Tables<'_> {
    pub(super) fn uses(&self) -> DataTable {
        let snapshot = self.0.snapshot;
        let rows = self
            .uses_of_scope()
            .map(|u| {
                let department = u.department.as_ref();
                let department = department.and_then(|key| snapshot.departments.get(key));
                vec![
                    Cell::text(&u.reference),
                    self.record(u),
                    Cell::text(state::word(u, &self.0.wording)),
                    self.filled(department.map(|department| &department.name)),
                ]
            })
            .collect();
        let columns = [
            ("column-reference", false),
            ("column-use", false),
            ("column-state", false),
            ("column-department", false),
        ];
        self.table("uses", &columns, rows)
    }

    pub(super) fn refusals(&self) -> DataTable {
        let ended = |u: &&UseCase| u.lifecycle.is_stopped() || u.lifecycle == Lifecycle::Refused;
        let rows = self
            .uses_of_scope()
            .filter(ended)
            .map(|u| {
                vec![
                    self.record(u),
                    Cell::text(state::word(u, &self.0.wording)),
                    self.shown(reason(u), u),
                    self.shown(u.alternative_without_ai.as_ref(), u),
                ]
            })
            .collect();
        let columns = [
            ("column-use", false),
            ("column-state", false),
            ("column-reason", false),
            ("column-instead", false),
        ];
        self.table("refusals", &columns, rows)
    }

    pub(super) fn lessons(&self) -> DataTable {
        let rows = self
            .uses_of_scope()
            .flat_map(|u| u.lessons.iter().map(move |lesson| (u, lesson)))
            .map(|(u, lesson)| {
                vec![
                    self.text(&lesson.text),
                    self.filled(lesson.evidence.as_ref()),
                    self.record(u),
                ]
            })
            .collect();
        let columns = [
            ("column-lesson", false),
            ("column-evidence", false),
            ("column-use", false),
        ];
        self.table("lessons", &columns, rows)
    }

    pub(super) fn risks(&self) -> DataTable {
        let mut risks: Vec<_> = self
            .uses_of_scope()
            .flat_map(|u| u.risks.iter().map(move |risk| (u, risk)))
            .collect();
        risks.sort_by_key(|(u, risk)| (std::cmp::Reverse(risk.score()), u.reference.clone()));
        let score = |value: Option<u8>| match value {
            Some(value) => Cell::text(self.0.wording.number(f64::from(value))),
            None => Cell::text(self.say("not-judged")),
        };
        let rows = risks
            .into_iter()
            .map(|(u, risk)| {
                let vocabulary = domain::RiskFamily::VOCABULARY;
                vec![
                    Cell::text(self.0.wording.label(vocabulary, risk.family.code())),
                    self.text(&risk.description),
                    score(risk.likelihood),
                    score(risk.severity),
                    self.filled(risk.measure.as_ref()),
                    self.record(u),
                ]
            })
            .collect();
        let columns = [
            ("column-family", false),
            ("column-risk", false),
            ("column-likelihood", true),
            ("column-severity", true),
            ("column-measure", false),
            ("column-use", false),
        ];
        self.table("risks", &columns, rows)
    }

    pub(super) fn withheld(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = self
            .0
            .snapshot
            .withheld
            .iter()
            .filter(|((authority, _), _)| self.0.scope.holds(authority))
            .map(|((authority, ground), count)| {
                let name = self.0.snapshot.authority(authority).map(|a| &a.name);
                vec![
                    self.filled(name),
                    Cell::text(wording.label(domain::Ground::VOCABULARY, ground.code())),
                    Cell::text(wording.count(*count)),
                ]
            })
            .collect();
        let columns = [
            ("column-authority", false),
            ("column-ground", false),
            ("column-uses", true),
        ];
        self.table("withheld", &columns, rows)
    }
}

/// Why a use ended or was refused: the recorded reason, else the most critical opinion.
pub fn reason(use_case: &UseCase) -> Option<&Text> {
    let stop = use_case.stop.as_ref().map(|stop| &stop.reason);
    stop.or_else(|| {
        use_case
            .opinions
            .iter()
            .filter(|opinion| opinion.sense.is_dissent())
            .filter_map(|opinion| Some((opinion.sense, opinion.public_wording.as_ref()?)))
            .min_by_key(|(sense, _)| *sense)
            .map(|(_, wording)| wording)
    })
}
