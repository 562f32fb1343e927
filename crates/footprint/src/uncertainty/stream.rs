//! Draws by counter: the same name and the same position always give the same number.
//!
//! A stream starts from the seed and a name (factor, indicator, scope); its numbers are those of
//! SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), of which any position is reached at once.
//! Neither the order of the groups nor the number of threads can therefore move a draw.

/// The odd number nearest to 2⁶⁴ divided by the golden ratio.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
/// Bits of an `f64` after the leading one, plus that one.
const MANTISSA_BITS: u32 = 53;

/// The draws of one quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stream(u64);

impl Stream {
    /// The stream of a name; its parts are kept apart, so that `a, bc` is not `ab, c`.
    pub(super) fn new(seed: u64, name: &[&str]) -> Self {
        let start = name.iter().fold(mix(seed ^ STEP), |state, part| {
            part.bytes()
                .map(u64::from)
                .chain([u64::from(u8::MAX)])
                .fold(state, |state, byte| {
                    mix(state.wrapping_add(STEP) ^ byte.wrapping_mul(STEP))
                })
        });
        Self(start)
    }

    /// A number above 0 and below 1, uniform, for a position.
    pub(super) fn uniform(self, position: u64) -> f64 {
        let bits = mix(self
            .0
            .wrapping_add(position.wrapping_add(1).wrapping_mul(STEP)));
        let step = 1.0 / (1_u64 << MANTISSA_BITS) as f64;
        ((bits >> (u64::BITS - MANTISSA_BITS)) as f64 + 0.5) * step
    }
}

/// The finaliser of SplitMix64.
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_are_those_of_splitmix64() {
        let stream = Stream(1_234_567);
        let expected = [6_457_827_717_110_365_317_u64, 3_203_168_211_198_807_973];
        for (position, bits) in expected.into_iter().enumerate() {
            let uniform = ((bits >> 11) as f64 + 0.5) / (1_u64 << 53) as f64;
            assert_eq!(stream.uniform(position as u64), uniform);
        }
    }

    #[test]
    fn streams_are_uniform_and_independent() {
        const DRAWS: u64 = 100_000;
        let streams = ["model-a", "model-b"].map(|key| Stream::new(7, &["batch_size", key]));
        let mut sums = [0.0; 2];
        let mut product = 0.0;
        for position in 0..DRAWS {
            let [a, b] = streams.map(|stream| stream.uniform(position) - 0.5);
            sums = [sums[0] + a, sums[1] + b];
            product += a * b;
        }
        let error = 1.0 / (DRAWS as f64).sqrt();
        for sum in sums {
            assert!((sum / DRAWS as f64).abs() < 4.0 * error / 12_f64.sqrt());
        }
        assert!((product / DRAWS as f64).abs() < 4.0 * error / 12.0);
        assert_ne!(Stream::new(7, &["a", "bc"]), Stream::new(7, &["ab", "c"]));
        assert_ne!(Stream::new(7, &["a"]), Stream::new(8, &["a"]));
    }
}
