use super::reading::readings;
use domain::{Department, OccupationFamily, Text, UseCase};
use std::collections::BTreeSet;

/// Who has tools and who has not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UnequalAccess<'a> {
    /// Groups that a record says are left out.
    pub left_out: Vec<LeftOut<'a>>,
    /// Departments where no use is known to be in use.
    pub departments_without: Vec<&'a Department>,
    /// Families of occupations of which no use in use is known. A use of which nobody told the
    /// family may hide one: see `family_unknown`.
    pub families_without: Vec<OccupationFamily>,
    /// Uses in use of which nobody told the family.
    pub family_unknown: Vec<&'a UseCase>,
    /// Uses in use whose training is not told.
    pub training_not_told: Vec<&'a UseCase>,
}

/// A group that is left out of a use.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeftOut<'a> {
    /// The use.
    pub use_case: &'a UseCase,
    /// The family of occupations; `None` = nobody said.
    pub family: Option<OccupationFamily>,
    /// Who, in words; `None` = some are, nobody said who.
    pub who: Option<&'a Text>,
}

/// Unequal access among uses in use. Nothing known is not nothing: undeclared uses are not seen.
pub fn unequal_access<'a>(
    uses: impl IntoIterator<Item = &'a UseCase>,
    departments: impl IntoIterator<Item = &'a Department>,
) -> UnequalAccess<'a> {
    let mut access = UnequalAccess::default();
    let mut served: BTreeSet<&str> = BTreeSet::new();
    let mut families: BTreeSet<OccupationFamily> = BTreeSet::new();
    let in_use = uses
        .into_iter()
        .filter(|use_case| use_case.lifecycle.is_in_use());
    for use_case in in_use {
        served.extend(use_case.department.as_deref());
        let readings = readings(use_case);
        families.extend(readings.iter().filter_map(|reading| reading.family));
        if readings.iter().any(|reading| reading.family.is_none()) {
            access.family_unknown.push(use_case);
        }
        if use_case.staff_training.as_ref().is_none_or(Text::is_empty) {
            access.training_not_told.push(use_case);
        }
        let unequal = readings.iter().filter_map(|reading| {
            let told = reading.access?;
            let who = told.left_out.as_ref();
            let is_unequal = told.equal == Some(false) || who.is_some();
            is_unequal.then_some(LeftOut {
                use_case,
                family: reading.family,
                who,
            })
        });
        access.left_out.extend(unequal);
    }
    let departments = departments.into_iter();
    access.departments_without = departments
        .filter(|department| !served.contains(department.key.as_str()))
        .collect();
    let all = OccupationFamily::ALL.iter().copied();
    access.families_without = all
        .filter(|family| *family != OccupationFamily::Other && !families.contains(family))
        .collect();
    access
}
