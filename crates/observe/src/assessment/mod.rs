//! Impact assessments made with other tools.
//!
//! [`read_pia`] reads the file of the CNIL's tool for data-protection impact assessments. Names
//! of persons are left out, and that is told: a record holds functions, never names.

mod html;
mod loose;
mod pia;
mod risks;

pub use pia::{
    Pia, PiaAnswer, PiaComment, PiaError, PiaEvaluation, PiaMeasure, PiaOpinion, PiaState,
    PiaVerdict, read_pia,
};
