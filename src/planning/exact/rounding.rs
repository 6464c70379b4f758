//! Whole plans near a plan that is not whole: rounded, repaired where a limit is broken, then made cheaper one
//! amount at a time. Only a start for the search, which proves what it finds.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use super::number::Number;
use super::scaled::{Bounds, Scaled};

/// A programme of whole amounts only, in whole numbers.
pub(super) struct Rounding {
    /// Which rows a column is in, and how much.
    columns: Vec<Vec<(usize, i128)>>,
    costs: Vec<i128>,
    /// What a row may sum up to.
    ranges: Vec<(i128, i128)>,
    bounds: Vec<(i128, i128)>,
    /// Columns by what they cost or bring, most first.
    order: Vec<usize>,
}

/// Beyond this a sum is as good as endless, and no sum of products of it overflows.
const FAR: i128 = 1 << 60;

impl Rounding {
    /// Nothing where some number is too long.
    pub(super) fn new(scaled: &Scaled, bounds: &[Bounds]) -> Option<Self> {
        let short = |value: &BigInt| value.to_i128().filter(|value| value.abs() < FAR);
        let unit = &scaled.amount_scale;
        let mut columns = vec![Vec::new(); scaled.columns()];
        for (row, terms) in scaled.rows.iter().enumerate() {
            for (column, uses) in terms {
                columns.get_mut(*column)?.push((row, short(uses)?));
            }
        }
        let costs: Vec<i128> = scaled.costs.iter().map(short).collect::<Option<_>>()?;
        let count = scaled.columns();
        let mut ranges = Vec::with_capacity(scaled.rows.len());
        for (amount, (least, most)) in scaled.amounts.iter().zip(bounds.get(count..)?) {
            let low = most.as_ref().map(|most| (amount - most).div_ceil(unit));
            let high = least.as_ref().map(|least| (amount - least).div_floor(unit));
            let end = |end: Option<BigInt>, none| end.map_or(Some(none), |end| short(&end));
            ranges.push((end(low, -FAR * FAR / 16)?, end(high, FAR * FAR / 16)?));
        }
        let mut ends = Vec::with_capacity(count);
        for (least, most) in bounds.get(..count)? {
            let least = short(&least.as_ref()?.div_ceil(unit))?;
            let most = match most {
                Some(most) => short(&most.div_floor(unit))?,
                None => FAR,
            };
            ends.push((least, most));
        }
        let mut order: Vec<usize> = (0..count).filter(|column| costs[*column] != 0).collect();
        order.sort_by_key(|column| (-costs[*column].abs(), *column));
        Some(Self { columns, costs, ranges, bounds: ends, order })
    }

    /// The cheapest of a few whole plans near this one.
    pub(super) fn near(&self, plan: &[Number], thoroughly: bool) -> Option<Vec<Number>> {
        let half = Number::fraction(1, 2)?;
        let rules: [&dyn Fn(&Number) -> Number; 3] =
            [&Number::ceil, &Number::floor, &|amount| (amount + &half).floor()];
        let mut best: Option<(i128, Vec<i128>)> = None;
        for rule in rules {
            let amounts = plan.iter().map(|amount| rule(amount).to_i64().map(i128::from));
            let Some(mut amounts) = amounts.collect::<Option<Vec<i128>>>() else { continue };
            for (amount, (least, most)) in amounts.iter_mut().zip(&self.bounds) {
                *amount = (*amount).clamp(*least, (*most).max(*least));
            }
            let Some(mut sums) = self.sums(&amounts) else { continue };
            if !self.repair(&mut amounts, &mut sums, thoroughly) {
                continue;
            }
            self.improve(&mut amounts, &mut sums);
            let Some(cost) = self.cost(&amounts) else { continue };
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, amounts));
            }
        }
        let (_, amounts) = best?;
        amounts.iter().map(|amount| i64::try_from(*amount).ok().map(Number::whole)).collect()
    }

    fn sums(&self, amounts: &[i128]) -> Option<Vec<i128>> {
        let mut sums = vec![0_i128; self.ranges.len()];
        for (column, amount) in self.columns.iter().zip(amounts).filter(|(_, amount)| **amount != 0)
        {
            for (row, uses) in column {
                let sum = sums.get_mut(*row)?;
                *sum = sum.checked_add(uses.checked_mul(*amount)?)?;
                if sum.abs() > FAR {
                    return None;
                }
            }
        }
        Some(sums)
    }

    fn cost(&self, amounts: &[i128]) -> Option<i128> {
        let mut sum = 0_i128;
        for (cost, amount) in self.costs.iter().zip(amounts) {
            sum = sum.checked_add(cost.checked_mul(*amount)?)?;
        }
        Some(sum)
    }

    /// How far a row is outside its range with such a sum.
    fn outside(&self, row: usize, sum: i128) -> i128 {
        let (low, high) = self.ranges[row];
        (low - sum).max(sum - high).max(0)
    }

    /// One step at a time, that which takes most of what is broken per cost; whether everything holds.
    fn repair(&self, amounts: &mut [i128], sums: &mut [i128], thoroughly: bool) -> bool {
        let most = if thoroughly { 4 * amounts.len() + 50 } else { 0 };
        for round in 0..=most {
            let broken: i128 =
                sums.iter().enumerate().map(|(row, sum)| self.outside(row, *sum)).sum();
            if broken == 0 {
                return true;
            }
            if round == most {
                return false;
            }
            let mut best: Option<(usize, i128, f64)> = None;
            for (column, terms) in self.columns.iter().enumerate() {
                for step in [1, -1] {
                    let (least, most) = self.bounds[column];
                    if !(least..=most).contains(&(amounts[column] + step)) {
                        continue;
                    }
                    let gain: i128 = terms
                        .iter()
                        .map(|(row, uses)| {
                            let sum = sums[*row];
                            self.outside(*row, sum) - self.outside(*row, sum + uses * step)
                        })
                        .sum();
                    if gain <= 0 {
                        continue;
                    }
                    let cost = (self.costs[column] * step).max(0) as f64;
                    let worth = gain as f64 / (cost + 1.0);
                    if best.is_none_or(|(.., most)| worth > most) {
                        best = Some((column, step, worth));
                    }
                }
            }
            let Some((column, step, _)) = best else { return false };
            amounts[column] += step;
            for (row, uses) in &self.columns[column] {
                sums[*row] += uses * step;
            }
        }
        false
    }

    /// Each amount as far the cheaper way as the others let it.
    fn improve(&self, amounts: &mut [i128], sums: &mut [i128]) {
        for column in &self.order {
            let sign = -self.costs[*column].signum();
            let (least, most) = self.bounds[*column];
            let mut way = if sign > 0 { most - amounts[*column] } else { amounts[*column] - least };
            for (row, uses) in &self.columns[*column] {
                let (low, high) = self.ranges[*row];
                let step = uses * sign;
                let room = if step > 0 { high - sums[*row] } else { sums[*row] - low };
                way = way.min(room.div_euclid(step.abs().max(1)));
            }
            // Without an end it is the search that finds out.
            if way <= 0 || way >= FAR / 2 {
                continue;
            }
            amounts[*column] += sign * way;
            for (row, uses) in &self.columns[*column] {
                sums[*row] += uses * sign * way;
            }
        }
    }
}
