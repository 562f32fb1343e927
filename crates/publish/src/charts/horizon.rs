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
        Month {
            year: 2000,
            month: 1,
        }
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
const COLUMNS_MAX: i64 = 21;
/// Columns of counted signs that a narrow screen can hold.
const COUNTED_COLUMNS_MAX: i64 = 6;
/// Signs piled up before they are counted instead.
const PILE_MAX: usize = 8;
/// Rows of names under the line.
const NAME_ROWS_MAX: usize = 8;
/// Width of a wide horizon at its smallest, rem.
const ROOM_REM: f64 = 50.0;
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
    let columns = Columns::of(&input.marks, Slots::at_most(COLUMNS_MAX, first, last));
    if columns.highest() <= PILE_MAX {
        named(input, &columns)
    } else {
        let slots = Slots::at_most(COUNTED_COLUMNS_MAX, first, last);
        counted(input, &Columns::of(&input.marks, slots).by_sign())
    }
}

/// One sign per use, with the names of what is below the line.
fn named(input: &Horizon, columns: &Columns) -> Scene {
    let frame = Frame::of(input, columns);
    let mut items = frame.axis(input, columns.slots);
    let names = place_names(&columns.names_below());
    let mut foot = Foot::default();
    for (column, pile) in &columns.piles {
        let x = columns.slots.middle(*column);
        let own = names.iter().filter(|name| name.x == x);
        let end = own.map(Name::leader_end).fold(0.0, f64::max);
        if end > 0.0 {
            let from = frame.level_below(pile.below.len()) - 0.35;
            items.push(Item::WideOnly(vec![leader(x, from, frame.height)]));
            foot.items.push(leader(x, 0.0, end));
        }
    }
    foot.items.extend(names.iter().map(Name::text));
    for (column, pile) in &columns.piles {
        items.extend(frame.signs(columns.slots.middle(*column), pile));
    }
    frame.finish(input, columns, items, foot, &names)
}

/// One sign and its count per state and period.
fn counted(input: &Horizon, columns: &Columns) -> Scene {
    let frame = Frame::of(input, columns);
    let mut items = frame.axis(input, columns.slots);
    for (column, pile) in &columns.piles {
        // The sign and its count are centred together.
        let x = columns.slots.middle(*column) - 0.02;
        items.extend(frame.signs(x, pile));
        let above = pile
            .above
            .iter()
            .enumerate()
            .map(|(level, sign)| (frame.level_above(level), sign));
        let below = pile
            .below
            .iter()
            .enumerate()
            .map(|(level, sign)| (frame.level_below(level), sign));
        for (y, (_, count)) in above.chain(below) {
            let count = Text::new(x, y + 0.92, count.as_str(), Ink::Plain);
            items.push(count.shifted(Shift::AfterMark).into());
        }
    }
    frame.finish(input, columns, items, Foot::default(), &[])
}

impl Month {
    /// Months since the year zero.
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
        let slots = |period: i64| {
            let start = first.div_euclid(period) * period;
            Slots {
                first: start,
                period,
                count: (last - start) / period + 1,
            }
        };
        let decades = (0..30).map(|power| 120_i64 << power);
        [1, 3, 6, 12, 24, 60]
            .into_iter()
            .chain(decades)
            .map(slots)
            .find(|slots| slots.count <= columns)
            .unwrap_or_else(|| slots(i64::MAX / 4))
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

/// What stands above and below the line in one column: signs, each with its name or its count.
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
            let side = if mark.sign.is_above_the_line() {
                &mut pile.above
            } else {
                &mut pile.below
            };
            side.push((mark.sign, mark.label.clone()));
        }
        for pile in piles.values_mut() {
            pile.above.sort();
            pile.below.sort();
        }
        Columns { slots, piles }
    }

    /// The same columns, with one sign per state and its count in place of the names.
    fn by_sign(mut self) -> Self {
        for pile in self.piles.values_mut() {
            for side in [&mut pile.above, &mut pile.below] {
                let mut counts: BTreeMap<Sign, usize> = BTreeMap::new();
                for (sign, _) in side.iter() {
                    *counts.entry(*sign).or_default() += 1;
                }
                *side = counts
                    .into_iter()
                    .map(|(sign, count)| (sign, count.to_string()))
                    .collect();
            }
        }
        self
    }

    fn highest(&self) -> usize {
        self.highest_above(0.0).max(self.highest_below(0.0))
    }

    /// The highest pile above the line among the columns that reach beyond `x`.
    fn highest_above(&self, x: f64) -> usize {
        self.beyond(x)
            .map(|pile| pile.above.len())
            .max()
            .unwrap_or(0)
    }

    fn highest_below(&self, x: f64) -> usize {
        self.beyond(x)
            .map(|pile| pile.below.len())
            .max()
            .unwrap_or(0)
    }

    fn beyond(&self, x: f64) -> impl Iterator<Item = &Pile> {
        let reach = 1.4 / ROOM_REM;
        let is_beyond = move |column: i64| self.slots.middle(column) + reach > x;
        self.piles
            .iter()
            .filter(move |(column, _)| is_beyond(**column))
            .map(|(_, pile)| pile)
    }

    /// The names below the line and where their leaders are, from left to right.
    fn names_below(&self) -> Vec<(f64, &str)> {
        let mut names = Vec::new();
        for (column, pile) in &self.piles {
            let x = self.slots.middle(*column);
            names.extend(pile.below.iter().map(|(_, label)| (x, label.as_str())));
        }
        names
    }
}

/// The heights of a horizon.
struct Frame {
    line: f64,
    height: f64,
    note_above: f64,
}

impl Frame {
    fn of(input: &Horizon, columns: &Columns) -> Self {
        let under_note = columns.highest_above(start_of_note(&input.above)) as f64 * LEVEL_REM;
        let line = (0.55 + LEVEL_REM * columns.highest_above(0.0) as f64).max(1.2 + under_note);
        let below = columns.highest_below(0.0);
        Frame {
            line,
            height: line + 2.3 + LEVEL_REM * below as f64,
            note_above: line - 0.3 - under_note,
        }
    }

    fn level_above(&self, level: usize) -> f64 {
        self.line - 1.55 - LEVEL_REM * level as f64
    }

    fn level_below(&self, level: usize) -> f64 {
        self.line + 2.15 + LEVEL_REM * level as f64
    }

    fn signs(&self, x: f64, pile: &Pile) -> Vec<Item> {
        let above = pile
            .above
            .iter()
            .enumerate()
            .map(|(level, (sign, _))| (self.level_above(level), *sign));
        let below = pile
            .below
            .iter()
            .enumerate()
            .map(|(level, (sign, _))| (self.level_below(level), *sign));
        above
            .chain(below)
            .map(|(y, sign)| Item::Mark { x, y, sign })
            .collect()
    }

    fn axis(&self, input: &Horizon, slots: Slots) -> Vec<Item> {
        let mut items = Vec::new();
        let mut free_from = [0.0; 2];
        for column in 0..slots.count {
            let x = slots.start(column);
            let label = label_of(input, slots, column);
            let length = if label.is_some() { 0.75 } else { 0.35 };
            let (y1, y2) = (self.line, self.line + length);
            items.push(Item::Line {
                x1: x,
                y1,
                x2: x,
                y2,
                stroke: Stroke::Tick,
            });
            let Some(label) = label else { continue };
            let ends =
                [NARROW_REM, ROOM_REM].map(|room| x + (width(&label, SMALL_REM) + 0.5) / room);
            let text = Text::new(x, self.line + 1.75, label, Ink::Axis);
            if x >= free_from[0] && ends[0] <= 1.02 {
                free_from = ends;
                items.push(text.into());
            } else if x >= free_from[1] && ends[1] <= 1.02 {
                free_from[1] = ends[1];
                items.push(Item::WideOnly(vec![text.into()]));
            }
        }
        items.push(Item::Line {
            x1: 0.0,
            y1: self.line,
            x2: 1.0,
            y2: self.line,
            stroke: Stroke::Base,
        });
        items
    }

    /// Adds the notes: what stands above, what stands below, that some names are missing.
    fn finish(
        &self,
        input: &Horizon,
        columns: &Columns,
        mut items: Vec<Item>,
        mut foot: Foot,
        names: &[Name],
    ) -> Scene {
        let note = |y: f64, text: &str| Text::new(1.0, y, text, Ink::Axis).end().haloed().into();
        items.push(Item::WideOnly(vec![note(self.note_above, &input.above)]));
        let mut rows = names.iter().map(|name| name.row).max().unwrap_or(0);
        let start = start_of_note(&input.below);
        let in_the_way = names.iter().filter(|name| name.x.max(name.to) > start);
        if columns.highest_below(start) == 0 && in_the_way.clone().next().is_none() {
            items.push(Item::WideOnly(vec![note(self.line + 3.15, &input.below)]));
        } else {
            let row = in_the_way.map(|name| name.row).max().unwrap_or(0) + 1;
            rows = rows.max(row);
            foot.items.push(note(baseline(row), &input.below));
        }
        let is_one_missing = !names.is_empty() && names.len() < columns.names_below().len();
        if is_one_missing {
            rows += 1;
            foot.items
                .push(Text::new(0.0, baseline(rows), &input.unnamed, Ink::Axis).into());
        }
        foot.height = LEVEL_REM * rows as f64 + 0.2;
        let foot = (!foot.items.is_empty()).then_some(foot);
        Scene {
            height: self.height,
            items,
            foot,
            layout: Layout::Horizon,
        }
    }
}

/// Where a note that ends at the right begins.
fn start_of_note(note: &str) -> f64 {
    1.0 - (width(note, SMALL_REM) + 0.5) / ROOM_REM
}

/// Baseline of a row of names, from the top of the foot.
fn baseline(row: usize) -> f64 {
    LEVEL_REM * row as f64 - 0.1
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
    Item::Line {
        x1: x,
        y1,
        x2: x,
        y2,
        stroke: Stroke::Tick,
    }
}

/// A name under the line: its leader is at `x`, its text from `from` to `to`.
#[derive(Clone)]
struct Name {
    x: f64,
    row: usize,
    from: f64,
    to: f64,
    side: Side,
    text: String,
}

/// Where a name stands from its leader.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    /// Under the end of the leader, against the edge of the drawing.
    Under,
}

impl Name {
    fn new(x: f64, label: &str, side: Side) -> Self {
        let text = clip(label, NAME_REM, SMALL_REM);
        let long = (width(&text, SMALL_REM) + 0.5) / ROOM_REM;
        let (from, to) = match side {
            Side::Left => (x - long, x),
            Side::Right => (x, x + long),
            Side::Under if x < 0.5 => (0.0, long),
            Side::Under => (1.0 - long, 1.0),
        };
        Name {
            x,
            row: 0,
            from,
            to,
            side,
            text,
        }
    }

    fn overflows(&self) -> bool {
        self.from < -0.005 || self.to > 1.005
    }

    fn leader_end(&self) -> f64 {
        LEVEL_REM * self.row as f64 - if self.side == Side::Under { 1.05 } else { 0.0 }
    }

    fn text(&self) -> Item {
        let text = |x: f64| Text::new(x, baseline(self.row), &self.text, Ink::Axis).haloed();
        match self.side {
            Side::Left => text(self.x).end().shifted(Shift::Before).into(),
            Side::Right => text(self.x).shifted(Shift::After).into(),
            Side::Under if self.x < 0.5 => text(0.0).into(),
            Side::Under => text(1.0).end().into(),
        }
    }

    /// Whether the two texts overlap, or one leader crosses the other's text.
    fn meets(&self, other: &Name) -> bool {
        let crosses = |leader: &Name, text: &Name| {
            leader.row >= text.row && leader.x > text.from + 1e-9 && leader.x < text.to - 1e-9
        };
        let overlap = self.row == other.row && self.from < other.to && other.from < self.to;
        overlap || crosses(self, other) || crosses(other, self)
    }
}

/// Gives each name a place where it meets neither a name nor a leader, in as few rows as possible.
///
/// From some column on, names run to the right, before it to the left; every such column is tried.
/// What would leave the drawing is placed last, on the other side or under its leader.
fn place_names(labels: &[(f64, &str)]) -> Vec<Name> {
    let mut splits: Vec<f64> = labels
        .iter()
        .map(|(x, _)| *x)
        .chain([f64::INFINITY])
        .collect();
    splits.dedup();
    let deepest = |names: &[Name]| names.iter().map(|name| name.row).max().unwrap_or(0);
    splits
        .into_iter()
        .map(|split| place_from(labels, split))
        .min_by_key(|names| (labels.len() - names.len(), deepest(names)))
        .unwrap_or_default()
}

fn place_from(labels: &[(f64, &str)], split: f64) -> Vec<Name> {
    let (before, after): (Vec<_>, Vec<_>) = labels.iter().copied().partition(|(x, _)| *x < split);
    let to_the_left = before
        .into_iter()
        .map(|(x, label)| Name::new(x, label, Side::Left));
    let to_the_right = after
        .into_iter()
        .rev()
        .map(|(x, label)| Name::new(x, label, Side::Right));
    let (outside, inside): (Vec<Name>, Vec<Name>) =
        to_the_left.chain(to_the_right).partition(Name::overflows);
    let mut placed = Vec::new();
    for name in inside {
        let place = settle(&name, &placed);
        placed.extend(place);
    }
    for name in outside {
        let other_side = if name.side == Side::Left {
            Side::Right
        } else {
            Side::Left
        };
        let place = [other_side, Side::Under]
            .into_iter()
            .map(|side| Name::new(name.x, &name.text, side))
            .filter(|name| !name.overflows())
            .filter_map(|name| settle(&name, &placed))
            .min_by_key(|name| name.row);
        placed.extend(place);
    }
    placed
}

/// The name in the first row where it meets nothing, if there is one.
fn settle(name: &Name, placed: &[Name]) -> Option<Name> {
    (1..=NAME_ROWS_MAX)
        .map(|row| Name {
            row,
            ..name.clone()
        })
        .find(|name| placed.iter().all(|other| !name.meets(other)))
}
