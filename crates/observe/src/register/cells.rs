//! One field into the cells of a row, by the rule that reads it, backwards.

use super::loss::LossReason;
use super::plan::Target;
use reference::{FieldRule, Mapping};

/// The cells of one row while they are filled in.
pub(super) struct Cells<'t, 'a> {
    pub(super) target: &'t Target<'a>,
    pub(super) cells: &'t mut Vec<String>,
}

impl Cells<'_, '_> {
    /// Writes a cell by the rule of its field, `value` being what the record says.
    pub(super) fn write(
        &mut self,
        rule: &FieldRule,
        cell: &str,
        value: &str,
    ) -> Result<(), LossReason> {
        match rule {
            FieldRule::Column(column) | FieldRule::List { column, .. } => self.put(column, cell),
            FieldRule::Columns {
                write: Some(column),
                ..
            } => self.put(column, cell),
            FieldRule::First { columns, write } => {
                let column = write.as_ref().or(columns.first());
                self.put(column.ok_or(LossReason::NoPlace)?, cell)
            }
            FieldRule::Columns { columns, join, .. } => self.share_out(columns, join, cell),
            FieldRule::Flags {
                flags, join, tick, ..
            } => {
                let mut result = Ok(());
                for label in cell.split(join.as_str()) {
                    let flag = flags.iter().find(|flag| flag.label == label);
                    let ticked = flag.map(|flag| self.put(&flag.column, tick));
                    if ticked != Some(Ok(())) {
                        result = Err(LossReason::NotInList);
                    }
                }
                result
            }
            FieldRule::Constant(constant) if constant == value => Ok(()),
            FieldRule::Constant(_) => Err(LossReason::Fixed),
        }
    }

    fn choices(&self, column: &str) -> Option<&Vec<String>> {
        self.target.shape.choices.get(column)
    }

    fn admits(&self, column: &str, value: &str) -> bool {
        let folded = Mapping::fold(value);
        self.choices(column)
            .is_none_or(|choices| choices.iter().any(|choice| Mapping::fold(choice) == folded))
    }

    fn put(&mut self, column: &str, value: &str) -> Result<(), LossReason> {
        if !self.admits(column, value) {
            return Err(LossReason::NotInList);
        }
        let position = self.target.position(column).ok_or(LossReason::NoPlace)?;
        let cell = &mut self.cells[position];
        if !cell.is_empty() && cell != value {
            return Err(LossReason::Taken);
        }
        value.clone_into(cell);
        Ok(())
    }

    /// Takes a joined value apart again, each piece to the next column that admits it: a closed
    /// column that knows the piece before an open one.
    fn share_out(&mut self, columns: &[String], join: &str, value: &str) -> Result<(), LossReason> {
        let pieces: Vec<&str> = value.split(join).collect();
        let (closed_first, is_whole) = self.places(columns, &pieces, true);
        let places = if is_whole {
            closed_first
        } else {
            self.places(columns, &pieces, false).0
        };
        let mut result = Ok(());
        let mut together: Vec<String> = vec![String::new(); columns.len()];
        for (piece, place) in pieces.iter().zip(places) {
            match place {
                Some(place) if together[place].is_empty() => together[place] = (*piece).to_owned(),
                Some(place) => together[place] = format!("{}{join}{piece}", together[place]),
                None => result = Err(LossReason::NotInList),
            }
        }
        for (column, cell) in columns.iter().zip(together) {
            if !cell.is_empty() {
                self.put(column, &cell)?;
            }
        }
        result
    }

    /// The column of each piece, in order, and whether every piece has one.
    fn places(
        &self,
        columns: &[String],
        pieces: &[&str],
        prefers_closed: bool,
    ) -> (Vec<Option<usize>>, bool) {
        let mut next = 0;
        let mut places = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let free = || (next..columns.len()).filter(|i| self.admits(&columns[*i], piece));
            let closed = free().find(|i| prefers_closed && self.choices(&columns[*i]).is_some());
            // What is left over goes with the last piece, if its column is open.
            let last = places.last().copied().flatten();
            let together = last.filter(|last: &usize| self.choices(&columns[*last]).is_none());
            let place = closed.or_else(|| free().next()).or(together);
            next = place.map_or(next, |place| place + 1);
            places.push(place);
        }
        let is_whole = places.iter().all(Option::is_some);
        (places, is_whole)
    }
}
