//! The start of an impact assessment, from what is already known. Never the assessment.
//!
//! A starter follows a form of `data/risks/starters/`. Each of its sentences says where it comes
//! from; what nobody has said is a blank that names who can fill it. Risks that the catalogue
//! only suggests stand apart from those of the record. Whether the assessment is due is the
//! finding of a rule, told beside it.
//!
//! Start with [`start`]; [`cnil_pia_json`] writes it for the tool of the CNIL.

mod cnil;
mod document;
mod field;
mod risk_item;
mod wording;

pub use cnil::{CnilExport, LeftOut, cnil_pia_json};
pub use document::{Blank, Item, Known, Section, Sentence, SentenceOrigin, Starter, start};
