//! What must hold for any uses, whatever is unknown and whoever it turns out to be.

use crate::sheets::{tool, use_case};
use domain::{ToolSheet, UseCase};
use evaluate::dependencies::{
    Catalogue, Concentration, Dependencies, FLOWS_MAX, Flow, Identity, Layer,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Suppliers of tools, and the tool and department of each use.
#[derive(Debug, Clone)]
struct World {
    suppliers: Vec<Option<u8>>,
    uses: Vec<(Option<u8>, Option<u8>)>,
    requests: Vec<Option<u32>>,
}

fn world() -> impl Strategy<Value = World> {
    let suppliers = vec(option::of(0_u8..5), 1..12);
    let uses = vec(
        (option::weighted(0.85, any::<u8>()), option::of(0_u8..40)),
        0..90,
    );
    let requests = vec(option::of(0_u32..5_000), 90);
    (suppliers, uses, requests).prop_map(|(suppliers, uses, requests)| World {
        suppliers,
        uses,
        requests,
    })
}

impl World {
    fn tool_of(&self, tool: u8) -> usize {
        usize::from(tool) % self.suppliers.len()
    }

    fn tools(&self) -> Vec<ToolSheet> {
        let suppliers = self.suppliers.iter().enumerate();
        suppliers
            .map(|(number, supplier)| {
                let said = match supplier {
                    Some(key) => json!({"supplier_key": format!("s{key}")}),
                    None => json!({}),
                };
                tool(&format!("t{number}"), said)
            })
            .collect()
    }

    fn uses(&self) -> Vec<UseCase> {
        let uses = self.uses.iter().enumerate();
        uses.map(|(number, (tool, department))| {
            let said = json!({
                "tool": tool.map(|tool| format!("t{}", self.tool_of(tool))),
                "department": department.map(|key| format!("d{key}")),
            });
            use_case(&format!("U{number}"), said)
        })
        .collect()
    }
}

fn with_graph<T>(world: &World, see: impl FnOnce(&Dependencies, &[UseCase]) -> T) -> T {
    let (tools, uses) = (world.tools(), world.uses());
    see(
        &Dependencies::of(&uses, &Catalogue::new(&tools, [], [])),
        &uses,
    )
}

fn check_shares_fill_the_whole(found: &Concentration) -> Result<(), TestCaseError> {
    let known: u64 = found.shares.iter().map(|share| share.weight).sum();
    prop_assert_eq!(known + found.unknown, found.total);
    if found.total == 0 {
        prop_assert!(found.first.is_none() && found.hhi.is_none());
        return Ok(());
    }
    let low: f64 = found.shares.iter().map(|s| s.share.interval.low()).sum();
    let unknown = 100.0 * found.unknown as f64 / found.total as f64;
    prop_assert!((low + unknown - 100.0).abs() < 1e-9, "{low} + {unknown}");
    let high: f64 = found.shares.iter().map(|s| s.share.interval.high()).sum();
    prop_assert!(found.shares.is_empty() || high >= 100.0 - 1e-9);
    let first = found.first.expect("something is counted").interval;
    let index = found.hhi.expect("something is counted");
    prop_assert!(first.low() > 0.0 && first.high() <= 100.0 + 1e-9);
    prop_assert!(index.low() > 0.0 && index.high() <= 10_000.0 + 1e-6);
    if found.unknown == 0 {
        prop_assert!(first.is_point() && index.is_point());
    }
    Ok(())
}

fn uses_of(flows: &[Flow]) -> usize {
    flows.iter().map(|flow| flow.uses).sum()
}

/// The flows as they were before any was gathered.
fn opened(flows: &[Flow]) -> Vec<Flow> {
    let mut all: Vec<Flow> = flows
        .iter()
        .flat_map(|flow| {
            if flow.holds.is_empty() {
                vec![flow.clone()]
            } else {
                flow.holds.clone()
            }
        })
        .collect();
    all.sort_by(|one, other| one.path.cmp(&other.path));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn shares_and_the_unknown_fill_the_whole(world in world()) {
        with_graph(&world, |graph, uses| {
            for layer in Layer::ALL {
                check_shares_fill_the_whole(&graph.concentration(layer))?;
            }
            let measured = uses.iter().zip(&world.requests);
            let requests = measured
                .filter_map(|(use_case, requests)| Some((use_case.id, u64::from((*requests)?))))
                .collect();
            check_shares_fill_the_whole(
                &graph.concentration_by_measured_use(Layer::Supplier, &requests),
            )
        })?;
    }

    /// Whoever the unknown suppliers turn out to be, the figures were inside what was said.
    #[test]
    fn bounds_hold_whoever_the_unknown_are(world in world(), who in vec(0_u8..9, 1..40)) {
        let found = with_graph(&world, |graph, _| graph.concentration(Layer::Supplier));
        // A use without a tool has a supplier of its own: it is counted apart, not as a tool.
        let mut weights = BTreeMap::new();
        let mut names = who.iter().cycle().copied();
        let mut of_tool: BTreeMap<usize, u8> = BTreeMap::new();
        for (tool, _) in &world.uses {
            let mut new = || names.next().expect("a cycle has no end");
            let supplier = match tool {
                None => new(),
                Some(tool) => {
                    let tool = world.tool_of(*tool);
                    world.suppliers[tool].unwrap_or_else(|| *of_tool.entry(tool).or_insert_with(new))
                }
            };
            *weights.entry(supplier).or_insert(0.0) += 1.0;
        }
        let total: f64 = weights.values().sum();
        prop_assume!(total > 0.0);
        let first = 100.0 * weights.values().copied().fold(0.0, f64::max) / total;
        let index: f64 = weights.values().map(|w| 10_000.0 * (w / total) * (w / total)).sum();
        let said = found.first.expect("something is counted").interval;
        prop_assert!(said.low() - 1e-9 <= first && first <= said.high() + 1e-9);
        let said = found.hhi.expect("something is counted");
        prop_assert!(said.low() - 1e-6 <= index && index <= said.high() + 1e-6,
            "{index} is not in {said:?}");
    }

    /// Gathering the smallest flows loses no use, hides no flow, and fits the drawing.
    #[test]
    fn gathering_flows_keeps_the_totals(world in world()) {
        with_graph(&world, |graph, uses| {
            let layers = [Layer::Department, Layer::Tool, Layer::Supplier];
            let flows = graph.flows(&layers);
            prop_assert!(flows.len() <= FLOWS_MAX);
            prop_assert_eq!(uses_of(&flows), uses.len());
            for flow in &flows {
                prop_assert_eq!(flow.path.len(), layers.len());
                if !flow.holds.is_empty() {
                    prop_assert!(flow.holds.len() > 1);
                    prop_assert_eq!(uses_of(&flow.holds), flow.uses);
                    prop_assert_eq!(&flow.path[0].identity, &Identity::Others);
                }
            }
            let mut each: BTreeMap<Vec<_>, usize> = BTreeMap::new();
            for chain in graph.chains() {
                let path = layers.iter().map(|layer| chain.node(*layer).clone()).collect();
                *each.entry(path).or_default() += 1;
            }
            let opened: Vec<_> = opened(&flows).into_iter().map(|f| (f.path, f.uses)).collect();
            prop_assert_eq!(opened, each.into_iter().collect::<Vec<_>>());
            Ok(())
        })?;
    }

    /// Every use with a known node stops when that node does, and no other use does.
    #[test]
    fn what_stops_is_what_was_counted(world in world()) {
        with_graph(&world, |graph, _| {
            for layer in Layer::ALL {
                for (node, count) in graph.nodes(layer) {
                    for key in node.keys() {
                        prop_assert_eq!(graph.if_stops(layer, key).hits.len(), count);
                    }
                }
                let total: usize = graph.nodes(layer).iter().map(|(_, count)| count).sum();
                prop_assert_eq!(total, graph.chains().len());
            }
            Ok(())
        })?;
    }

    /// A use is exposed, not exposed, or unknown, and has a plan or none: never two, never none.
    #[test]
    fn every_use_is_counted_once(world in world()) {
        with_graph(&world, |graph, uses| {
            let law = graph.foreign_law(&BTreeSet::new());
            let counted = law.exposed.len() + law.not_exposed.len() + law.unknown.len();
            prop_assert_eq!(counted, uses.len());
            let exits = graph.exits();
            prop_assert_eq!(exits.planned.len() + exits.missing.len(), uses.len());
            Ok(())
        })?;
    }
}
