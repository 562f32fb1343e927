//! Asked and in use: a thread, a ring for what was asked, a dot for what is in use, a cross when nothing is.

use super::measure::{STRONG_REM, positive, width};
use super::row::{Head, head};
use super::scene::{Dot, Ink, Item, Scene, Stroke, Text, empty};
use super::{Axis, Sign, Tick, round_steps};

/// What was asked and what is in use, by task.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AskedInUse {
    /// The rows, already in the order wanted.
    pub rows: Vec<AskedRow>,
    /// What to say when there is no row.
    pub empty: String,
}

/// A task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedRow {
    /// Its name.
    pub label: String,
    /// How many uses were asked for.
    pub asked: u32,
    /// How many of them are in use.
    pub in_use: u32,
}

/// Where the counts start when the names fit at their left.
const LEFT: f64 = 0.37;
const RIGHT: f64 = 0.97;
/// A name longer than this stands above its row, rem.
const NAME_REM: f64 = 6.0;

/// Draws one line per task.
pub fn asked_in_use(input: &AskedInUse) -> Scene {
    if input.rows.is_empty() {
        return empty(&input.empty);
    }
    let is_beside = input
        .rows
        .iter()
        .all(|row| width(&row.label, STRONG_REM) <= NAME_REM);
    let left = if is_beside { LEFT } else { 1.0 - RIGHT };
    let axis = counts(&input.rows);
    let place = |count: u32| left + axis.place(f64::from(count)).unwrap_or(0.0) * (RIGHT - left);
    let mut rows = Vec::new();
    let mut y = 2.2;
    for row in &input.rows {
        if is_beside {
            rows.push(Text::new(0.0, y + 0.3, &row.label, Ink::Strong).into());
        } else {
            y = head(
                &mut rows,
                y + 0.5,
                &Head {
                    label: &row.label,
                    value: "",
                    tail: "",
                },
            ) + 0.85;
        }
        thread(
            &mut rows,
            y,
            [left, place(row.asked), place(row.in_use)],
            row,
        );
        y += 1.85;
    }
    let bottom = y - 0.6;
    let mut items = Vec::new();
    axis.grid(left, RIGHT, 1.3, bottom, &mut items);
    items.append(&mut rows);
    Scene {
        height: bottom + 0.1,
        items,
        ..Scene::default()
    }
}

fn thread(items: &mut Vec<Item>, y: f64, [zero, asked, in_use]: [f64; 3], row: &AskedRow) {
    items.push(Item::Line {
        x1: zero,
        y1: y,
        x2: asked.max(in_use),
        y2: y,
        stroke: Stroke::Tick,
    });
    if row.asked > 0 {
        items.push(Item::Circle {
            x: asked,
            y,
            dot: Dot::Ring,
        });
    }
    if row.in_use > 0 {
        items.push(Item::Circle {
            x: in_use,
            y,
            dot: Dot::Solid,
        });
    } else {
        items.push(Item::Mark {
            x: zero,
            y: y - 0.575,
            sign: Sign::Refused,
        });
    }
}

fn counts(rows: &[AskedRow]) -> Axis {
    let highest = rows
        .iter()
        .map(|row| row.asked.max(row.in_use))
        .max()
        .unwrap_or(0);
    let steps = if highest <= 6 {
        (0..=highest.max(1)).map(f64::from).collect()
    } else {
        round_steps(positive(f64::from(highest)), 5)
    };
    Axis::linear(steps.into_iter().map(whole).collect())
}

fn whole(value: f64) -> Tick {
    let label = if value.fract() == 0.0 {
        format!("{value:.0}")
    } else {
        String::new()
    };
    Tick::new(value, label)
}
