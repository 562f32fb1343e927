//! Who goes through whom, drawn and in tables.

use super::{PAGE, View};
use crate::web::pages::sections::Sections;
use evaluate::dependencies::{Flow, Layer};
use publish::charts::{self, Chart, Column, CsvLink, Family, Sankey, Table, sankey};
use publish::open_data::chart_csv;
use publish::typography::kilobytes;

/// From who supplies to the law that applies.
const DOWN_TO_LAW: [Layer; 3] = [Layer::Supplier, Layer::Hosting, Layer::Jurisdiction];
/// From what staff use to who supplies it.
const UP_TO_SUPPLIER: [Layer; 3] = [Layer::Tool, Layer::Model, Layer::Supplier];
/// Everything that the file tells.
const EVERY_LAYER: [Layer; 5] = [
    Layer::Tool,
    Layer::Model,
    Layer::Supplier,
    Layer::Hosting,
    Layer::Jurisdiction,
];

impl View<'_> {
    pub(super) fn add_flows(&mut self) {
        let mut chart = self.chart("to-law", DOWN_TO_LAW);
        chart.table_page = Some(self.page.place.page(&format!("{PAGE}/flux")));
        self.page.add("flows", &[Sections::figure(chart)]);
    }

    pub(super) fn add_all_flows(&mut self) {
        let csv = self.page.place.page(&format!("{PAGE}.csv"));
        let size = chart_csv(&self.all_layers()).len();
        for (id, name, layers) in [
            ("to-law", "to-law", DOWN_TO_LAW),
            ("to-supplier", "to-supplier", UP_TO_SUPPLIER),
        ] {
            let mut chart = self.chart(name, layers);
            chart.csv = Some(CsvLink {
                href: csv.clone(),
                size: kilobytes(size, self.page.w.language),
            });
            self.page.add(id, &[Sections::figure(chart)]);
        }
    }

    /// One line a way, from the tool to the law.
    pub(super) fn all_layers(&self) -> Table {
        self.table("to-law", &EVERY_LAYER)
    }

    fn chart(&self, name: &str, layers: [Layer; 3]) -> Chart {
        let w = &self.page.w;
        let flows = self.found.flows(&layers);
        let number = |value: f64| w.number(value);
        let [from, through, to] = layers;
        let scene = sankey(&Sankey {
            headings: [self.heading(from), self.heading(through), self.heading(to)],
            flows: flows.iter().filter_map(|flow| self.flow(flow)).collect(),
            others: self.say("others"),
            number: &number,
            empty: self.say("empty-in-use"),
        });
        let ends = self.found.nodes(to);
        let first = ends.iter().find(|(node, _)| !node.is_unknown());
        let unknown = ends.iter().filter(|(node, _)| node.is_unknown());
        let blanks = [
            ("in_use", self.found.chains().len().into()),
            (
                "first",
                first
                    .map_or_else(String::new, |(node, _)| self.node(node))
                    .into(),
            ),
            ("first_uses", first.map_or(0, |(_, uses)| *uses).into()),
            (
                "unknown",
                unknown.map(|(_, uses)| uses).sum::<usize>().into(),
            ),
        ];
        let date = w.date(self.page.site.snapshot.built_on);
        Chart {
            id: format!("fig-{name}"),
            finding: w.format(&format!("chart-{name}-finding"), &blanks),
            title: self.say(&format!("chart-{name}-title")),
            description: self.say(&format!("chart-{name}-description")),
            legend: Vec::new(),
            scene,
            table: self.table(name, &layers),
            csv: None,
            table_page: None,
            source: w.format("chart-source", &[("date", date.into())]),
        }
    }

    fn flow(&self, flow: &Flow) -> Option<charts::Flow> {
        let [from, through, to] = &flow.path[..] else {
            return None;
        };
        let family = match (to.is_unknown(), self.rank(to)) {
            (true, _) => Family::Unknown,
            (false, Some(0)) => Family::First,
            (false, Some(1)) => Family::Second,
            (false, Some(2)) => Family::Third,
            (false, Some(3)) => Family::Fourth,
            (false, _) => Family::Other,
        };
        Some(charts::Flow {
            from: self.node(from),
            through: self.node(through),
            to: self.node(to),
            value: flow.uses as f64,
            family,
        })
    }

    /// The place of a known node among those of its layer, most used first.
    fn rank(&self, node: &evaluate::dependencies::Node) -> Option<usize> {
        let nodes = self.found.nodes(node.layer).into_iter();
        let mut known = nodes.filter(|(node, _)| !node.is_unknown());
        known.position(|(other, _)| other == node)
    }

    fn table(&self, name: &str, layers: &[Layer]) -> Table {
        let mut columns: Vec<_> = layers
            .iter()
            .map(|layer| Column::words(self.heading(*layer)))
            .collect();
        columns.push(Column::numbers(self.say("column-uses")));
        let flows = self.found.flows(layers);
        let apart = flows.iter().flat_map(|flow| match flow.holds.is_empty() {
            true => std::slice::from_ref(flow),
            false => &flow.holds[..],
        });
        let row = |flow: &Flow| {
            let path = flow.path.iter().map(|node| self.node(node));
            path.chain([self.page.w.count(flow.uses)]).collect()
        };
        Table {
            caption: self.say(&format!("chart-{name}-title")),
            columns,
            rows: apart.map(row).collect(),
        }
    }

    fn heading(&self, layer: Layer) -> String {
        self.say(match layer {
            Layer::Department => "column-department",
            Layer::Use => "column-use",
            Layer::Tool => "column-tool",
            Layer::Model => "column-model-behind",
            Layer::Supplier => "column-supplier",
            Layer::Hosting => "column-hosting",
            Layer::Jurisdiction => "column-jurisdiction",
        })
    }
}
