use crate::sheets::{Demo, day, model, tool, use_case};
use domain::{ModelSheet, ToolSheet, UseCase};
use evaluate::dependencies::Catalogue;
use evaluate::technologies::{
    Change, Ends, Resting, Standing, TechnologyChange, changes, endings, reopened, stale_sheets,
    standing, unasked,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn word(change: &TechnologyChange) -> String {
    match change.change {
        Change::Version(version) => format!("version {}", version.version),
        Change::Terms(terms) => format!("terms {}", terms.terms.url),
        Change::Feature(feature) => format!("feature {}", feature.name.plain(domain::Language::Fr)),
        Change::Model(model, version) => format!("model {} {}", model.key, version.version),
    }
}

#[test]
fn a_first_version_and_a_feature_that_was_asked_for_change_nothing() {
    let sheet = tool(
        "suite",
        json!({
            "model_keys": ["m"],
            "versions": [{"version": "1", "since": "2025-01-01"}, {"version": "2", "since": "2026-02-01"}],
            "terms_versions": [{"terms": {"url": "old"}}, {"terms": {"url": "new"}}],
            "embedded_features": [
                {"name": {"fr": "voulue"}, "asked": true, "appeared_on": "2026-01-01"},
                {"name": {"fr": "imposée"}, "asked": false, "appeared_on": "2026-01-15"},
                {"fr": "on ne sait pas"},
            ],
        }),
    );
    let models = [model(
        "m",
        json!({"versions": [{"version": "a"}, {"version": "b", "since": "2026-03-01"}]}),
    )];
    let tools = [sheet];
    let catalogue = Catalogue::new(&tools, &models, []);
    let words: Vec<_> = changes(&catalogue).iter().map(word).collect();
    let expected = [
        "feature imposée",
        "version 2",
        "model m b",
        "terms new",
        "feature on ne sait pas",
    ];
    assert_eq!(words, expected, "by day, those without a day at the end");
    assert_eq!(unasked(&catalogue).count(), 2);
}

/// What is reopened on a day, in words: `decision MadeBefore`.
fn reasons(tools: &[ToolSheet], said: Value, on: &str) -> String {
    let uses = [use_case("u", said)];
    let changes = changes(&Catalogue::new(tools, [], []));
    let found = reopened(&changes, &uses, day(on));
    let grounds = found.iter().flat_map(|reopened| &reopened.grounds);
    let words: Vec<_> = grounds
        .map(|ground| {
            let what = match ground.resting {
                Resting::Decision(_) => "decision",
                Resting::Opinion(_) => "opinion",
                Resting::Assessment(_) => "assessment",
            };
            format!("{what} {:?}", ground.reason)
        })
        .collect();
    words.join(", ")
}

#[test]
fn what_was_made_before_a_change_is_reopened_with_its_reason() {
    let terms = tool(
        "t",
        json!({"terms_versions": [
        {"terms": {"url": "1"}}, {"since": "2026-03-02", "terms": {"url": "2"}}]}),
    );
    let undated = tool(
        "u",
        json!({"terms_versions": [
        {"terms": {"url": "1"}}, {"terms": {"url": "2"}}]}),
    );
    let tools = [terms, undated];
    let decided = |day: &str| json!({"outcome": "conditional", "decided_on": day});
    let cases = [
        (
            "the day before",
            json!({"tool": "t", "decision": decided("2026-03-01")}),
            "decision MadeBefore",
        ),
        (
            "on the day: it is taken to know it",
            json!({"tool": "t", "decision": decided("2026-03-02")}),
            "",
        ),
        (
            "after",
            json!({"tool": "t", "decision": decided("2026-03-03")}),
            "",
        ),
        (
            "nobody told when",
            json!({"tool": "t", "decision": {"outcome": "allowed"}}),
            "decision MadeOnNoDay",
        ),
        (
            "still pending: nothing rests on it",
            json!({"tool": "t", "decision": {"outcome": "pending"}}),
            "",
        ),
        (
            "nobody told when the terms changed",
            json!({"tool": "u", "decision": decided("2026-03-03")}),
            "decision ChangeHasNoDay",
        ),
        (
            "each opinion and assessment for itself",
            json!({"tool": "t", "decision": decided("2026-04-01"),
                "opinions": [{"function": "dpo", "sense": "favourable", "given_on": "2026-02-01"},
                             {"function": "hr", "sense": "favourable", "given_on": "2026-03-20"}],
                "impact_assessments": [{"title": {"fr": "AIPD"}, "done_on": "2026-01-05"}]}),
            "opinion MadeBefore, assessment MadeBefore",
        ),
        (
            "another tool",
            json!({"tool": "x", "decision": decided("2026-01-01")}),
            "",
        ),
        ("no tool", json!({"decision": decided("2026-01-01")}), ""),
        (
            "refused: it is over",
            json!({"tool": "t", "lifecycle": "refused", "decision": decided("2026-01-01")}),
            "",
        ),
        (
            "suspended: it may come back",
            json!({"tool": "t", "lifecycle": "suspended", "decision": decided("2026-01-01")}),
            "decision MadeBefore",
        ),
    ];
    for (case, said, expected) in cases {
        assert_eq!(reasons(&tools, said, "2026-06-30"), expected, "{case}");
    }
    let announced = json!({"tool": "t", "decision": decided("2026-01-01")});
    assert_eq!(
        reasons(&tools, announced.clone(), "2026-03-01"),
        "",
        "terms to come"
    );
    assert_eq!(
        reasons(&tools, announced, "2026-03-02"),
        "decision MadeBefore"
    );
}

#[test]
fn a_sheet_checked_before_a_change_is_to_be_checked_again() {
    let versions = json!([{"version": "1"}, {"version": "2", "since": "2026-03-02"}]);
    let tools = [
        tool(
            "before",
            json!({"versions": versions.clone(), "reviewed_on": "2026-03-01"}),
        ),
        tool(
            "since",
            json!({"versions": versions.clone(), "reviewed_on": "2026-03-02"}),
        ),
        tool("proposal", json!({"versions": versions})),
    ];
    let changes = changes(&Catalogue::new(&tools, [], []));
    let stale = stale_sheets(&changes, day("2026-06-30"));
    let keys: Vec<_> = stale
        .iter()
        .map(|stale| stale.change.tool.key.as_str())
        .collect();
    assert_eq!(keys, ["before"]);
}

fn ends(tools: &[ToolSheet], models: &[ModelSheet], on: &str, within_days: u32) -> String {
    let catalogue = Catalogue::new(tools, models, []);
    let found = endings(&catalogue, day(on), within_days);
    let words: Vec<_> = found
        .iter()
        .map(|ending| {
            let what = match ending.what {
                Ends::Tool(tool) => format!("tool {}", tool.key),
                Ends::ToolVersion(tool, version) => format!("{} {}", tool.key, version.version),
                Ends::Model(model) => format!("model {}", model.key),
                Ends::ModelVersion(model, version) => format!("{} {}", model.key, version.version),
            };
            format!("{what} in {}", ending.days_left)
        })
        .collect();
    words.join(", ")
}

#[test]
fn what_ends_soon_or_has_ended() {
    let end = |on: &str| json!({"on": on});
    let tools = [tool(
        "t",
        json!({"end_of_life": end("2026-06-01"), "versions": [
        {"version": "1", "end_of_life": end("2026-01-01")},
        {"version": "2", "end_of_life": end("2026-08-29")}]}),
    )];
    let models = [
        model("m", json!({"end_of_life": end("2026-08-30")})),
        model(
            "n",
            json!({"versions": [{"version": "9", "end_of_life": end("2026-07-01")}]}),
        ),
    ];
    let soon = ends(&tools, &models, "2026-06-30", 60);
    assert_eq!(soon, "tool t in -29, n 9 in 1, t 2 in 60");
    let later = ends(&tools, &models, "2026-06-30", 61);
    assert_eq!(later, format!("{soon}, model m in 61"));
}

#[test]
fn in_the_fictional_city_an_assistant_came_unasked_and_a_model_ends() {
    let demo = Demo::read();
    let catalogue = demo.catalogue();
    let on = day("2026-06-30");
    let tools: Vec<_> = unasked(&catalogue)
        .map(|(tool, _)| tool.key.as_str())
        .collect();
    assert_eq!(tools, ["office_plus"; 4]);
    let changes = changes(&catalogue);
    let again = reopened(&changes, &demo.uses, on);
    let references: Vec<_> = again.iter().map(|r| &r.use_case.reference[4..]).collect();
    let expected = [
        "001", "005", "009", "011", "013", "015", "016", "017", "020", "021",
    ];
    assert_eq!(references, expected);
    let stale = stale_sheets(&changes, on);
    let stale: Vec<_> = stale
        .iter()
        .map(|stale| stale.change.tool.key.as_str())
        .collect();
    assert_eq!(stale, ["office_plus", "office_plus", "plume"]);
    let soon = endings(&catalogue, on, 100);
    let [ending] = &soon[..] else {
        panic!("one ending in a hundred days: {soon:?}");
    };
    assert!(matches!(ending.what, Ends::Model(model) if model.key == "open_text_large"));
    assert_eq!(ending.days_left, 92);
}

proptest! {
    /// Time only reopens: what is reopened on a day still is on every later one.
    #[test]
    fn time_only_reopens(
        changed in proptest::option::of(0_i64..400),
        made in proptest::option::of(0_i64..400),
        on in 0_i64..400,
        later in 0_i64..400,
    ) {
        let at = |days: i64| day("2026-01-01") + chrono::Duration::days(days);
        let tools = [tool("t", json!({"versions": [
            {"version": "1"}, {"version": "2", "since": changed.map(at)}]}))];
        let uses: [UseCase; 1] = [use_case("u", json!({"tool": "t",
            "decision": {"outcome": "allowed", "decided_on": made.map(at)}}))];
        let changes = changes(&Catalogue::new(&tools, [], []));
        let found = |days| reopened(&changes, &uses, at(days)).len();
        prop_assert!(found(on) <= found(on + later));
        let proves_later = made.zip(changed).is_some_and(|(made, changed)| made >= changed);
        prop_assert_eq!(found(800) == 0, proves_later);
    }
}

/// What becomes of a use decided on a day when its tool goes from a state to another.
fn becomes(before: &ToolSheet, after: &ToolSheet, said: Value) -> Standing {
    let mut whole = json!({"tool": "t", "task": "write", "data": {"kind": "public"},
        "decision": {"outcome": "allowed", "decided_on": "2026-02-01"}});
    for (key, value) in said.as_object().expect("a map") {
        whole[key] = value.clone();
    }
    standing(before, after, &use_case("u", whole), day("2026-03-02"))
}

#[test]
fn a_decision_falls_with_a_tool_that_changed_after_it() {
    let before = tool("t", json!({"version": "1"}));
    let after = tool(
        "t",
        json!({"version": "2", "versions": [{"version": "1"}, {"version": "2", "since": "2026-03-01"}]}),
    );
    let check = |said: Value, expected: Standing| {
        assert_eq!(becomes(&before, &after, said.clone()), expected, "{said}");
    };
    check(json!({}), Standing::Falls);
    check(json!({"tool": "another"}), Standing::Holds);
    check(
        json!({"decision": {"outcome": "allowed", "decided_on": "2026-03-01"}}),
        Standing::Holds,
    );
    check(json!({"decision": {"outcome": "allowed"}}), Standing::Falls);
    check(
        json!({"decision": {"outcome": "pending"}, "opinions": [
            {"function": "dpo", "sense": "favourable", "given_on": "2026-01-01"}]}),
        Standing::LookAgain,
    );
    check(
        json!({"decision": {"outcome": "forbidden", "decided_on": "2026-02-01"}}),
        Standing::LookAgain,
    );
    check(json!({"lifecycle": "retired"}), Standing::Holds);
    let moved = tool("t", json!({"version": "1", "hosting": "outside_eu"}));
    assert_eq!(becomes(&before, &moved, json!({})), Standing::Falls);
    let renamed = tool("t", json!({"version": "1", "name": {"fr": "Autre nom"}}));
    assert_eq!(becomes(&before, &renamed, json!({})), Standing::Holds);
}

#[test]
fn a_decision_falls_outside_the_limits_of_its_tool_and_what_is_not_told_is_looked_at() {
    let before = tool("t", json!({"status": "under_review"}));
    let after = tool(
        "t",
        json!({"status": "limited_trial", "data_allowed": ["public"],
            "examination": {"limits": {"tasks": ["write"], "until": "2026-12-31"}}}),
    );
    let check = |said: Value, expected: Standing| {
        assert_eq!(becomes(&before, &after, said.clone()), expected, "{said}");
    };
    check(json!({}), Standing::Holds);
    check(json!({"data": {"kind": "personal"}}), Standing::Falls);
    check(json!({"data": null}), Standing::LookAgain);
    check(json!({"task": "translate"}), Standing::Falls);
    check(json!({"task": null}), Standing::LookAgain);
    let with_opinion = tool(
        "t",
        json!({"status": "limited_trial", "data_allowed": ["public"],
            "examination": {"limits": {"tasks": ["write"], "until": "2026-12-31"},
                "opinions": [{"function": "dpo", "sense": "favourable"}]}}),
    );
    let outside = json!({"data": {"kind": "personal"}});
    assert_eq!(
        becomes(&after, &with_opinion, outside),
        Standing::Holds,
        "an opinion decides nothing"
    );
    for status in ["not_approved", "withdrawn"] {
        let out = tool("t", json!({"status": status}));
        assert_eq!(
            becomes(&before, &out, json!({})),
            Standing::Falls,
            "{status}"
        );
    }
}
