//! Whose duty a second factor is.

use domain::people::{Account, Role};

/// Roles whose holders sign in with a second factor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactorDuty(Vec<Role>);

impl FactorDuty {
    /// What holds where the settings say nothing: whoever looks after accounts or prepares
    /// everything opens the most to whoever would take their place.
    pub const USUAL: [Role; 2] = [Role::Administrator, Role::Lead];

    /// It is nobody's duty.
    pub fn of_nobody() -> Self {
        Self::default()
    }

    /// The duty of those who hold one of these roles, wherever it holds.
    pub fn of(roles: impl IntoIterator<Item = Role>) -> Self {
        Self(roles.into_iter().collect())
    }

    /// Whether it is the duty of a person.
    pub fn binds(&self, account: &Account) -> bool {
        let mut grants = account.grants.iter();
        grants.any(|grant| self.0.contains(&grant.role))
    }
}
