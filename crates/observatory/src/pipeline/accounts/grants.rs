//! What a person is here for: roles, where they hold, and the functions spoken for.

use super::{Done, Hand, Refusal, done};
use crate::instance::Instance;
use anyhow::Result;
use chrono::{DateTime, Utc};
use domain::people::{Account, Grant, Role};
use domain::{Authority, Department, Function, Remark};
use uuid::Uuid;

/// A role that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The role.
    pub role: Role,
    /// Slug of the authority; every authority when absent.
    pub authority: Option<String>,
    /// Key of the department; every department when absent.
    pub department: Option<String>,
    /// The functions a reviewer speaks for.
    pub functions: Vec<Function>,
}

impl Wish {
    pub(super) fn grant(&self) -> Grant {
        Grant {
            role: self.role,
            authority: self.authority.clone(),
            department: self.department.clone(),
            functions: self.functions.clone(),
        }
    }

    fn is_of(&self, grant: &Grant) -> bool {
        grant.role == self.role
            && grant.authority == self.authority
            && grant.department == self.department
    }
}

/// Functions that a reviewer may speak for: those who prepare and those who decide give no
/// opinion, and staff representatives have a role of their own.
pub fn functions() -> impl Iterator<Item = Function> {
    let all = Function::ALL.iter().copied();
    all.filter(|function| {
        !matches!(
            function,
            Function::Lead | Function::DecisionMaker | Function::StaffRepresentatives
        )
    })
}

/// Why a role cannot be given, if it cannot.
pub(super) async fn fault(
    instance: &Instance,
    hand: Hand<'_>,
    wish: &Wish,
) -> Result<Option<Refusal>> {
    if !hand.reaches(wish.authority.as_deref()) {
        let remark = Remark::new("grant-out-of-reach");
        return Ok(Some(Refusal::new("collectivite", remark)));
    }
    if let Some(slug) = &wish.authority {
        let authorities = instance.authorities().await?;
        if !authorities.iter().any(|known| known.slug == *slug) {
            let known: Vec<_> = authorities.into_iter().map(|known| known.slug).collect();
            let remark = Remark::new("no-such-authority")
                .with("slug", slug)
                .with("known", known.join(", "));
            return Ok(Some(Refusal::new("collectivite", remark)));
        }
    }
    if let Some(refusal) = bad_department(instance, wish).await? {
        return Ok(Some(refusal));
    }
    Ok(bad_functions(wish))
}

async fn bad_department(instance: &Instance, wish: &Wish) -> Result<Option<Refusal>> {
    let Some(key) = &wish.department else {
        return Ok(None);
    };
    let refusal = |remark| Ok(Some(Refusal::new("direction", remark)));
    if !matches!(wish.role, Role::Agent | Role::Contact) {
        return refusal(Remark::new("grant-no-department"));
    }
    let departments = instance.store.all::<Department>().await?;
    let own = |department: &&Department| {
        let slug = wish.authority.as_ref();
        slug.is_none_or(|slug| department.authorities.contains(slug))
    };
    let departments = departments.iter().map(|record| &record.document);
    let known: Vec<_> = departments.filter(own).map(|d| d.key.as_str()).collect();
    match known.contains(&key.as_str()) {
        true => Ok(None),
        false => refusal(
            Remark::new("grant-unknown-department")
                .with("key", key)
                .with("known", known.join(", ")),
        ),
    }
}

fn bad_functions(wish: &Wish) -> Option<Refusal> {
    let refusal = |remark| Some(Refusal::new("fonction", remark));
    let is_reviewer = wish.role == Role::Reviewer;
    let codes = || {
        functions()
            .map(Function::code)
            .collect::<Vec<_>>()
            .join(", ")
    };
    if is_reviewer && wish.functions.is_empty() {
        return refusal(Remark::new("grant-no-function").with("known", codes()));
    }
    if !is_reviewer && !wish.functions.is_empty() {
        return refusal(Remark::new("grant-function-of-reviewer"));
    }
    let mut wished = wish.functions.iter();
    let is_known = wished.all(|function| functions().any(|known| known == *function));
    match is_known {
        true => None,
        false => refusal(Remark::new("grant-unknown-function").with("known", codes())),
    }
}

/// Gives roles. One that is held already, in the same place, speaks for the new functions from
/// now on. Where a second factor becomes a duty, what was opened without one is closed.
pub async fn grant(
    instance: &Instance,
    hand: Hand<'_>,
    id: Uuid,
    roles: &[Wish],
    now: DateTime<Utc>,
) -> Result<Done<Account>> {
    for wish in roles {
        if let Some(refusal) = fault(instance, hand, wish).await? {
            return Ok(Err(refusal));
        }
    }
    let changed = instance.store.change_account(id, now, |account, all| {
        may_change(hand, account, roles, all)?;
        for wish in roles {
            account.grants.retain(|grant| !wish.is_of(grant));
            account.grants.push(wish.grant());
        }
        Ok(())
    });
    let done = done(changed.await?, id);
    if let Ok(account) = &done
        && must_prove_more(instance, account).await?
    {
        instance.store.close_sessions_of(id, None).await?;
    }
    Ok(done)
}

/// Whether somebody must have a second factor and has none yet.
async fn must_prove_more(instance: &Instance, account: &Account) -> Result<bool> {
    let is_invented = Authority::are_all_invented(&instance.authorities().await?);
    if !instance.config.factor_duty(is_invented).binds(account) {
        return Ok(false);
    }
    let credentials = instance.store.credentials(account.id).await?;
    Ok(credentials.is_none_or(|known| known.totp_secret.is_none()))
}

/// Takes a role away: of one authority or of all, as it was given.
pub async fn revoke(
    instance: &Instance,
    hand: Hand<'_>,
    id: Uuid,
    wish: &Wish,
    now: DateTime<Utc>,
) -> Result<Done<Account>> {
    let changed = instance.store.change_account(id, now, |account, all| {
        may_change(hand, account, std::slice::from_ref(wish), all)?;
        let before = account.grants.len();
        account.grants.retain(|grant| !wish.is_of(grant));
        match account.grants.len() < before {
            true => Ok(()),
            false => Err(Refusal::new("role", Remark::new("grant-not-held"))),
        }
    });
    Ok(done(changed.await?, id))
}

/// Nobody changes their own roles, nor those of an authority they do not look after.
fn may_change(
    hand: Hand<'_>,
    account: &Account,
    roles: &[Wish],
    all: &[Account],
) -> Result<(), Refusal> {
    let refusal = |key| Err(Refusal::new("role", Remark::new(key)));
    let Some(hand) = hand.now(all) else {
        return refusal("account-no-longer-administrator");
    };
    if hand.is(account.id) {
        return refusal("account-own");
    }
    let mut roles = roles.iter();
    match roles.all(|wish| hand.reaches(wish.authority.as_deref())) {
        true => Ok(()),
        false => refusal("grant-out-of-reach"),
    }
}
