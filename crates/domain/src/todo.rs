//! What must be done for a record, by whom and until when: most often a condition of its decision.

use crate::people::Role;
use crate::{Decision, Function, Outcome, Text, UseCase};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who answers for something: a function, a department or a role; never a person. Documents and
/// forms write it as one word, see [`Holder::key`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Holder {
    /// A function that gives opinions.
    Function(Function),
    /// A department, by its key: its AI contact sees it.
    Department(String),
    /// Everybody who holds a role.
    Role(Role),
}

impl Holder {
    /// The word for it: `function:dpo`, `department:hr`, `role:contact`.
    pub fn key(&self) -> String {
        match self {
            Self::Function(function) => format!("function:{}", function.code()),
            Self::Department(key) => format!("department:{key}"),
            Self::Role(role) => format!("role:{}", role.code()),
        }
    }

    /// The holder of such a word; a department is not looked for.
    pub fn from_key(key: &str) -> Option<Self> {
        let (kind, name) = key.split_once(':')?;
        match kind {
            "function" => Function::from_code(name).map(Self::Function),
            "department" if !name.is_empty() => Some(Self::Department(name.to_owned())),
            "role" => Role::from_code(name).map(Self::Role),
            _ => None,
        }
    }
}

impl From<Holder> for String {
    fn from(holder: Holder) -> Self {
        holder.key()
    }
}

impl TryFrom<String> for Holder {
    type Error = String;

    fn try_from(key: String) -> Result<Self, Self::Error> {
        Self::from_key(&key)
            .ok_or_else(|| format!("“{key}” is not function:…, department:… or role:…"))
    }
}

/// Something to do for a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Todo {
    /// Its number among those of the record.
    pub number: u32,
    /// What must be done.
    pub text: Text,
    /// Who answers for it.
    pub owner: Holder,
    /// Until when; `None` = nobody said.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// The day of the decision whose condition it is; `None` when somebody added it.
    #[serde(default)]
    pub condition_of: Option<NaiveDate>,
    /// When it is done; `None` = not done.
    #[serde(default)]
    pub done: Option<TodoDone>,
}

/// That a to-do is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TodoDone {
    /// The day.
    pub on: NaiveDate,
    /// Who says so.
    pub by: Holder,
    /// What shows it: an address, minutes, a document.
    #[serde(default)]
    pub evidence: Option<Text>,
}

impl Todo {
    /// Whether it should be done already.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.done.is_none() && self.due_on.is_some_and(|due| due < on)
    }
}

impl UseCase {
    /// A to-do by its number.
    pub fn todo(&self, number: u32) -> Option<&Todo> {
        self.todos.iter().find(|todo| todo.number == number)
    }

    /// What is still to be done, the most urgent first, what has no day at the end.
    pub fn open_todos(&self) -> Vec<&Todo> {
        let mut open: Vec<_> = self
            .todos
            .iter()
            .filter(|todo| todo.done.is_none())
            .collect();
        open.sort_by_key(|todo| (todo.due_on.is_none(), todo.due_on, todo.number));
        open
    }

    /// The same record with one more to-do.
    #[must_use]
    pub fn with_todo(mut self, text: Text, owner: Holder, due_on: Option<NaiveDate>) -> Self {
        self.add_todo(text, owner, due_on, None);
        self
    }

    /// Makes a to-do of each condition of a decision. What was done stays; an earlier condition
    /// that is still open stays as it is when it is repeated, and goes when it no longer binds.
    pub(crate) fn conditions_become_todos(
        &mut self,
        decision: &Decision,
        owner: Option<Holder>,
        due_on: Option<NaiveDate>,
    ) {
        if decision.outcome == Outcome::Pending {
            return;
        }
        let conditions = &decision.conditions;
        self.todos.retain(|todo| {
            let is_condition = todo.condition_of.is_some();
            todo.done.is_some() || !is_condition || conditions.contains(&todo.text)
        });
        let owner = owner.unwrap_or_else(|| self.usual_owner());
        let due_on = due_on.or(decision.review_on);
        for condition in conditions {
            let open = |todo: &&mut Todo| todo.done.is_none() && todo.text == *condition;
            match self.todos.iter_mut().find(open) {
                Some(known) => known.condition_of = decision.decided_on,
                None => {
                    let text = condition.clone();
                    self.add_todo(text, owner.clone(), due_on, decision.decided_on);
                }
            }
        }
    }

    /// Whoever uses the tool answers for it; the lead when the record names no department.
    fn usual_owner(&self) -> Holder {
        match &self.department {
            Some(department) => Holder::Department(department.clone()),
            None => Holder::Function(Function::Lead),
        }
    }

    fn add_todo(
        &mut self,
        text: Text,
        owner: Holder,
        due_on: Option<NaiveDate>,
        condition_of: Option<NaiveDate>,
    ) {
        let last = self.todos.iter().map(|todo| todo.number).max();
        self.todos.push(Todo {
            number: last.unwrap_or_default() + 1,
            text,
            owner,
            due_on,
            condition_of,
            done: None,
        });
    }
}

#[cfg(test)]
mod tests;
