//! Before and after: a ring, a thread, a dot. The key must give the response rates of both.

use super::Axis;
use super::row::{Head, head};
use super::scene::{Dot, Item, Scene, Stroke, empty, hatch_bar};

/// Two moments that share an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct BeforeAfter {
    /// The axis.
    pub axis: Axis,
    /// The rows, already in the order wanted.
    pub rows: Vec<BeforeAfterRow>,
    /// What to say when there is no row.
    pub empty: String,
}

/// A value at two moments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BeforeAfterRow {
    /// Name of the row.
    pub label: String,
    /// Both values as text: “58 % puis 42 %”.
    pub text: String,
    /// The value before; none when it was not asked or is hidden.
    pub before: Option<f64>,
    /// The value after; none when it was not asked or is hidden.
    pub after: Option<f64>,
}

/// Draws one thread per row.
pub fn before_after(input: &BeforeAfter) -> Scene {
    if input.rows.is_empty() {
        return empty(&input.empty);
    }
    let mut rows = Vec::new();
    let mut y = 2.6;
    for row in &input.rows {
        let names = Head {
            label: &row.label,
            value: &row.text,
            tail: "",
        };
        let middle = head(&mut rows, y, &names) + 0.75;
        let place = |value: Option<f64>| value.and_then(|value| input.axis.place(value));
        thread(&mut rows, middle, place(row.before), place(row.after));
        y = middle + 1.95;
    }
    let bottom = y - 1.25;
    let mut items = Vec::new();
    input.axis.grid(0.0, 1.0, 1.3, bottom, &mut items);
    items.append(&mut rows);
    Scene {
        height: bottom + 0.2,
        items,
        ..Scene::default()
    }
}

fn thread(items: &mut Vec<Item>, y: f64, before: Option<f64>, after: Option<f64>) {
    if let (Some(x1), Some(x2)) = (before, after) {
        items.push(Item::Line {
            x1,
            y1: y,
            x2,
            y2: y,
            stroke: Stroke::Base,
        });
    }
    if before.is_none() && after.is_none() {
        items.push(hatch_bar(y - 0.25, 0.5));
    }
    items.extend(before.map(|x| Item::Circle {
        x,
        y,
        dot: Dot::Ring,
    }));
    items.extend(after.map(|x| Item::Circle {
        x,
        y,
        dot: Dot::Solid,
    }));
}
