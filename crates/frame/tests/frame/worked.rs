use crate::{ask, law, root};
use frame::{MayI, Policy, Verdict};
use reference::law::{AskedCase, AskedCases, Sheets};

fn shared(name: &str) -> Option<String> {
    let path = root().join("../shared/data/law-cases").join(name);
    std::fs::read_to_string(path).ok()
}

/// The sheets and the questions, when they lie beside the project.
pub(crate) fn read() -> Option<(Sheets, AskedCases)> {
    let (sheets, told) = law().read_sheets("sheets.yaml", &shared("sheets.yaml")?);
    assert_eq!(told, []);
    let (asked, told) = law().read_asked("verdicts.yaml", &shared("verdicts.yaml")?);
    assert_eq!(told, []);
    Some((sheets, asked))
}

/// What differs from what a question expects.
pub(crate) fn differences(case: &AskedCase, verdict: &Verdict) -> Vec<String> {
    let Some(expected) = &case.expect else {
        return Vec::new();
    };
    let mut differences = Vec::new();
    let mut check = |holds: bool, what: String| {
        if !holds {
            differences.push(format!("{}: {what}", case.id));
        }
    };
    let reasons: Vec<&str> = verdict.reasons.iter().map(|r| r.id.as_str()).collect();
    check(
        expected.verdict == Some(verdict.kind) && expected.form == verdict.form,
        format!("{:?} {:?} for {reasons:?}", verdict.kind, verdict.form),
    );
    for id in &expected.reasons {
        check(
            reasons.contains(&id.as_str()),
            format!("{id} not in {reasons:?}"),
        );
    }
    for id in &expected.not_reasons {
        check(
            !reasons.contains(&id.as_str()),
            format!("{id} in {reasons:?}"),
        );
    }
    for fact in &expected.ask {
        let is_asked = verdict.ask.iter().any(|question| question.fact == *fact);
        check(is_asked, format!("{} is not asked", law().fact(*fact).id));
    }
    differences
}

#[test]
fn the_worked_verdicts_beside_the_project_hold() {
    let Some((mut sheets, asked)) = read() else {
        return;
    };
    sheets.overlay(asked.extra_sheets);
    assert_eq!(asked.cases.len(), 40);
    let differences: Vec<_> = asked
        .cases
        .iter()
        .flat_map(|case| {
            let question = MayI::of_case(case, &sheets);
            let (_, verdict) = ask(law(), &question, &Policy::of_case(case));
            differences(case, &verdict)
        })
        .collect();
    assert!(differences.is_empty(), "{differences:#?}");
}
