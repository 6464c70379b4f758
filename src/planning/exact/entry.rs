//! What a tableau is made of: whole numbers of 64 bits, of 128, or of any length, with one operation that
//! matters, `(one · by − other · times) ÷ divisor` where
//! the divisor divides exactly (Edmonds 1967, Bareiss 1968).
//!
//! An exact division by an odd number is a product with its inverse modulo 2ⁿ (Jebelean 1993), several times
//! quicker than a division; a factor 2ˢ is shifted out first.

use std::cmp::Ordering;
use std::fmt::Debug;

use num_bigint::BigInt;
use num_traits::{One, ToPrimitive, Zero};

/// A result does not fit: the same has to be done with longer numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Overflow;

/// A whole number of some length.
pub(super) trait Entry: Clone + Ord + Debug + Default {
    /// A number above 0, made ready to divide by.
    type Divisor;

    fn one() -> Self;
    fn sign(&self) -> Ordering;
    fn negated(&self) -> Self;
    fn plus(&self, other: &Self) -> Result<Self, Overflow>;
    fn minus(&self, other: &Self) -> Result<Self, Overflow>;
    fn times(&self, other: &Self) -> Result<Self, Overflow>;
    fn divisor(&self) -> Self::Divisor;
    /// `(one · by − other · times) ÷ divisor`, where that is whole.
    fn cross(
        one: &Self,
        by: &Self,
        other: &Self,
        times: &Self,
        divisor: &Self::Divisor,
    ) -> Result<Self, Overflow>;
    /// How `one · by` compares with `other · times`.
    fn compare_products(one: &Self, by: &Self, other: &Self, times: &Self) -> Ordering;
    fn of_long(long: &BigInt) -> Result<Self, Overflow>;
    fn to_long(&self) -> BigInt;

    fn is_zero(&self) -> bool {
        self.sign() == Ordering::Equal
    }

    fn is_positive(&self) -> bool {
        self.sign() == Ordering::Greater
    }

    fn is_negative(&self) -> bool {
        self.sign() == Ordering::Less
    }

    fn magnitude(&self) -> Self {
        if self.is_negative() { self.negated() } else { self.clone() }
    }
}

/// Short entries stay within ±2⁶², so that a difference of two products fits in 128 bits.
const SHORT: i64 = 1 << 62;

fn short(value: i128) -> Result<i64, Overflow> {
    match i64::try_from(value) {
        Ok(value) if value < SHORT && value > -SHORT => Ok(value),
        _ => Err(Overflow),
    }
}

/// An odd divisor's inverse, the twos that are shifted out first, and the divisor.
pub(super) struct Inverse<N> {
    odd: N,
    twos: u32,
    whole: N,
}

impl Entry for i64 {
    type Divisor = Inverse<u64>;

    fn one() -> Self {
        1
    }

    fn sign(&self) -> Ordering {
        self.cmp(&0)
    }

    fn negated(&self) -> Self {
        -self
    }

    fn plus(&self, other: &Self) -> Result<Self, Overflow> {
        short(i128::from(*self) + i128::from(*other))
    }

    fn minus(&self, other: &Self) -> Result<Self, Overflow> {
        short(i128::from(*self) - i128::from(*other))
    }

    fn times(&self, other: &Self) -> Result<Self, Overflow> {
        short(i128::from(*self) * i128::from(*other))
    }

    fn divisor(&self) -> Inverse<u64> {
        let whole = self.unsigned_abs().max(1);
        let twos = whole.trailing_zeros();
        let odd = whole >> twos;
        let mut inverse = odd;
        // Each round doubles the bits that are right; the first three are so already.
        for _ in 0..5 {
            inverse = inverse.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(inverse)));
        }
        Inverse { odd: inverse, twos, whole }
    }

    #[inline]
    fn cross(
        one: &Self,
        by: &Self,
        other: &Self,
        times: &Self,
        divisor: &Inverse<u64>,
    ) -> Result<Self, Overflow> {
        let above = i128::from(*one) * i128::from(*by) - i128::from(*other) * i128::from(*times);
        if above.unsigned_abs() >= u128::from(divisor.whole) << 62 {
            return Err(Overflow);
        }
        // The quotient fits, so its lowest 64 bits are the whole of it.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let low = (above >> divisor.twos) as u64;
        Ok(low.wrapping_mul(divisor.odd).cast_signed())
    }

    #[inline]
    fn compare_products(one: &Self, by: &Self, other: &Self, times: &Self) -> Ordering {
        (i128::from(*one) * i128::from(*by)).cmp(&(i128::from(*other) * i128::from(*times)))
    }

    fn of_long(long: &BigInt) -> Result<Self, Overflow> {
        short(i128::from(long.to_i64().ok_or(Overflow)?))
    }

    fn to_long(&self) -> BigInt {
        BigInt::from(*self)
    }
}

/// Middle entries stay within ±2¹²⁶.
const MIDDLE: i128 = 1 << 126;

fn middle(value: Option<i128>) -> Result<i128, Overflow> {
    value.filter(|value| *value < MIDDLE && *value > -MIDDLE).ok_or(Overflow)
}

/// The product in two halves, in two's complement.
fn long_product(one: i128, other: i128) -> (i128, u128) {
    let (a, b) = (one.unsigned_abs(), other.unsigned_abs());
    let mask = u128::from(u64::MAX);
    let (a_high, a_low, b_high, b_low) = (a >> 64, a & mask, b >> 64, b & mask);
    let low = a_low * b_low;
    let cross = a_high * b_low + (low >> 64);
    let other_cross = a_low * b_high + (cross & mask);
    let high = a_high * b_high + (cross >> 64) + (other_cross >> 64);
    let low = (other_cross << 64) | (low & mask);
    let high = high.cast_signed();
    if (one < 0) == (other < 0) { (high, low) } else { negated((high, low)) }
}

fn negated((high, low): (i128, u128)) -> (i128, u128) {
    let low = low.wrapping_neg();
    (if low == 0 { high.wrapping_neg() } else { !high }, low)
}

impl Entry for i128 {
    type Divisor = Inverse<u128>;

    fn one() -> Self {
        1
    }

    fn sign(&self) -> Ordering {
        self.cmp(&0)
    }

    fn negated(&self) -> Self {
        -self
    }

    fn plus(&self, other: &Self) -> Result<Self, Overflow> {
        middle(self.checked_add(*other))
    }

    fn minus(&self, other: &Self) -> Result<Self, Overflow> {
        middle(self.checked_sub(*other))
    }

    fn times(&self, other: &Self) -> Result<Self, Overflow> {
        middle(self.checked_mul(*other))
    }

    fn divisor(&self) -> Inverse<u128> {
        let whole = self.unsigned_abs().max(1);
        let twos = whole.trailing_zeros();
        let odd = whole >> twos;
        let mut inverse = odd;
        for _ in 0..6 {
            inverse = inverse.wrapping_mul(2_u128.wrapping_sub(odd.wrapping_mul(inverse)));
        }
        Inverse { odd: inverse, twos, whole }
    }

    #[inline]
    fn cross(
        one: &Self,
        by: &Self,
        other: &Self,
        times: &Self,
        divisor: &Inverse<u128>,
    ) -> Result<Self, Overflow> {
        let (high, low) = long_product(*one, *by);
        let (less_high, less_low) = long_product(*other, *times);
        let (low, borrow) = low.overflowing_sub(less_low);
        let high = high.wrapping_sub(less_high).wrapping_sub(i128::from(borrow));
        let (size_high, size_low) = if high < 0 { negated((high, low)) } else { (high, low) };
        let most = (divisor.whole >> 2, divisor.whole << 126);
        if (size_high.cast_unsigned(), size_low) >= most {
            return Err(Overflow);
        }
        let shifted = match divisor.twos {
            0 => low,
            twos => (low >> twos) | (high.cast_unsigned() << (128 - twos)),
        };
        Ok(shifted.wrapping_mul(divisor.odd).cast_signed())
    }

    fn compare_products(one: &Self, by: &Self, other: &Self, times: &Self) -> Ordering {
        if let (Some(one), Some(other)) = (one.checked_mul(*by), other.checked_mul(*times)) {
            return one.cmp(&other);
        }
        long_product(*one, *by).cmp(&long_product(*other, *times))
    }

    fn of_long(long: &BigInt) -> Result<Self, Overflow> {
        middle(long.to_i128())
    }

    fn to_long(&self) -> BigInt {
        BigInt::from(*self)
    }
}

impl Entry for BigInt {
    type Divisor = Self;

    fn one() -> Self {
        One::one()
    }

    fn sign(&self) -> Ordering {
        match num_bigint::BigInt::sign(self) {
            num_bigint::Sign::Minus => Ordering::Less,
            num_bigint::Sign::NoSign => Ordering::Equal,
            num_bigint::Sign::Plus => Ordering::Greater,
        }
    }

    fn negated(&self) -> Self {
        -self
    }

    fn plus(&self, other: &Self) -> Result<Self, Overflow> {
        Ok(self + other)
    }

    fn minus(&self, other: &Self) -> Result<Self, Overflow> {
        Ok(self - other)
    }

    fn times(&self, other: &Self) -> Result<Self, Overflow> {
        Ok(self * other)
    }

    fn divisor(&self) -> Self {
        if Zero::is_zero(self) { One::one() } else { self.clone() }
    }

    fn cross(
        one: &Self,
        by: &Self,
        other: &Self,
        times: &Self,
        divisor: &Self,
    ) -> Result<Self, Overflow> {
        let above = match (Zero::is_zero(one), Zero::is_zero(other) || Zero::is_zero(times)) {
            (true, true) => return Ok(Self::default()),
            (true, false) => -(other * times),
            (false, true) => one * by,
            (false, false) => one * by - other * times,
        };
        Ok(if One::is_one(divisor) { above } else { above / divisor })
    }

    fn compare_products(one: &Self, by: &Self, other: &Self, times: &Self) -> Ordering {
        (one * by).cmp(&(other * times))
    }

    fn of_long(long: &BigInt) -> Result<Self, Overflow> {
        Ok(long.clone())
    }

    fn to_long(&self) -> BigInt {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long(value: i128) -> BigInt {
        BigInt::from(value)
    }

    #[test]
    fn exact_divisions_of_all_lengths_agree() {
        let mut state = 7_u64;
        let mut next = |bits: u32| {
            let mut draw = 0_u128;
            for _ in 0..2 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
                draw = (draw << 64) | u128::from(state ^ (state >> 29));
            }
            let size = (draw >> (128 - bits)).cast_signed();
            if state & 4096 == 0 { size } else { -size }
        };
        for round in 0..20_000_u32 {
            let bits = 1 + round % 60;
            let (quotient, c, e) = (next(bits), next(bits), next(bits));
            let divisor = next(bits).abs().max(1);
            // a·1 − c·e is the divisor times the quotient.
            let a = long(divisor) * long(quotient) + long(c) * long(e);
            let expected = long(quotient);
            if let (Ok(a), Ok(c), Ok(e), Ok(d)) = (
                i64::of_long(&a),
                i64::of_long(&long(c)),
                i64::of_long(&long(e)),
                i64::of_long(&long(divisor)),
            ) {
                let found = i64::cross(&a, &1, &c, &e, &d.divisor()).unwrap();
                assert_eq!(found.to_long(), expected);
            }
            let (c, e) = (next(2 * bits), next(2 * bits));
            let twice = long(divisor) * long(quotient) * long(c);
            let d = i128::of_long(&(long(divisor))).unwrap();
            let found =
                i128::cross(&(quotient * divisor), &c, &0, &e, &d.divisor()).map(|f| f.to_long());
            let exact = twice / long(divisor);
            if exact.bits() <= 126 {
                assert_eq!(found.unwrap(), exact);
            } else {
                assert_eq!(found, Err(Overflow));
            }
            let product = long(c) * long(e);
            let (high, low) = long_product(c, e);
            assert_eq!((long(high) << 128) + BigInt::from(low), product);
        }
    }
}
