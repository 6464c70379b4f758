//! Numbers as they are written: read exactly, printed as a fraction or as a decimal.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::number::Number;

/// Digits up to which a number is read: longer ones are a slip, and cost time.
const MOST_DIGITS: usize = 400;

/// Why something is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// There is nothing.
    Empty,
    /// There is something else than digits, one point, one slash and one per cent sign.
    Text,
    /// A fraction over 0.
    OverZero,
    /// More than 400 digits.
    TooLong,
}

impl fmt::Display for NotANumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "there is no number",
            Self::Text => "not a number: write 3.48, 1/3 or 30 %",
            Self::OverZero => "a fraction cannot have 0 below its bar",
            Self::TooLong => "a number has at most 400 digits",
        })
    }
}

impl std::error::Error for NotANumber {}

impl FromStr for Number {
    type Err = NotANumber;

    /// Reads `3.48`, `-2`, `1/3`, `30 %`, `1/3 %`, exactly. Space around the parts is of no account.
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotANumber::Empty);
        }
        if text.len() > MOST_DIGITS {
            return Err(NotANumber::TooLong);
        }
        let (text, is_share) = match text.strip_suffix(['%', '％']) {
            Some(share) => (share.trim_end(), true),
            None => (text, false),
        };
        let number = match text.split_once('/') {
            Some((above, below)) => {
                let below = decimal(below.trim_start())?;
                decimal(above.trim_end())?.over(&below).ok_or(NotANumber::OverZero)?
            }
            None => decimal(text)?,
        };
        if is_share {
            return number.over(&Number::whole(100)).ok_or(NotANumber::OverZero);
        }
        Ok(number)
    }
}

/// Reads digits with at most one point and one sign.
fn decimal(text: &str) -> Result<Number, NotANumber> {
    let (text, is_negative) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (rest, true),
        None => (text.strip_prefix('+').unwrap_or(text), false),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + part.len() == 0 || !are_digits(whole) || !are_digits(part) {
        return Err(NotANumber::Text);
    }
    let digits = format!("{whole}{part}");
    let numerator: BigInt = digits.parse().map_err(|_| NotANumber::Text)?;
    let power = u32::try_from(part.len()).map_err(|_| NotANumber::TooLong)?;
    let denominator = BigInt::from(10).pow(power);
    let number = Number::of_parts(numerator, denominator).ok_or(NotANumber::OverZero)?;
    Ok(if is_negative { -number } else { number })
}

impl Number {
    /// As a fraction in lowest terms, `8000/17`; a whole number without a bar.
    #[must_use]
    pub fn to_fraction(&self) -> String {
        let (numerator, denominator) = self.parts();
        if denominator.is_one() {
            return numerator.to_string();
        }
        format!("{numerator}/{denominator}")
    }

    /// As the shortest decimal with at most so many places, the last rounded, halves away from 0;
    /// exact where that is enough.
    #[must_use]
    pub fn to_decimal(&self, places: u32) -> String {
        let (numerator, denominator) = self.parts();
        let power = BigInt::from(10).pow(places);
        let scaled = numerator.abs() * &power;
        let (mut quotient, rest) = scaled.div_rem(&denominator);
        if rest * 2 >= denominator {
            quotient += 1;
        }
        let sign = if numerator.is_negative() && !quotient.is_zero() { "-" } else { "" };
        let (whole, part) = quotient.div_rem(&power);
        if part.is_zero() {
            return format!("{sign}{whole}");
        }
        let width = places as usize;
        let part = format!("{:0>width$}", part.to_string());
        format!("{sign}{whole}.{}", part.trim_end_matches('0'))
    }

    /// The places that its decimal needs to be exact; nothing where it never ends.
    #[must_use]
    pub fn places(&self) -> Option<u32> {
        let (_, mut denominator) = self.parts();
        let mut of = |factor: u32| {
            let mut power = 0;
            while denominator.is_multiple_of(&BigInt::from(factor)) {
                denominator /= factor;
                power += 1;
            }
            power
        };
        let places = u32::max(of(2), of(5));
        (denominator.to_u8() == Some(1)).then_some(places)
    }
}

impl fmt::Display for Number {
    /// Exactly, and so that it can be read again: as a decimal where that ends within 12 places, else as a
    /// fraction.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.places() {
            Some(places) if places <= 12 => formatter.pad(&self.to_decimal(places)),
            _ => formatter.pad(&self.to_fraction()),
        }
    }
}
