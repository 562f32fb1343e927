//! Risks of a use: what the facts suggest, what remains after measures, and where it stands.
//!
//! A suggestion is only that: nothing here adds a risk to a record, and likelihood and severity
//! are never worked out from facts. A fact that nobody gave makes a risk "may apply: ask". What
//! measures do to a rating is a proposal beside the judgement of a person, which prevails.
//!
//! Start with [`suggest`], then [`residual`]; [`Matrix`] and [`register`] lay the results out.

mod matrix;
mod register;
mod residual;
mod suggestion;

pub use matrix::{Cell, Matrix, Row};
pub use register::{Line, Register, register};
pub use residual::{MeasureEffect, Residual, Weight, residual};
pub use suggestion::{Standing, Suggestion, suggest};
