//! Flows in three columns: who, through what, to where. At most 25; the smallest are gathered.
//!
//! The colour is the family of the last column; its name is written beside it, and the unknown is hatched.

use std::collections::BTreeMap;

use super::measure::{STRONG_REM, TEXT_REM, clip, positive, width, wrap};
use super::scene::{Family, Ink, Item, Layout, Role, Scene, Shift, Text, empty};

/// Flows and how to write them.
pub struct Sankey<'a> {
    /// Headings of the three columns.
    pub headings: [String; 3],
    /// The flows, in any order; those with the same ends are added up.
    pub flows: Vec<Flow>,
    /// Name of the node that gathers the smallest flows.
    pub others: String,
    /// Writes a total in the reader's language.
    pub number: &'a dyn Fn(f64) -> String,
    /// What to say when there is no flow.
    pub empty: String,
}

/// A flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Where it starts.
    pub from: String,
    /// What it goes through.
    pub through: String,
    /// Where it ends.
    pub to: String,
    /// How much.
    pub value: f64,
    /// Family of its end.
    pub family: Family,
}

const FLOWS_MAX: usize = 25;
const TOP_REM: f64 = 1.7;
/// Height of all flows together, before labels ask for more.
const BODY_REM: f64 = 16.0;
const LINE_REM: f64 = 1.2;
const NODE_SHARE: f64 = 0.008;
/// Where the columns stand, and the room for their labels at the minimal width.
const COLUMNS: [(f64, f64); 3] = [(0.26, 9.8), (0.51, 10.8), (0.76, 8.7)];

/// Draws the bands, the nodes and their labels.
pub fn sankey(input: &Sankey<'_>) -> Scene {
    let flows = gather(input);
    let total: f64 = flows.iter().map(|flow| flow.value).sum();
    if flows.is_empty() || positive(total) == 0.0 {
        return empty(&input.empty);
    }
    let columns = arrange(&flows, input, BODY_REM / total);
    let height = columns
        .iter()
        .map(|column| column.length())
        .fold(0.0, f64::max);
    let columns = columns.map(|column| column.spread(height));
    let mut items = bands(&flows, &columns, BODY_REM / total);
    for (index, column) in columns.iter().enumerate() {
        for node in &column.nodes {
            items.push(Item::Rect {
                x: COLUMNS[index].0,
                y: node.top,
                w: NODE_SHARE,
                h: node.height,
                role: Role::Node,
                gap: false,
            });
        }
    }
    for (index, column) in columns.iter().enumerate() {
        items.push(heading(index, &input.headings[index]));
        items.extend(column.nodes.iter().flat_map(|node| node.label(index)));
    }
    Scene {
        height: TOP_REM + height + 0.3,
        items,
        foot: None,
        layout: Layout::Scrolls,
    }
}

/// Adds up equal flows, then keeps the greatest; the others share one start and one way, and keep their end.
fn gather(input: &Sankey<'_>) -> Vec<Flow> {
    let usable = input
        .flows
        .iter()
        .filter(|flow| positive(flow.value) > 0.0)
        .cloned();
    let mut flows = add_up(usable);
    flows.sort_by(|one, other| other.value.total_cmp(&one.value));
    if flows.len() <= FLOWS_MAX {
        return flows;
    }
    let mut kept = FLOWS_MAX - 1;
    loop {
        let rest = flows[kept..].iter().cloned().map(|flow| Flow {
            from: input.others.clone(),
            through: input.others.clone(),
            ..flow
        });
        let mut gathered = add_up(rest);
        if kept == 0 || kept + gathered.len() <= FLOWS_MAX {
            gathered.truncate(FLOWS_MAX);
            flows.truncate(kept);
            flows.append(&mut gathered);
            return flows;
        }
        let is_too_scattered = gathered.len() > FLOWS_MAX / 3;
        if is_too_scattered {
            let value = gathered.iter().map(|flow| flow.value).sum();
            let others = input.others.clone();
            let end = Flow {
                from: others.clone(),
                through: others.clone(),
                to: others,
                value,
                family: Family::Other,
            };
            flows.truncate(kept);
            flows.push(end);
            return flows;
        }
        kept -= 1;
    }
}

fn add_up(flows: impl Iterator<Item = Flow>) -> Vec<Flow> {
    let mut sums: BTreeMap<(String, String, String, Family), f64> = BTreeMap::new();
    for flow in flows {
        *sums
            .entry((flow.from, flow.through, flow.to, flow.family))
            .or_default() += flow.value;
    }
    sums.into_iter()
        .map(|((from, through, to, family), value)| Flow {
            from,
            through,
            to,
            value,
            family,
        })
        .filter(|flow| positive(flow.value) > 0.0)
        .collect()
}

/// A node, its place and its label.
struct Node {
    name: String,
    lines: Vec<String>,
    slot: f64,
    top: f64,
    height: f64,
}

struct Column {
    nodes: Vec<Node>,
}

const GAP_REM: f64 = 0.3;

impl Column {
    fn length(&self) -> f64 {
        self.nodes
            .iter()
            .map(|node| node.slot + GAP_REM)
            .sum::<f64>()
            - GAP_REM
    }

    /// Places the nodes from top to bottom, with equal gaps that fill `height`.
    fn spread(mut self, height: f64) -> Self {
        let spare = positive(height - self.length());
        let gaps = self.nodes.len().saturating_sub(1);
        let (mut y, gap) = if gaps == 0 {
            (TOP_REM + spare / 2.0, 0.0)
        } else {
            (TOP_REM, GAP_REM + spare / gaps as f64)
        };
        for node in &mut self.nodes {
            node.top = y + (node.slot - node.height) / 2.0;
            y += node.slot + gap;
        }
        self
    }

    fn position(&self, name: &str) -> usize {
        self.nodes
            .iter()
            .position(|node| node.name == name)
            .unwrap_or(0)
    }
}

impl Node {
    fn label(&self, column: usize) -> Vec<Item> {
        let (x, _) = COLUMNS[column];
        let middle = self.top + self.height / 2.0;
        let first = middle - LINE_REM * (self.lines.len() as f64 - 1.0) / 2.0;
        let write = |(index, line): (usize, &String)| {
            let y = first + index as f64 * LINE_REM;
            match column {
                0 => Text::new(x, y + 0.32, line, Ink::Plain)
                    .end()
                    .shifted(Shift::Before)
                    .into(),
                1 => Item::Plate {
                    x: x + NODE_SHARE / 2.0,
                    y: y - 0.6,
                    text: line.clone(),
                    strong: true,
                },
                _ => Text::new(x + NODE_SHARE, y + 0.32, line, Ink::Strong)
                    .shifted(Shift::After)
                    .into(),
            }
        };
        self.lines.iter().enumerate().map(write).collect()
    }
}

fn heading(column: usize, text: &str) -> Item {
    let (x, room) = COLUMNS[column];
    let text = Text::new(x, 1.0, clip(text, room, TEXT_REM), Ink::Axis);
    match column {
        0 => text.end().shifted(Shift::Before).into(),
        1 => text.middle().into(),
        _ => text.shifted(Shift::After).into(),
    }
}

/// Orders the nodes of each column so that few bands cross: ends by size, the others after what they lead to.
fn arrange(flows: &[Flow], input: &Sankey<'_>, unit: f64) -> [Column; 3] {
    let column = |index: usize, name: fn(&Flow) -> &str, rank: &dyn Fn(&Flow) -> f64| {
        let mut sums: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
        for flow in flows {
            let sum = sums.entry(name(flow)).or_default();
            sum.0 += flow.value;
            sum.1 += flow.value * rank(flow);
        }
        let mut order: Vec<(&str, f64, f64)> = sums
            .into_iter()
            .map(|(name, (value, ranked))| (name, value, ranked / value))
            .collect();
        order.sort_by(|one, other| one.2.total_cmp(&other.2).then(other.1.total_cmp(&one.1)));
        let nodes = order
            .into_iter()
            .map(|(name, value, _)| node(index, name, value, input, unit));
        Column {
            nodes: nodes.collect(),
        }
    };
    let total: f64 = flows.iter().map(|flow| flow.value).sum();
    let size_of_end = |end: &str| {
        flows
            .iter()
            .filter(|flow| flow.to == end)
            .map(|flow| flow.value)
            .sum::<f64>()
    };
    let ends = column(2, |flow| &flow.to, &|flow| {
        let is_last = if flow.family == Family::Unknown {
            2.0 * total
        } else {
            0.0
        };
        is_last - size_of_end(&flow.to)
    });
    let ways = column(1, |flow| &flow.through, &|flow| {
        ends.position(&flow.to) as f64
    });
    let starts = column(0, |flow| &flow.from, &|flow| {
        ways.position(&flow.through) as f64
    });
    [starts, ways, ends]
}

fn node(column: usize, name: &str, value: f64, input: &Sankey<'_>, unit: f64) -> Node {
    let room = COLUMNS[column].1;
    let number = (input.number)(value);
    let lines_max = if column == 1 { 1 } else { 2 };
    let size = if column == 0 { TEXT_REM } else { STRONG_REM };
    let mut lines = wrap(&format!("{name}\u{a0}{number}"), room, size, lines_max);
    let is_cut = lines.last().is_none_or(|line| !line.ends_with(&number));
    if is_cut {
        // The number matters more than the end of the name.
        let last = lines.pop().unwrap_or_default();
        let kept = clip(&last, room - width(&format!("…\u{a0}{number}"), size), size);
        lines.push(format!("{}…\u{a0}{number}", kept.trim_end_matches('…')));
    }
    let height = (value * unit).max(0.12);
    let slot = height.max(lines.len() as f64 * LINE_REM + 0.1);
    Node {
        name: name.to_owned(),
        lines,
        slot,
        top: 0.0,
        height,
    }
}

fn bands(flows: &[Flow], columns: &[Column; 3], unit: f64) -> Vec<Item> {
    let [starts, ways, ends] = columns;
    let mut left: Vec<(usize, usize, usize, &Flow)> = flows
        .iter()
        .map(|flow| {
            (
                starts.position(&flow.from),
                ways.position(&flow.through),
                ends.position(&flow.to),
                flow,
            )
        })
        .collect();
    left.sort_by_key(|(start, way, end, _)| (*start, *way, *end));
    let mut right: BTreeMap<(usize, usize, Family), f64> = BTreeMap::new();
    for (_, way, end, flow) in &left {
        *right.entry((*way, *end, flow.family)).or_default() += flow.value;
    }
    let mut out = Ports::of(starts);
    let mut into = Ports::of(ways);
    let mut items = Vec::new();
    for (start, way, _, flow) in &left {
        let h = flow.value * unit;
        items.push(band(
            0,
            out.take(*start, h),
            into.take(*way, h),
            h,
            flow.family,
        ));
    }
    let mut out = Ports::of(ways);
    let mut into = Ports::of(ends);
    for ((way, end, family), value) in right {
        let h = value * unit;
        items.push(band(1, out.take(way, h), into.take(end, h), h, family));
    }
    items
}

fn band(column: usize, y1: f64, y2: f64, h: f64, family: Family) -> Item {
    let x1 = COLUMNS[column].0 + NODE_SHARE;
    Item::Ribbon {
        x1,
        y1,
        x2: COLUMNS[column + 1].0,
        y2,
        h,
        role: Role::Family(family),
    }
}

/// Where the next band of each node attaches.
struct Ports(Vec<f64>);

impl Ports {
    fn of(column: &Column) -> Self {
        Ports(column.nodes.iter().map(|node| node.top).collect())
    }

    fn take(&mut self, node: usize, h: f64) -> f64 {
        let at = self.0[node];
        self.0[node] += h;
        at
    }
}
