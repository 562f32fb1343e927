//! Filters and counts.

use search::{Filters, Language, Query, Results};

use crate::register::{described, register};

fn ask(text: &str, filters: &[(&'static str, &[&'static str])], facets: &[&str]) -> Results {
    let filters: Filters = filters
        .iter()
        .map(|&(name, values)| (name, values.to_vec()))
        .collect();
    let facets = facets.to_vec();
    register().search(&Query {
        filters,
        facets,
        ..Query::new(text, Language::French)
    })
}

/// `value count` pairs, a star after those the query filters on.
fn counts(results: &Results, facet: &str) -> String {
    let counts = results.facets[facet].iter().map(|count| {
        let star = if count.is_selected { "*" } else { "" };
        format!("{} {}{star}", count.value, count.count)
    });
    counts.collect::<Vec<_>>().join(", ")
}

#[test]
fn any_value_inside_a_facet_and_every_facet() {
    let deployed = ("status", &["deployed"][..]);
    let either = ("status", &["deployed", "pilot"][..]);
    let answer = ("task", &["answer"][..]);
    let check = |filters: &[_], expected: &str| {
        assert_eq!(
            described(&ask("", filters, &[])),
            format!("everything: {expected}")
        );
    };
    check(
        &[deployed],
        "traduction, comptes-rendus, permits, translation",
    );
    check(&[either, answer], "chatbot, permits");
    check(&[deployed, answer], "permits");
    check(&[answer, ("status", &[])], "chatbot, permits");
    check(&[("status", &["unknown"])], "");
    check(&[("unknown", &["deployed"])], "");
}

#[test]
fn a_facet_ignores_its_own_filter() {
    let filters = [
        ("status", &["pilot"][..]),
        ("task", &["answer", "draft"][..]),
    ];
    let results = ask("", &filters, &["status", "task", "unknown"]);
    assert_eq!(results.total, 1);
    assert_eq!(
        counts(&results, "status"),
        "abandoned 1, deployed 1, pilot 1*"
    );
    assert_eq!(
        counts(&results, "task"),
        "answer 1*, classify 1, summarize 1, draft 0*"
    );
    assert_eq!(counts(&results, "unknown"), "");
    assert!(!results.facets.contains_key("department"));
}

#[test]
fn counts_follow_the_text() {
    let results = ask("agent", &[], &["status"]);
    assert_eq!(
        counts(&results, "status"),
        "abandoned 1, deployed 1, pilot 1, suspended 1"
    );
}

#[test]
fn filters_do_not_change_how_the_text_is_taken() {
    let filters = [("status", &["refused"][..])];
    assert_eq!(described(&ask("transcription", &filters, &[])), "");
    assert_eq!(
        described(&ask("transcirption", &filters, &[])),
        "[transcription] "
    );
}
