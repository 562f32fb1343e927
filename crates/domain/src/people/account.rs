use crate::vocabulary::vocabulary;
use crate::{Function, Holder, Language};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

vocabulary! {
    /// What a person is here for. One person may hold several roles.
    Role, "roles" {
        /// Declares uses of their own or of their team.
        Agent = "agent",
        /// Completes the declarations of a department.
        Contact = "contact",
        /// Gives the opinion of a function.
        Reviewer = "reviewer",
        /// Decides, and answers for the decision.
        DecisionMaker = "decision_maker",
        /// Speaks for staff.
        StaffRepresentative = "staff_representative",
        /// Sits in the council.
        Elected = "elected",
        /// Runs the observatory.
        Lead = "lead",
        /// Manages accounts, never content.
        Administrator = "administrator",
        /// Studies what may be studied.
        Researcher = "researcher",
    }
}

vocabulary! {
    /// Whether an account can be used.
    AccountState, "account_states" {
        /// Invited; has no password yet.
        Invited = "invited",
        /// In use.
        Active = "active",
        /// Closed by an administrator.
        Disabled = "disabled",
    }
}

/// A role, and where it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Slug of the authority; every authority of the instance when absent.
    #[serde(default)]
    pub authority: Option<String>,
    /// Key of the department; every department when absent.
    #[serde(default)]
    pub department: Option<String>,
    /// The functions a reviewer speaks for.
    #[serde(default)]
    pub functions: Vec<Function>,
}

/// A person who signs in. Kept apart from the documents: nothing of it enters the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identifier.
    pub id: Uuid,
    /// E-mail address, in lower case: the name to sign in with.
    pub email: String,
    /// How the person wants to be called; shown to administrators and to the person alone.
    pub name: String,
    /// Language of what is sent to them.
    pub language: Language,
    /// Whether it can be used.
    pub state: AccountState,
    /// Roles.
    pub grants: Vec<Grant>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl Grant {
    /// Whether it holds in an authority.
    pub fn holds_in(&self, authority: &str) -> bool {
        self.authority
            .as_deref()
            .is_none_or(|known| known == authority)
    }
}

impl Account {
    /// Whether the person holds a role in an authority.
    pub fn is(&self, role: Role, authority: &str) -> bool {
        let mut grants = self.grants.iter();
        grants.any(|grant| grant.role == role && grant.holds_in(authority))
    }

    /// Whether the person answers for what a holder has to do in an authority: speaks for the
    /// function, is the AI contact of the department, or holds the role.
    pub fn holds(&self, holder: &Holder, authority: &str) -> bool {
        match holder {
            Holder::Function(Function::Lead) => self.is(Role::Lead, authority),
            Holder::Function(Function::DecisionMaker) => self.is(Role::DecisionMaker, authority),
            Holder::Function(function) => self.functions_in(authority).contains(function),
            Holder::Department(key) => self.grants.iter().any(|grant| {
                let is_of = grant.department.as_ref().is_none_or(|known| known == key);
                grant.role == Role::Contact && grant.holds_in(authority) && is_of
            }),
            Holder::Role(role) => self.is(*role, authority),
        }
    }

    /// The functions the person may give an opinion for in an authority, in their usual order.
    pub fn functions_in(&self, authority: &str) -> Vec<Function> {
        let speaks = |function: &Function| {
            self.grants.iter().any(|grant| {
                let speaks = match grant.role {
                    Role::Reviewer => grant.functions.contains(function),
                    Role::StaffRepresentative => *function == Function::StaffRepresentatives,
                    _ => false,
                };
                speaks && grant.holds_in(authority)
            })
        };
        Function::ALL.iter().copied().filter(speaks).collect()
    }
}
