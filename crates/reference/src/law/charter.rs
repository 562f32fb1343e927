//! The sheets and choices of `framework/`, with what the authority signed laid over them.
//!
//! The default charter proposes and signs nothing: whatever it says is shown and counts for
//! nothing until a function of the authority signs it in a file of `framework/sheets/`.

use super::policy::{self, LocalChoice};
use super::sheet::{Named, Proposal, Sheet, Sheets};
use super::{Law, sheet_file};
use crate::catalogue::check_file_name;
use crate::reader::{FileReader, read_file};
use crate::yaml::Node;
use crate::{Diagnostic, Tree};
use domain::{Remark, RiskFamily};
use std::cell::RefCell;
use std::collections::BTreeSet;

const TASKS: &str = "framework/tasks/";
const ORDINARY: &str = "framework/ordinary_task.yaml";
const DATA_KINDS: &str = "framework/data_kinds.yaml";
const POLICY: &str = "framework/policy.yaml";
const FROM_RECORDS: &str = "data/law/from_records.yaml";
/// What an authority signs: any number of files, in the order of their names.
const SIGNED: &str = "framework/sheets/";

/// The sheets that an agent picks from, and what is chosen on each local parameter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Charter {
    /// Kinds of data, tasks and tools.
    pub sheets: Sheets,
    /// The choices of the default charter, then the acts of the authorities.
    pub policy: Vec<LocalChoice>,
    /// What a task sheet proposes unless it says otherwise: the page shows what differs from it.
    pub ordinary_task: Vec<Proposal>,
}

/// One file, kept apart until every identifier is known.
struct Part<'a> {
    file: &'a str,
    sheets: Sheets,
}

impl Charter {
    /// Reads the charter of a tree; without task sheets there is none, and nothing is told.
    pub(crate) fn read(tree: &Tree, law: &Law, found: &RefCell<Vec<Diagnostic>>) -> Self {
        let mut charter = Self::default();
        let has_tasks = tree.paths(TASKS, ".yaml").next().is_some();
        if !has_tasks || law.facts.is_empty() {
            return charter;
        }
        charter.ordinary_task = read_file(tree, ORDINARY, found, |file, root| {
            sheet_file::proposals(file, root, law)
        });
        charter.policy = read_file(tree, POLICY, found, |file, root| {
            policy::read_charter(file, root, law)
        });
        let mut parts = charter.proposed(tree, law, found);
        for path in tree.paths(SIGNED, ".yaml") {
            let read = |file: &FileReader, root: &Node| sheet_file::read(file, root, law);
            let (sheets, acts) = read_file(tree, path, found, read);
            charter.policy.extend(acts);
            parts.push(Part { file: path, sheets });
        }
        check(&parts, law, found);
        for part in parts {
            charter.sheets.sign(part.sheets);
        }
        charter
    }

    /// The kinds of data and the tasks of the default charter.
    fn proposed<'a>(
        &self,
        tree: &'a Tree,
        law: &Law,
        found: &RefCell<Vec<Diagnostic>>,
    ) -> Vec<Part<'a>> {
        let kinds = |file: &FileReader, root: &Node| -> Vec<Sheet> {
            let read = |node| sheet_file::sheet(file, node, law);
            file.list(root).iter().filter_map(read).collect()
        };
        let mut parts = vec![Part {
            file: DATA_KINDS,
            sheets: Sheets {
                data_kinds: read_file(tree, DATA_KINDS, found, kinds),
                ..Sheets::default()
            },
        }];
        for path in tree.paths(TASKS, ".yaml") {
            let read = |file: &FileReader, root: &Node| sheet_file::sheet(file, root, law);
            let Some(mut sheet) = read_file(tree, path, found, read) else {
                continue;
            };
            check_file_name(path, &sheet.id, found);
            self.fill(&mut sheet);
            parts.push(Part {
                file: path,
                sheets: Sheets {
                    tasks: vec![sheet],
                    ..Sheets::default()
                },
            });
        }
        parts
    }

    /// Adds to a task sheet what it proposes without saying so.
    fn fill(&self, sheet: &mut Sheet) {
        let mut proposed = self.ordinary_task.clone();
        let answered: Vec<_> = sheet.open.iter().map(|(fact, _)| *fact).collect();
        let own: Vec<_> = sheet
            .proposed
            .iter()
            .map(|proposal| proposal.fact)
            .collect();
        proposed.retain(|p| !answered.contains(&p.fact) && !own.contains(&p.fact));
        sheet.proposed.extend(proposed);
    }
}

/// Tells identifiers that a file uses twice, and those that stand for nothing.
fn check(parts: &[Part], law: &Law, found: &RefCell<Vec<Diagnostic>>) {
    let ids = |list: fn(&Sheets) -> &Vec<Sheet>| -> BTreeSet<&str> {
        let sheets = parts.iter().flat_map(|part| list(&part.sheets));
        sheets.map(|sheet| sheet.id.as_str()).collect()
    };
    let known = Known {
        law,
        data_kinds: ids(|sheets| &sheets.data_kinds),
        tasks: ids(|sheets| &sheets.tasks),
        tools: ids(|sheets| &sheets.tools),
    };
    known.check_table(found);
    for part in parts {
        let tell = |remark| {
            found
                .borrow_mut()
                .push(Diagnostic::at(part.file, 0, remark))
        };
        let lists = [
            &part.sheets.data_kinds,
            &part.sheets.tasks,
            &part.sheets.tools,
        ];
        for sheets in lists {
            let mut seen = BTreeSet::new();
            for sheet in sheets {
                if !seen.insert(&sheet.id) {
                    tell(Remark::new("data-repeated-id").with("id", &sheet.id));
                }
                known.check(sheet, &tell);
            }
        }
    }
}

/// Everything that a sheet may name.
struct Known<'a> {
    law: &'a Law,
    data_kinds: BTreeSet<&'a str>,
    tasks: BTreeSet<&'a str>,
    tools: BTreeSet<&'a str>,
}

impl Known<'_> {
    /// Tells the sheets that the table of records names and that do not exist.
    fn check_table(&self, found: &RefCell<Vec<Diagnostic>>) {
        let table = &self.law.from_records;
        let tasks = table.tasks.iter().map(|(_, id)| ("task_sheet", id));
        let kinds = table.data_kinds.iter().map(|r| ("data_sheet", &r.kind));
        for (kind, id) in tasks.chain(kinds) {
            if !self.tasks.contains(id.as_str()) && !self.data_kinds.contains(id.as_str()) {
                let remark = unknown(kind, id);
                found
                    .borrow_mut()
                    .push(Diagnostic::at(FROM_RECORDS, 0, remark));
            }
        }
    }

    fn check(&self, sheet: &Sheet, tell: &dyn Fn(Remark)) {
        let unknown = |kind: &'static str, id: &str| tell(unknown(kind, id));
        for id in sheet
            .suits
            .iter()
            .filter(|id| !self.tasks.contains(id.as_str()))
        {
            unknown("task_sheet", id);
        }
        let admitted = sheet.reviewed.iter().filter_map(|b| b.admits.as_ref());
        let named = |named: &'_ Named| match named {
            Named::Only(ids) => ids.clone(),
            Named::Nothing | Named::Any => Vec::new(),
        };
        let kinds = admitted.flatten().cloned();
        let kinds = kinds.chain(sheet.done.iter().flat_map(|record| named(&record.data)));
        for id in kinds.filter(|id| !self.data_kinds.contains(id.as_str())) {
            unknown("data_sheet", &id);
        }
        let tools = sheet.done.iter().flat_map(|record| named(&record.tools));
        for id in tools.filter(|id| !self.tools.contains(id.as_str())) {
            unknown("tool_sheet", &id);
        }
        let recorded = sheet.done.iter().map(|record| &record.duty);
        let duties = recorded.chain(sheet.to_record.iter().map(|duty| &duty.duty));
        for id in duties.filter(|id| !self.law.has_duty(id)) {
            unknown("duty", id);
        }
        for id in sheet
            .risks
            .iter()
            .filter(|id| RiskFamily::from_code(id).is_none())
        {
            let words: Vec<_> = RiskFamily::ALL.iter().map(|family| family.code()).collect();
            tell(
                Remark::new("data-not-a-choice")
                    .with("value", id)
                    .with("choices", words.join(", ")),
            );
        }
    }
}

fn unknown(kind: &'static str, id: &str) -> Remark {
    Remark::new("data-unknown-reference")
        .with("kind", kind)
        .with("id", id)
}
