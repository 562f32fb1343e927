use crate::sheets::{model, supplier, tool, use_case};
use domain::{ToolSheet, UseCase};
use evaluate::dependencies::{
    Catalogue, Dependencies, Gap, Identity, Impact, Layer, Name, Plan, Tie,
};
use serde_json::json;
use std::collections::BTreeSet;

/// A node in one word: keys joined by a plus, or the reason why there is none.
pub(super) fn word(identity: &Identity) -> String {
    match identity {
        Identity::Known(keys) => keys.iter().cloned().collect::<Vec<_>>().join("+"),
        Identity::Unknown(gap) => format!("?{gap:?}"),
        Identity::Others => "others".to_owned(),
    }
}

/// From the tool to the law, one word a layer.
fn chain(use_case: &UseCase, tools: &[ToolSheet]) -> String {
    let models = [
        model("open", json!({"maker": "lab"})),
        model(
            "large",
            json!({"name": {"fr": "Grand Modèle", "en": "Large Model"}}),
        ),
    ];
    let suppliers = [
        supplier(
            "acme",
            json!({"name": {"fr": "Société Acme"}, "jurisdictions": ["IE", "us"]}),
        ),
        supplier("lab", json!({"jurisdictions": ["CN"]})),
    ];
    let catalogue = Catalogue::new(tools, &models, &suppliers);
    let graph = Dependencies::of([use_case], &catalogue);
    let layers = [
        Layer::Tool,
        Layer::Model,
        Layer::Supplier,
        Layer::Hosting,
        Layer::Jurisdiction,
    ];
    let chain = &graph.chains()[0];
    layers
        .map(|layer| word(&chain.node(layer).identity))
        .join(" > ")
}

#[test]
fn a_chain_says_what_was_told_and_why_the_rest_is_not() {
    let told = tool(
        "told",
        json!({"supplier_key": "acme", "model_keys": ["open"], "hosting": "private_eu",
               "jurisdictions": ["FR"]}),
    );
    let words = tool(
        "words",
        json!({"supplier": {"fr": "société  ACME"}, "model": {"en": "Large model"}}),
    );
    let silent = tool("silent", json!({}));
    let closed = tool(
        "closed",
        json!({"model": {"fr": "Modèle secret"}, "model_disclosed": false}),
    );
    let tools = [told, words, silent, closed];
    let cases = [
        (
            "told",
            json!({"tool": "told"}),
            "told > open > acme > private_eu > FR+IE+US",
        ),
        (
            "the same name is the same sheet, whatever its capitals, spaces and language",
            json!({"tool": "words"}),
            "words > large > acme > ?NotSaid > IE+US",
        ),
        (
            "a sheet that says nothing",
            json!({"tool": "silent"}),
            "silent > ?NotSaid > ?NotSaid > ?NotSaid > ?NotSaid",
        ),
        (
            "the record fills in what the sheet does not say",
            json!({"tool": "silent", "models": [{"name": "M1"}, {"name": "M2"}],
                   "suppliers": [{"name": "Beta"}, {"name": "Gamma"}]}),
            "silent > m1+m2 > beta > ?NotSaid > ?NotSaid",
        ),
        (
            "the supplier does not say which model",
            json!({"tool": "closed"}),
            "closed > ?NotDisclosed > ?NotSaid > ?NotSaid > ?NotSaid",
        ),
        (
            "a tool without a sheet",
            json!({"tool": "ghost"}),
            "ghost > ?NoSheet > ?NoSheet > ?NoSheet > ?NoSheet",
        ),
        (
            "no tool at all",
            json!({}),
            "?NoToolNamed > ?NoToolNamed > ?NoToolNamed > ?NoToolNamed > ?NoToolNamed",
        ),
    ];
    for (case, said, expected) in cases {
        assert_eq!(chain(&use_case("U", said), &tools), expected, "{case}");
    }
}

#[test]
fn a_node_is_written_with_its_own_words() {
    let tools = [tool(
        "words",
        json!({"supplier": {"fr": "Éditeur X"}, "jurisdictions": ["FR"]}),
    )];
    let uses = [use_case("U", json!({"tool": "words", "department": "hr"}))];
    let graph = Dependencies::of(&uses, &Catalogue::new(&tools, [], []));
    let names = |layer| graph.names(graph.chains()[0].node(layer));
    let text = tools[0].supplier.as_ref().expect("it was told");
    assert_eq!(names(Layer::Supplier), [Name::Text(text)]);
    assert_eq!(names(Layer::Jurisdiction), [Name::Code("FR")]);
    assert_eq!(names(Layer::Department), [Name::Code("hr")]);
    assert_eq!(
        names(Layer::Model),
        [],
        "unknown: the caller writes the reason"
    );
    let unknown = &graph.chains()[0].node(Layer::Model).identity;
    assert_eq!(*unknown, Identity::Unknown(Gap::NotSaid));
}

#[test]
fn a_foreign_law_is_a_yes_and_only_every_fact_is_a_no() {
    let home: BTreeSet<String> = ["FR", "IE"].map(str::to_owned).into();
    let cases = [
        (
            "all told",
            json!({"hosting": "private_france", "jurisdictions": ["FR"]}),
            "no",
        ),
        (
            "another member",
            json!({"hosting": "private_eu", "jurisdictions": ["IE"]}),
            "no",
        ),
        (
            "one foreign law among others",
            json!({"hosting": "own_machines", "jurisdictions": ["FR", "US"]}),
            "yes",
        ),
        (
            "in the Union, but its supplier obeys a foreign law",
            json!({"hosting": "private_eu", "jurisdictions": ["IE"], "supplier_key": "far"}),
            "yes",
        ),
        (
            "the place is outside, no law told",
            json!({"hosting": "outside_eu"}),
            "yes",
        ),
        (
            "the place is not known",
            json!({"jurisdictions": ["FR"]}),
            "unknown",
        ),
        (
            "no law told",
            json!({"hosting": "private_france"}),
            "unknown",
        ),
        ("nothing told", json!({}), "unknown"),
    ];
    let suppliers = [supplier("far", json!({"jurisdictions": ["US"]}))];
    for (case, said, expected) in cases {
        let tools = [tool("t", said)];
        let uses = [use_case("U", json!({"tool": "t"}))];
        let graph = Dependencies::of(&uses, &Catalogue::new(&tools, [], &suppliers));
        let found = graph.foreign_law(&home);
        let counts = (
            found.exposed.len(),
            found.not_exposed.len(),
            found.unknown.len(),
        );
        let expected = match expected {
            "yes" => (1, 0, 0),
            "no" => (0, 1, 0),
            _ => (0, 0, 1),
        };
        assert_eq!(counts, expected, "{case}");
    }
}

#[test]
fn an_exit_plan_is_on_the_record_or_on_the_sheet() {
    let plan = json!({"fr": "Exporter, puis reprendre à la main."});
    let tools = [
        tool("with", json!({"exit_plan": plan.clone()})),
        tool("without", json!({"exit_plan": {"fr": " "}})),
    ];
    let uses = [
        use_case("1", json!({"tool": "with"})),
        use_case("2", json!({"tool": "without", "exit_plan": plan})),
        use_case("3", json!({"tool": "without"})),
        use_case("4", json!({})),
    ];
    let graph = Dependencies::of(&uses, &Catalogue::new(&tools, [], []));
    let exits = graph.exits();
    assert_eq!(
        exits.planned,
        [(&uses[0], Plan::Tool), (&uses[1], Plan::Use)]
    );
    assert_eq!(exits.missing, [&uses[2], &uses[3]]);
    assert_eq!(exits.tools_missing, [(&tools[1], 1)]);
}

fn references(uses: &[&UseCase]) -> String {
    let references: Vec<_> = uses.iter().map(|u| u.reference.as_str()).collect();
    references.join(" ")
}

#[test]
fn what_stops_if_a_supplier_stops() {
    let tools = [
        tool("direct", json!({"supplier_key": "acme"})),
        tool(
            "home",
            json!({"supplier_key": "us", "model_keys": ["open"]}),
        ),
        tool("third", json!({"supplier_key": "us"})),
    ];
    let models = [model("open", json!({"maker": "acme"}))];
    let uses = [
        use_case("maker", json!({"tool": "home", "department": "hr"})),
        use_case(
            "direct",
            json!({"tool": "direct", "department": "waste",
            "continuity": {"essential": true, "public_facing": false, "fallback": {"fr": "À la main."}}}),
        ),
        use_case(
            "other",
            json!({"tool": "third", "suppliers": [{"name": "Us"}, {"name": "ACME"}],
            "continuity": {"essential": false, "public_facing": true}}),
        ),
        use_case("apart", json!({"tool": "third"})),
    ];
    let graph = Dependencies::of(&uses, &Catalogue::new(&tools, &models, []));
    let Impact {
        hits,
        departments,
        public_facing,
        public_facing_unknown,
        essential,
        essential_unknown,
        without_fallback,
        ..
    } = graph.if_stops(Layer::Supplier, "acme");
    let ties: Vec<_> = hits
        .iter()
        .map(|hit| (hit.use_case.reference.as_str(), hit.tie))
        .collect();
    let expected = [
        ("direct", Tie::Direct),
        ("other", Tie::OtherSupplier),
        ("maker", Tie::Maker),
    ];
    assert_eq!(ties, expected);
    assert_eq!(departments, ["hr", "waste"].into());
    assert_eq!(references(&public_facing), "other");
    assert_eq!(
        references(&public_facing_unknown),
        "maker",
        "nobody said is not a no"
    );
    assert_eq!(references(&essential), "direct");
    assert_eq!(references(&essential_unknown), "maker");
    assert_eq!(references(&without_fallback), "maker other");
    let nothing = graph.if_stops(Layer::Supplier, "nobody");
    assert_eq!(nothing, Impact::default());
}
