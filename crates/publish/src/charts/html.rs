//! Charts for the pages: fluid SVG with the classes of the style sheet, inside a complete figure.

use std::fmt::Write as _;

use super::measure::{TEXT_REM, width};
use super::scene::{
    Anchor, Dot, Family, Ink, Item, Layout, Pattern, Role, Scene, Shift, Stroke, Text, Uses,
};
use super::{Chart, Key, Legend, Table, Words, symbol};

/// The whole `<figure>`: finding, key, drawing, table, link to the data, source.
pub fn figure(chart: &Chart, words: &Words) -> String {
    let scrolls = chart.scene.layout == Layout::Scrolls;
    let mut out = format!(
        "<figure id=\"{}\"><figcaption>{}</figcaption>{}",
        escape(&chart.id),
        escape(&chart.finding),
        legend(&chart.legend)
    );
    if scrolls {
        let _ = write!(
            out,
            "<p class=\"small narrow-only\">{}</p><section class=\"scroll-x\" aria-label=\"{}\" tabindex=\"0\">{}</section>",
            escape(&words.scrolls),
            escape(&chart.title),
            svg(chart)
        );
    } else {
        out.push_str(&svg(chart));
    }
    out.push_str(&details(chart, words));
    if !chart.source.is_empty() {
        let _ = write!(out, "<p class=\"source\">{}</p>", escape(&chart.source));
    }
    out.push_str("</figure>");
    out
}

/// The drawing alone, with its accessible name and description.
pub fn svg(chart: &Chart) -> String {
    let id = escape(&chart.id);
    let scene = &chart.scene;
    let class = if scene.layout == Layout::Horizon {
        "chart horizon"
    } else {
        "chart"
    };
    let mut out = format!(
        "<svg class=\"{class}\" height=\"{}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        rem(scene.height),
        escape(&chart.title),
        escape(&chart.description)
    );
    draw(&mut out, &scene.items, scene.height);
    out.push_str("</svg>");
    out.push_str(&foot(scene));
    out
}

/// The part that only a wide column shows: it repeats what the table says, so it is silent.
fn foot(scene: &Scene) -> String {
    let Some(foot) = &scene.foot else {
        return String::new();
    };
    let mut out = format!(
        "<svg class=\"chart wide-only\" height=\"{}\" aria-hidden=\"true\">",
        rem(foot.height)
    );
    draw(&mut out, &foot.items, foot.height);
    out.push_str("</svg>");
    out
}

/// The symbols and patterns that the charts and signs of a page refer to; empty text when there is none.
pub fn defs(uses: &Uses) -> String {
    if uses.signs.is_empty() && uses.patterns.is_empty() {
        return String::new();
    }
    let symbols: String = uses.signs.iter().map(|sign| symbol(*sign)).collect();
    let patterns: String = uses
        .patterns
        .iter()
        .map(|pattern| pattern_markup(*pattern))
        .collect();
    format!("<svg class=\"defs chart\" aria-hidden=\"true\">{symbols}{patterns}</svg>")
}

fn pattern_markup(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Hatch => {
            r#"<pattern id="p-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="tick" stroke-width="3" d="M0 0h6"/></pattern>"#
        }
        Pattern::Minus => {
            r#"<pattern id="p-minus" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="pat-minus-2" d="M0 0h5v5H0z"/><path class="pat-minus" d="M0 0h3v5H0z"/></pattern>"#
        }
        Pattern::MinusSoft => {
            r#"<pattern id="p-minus-2" width="5" height="5" patternUnits="userSpaceOnUse"><path class="pat-minus-2" d="M0 0h5v5H0z"/><circle class="pat-minus" cx="2.5" cy="2.5" r="1.2"/></pattern>"#
        }
        // Bands are drawn 100 units wide whatever the column, so this hatch is drawn flat to look even.
        Pattern::Unknown => {
            r#"<pattern id="p-unknown" width=".8" height=".45" patternUnits="userSpaceOnUse"><path class="line-unknown" stroke-width=".16" d="M-.2.56 1-.11M-.2.11 .2-.11M.6.56 1 .34"/></pattern>"#
        }
    }
}

/// The key of a chart.
pub fn legend(entries: &[Legend]) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let spans: Vec<String> = entries
        .iter()
        .map(|entry| format!("<span>{}{}</span>", key(entry.key), escape(&entry.text)))
        .collect();
    format!("<p class=\"legend\">{}</p>", spans.join(" "))
}

fn key(key: Key) -> String {
    let inside = match key {
        Key::Sign(sign) => format!("<use href=\"#{}\"/>", sign.id()),
        Key::Fill(role) => {
            format!(
                "<rect width=\"100%\" height=\"100%\" stroke=\"none\"{}/>",
                paint(role.in_key())
            )
        }
        Key::Dot(dot) => format!(
            "<circle cx=\"50%\" cy=\"50%\" r=\".34em\" class=\"{}\"/>",
            dot_class(dot)
        ),
    };
    format!("<svg class=\"sign\" aria-hidden=\"true\">{inside}</svg>")
}

fn details(chart: &Chart, words: &Words) -> String {
    if let Some(page) = &chart.table_page {
        return format!(
            "<p class=\"source\"><a href=\"{}\">{}</a></p>",
            escape(page),
            escape(&words.read_as_table)
        );
    }
    if chart.table.rows.is_empty() && chart.csv.is_none() {
        return String::new();
    }
    let csv = chart.csv.as_ref().map_or_else(String::new, |csv| {
        format!(
            "<a class=\"small\" href=\"{}\">{}, {}</a>",
            escape(&csv.href),
            escape(&words.download_csv),
            escape(&csv.size)
        )
    });
    format!(
        "<details><summary>{}</summary>{}{csv}</details>",
        escape(&words.read_as_table),
        table(&chart.table, words)
    )
}

/// A table in a region that scrolls and that the keyboard reaches; empty text when it has no row.
pub fn table(table: &Table, words: &Words) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let caption = escape(&table.caption);
    let class = |index: usize| {
        if table
            .columns
            .get(index)
            .is_some_and(|column| column.numeric)
        {
            " class=\"n\""
        } else {
            ""
        }
    };
    let mut out = format!(
        "<section class=\"table-scroll\" aria-label=\"{}, {caption}\" tabindex=\"0\"><table><caption>{caption}</caption><thead><tr>",
        escape(&words.table)
    );
    for (index, column) in table.columns.iter().enumerate() {
        let _ = write!(
            out,
            "<th scope=\"col\"{}>{}</th>",
            class(index),
            escape(&column.label)
        );
    }
    out.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        out.push_str("<tr>");
        for (index, cell) in row.iter().enumerate() {
            let cell = escape(cell);
            let _ = match index {
                0 => write!(out, "<th scope=\"row\"{}>{cell}</th>", class(index)),
                _ => write!(out, "<td{}>{cell}</td>", class(index)),
            };
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></section>");
    out
}

fn draw(out: &mut String, items: &[Item], height: f64) {
    let mut index = 0;
    while index < items.len() {
        if matches!(items[index], Item::Ribbon { .. }) {
            let run = items[index..]
                .iter()
                .take_while(|item| matches!(item, Item::Ribbon { .. }))
                .count();
            ribbons(out, &items[index..index + run], height);
            index += run;
        } else {
            draw_one(out, &items[index], height);
            index += 1;
        }
    }
}

fn draw_one(out: &mut String, item: &Item, height: f64) {
    let _ = match item {
        Item::Line {
            x1,
            y1,
            x2,
            y2,
            stroke,
        } => write!(
            out,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"{}\"/>",
            percent(*x1),
            rem(*y1),
            percent(*x2),
            rem(*y2),
            stroke_class(*stroke)
        ),
        Item::Rect {
            x,
            y,
            w,
            h,
            role,
            gap,
        } => write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
            percent(*x),
            rem(*y),
            percent(w.max(0.0)),
            rem(h.max(0.0)),
            paint_with(*role, if *gap { "gap " } else { "" })
        ),
        Item::Circle { x, y, dot } => write!(
            out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" class=\"{}\"/>",
            percent(*x),
            rem(*y),
            rem(dot_radius(*dot)),
            dot_class(*dot)
        ),
        Item::Text(text) => {
            draw_text(out, text);
            Ok(())
        }
        Item::Mark { x, y, sign } => write!(
            out,
            "<svg class=\"mark\" x=\"{}\" y=\"{}\" width=\"1.15rem\" height=\"1.15rem\"><use href=\"#{}\" x=\"-50%\"/></svg>",
            percent(*x),
            rem(*y),
            sign.id()
        ),
        Item::Plate { x, y, text, strong } => {
            let wide = width(text, TEXT_REM) * if *strong { 1.06 } else { 1.0 } + 0.5;
            write!(
                out,
                "<svg x=\"{}\" y=\"{}\" overflow=\"visible\"><rect x=\"{}\" width=\"{}\" height=\"1.15rem\" class=\"plate\"/><text y=\".9rem\" class=\"a-mid{}\">{}</text></svg>",
                percent(*x),
                rem(*y),
                rem(-wide / 2.0),
                rem(wide),
                if *strong { " t-strong" } else { "" },
                escape(text)
            )
        }
        Item::Ribbon { .. } => {
            ribbons(out, std::slice::from_ref(item), height);
            Ok(())
        }
        Item::WideOnly(inside) => {
            group(out, "wide-only", inside, height);
            Ok(())
        }
        Item::NarrowOnly(inside) => {
            group(out, "narrow-only", inside, height);
            Ok(())
        }
    };
}

fn group(out: &mut String, class: &str, items: &[Item], height: f64) {
    let _ = write!(out, "<g class=\"{class}\">");
    draw(out, items, height);
    out.push_str("</g>");
}

fn draw_text(out: &mut String, text: &Text) {
    let mut classes: Vec<&str> = Vec::new();
    classes.extend(match text.ink {
        Ink::Plain => None,
        Ink::Strong => Some("t-strong"),
        Ink::Quiet => Some("t-quiet"),
        Ink::Axis => Some("t-axis"),
        Ink::OnDark => Some("on-dark"),
        Ink::OnMid => Some("on-mid"),
    });
    classes.extend(match text.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("a-mid"),
        Anchor::End => Some("a-end"),
    });
    classes.extend(text.halo.then_some("halo"));
    classes.extend(match text.shift {
        Shift::None => None,
        Shift::After => Some("shift"),
        Shift::Before => Some("shift-back"),
        Shift::AfterMark => Some("shift-mark"),
    });
    let class = if classes.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", classes.join(" "))
    };
    let tail = if text.tail.is_empty() {
        String::new()
    } else {
        format!("<tspan class=\"wide-only\">{}</tspan>", escape(&text.tail))
    };
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\"{class}>{}{tail}</text>",
        percent(text.x),
        rem(text.y),
        escape(&text.text)
    );
}

/// Bands need curves, and curves need numbers without units: they live in a drawing 100 wide that stretches.
fn ribbons(out: &mut String, items: &[Item], height: f64) {
    let _ = write!(
        out,
        "<svg width=\"100%\" height=\"{}\" viewBox=\"0 0 100 {}\" preserveAspectRatio=\"none\"><g class=\"ribbon\">",
        rem(height),
        number(height)
    );
    for item in items {
        if let Item::Ribbon {
            x1,
            y1,
            x2,
            y2,
            h,
            role,
        } = item
        {
            let path = ribbon_path([x1 * 100.0, *y1, x2 * 100.0, *y2, *h]);
            let _ = write!(out, "<path{} d=\"{path}\"/>", paint(*role));
        }
    }
    out.push_str("</g></svg>");
}

/// The outline of a band from its corners.
pub(super) fn ribbon_path([x1, y1, x2, y2, h]: [f64; 5]) -> String {
    let [x1, x2, middle] = [x1, x2, (x1 + x2) / 2.0].map(number);
    let [top1, top2, low1, low2, h] = [y1, y2, y1 + h, y2 + h, h].map(number);
    format!(
        "M{x1} {top1}C{middle} {top1} {middle} {top2} {x2} {top2}v{h}C{middle} {low2} {middle} {low1} {x1} {low1}z"
    )
}

fn paint(role: Role) -> String {
    paint_with(role, "")
}

fn paint_with(role: Role, before: &str) -> String {
    match role.pattern() {
        Some(pattern) if before.is_empty() => format!(" fill=\"url(#{})\"", pattern.id()),
        Some(pattern) => format!(
            " class=\"{}\" fill=\"url(#{})\"",
            before.trim_end(),
            pattern.id()
        ),
        None => format!(" class=\"{before}{}\"", role_class(role)),
    }
}

fn role_class(role: Role) -> &'static str {
    match role {
        Role::Scale(0) => "k0",
        Role::Scale(1) => "k1",
        Role::Scale(2) => "k2",
        Role::Scale(3) => "k3",
        Role::Scale(_) => "k4",
        Role::Plus => "plus",
        Role::PlusSoft => "plus2",
        Role::Neutral | Role::Family(Family::Other) => "neutral",
        Role::Family(Family::First) => "f1",
        Role::Family(Family::Second) => "f2",
        Role::Family(Family::Third) => "f3",
        Role::Family(Family::Fourth) => "f4",
        Role::Node => "node",
        // These are patterns: `paint_with` never asks for their class.
        Role::Minus | Role::MinusSoft | Role::Hatch | Role::Family(Family::Unknown) => "f5",
    }
}

fn stroke_class(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Grid => "grid",
        Stroke::Base => "base",
        Stroke::Tick => "tick",
    }
}

fn dot_class(dot: Dot) -> &'static str {
    match dot {
        Dot::Value => "dot",
        Dot::Ring => "ring",
        Dot::Solid => "dot-solid",
    }
}

pub(super) fn dot_radius(dot: Dot) -> f64 {
    match dot {
        Dot::Value => 0.34,
        Dot::Ring => 0.4,
        Dot::Solid => 0.29,
    }
}

/// A length in rem.
fn rem(value: f64) -> String {
    let number = number(value);
    if number == "0" {
        number
    } else {
        format!("{number}rem")
    }
}

/// A fraction of the width.
fn percent(value: f64) -> String {
    let number = number(value * 100.0);
    if number == "0" {
        number
    } else {
        format!("{number}%")
    }
}

/// A number with at most two decimals, never anything that SVG cannot read.
pub(super) fn number(value: f64) -> String {
    let value = if value.is_finite() {
        value.clamp(-1e6, 1e6)
    } else {
        0.0
    };
    let written = format!("{value:.2}");
    let short = written.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" | "" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// Text made safe inside elements and attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => {}
            _ => out.push(letter),
        }
    }
    out
}
