//! What sheets and similar uses say already: offered with its source, taken only on request.
//!
//! Similar uses are read as the public sees them: whoever declares may not read more.

use super::desk::Desk;
use crate::declaration::{List, Step};
use domain::{Text, UseCase};

/// Proposals of one field shown at most.
const SHOWN: usize = 2;

/// An answer that somebody else gave.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Proposal {
    /// The field it would fill.
    pub(super) field: &'static str,
    /// Where it comes from, in the form that is sent.
    pub(super) source: String,
    /// What would be typed.
    pub(super) value: String,
    /// The same in words.
    pub(super) shown: String,
    /// Where it comes from, in words.
    pub(super) from: String,
    /// Page of the source.
    pub(super) url: Option<String>,
}

impl Desk<'_> {
    /// What may be proposed at a step, for fields that are still empty.
    pub(super) fn proposals(&self, step: Step) -> Vec<Proposal> {
        let mut all = match step {
            Step::Tool => self.tools_proposed(),
            Step::Data => self.similar(&["donnees", "description"]),
            Step::Use => {
                let mut all = self.way_without_ai();
                all.extend(self.similar(&["metiers", "relecture", "limite", "sans_ia"]));
                all
            }
            Step::Need | Step::Rules => Vec::new(),
        };
        all.retain(|proposal| self.answers().filled(proposal.field).is_none());
        all
    }

    /// Takes a proposal that was offered: the field it fills, if it is still empty.
    pub(super) fn take(&mut self, step: Step, wanted: &str) -> Option<&'static str> {
        let mut offered = self.proposals(step).into_iter();
        let taken = offered.find(|p| format!("{} {}", p.field, p.source) == wanted)?;
        let name = taken.field.to_owned();
        self.draft.answers.insert(name, taken.value);
        Some(taken.field)
    }

    /// Tools made for the task, then those of similar uses.
    fn tools_proposed(&self) -> Vec<Proposal> {
        let task = self.answers().filled("tache").map(str::to_owned);
        let Some(task) = task else { return Vec::new() };
        let tools = self.sheets().tools.iter();
        let suited = tools.filter(|tool| tool.suits.contains(&task)).map(|tool| {
            let shown = self.label(List::Tools, &tool.id);
            Proposal {
                field: "outil",
                source: format!("fiche-{}", tool.id),
                value: tool.id.clone(),
                from: self.w().get("declare-from-tool-sheet"),
                shown,
                url: None,
            }
        });
        let mut all: Vec<_> = suited.take(SHOWN).collect();
        for similar in self.similar(&["outil"]) {
            if !all.iter().any(|known| known.value == similar.value) {
                all.push(similar);
            }
        }
        all
    }

    /// What the sheet of the task says of doing without AI.
    fn way_without_ai(&self) -> Vec<Proposal> {
        let task = self.answers().filled("tache");
        let mut sheets = self.sheets().tasks.iter();
        let sheet = sheets.find(|sheet| Some(sheet.id.as_str()) == task);
        let text = sheet.and_then(|sheet| sheet.without_ai.as_ref());
        let proposal = text.map(|text| {
            let value = text.plain(self.w().language).to_owned();
            Proposal {
                field: "sans_ia",
                source: "fiche".to_owned(),
                shown: self.w().text(text),
                from: self.w().get("declare-from-task-sheet"),
                value,
                url: None,
            }
        });
        proposal.into_iter().collect()
    }

    /// What published uses of the same authority, with the same task or tool, say in these fields.
    fn similar(&self, fields: &[&'static str]) -> Vec<Proposal> {
        let mut all: Vec<Proposal> = Vec::new();
        for field in fields {
            let offered = self
                .alike()
                .filter_map(|record| self.of_record(field, record));
            let mut kept: Vec<Proposal> = Vec::new();
            for proposal in offered {
                if kept.len() < SHOWN && !kept.iter().any(|k| k.value == proposal.value) {
                    kept.push(proposal);
                }
            }
            all.extend(kept);
        }
        all
    }

    /// Uses with the same task, then with the same tool.
    fn alike(&self) -> impl Iterator<Item = &UseCase> {
        let answers = self.answers();
        let (task, tool) = (answers.filled("tache"), answers.filled("outil"));
        let uses = || {
            let uses = self
                .site()
                .snapshot
                .uses
                .iter()
                .map(|public| &public.use_case);
            uses.filter(|record| record.authority == self.inside.visit.place.scope)
        };
        let same_task =
            move |record: &&UseCase| task.is_some() && record.task_sheet.as_deref() == task;
        let same_tool = move |record: &&UseCase| tool.is_some() && record.tool.as_deref() == tool;
        let by_task = uses().filter(same_task);
        let by_tool = uses().filter(move |record| same_tool(record) && !same_task(record));
        by_task.chain(by_tool)
    }

    fn of_record(&self, field: &'static str, record: &UseCase) -> Option<Proposal> {
        let language = self.w().language;
        let lines = |texts: &[Text]| {
            let lines: Vec<_> = texts.iter().map(|text| text.plain(language)).collect();
            lines.join("\n")
        };
        let plain = |text: &Option<Text>| text.as_ref().map(|t| t.plain(language).to_owned());
        let work = record.work_effects.as_ref();
        let value = match field {
            "outil" => record.tool.clone(),
            "donnees" => Some(record.data_sheets.join("\n")),
            "description" => record.data.as_ref().map(|data| lines(&data.categories)),
            "metiers" => work.map(|work| lines(&work.occupations)),
            "relecture" => plain(&record.human_oversight),
            "limite" => work.and_then(|work| plain(&work.limit)),
            // Another task has another way without AI.
            _ if record.task_sheet.as_deref() == self.answers().filled("tache") => {
                plain(&record.alternative_without_ai)
            }
            _ => None,
        };
        let value = value.filter(|value| !value.is_empty())?;
        Some(Proposal {
            field,
            source: record.reference.clone(),
            shown: self.shown(field, &value),
            from: self.w().format(
                "declare-from-record",
                &[("reference", record.reference.as_str().into())],
            ),
            url: Some(self.inside.visit.place.record(&record.reference)),
            value,
        })
    }

    fn shown(&self, field: &str, value: &str) -> String {
        let named = |list: List| {
            let labels = value.lines().map(|word| self.label(list, word));
            labels.collect::<Vec<_>>().join(", ")
        };
        match field {
            "outil" => named(List::Tools),
            "donnees" => named(List::DataKinds),
            _ => self.w().typeset(&value.replace('\n', ", ")),
        }
    }
}
