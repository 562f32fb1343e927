//! The fictional city: every figure can be counted by hand in `demo/`, on its uses in use.

use crate::sheets::Demo;
use evaluate::dependencies::{Concentration, Dependencies, Layer, Tie};

fn percent(found: &Concentration) -> [f64; 2] {
    let first = found.first.expect("something is counted").interval;
    [first.low(), first.high()].map(f64::round)
}

fn index(found: &Concentration) -> [f64; 2] {
    let index = found.hhi.expect("something is counted");
    [index.low(), index.high()].map(f64::round)
}

#[test]
fn half_of_the_uses_lean_on_one_supplier() {
    let demo = Demo::read();
    let graph = Dependencies::of(demo.in_use(), &demo.catalogue());
    // Uses by supplier: 9, 6, 1, 1, 1. By kind of hosting: 9, 6, 1, 1 and one unknown.
    let suppliers = graph.concentration(Layer::Supplier);
    assert_eq!((suppliers.total, suppliers.unknown), (18, 0));
    assert_eq!(
        (percent(&suppliers), index(&suppliers)),
        ([50.0; 2], [3704.0; 2])
    );
    let hosting = graph.concentration(Layer::Hosting);
    assert_eq!((hosting.total, hosting.unknown), (18, 1));
    assert_eq!(
        (percent(&hosting), index(&hosting)),
        ([50.0, 56.0], [3704.0, 4259.0])
    );
}

#[test]
fn a_stop_of_the_digital_department_hits_two_essential_services() {
    let demo = Demo::read();
    let graph = Dependencies::of(demo.in_use(), &demo.catalogue());
    let impact = graph.if_stops(Layer::Supplier, "digital_department");
    let essential: Vec<_> = impact
        .essential
        .iter()
        .map(|u| u.reference.as_str())
        .collect();
    assert_eq!(essential, ["VAL-005", "VAL-021"]);
    assert_eq!((impact.hits.len(), impact.departments.len()), (9, 8));
    assert_eq!(
        (
            impact.public_facing.len(),
            impact.public_facing_unknown.len()
        ),
        (5, 2)
    );
    assert_eq!(
        (
            impact.without_fallback.len(),
            impact.without_exit_plan.len()
        ),
        (3, 0)
    );
    let makers = graph.if_stops(Layer::Supplier, "open_models");
    assert_eq!(makers.hits.len(), 15, "fifteen uses run on its models");
    assert!(makers.hits.iter().all(|hit| hit.tie == Tie::Maker));
}

#[test]
fn one_use_tells_neither_its_law_nor_how_to_leave() {
    let demo = Demo::read();
    let graph = Dependencies::of(demo.in_use(), &demo.catalogue());
    let union = ["FR", "IE", "DE"].map(str::to_owned).into();
    let law = graph.foreign_law(&union);
    let unknown: Vec<_> = law.unknown.iter().map(|u| u.reference.as_str()).collect();
    assert_eq!((law.exposed.len(), law.not_exposed.len()), (0, 17));
    assert_eq!(unknown, ["VAL-025"]);
    let exits = graph.exits();
    let missing: Vec<_> = exits.missing.iter().map(|u| u.reference.as_str()).collect();
    assert_eq!(missing, ["VAL-025"]);
    let tools = exits.tools_missing.iter();
    let tools: Vec<_> = tools
        .map(|(tool, uses)| (tool.key.as_str(), *uses))
        .collect();
    assert_eq!(tools, [("guide_plan", 0), ("public_assistant", 1)]);
}

#[test]
fn refused_uses_would_have_been_exposed() {
    let demo = Demo::read();
    let refused = demo.uses.iter().filter(|u| {
        let tool = u.tool.as_deref();
        tool == Some("office_plus") || tool == Some("imagier")
    });
    let graph = Dependencies::of(refused, &demo.catalogue());
    let law = graph.foreign_law(&["FR", "IE"].map(str::to_owned).into());
    assert_eq!(
        (law.exposed.len(), law.not_exposed.len(), law.unknown.len()),
        (3, 0, 0)
    );
    assert!(
        law.exposed
            .iter()
            .all(|exposed| exposed.laws == ["US".to_owned()].into())
    );
}
