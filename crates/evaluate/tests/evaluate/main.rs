//! `scored` puts questionnaires to the test: worked examples beside the data, the figures of the
//! Canadian program, and what must hold for any questionnaire and any answers.

mod scored;
