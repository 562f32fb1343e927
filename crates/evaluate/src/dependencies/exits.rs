use super::{Chain, Dependencies};
use domain::{Text, ToolSheet, UseCase};
use std::collections::BTreeMap;

/// Who could leave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Exits<'a> {
    /// Uses with a plan, and where it is written.
    pub planned: Vec<(&'a UseCase, Plan)>,
    /// Uses without any.
    pub missing: Vec<&'a UseCase>,
    /// Sheets without a plan, of the tools of these uses, with how many of the uses have none of
    /// their own either.
    pub tools_missing: Vec<(&'a ToolSheet, usize)>,
}

/// Where an exit plan is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    /// On the record of the use.
    Use,
    /// On the sheet of the tool only.
    Tool,
}

impl<'a> Dependencies<'a> {
    /// Which uses have an exit plan, and which have none. A plan of either the use or its tool
    /// counts; whether it would work is another question.
    pub fn exits(&self) -> Exits<'a> {
        let mut exits = Exits::default();
        let mut tools: BTreeMap<&str, (&'a ToolSheet, usize)> = BTreeMap::new();
        for chain in self.chains() {
            let plan = plan(chain);
            match plan {
                Some(plan) => exits.planned.push((chain.use_case, plan)),
                None => exits.missing.push(chain.use_case),
            }
            if let Some(tool) = chain.tool.filter(|tool| !is_told(&tool.exit_plan)) {
                let (_, uses) = tools.entry(&tool.key).or_insert((tool, 0));
                *uses += usize::from(plan.is_none());
            }
        }
        exits.tools_missing = tools.into_values().collect();
        exits
    }
}

pub(super) fn plan(chain: &Chain) -> Option<Plan> {
    if is_told(&chain.use_case.exit_plan) {
        return Some(Plan::Use);
    }
    let tool = chain.tool?;
    is_told(&tool.exit_plan).then_some(Plan::Tool)
}

fn is_told(text: &Option<Text>) -> bool {
    text.as_ref().is_some_and(|text| !text.is_empty())
}
