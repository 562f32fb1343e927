//! Rates from zero, sorted: who answers, who is covered. A hidden rate is a hatch.

use super::Axis;
use super::row::{Head, head};
use super::scene::{Dot, Item, Scene, Stroke, empty, hatch_bar};

/// Rates that share an axis starting at zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Lollipop {
    /// The axis.
    pub axis: Axis,
    /// The rates; they are sorted here, the highest first, the unknown last.
    pub rows: Vec<LollipopRow>,
    /// What to say when there is no rate.
    pub empty: String,
}

/// A rate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LollipopRow {
    /// Name of the row.
    pub label: String,
    /// The rate; none when hidden or unknown.
    pub value: Option<f64>,
    /// The rate as text, or the word that says why there is none.
    pub text: String,
    /// What a wide column adds to the text: “ de 58 agents”.
    pub tail: String,
}

impl LollipopRow {
    fn known(&self) -> Option<f64> {
        self.value.filter(|value| value.is_finite())
    }
}

/// Draws one thread per rate.
pub fn lollipop(input: &Lollipop) -> Scene {
    if input.rows.is_empty() {
        return empty(&input.empty);
    }
    let mut sorted: Vec<&LollipopRow> = input.rows.iter().collect();
    sorted.sort_by(|one, other| {
        let key = |row: &LollipopRow| row.known().unwrap_or(f64::NEG_INFINITY);
        key(other).total_cmp(&key(one))
    });
    let mut rows = Vec::new();
    let mut y = 2.6;
    for row in sorted {
        let names = Head {
            label: &row.label,
            value: &row.text,
            tail: &row.tail,
        };
        let middle = head(&mut rows, y, &names) + 0.6;
        match row.known().and_then(|value| input.axis.place(value)) {
            Some(x) => {
                rows.push(Item::Line {
                    x1: 0.0,
                    y1: middle,
                    x2: x,
                    y2: middle,
                    stroke: Stroke::Base,
                });
                rows.push(Item::Circle {
                    x,
                    y: middle,
                    dot: Dot::Value,
                });
            }
            None => rows.push(hatch_bar(middle - 0.25, 0.5)),
        }
        y = middle + 1.75;
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
