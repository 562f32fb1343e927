use super::*;

/// The mistakes of a file: line and key of each.
fn mistakes(text: &str) -> Vec<(usize, &'static str)> {
    read(text)
        .mistakes
        .iter()
        .map(|m| (m.line, m.remark.key))
        .collect()
}

/// What a file says, with nothing known.
fn read(text: &str) -> Plan {
    let mut plan = Plan::default();
    let (root, found) = reference::parse("", text);
    plan.mistakes = found;
    let Some(root) = root else { return plan };
    let on = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    for node in plan.items(&root) {
        if let Some((tool, _)) = plan.read(node) {
            plan.sheets
                .push(planned(node.line, tool, None, "ville", on));
        }
    }
    plan
}

const GOOD: &str = "format: vigie-tools/1\ntools:\n  - key: brume\n    name: {fr: Brume}\n    hosting: private_eu\n";

#[test]
fn a_sheet_that_comes_from_elsewhere_approves_nothing() {
    let text = format!("{GOOD}    status: approved\n    data_allowed: [sensitive]\n");
    let plan = read(&text);
    assert_eq!(plan.mistakes, []);
    let tool = &plan.sheets[0].tool;
    assert_eq!(tool.status, ToolStatus::UnderReview);
    assert!(tool.data_allowed.is_empty());
    assert_eq!(tool.examination.authority.as_deref(), Some("ville"));
}

#[test]
fn every_mistake_is_told_with_its_line() {
    let cases: [(&str, &[(usize, &str)]); 8] = [
        ("tools: []\n", &[(1, "tools-format")]),
        ("format: vigie-tools/1\n", &[(1, "tools-none")]),
        (
            "format: vigie-tools/1\ntools:\n  - key: brume\n",
            &[(3, "data-missing-key")],
        ),
        (
            "format: vigie-tools/1\ntools:\n  - key: brume\n    name: {fr: Brume}\n    hosting: moon\n    modality: text\n",
            &[(5, "tools-bad-word"), (6, "tools-unknown-field")],
        ),
        (
            "format: vigie-tools/1\ntools:\n  - key: La Brume\n    name: {fr: Brume}\n",
            &[(3, "tools-bad-key")],
        ),
        (
            "format: vigie-tools/1\ntools:\n  - {key: a, name: {fr: A}}\n  - {key: a, name: {fr: B}}\n",
            &[(4, "tools-twice")],
        ),
        (
            "format: vigie-tools/1\ntools:\n  - key: brume\n    name: {fr: Brume}\n    open_source: maybe\n",
            &[(5, "tools-bad-value")],
        ),
        ("format: [\n", &[(2, "data-syntax")]),
    ];
    for (text, expected) in cases {
        assert_eq!(mistakes(text), expected, "{text}");
    }
}

#[test]
fn what_is_written_reads_again_the_same_in_both_shapes() {
    let text = format!(
        "{GOOD}    versions:\n      - {{version: \"1\", since: 2026-01-02}}\n    terms: {{url: \"https://brume.example/a\\\"b\"}}\n    exit_plan: {{fr: \"Deux\\nlignes : l’une # l’autre\"}}\n"
    );
    let first = read(&text);
    assert_eq!(first.mistakes, []);
    let tools = [first.sheets[0].tool.clone()];
    for shape in [Shape::Yaml, Shape::Json] {
        let written = export(&tools, shape);
        let again = read(&written);
        assert_eq!(again.mistakes, [], "{written}");
        let mut tool = again.sheets[0].tool.clone();
        tool.id = tools[0].id;
        assert_eq!(tool, tools[0], "{written}");
    }
}
