//! Effects on both sides of a line: negative at the left, striped or dotted, positive at the right.
//!
//! Neutral answers and “we do not know” have no side, so they are written apart.

use super::measure::{NARROW_REM, SMALL_REM, TEXT_REM, positive, share, width, wrap};
use super::row::{Head, head};
use super::scene::{Ink, Item, Role, Scene, Shift, Stroke, Text, empty, hatch_bar};

/// Effects by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diverging {
    /// The rows, already in the order wanted.
    pub rows: Vec<DivergingRow>,
    /// What to say when there is no row.
    pub empty: String,
}

/// The effects of one row, in any unit common to the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DivergingRow {
    /// Name of the row.
    pub label: String,
    /// How many answers, as text.
    pub count: String,
    /// What a wide column adds to the count.
    pub count_tail: String,
    /// Very negative.
    pub very_negative: f64,
    /// Negative.
    pub negative: f64,
    /// Positive.
    pub positive: f64,
    /// Very positive.
    pub very_positive: f64,
    /// Total of the negative side, as text.
    pub negative_text: String,
    /// Total of the positive side, as text.
    pub positive_text: String,
    /// The neutral answers and those who do not know, as text.
    pub aside: String,
}

const BAR_REM: f64 = 1.3;

/// Draws one bar per row, all on the same line of no effect.
pub fn diverging(input: &Diverging) -> Scene {
    if input.rows.is_empty() {
        return empty(&input.empty);
    }
    let plan = Plan::of(&input.rows);
    let mut items = Vec::new();
    let mut y = 1.0;
    for row in &input.rows {
        let names = Head {
            label: &row.label,
            value: &row.count,
            tail: &row.count_tail,
        };
        let top = head(&mut items, y, &names) + 0.4;
        plan.bar(&mut items, top, row);
        y = top + BAR_REM + 1.1;
        for line in wrap(&row.aside, NARROW_REM, SMALL_REM, 3) {
            items.push(Text::new(1.0, y, line, Ink::Axis).end().into());
            y += 1.1;
        }
        y += 0.75;
    }
    Scene {
        height: y - 1.5,
        items,
        ..Scene::default()
    }
}

/// Where the line of no effect is, and how long one unit is.
struct Plan {
    zero: f64,
    scale: f64,
}

impl Plan {
    fn of(rows: &[DivergingRow]) -> Self {
        let longest = |side: fn(&DivergingRow) -> f64| rows.iter().map(side).fold(0.0, f64::max);
        let text_room = |text: fn(&DivergingRow) -> &str| {
            let widest = rows
                .iter()
                .map(|row| width(text(row), TEXT_REM))
                .fold(0.0, f64::max);
            ((widest + 0.6) / NARROW_REM).min(0.3)
        };
        let (left, right) = (longest(negatives), longest(positives));
        let before = text_room(|row| &row.negative_text);
        let after = text_room(|row| &row.positive_text);
        let room = 1.0 - before - after;
        let zero = before + room * share(left, left + right);
        let total = positive(left + right);
        Plan {
            zero,
            scale: if total > 0.0 {
                positive(room / total)
            } else {
                0.0
            },
        }
    }

    fn bar(&self, items: &mut Vec<Item>, top: f64, row: &DivergingRow) {
        let (left, right) = (negatives(row), positives(row));
        if left + right == 0.0 && row.aside.is_empty() {
            items.push(hatch_bar(top, BAR_REM));
            return;
        }
        let mut rect = |x: f64, w: f64, role: Role| {
            if w > 0.0 {
                items.push(Item::Rect {
                    x,
                    y: top,
                    w,
                    h: BAR_REM,
                    role,
                    gap: true,
                });
            }
        };
        let far_left = self.zero - left * self.scale;
        let near_left = self.zero - positive(row.negative) * self.scale;
        let near_right = self.zero + positive(row.positive) * self.scale;
        let far_right = self.zero + right * self.scale;
        rect(far_left, near_left - far_left, Role::Minus);
        rect(near_left, self.zero - near_left, Role::MinusSoft);
        rect(self.zero, near_right - self.zero, Role::PlusSoft);
        rect(near_right, far_right - near_right, Role::Plus);
        let baseline = top + 1.0;
        items.push(
            Text::new(far_left, baseline, &row.negative_text, Ink::Plain)
                .end()
                .shifted(Shift::Before)
                .into(),
        );
        items.push(
            Text::new(far_right, baseline, &row.positive_text, Ink::Plain)
                .shifted(Shift::After)
                .into(),
        );
        items.push(Item::Line {
            x1: self.zero,
            y1: top - 0.2,
            x2: self.zero,
            y2: top + BAR_REM + 0.2,
            stroke: Stroke::Base,
        });
    }
}

fn negatives(row: &DivergingRow) -> f64 {
    positive(positive(row.very_negative) + positive(row.negative))
}

fn positives(row: &DivergingRow) -> f64 {
    positive(positive(row.very_positive) + positive(row.positive))
}
