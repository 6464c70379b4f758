//! A programme in whole numbers: each row times a factor of its own, all costs times one, all amounts times one.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::number::{Number, common_multiple};
use super::programme::{Programme, Sense};

/// Least and most of a variable.
pub(super) type Bounds = (Option<BigInt>, Option<BigInt>);

/// The programme that a tableau is made of. Its variables are the columns, then a slack for each row:
/// Σ terms + slack = amount, where the slack is ≥ 0 for "at most", ≤ 0 for "at least", 0 for "exactly".
#[derive(Clone, Debug)]
pub(super) struct Scaled {
    /// The terms of each row, by column.
    pub(super) rows: Vec<Vec<(usize, BigInt)>>,
    pub(super) amounts: Vec<BigInt>,
    pub(super) costs: Vec<BigInt>,
    /// Least and most of each variable.
    pub(super) bounds: Vec<Bounds>,
    /// How many units of a row here are one there, amounts aside.
    pub(super) row_scales: Vec<Number>,
    /// How many units of cost here are one there, amounts aside.
    pub(super) cost_scale: Number,
    /// How many units of an amount here are one there.
    pub(super) amount_scale: BigInt,
}

impl Scaled {
    pub(super) fn new(programme: &Programme) -> Self {
        let columns = programme.columns.len();
        let mut rows = Vec::with_capacity(programme.rows.len());
        let mut row_scales = Vec::with_capacity(programme.rows.len());
        let mut row_amounts = Vec::with_capacity(programme.rows.len());
        for row in &programme.rows {
            let terms: Vec<&(usize, Number)> = row
                .terms
                .iter()
                .filter(|(column, uses)| *column < columns && !uses.is_zero())
                .collect();
            let (whole, scale) = to_whole(terms.iter().map(|(_, uses)| uses));
            rows.push(terms.iter().map(|(column, _)| *column).zip(whole).collect());
            row_amounts.push(&row.amount * &scale);
            row_scales.push(scale);
        }
        let (costs, cost_scale) = to_whole(programme.columns.iter().map(|column| &column.cost));
        let mut amount_scale = BigInt::one();
        let bounds = programme
            .columns
            .iter()
            .flat_map(|column| std::iter::once(&column.least).chain(column.most.as_ref()));
        // So that an amount can be one more or less, too.
        for number in bounds.chain(&row_amounts).chain(&row_scales) {
            amount_scale = common_multiple(&amount_scale, &number.parts().1);
        }
        let scaled = |number: &Number| {
            let (numerator, denominator) = number.parts();
            numerator * (&amount_scale / denominator)
        };
        let mut bounds: Vec<Bounds> = programme
            .columns
            .iter()
            .map(|column| (Some(scaled(&column.least)), column.most.as_ref().map(scaled)))
            .collect();
        let nought = || Some(BigInt::zero());
        bounds.extend(programme.rows.iter().map(|row| match row.sense {
            Sense::AtMost => (nought(), None),
            Sense::AtLeast => (None, nought()),
            Sense::Exactly => (nought(), nought()),
        }));
        let amounts = row_amounts.iter().map(scaled).collect();
        Self { rows, amounts, costs, bounds, row_scales, cost_scale, amount_scale }
    }

    pub(super) fn columns(&self) -> usize {
        self.costs.len()
    }

    /// What an amount of a variable here is there, given over a scale of the tableau.
    pub(super) fn amount(&self, value: BigInt, scale: &BigInt) -> Number {
        Number::of_parts(value, scale * &self.amount_scale).unwrap_or_default()
    }
}

/// Numbers as whole ones without a common factor, and what they were multiplied with.
fn to_whole<'a>(numbers: impl Iterator<Item = &'a Number> + Clone) -> (Vec<BigInt>, Number) {
    let mut multiple = BigInt::one();
    for number in numbers.clone() {
        multiple = common_multiple(&multiple, &number.parts().1);
    }
    let mut whole: Vec<BigInt> = numbers
        .map(|number| {
            let (numerator, denominator) = number.parts();
            numerator * (&multiple / denominator)
        })
        .collect();
    let divisor = whole.iter().fold(BigInt::zero(), |divisor, value| divisor.gcd(value));
    if divisor.is_positive() && !divisor.is_one() {
        for value in &mut whole {
            *value /= &divisor;
        }
    }
    let divisor = if divisor.is_positive() { divisor } else { BigInt::one() };
    let scale = Number::of_parts(multiple, divisor).unwrap_or_else(Number::one);
    (whole, scale)
}

impl Number {
    /// The least number above 0 that makes all of these whole ones without a common factor; 1 where all are
    /// 0.
    #[must_use]
    pub fn common_scale(numbers: &[Number]) -> Number {
        to_whole(numbers.iter()).1
    }
}
