//! What every shape must keep: drawings that a browser and a printer can read, whatever the numbers.

use super::measure::{NARROW_REM, STRONG_REM, WIDE_REM, width};
use super::*;

/// Numbers that data should not hold, and that reach us all the same.
const ODD: [f64; 9] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    -1.0,
    0.0,
    -0.0,
    1e-300,
    1e300,
    f64::MAX,
];

fn wrapped(scene: Scene) -> Chart {
    Chart {
        id: "essai".into(),
        finding: "Constat".into(),
        title: "Titre".into(),
        description: "Description".into(),
        legend: Vec::new(),
        scene,
        table: Table {
            caption: "Table".into(),
            columns: vec![Column::words("Nom"), Column::numbers("Valeur")],
            rows: vec![vec!["a".into(), "1".into()]],
        },
        csv: None,
        table_page: None,
        source: String::new(),
    }
}

fn check(scene: Scene) {
    check_chart(&wrapped(scene));
}

fn check_chart(chart: &Chart) {
    let scene = &chart.scene;
    assert!(
        scene.height.is_finite() && scene.height > 0.0,
        "height {}",
        scene.height
    );
    let page = format!(
        "{}{}",
        html::figure(chart, &gallery_words()),
        html::defs(&chart.uses())
    );
    assert_eq!(lint(&page), Vec::<String>::new());
    assert!(!page.contains("style="));
    check_markup(&page);
    for reference in page
        .split("url(#")
        .skip(1)
        .chain(page.split("href=\"#").skip(1))
    {
        let id = reference.split([')', '"']).next().unwrap_or_default();
        assert!(
            id.ends_with(".csv") || page.contains(&format!("id=\"{id}\"")),
            "{id} is not defined"
        );
    }
    for width_pt in [200.0, 480.0, f64::NAN] {
        let sheet = print::svg(
            chart,
            &print::Sheet {
                width_pt,
                font: "Noto \"Sans\"",
            },
        );
        check_markup(&sheet);
        for forbidden in ["rem\"", "%\" ", "class=", "href=", "var(", "currentColor"] {
            assert!(!sheet.contains(forbidden), "{forbidden} in {sheet}");
        }
    }
}

/// Tags are balanced, and no attribute holds what is not a number.
fn check_markup(markup: &str) {
    let mut open = Vec::new();
    for piece in markup.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect("every tag ends");
        for odd in ["NaN", "\"inf", "\"-inf", "infinity"] {
            assert!(!tag.contains(odd), "{odd} in <{tag}>");
        }
        let name = tag
            .split([' ', '/'])
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "in {markup}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} left open");
}

/// A small generator: the same numbers on every machine.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn value(&mut self) -> f64 {
        match self.next(4) {
            0 => ODD[self.next(ODD.len() as u64) as usize],
            _ => self.next(1000) as f64 / 7.0,
        }
    }

    fn label(&mut self) -> String {
        match self.next(5) {
            0 => String::new(),
            1 => "<b onclick='x'>\"&amp;".into(),
            2 => "Direction générale adjointe de l’aménagement ".repeat(1 + self.next(9) as usize),
            3 => "m".repeat(300),
            _ => format!("Service {}", self.next(99)),
        }
    }

    fn many<T>(&mut self, most: u64, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.next(most + 1);
        (0..count).map(|_| one(self)).collect()
    }

    fn axis(&mut self) -> Axis {
        let ticks = self.many(6, |numbers| Tick::new(numbers.value(), numbers.label()));
        if self.next(2) == 0 {
            Axis::linear(ticks)
        } else {
            Axis::log(ticks)
        }
    }
}

#[test]
fn every_shape_survives_every_number() {
    let mut numbers = Numbers(7);
    for _ in 0..150 {
        let n = &mut numbers;
        let empty = n.label();
        check(stacked(&Stacked {
            rows: n.many(6, |n| StackedRow {
                label: n.label(),
                count: n.label(),
                count_tail: n.label(),
                parts: n.many(6, |n| {
                    let role = [Role::Scale(9), Role::Scale(2), Role::Hatch, Role::Minus]
                        [n.next(4) as usize];
                    StackedPart {
                        value: n.value(),
                        text: n.label(),
                        role,
                    }
                }),
            }),
            empty: empty.clone(),
        }));
        check(bars(&Bars {
            rows: n.many(6, |n| Bar {
                label: n.label(),
                value: n.value(),
                uncertain: n.value(),
                text: n.label(),
                tail: n.label(),
            }),
            empty: empty.clone(),
        }));
        check(diverging(&Diverging {
            rows: n.many(5, |n| DivergingRow {
                label: n.label(),
                count: n.label(),
                count_tail: String::new(),
                very_negative: n.value(),
                negative: n.value(),
                positive: n.value(),
                very_positive: n.value(),
                negative_text: n.label(),
                positive_text: n.label(),
                aside: n.label(),
            }),
            empty: empty.clone(),
        }));
        check(lollipop(&Lollipop {
            axis: n.axis(),
            rows: n.many(6, |n| LollipopRow {
                label: n.label(),
                value: (n.next(3) > 0).then(|| n.value()),
                text: n.label(),
                tail: n.label(),
            }),
            empty: empty.clone(),
        }));
        check(before_after(&BeforeAfter {
            axis: n.axis(),
            rows: n.many(6, |n| BeforeAfterRow {
                label: n.label(),
                text: n.label(),
                before: (n.next(3) > 0).then(|| n.value()),
                after: (n.next(3) > 0).then(|| n.value()),
            }),
            empty: empty.clone(),
        }));
        let intervals = Intervals {
            axis: n.axis(),
            rows: n.many(5, |n| IntervalRow {
                label: n.label(),
                text: n.label(),
                tail: n.label(),
                low: n.value(),
                high: n.value(),
                centre: (n.next(2) == 0).then(|| n.value()),
                bounds: [
                    Bounds::NonResponse,
                    Bounds::Hypotheses,
                    Bounds::EstimatedVolume,
                ][n.next(3) as usize],
            }),
            pivot: (n.next(2) == 0).then(|| Pivot {
                value: n.value(),
                label: n.label(),
                good: GoodSide::High,
            }),
            empty: empty.clone(),
        };
        check(interval(&intervals));
        check(interval_gauge(&intervals));
        check(asked_in_use(&AskedInUse {
            rows: n.many(8, |n| AskedRow {
                label: n.label(),
                asked: n.next(30) as u32,
                in_use: n.next(30) as u32,
            }),
            empty: empty.clone(),
        }));
        check(parts(&Parts {
            total: n.next(60) as u32,
            late: n.next(90) as u32,
            late_text: n.label(),
            done_text: n.label(),
            empty: empty.clone(),
        }));
        check(sankey(&Sankey {
            headings: [n.label(), n.label(), n.label()],
            flows: n.many(60, |n| Flow {
                from: n.label(),
                through: n.label(),
                to: format!("{} {}", n.label(), n.next(12)),
                value: n.value(),
                family: [Family::First, Family::Other, Family::Unknown][n.next(3) as usize],
            }),
            others: "Autres".into(),
            number: &|value| format!("{value:.0}"),
            empty,
        }));
    }
    check(parts(&Parts {
        total: u32::MAX,
        late: 1,
        ..Parts::default()
    }));
    check(asked_in_use(&AskedInUse {
        rows: vec![AskedRow {
            label: "x".into(),
            asked: u32::MAX,
            in_use: 0,
        }],
        empty: String::new(),
    }));
}

fn horizon_with(count: u32, months: u32) -> Scene {
    let marks = (0..count).map(|index| {
        let since = (index * 13 + index * index) % months;
        HorizonMark {
            month: Month {
                year: 2024 + (since / 12) as i32,
                month: 1 + since % 12,
            },
            sign: Sign::ALL[(index % 12) as usize],
            label: format!("usage numéro {index}"),
        }
    });
    horizon(&Horizon {
        from: Month {
            year: 2024,
            month: 1,
        },
        to: Month {
            year: 2024,
            month: 6,
        },
        marks: marks.collect(),
        above: "sur la ligne : en usage".into(),
        below: "sous la ligne : refusé, arrêté, suspendu ou non permis".into(),
        ..Horizon::default()
    })
}

#[test]
fn a_horizon_holds_any_number_of_decisions() {
    for count in [0, 1, 2, 7, 25, 60, 300, 1200] {
        for months in [1, 5, 18, 40, 200] {
            let scene = horizon_with(count, months);
            assert!(
                scene.height < 30.0,
                "{count} decisions in {months} months: {} rem",
                scene.height
            );
            check_texts(&scene, 50.0, true);
            check(scene);
        }
    }
    let far = HorizonMark {
        month: Month {
            year: i32::MAX,
            month: 99,
        },
        sign: Sign::Refused,
        label: "loin".into(),
    };
    let near = HorizonMark {
        month: Month {
            year: i32::MIN,
            month: 0,
        },
        ..far.clone()
    };
    check(horizon(&Horizon {
        marks: vec![far, near],
        ..Horizon::default()
    }));
}

#[test]
fn no_decision_is_left_out_of_a_crowded_horizon() {
    let scene = horizon_with(300, 18);
    let counted: u32 = scene
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text(text) if text.shift == Shift::AfterMark => text.text.parse::<u32>().ok(),
            _ => None,
        })
        .sum();
    assert_eq!(counted, 300);
}

#[test]
fn the_samples_are_fit_and_their_texts_do_not_touch() {
    let samples = gallery();
    let mut ids: Vec<&str> = samples.iter().map(|chart| chart.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), samples.len());
    for chart in &samples {
        check_chart(chart);
        let scrolls = chart.scene.layout == Layout::Scrolls;
        check_texts(
            &chart.scene,
            if scrolls { 40.0 } else { NARROW_REM },
            scrolls,
        );
        check_texts(&chart.scene, if scrolls { 40.0 } else { 50.0 }, true);
    }
}

/// No two texts of a drawing overlap in a column of `room` rem.
fn check_texts(scene: &Scene, room: f64, is_wide: bool) {
    for items in [
        &scene.items,
        scene
            .foot
            .as_ref()
            .filter(|_| is_wide)
            .map_or(&Vec::new(), |foot| &foot.items),
    ] {
        let mut boxes = Vec::new();
        text_boxes(items, room, is_wide, &mut boxes);
        for (index, (text, [left, top, right, bottom])) in boxes.iter().enumerate() {
            for (other, [x1, y1, x2, y2]) in &boxes[..index] {
                let apart = *right <= x1 + 0.05
                    || *left >= x2 - 0.05
                    || *bottom <= y1 + 0.05
                    || *top >= y2 - 0.05;
                assert!(apart, "“{text}” touches “{other}” at {room} rem");
            }
        }
    }
}

fn text_boxes(items: &[Item], room: f64, is_wide: bool, boxes: &mut Vec<(String, [f64; 4])>) {
    for item in items {
        match item {
            Item::Text(text) => {
                let tail = if is_wide { text.tail.as_str() } else { "" };
                let written = format!("{}{tail}", text.text);
                let long = width(&written, text.size());
                let at = text.x * room + text.shift.rem();
                let left = match text.anchor {
                    Anchor::Start => at,
                    Anchor::Middle => at - long / 2.0,
                    Anchor::End => at - long,
                };
                boxes.push((
                    written,
                    [
                        left,
                        text.y - text.size() * 0.75,
                        left + long,
                        text.y + text.size() * 0.2,
                    ],
                ));
            }
            Item::Plate { x, y, text, .. } => {
                let half = width(text, STRONG_REM) / 2.0;
                boxes.push((
                    text.clone(),
                    [x * room - half, *y, x * room + half, y + 1.15],
                ));
            }
            Item::WideOnly(inside) if is_wide => text_boxes(inside, room, is_wide, boxes),
            Item::NarrowOnly(inside) if !is_wide => text_boxes(inside, room, is_wide, boxes),
            _ => {}
        }
    }
}

#[test]
fn flows_are_few_and_their_labels_apart() {
    let mut numbers = Numbers(3);
    for _ in 0..40 {
        let flows = numbers.many(90, |n| Flow {
            from: format!("Direction numéro {}", n.next(40)),
            through: format!("Outil {}", n.next(12)),
            to: format!("Hébergeur {}", n.next(5)),
            value: 1.0 + n.next(9) as f64,
            family: Family::First,
        });
        let total: f64 = flows.iter().map(|flow| flow.value).sum();
        let scene = sankey(&Sankey {
            headings: ["Direction".into(), "Outil".into(), "Hébergement".into()],
            flows,
            others: "Autres".into(),
            number: &|value| format!("{value:.0}"),
            empty: "Rien.".into(),
        });
        let ribbons = |from_left: bool| {
            let heights = scene.items.iter().filter_map(|item| match item {
                Item::Ribbon { x1, h, .. } if (*x1 < 0.4) == from_left => Some(*h),
                _ => None,
            });
            heights.collect::<Vec<f64>>()
        };
        assert!(ribbons(true).len() <= 25);
        if total > 0.0 {
            for side in [true, false] {
                let drawn: f64 = ribbons(side).iter().sum();
                assert!(
                    (drawn - 16.0).abs() < 1e-6,
                    "every unit is drawn once: {drawn}"
                );
            }
        }
        check_texts(&scene, 40.0, true);
    }
}

#[test]
fn nothing_to_show_is_said() {
    let sentence = "Aucune donnée : la campagne n’a pas eu lieu.";
    let shown = html::svg(&wrapped(stacked(&Stacked {
        rows: Vec::new(),
        empty: sentence.into(),
    })));
    assert!(shown.contains("fill=\"url(#p-hatch)\"") && shown.contains("Aucune donnée"));
    let masked = stacked(&Stacked {
        rows: vec![StackedRow {
            label: "Tranquillité".into(),
            count: "masqué".into(),
            ..StackedRow::default()
        }],
        empty: String::new(),
    });
    assert!(masked.items.iter().any(|item| matches!(
        item,
        Item::Rect {
            w: 1.0,
            role: Role::Hatch,
            ..
        }
    )));
}

#[test]
fn numbers_are_written_where_there_is_room() {
    let part = |value: f64, text: &str, role| StackedPart {
        value,
        text: text.into(),
        role,
    };
    let row = |parts| Stacked {
        rows: vec![StackedRow {
            label: "a".into(),
            parts,
            ..StackedRow::default()
        }],
        empty: String::new(),
    };
    let drawn = |parts| html::svg(&wrapped(stacked(&row(parts))));
    let narrow = drawn(vec![
        part(6.9, "41", Role::Scale(4)),
        part(93.1, "59", Role::Scale(0)),
    ]);
    assert!(!narrow.contains(">41<") && narrow.contains(">59<"));
    assert!(
        drawn(vec![
            part(1.0, "42", Role::Hatch),
            part(1.0, "43", Role::Scale(0))
        ])
        .matches(">4")
        .count()
            == 1
    );
    let plate = drawn(vec![part(1.0, "44", Role::Minus)]);
    assert!(plate.contains("class=\"plate\"") && plate.contains(">44<"));
    let wide_text = drawn(vec![
        part(1.0, "8,0 %", Role::Scale(4)),
        part(11.5, "92", Role::Scale(0)),
    ]);
    assert!(wide_text.contains("<g class=\"wide-only\"><text") && wide_text.contains("8,0 %"));
}

#[test]
fn the_figure_is_in_the_order_people_read() {
    let figure = html::figure(&gallery()[6], &gallery_words());
    let at = |what: &str| figure.find(what).unwrap_or_else(|| panic!("no {what}"));
    let order = [
        "<figcaption>",
        "class=\"legend\"",
        "role=\"img\"",
        "<details><summary>Lire ces",
        "<caption>",
        ".csv",
        "class=\"source\"",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    assert!(
        figure.contains("aria-labelledby=\"frequence-t frequence-d\"><title id=\"frequence-t\">")
    );
    assert!(figure.contains("<th scope=\"row\">Numérique</th><td class=\"n\">26</td>"));
}

#[test]
fn texts_are_escaped_everywhere() {
    let mut chart = wrapped(stacked(&Stacked {
        rows: vec![StackedRow {
            label: "<i>&".into(),
            count: "\"<".into(),
            ..StackedRow::default()
        }],
        empty: String::new(),
    }));
    let hostile = "<script>'\"&";
    for field in [
        &mut chart.id,
        &mut chart.finding,
        &mut chart.title,
        &mut chart.description,
        &mut chart.source,
    ] {
        *field = hostile.into();
    }
    chart.legend = vec![Legend::fill(Role::Hatch, hostile)];
    chart.csv = Some(CsvLink {
        href: hostile.into(),
        size: hostile.into(),
    });
    chart.table.caption = hostile.into();
    chart.table.rows[0][0] = hostile.into();
    let page = html::figure(&chart, &gallery_words());
    let sheet = print::svg(
        &chart,
        &print::Sheet {
            width_pt: 400.0,
            font: hostile,
        },
    );
    for markup in [&page, &sheet] {
        assert!(!markup.contains("<script>") && !markup.contains("<i>"));
        check_markup(markup);
    }
}

#[test]
fn one_interval_is_drawn_to_scale() {
    let gauge = interval_gauge(&Intervals {
        axis: Axis::linear(vec![Tick::new(0.0, "0 %"), Tick::new(100.0, "100 %")]),
        rows: vec![IntervalRow {
            label: String::new(),
            text: String::new(),
            tail: String::new(),
            low: 15.2,
            high: 81.9,
            centre: Some(45.7),
            bounds: Bounds::NonResponse,
        }],
        pivot: None,
        empty: String::new(),
    });
    let svg = html::svg(&wrapped(gauge));
    assert!(
        svg.contains(
            "<rect x=\"15.2%\" y=\"0.25rem\" width=\"66.7%\" height=\"0.5rem\" class=\"plus2\"/>"
        ),
        "{svg}"
    );
    assert!(svg.contains("<circle cx=\"45.7%\" cy=\"0.5rem\" r=\"0.34rem\" class=\"dot\"/>"));
}

#[test]
fn a_wide_column_keeps_one_line_where_a_narrow_one_needs_two() {
    let scene = before_after(&BeforeAfter {
        axis: Axis::linear(vec![Tick::new(0.0, "0 %"), Tick::new(60.0, "60 %")]),
        rows: vec![BeforeAfterRow {
            label: "Quelques fois par semaine".into(),
            text: "9 % puis 17 %".into(),
            before: Some(9.0),
            after: Some(17.0),
        }],
        empty: String::new(),
    });
    let svg = html::svg(&wrapped(scene.clone()));
    assert!(svg.contains(">semaine<") && svg.contains(">Quelques fois par semaine<"));
    check_texts(&scene, NARROW_REM, false);
    check_texts(&scene, WIDE_REM, true);
}
