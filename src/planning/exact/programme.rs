//! A linear programme in exact numbers, as it is put.

use super::number::Number;

/// Which way a limit holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// Not more.
    AtMost,
    /// Not less.
    AtLeast,
    /// Neither more nor less.
    Exactly,
}

/// An amount that is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What a unit of it costs: the sum of these is made least. Negative where it brings something.
    pub cost: Number,
    /// Its least.
    pub least: Number,
    /// Its most; none is no end.
    pub most: Option<Number>,
    /// Whether it has to be a whole number.
    pub is_whole: bool,
}

impl Column {
    /// Any amount from 0.
    #[must_use]
    pub fn of_cost(cost: Number) -> Self {
        Self { cost, least: Number::zero(), most: None, is_whole: false }
    }
}

/// A limit on a sum of amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which column takes part how much, each column at most once.
    pub terms: Vec<(usize, Number)>,
    /// Which way it holds.
    pub sense: Sense,
    /// What the sum is held against.
    pub amount: Number,
}

/// Least Σ cost × amount within limits (Dantzig 1947).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// The amounts to be found.
    pub columns: Vec<Column>,
    /// The limits on them. Terms of columns that there are not do not count.
    pub rows: Vec<Row>,
}

impl Programme {
    /// Whether some amount has to be whole.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.columns.iter().any(|column| column.is_whole)
    }

    /// The same without the demand for whole amounts.
    #[must_use]
    pub fn relaxed(&self) -> Self {
        let mut relaxed = self.clone();
        for column in &mut relaxed.columns {
            column.is_whole = false;
        }
        relaxed
    }

    /// What a plan costs.
    #[must_use]
    pub fn cost_of(&self, plan: &[Number]) -> Number {
        let costs = self.columns.iter().zip(plan);
        costs
            .filter(|(_, amount)| !amount.is_zero())
            .map(|(column, amount)| &column.cost * amount)
            .sum()
    }

    /// What a plan uses of a limit.
    #[must_use]
    pub fn used_by(&self, plan: &[Number], row: usize) -> Number {
        let terms = self.rows.get(row).map_or(&[][..], |row| &row.terms);
        let part = |(column, uses): &(usize, Number)| {
            plan.get(*column).filter(|amount| !amount.is_zero()).map(|amount| uses * amount)
        };
        terms.iter().filter_map(part).sum()
    }

    /// Whether a plan keeps every limit and bound, and is whole where it has to be.
    #[must_use]
    pub fn holds(&self, plan: &[Number]) -> bool {
        let is_within = |(column, amount): (&Column, &Number)| {
            *amount >= column.least
                && column.most.as_ref().is_none_or(|most| amount <= most)
                && (!column.is_whole || amount.is_whole())
        };
        let is_kept = |(place, row): (usize, &Row)| {
            let used = self.used_by(plan, place);
            match row.sense {
                Sense::AtMost => used <= row.amount,
                Sense::AtLeast => used >= row.amount,
                Sense::Exactly => used == row.amount,
            }
        };
        plan.len() == self.columns.len()
            && self.columns.iter().zip(plan).all(is_within)
            && self.rows.iter().enumerate().all(is_kept)
    }
}
