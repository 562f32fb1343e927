//! Where each field of a record goes in the columns of a target.

use super::cells::Cells;
use super::loss::{Account, LossReason};
use super::outgoing::Outgoing;
use domain::{CommonField, Lifecycle};
use reference::{ExportShape, FileKind, Layout, Mapping};
use std::collections::HashMap;

/// Longest text of a cell of a workbook, in UTF-16 units.
const WORKBOOK_CELL_MAX: usize = 32_767;

/// What is written into, and how.
pub(crate) struct Target<'a> {
    pub(crate) mapping: &'a Mapping,
    pub(crate) layout: &'a Layout,
    pub(crate) shape: &'a ExportShape,
    pub(crate) kind: FileKind,
    positions: HashMap<String, usize>,
}

/// A row to write, what reading it again must give, and what is lost on the way.
pub(crate) struct Planned {
    pub(crate) cells: Vec<String>,
    /// Field of the record, field of the target that says it, value to be read again.
    pub(crate) expected: Vec<(CommonField, CommonField, String)>,
    pub(crate) account: Account,
}

impl<'a> Target<'a> {
    pub(crate) fn new(
        mapping: &'a Mapping,
        layout: &'a Layout,
        shape: &'a ExportShape,
        kind: FileKind,
    ) -> Self {
        let columns = shape.columns.iter().enumerate();
        let positions = columns.map(|(position, column)| (Mapping::fold(column), position));
        Self {
            mapping,
            layout,
            shape,
            kind,
            positions: positions.collect(),
        }
    }

    pub(super) fn position(&self, column: &str) -> Option<usize> {
        self.positions.get(&Mapping::fold(column)).copied()
    }

    pub(crate) fn plan(&self, record: &Outgoing) -> Planned {
        let mut planned = Planned {
            cells: vec![String::new(); self.shape.columns.len()],
            expected: Vec::new(),
            account: Account::default(),
        };
        for (path, reason) in &record.unsaid {
            planned.account.lose_path(path, *reason);
        }
        for (column, value) in &self.shape.fixed {
            if let Some(position) = self.position(column) {
                planned.cells[position] = value.replace("{language}", &record.language);
            }
        }
        for (field, value) in &record.fields {
            let is_apart = [CommonField::LifecycleStatus, CommonField::Generative].contains(field);
            if !is_apart {
                self.plan_field(record, *field, value, &mut planned);
            }
        }
        self.plan_lifecycle(record, &mut planned);
        self.plan_generative(record, &mut planned);
        planned
    }

    fn plan_field(
        &self,
        record: &Outgoing,
        field: CommonField,
        value: &str,
        planned: &mut Planned,
    ) {
        let own = self.layout.fields.get(&field).map(|rule| (field, rule));
        let near = || {
            let near = nearest(field).filter(|near| !record.fields.contains_key(near))?;
            Some((near, self.layout.fields.get(&near)?))
        };
        let Some((target, rule)) = own.or_else(near) else {
            return planned.account.lose(field, LossReason::NoPlace);
        };
        let said = self.in_words_of_the_target(target, value);
        if said.is_reworded {
            planned.account.lose(field, LossReason::Reworded);
        }
        let mut cell = said.cell;
        if let Some(shorter) = self.less_precise(target, &cell) {
            planned.account.lose(field, LossReason::LessPrecise);
            cell = shorter;
        }
        if let Some(shorter) = self.cut(target, &cell) {
            planned.account.lose(field, LossReason::TooLong);
            cell = shorter;
        }
        let mut row = Cells {
            target: self,
            cells: &mut planned.cells,
        };
        if let Err(reason) = row.write(rule, &cell, value) {
            planned.account.lose(field, reason);
        }
        planned.expected.push((field, target, said.read_again));
    }

    fn in_words_of_the_target(&self, field: CommonField, value: &str) -> Said {
        let words = self.shape.words.get(&field);
        if let Some(word) = words.and_then(|words| words.get(value)) {
            return Said {
                cell: word.clone(),
                read_again: word.clone(),
                is_reworded: true,
            };
        }
        let table = self.mapping.values.get(&field);
        let word = table.and_then(|table| table.word(&value.to_owned()));
        Said {
            cell: word.unwrap_or(value).to_owned(),
            read_again: value.to_owned(),
            is_reworded: false,
        }
    }

    fn less_precise(&self, field: CommonField, value: &str) -> Option<String> {
        let kept = self.shape.dates.get(&field)?.characters();
        value.parse::<chrono::NaiveDate>().ok()?;
        Some(value.chars().take(kept).collect())
    }

    /// The text cut to what the target admits, between two words if it can be.
    fn cut(&self, field: CommonField, value: &str) -> Option<String> {
        let limit = self.shape.limits.get(&field).copied();
        let in_workbook = (self.kind == FileKind::Xlsx).then_some(WORKBOOK_CELL_MAX);
        let is_long = limit.is_some_and(|limit| value.chars().count() > limit)
            || in_workbook.is_some_and(|limit| value.encode_utf16().count() > limit);
        if !is_long {
            return None;
        }
        // Half of the units of a workbook are enough characters whatever they are.
        let room = limit
            .into_iter()
            .chain(in_workbook.map(|limit| limit / 2))
            .min()?
            .saturating_sub(1);
        let kept: String = value.chars().take(room).collect();
        let end = kept
            .rfind(char::is_whitespace)
            .filter(|end| end * 2 > kept.len());
        Some(format!("{}…", kept[..end.unwrap_or(kept.len())].trim_end()))
    }

    fn plan_lifecycle(&self, record: &Outgoing, planned: &mut Planned) {
        let field = CommonField::LifecycleStatus;
        let words = record.fields.get(&field).map(String::as_str);
        if words.is_none() && record.lifecycle.is_none() {
            return;
        }
        let Some(rule) = self.layout.fields.get(&field) else {
            return planned.account.lose(field, LossReason::NoPlace);
        };
        let Some(word) = self.state_word(record.lifecycle, words) else {
            return planned.account.lose(field, LossReason::NotInList);
        };
        if words.is_some_and(|words| words != word) {
            planned.account.lose(field, LossReason::Reworded);
        }
        let mut row = Cells {
            target: self,
            cells: &mut planned.cells,
        };
        if let Err(reason) = row.write(rule, word, word) {
            planned.account.lose(field, reason);
        }
        planned.expected.push((field, field, word.to_owned()));
    }

    /// The source's word if the target means the same by it, else the target's own.
    fn state_word<'w>(
        &'w self,
        state: Option<Lifecycle>,
        words: Option<&'w str>,
    ) -> Option<&'w str> {
        let table = &self.mapping.lifecycle;
        match (state, words) {
            (Some(state), Some(words)) if table.meaning(words) == Some(&state) => Some(words),
            (Some(state), _) => table.word(&state),
            (None, words) => words.filter(|words| table.meaning(words).is_none()),
        }
    }

    fn plan_generative(&self, record: &Outgoing, planned: &mut Planned) {
        let field = CommonField::Generative;
        let Some(said) = record.generative else {
            let has_column = self.layout.fields.contains_key(&field);
            let reason = match has_column {
                true => LossReason::NotInList,
                false => LossReason::NoPlace,
            };
            // Said in words that nobody could turn into yes or no.
            if record.fields.contains_key(&field) {
                planned.account.lose(field, reason);
            }
            return;
        };
        let mut row = Cells {
            target: self,
            cells: &mut planned.cells,
        };
        if let Some(rule) = self.layout.fields.get(&field) {
            let code = said.code();
            let table = self.mapping.values.get(&field);
            let word = table.and_then(|table| table.word(&code.to_owned()));
            if let Err(reason) = row.write(rule, word.unwrap_or(code), code) {
                planned.account.lose(field, reason);
            }
            return;
        }
        let rules = self.mapping.generative.iter();
        for rule in rules.filter(|rule| rule.then == said) {
            let place = self.position(&rule.column);
            if let (Some(words), Some(position)) = (&rule.write, place)
                && row.cells[position].is_empty()
            {
                row.cells[position].clone_from(words);
                return;
            }
        }
    }
}

/// A value in the words of the target.
struct Said {
    cell: String,
    read_again: String,
    is_reworded: bool,
}

/// A field whose meaning is near enough when the target lacks the exact one.
fn nearest(field: CommonField) -> Option<CommonField> {
    match field {
        CommonField::Need => Some(CommonField::Purpose),
        CommonField::AlternativeWithoutAi => Some(CommonField::AlternativesConsidered),
        CommonField::Technique => Some(CommonField::ModelDescription),
        _ => None,
    }
}
