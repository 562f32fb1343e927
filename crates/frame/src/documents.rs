use domain::law::Signatory;
use domain::{Authority, DataKind, Decision, Outcome, ToolSheet};
use reference::law::{Block, Law, Proposal, Sheet, Sheets};

/// The trait that says what was decided on a tool.
const TOOL_STATUS: &str = "tool_status";

/// The sheets with what the documents of an observatory say laid under them: the public sheets of
/// its tools and the pages of its authorities, by `data/law/from_records.yaml`.
///
/// A declared record and "may I?" are read with the same ones, so that they agree. What a function
/// signed prevails on the same day; what the charter says of an authority prevails over its page.
pub fn with_documents<'a>(
    law: &Law,
    sheets: &Sheets,
    tools: impl IntoIterator<Item = &'a ToolSheet>,
    authorities: impl IntoIterator<Item = &'a Authority>,
) -> Sheets {
    let mut sheets = sheets.clone();
    let kinds: Vec<_> = sheets
        .data_kinds
        .iter()
        .map(|kind| kind.id.clone())
        .collect();
    for tool in tools {
        lay_tool(law, &mut sheets.tools, tool);
        lay_decision(law, &kinds, &mut sheets.tools, tool);
    }
    for authority in authorities {
        lay_authority(law, &mut sheets, authority);
    }
    sheets
}

/// The data that a decision in force lets into a tool. Its kinds are fewer than those of the charter:
/// it says nothing of those that none of them stands for.
fn lay_decision(law: &Law, kinds: &[String], sheets: &mut [Sheet], tool: &ToolSheet) {
    let Some((decision, on)) = in_force(tool) else {
        return;
    };
    let Some(sheet) = sheets.iter_mut().find(|sheet| sheet.id == tool.key) else {
        return;
    };
    let stands_for = |kind: &DataKind| law.from_records.data_kind(*kind);
    let admits = tool.data_allowed.iter().filter_map(stands_for);
    let spoken: Vec<_> = DataKind::ALL.iter().filter_map(stands_for).collect();
    let is_spoken = |id: &&String| spoken.iter().any(|rule| rule.kind == **id);
    let is_open = matches!(decision.outcome, Outcome::Allowed | Outcome::Conditional);
    sheet.reviewed.push(Block {
        by: Signatory::It,
        on,
        facts: Vec::new(),
        admits: is_open.then(|| admits.map(|rule| rule.kind.clone()).collect()),
        silent_on: kinds.iter().filter(|id| !is_spoken(id)).cloned().collect(),
    });
}

/// The decision on a tool that still holds, with its day.
fn in_force(tool: &ToolSheet) -> Option<(&Decision, chrono::NaiveDate)> {
    let decision = tool.examination.decision.as_ref()?;
    let holds = decision.voided.is_none() && tool.examination.withdrawal.is_none();
    holds.then_some(decision).zip(decision.decided_on)
}

/// What the sheet of a tool says. One that nobody reviewed proposes; what was decided on the tool
/// counts from its day in any case.
fn lay_tool(law: &Law, sheets: &mut Vec<Sheet>, tool: &ToolSheet) {
    let place = sheets.iter().position(|sheet| sheet.id == tool.key);
    let place = place.unwrap_or_else(|| {
        sheets.push(Sheet {
            id: tool.key.clone(),
            ..Sheet::default()
        });
        sheets.len() - 1
    });
    let sheet = &mut sheets[place];
    let facts = law.from_records.of_tool(tool);
    let by = Signatory::It;
    if let Some(on) = tool.examination.status_since {
        // Last of its day: what was decided on the tool wins over what was signed before.
        let status = law.fact_id(TOOL_STATUS);
        let mut decided = facts.clone();
        decided.retain(|(fact, _)| Some(*fact) == status);
        sheet.reviewed.push(Block {
            by,
            on,
            facts: decided,
            admits: None,
            silent_on: Vec::new(),
        });
    }
    match tool.reviewed_on {
        // First of its day: what a function signed the same day on the sheet of the law wins.
        Some(on) => sheet.reviewed.insert(
            0,
            Block {
                by,
                on,
                facts,
                admits: None,
                silent_on: Vec::new(),
            },
        ),
        None => {
            let proposal = |(fact, value)| Proposal {
                fact,
                value,
                by: Some(by),
            };
            sheet.proposed.extend(facts.into_iter().map(proposal));
        }
    }
}

fn lay_authority(law: &Law, sheets: &mut Sheets, authority: &Authority) {
    let known = sheets.profile_of(&authority.slug);
    let mut facts = law.from_records.of_authority(authority);
    facts.retain(|(fact, _)| !known.iter().any(|(told, _)| told == fact));
    let own = sheets.profiles.entry(authority.slug.clone()).or_default();
    own.extend(facts);
}
