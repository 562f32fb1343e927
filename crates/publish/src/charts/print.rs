//! Charts for the printed report: self-contained SVG with literal colours, in points.
//!
//! No style sheet, no rem, no percentage, no reference outside the drawing: what a Typst document needs.

use std::fmt::Write as _;

use super::html::{dot_radius, escape, number, ribbon_path};
use super::measure::{NARROW_REM, SMALL_REM, TEXT_REM, WIDE_REM, width};
use super::scene::{Anchor, Dot, Family, Ink, Item, Layout, Pattern, Role, Stroke, Text, Uses};
use super::signs::drawing;
use super::{Chart, Key, Legend, Sign};

/// How a drawing is set on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet<'a> {
    /// Width of the drawing, points.
    pub width_pt: f64,
    /// Family of the letters, as the document knows it: “Noto Sans”.
    pub font: &'a str,
}

const INK: &str = "#000";
const MUTED: &str = "#333";
const RULE: &str = "#999";
const EDGE: &str = "#444";
const GROUND: &str = "#fff";
const MINUS: &str = "#9a4d00";
const MINUS_SOFT: &str = "#e0a866";
const UNKNOWN: &str = "#a02c2c";

/// Size of a rem on the sheet when there is room for it, points.
const REM_PT: f64 = 9.6;

/// The key and the drawing of a chart; the finding, the table and the source belong to the document.
pub fn svg(chart: &Chart, sheet: &Sheet<'_>) -> String {
    let scene = &chart.scene;
    let width_pt = if sheet.width_pt.is_finite() {
        sheet.width_pt.max(60.0)
    } else {
        480.0
    };
    let narrowest = if scene.layout == Layout::Scrolls {
        40.0
    } else {
        NARROW_REM
    };
    let rem_pt = REM_PT.min(width_pt / narrowest);
    let mut pen = Pen {
        out: String::new(),
        width_pt,
        rem_pt,
        top: 0.0,
    };
    pen.legend(&chart.legend);
    pen.draw(&scene.items);
    let mut height = pen.top + scene.height;
    if let (true, Some(foot)) = (pen.is_wide(), &scene.foot) {
        pen.top += scene.height;
        pen.draw(&foot.items);
        height += foot.height;
    }
    // Letters may hang under the last baseline.
    let height_pt = (height + 0.35) * rem_pt;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}pt\" height=\"{h}pt\" viewBox=\"0 0 {w} {h}\" font-family=\"{font}\" font-size=\"{size}\" fill=\"{INK}\"><title>{title}</title><desc>{desc}</desc><defs>{defs}</defs>{body}</svg>",
        w = number(width_pt),
        h = number(height_pt),
        font = escape(sheet.font),
        size = number(TEXT_REM * rem_pt),
        title = escape(&chart.title),
        desc = escape(&chart.description),
        defs = patterns(&chart.uses(), rem_pt),
        body = pen.out
    )
}

struct Pen {
    out: String,
    width_pt: f64,
    rem_pt: f64,
    /// What is already above, rem.
    top: f64,
}

impl Pen {
    fn is_wide(&self) -> bool {
        self.width_pt / self.rem_pt >= WIDE_REM
    }

    fn x(&self, share: f64) -> f64 {
        share * self.width_pt
    }

    fn y(&self, rem: f64) -> f64 {
        (self.top + rem) * self.rem_pt
    }

    fn legend(&mut self, entries: &[Legend]) {
        let room = self.width_pt / self.rem_pt;
        let mut left = 0.0;
        for entry in entries {
            let long = 1.5 + width(&entry.text, SMALL_REM);
            if left > 0.0 && left + long > room {
                left = 0.0;
                self.top += 1.4;
            }
            self.key(left, entry.key);
            let text = Text::new(0.0, 0.95, entry.text.as_str(), Ink::Axis);
            self.text(&text, (left + 1.4) * self.rem_pt);
            left += long + 1.2;
        }
        if !entries.is_empty() {
            self.top += 2.0;
        }
    }

    fn key(&mut self, left_rem: f64, key: Key) {
        let (left, size) = (left_rem * self.rem_pt, self.rem_pt);
        match key {
            Key::Sign(sign) => self.sign(left, self.y(0.1), size, sign),
            Key::Fill(role) => {
                let y = self.y(0.1);
                let _ = write!(
                    self.out,
                    "<rect x=\"{}\" y=\"{}\" width=\"{size}\" height=\"{size}\" fill=\"{}\"/>",
                    number(left),
                    number(y),
                    fill(role),
                    size = number(size)
                );
            }
            Key::Dot(dot) => self.circle(left + size / 2.0, self.y(0.6), dot),
        }
    }

    fn draw(&mut self, items: &[Item]) {
        let mut is_in_ribbons = false;
        for item in items {
            let is_ribbon = matches!(item, Item::Ribbon { .. });
            // Bands are see-through together, so that crossings do not darken.
            if is_ribbon != is_in_ribbons {
                self.out.push_str(if is_ribbon {
                    "<g opacity=\".75\">"
                } else {
                    "</g>"
                });
                is_in_ribbons = is_ribbon;
            }
            self.draw_one(item);
        }
        if is_in_ribbons {
            self.out.push_str("</g>");
        }
    }

    fn draw_one(&mut self, item: &Item) {
        match item {
            Item::Line {
                x1,
                y1,
                x2,
                y2,
                stroke,
            } => {
                let (colour, weight) = match stroke {
                    Stroke::Grid => (RULE, 0.5),
                    Stroke::Base => (INK, 1.2),
                    Stroke::Tick => (EDGE, 0.6),
                };
                let [x1, y1, x2, y2] =
                    [self.x(*x1), self.y(*y1), self.x(*x2), self.y(*y2)].map(number);
                let _ = write!(
                    self.out,
                    "<path d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"{colour}\" stroke-width=\"{weight}\" fill=\"none\"/>"
                );
            }
            Item::Rect {
                x,
                y,
                w,
                h,
                role,
                gap,
            } => self.rect([*x, *y, *w, *h], *role, *gap),
            Item::Circle { x, y, dot } => self.circle(self.x(*x), self.y(*y), *dot),
            Item::Text(text) => self.text(text, self.x(text.x)),
            Item::Mark { x, y, sign } => {
                let size = 1.15 * self.rem_pt;
                self.sign(self.x(*x) - size / 2.0, self.y(*y), size, *sign);
            }
            Item::Plate { x, y, text, strong } => self.plate(*x, *y, text, *strong),
            Item::Ribbon {
                x1,
                y1,
                x2,
                y2,
                h,
                role,
            } => {
                let corners = [
                    self.x(*x1),
                    self.y(*y1),
                    self.x(*x2),
                    self.y(*y2),
                    h * self.rem_pt,
                ];
                let _ = write!(
                    self.out,
                    "<path d=\"{}\" fill=\"{}\"/>",
                    ribbon_path(corners),
                    fill(*role)
                );
            }
            Item::WideOnly(inside) if self.is_wide() => self.draw(inside),
            Item::NarrowOnly(inside) if !self.is_wide() => self.draw(inside),
            Item::WideOnly(_) | Item::NarrowOnly(_) => {}
        }
    }

    fn rect(&mut self, [x, y, w, h]: [f64; 4], role: Role, gap: bool) {
        let stroke = if gap {
            format!(" stroke=\"{GROUND}\" stroke-width=\"1\"")
        } else {
            String::new()
        };
        let [x, y, w, h] = [
            self.x(x),
            self.y(y),
            self.x(w.max(0.0)),
            h.max(0.0) * self.rem_pt,
        ]
        .map(number);
        let _ = write!(
            self.out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{}\"{stroke}/>",
            fill(role)
        );
    }

    fn circle(&mut self, x: f64, y: f64, dot: Dot) {
        let (inside, outline) = match dot {
            Dot::Value => (INK, GROUND),
            Dot::Ring => (GROUND, INK),
            Dot::Solid => (INK, "none"),
        };
        let _ = write!(
            self.out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{inside}\" stroke=\"{outline}\" stroke-width=\"1.2\"/>",
            number(x),
            number(y),
            number(dot_radius(dot) * self.rem_pt)
        );
    }

    fn sign(&mut self, x: f64, y: f64, size: f64, sign: Sign) {
        let _ = write!(
            self.out,
            "<g transform=\"translate({} {}) scale({:.4})\" fill=\"{INK}\" stroke=\"{INK}\">{}</g>",
            number(x),
            number(y),
            size / 14.0,
            drawing(sign)
        );
    }

    fn plate(&mut self, x: f64, y: f64, text: &str, strong: bool) {
        let wide = width(text, TEXT_REM) + 0.5;
        let _ = write!(
            self.out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{GROUND}\"/>",
            number(self.x(x) - wide / 2.0 * self.rem_pt),
            number(self.y(y)),
            number(wide * self.rem_pt),
            number(1.15 * self.rem_pt)
        );
        let ink = if strong { Ink::Strong } else { Ink::Plain };
        let on_plate = Text::new(x, y + 0.9, text, ink).middle();
        self.text(&on_plate, self.x(x));
    }

    fn text(&mut self, text: &Text, x: f64) {
        let colour = match text.ink {
            Ink::Quiet | Ink::Axis => Some(MUTED),
            Ink::OnDark => Some(GROUND),
            Ink::OnMid => Some("#14262c"),
            Ink::Plain | Ink::Strong => None,
        };
        let mut attributes =
            colour.map_or_else(String::new, |colour| format!(" fill=\"{colour}\""));
        if text.ink == Ink::Axis {
            let _ = write!(
                attributes,
                " font-size=\"{}\"",
                number(SMALL_REM * self.rem_pt)
            );
        }
        if text.ink == Ink::Strong {
            attributes.push_str(" font-weight=\"600\"");
        }
        attributes.push_str(match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        });
        let tail = if self.is_wide() {
            text.tail.as_str()
        } else {
            ""
        };
        let written = escape(&format!("{}{tail}", text.text));
        let at = format!(
            "x=\"{}\" y=\"{}\"",
            number(x + text.shift.rem() * self.rem_pt),
            number(self.y(text.y))
        );
        if text.halo {
            // The halo is a text of its own, drawn first: not every reader honours the order of painting.
            let outline = format!(
                "stroke=\"{GROUND}\" stroke-width=\"2.5\" stroke-linejoin=\"round\" aria-hidden=\"true\""
            );
            let _ = write!(
                self.out,
                "<text {at}{attributes} {outline}>{written}</text>"
            );
        }
        let _ = write!(self.out, "<text {at}{attributes}>{written}</text>");
    }
}

fn fill(role: Role) -> String {
    match role.pattern() {
        // A band that leads to the unknown is hatched as everything unknown is, in its own colour.
        Some(pattern) => format!("url(#{})", pattern.id()),
        None => colour(role).to_owned(),
    }
}

fn colour(role: Role) -> &'static str {
    match role {
        Role::Scale(0) => "#e9eeee",
        Role::Scale(1) => "#bcd5da",
        Role::Scale(2) => "#84b1bb",
        Role::Scale(3) => "#33798a",
        Role::Scale(_) | Role::Family(Family::First) => "#0b4552",
        Role::Plus => "#0a5768",
        Role::PlusSoft => "#7fb0bb",
        Role::Minus => MINUS,
        Role::MinusSoft => MINUS_SOFT,
        Role::Neutral | Role::Family(Family::Other) => "#a9b7ba",
        Role::Family(Family::Second) => "#4f93a3",
        Role::Family(Family::Third) => "#c28a2e",
        Role::Family(Family::Fourth) => "#7d6ea8",
        Role::Family(Family::Unknown) => UNKNOWN,
        Role::Hatch => EDGE,
        Role::Node => INK,
    }
}

fn patterns(uses: &Uses, rem_pt: f64) -> String {
    uses.patterns
        .iter()
        .map(|pattern| pattern_markup(*pattern, rem_pt / 16.0))
        .collect()
}

/// A pattern, its tile drawn as on a screen then brought to the size of the sheet.
fn pattern_markup(pattern: Pattern, scale: f64) -> String {
    let (tile, turn, inside) = match pattern {
        Pattern::Hatch => (
            6.0,
            -45,
            format!("<rect width=\"6\" height=\"1.5\" fill=\"{EDGE}\"/>"),
        ),
        Pattern::Minus => (
            5.0,
            45,
            format!(
                "<rect width=\"5\" height=\"5\" fill=\"{MINUS_SOFT}\"/><rect width=\"3\" height=\"5\" fill=\"{MINUS}\"/>"
            ),
        ),
        Pattern::MinusSoft => (
            5.0,
            0,
            format!(
                "<rect width=\"5\" height=\"5\" fill=\"{MINUS_SOFT}\"/><circle cx=\"2.5\" cy=\"2.5\" r=\"1.2\" fill=\"{MINUS}\"/>"
            ),
        ),
        Pattern::Unknown => (
            6.0,
            -45,
            format!("<rect width=\"6\" height=\"2.4\" fill=\"{UNKNOWN}\"/>"),
        ),
    };
    format!(
        "<pattern id=\"{}\" width=\"{tile}\" height=\"{tile}\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({turn}) scale({scale:.4})\">{inside}</pattern>",
        pattern.id()
    )
}
