use domain::law::{Coming, Finding, Provision, Situation};
use reference::law::{Announced, Case, Law};

/// Something a case expects that the law does not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discrepancy {
    /// The case.
    pub case: String,
    /// The rule or derived fact.
    pub subject: String,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
}

/// Everything a case expects that the law does not give.
pub fn verify(law: &Law, case: &Case) -> Vec<Discrepancy> {
    let situation = law.situation(&case.facts, case.on);
    let mut subjects: Vec<&str> = case.expect.iter().map(|(id, _)| id.as_str()).collect();
    let others = case.ask.iter().map(|(id, _)| id);
    let others = others.chain(case.coming.iter().map(|(id, _)| id));
    for id in others {
        if !subjects.contains(&id.as_str()) {
            subjects.push(id);
        }
    }
    subjects
        .into_iter()
        .filter_map(|id| Some((id, law.subject(id)?)))
        .flat_map(|(id, provision)| compare(law, case, id, provision, &situation))
        .collect()
}

/// What a case expects of one subject that a provision does not give.
pub(crate) fn compare(
    law: &Law,
    case: &Case,
    subject: &str,
    provision: &Provision,
    situation: &Situation,
) -> Vec<Discrepancy> {
    let finding = Finding::of(provision, situation);
    let differs = |expected: String, found: String| Discrepancy {
        case: case.id.clone(),
        subject: subject.to_owned(),
        expected,
        found,
    };
    let mut differences = Vec::new();
    if let Some(expected) = expected(&case.expect, subject)
        && *expected != finding.outcome
    {
        let (expected, found) = (expected.code(), finding.outcome.code());
        differences.push(differs(expected.to_owned(), found.to_owned()));
    }
    for fact in expected(&case.ask, subject).into_iter().flatten() {
        if !finding.ask.contains(fact) {
            let asked: Vec<_> = finding
                .ask
                .iter()
                .map(|f| law.fact(*f).id.as_str())
                .collect();
            let wanted = format!("asks {}", law.fact(*fact).id);
            differences.push(differs(wanted, format!("asks {}", asked.join(", "))));
        }
    }
    if let Some(expected) = expected(&case.coming, subject)
        && !is_announced(finding.coming.as_ref(), expected)
    {
        differences.push(differs(
            format!("coming {expected:?}"),
            format!("{:?}", finding.coming),
        ));
    }
    differences
}

fn expected<'a, T>(list: &'a [(String, T)], subject: &str) -> Option<&'a T> {
    list.iter()
        .find(|(id, _)| id == subject)
        .map(|(_, value)| value)
}

fn is_announced(coming: Option<&Coming>, expected: &Announced) -> bool {
    coming.is_some_and(|coming| {
        coming.from == expected.from && coming.original == expected.first_planned
    })
}
