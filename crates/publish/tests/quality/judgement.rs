//! What a query should find, and whether it did.

use std::fmt;

use reference::Node;
use search::{Filters, Language, Query};

use crate::corpus::{Corpus, items, list, text};

/// Places that count as first, and as found.
const FIRST: usize = 3;
const FOUND: usize = 10;

/// A query and what its reader expects.
pub(crate) struct Expectation {
    ask: String,
    language: Language,
    tests: String,
    /// Facet and value.
    filter: Option<(String, String)>,
    first: Vec<String>,
    found: Vec<String>,
    never: Vec<String>,
    is_nothing: bool,
}

/// A query and what became of its expectations.
pub(crate) struct Judged {
    ask: String,
    tests: String,
    /// One over the place of the first expected record, 0 when there is none.
    pub(crate) reciprocal_rank: f64,
    pub(crate) expects_a_record: bool,
    reasons: Vec<String>,
    /// The first records of the answer.
    given: String,
}

impl Judged {
    /// Whether every expectation holds.
    pub(crate) fn is_answered(&self) -> bool {
        self.reasons.is_empty()
    }
}

impl fmt::Display for Judged {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Judged {
            ask,
            tests,
            reasons,
            given,
            ..
        } = self;
        write!(
            out,
            "{tests} “{ask}”: {}; given: {given}",
            reasons.join(", ")
        )
    }
}

/// Every line of `queries.yaml`.
pub(crate) fn queries() -> Vec<Expectation> {
    list("queries.yaml").iter().map(expectation).collect()
}

/// Asks the query and compares.
pub(crate) fn judge(query: &Expectation, corpus: &Corpus) -> Judged {
    let mut filters = Filters::new();
    if let Some((facet, value)) = &query.filter {
        filters.insert(facet, vec![value]);
    }
    let results = corpus.search(&Query {
        filters,
        limit: usize::MAX,
        ..Query::new(&query.ask, query.language)
    });
    let given: Vec<&str> = results
        .hits
        .iter()
        .map(|hit| corpus.id(hit.document))
        .collect();
    let place = |id: &String| given.iter().position(|other| other == id);
    let is_beyond = |id: &String, places: usize| place(id).is_none_or(|place| place >= places);
    let mut reasons = Vec::new();
    for (ids, places) in [(&query.first, FIRST), (&query.found, FOUND)] {
        let missed = ids.iter().filter(|id| is_beyond(id, places));
        reasons.extend(missed.map(|id| match place(id) {
            Some(place) => format!("{id} comes {}, after the first {places}", place + 1),
            None => format!("{id} is not found"),
        }));
    }
    let wrong = query.never.iter().filter(|id| place(id).is_some());
    reasons.extend(wrong.map(|id| format!("{id} should not be found")));
    if query.is_nothing && !given.is_empty() {
        reasons.push("nothing should be found".to_owned());
    }
    let expected = query.first.iter().chain(&query.found);
    let best = expected.filter_map(place).min();
    Judged {
        ask: query.ask.clone(),
        tests: query.tests.clone(),
        reciprocal_rank: best.map_or(0.0, |place| 1.0 / (place + 1) as f64),
        expects_a_record: !query.is_nothing,
        reasons,
        given: described(&given, results.corrected.as_deref()),
    }
}

fn described(given: &[&str], corrected: Option<&str>) -> String {
    let first = given.iter().take(5).copied().collect::<Vec<_>>().join(" ");
    let mended = corrected.map(|text| format!(", read as “{text}”"));
    format!(
        "{first} ({} in all{})",
        given.len(),
        mended.unwrap_or_default()
    )
}

fn expectation(node: &Node) -> Expectation {
    let ids = |key: &str| -> Vec<String> {
        let listed = node.get(key).map_or(&[][..], items).iter();
        listed.filter_map(Node::scalar).map(str::to_owned).collect()
    };
    let filter = node
        .get("where")
        .and_then(Node::entries)
        .and_then(<[_]>::first);
    Expectation {
        ask: text(node, "ask"),
        language: match text(node, "reader").as_str() {
            "fr" => Language::French,
            "en" => Language::English,
            other => panic!("{other} is no language of a reader"),
        },
        tests: text(node, "tests"),
        filter: filter.and_then(|(facet, value)| Some((facet.clone(), value.scalar()?.to_owned()))),
        first: ids("first"),
        found: ids("found"),
        never: ids("never"),
        is_nothing: text(node, "nothing") == "true",
    }
}

#[test]
fn every_expected_record_exists() {
    let corpus = Corpus::read();
    for query in queries() {
        let named = query.first.iter().chain(&query.found).chain(&query.never);
        for id in named {
            assert!(corpus.holds(id), "“{}” expects {id}", query.ask);
        }
        let expects = !query.first.is_empty() || !query.found.is_empty();
        assert_ne!(expects, query.is_nothing, "“{}”", query.ask);
    }
}
