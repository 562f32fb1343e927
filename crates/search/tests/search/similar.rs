//! Records like another.

use search::Filters;

use crate::register::{name, register};

fn like(document: u32, filters: &Filters) -> Vec<&'static str> {
    let hits = register().similar(document, 3, filters);
    hits.iter().map(|hit| name(hit.document)).collect()
}

#[test]
fn records_that_share_rare_words() {
    assert_eq!(like(9, &Filters::new())[0], "bus");
    assert_eq!(like(10, &Filters::new())[0], "cantine");
}

#[test]
fn filters_apply_to_the_others() {
    let filters = Filters::from([("status", vec!["refused"])]);
    assert!(!like(9, &filters).contains(&"bus"));
}

#[test]
fn nothing_is_like_an_unknown_record() {
    assert!(like(12, &Filters::new()).is_empty());
}
