//! Declarations and foreign registers become observations.
//!
//! A register format is a [`reference::Mapping`] that a public servant can write: no register
//! has code of its own. Reading a file never loses a row in silence: each one becomes a record or
//! is told, with its row, its column and the reason.
//!
//! Start with [`register`]; [`assessment`] reads impact assessments made with other tools.

pub mod assessment;
pub mod register;
