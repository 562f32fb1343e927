//! What each role reads: the list of uses, the summary, what concerns staff, what waits in a
//! department. Each is limited to the records that the person may read.

mod department;
mod staff;
mod summary;
mod uses;

pub(super) use department::page as department;
pub(super) use staff::page as staff;
pub(super) use summary::page as summary;
pub(super) use uses::page as uses;

use super::member::Inside;
use crate::pipeline::figures::Measures;
use crate::web::error::PageError;
use domain::UseCase;
use domain::people::Action;

/// The records of the authority that the person may read, by reference.
async fn readable(inside: &Inside) -> Result<Vec<UseCase>, PageError> {
    let store = &inside.visit.app.instance.store;
    let records = store.all_of::<UseCase>(&inside.visit.place.scope).await;
    let records = records.map_err(anyhow::Error::from)?;
    let own = store.declared_by(inside.account.id).await;
    let own = own.map_err(anyhow::Error::from)?;
    let mut readable: Vec<_> = records
        .into_iter()
        .map(|record| record.document)
        .filter(|record| inside.may_with(Action::ReadRecord, record, own.contains(&record.id)))
        .collect();
    readable.sort_by(|a, b| a.reference.cmp(&b.reference));
    Ok(readable)
}

fn allowed(inside: &Inside, action: Action) -> Result<(), PageError> {
    inside.may(action).then_some(()).ok_or(PageError::Forbidden)
}

/// Whether a few persons do everything in the authority of the page.
pub(super) fn is_small(inside: &Inside) -> bool {
    let site = &inside.visit.site;
    let staff_below = site.library.reference.follow_up.small_staff;
    let authority = site.snapshot.authority(&inside.visit.place.scope);
    authority.is_some_and(|authority| authority.is_small(staff_below))
}

/// Which measures on groups the authority of the page may show.
fn measures(inside: &Inside) -> Measures {
    match is_small(inside) {
        true => Measures::None,
        false => Measures::LargeGroups,
    }
}

/// A record without the measures that may point at somebody, and how many are left out.
fn without_small_groups(record: &UseCase, measures: Measures) -> (UseCase, usize) {
    let shown = match measures {
        Measures::LargeGroups => publish::without_small_groups(record),
        Measures::None => publish::without_measures(record),
    };
    let count = |record: &UseCase| {
        let effects = record.work_effects.as_ref();
        effects.map_or(0, |effects| effects.by_occupation.len())
    };
    let left_out = count(record) - count(&shown);
    (shown, left_out)
}
