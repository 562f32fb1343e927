//! Intervals: from the low to the high bound, on a linear or a logarithmic axis, with a point when a value was observed.

use super::Axis;
use super::measure::{NARROW_REM, SMALL_REM, width};
use super::row::{Head, head};
use super::scene::{Dot, Ink, Item, Role, Scene, Stroke, Text, empty};

/// Intervals that share an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Intervals {
    /// The axis.
    pub axis: Axis,
    /// The intervals, already in the order wanted.
    pub rows: Vec<IntervalRow>,
    /// The value where nothing changes, when the two sides mean opposite things.
    pub pivot: Option<Pivot>,
    /// What to say when there is no interval.
    pub empty: String,
}

/// An interval.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalRow {
    /// Name of the row.
    pub label: String,
    /// The interval as text: “de 0,2 à 3,9 kWh”.
    pub text: String,
    /// What a wide column adds to the text.
    pub tail: String,
    /// Low bound; not a number when nothing is known.
    pub low: f64,
    /// High bound; not a number when nothing is known.
    pub high: f64,
    /// A value between the bounds: observed, or the middle that the method gives.
    pub centre: Option<f64>,
    /// What the bounds come from.
    pub bounds: Bounds,
}

/// What the bounds of an interval come from. The text beside must say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// What those who did not answer could have said.
    NonResponse,
    /// What the hypotheses allow.
    Hypotheses,
    /// Hypotheses on a volume that is itself estimated: hatched.
    EstimatedVolume,
}

/// The value where nothing changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Pivot {
    /// Where it is.
    pub value: f64,
    /// How it is called: “aucun effet”.
    pub label: String,
    /// On which side the effect is wished.
    pub good: GoodSide,
}

/// A side of the pivot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoodSide {
    /// Lower values.
    Low,
    /// Higher values.
    High,
}

impl Bounds {
    /// How the span is filled, for the key.
    pub fn role(self) -> Role {
        match self {
            Bounds::NonResponse => Role::PlusSoft,
            Bounds::Hypotheses => Role::Scale(4),
            Bounds::EstimatedVolume => Role::Hatch,
        }
    }
}

/// Draws one row per interval under the labels of the axis.
pub fn interval(input: &Intervals) -> Scene {
    if input.rows.is_empty() {
        return empty(&input.empty);
    }
    let mut rows = Vec::new();
    let mut y = 2.7;
    for row in &input.rows {
        let names = Head {
            label: &row.label,
            value: &row.text,
            tail: &row.tail,
        };
        let top = head(&mut rows, y, &names) + 0.55;
        match bounds_at(&input.axis, row) {
            Some(bounds) => span(&mut rows, input, row, bounds, top, 0.55),
            None => rows.push(super::scene::hatch_bar(top, 0.55)),
        }
        y = top + 2.35;
    }
    let bottom = y - 1.4;
    let mut items = Vec::new();
    input.axis.grid(0.0, 1.0, 1.3, bottom, &mut items);
    let mut height = bottom + 0.1;
    if let Some((x, pivot)) = placed_pivot(input) {
        items.push(Item::Line {
            x1: x,
            y1: 1.3,
            x2: x,
            y2: bottom,
            stroke: Stroke::Base,
        });
        rows.push(pivot_label(x, bottom + 1.0, pivot));
        height += 1.3;
    }
    items.append(&mut rows);
    Scene {
        height,
        items,
        ..Scene::default()
    }
}

/// Draws the first interval alone on a ruler, small enough to stand under a key figure.
pub fn interval_gauge(input: &Intervals) -> Scene {
    let Some(row) = input.rows.first() else {
        return empty(&input.empty);
    };
    let mut items = Vec::new();
    input.axis.ruler(1.1, &mut items);
    match bounds_at(&input.axis, row) {
        Some(bounds) => span(&mut items, input, row, bounds, 0.25, 0.5),
        None => items.push(super::scene::hatch_bar(0.25, 0.5)),
    }
    let mut height = 3.0;
    if let Some((x, pivot)) = placed_pivot(input) {
        items.push(Item::Line {
            x1: x,
            y1: 0.0,
            x2: x,
            y2: 1.75,
            stroke: Stroke::Base,
        });
        items.push(pivot_label(x, 4.0, pivot));
        height = 4.3;
    }
    Scene {
        height,
        items,
        ..Scene::default()
    }
}

fn bounds_at(axis: &Axis, row: &IntervalRow) -> Option<(f64, f64)> {
    let (low, high) = (axis.place(row.low)?, axis.place(row.high)?);
    Some((low.min(high), low.max(high)))
}

fn placed_pivot(input: &Intervals) -> Option<(f64, &Pivot)> {
    let pivot = input.pivot.as_ref()?;
    Some((input.axis.place(pivot.value)?, pivot))
}

fn pivot_label(x: f64, y: f64, pivot: &Pivot) -> Item {
    let half = width(&pivot.label, SMALL_REM) / NARROW_REM / 2.0;
    let text = Text::new(x, y, &pivot.label, Ink::Axis);
    match x {
        _ if x < half => text.into(),
        _ if x + half > 1.0 => text.end().into(),
        _ => text.middle().into(),
    }
}

fn span(
    items: &mut Vec<Item>,
    input: &Intervals,
    row: &IntervalRow,
    (low, high): (f64, f64),
    top: f64,
    h: f64,
) {
    let mut part = |from: f64, to: f64, role: Role| {
        if to > from {
            items.push(Item::Rect {
                x: from,
                y: top,
                w: to - from,
                h,
                role,
                gap: false,
            });
        }
    };
    match placed_pivot(input) {
        Some((x, pivot)) => {
            let (under, over) = match pivot.good {
                GoodSide::Low => (Role::PlusSoft, Role::MinusSoft),
                GoodSide::High => (Role::MinusSoft, Role::PlusSoft),
            };
            part(low, high.min(x), under);
            part(low.max(x), high, over);
        }
        None => part(low, high, row.bounds.role()),
    }
    for x in [low, high] {
        items.push(Item::Line {
            x1: x,
            y1: top - 0.25,
            x2: x,
            y2: top + h + 0.25,
            stroke: Stroke::Base,
        });
    }
    if let Some(x) = row.centre.and_then(|centre| input.axis.place(centre)) {
        items.push(Item::Circle {
            x,
            y: top + h / 2.0,
            dot: Dot::Value,
        });
    }
}
