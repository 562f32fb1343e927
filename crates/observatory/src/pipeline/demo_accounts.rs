//! One account a role, so that whoever tries the demonstration can try every role.

use super::demo::derived;
use crate::clock;
use crate::identity::{password, second_factor};
use crate::instance::Instance;
use anyhow::Result;
use domain::people::{Account, AccountState, Grant, Role};
use domain::{Function, Language};
use publish::Wording;
use store::{Credentials, Store};
use uuid::Uuid;

/// Names of the addresses, by role.
const NAMES: [(Role, &str); 9] = [
    (Role::Agent, "agent"),
    (Role::Contact, "referent"),
    (Role::Reviewer, "relecteur"),
    (Role::DecisionMaker, "decideur"),
    (Role::StaffRepresentative, "representant"),
    (Role::Elected, "elu"),
    (Role::Lead, "pilote"),
    (Role::Administrator, "administrateur"),
    (Role::Researcher, "chercheur"),
];

/// The identifier of the account of a role.
fn id(role: Role) -> Uuid {
    derived(&format!("account {}", role.code()))
}

/// A passphrase for the accounts of one demonstration, new each time.
pub fn passphrase() -> Result<String> {
    let codes = second_factor::recovery_codes()?;
    let words = codes.into_iter().take(2).collect::<Vec<_>>();
    Ok(words.join("-"))
}

/// Makes the accounts, all with the same passphrase.
pub async fn make(
    instance: &Instance,
    passphrase: &str,
    language: Language,
) -> Result<Vec<Account>> {
    let hash = password::hash(passphrase)?;
    let library = instance.library();
    let w = library.wording(language);
    let mut made = Vec::new();
    for (role, name) in NAMES {
        let account = account(role, name, &w);
        instance.store.put_account(&account).await?;
        let credentials = Credentials {
            password_hash: Some(hash.clone()),
            ..Credentials::default()
        };
        instance
            .store
            .put_credentials(account.id, &credentials)
            .await?;
        made.push(account);
    }
    Ok(made)
}

fn account(role: Role, name: &str, w: &Wording) -> Account {
    let department = (role == Role::Contact).then(|| "resident_relations".to_owned());
    let functions = match role {
        Role::Reviewer => super::accounts::functions().collect(),
        _ => Vec::<Function>::new(),
    };
    let grant = Grant {
        role,
        authority: department.as_ref().map(|_| "metropole-valmorel".to_owned()),
        department,
        functions,
    };
    Account {
        id: id(role),
        email: format!("{name}@valmorel.example"),
        name: w.label(Role::VOCABULARY, role.code()),
        language: w.language,
        state: AccountState::Active,
        grants: vec![grant],
        created_at: clock::now(),
    }
}

/// Whether the accounts of the demonstration are there.
pub async fn are_there(store: &Store) -> Result<bool> {
    Ok(store.account(id(Role::Agent)).await?.is_some())
}

/// Erases them; how many there were.
pub async fn erase(store: &Store) -> Result<usize> {
    let mut erased = 0;
    for (role, _) in NAMES {
        erased += usize::from(store.erase_account(id(role)).await?);
    }
    Ok(erased)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::password::Chooser;

    #[test]
    fn every_role_has_its_account_and_the_passphrase_is_accepted() {
        let roles: Vec<_> = NAMES.iter().map(|(role, _)| *role).collect();
        assert_eq!(roles, Role::ALL);
        let [one, other] = [passphrase(), passphrase()].map(|phrase| phrase.expect("random"));
        assert_ne!(one, other, "new each time");
        let (reference, _) = reference::Reference::read(&crate::embedded::tree());
        let chooser = Chooser {
            email: "agent@valmorel.example".to_owned(),
            ..Chooser::default()
        };
        let told = password::fault(&one, &chooser, &reference.passwords, None);
        assert_eq!(told.expect("no file"), None);
    }
}
