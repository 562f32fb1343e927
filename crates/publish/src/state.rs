//! The state of a record as a sign and a word.

use crate::charts::Sign;
use crate::wording::Wording;
use domain::{Evidence, Lifecycle, Sense, UseCase};

/// The sign of a record: one seen without being declared keeps its own, whatever its lifecycle.
pub fn sign(use_case: &UseCase) -> Sign {
    if use_case.evidence == Evidence::Observed {
        return Sign::Observed;
    }
    lifecycle_sign(use_case.lifecycle)
}

/// The sign of a lifecycle state.
pub fn lifecycle_sign(lifecycle: Lifecycle) -> Sign {
    match lifecycle {
        Lifecycle::Wished | Lifecycle::Planned | Lifecycle::InDevelopment => Sign::Planned,
        Lifecycle::Pilot => Sign::Pilot,
        Lifecycle::Deployed => Sign::Deployed,
        Lifecycle::Suspended => Sign::Suspended,
        Lifecycle::Retired | Lifecycle::Abandoned => Sign::Abandoned,
        Lifecycle::Refused => Sign::Refused,
    }
}

/// The sign of an opinion.
pub fn sense_sign(sense: Sense) -> Sign {
    match sense {
        Sense::Favourable => Sign::Favourable,
        Sense::FavourableWithReservations => Sign::Reservations,
        Sense::Reserved => Sign::Reserved,
        Sense::Unfavourable => Sign::Unfavourable,
    }
}

/// The word of a record's state.
pub fn word(use_case: &UseCase, wording: &Wording) -> String {
    if use_case.evidence == Evidence::Observed {
        return wording.label(Evidence::VOCABULARY, use_case.evidence.code());
    }
    wording.label(Lifecycle::VOCABULARY, use_case.lifecycle.code())
}

/// The value of the facet « state »: the lifecycle, or « observed ».
pub fn code(use_case: &UseCase) -> &'static str {
    match use_case.evidence {
        Evidence::Observed => "observed",
        Evidence::Declared => use_case.lifecycle.code(),
    }
}
