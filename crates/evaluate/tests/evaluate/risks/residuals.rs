use super::{catalogue, measure, risk, use_case};
use domain::MeasureState::{InPlace, Planned, SetAside};
use domain::{AppliedMeasure, MeasureState, Rating};
use evaluate::risks::{Matrix, Weight, register, residual};

/// Levels before, in place and once all is done: likelihood then severity.
#[track_caller]
fn check(id: &str, measures: &[(&str, MeasureState)], expected: [(u8, u8); 3]) {
    let measures: Vec<_> = measures
        .iter()
        .map(|(m, state)| measure(m, *state))
        .collect();
    let (likelihood, severity) = expected[0];
    let risk = risk(id, likelihood, severity, &measures);
    let found = residual(&risk, catalogue());
    let levels = |rating: Option<Rating>| {
        let rating = rating.expect("it was judged");
        (rating.likelihood(), rating.severity())
    };
    let found = [found.before, found.in_place, found.planned].map(levels);
    assert_eq!(found, expected, "{id}");
}

#[test]
fn a_measure_lowers_what_it_says_it_lowers() {
    check("invented-content", &[], [(4, 3), (4, 3), (4, 3)]);
    check(
        "invented-content",
        &[
            ("check-at-source", InPlace),
            ("real-human-decision", Planned),
        ],
        [(4, 3), (3, 3), (3, 2)],
    );
    check(
        "leak-by-prompt",
        &[("names-out", InPlace), ("supplied-tool", Planned)],
        [(3, 4), (2, 3), (1, 3)],
    );
    check(
        "foreign-law",
        &[("european-hosting", InPlace)],
        [(2, 4), (1, 4), (1, 4)],
    );
}

#[test]
fn together_they_lower_a_scale_by_two_levels_at_most() {
    let many = [
        ("check-at-source", InPlace),
        ("cited-documents", InPlace),
        ("business-tests", InPlace),
    ];
    check("invented-content", &many, [(4, 4), (2, 4), (2, 4)]);
}

#[test]
fn what_is_set_aside_unrelated_repeated_or_unknown_counts_for_nothing() {
    let measures = [
        measure("check-at-source", SetAside),
        measure("european-hosting", InPlace),
        measure("magic", InPlace),
        measure("cited-documents", Planned),
        measure("cited-documents", InPlace),
    ];
    let risk = risk("invented-content", 4, 3, &measures);
    let found = residual(&risk, catalogue());
    let weights: Vec<_> = found.effects.iter().map(|effect| effect.weight).collect();
    let expected = [
        Weight::SetAside,
        Weight::Unrelated,
        Weight::Unknown,
        Weight::Repeated,
        Weight::Counts,
    ];
    assert_eq!(weights, expected);
    assert_eq!(found.in_place, Rating::new(3, 3));
    assert_eq!(found.planned, Rating::new(3, 3));
}

#[test]
fn a_measure_in_place_without_proof_counts_as_planned() {
    let unproven = AppliedMeasure {
        evidence: None,
        ..measure("check-at-source", InPlace)
    };
    let risk = risk("invented-content", 4, 3, &[unproven]);
    let found = residual(&risk, catalogue());
    assert_eq!(found.effects[0].weight, Weight::Unproven);
    assert_eq!(found.in_place, Rating::new(4, 3));
    assert_eq!(found.planned, Rating::new(3, 3));
}

#[test]
fn the_judgement_of_a_person_prevails_and_a_bold_one_is_seen() {
    let mut risk = risk("invented-content", 4, 3, &[]);
    risk.residual = Rating::new(2, 3);
    let found = residual(&risk, catalogue());
    assert_eq!(found.retained(), Rating::new(2, 3));
    assert!(found.is_judged_lower());
    risk.residual = Rating::new(4, 4);
    let found = residual(&risk, catalogue());
    assert_eq!(found.retained(), Rating::new(4, 4));
    assert!(!found.is_judged_lower());
}

#[test]
fn what_nobody_judged_stays_without_a_level() {
    let mut risk = risk(
        "invented-content",
        4,
        3,
        &[measure("check-at-source", InPlace)],
    );
    risk.severity = None;
    let found = residual(&risk, catalogue());
    assert_eq!(
        (found.before, found.in_place, found.retained()),
        (None, None, None)
    );
}

#[test]
fn the_matrix_is_four_by_four_with_the_unjudged_beside_it() {
    let rating = Rating::new;
    let matrix = Matrix::of([
        ("b", rating(3, 4)),
        ("a", rating(3, 4)),
        ("c", rating(1, 1)),
        ("d", None),
    ]);
    let headings: Vec<_> = matrix.rows.iter().map(|row| row.severity).collect();
    assert_eq!(headings, [4, 3, 2, 1]);
    let top: Vec<_> = matrix.rows[0].cells.iter().map(|c| c.items.len()).collect();
    assert_eq!(top, [0, 0, 2, 0]);
    assert_eq!(matrix.rows[0].cells[2].items, ["a", "b"]);
    assert_eq!(matrix.rows[3].cells[0].items, ["c"]);
    assert_eq!((matrix.count(), matrix.unrated), (3, vec!["d"]));
}

#[test]
fn the_register_begins_with_the_highest_and_tells_the_unjudged_apart() {
    let mut unjudged = risk("overload", 1, 1, &[]);
    unjudged.likelihood = None;
    let uses = [
        use_case("VAL-002", vec![risk("stale-rules", 2, 2, &[]), unjudged]),
        use_case("VAL-001", vec![risk("discrimination", 2, 4, &[])]),
        use_case("VAL-003", vec![risk("rebound", 4, 2, &[])]),
    ];
    let found = register(catalogue(), &uses);
    let order: Vec<_> = found
        .rated
        .iter()
        .map(|line| &*line.use_case.reference)
        .collect();
    assert_eq!(order, ["VAL-001", "VAL-003", "VAL-002"]);
    let zones: Vec<_> = found
        .rated
        .iter()
        .map(|line| &*line.zone.expect("a zone").id)
        .collect();
    assert_eq!(zones, ["high", "high", "watched"]);
    assert_eq!(found.unrated.len(), 1);
    assert_eq!(found.unrated[0].place, 1);
}
