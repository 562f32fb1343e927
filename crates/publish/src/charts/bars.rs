//! Plain counts, from zero, with the value at the right; a part of a bar may be hatched.

use super::measure::{positive, share};
use super::row::{Head, head};
use super::scene::{Item, Role, Scene, Stroke, empty, hatch_bar};

/// Counts that share a zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The bars, already in the order wanted.
    pub rows: Vec<Bar>,
    /// What to say when there is no bar.
    pub empty: String,
}

/// A count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// Name of the row.
    pub label: String,
    /// The count; not a number when unknown.
    pub value: f64,
    /// How much of it is estimated or unconfirmed.
    pub uncertain: f64,
    /// The count as text.
    pub text: String,
    /// What a wide column adds to the text.
    pub tail: String,
}

const BAR_REM: f64 = 0.9;

/// Draws one bar per count.
pub fn bars(input: &Bars) -> Scene {
    if input.rows.is_empty() {
        return empty(&input.empty);
    }
    let highest = input
        .rows
        .iter()
        .map(|row| positive(row.value))
        .fold(0.0, f64::max);
    let mut items = Vec::new();
    let mut y = 1.0;
    for row in &input.rows {
        let names = Head {
            label: &row.label,
            value: &row.text,
            tail: &row.tail,
        };
        let top = head(&mut items, y, &names) + 0.4;
        bar(&mut items, top, row, highest);
        y = top + BAR_REM + 1.5;
    }
    Scene {
        height: y - 1.3,
        items,
        ..Scene::default()
    }
}

fn bar(items: &mut Vec<Item>, top: f64, row: &Bar, highest: f64) {
    if !row.value.is_finite() {
        items.push(hatch_bar(top, BAR_REM));
        return;
    }
    let whole = share(row.value, highest);
    let hatched = share(positive(row.uncertain).min(positive(row.value)), highest).min(whole);
    for (x, w, role) in [
        (0.0, whole - hatched, Role::Scale(3)),
        (whole - hatched, hatched, Role::Hatch),
    ] {
        if w > 0.0 {
            items.push(Item::Rect {
                x,
                y: top,
                w,
                h: BAR_REM,
                role,
                gap: false,
            });
        }
    }
    items.push(Item::Line {
        x1: 0.0,
        y1: top - 0.15,
        x2: 0.0,
        y2: top + BAR_REM + 0.15,
        stroke: Stroke::Base,
    });
}
