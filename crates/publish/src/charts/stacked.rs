//! Bars of 100 %, from the most to the least: who answers what, and what is hidden.

use super::measure::{NARROW_REM, TEXT_REM, WIDE_REM, positive, share, width};
use super::row::{Head, head};
use super::scene::{Item, Role, Scene, Text, empty, hatch_bar};

/// Rows of parts that add up to a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stacked {
    /// The rows, already in the order wanted.
    pub rows: Vec<StackedRow>,
    /// What to say when there is no row.
    pub empty: String,
}

/// A whole and its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackedRow {
    /// Name of the row.
    pub label: String,
    /// How many answers, as text.
    pub count: String,
    /// What a wide column adds to the count: “ réponses”.
    pub count_tail: String,
    /// The parts, in the order of the scale. A row without a part that can be drawn is all hatch.
    pub parts: Vec<StackedPart>,
}

/// A part of a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedPart {
    /// Its size, in any unit: the row is brought to 100 %.
    pub value: f64,
    /// The number to write on it, if there is room; never written on a hidden part.
    pub text: String,
    /// What it means; [`Role::Hatch`] when hidden.
    pub role: Role,
}

const BAR_REM: f64 = 1.4;
/// A number is written on a part from this share on.
const WRITTEN_FROM: f64 = 0.07;

/// Draws the bars, one under the other.
pub fn stacked(input: &Stacked) -> Scene {
    if input.rows.is_empty() {
        return empty(&input.empty);
    }
    let mut items = Vec::new();
    let mut y = 1.0;
    for row in &input.rows {
        let names = Head {
            label: &row.label,
            value: &row.count,
            tail: &row.count_tail,
        };
        let top = head(&mut items, y, &names) + 0.4;
        bar(&mut items, top, row);
        y = top + BAR_REM + 1.55;
    }
    Scene {
        height: y - 1.4,
        items,
        ..Scene::default()
    }
}

fn bar(items: &mut Vec<Item>, top: f64, row: &StackedRow) {
    let total: f64 = row.parts.iter().map(|part| positive(part.value)).sum();
    if positive(total) == 0.0 {
        items.push(hatch_bar(top, BAR_REM));
        return;
    }
    let mut x = 0.0;
    for part in &row.parts {
        let w = share(part.value, total);
        if w > 0.0 {
            items.push(Item::Rect {
                x,
                y: top,
                w,
                h: BAR_REM,
                role: part.role,
                gap: true,
            });
            items.extend(number(x + w / 2.0, w, top, part));
            x += w;
        }
    }
}

fn number(middle: f64, w: f64, top: f64, part: &StackedPart) -> Option<Item> {
    if w < WRITTEN_FROM || part.role == Role::Hatch || part.text.is_empty() {
        return None;
    }
    let long = width(&part.text, TEXT_REM);
    let item = match part.role.ink_on() {
        Some(ink) => Text::new(middle, top + 1.0, &part.text, ink)
            .middle()
            .into(),
        None => Item::Plate {
            x: middle,
            y: top + 0.15,
            text: part.text.clone(),
            strong: false,
        },
    };
    match w {
        _ if long < w * NARROW_REM => Some(item),
        _ if long < w * WIDE_REM => Some(Item::WideOnly(vec![item])),
        _ => None,
    }
}
