//! Exponential, logarithm and normal quantile from the four operations and the square root alone.
//!
//! These operations round the same way everywhere, the ones of the system's library do not: a
//! total then has the same bits on every machine.

use std::f64::consts::{FRAC_1_SQRT_2, LOG2_E};

/// ln 2 in two parts: the first has trailing zeros, so that its product with an exponent is exact.
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
const EXPONENT_BITS: u32 = 52;
const EXPONENT_BIAS: i64 = 1023;
/// Beyond, the result would not be a normal number.
const EXP_MAX: f64 = 708.0;

/// 1/0!, 1/1!, 1/2!…
const INVERSE_FACTORIALS: [f64; 15] = {
    let mut terms = [1.0; 15];
    let (mut index, mut factorial) = (1, 1.0);
    while index < terms.len() {
        factorial *= index as f64;
        terms[index] = 1.0 / factorial;
        index += 1;
    }
    terms
};

/// 1, 1/3, 1/5…
const INVERSE_ODDS: [f64; 12] = {
    let mut terms = [1.0; 12];
    let mut index = 1;
    while index < terms.len() {
        terms[index] = 1.0 / (2 * index + 1) as f64;
        index += 1;
    }
    terms
};

/// e to the power x, within two units in the last place; x is held between -708 and 708.
pub(super) fn exp(x: f64) -> f64 {
    let x = x.clamp(-EXP_MAX, EXP_MAX);
    let exponent = (x * LOG2_E).round();
    let rest = (x - exponent * LN_2_HIGH) - exponent * LN_2_LOW;
    // 1 + r + r²/2! + …: |r| ≤ 0.35, so that fourteen terms are enough.
    let power = (INVERSE_FACTORIALS.iter().rev()).fold(0.0, |sum, term| sum * rest + term);
    power * f64::from_bits(((exponent as i64 + EXPONENT_BIAS) as u64) << EXPONENT_BITS)
}

/// Natural logarithm of a normal number above zero, within four units in the last place.
pub(super) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let mut exponent = (bits >> EXPONENT_BITS) as i64 - EXPONENT_BIAS;
    let fraction = bits & ((1 << EXPONENT_BITS) - 1);
    let mut mantissa = f64::from_bits(fraction | ((EXPONENT_BIAS as u64) << EXPONENT_BITS));
    if mantissa * FRAC_1_SQRT_2 > 1.0 {
        mantissa /= 2.0;
        exponent += 1;
    }
    // 2·artanh(s), s = (m - 1)/(m + 1): |s| ≤ 0.172, so twelve odd powers are enough.
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let series = (INVERSE_ODDS.iter().rev()).fold(0.0, |sum, term| sum * square + term);
    exponent as f64 * LN_2_HIGH + (2.0 * s * series + exponent as f64 * LN_2_LOW)
}

/// Quantile of the standard normal law, 0 < p < 1: algorithm AS 241, PPND16.
///
/// Wichura, *The Percentage Points of the Normal Distribution*, Applied Statistics 37 (1988),
/// 477–484: about one part in 10¹⁶.
pub(super) fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * CENTRE.at(0.180625 - q * q);
    }
    let tail = (-ln(p.min(1.0 - p))).sqrt();
    let size = if tail <= 5.0 {
        SHOULDER.at(tail - 1.6)
    } else {
        TAIL.at(tail - 5.0)
    };
    if q < 0.0 { -size } else { size }
}

/// A quotient of two polynomials of degree 7, lowest power first.
struct Quotient {
    above: [f64; 8],
    below: [f64; 8],
}

impl Quotient {
    fn at(&self, x: f64) -> f64 {
        let polynomial =
            |powers: &[f64; 8]| powers.iter().rev().fold(0.0, |sum, power| sum * x + power);
        polynomial(&self.above) / polynomial(&self.below)
    }
}

const CENTRE: Quotient = Quotient {
    above: [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    below: [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
};

const SHOULDER: Quotient = Quotient {
    above: [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    below: [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
};

const TAIL: Quotient = Quotient {
    above: [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    below: [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_library_of_the_system() {
        for step in -7000..=7000 {
            let x = f64::from(step) / 10.0 + 0.037;
            assert!((exp(x) / x.exp() - 1.0).abs() < 5e-16, "exp({x})");
            let y = x.exp();
            let error = (ln(y) - y.ln()).abs();
            assert!(error <= 1e-15 * y.ln().abs().max(0.01), "ln({y}) {error:e}");
        }
        assert_eq!((exp(0.0), ln(1.0)), (1.0, 0.0));
    }

    #[test]
    fn the_quantiles_are_those_of_tables() {
        for (p, expected) in [
            (0.5, 0.0),
            (0.75, 0.674_489_750_196_081_7),
            (0.95, 1.644_853_626_951_472_2),
            (0.975, 1.959_963_984_540_054),
            (0.999, 3.090_232_306_167_813_5),
            (1e-12, -7.034_483_825_301_132),
        ] {
            let found = normal_quantile(p);
            assert!((found - expected).abs() < 1e-14, "{p}: {found}");
        }
    }
}
