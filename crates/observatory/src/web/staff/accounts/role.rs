//! The part of a form that says what a person comes to do, and where.

use super::super::form::Form;
use super::Keeper;
use crate::pipeline::accounts::{Wish, functions};
use domain::Function;
use domain::people::Role;
use publish::{Scope, Wording};

/// Stands for every authority, those to come included.
const EVERYWHERE: &str = "*";

/// What can be chosen.
pub(super) struct RoleChoice {
    /// Code, label, what it means.
    pub(super) roles: Vec<(&'static str, String, String)>,
    /// Slug and name of the authorities that this administrator looks after; empty when there is
    /// only one.
    pub(super) authorities: Vec<(String, String)>,
    /// Key and name of the departments.
    pub(super) departments: Vec<(String, String)>,
    /// Code and label.
    pub(super) functions: Vec<(&'static str, String)>,
}

impl RoleChoice {
    pub(super) fn of(keeper: &Keeper) -> Self {
        let visit = &keeper.inside.visit;
        let w = visit.site.wording(visit.place.language);
        let roles = Role::ALL.iter().map(|role| {
            let code = role.code();
            let meaning = w.definition(Role::VOCABULARY, code);
            (code, w.label(Role::VOCABULARY, code), meaning)
        });
        let functions = functions().map(|f| (f.code(), w.label(Function::VOCABULARY, f.code())));
        Self {
            roles: roles.collect(),
            authorities: authorities(keeper, &w),
            departments: departments(keeper, &w),
            functions: functions.collect(),
        }
    }
}

fn authorities(keeper: &Keeper, w: &Wording) -> Vec<(String, String)> {
    let all = keeper.inside.visit.site.snapshot.authorities.iter();
    let own = all.filter(|authority| keeper.hand().reaches(Some(&authority.slug)));
    let mut own: Vec<_> = own
        .map(|authority| (authority.slug.clone(), w.text(&authority.name)))
        .collect();
    if keeper.hand().reaches(None) {
        own.push((EVERYWHERE.to_owned(), w.get("accounts-where-everywhere")));
    }
    match own.len() {
        1 => Vec::new(),
        _ => own,
    }
}

fn departments(keeper: &Keeper, w: &Wording) -> Vec<(String, String)> {
    let visit = &keeper.inside.visit;
    let here = visit
        .site
        .snapshot
        .departments_of(Scope::of(&visit.place.scope));
    let mut here: Vec<_> = here
        .map(|department| (department.key.clone(), w.text(&department.name)))
        .collect();
    here.sort_by_key(|(_, name)| Wording::order(name));
    here
}

/// The form as it is before anything was typed: the authority of the page.
pub(super) fn blank(keeper: &Keeper) -> Form {
    let scope: String =
        form_urlencoded::byte_serialize(keeper.inside.visit.place.scope.as_bytes()).collect();
    Form::read(&format!("collectivite={scope}"))
}

/// The roles that a form asks for: one for each authority.
pub(super) fn wishes(keeper: &Keeper, form: &Form) -> Vec<Wish> {
    let Some(role) = Role::from_code(form.one("role")) else {
        return Vec::new();
    };
    let functions = form.all("fonction").iter();
    let functions: Vec<_> = functions
        .filter_map(|code| Function::from_code(code))
        .collect();
    let wish = |authority: Option<&str>| Wish {
        role,
        authority: authority.map(str::to_owned),
        department: form.filled("direction").map(str::to_owned),
        functions: functions.clone(),
    };
    let chosen = form.all("collectivite");
    match chosen {
        [] => vec![wish(Some(&keeper.inside.visit.place.scope))],
        chosen if form.has("collectivite", EVERYWHERE) && !chosen.is_empty() => vec![wish(None)],
        chosen => chosen.iter().map(|slug| wish(Some(slug))).collect(),
    }
}

/// The role of a form that takes one away, as it was given.
pub(super) fn held(form: &Form) -> Option<Wish> {
    Some(Wish {
        role: Role::from_code(form.one("role"))?,
        authority: form.filled("collectivite").map(str::to_owned),
        department: form.filled("direction").map(str::to_owned),
        functions: Vec::new(),
    })
}
