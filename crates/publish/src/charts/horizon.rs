//! The horizon: each use is a sign at the month of its decision, on one side of a line or the other.
//!
//! In use or under study above; refused, stopped or seen without being allowed below, with its name.
//! When signs would pile too high, they are counted by period instead: nothing is left out.

use std::collections::BTreeMap;

use super::Sign;
use super::measure::{NARROW_REM, SMALL_REM, clip, width};
use super::scene::{Foot, Ink, Item, Layout, Scene, Shift, Stroke, Text, empty};

/// Decisions through time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Horizon {
    /// First month shown, at the latest.
    pub from: Month,
    /// Last month shown, at the earliest.
    pub to: Month,
    /// One per use, in any order.
    pub marks: Vec<HorizonMark>,
    /// Short names of the months, January first: “janv.”.
    pub month_names: [String; 12],
    /// What stands above the line: “sur la ligne : en usage”.
    pub above: String,
    /// What stands below the line.
    pub below: String,
    /// What to say when some names below the line had no room.
    pub unnamed: String,
    /// What to say when there is no use.
    pub empty: String,
}

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Year.
    pub year: i32,
    /// From 1 to 12.
    pub month: u32,
}

impl Default for Month {
    fn default() -> Self {
        Month { year: 2000, month: 1 }
    }
}

/// A use at the month of its decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HorizonMark {
    /// When it was decided.
    pub month: Month,
    /// Its state; signs of opinions stand below the line.
    pub sign: Sign,
    /// Its short name.
    pub label: String,
}

/// Columns of single signs that a narrow screen can hold.
const COLUMNS_MAX: i64 = 24;
/// Columns of counted signs that a narrow screen can hold.
const COUNTED_COLUMNS_MAX: i64 = 6;
/// Signs piled up before they are counted instead.
const PILE_MAX: usize = 8;
/// Rows of names under the line.
const NAME_ROWS_MAX: usize = 8;
/// Width of a wide horizon at its smallest, rem.
const ROOM_REM: f64 = 46.0;
const NAME_REM: f64 = 13.0;
const LEVEL_REM: f64 = 1.5;

/// Draws the horizon.
pub fn horizon(input: &Horizon) -> Scene {
    if input.marks.is_empty() {
        return empty(&input.empty);
    }
    let months = input.marks.iter().map(|mark| mark.month.index());
    let first = months.clone().fold(input.from.index(), i64::min);
    let last = months.fold(input.to.index(), i64::max);
    let slots = Slots::at_most(COLUMNS_MAX, first, last);
    let columns = Columns::of(&input.marks, slots);
    if columns.highest() <= PILE_MAX {
        named(input, &columns)
    } else {
        counted(input, &columns_by_sign(&input.marks, Slots::at_most(COUNTED_COLUMNS_MAX, first, last)))
    }
}

impl Month {
    fn index(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month.clamp(1, 12)) - 1
    }
}

/// Equal periods of the calendar, from the first to the last decision.
#[derive(Clone, Copy)]
struct Slots {
    first: i64,
    period: i64,
    count: i64,
}

impl Slots {
    fn at_most(columns: i64, first: i64, last: i64) -> Self {
        let mut periods = [1, 3, 6, 12, 24].into_iter().chain((0..24).map(|power| 60 << power));
        let slots = |period: i64| {
            let start = first.div_euclid(period) * period;
            Slots { first: start, period, count: (last - start) / period + 1 }
        };
        periods
            .find(|period| slots(*period).count <= columns)
            .map_or_else(|| slots(i64::MAX / 4), slots)
    }

    fn column(self, month: Month) -> i64 {
        ((month.index() - self.first) / self.period).clamp(0, self.count - 1)
    }

    fn start(self, column: i64) -> f64 {
        column as f64 / self.count as f64
    }

    fn middle(self, column: i64) -> f64 {
        (column as f64 + 0.5) / self.count as f64
    }
}

/// What stands above and below the line in one column: a sign, its name or its count.
#[derive(Default)]
struct Pile {
    above: Vec<(Sign, String)>,
    below: Vec<(Sign, String)>,
}

struct Columns {
    slots: Slots,
    piles: BTreeMap<i64, Pile>,
}

impl Columns {
    fn of(marks: &[HorizonMark], slots: Slots) -> Self {
        let mut piles: BTreeMap<i64, Pile> = BTreeMap::new();
        for mark in marks {
            let pile = piles.entry(slots.column(mark.month)).or_default();
            let side = if mark.sign.is_above_the_line() { &mut pile.above } else { &mut pile.below };
            side.push((mark.sign, mark.label.clone()));
        }
        for pile in piles.values_mut() {
            pile.above.sort();
            pile.below.sort();
        }
        Columns { slots, piles }
    }

    fn highest(&self) -> usize {
        self.highest_above(0.0).max(self.highest_below(0.0))
    }

    /// The highest pile above the line among the columns that reach beyond `x`.
    fn highest_above(&self, x: f64) -> usize {
        self.beyond(x).map(|pile| pile.above.len()).max().unwrap_or(0)
    }

    fn highest_below(&self, x: f64) -> usize {
        self.beyond(x).map(|pile| pile.below.len()).max().unwrap_or(0)
    }

    fn beyond(&self, x: f64) -> impl Iterator<Item = &Pile> {
        let reach = 1.4 / ROOM_REM;
        self.piles.iter().filter(move |(column, _)| self.slots.middle(**column) + reach > x).map(|(_, pile)| pile)
    }
}

fn columns_by_sign(marks: &[HorizonMark], slots: Slots) -> Columns {
    let mut columns = Columns::of(marks, slots);
    for pile in columns.piles.values_mut() {
        for side in [&mut pile.above, &mut pile.below] {
            let mut counts: BTreeMap<Sign, usize> = BTreeMap::new();
            for (sign, _) in side.iter() {
                *counts.entry(*sign).or_default() += 1;
            }
            *side = counts.into_iter().map(|(sign, count)| (sign, count.to_string())).collect();
        }
    }
    columns
}

/// One sign per use, with the names of what is below the line.
fn named(input: &Horizon, columns: &Columns) -> Scene {
    let stretch = stretch_for_names(columns);
    let mut frame = Frame::of(input, columns, stretch);
    let mut items = frame.axis(input, columns.slots);
    let names = place_names(columns, stretch);
    let mut foot = Foot::default();
    for (column, pile) in &columns.piles {
        let x = columns.slots.middle(*column) * stretch;
        let deepest = names.iter().filter(|name| name.column == *column).map(|name| name.row).max();
        if let Some(row) = deepest {
            let from = frame.level_below(pile.below.len());
            items.push(Item::WideOnly(vec![leader(x, from - 0.35, frame.height)]));
            foot.items.push(leader(x, 0.0, LEVEL_REM * row as f64));
        }
    }
    for name in &names {
        let x = columns.slots.middle(name.column) * stretch;
        let y = LEVEL_REM * name.row as f64 - 0.1;
        foot.items.push(Text::new(x, y, &name.text, Ink::Axis).shifted(Shift::After).haloed().into());
    }
    for (column, pile) in &columns.piles {
        let x = columns.slots.middle(*column) * stretch;
        items.extend(frame.signs(x, pile));
    }
    let mut rows = names.iter().map(|name| name.row).max().unwrap_or(0);
    let all_below: usize = columns.piles.values().map(|pile| pile.below.len()).sum();
    if names.len() < all_below && !input.unnamed.is_empty() {
        rows += 1;
        foot.items.push(Text::new(0.0, LEVEL_REM * rows as f64 - 0.1, &input.unnamed, Ink::Axis).into());
    }
    frame.finish(input, items, foot, rows)
}

/// One sign and its count per state and period.
fn counted(input: &Horizon, columns: &Columns) -> Scene {
    let mut frame = Frame::of(input, columns, 1.0);
    let mut items = frame.axis(input, columns.slots);
    for (column, pile) in &columns.piles {
        let x = columns.slots.middle(*column) - 0.02;
        items.extend(frame.signs(x, pile));
        let mut count = |y: f64, text: &str| {
            items.push(Text::new(x, y + 0.92, text, Ink::Plain).shifted(Shift::AfterMark).into());
        };
        for (level, (_, text)) in pile.above.iter().enumerate() {
            count(frame.level_above(level), text);
        }
        for (level, (_, text)) in pile.below.iter().enumerate() {
            count(frame.level_below(level), text);
        }
    }
    frame.finish(input, items, Foot::default(), 0)
}

/// The heights of a horizon.
struct Frame {
    line: f64,
    height: f64,
    stretch: f64,
    note_above: f64,
    is_right_free_below: bool,
}

impl Frame {
    fn of(input: &Horizon, columns: &Columns, stretch: f64) -> Self {
        let clear = |note: &str| (1.0 - (width(note, SMALL_REM) + 0.5) / ROOM_REM) / stretch;
        let under_note = columns.highest_above(clear(&input.above)) as f64 * LEVEL_REM;
        let line = (0.55 + LEVEL_REM * columns.highest_above(0.0) as f64).max(1.1 + under_note);
        let below = columns.highest_below(0.0);
        Frame {
            line,
            height: line + 2.15 + LEVEL_REM * below as f64,
            stretch,
            note_above: line - 0.2 - under_note,
            is_right_free_below: columns.highest_below(clear(&input.below)) == 0,
        }
    }

    fn level_above(&self, level: usize) -> f64 {
        self.line - 1.55 - LEVEL_REM * level as f64
    }

    fn level_below(&self, level: usize) -> f64 {
        self.line + 2.15 + LEVEL_REM * level as f64
    }

    fn signs(&self, x: f64, pile: &Pile) -> Vec<Item> {
        let above = pile.above.iter().enumerate().map(|(level, (sign, _))| (self.level_above(level), *sign));
        let below = pile.below.iter().enumerate().map(|(level, (sign, _))| (self.level_below(level), *sign));
        above.chain(below).map(|(y, sign)| Item::Mark { x, y, sign }).collect()
    }

    fn axis(&self, input: &Horizon, slots: Slots) -> Vec<Item> {
        let mut items = Vec::new();
        let mut free_from = [0.0; 2];
        for column in 0..slots.count {
            let x = slots.start(column) * self.stretch;
            let label = label_of(input, slots, column);
            let length = if label.is_some() { 0.75 } else { 0.35 };
            items.push(Item::Line { x1: x, y1: self.line, x2: x, y2: self.line + length, stroke: Stroke::Tick });
            let Some(label) = label else { continue };
            let text = Text::new(x, self.line + 1.75, label.as_str(), Ink::Axis);
            let end_at = |room: f64| x + (width(&label, SMALL_REM) + 0.5) / room;
            if x >= free_from[0] && end_at(NARROW_REM) <= 1.02 {
                free_from = [end_at(NARROW_REM), end_at(ROOM_REM)];
                items.push(text.into());
            } else if x >= free_from[1] && end_at(ROOM_REM) <= 1.02 {
                free_from[1] = end_at(ROOM_REM);
                items.push(Item::WideOnly(vec![text.into()]));
            }
        }
        items.push(Item::Line { x1: 0.0, y1: self.line, x2: self.stretch, y2: self.line, stroke: Stroke::Base });
        items
    }

    fn finish(&mut self, input: &Horizon, mut items: Vec<Item>, mut foot: Foot, name_rows: usize) -> Scene {
        let note = |y: f64, text: &str| Text::new(1.0, y, text, Ink::Axis).end().haloed().into();
        let mut rows = name_rows;
        items.push(Item::WideOnly(vec![note(self.note_above, &input.above)]));
        if self.is_right_free_below {
            items.push(Item::WideOnly(vec![note(self.line + 3.15, &input.below)]));
            self.height = self.height.max(self.line + 2.3);
        } else {
            rows += 1;
            foot.items.push(note(LEVEL_REM * rows as f64 - 0.1, &input.below));
        }
        foot.height = LEVEL_REM * rows as f64 + 0.2;
        Scene {
            height: self.height,
            items,
            foot: (!foot.items.is_empty()).then_some(foot),
            layout: Layout::Horizon,
        }
    }
}

fn label_of(input: &Horizon, slots: Slots, column: i64) -> Option<String> {
    let month = slots.first + column * slots.period;
    let (year, of_year) = (month.div_euclid(12), month.rem_euclid(12));
    let name = &input.month_names[of_year as usize];
    match slots.period {
        12.. => Some(year.to_string()),
        1 if of_year % 6 == 0 || column == 0 => Some(format!("{name} {year}")),
        2.. if of_year == 0 || column == 0 => Some(format!("{name} {year}")),
        _ => None,
    }
}

fn leader(x: f64, y1: f64, y2: f64) -> Item {
    Item::Line { x1: x, y1, x2: x, y2, stroke: Stroke::Tick }
}

/// A name under the line.
struct Name {
    column: i64,
    row: usize,
    text: String,
}

/// Gives each name the highest row where it meets neither a name nor a leader.
///
/// Names run to the right, so the rightmost are placed first: a name must then only stay under
/// the leaders it would cross.
fn place_names(columns: &Columns, stretch: f64) -> Vec<Name> {
    let mut placed: Vec<Name> = Vec::new();
    for (column, pile) in columns.piles.iter().rev() {
        let x = columns.slots.middle(*column) * stretch;
        let mut row = 0;
        for (_, label) in &pile.below {
            let text = clip(label, NAME_REM, SMALL_REM);
            let end = x + name_share(&text);
            let crossed = placed
                .iter()
                .filter(|name| name.column > *column && columns.slots.middle(name.column) * stretch < end)
                .map(|name| name.row)
                .max()
                .unwrap_or(0);
            let wanted = crossed.max(row) + 1;
            if wanted <= NAME_ROWS_MAX && !text.is_empty() && end <= 1.01 {
                row = wanted;
                placed.push(Name { column: *column, row, text });
            }
        }
    }
    placed
}

fn name_share(text: &str) -> f64 {
    (width(text, SMALL_REM) + 0.7) / ROOM_REM
}

/// How much of the width the months take, so that the last names still fit.
fn stretch_for_names(columns: &Columns) -> f64 {
    columns
        .piles
        .iter()
        .flat_map(|(column, pile)| pile.below.iter().map(move |(_, label)| (column, label)))
        .map(|(column, label)| {
            (1.0 - name_share(&clip(label, NAME_REM, SMALL_REM))) / columns.slots.middle(*column)
        })
        .fold(1.0, f64::min)
        .max(0.7)
}
