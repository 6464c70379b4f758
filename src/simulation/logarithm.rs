//! Natural logarithms of several numbers at once.
//!
//! The steps are those of `libm::log`, one by one, so that every bit is the same (a test holds it); what only odd
//! numbers need is left out and nothing branches, so that a compiler does several numbers with each instruction.
//!
//! The method and its coefficients are those of FreeBSD's `e_log.c`: Copyright (C) 1993 by Sun Microsystems, Inc.
//! All rights reserved. Developed at `SunSoft`, a Sun Microsystems, Inc. business. Permission to use, copy, modify,
//! and distribute this software is freely granted, provided that this notice is preserved.

/// The logarithm of 2 in two parts, of which the first has few digits, so that whole multiples of it are exact.
const LN_2: [f64; 2] =
    [f64::from_bits(0x3fe6_2e42_fee0_0000), f64::from_bits(0x3dea_39ef_3579_3c76)];
/// Coefficients of the even powers of s from the second on.
const POWERS: [f64; 7] = [
    f64::from_bits(0x3fe5_5555_5555_5593),
    f64::from_bits(0x3fd9_9999_9997_fa04),
    f64::from_bits(0x3fd2_4924_9422_9359),
    f64::from_bits(0x3fcc_71c5_1d8e_78af),
    f64::from_bits(0x3fc7_4664_96cb_03de),
    f64::from_bits(0x3fc3_9a09_d078_c69f),
    f64::from_bits(0x3fc2_f112_df3e_5244),
];
/// The bits of 1, of about √½, and of a number without its exponent.
const ONE: u64 = 0x3ff0_0000_0000_0000;
const ROOT: u64 = 0x3fe6_a09e_0000_0000;
const FRACTION: u64 = 0x000f_ffff_ffff_ffff;
/// 2⁵², among whose lowest bits a whole number can stand, and what is then too much with the bias of exponents.
const WHOLE: u64 = 0x4330_0000_0000_0000;
const BIASED: f64 = 4_503_599_627_370_496.0 + 1023.0;

/// The logarithms of numbers from 2⁻¹⁰²² on: finite, above zero, none so small that digits are lacking.
#[must_use]
#[inline]
pub fn logarithms<const N: usize>(numbers: [f64; N]) -> [f64; N] {
    let mut logarithms = [0.0; N];
    for (logarithm, number) in logarithms.iter_mut().zip(numbers) {
        // The number is (1 + f) times a power of 2, with 1 + f between √½ and √2.
        let bits = number.to_bits() + (ONE - ROOT);
        let power = f64::from_bits(WHOLE | bits >> 52) - BIASED;
        let f = f64::from_bits((bits & FRACTION) + ROOT) - 1.0;
        let half = 0.5 * f * f;
        let s = f / (2.0 + f);
        let z = s * s;
        let w = z * z;
        let [p1, p2, p3, p4, p5, p6, p7] = POWERS;
        let even = w * (p2 + w * (p4 + w * p6));
        let odd = z * (p1 + w * (p3 + w * (p5 + w * p7)));
        let rest = odd + even;
        *logarithm = s * (half + rest) + power * LN_2[1] - half + f + power * LN_2[0];
    }
    logarithms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bit_is_that_of_the_library() {
        let mut random = 88_172_645_463_325_252_u64;
        let holds = |number: f64| {
            let [here, other] = logarithms([number, 1.0 - number / 2.0]);
            assert_eq!(here.to_bits(), libm::log(number).to_bits(), "{number:e}");
            assert_eq!(other.to_bits(), libm::log(1.0 - number / 2.0).to_bits(), "{number:e}");
        };
        let least = (-52..=0).map(|power| libm::ldexp(1.0, power));
        for power in least {
            for number in [power, power * (1.0 - f64::EPSILON), power * (1.0 + f64::EPSILON)] {
                holds(number.min(1.0));
            }
        }
        for round in 0..200_000 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let number = ((random >> 12) as f64 + 0.5) / 4_503_599_627_370_496.0;
            // Near 0 and near 1 too.
            holds(libm::ldexp(number, -(round % 50)));
            holds(1.0 - libm::ldexp(number, -(round % 50) - 1));
        }
    }
}
