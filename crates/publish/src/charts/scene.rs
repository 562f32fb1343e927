//! The vocabulary of drawings: primitives with roles.
//!
//! `x` is a fraction of the width, from 0 to 1; `y` and heights are in rem. So a drawing stretches with
//! its column while its text keeps the reader's size. Baselines are where SVG puts them.

use std::collections::BTreeSet;

use super::measure::{NARROW_REM, SMALL_REM, TEXT_REM, wrap};
use super::{Chart, Key, Sign};

/// A drawing, ready to be rendered for a page or for print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Height in rem.
    pub height: f64,
    /// What is drawn, from the back to the front.
    pub items: Vec<Item>,
    /// A second part under the first, for wide columns only.
    pub foot: Option<Foot>,
    /// How the drawing behaves in a narrow column.
    pub layout: Layout,
}

/// The part of a drawing that only a wide column shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foot {
    /// Height in rem.
    pub height: f64,
    /// What is drawn, `y` counted from the top of the foot.
    pub items: Vec<Item>,
}

/// How a drawing behaves in a narrow column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// It stretches.
    #[default]
    Fluid,
    /// It stretches and its signs get smaller.
    Horizon,
    /// It keeps a minimal width and scrolls.
    Scrolls,
}

/// A primitive.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A straight line.
    Line {
        /// Start, fraction of the width.
        x1: f64,
        /// Start, rem.
        y1: f64,
        /// End, fraction of the width.
        x2: f64,
        /// End, rem.
        y2: f64,
        /// What the line is for.
        stroke: Stroke,
    },
    /// A rectangle.
    Rect {
        /// Left edge, fraction of the width.
        x: f64,
        /// Top edge, rem.
        y: f64,
        /// Width, fraction of the width.
        w: f64,
        /// Height, rem.
        h: f64,
        /// What the surface means.
        role: Role,
        /// Whether a thin line of the ground separates it from its neighbours.
        gap: bool,
    },
    /// A point.
    Circle {
        /// Centre, fraction of the width.
        x: f64,
        /// Centre, rem.
        y: f64,
        /// What the point means.
        dot: Dot,
    },
    /// A line of text.
    Text(Text),
    /// A sign, centred on `x`, 1.15 rem high from `y`.
    Mark {
        /// Centre, fraction of the width.
        x: f64,
        /// Top edge, rem.
        y: f64,
        /// Which sign.
        sign: Sign,
    },
    /// A text centred on a small plate of the ground colour, readable on any pattern.
    Plate {
        /// Centre, fraction of the width.
        x: f64,
        /// Top edge of the plate, rem.
        y: f64,
        /// The text.
        text: String,
        /// Whether it is bold.
        strong: bool,
    },
    /// A curved band between two columns.
    Ribbon {
        /// Start, fraction of the width.
        x1: f64,
        /// Top of the start, rem.
        y1: f64,
        /// End, fraction of the width.
        x2: f64,
        /// Top of the end, rem.
        y2: f64,
        /// Thickness, rem.
        h: f64,
        /// What the band means.
        role: Role,
    },
    /// What a narrow column leaves out.
    WideOnly(Vec<Item>),
    /// What a wide column draws otherwise.
    NarrowOnly(Vec<Item>),
}

/// What a surface means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A step of an ordered scale, from 0 (least) to 4 (most).
    Scale(u8),
    /// The positive pole.
    Plus,
    /// Positive, less strongly; also the span of an interval.
    PlusSoft,
    /// The negative pole: striped.
    Minus,
    /// Negative, less strongly: dotted.
    MinusSoft,
    /// Neither.
    Neutral,
    /// One of the families, always with a direct label.
    Family(Family),
    /// Not known: hidden, not answered, estimated, late.
    Hatch,
    /// A node that bands meet.
    Node,
}

/// A family in a chart of categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// Every other known family.
    Other,
    /// Not known: hatched.
    Unknown,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A rule that helps the eye.
    Grid,
    /// A base line, a bound, a thread that carries a value.
    Base,
    /// A graduation or a leader.
    Tick,
}

/// What a point means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dot {
    /// An observed value.
    Value,
    /// The value before, or what was asked: hollow.
    Ring,
    /// The value after, or what is in use: full.
    Solid,
}

/// How a text is inked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// As running text.
    #[default]
    Plain,
    /// The name of a row.
    Strong,
    /// A value beside its row.
    Quiet,
    /// Smaller: axes and notes.
    Axis,
    /// On a dark surface.
    OnDark,
    /// On a middle surface.
    OnMid,
}

/// Which end of a text sits on its `x`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A small fixed distance from `x`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shift {
    /// None.
    #[default]
    None,
    /// A little after.
    After,
    /// A little before.
    Before,
    /// Beside a sign centred on `x`.
    AfterMark,
}

impl Shift {
    /// The distance in rem.
    pub fn rem(self) -> f64 {
        match self {
            Shift::None => 0.0,
            Shift::After => 0.35,
            Shift::Before => -0.35,
            Shift::AfterMark => 0.85,
        }
    }
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// Fraction of the width.
    pub x: f64,
    /// Baseline, rem.
    pub y: f64,
    /// What is written.
    pub text: String,
    /// What a wide column adds to it.
    pub tail: String,
    /// How it is inked.
    pub ink: Ink,
    /// Which end sits on `x`.
    pub anchor: Anchor,
    /// A fixed distance from `x`.
    pub shift: Shift,
    /// Whether a halo of the ground keeps it readable over lines.
    pub halo: bool,
}

impl Text {
    /// A text starting at `x`.
    pub fn new(x: f64, y: f64, text: impl Into<String>, ink: Ink) -> Self {
        Text {
            x,
            y,
            text: text.into(),
            ink,
            ..Text::default()
        }
    }

    /// The same text, ending at its `x`.
    pub fn end(mut self) -> Self {
        self.anchor = Anchor::End;
        self
    }

    /// The same text, centred on its `x`.
    pub fn middle(mut self) -> Self {
        self.anchor = Anchor::Middle;
        self
    }

    /// The same text, a fixed distance away.
    pub fn shifted(mut self, shift: Shift) -> Self {
        self.shift = shift;
        self
    }

    /// The same text, readable over lines.
    pub fn haloed(mut self) -> Self {
        self.halo = true;
        self
    }

    /// The same text with an end that only wide columns show.
    pub fn with_tail(mut self, tail: impl Into<String>) -> Self {
        self.tail = tail.into();
        self
    }

    /// Size of the letters, rem.
    pub fn size(&self) -> f64 {
        if self.ink == Ink::Axis {
            SMALL_REM
        } else {
            TEXT_REM
        }
    }
}

impl From<Text> for Item {
    fn from(text: Text) -> Self {
        Item::Text(text)
    }
}

/// A pattern that a page or document defines once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Not known.
    Hatch,
    /// The negative pole.
    Minus,
    /// Negative, less strongly.
    MinusSoft,
    /// The unknown family.
    Unknown,
}

impl Pattern {
    /// Identifier of the `<pattern>`, without the `#`.
    pub fn id(self) -> &'static str {
        match self {
            Pattern::Hatch => "p-hatch",
            Pattern::Minus => "p-minus",
            Pattern::MinusSoft => "p-minus-2",
            Pattern::Unknown => "p-unknown",
        }
    }
}

impl Role {
    /// The pattern that fills the surface, if it is not a plain colour.
    pub fn pattern(self) -> Option<Pattern> {
        match self {
            Role::Hatch => Some(Pattern::Hatch),
            Role::Minus => Some(Pattern::Minus),
            Role::MinusSoft => Some(Pattern::MinusSoft),
            Role::Family(Family::Unknown) => Some(Pattern::Unknown),
            _ => None,
        }
    }

    /// The same role in a key: the pattern of unknown bands only looks even inside bands.
    pub(super) fn in_key(self) -> Role {
        if self == Role::Family(Family::Unknown) {
            Role::Hatch
        } else {
            self
        }
    }

    /// How a number written on the surface is inked; none when it needs a plate.
    pub fn ink_on(self) -> Option<Ink> {
        match self {
            Role::Scale(3..) | Role::Plus | Role::Node => Some(Ink::OnDark),
            Role::Scale(2) | Role::PlusSoft => Some(Ink::OnMid),
            Role::Scale(_) | Role::Neutral => Some(Ink::Plain),
            _ => None,
        }
    }
}

/// The signs and patterns a page or document must define.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Signs used.
    pub signs: BTreeSet<Sign>,
    /// Patterns used.
    pub patterns: BTreeSet<Pattern>,
}

impl Uses {
    /// Adds what a chart and its key use.
    pub fn add(&mut self, chart: &Chart) {
        for legend in &chart.legend {
            match legend.key {
                Key::Sign(sign) => drop(self.signs.insert(sign)),
                Key::Fill(role) => self
                    .patterns
                    .extend(role.in_key().pattern().into_iter().chain(role.pattern())),
                Key::Dot(_) => {}
            }
        }
        self.add_scene(&chart.scene);
    }

    /// Adds what a drawing without key uses.
    pub fn add_scene(&mut self, scene: &Scene) {
        self.add_items(&scene.items);
        if let Some(foot) = &scene.foot {
            self.add_items(&foot.items);
        }
    }

    fn add_items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Mark { sign, .. } => drop(self.signs.insert(*sign)),
                Item::Rect { role, .. } | Item::Ribbon { role, .. } => {
                    self.patterns.extend(role.pattern());
                }
                Item::WideOnly(inside) | Item::NarrowOnly(inside) => self.add_items(inside),
                _ => {}
            }
        }
    }
}

/// The drawing of nothing: a hatch, and the sentence that says why.
pub fn empty(sentence: &str) -> Scene {
    let mut items = vec![hatch_bar(0.1, 1.4)];
    let mut y = 2.6;
    for line in wrap(sentence, NARROW_REM, TEXT_REM, 6) {
        items.push(Text::new(0.0, y, line, Ink::Quiet).into());
        y += 1.35;
    }
    Scene {
        height: y - 0.9,
        items,
        ..Scene::default()
    }
}

/// A hatch over the whole width: nothing is known here.
pub(super) fn hatch_bar(y: f64, h: f64) -> Item {
    Item::Rect {
        x: 0.0,
        y,
        w: 1.0,
        h,
        role: Role::Hatch,
        gap: false,
    }
}
