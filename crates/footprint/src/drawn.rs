//! Requests drawn at random for the tests: a property must hold for any of them.

use crate::columns::{Columns, PROVIDER_ZONE, UNKNOWN};

/// Columns of requests.
#[derive(Clone)]
pub(crate) struct Drawn {
    model: Vec<u16>,
    zone: Vec<u16>,
    output_tokens: Vec<u32>,
    latency_s: Vec<f64>,
}

/// A small deterministic generator.
struct Draws(u64);

impl Drawn {
    /// As many rows as asked, for models and zones with keys from zero.
    pub(crate) fn new(seed: u64, rows: usize, models: usize, zones: usize) -> Self {
        let mut draws = Draws(0x9E37_79B9_7F4A_7C15 ^ (seed << 20));
        Self {
            model: (0..rows)
                .map(|row| {
                    if row % 50 == 7 {
                        UNKNOWN
                    } else {
                        draws.below(models)
                    }
                })
                .collect(),
            zone: (0..rows).map(|_| draws.zone(zones)).collect(),
            output_tokens: (0..rows)
                .map(|_| (draws.next() >> (33 + draws.next() % 31)) as u32)
                .collect(),
            latency_s: (0..rows).map(|_| draws.latency()).collect(),
        }
    }

    pub(crate) fn columns(&self) -> Columns<'_> {
        Columns {
            model: &self.model,
            zone: &self.zone,
            output_tokens: &self.output_tokens,
            latency_s: &self.latency_s,
        }
    }

    /// The same rows in another order.
    pub(crate) fn shuffled(&self) -> Self {
        let rows = self.model.len();
        // A step without common divisor with the number of rows visits each of them once.
        let step = (rows / 3..)
            .find(|step| greatest_common_divisor(*step, rows) == 1)
            .expect("there is such a step");
        let order = || (0..rows).map(|row| row * step % rows);
        Self {
            model: order().map(|row| self.model[row]).collect(),
            zone: order().map(|row| self.zone[row]).collect(),
            output_tokens: order().map(|row| self.output_tokens[row]).collect(),
            latency_s: order().map(|row| self.latency_s[row]).collect(),
        }
    }
}

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> u16 {
        (self.next() % end as u64) as u16
    }

    fn latency(&mut self) -> f64 {
        let seconds = (self.next() % 1_000_000) as f64 / 3456.7;
        match self.next() % 10 {
            0..3 => f64::NAN,
            3 => 0.0,
            4 => seconds / 1000.0,
            5 => seconds * 1000.0,
            6 if self.next().is_multiple_of(4) => -seconds,
            _ => seconds,
        }
    }

    fn zone(&mut self, zones: usize) -> u16 {
        match self.next() % 20 {
            0..6 => PROVIDER_ZONE,
            6 => UNKNOWN,
            _ => self.below(zones),
        }
    }
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}
