//! “6 out of 10”: one box each, hatched when late or unknown; a bar when there are too many to count.

use super::measure::{NARROW_REM, SMALL_REM, share, width};
use super::scene::{Ink, Item, Role, Scene, Text, empty};

/// A count inside a count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// How many in all.
    pub total: u32,
    /// How many are late, missing or unknown.
    pub late: u32,
    /// Those, as text.
    pub late_text: String,
    /// The others, as text.
    pub done_text: String,
    /// What to say when there is none at all.
    pub empty: String,
}

/// Above this count, boxes become a bar.
const BOXES_MAX: u32 = 20;
const TOP_REM: f64 = 0.2;
const BOX_REM: f64 = 1.3;

/// Draws the boxes, or the bar.
pub fn parts(input: &Parts) -> Scene {
    if input.total == 0 {
        return empty(&input.empty);
    }
    let late = input.late.min(input.total);
    let mut items = if input.total <= BOXES_MAX {
        boxes(input.total, late)
    } else {
        bar(input.total, late)
    };
    items.push(Text::new(0.0, 2.7, &input.late_text, Ink::Axis).into());
    let both = width(&input.late_text, SMALL_REM) + width(&input.done_text, SMALL_REM);
    let (baseline, height) = if both + 1.0 > NARROW_REM {
        (3.9, 4.2)
    } else {
        (2.7, 3.0)
    };
    items.push(
        Text::new(1.0, baseline, &input.done_text, Ink::Axis)
            .end()
            .into(),
    );
    Scene {
        height,
        items,
        ..Scene::default()
    }
}

fn boxes(total: u32, late: u32) -> Vec<Item> {
    let w = 0.88 / f64::from(total);
    let step = (1.0 - w) / f64::from((total - 1).max(1));
    (0..total)
        .map(|index| Item::Rect {
            x: f64::from(index) * step,
            y: TOP_REM,
            w,
            h: BOX_REM,
            role: if index < late {
                Role::Hatch
            } else {
                Role::Plus
            },
            gap: false,
        })
        .collect()
}

fn bar(total: u32, late: u32) -> Vec<Item> {
    let w = share(f64::from(late), f64::from(total));
    [(0.0, w, Role::Hatch), (w, 1.0 - w, Role::Plus)]
        .into_iter()
        .filter(|(_, w, _)| *w > 0.0)
        .map(|(x, w, role)| Item::Rect {
            x,
            y: TOP_REM,
            w,
            h: BOX_REM,
            role,
            gap: true,
        })
        .collect()
}
