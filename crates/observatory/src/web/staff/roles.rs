//! Roles and refusals in the reader's words.

use super::form::Faults;
use crate::pipeline::accounts::Refusal;
use crate::web::visit::Visit;
use domain::Function;
use domain::people::{Grant, Role};
use publish::Wording;

/// A role with the functions spoken for and where it holds: « Relecteur·rice : DPO — Ville ».
pub(super) fn described(visit: &Visit, grant: &Grant) -> String {
    let w = visit.site.wording(visit.place.language);
    let mut text = w.label(Role::VOCABULARY, grant.role.code());
    let functions = grant.functions.iter();
    let functions: Vec<_> = functions
        .map(|function| w.label(Function::VOCABULARY, function.code()))
        .collect();
    if !functions.is_empty() {
        text = format!("{text} ({})", functions.join(", "));
    }
    let place = where_it_holds(visit, grant, &w);
    format!("{text} — {place}")
}

fn where_it_holds(visit: &Visit, grant: &Grant, w: &Wording) -> String {
    let snapshot = &visit.site.snapshot;
    let authority = match &grant.authority {
        None => w.get("user-everywhere"),
        Some(slug) => match snapshot.authority(slug) {
            Some(authority) => w.text(&authority.name),
            None => slug.clone(),
        },
    };
    let Some(key) = &grant.department else {
        return authority;
    };
    let department = snapshot.departments.get(key);
    let department = department.map_or_else(|| key.clone(), |known| w.text(&known.name));
    format!("{department}, {authority}")
}

/// What was refused and what to do, beside its field.
pub(super) fn told(visit: &Visit, refusals: &[Refusal]) -> Faults {
    let language = visit.place.language;
    let words = &visit.site.library.words;
    let mut faults = Faults::default();
    for refusal in refusals {
        let what = words.remark(language, &refusal.remark);
        let hint = words.hint(language, &refusal.remark);
        faults.add(refusal.field, format!("{what} {hint}"));
    }
    faults
}
