//! What a record amounts to, from what is declared and from a dated method.
//!
//! Pure: no clock, no file, no network. The same record and the same method give the same answer.

mod footprint;

pub use footprint::{footprint_method, footprint_of};
