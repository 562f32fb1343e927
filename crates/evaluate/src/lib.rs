//! Observations, reference data and a date become an assessment with its reasons.
//!
//! Start with [`scored`]: answers to a questionnaire become points, a level and what is missing.

pub mod scored;
