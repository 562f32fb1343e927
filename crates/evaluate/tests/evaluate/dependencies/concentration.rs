use super::cases::word;
use crate::sheets::{tool, use_case};
use evaluate::dependencies::{Basis, Catalogue, Concentration, Dependencies, Layer, Share};
use serde_json::json;
use units::IntervalKind::{Bounds, Exact};

/// Uses by supplier: `-` is a use without a tool, `?x` a use of tool x whose supplier is unknown.
fn concentration(suppliers: &[&str]) -> Concentration {
    let tools: Vec<_> = suppliers
        .iter()
        .filter(|key| **key != "-")
        .map(|key| {
            let said = if key.starts_with('?') {
                json!({})
            } else {
                json!({"supplier_key": key})
            };
            tool(key, said)
        })
        .collect();
    let uses: Vec<_> = suppliers
        .iter()
        .enumerate()
        .map(|(number, key)| {
            let said = if *key == "-" {
                json!({})
            } else {
                json!({"tool": key})
            };
            use_case(&number.to_string(), said)
        })
        .collect();
    let graph = Dependencies::of(&uses, &Catalogue::new(&tools, [], []));
    graph.concentration(Layer::Supplier)
}

#[test]
fn concentration_worked_out_by_hand() {
    // Suppliers, share of the first in percent, index; low and high ends.
    let cases = [
        (
            "a single one",
            vec!["a", "a"],
            [100.0, 100.0],
            [10_000.0, 10_000.0],
        ),
        (
            "four equal ones",
            vec!["a", "b", "c", "d"],
            [25.0, 25.0],
            [2_500.0, 2_500.0],
        ),
        (
            "three and one",
            vec!["a", "a", "a", "b"],
            [75.0, 75.0],
            [6_250.0, 6_250.0],
        ),
        (
            "one unknown in four: somebody else, or a",
            vec!["a", "a", "b", "-"],
            [50.0, 75.0],
            [3_750.0, 6_250.0],
        ),
        (
            "two uses without tool may have two suppliers",
            vec!["a", "b", "-", "-"],
            [25.0, 75.0],
            [2_500.0, 6_250.0],
        ),
        (
            "two uses of one tool have one supplier, whoever it is",
            vec!["a", "b", "?x", "?x"],
            [50.0, 75.0],
            [3_750.0, 6_250.0],
        ),
        (
            "all is unknown, but it is one tool: its supplier supplies everything",
            vec!["?x", "?x"],
            [100.0, 100.0],
            [10_000.0, 10_000.0],
        ),
    ];
    for (case, suppliers, first, index) in cases {
        let found = concentration(&suppliers);
        let share = found.first.expect("something is counted").interval;
        assert_eq!([share.low(), share.high()], first, "{case}: first");
        let hhi = found.hhi.expect("something is counted");
        assert_eq!([hhi.low(), hhi.high()], index, "{case}: index");
        let kind = if index[0] == index[1] {
            hhi.kind()
        } else {
            Bounds
        };
        assert_eq!(hhi.kind(), kind, "{case}");
        assert_eq!(found.basis, Basis::UseCases);
    }
    assert_eq!(
        concentration(&["a"]).hhi.map(|index| index.kind()),
        Some(Exact)
    );
}

#[test]
fn nothing_counted_has_no_figure() {
    let found = concentration(&[]);
    assert_eq!((found.total, found.first, found.hhi), (0, None, None));
    assert_eq!(found.leaders().count(), 0);
}

#[test]
fn leaders_may_be_several_and_others_may_overtake_them() {
    let found = concentration(&["a", "a", "b", "b", "c", "-"]);
    let words = |shares: Vec<&Share>| {
        let words: Vec<_> = shares.iter().map(|s| word(&s.node.identity)).collect();
        words.join(" ")
    };
    assert_eq!(words(found.leaders().collect()), "a b");
    assert_eq!(words(found.may_lead().collect()), "a b c");
}

#[test]
fn measured_use_leaves_out_what_was_not_measured_and_says_so() {
    let tools = [
        tool("t1", json!({"supplier_key": "a"})),
        tool("t2", json!({"supplier_key": "b"})),
    ];
    let uses = [
        use_case("1", json!({"tool": "t1"})),
        use_case("2", json!({"tool": "t2"})),
        use_case("3", json!({"tool": "t1"})),
    ];
    let graph = Dependencies::of(&uses, &Catalogue::new(&tools, [], []));
    let requests = [(uses[0].id, 100), (uses[1].id, 900)].into();
    let found = graph.concentration_by_measured_use(Layer::Supplier, &requests);
    let basis = Basis::MeasuredUse {
        measured: 2,
        not_measured: 1,
    };
    assert_eq!((found.basis, found.total), (basis, 1_000));
    let first = found.first.expect("something is counted").interval;
    assert_eq!([first.low(), first.high()], [90.0, 90.0]);
    assert_eq!(
        word(&found.shares[0].node.identity),
        "b",
        "by uses, a would be first"
    );
}
