/// A sum of finite numbers without any rounding until it is read.
///
/// Every bit of every number is kept in a row of integers, so the sum does not depend on the order
/// of the numbers, on how they were shared between threads, or on how partial sums were merged.
/// The idea is Radford Neal's small superaccumulator (arXiv 1505.05571).
#[derive(Debug, Clone)]
pub struct ExactSum {
    /// Chunk `i` counts units of 2^(32·i − 1074); carries wait until [`PENDING_MAX`] additions.
    chunks: [i64; CHUNKS],
    pending: u32,
}

const CHUNK_BITS: u64 = 32;
/// The largest finite number ends at bit 2098 above 2^-1074; one chunk more holds the carries.
const CHUNKS: usize = 67;
const FRACTION_BITS: u64 = 52;
/// Each addition adds less than 2^32 to a chunk of 63 bits.
const PENDING_MAX: u32 = 1 << 30;
const LOWEST_EXPONENT: i32 = -1074;

impl Default for ExactSum {
    fn default() -> Self {
        Self {
            chunks: [0; CHUNKS],
            pending: 0,
        }
    }
}

impl ExactSum {
    /// Adds a number; one that is infinite or not a number is a mistake of the caller.
    #[inline]
    pub fn add(&mut self, number: f64) {
        debug_assert!(number.is_finite(), "{number} cannot be added");
        let bits = number.to_bits();
        let exponent = (bits >> FRACTION_BITS) & 0x7ff;
        let fraction = bits & ((1 << FRACTION_BITS) - 1);
        // Below the normal numbers the leading bit is not implied and the exponent is that of 1.
        let mantissa = fraction | (u64::from(exponent != 0) << FRACTION_BITS);
        let position = exponent.max(1) - 1;
        let first = (position / CHUNK_BITS) as usize;
        let wide = u128::from(mantissa) << (position % CHUNK_BITS);
        let sign = 1 - 2 * (bits >> 63) as i64;
        for (index, chunk) in self.chunks[first..first + 3].iter_mut().enumerate() {
            *chunk += sign * i64::from((wide >> (32 * index)) as u32);
        }
        self.pending += 1;
        if self.pending == PENDING_MAX {
            self.carry();
        }
    }

    /// Adds another sum.
    pub fn merge(&mut self, other: &Self) {
        let mut other = other.clone();
        other.carry();
        self.carry();
        for (chunk, more) in self.chunks.iter_mut().zip(other.chunks) {
            *chunk += more;
        }
        self.pending = 2;
    }

    /// The number nearest to the sum; infinite when the sum is out of reach.
    pub fn value(&self) -> f64 {
        let mut sum = self.clone();
        sum.carry();
        let is_negative = sum.chunks[CHUNKS - 1] < 0;
        if is_negative {
            for chunk in &mut sum.chunks {
                *chunk = -*chunk;
            }
            sum.carry();
        }
        let Some(top) = sum.chunks.iter().rposition(|chunk| *chunk != 0) else {
            return 0.0;
        };
        let lowest = top.saturating_sub(2);
        let leading = (lowest..=top).rev().fold(0_u128, |bits, index| {
            (bits << CHUNK_BITS) | u128::from(sum.chunks[index].unsigned_abs())
        });
        // What lies below decides a tie, so one bit stands for all of it.
        let below = sum.chunks[..lowest].iter().any(|chunk| *chunk != 0);
        let rounded = (leading | u128::from(below)) as f64;
        let exponent = LOWEST_EXPONENT + (CHUNK_BITS as i32) * lowest as i32;
        let magnitude = scaled(rounded, exponent);
        if is_negative { -magnitude } else { magnitude }
    }

    /// Brings every chunk but the last into 0 … 2^32 − 1.
    fn carry(&mut self) {
        let mut carried = 0;
        for chunk in &mut self.chunks[..CHUNKS - 1] {
            let full = *chunk + carried;
            carried = full >> CHUNK_BITS;
            *chunk = full & 0xffff_ffff;
        }
        self.chunks[CHUNKS - 1] += carried;
        self.pending = 1;
    }
}

impl Extend<f64> for ExactSum {
    fn extend<I: IntoIterator<Item = f64>>(&mut self, numbers: I) {
        for number in numbers {
            self.add(number);
        }
    }
}

/// `number`·2^`exponent`, in two steps so that the power itself stays a normal number.
fn scaled(number: f64, exponent: i32) -> f64 {
    let half = exponent / 2;
    number * power_of_two(half) * power_of_two(exponent - half)
}

/// 2^`exponent`, a normal number.
fn power_of_two(exponent: i32) -> f64 {
    f64::from_bits(((exponent + 1023) as u64) << FRACTION_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sum(numbers: impl IntoIterator<Item = f64>) -> f64 {
        let mut sum = ExactSum::default();
        sum.extend(numbers);
        sum.value()
    }

    #[test]
    fn nothing_is_lost_between_large_and_small() {
        for (numbers, expected) in [
            (vec![], 0.0),
            (vec![1e300, 1.0, -1e300], 1.0),
            (vec![0.1; 10], 1.0),
            (vec![f64::MAX, f64::MAX, -f64::MAX], f64::MAX),
            (vec![5e-324, 5e-324], 1e-323),
            (vec![-5e-324], -5e-324),
            (vec![1.0, 2f64.powi(-53)], 1.0),
            (
                vec![1.0, 2f64.powi(-53), 2f64.powi(-200)],
                1.0 + f64::EPSILON,
            ),
            (vec![-1.0, -2f64.powi(-53)], -1.0),
            (vec![f64::MAX, f64::MAX], f64::INFINITY),
        ] {
            assert_eq!(sum(numbers.iter().copied()), expected, "{numbers:?}");
        }
    }

    proptest! {
        #[test]
        fn neither_order_nor_sharing_changes_a_bit(
            numbers in prop::collection::vec(prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL, 0..60),
            cut in 0_usize..60,
        ) {
            let whole = sum(numbers.iter().copied());
            let backward = sum(numbers.iter().rev().copied());
            let (left, right) = numbers.split_at(cut.min(numbers.len()));
            let mut merged = ExactSum::default();
            merged.extend(right.iter().copied());
            let mut other = ExactSum::default();
            other.extend(left.iter().copied());
            merged.merge(&other);
            prop_assert_eq!(whole.to_bits(), backward.to_bits());
            prop_assert_eq!(whole.to_bits(), merged.value().to_bits());
        }

        #[test]
        fn a_sum_of_integers_is_theirs(numbers in prop::collection::vec(-1_000_000_000_000_i64..1_000_000_000_000, 0..200)) {
            let scale = 2f64.powi(-40);
            let expected = numbers.iter().sum::<i64>() as f64 * scale;
            prop_assert_eq!(sum(numbers.iter().map(|number| *number as f64 * scale)), expected);
        }
    }
}
