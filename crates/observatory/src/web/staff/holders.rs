//! Functions, departments and roles that answer for something, in words.

use crate::web::site::Site;
use domain::people::Role;
use domain::{Function, Holder};
use publish::{Scope, Wording};

/// Roles to which something can be given; the others only read or manage accounts.
const ROLES: [Role; 3] = [Role::Contact, Role::Reviewer, Role::StaffRepresentative];

/// A kind of holders, with the word of the form and the name of each.
pub(super) type Kind = (String, Vec<(String, String)>);

/// What a holder is called.
pub(super) fn label(holder: &Holder, site: &Site, w: &Wording) -> String {
    match holder {
        Holder::Function(function) => w.label(Function::VOCABULARY, function.code()),
        Holder::Department(key) => match site.snapshot.departments.get(key) {
            Some(department) => w.text(&department.name),
            None => key.clone(),
        },
        Holder::Role(role) => w.label(Role::VOCABULARY, role.code()),
    }
}

/// Everybody who may answer for something in an authority, those of one kind together: a function
/// and a department may have the same name.
pub(super) fn offers(site: &Site, authority: &str, w: &Wording) -> Vec<Kind> {
    let functions = Function::ALL.iter().copied().map(Holder::Function);
    let departments = site.snapshot.departments_of(Scope::of(authority));
    let departments = departments.map(|department| Holder::Department(department.key.clone()));
    let roles = ROLES.into_iter().map(Holder::Role);
    let kinds = [
        ("holders-functions", functions.collect::<Vec<_>>()),
        ("holders-departments", departments.collect()),
        ("holders-roles", roles.collect()),
    ];
    let kind = |(key, holders): (&str, Vec<Holder>)| {
        let named = holders.iter();
        let mut named: Vec<_> = named
            .map(|holder| (holder.key(), label(holder, site, w)))
            .collect();
        named.sort_by_key(|(_, name)| Wording::order(name));
        (w.get(key), named)
    };
    let kinds = kinds.into_iter().map(kind);
    kinds.filter(|(_, named)| !named.is_empty()).collect()
}

/// The holder that a form names, if it exists in the authority.
pub(super) fn picked(key: &str, site: &Site, authority: &str) -> Option<Holder> {
    let holder = Holder::from_key(key)?;
    let is_here = match &holder {
        Holder::Department(key) => site
            .snapshot
            .departments_of(Scope::of(authority))
            .any(|department| department.key == *key),
        Holder::Role(role) => ROLES.contains(role),
        Holder::Function(_) => true,
    };
    is_here.then_some(holder)
}

/// How the journal calls whoever speaks for a holder.
pub(super) fn author(holder: &Holder) -> &'static str {
    match holder {
        Holder::Function(function) => function.code(),
        Holder::Department(_) => Role::Contact.code(),
        Holder::Role(role) => role.code(),
    }
}
