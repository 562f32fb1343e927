//! What uses do to the work and to those who do it, by family of occupations.
//!
//! Nothing is averaged. Ranges of minutes are put side by side, and their ends told; negative, null
//! and unknown effects are counted with the others; what was declared and what was measured are
//! two tables. Nobody is watched: the smallest unit is an occupation of a use.
//!
//! Start with [`effects`]; [`committee`] is the view of a social committee.

mod access;
mod committee;
mod family;
mod reading;
mod spread;

pub use access::{LeftOut, UnequalAccess, unequal_access};
pub use committee::{Committee, Heard, Voice, committee};
pub use family::{AccessCounts, EffectCounts, FamilyEffects, FeltCounts, effects};
pub use reading::{Reading, readings};
pub use spread::Spread;
