//! A declaration, from what a person types to the record of a use. Pages and the store are
//! elsewhere; nothing here forgets an answer or adds one.
//!
//! Start with [`field::FIELDS`], the list of what is asked, then [`record::use_case`].

pub mod answers;
pub mod fault;
pub mod field;
pub mod interview;
pub mod numbering;
pub mod person_names;
pub mod range;
pub mod record;

#[cfg(test)]
mod tests;

pub use answers::Answers;
pub use field::{FIELDS, Field, List, Shape, Step};
