use crate::sheets::{Demo, day, use_case};
use domain::{EffectOrigin, OccupationFamily, UseCase};
use evaluate::effects::{EffectCounts, Spread, Voice, committee, effects, unequal_access};
use proptest::prelude::*;
use serde_json::{Value, json};
use units::IntervalKind;

fn minutes(low: f64, high: f64) -> Value {
    json!({"interval": {"low": low, "high": high, "kind": "declared"}, "unit": "minutes_per_case"})
}

fn by_occupation(reference: &str, effects: Value) -> UseCase {
    let said = json!({"work_effects": {"effect": "lightens", "by_occupation": effects}});
    use_case(reference, said)
}

#[test]
fn families_and_origins_stay_apart_and_the_unknown_one_comes_last() {
    let uses = [
        use_case("silent", json!({})),
        use_case(
            "general",
            json!({"work_effects": {"effect": "burdens", "minutes": minutes(1.0, 2.0),
            "occupations": [{"fr": "accueil"}, {"fr": "courrier"}]}}),
        ),
        by_occupation(
            "told",
            json!([
                {"family": "technical", "origin": "measured", "effect": "burdens", "minutes": minutes(5.0, 9.0)},
                {"family": "resources", "origin": "declared", "effect": "unchanged", "minutes": minutes(-3.0, 3.0)},
                {"family": "technical", "origin": "declared", "effect": "lightens", "minutes": minutes(-9.0, -5.0)},
            ]),
        ),
    ];
    let found = effects(&uses);
    let order: Vec<_> = found
        .iter()
        .map(|group| (group.family, group.origin))
        .collect();
    let expected = [
        (Some(OccupationFamily::Resources), EffectOrigin::Declared),
        (Some(OccupationFamily::Technical), EffectOrigin::Declared),
        (Some(OccupationFamily::Technical), EffectOrigin::Measured),
        (None, EffectOrigin::Declared),
    ];
    assert_eq!(order, expected);
    let unknown = &found[3];
    let counts = EffectCounts {
        negative: 1,
        unknown: 1,
        ..EffectCounts::default()
    };
    assert_eq!(
        unknown.effects, counts,
        "a silent use is counted as unknown"
    );
    assert_eq!(
        unknown.readings[1].occupations.len(),
        2,
        "one reading for both occupations"
    );
}

/// What a spread says: its range and kind, then how many save, cost, cannot tell, are not told.
fn spread(minutes: &[Value]) -> (Option<([f64; 2], IntervalKind)>, [usize; 4]) {
    let readings: Vec<_> = minutes
        .iter()
        .map(|minutes| json!({"origin": "declared", "effect": "shifts", "minutes": minutes}))
        .collect();
    let uses = [by_occupation("u", Value::Array(readings))];
    let Spread {
        range,
        saves,
        costs,
        either,
        not_told,
    } = effects(&uses)[0].minutes;
    let range = range.map(|range| range.interval);
    let range = range.map(|range| ([range.low(), range.high()], range.kind()));
    (range, [saves, costs, either, not_told])
}

#[test]
fn ranges_are_put_side_by_side_and_never_averaged() {
    let other_unit =
        json!({"interval": {"low": 1.0, "high": 1.0, "kind": "exact"}, "unit": "days"});
    let declared = IntervalKind::Declared;
    let bounds = IntervalKind::Bounds;
    let cases = [
        ("nothing told", vec![Value::Null], (None, [0, 0, 0, 1])),
        (
            "one saves",
            vec![minutes(-9.0, -1.0)],
            (Some(([-9.0, -1.0], declared)), [1, 0, 0, 0]),
        ),
        (
            "one saves, one costs: the mean would say nothing happens",
            vec![minutes(-9.0, -5.0), minutes(5.0, 9.0)],
            (Some(([-9.0, 9.0], bounds)), [1, 1, 0, 0]),
        ),
        (
            "a range that ends at zero cannot tell",
            vec![minutes(-4.0, 0.0), minutes(0.0, 4.0), minutes(0.0, 0.0)],
            (Some(([-4.0, 4.0], bounds)), [0, 0, 3, 0]),
        ),
        (
            "twice the same range",
            vec![minutes(1.0, 2.0), minutes(1.0, 2.0)],
            (Some(([1.0, 2.0], declared)), [0, 2, 0, 0]),
        ),
        (
            "days are not minutes",
            vec![other_unit],
            (None, [0, 0, 0, 1]),
        ),
    ];
    for (case, minutes, expected) in cases {
        assert_eq!(spread(&minutes), expected, "{case}");
    }
}

#[test]
fn staff_were_heard_before_late_or_never() {
    let on = day("2026-06-30");
    let heard = |said: Value| {
        let uses = [use_case("u", said)];
        let view = committee(&uses, [], on);
        let places = [&view.wished, &view.coming, &view.trials, &view.in_service];
        let names = ["wished", "coming", "trial", "service"];
        let found = places
            .iter()
            .zip(names)
            .find_map(|(list, name)| Some((list.first()?, name)));
        let Some((heard, place)) = found else {
            return "ended".to_owned();
        };
        let voice = match heard.voice {
            Voice::InTime(_) => "in time",
            Voice::Late(_) => "late",
            Voice::Undated(_) => "undated",
            Voice::Missing => "missing",
        };
        format!("{place}, {voice}, {:?}", heard.days_left)
    };
    let said_on = |day: Value| json!([{"function": "staff_representatives", "sense": "favourable", "given_on": day}]);
    let cases = [
        (
            "a pilot to come, nobody heard yet",
            json!({"lifecycle": "planned", "experiment": {"from": "2026-09-01"}}),
            "coming, missing, Some(63)",
        ),
        (
            "already called a pilot, but it starts tomorrow",
            json!({"lifecycle": "pilot", "experiment": {"from": "2026-07-01"}, "opinions": said_on(Value::Null)}),
            "coming, in time, Some(1)",
        ),
        (
            "heard the day before",
            json!({"lifecycle": "pilot", "started_on": "2026-03-02", "opinions": said_on(json!("2026-03-01"))}),
            "trial, in time, Some(-120)",
        ),
        (
            "heard on the day itself",
            json!({"lifecycle": "deployed", "started_on": "2026-03-02", "opinions": said_on(json!("2026-03-02"))}),
            "service, late, Some(-120)",
        ),
        (
            "the trial came first: its day counts",
            json!({"started_on": "2026-03-02", "experiment": {"from": "2026-01-01"}, "opinions": said_on(json!("2026-02-01"))}),
            "service, late, Some(-180)",
        ),
        (
            "nobody told when it started",
            json!({"opinions": said_on(json!("2026-02-01"))}),
            "service, undated, None",
        ),
        (
            "somebody else was heard",
            json!({"started_on": "2026-06-30", "opinions": [{"function": "hr", "sense": "favourable", "given_on": "2026-01-01"}]}),
            "service, missing, Some(0)",
        ),
        (
            "wished",
            json!({"lifecycle": "wished"}),
            "wished, missing, None",
        ),
        ("refused", json!({"lifecycle": "refused"}), "ended"),
    ];
    for (case, said, expected) in cases {
        assert_eq!(heard(said), expected, "{case}");
    }
}

#[test]
fn what_was_given_up_keeps_its_effects_and_dissent_is_read() {
    let abandoned = json!({"lifecycle": "abandoned", "work_effects": {"effect": "burdens"},
        "opinions": [{"function": "hr", "sense": "unfavourable"}, {"function": "dpo", "sense": "favourable"}]});
    let refused = json!({"lifecycle": "refused", "work_effects": {"effect": "lightens"}});
    let uses = [use_case("a", abandoned), use_case("b", refused)];
    let view = committee(&uses, [], day("2026-06-30"));
    let counts = EffectCounts {
        negative: 1,
        ..EffectCounts::default()
    };
    assert_eq!(
        view.effects[0].effects, counts,
        "what never began has no effect"
    );
    assert_eq!((view.ended.len(), view.dissent.len()), (2, 1));
}

#[test]
fn the_fictional_city_before_its_committee() {
    let demo = Demo::read();
    let view = committee(&demo.uses, &demo.departments, day("2026-06-30"));
    let counts = [&view.wished, &view.coming, &view.trials, &view.in_service].map(Vec::len);
    assert_eq!((counts, view.ended.len()), ([1, 0, 7, 11], 7));
    let running = view.trials.iter().chain(&view.in_service);
    let heard = running
        .filter(|heard| !matches!(heard.voice, Voice::Missing))
        .count();
    assert_eq!(heard, 2, "of eighteen uses, staff were heard on two");
    let technical = view
        .effects
        .iter()
        .find(|e| e.family == Some(OccupationFamily::Technical));
    let technical = technical.expect("two uses in technical services");
    let counts = EffectCounts {
        negative: 1,
        positive: 1,
        ..EffectCounts::default()
    };
    assert_eq!(technical.effects, counts);
    let letters = view
        .effects
        .iter()
        .find(|e| e.origin == EffectOrigin::Measured);
    let letters = letters.expect("letters were timed");
    assert_eq!(
        (letters.minutes.either, letters.effects.null),
        (1, 1),
        "declared a gain, measured none"
    );
}

#[test]
fn access_tells_who_is_left_out_and_what_nobody_told() {
    let demo = Demo::read();
    let access = unequal_access(&demo.uses, &demo.departments);
    let without: Vec<_> = access
        .departments_without
        .iter()
        .map(|d| d.key.as_str())
        .collect();
    let expected = [
        "procurement",
        "roads",
        "parks",
        "social_health",
        "public_safety",
    ];
    assert_eq!(without, expected);
    assert_eq!(
        access.left_out.len(),
        1,
        "that of a use given up is history"
    );
    assert_eq!(
        (access.family_unknown.len(), access.training_not_told.len()),
        (14, 12)
    );
}

fn reading() -> impl Strategy<Value = Value> {
    let family = proptest::option::of(0_usize..OccupationFamily::ALL.len());
    let effect = 0_usize..domain::WorkEffect::ALL.len();
    let range = proptest::option::of((-50_i32..50, 0_i32..40));
    (family, effect, range, any::<bool>()).prop_map(|(family, effect, range, is_measured)| {
        json!({
            "family": family.map(|at| OccupationFamily::ALL[at].code()),
            "effect": domain::WorkEffect::ALL[effect].code(),
            "origin": if is_measured { "measured" } else { "declared" },
            "minutes": range.map(|(low, width)| minutes(f64::from(low), f64::from(low + width))),
        })
    })
}

proptest! {
    /// Every reading is counted once in its group, and the range holds each of its ranges.
    #[test]
    fn no_reading_is_lost(all in proptest::collection::vec(reading(), 1..30)) {
        let uses = [by_occupation("u", Value::Array(all.clone()))];
        let found = effects(&uses);
        let counted: usize = found.iter().map(|group| group.effects.total()).sum();
        prop_assert_eq!(counted, all.len());
        for group in &found {
            let told = group.minutes.told() + group.minutes.not_told;
            prop_assert_eq!(told, group.readings.len());
            prop_assert_eq!(group.meaning.total(), group.readings.len());
            for minutes in group.readings.iter().filter_map(|reading| reading.minutes) {
                let range = group.minutes.range.expect("minutes were told").interval;
                prop_assert!(range.low() <= minutes.interval.low());
                prop_assert!(range.high() >= minutes.interval.high());
            }
        }
    }
}
