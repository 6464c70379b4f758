//! An exact fraction: two checked `i128`, and where these do not hold it two whole numbers of any length.

use std::cmp::Ordering;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::Ratio;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// An exact fraction, in lowest terms. Sums, differences and products cannot overflow; a quotient is
/// [`Number::over`], which answers nothing for a divisor of 0.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(Form);

/// Short wherever both parts are within ±(2¹²⁷ − 1), so that equal numbers have equal forms. The second part
/// is above 0.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Form {
    Short(i128, i128),
    Long(Box<Ratio<BigInt>>),
}

impl Number {
    /// 0.
    #[must_use]
    pub fn zero() -> Self {
        Self::whole(0)
    }

    /// 1.
    #[must_use]
    pub fn one() -> Self {
        Self::whole(1)
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self(Form::Short(i128::from(value), 1))
    }

    /// A fraction; nothing where the denominator is 0.
    #[must_use]
    pub fn fraction(numerator: i64, denominator: i64) -> Option<Self> {
        Self::whole(numerator).over(&Self::whole(denominator))
    }

    /// The shortest decimal that is written for a floating-point number: 3.48 is 348/100. Nothing for what is
    /// not finite.
    #[must_use]
    pub fn of_decimal(value: f64) -> Option<Self> {
        value.is_finite().then(|| value.to_string().parse().ok()).flatten()
    }

    /// The quotient of two long whole numbers; nothing where the denominator is 0.
    pub(super) fn of_parts(numerator: BigInt, denominator: BigInt) -> Option<Self> {
        if denominator.is_zero() {
            return None;
        }
        if let (Some(numerator), Some(denominator)) = (numerator.to_i128(), denominator.to_i128())
            && let Some(short) = Self::short(numerator, denominator)
        {
            return Some(short);
        }
        Some(Self::long(Ratio::new(numerator, denominator)))
    }

    /// A long whole number.
    pub(super) fn of_long(value: BigInt) -> Self {
        Self::long(Ratio::from_integer(value))
    }

    /// This divided by another; nothing where that is 0.
    #[must_use]
    pub fn over(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        let inverse = match &other.0 {
            Form::Short(numerator, denominator) if *numerator < 0 => {
                Self(Form::Short(-denominator, -numerator))
            }
            Form::Short(numerator, denominator) => Self(Form::Short(*denominator, *numerator)),
            Form::Long(ratio) => Self::long(ratio.recip()),
        };
        Some(self * &inverse)
    }

    /// Whether it is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Form::Short(0, _))
    }

    /// Whether it is above 0.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        self.sign() == Ordering::Greater
    }

    /// Whether it is below 0.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.sign() == Ordering::Less
    }

    /// Whether it is a whole number.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Form::Short(_, denominator) => *denominator == 1,
            Form::Long(ratio) => ratio.is_integer(),
        }
    }

    /// How it compares with 0.
    #[must_use]
    pub fn sign(&self) -> Ordering {
        match &self.0 {
            Form::Short(numerator, _) => numerator.cmp(&0),
            Form::Long(ratio) => ratio.numer().cmp(&BigInt::zero()),
        }
    }

    /// Its distance from 0.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The greatest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        match &self.0 {
            Form::Short(numerator, denominator) => {
                Self(Form::Short(numerator.div_euclid(*denominator), 1))
            }
            Form::Long(ratio) => Self::long(ratio.floor()),
        }
    }

    /// The least whole number that is not below it.
    #[must_use]
    pub fn ceil(&self) -> Self {
        -&(-self).floor()
    }

    /// The nearest floating-point number, or one of the two nearest; infinite where it is out of range.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            Form::Short(numerator, 1) => *numerator as f64,
            Form::Short(numerator, denominator)
                if numerator.unsigned_abs() < 1 << 53 && *denominator < 1 << 53 =>
            {
                *numerator as f64 / *denominator as f64
            }
            Form::Short(..) | Form::Long(_) => {
                let (numerator, denominator) = self.parts();
                // So many bits of the quotient that its own rounding decides.
                let spare = i64::try_from(numerator.bits()).unwrap_or(0)
                    - i64::try_from(denominator.bits()).unwrap_or(0);
                let shift = 66 - spare;
                let quotient = if shift >= 0 {
                    (numerator << shift) / denominator
                } else {
                    numerator / (denominator << -shift)
                };
                let power = i32::try_from(-shift).unwrap_or(0);
                // In two halves: the power alone may be out of range where the number is not.
                let half = power / 2;
                quotient.to_f64().unwrap_or(f64::NAN) * 2_f64.powi(half) * 2_f64.powi(power - half)
            }
        }
    }

    /// It as a whole number, where it is one that fits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Form::Short(numerator, 1) => i64::try_from(*numerator).ok(),
            _ => None,
        }
    }

    /// Numerator and denominator, in lowest terms; the denominator is above 0.
    pub(super) fn parts(&self) -> (BigInt, BigInt) {
        match &self.0 {
            Form::Short(numerator, denominator) => {
                (BigInt::from(*numerator), BigInt::from(*denominator))
            }
            Form::Long(ratio) => (ratio.numer().clone(), ratio.denom().clone()),
        }
    }

    /// In lowest terms; nothing where it does not fit.
    fn short(numerator: i128, denominator: i128) -> Option<Self> {
        if numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        if denominator == 1 {
            return Some(Self(Form::Short(numerator, 1)));
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).ok()?;
        let sign = denominator.signum();
        Some(Self(Form::Short(sign * (numerator / divisor), sign * (denominator / divisor))))
    }

    fn long(ratio: Ratio<BigInt>) -> Self {
        if let (Some(numerator), Some(denominator)) =
            (ratio.numer().to_i128(), ratio.denom().to_i128())
            && let Some(short) = Self::short(numerator, denominator)
        {
            return short;
        }
        Self(Form::Long(Box::new(ratio)))
    }

    fn to_long(&self) -> Ratio<BigInt> {
        match &self.0 {
            Form::Short(numerator, denominator) => {
                Ratio::new_raw(BigInt::from(*numerator), BigInt::from(*denominator))
            }
            Form::Long(ratio) => Ratio::clone(ratio),
        }
    }

    fn short_sum(&self, other: &Self) -> Option<Self> {
        let (Form::Short(a, b), Form::Short(c, d)) = (&self.0, &other.0) else { return None };
        if b == d {
            return Self::short(a.checked_add(*c)?, *b);
        }
        let common = i128::try_from(gcd(b.unsigned_abs(), d.unsigned_abs())).ok()?;
        let left = a.checked_mul(d / common)?;
        let right = c.checked_mul(b / common)?;
        Self::short(left.checked_add(right)?, b.checked_mul(d / common)?)
    }

    fn short_product(&self, other: &Self) -> Option<Self> {
        let (Form::Short(a, b), Form::Short(c, d)) = (&self.0, &other.0) else { return None };
        if *b == 1 && *d == 1 {
            return Self::short(a.checked_mul(*c)?, 1);
        }
        let across = i128::try_from(gcd(a.unsigned_abs(), d.unsigned_abs())).ok()?;
        let back = i128::try_from(gcd(c.unsigned_abs(), b.unsigned_abs())).ok()?;
        let numerator = (a / across).checked_mul(c / back)?;
        Self::short(numerator, (b / back).checked_mul(d / across)?)
    }
}

/// The greatest number that divides both, at least 1.
fn gcd(one: u128, other: u128) -> u128 {
    match (u64::try_from(one), u64::try_from(other)) {
        (Ok(one), Ok(other)) => u128::from(one.gcd(&other)).max(1),
        _ => one.gcd(&other).max(1),
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Form::Short(a, b), Form::Short(c, d)) = (&self.0, &other.0) {
            if b == d {
                return a.cmp(c);
            }
            if let (Some(left), Some(right)) = (a.checked_mul(*d), c.checked_mul(*b)) {
                return left.cmp(&right);
            }
        }
        self.to_long().cmp(&other.to_long())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Default for Number {
    fn default() -> Self {
        Self::zero()
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self::whole(value)
    }
}

impl Neg for &Number {
    type Output = Number;

    fn neg(self) -> Number {
        match &self.0 {
            Form::Short(numerator, denominator) => Number(Form::Short(-numerator, *denominator)),
            Form::Long(ratio) => Number::long(-Ratio::clone(ratio)),
        }
    }
}

impl Add for &Number {
    type Output = Number;

    fn add(self, other: &Number) -> Number {
        self.short_sum(other).unwrap_or_else(|| Number::long(self.to_long() + other.to_long()))
    }
}

impl Sub for &Number {
    type Output = Number;

    fn sub(self, other: &Number) -> Number {
        self + &-other
    }
}

impl Mul for &Number {
    type Output = Number;

    fn mul(self, other: &Number) -> Number {
        self.short_product(other).unwrap_or_else(|| Number::long(self.to_long() * other.to_long()))
    }
}

impl AddAssign<&Number> for Number {
    fn add_assign(&mut self, other: &Number) {
        *self = &*self + other;
    }
}

/// Owned operands do as borrowed ones do.
macro_rules! owned {
    ($($operation:ident $name:ident),*) => {$(
        impl $operation for Number {
            type Output = Number;

            fn $name(self, other: Number) -> Number {
                (&self).$name(&other)
            }
        }
    )*};
}
owned!(Add add, Sub sub, Mul mul);

impl Neg for Number {
    type Output = Number;

    fn neg(self) -> Number {
        -&self
    }
}

impl<'a> std::iter::Sum<&'a Number> for Number {
    fn sum<I: Iterator<Item = &'a Number>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), |sum, number| &sum + number)
    }
}

impl std::iter::Sum for Number {
    fn sum<I: Iterator<Item = Number>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), |sum, number| &sum + &number)
    }
}

/// The least common multiple of two long whole numbers above 0.
pub(super) fn common_multiple(one: &BigInt, other: &BigInt) -> BigInt {
    if other.is_one() { one.clone() } else { one.lcm(other).abs() }
}
