//! Making and looking after accounts: the commands and the pages both come here.
//!
//! Nothing of it enters the journal. Who asks is a [`Hand`]: whoever holds the server, or an
//! administrator, who reaches no further than the authorities they look after and never changes
//! their own roles. Start with [`invite`].

mod closing;
mod export;
mod grants;
mod hand;
mod invitation;
mod list;
mod seeds;

pub(super) use closing::erase_in_time;
pub use closing::{close, erase, erase_begun, erase_own, open};
pub use export::{PersonalData, export};
pub use grants::{Wish, functions, grant, revoke};
pub use hand::Hand;
pub(super) use invitation::make_for;
pub use invitation::{
    Invitation, Invited, Link, correct, invite, link, link_without_second_factor, rename,
};
pub use list::{Line, list, summary};
pub use seeds::{Seeds, seal, seeds};

use crate::identity::sign_in::normal;
use crate::instance::Instance;
use anyhow::Result;
use domain::Remark;
use domain::people::Account;
use store::Altered;
use uuid::Uuid;

/// Why something was not done: which field is at fault, and what to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The field of the form or the option of the command.
    pub field: &'static str,
    /// What to tell.
    pub remark: Remark,
}

impl Refusal {
    fn new(field: &'static str, remark: Remark) -> Self {
        Self { field, remark }
    }

    /// Nobody is known by that name.
    pub fn unknown(who: &str) -> Self {
        Self::new("who", Remark::new("account-unknown").with("who", who))
    }
}

/// What was done, or why not.
pub type Done<T> = Result<T, Refusal>;

/// The account of an address or of an identifier.
pub async fn find(instance: &Instance, who: &str) -> Result<Option<Account>> {
    match who.parse::<Uuid>() {
        Ok(id) => Ok(instance.store.account(id).await?),
        Err(_) => Ok(instance.store.account_by_email(&normal(who)).await?),
    }
}

fn done(altered: Altered<Refusal>, id: Uuid) -> Done<Account> {
    match altered {
        Altered::Done(account) => Ok(account),
        Altered::Refused(refusal) => Err(refusal),
        Altered::Gone => Err(Refusal::unknown(&id.to_string())),
    }
}
