//! Quantities and intervals that carry their kind.
//!
//! A number never travels without its unit and the doubt around it. [`Interval`] says where the
//! value may lie and *why* it is a range ([`IntervalKind`]); [`Quantity`] adds the unit. Nothing
//! here knows sources or dates: those belong to the noun that holds the quantity.

mod interval;
mod quantity;

pub use interval::{Interval, IntervalError, IntervalKind};
pub use quantity::{Quantity, Unit, UnitMismatch};
