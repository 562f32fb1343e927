use super::Refusal;
use domain::Remark;
use domain::people::{Account, AccountState, Action, Grant, Role, Target, permits};
use uuid::Uuid;

/// Who asks for a change of accounts.
#[derive(Debug, Clone, Copy)]
pub enum Hand<'a> {
    /// Whoever holds the server, at its terminal.
    Terminal,
    /// An administrator, in the browser.
    Member(&'a Account),
}

impl Hand<'_> {
    /// Whether roles in an authority are theirs to change; in every authority when it is `None`.
    pub fn reaches(&self, authority: Option<&str>) -> bool {
        match self {
            Self::Terminal => true,
            Self::Member(member) => administers(member, authority),
        }
    }

    /// Whether the whole account is theirs to look after: no role of it holds elsewhere. One that
    /// has no role belongs to no authority: it is for those who look after all of them.
    pub fn reaches_whole(&self, account: &Account) -> bool {
        if account.grants.is_empty() {
            return self.reaches(None);
        }
        let mut grants = account.grants.iter();
        grants.all(|grant| self.reaches(grant.authority.as_deref()))
    }

    /// Whether it is their own account.
    pub fn is(&self, id: Uuid) -> bool {
        matches!(self, Self::Member(member) if member.id == id)
    }

    /// Refuses what bears on their own account, on one that works elsewhere too, or what they
    /// have no right to any more among the accounts of this moment.
    pub(super) fn may_look_after(&self, account: &Account, all: &[Account]) -> Result<(), Refusal> {
        let refusal = |key| Err(Refusal::new("who", Remark::new(key)));
        match self.now(all) {
            None => refusal("account-no-longer-administrator"),
            Some(hand) if hand.is(account.id) => refusal("account-own"),
            Some(hand) if !hand.reaches_whole(account) => refusal("account-elsewhere"),
            Some(_) => Ok(()),
        }
    }

    /// The same hand with the roles it holds at this moment; `None` when the account is gone or
    /// closed.
    pub(super) fn now<'a>(&self, all: &'a [Account]) -> Option<Hand<'a>> {
        let Self::Member(member) = self else {
            return Some(Hand::Terminal);
        };
        let mut all = all.iter();
        let known = all.find(|account| account.id == member.id)?;
        let administers = known.grants.iter().any(|g| g.role == Role::Administrator);
        (known.state == AccountState::Active && administers).then_some(Hand::Member(known))
    }
}

fn administers(account: &Account, authority: Option<&str>) -> bool {
    match authority {
        Some(slug) => permits(
            &account.grants,
            Action::ManageAccounts,
            &Target::authority(slug),
        ),
        None => account.grants.iter().any(is_over_everything),
    }
}

fn is_over_everything(grant: &Grant) -> bool {
    grant.role == Role::Administrator && grant.authority.is_none()
}

/// Whether, without this account, somebody who can sign in still looks after every authority it
/// looks after.
pub(super) fn leaves_an_administrator(account: &Account, all: &[Account]) -> bool {
    let others = || {
        all.iter()
            .filter(|other| other.id != account.id && other.state == AccountState::Active)
    };
    let mut kept = account
        .grants
        .iter()
        .filter(|grant| grant.role == Role::Administrator);
    kept.all(|grant| others().any(|other| administers(other, grant.authority.as_deref())))
}
