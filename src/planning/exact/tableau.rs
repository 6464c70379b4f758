//! The condensed tableau in whole numbers over one denominator.
//!
//! Basic variables are `x_B = β − T x_N`; what is kept is `scale · T`, where `scale` is the determinant of the
//! basis, so that every entry is a whole number and every division exact (Edmonds 1967, Bareiss 1968). The
//! last row is the reduced costs. A variable that is not basic stands at one of its bounds.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::entry::{Entry, Overflow};
use super::scaled::{Bounds, Scaled};

/// Where a variable is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Basic, in this row.
    Row(usize),
    /// At a bound, in this column.
    Column(usize),
}

/// A bound that moves: by θ × rate, while θ grows from 0. Values of basic variables are then `values + θ ·
/// rates`, both over the scale.
#[derive(Clone, Debug)]
pub(super) struct Moving<T> {
    pub(super) variable: usize,
    pub(super) least_rate: T,
    pub(super) most_rate: T,
    pub(super) rates: Vec<T>,
}

impl<T: Entry> Moving<T> {
    /// From a basis on, as it stands.
    pub(super) fn of(
        tableau: &Tableau<T>,
        variable: usize,
        least_rate: T,
        most_rate: T,
    ) -> Result<Self, Overflow> {
        let mut rates = vec![T::default(); tableau.rows];
        if let Place::Column(column) = tableau.place[variable] {
            let rate = if tableau.at_most[variable] { &most_rate } else { &least_rate };
            for (row, slot) in rates.iter_mut().enumerate() {
                *slot = tableau.entry(row, column).times(rate)?.negated();
            }
        }
        Ok(Self { variable, least_rate, most_rate, rates })
    }

    /// How a bound of a variable moves.
    pub(super) fn bound_rate(&self, variable: usize, most: bool) -> T {
        match (variable == self.variable, most) {
            (true, true) => self.most_rate.clone(),
            (true, false) => self.least_rate.clone(),
            (false, _) => T::default(),
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Tableau<T> {
    pub(super) rows: usize,
    pub(super) columns: usize,
    /// Row by row; one more row for the reduced costs.
    entries: Vec<T>,
    pub(super) scale: T,
    /// The variable of each row, and of each column.
    pub(super) basic: Vec<usize>,
    pub(super) outside: Vec<usize>,
    pub(super) place: Vec<Place>,
    pub(super) least: Vec<Option<T>>,
    pub(super) most: Vec<Option<T>>,
    pub(super) at_most: Vec<bool>,
    /// Values of the basic variables, times the scale.
    pub(super) values: Vec<T>,
    pub(super) moving: Option<Moving<T>>,
}

impl<T: Entry> Tableau<T> {
    /// All slacks basic, all columns at their least.
    pub(super) fn new(scaled: &Scaled, bounds: &[Bounds]) -> Result<Self, Overflow> {
        let (rows, columns) = (scaled.rows.len(), scaled.columns());
        let mut entries = vec![T::default(); (rows + 1) * columns];
        for (row, terms) in scaled.rows.iter().enumerate() {
            for (column, uses) in terms {
                let entry = &mut entries[row * columns + column];
                *entry = entry.plus(&T::of_long(uses)?)?;
            }
        }
        for (column, cost) in scaled.costs.iter().enumerate() {
            entries[rows * columns + column] = T::of_long(cost)?;
        }
        let bound = |bound: &Option<BigInt>| bound.as_ref().map(T::of_long).transpose();
        let least = bounds.iter().map(|(least, _)| bound(least)).collect::<Result<_, _>>()?;
        let most = bounds.iter().map(|(_, most)| bound(most)).collect::<Result<_, _>>()?;
        let places = (0..columns).map(Place::Column).chain((0..rows).map(Place::Row));
        let mut tableau = Self {
            rows,
            columns,
            entries,
            scale: T::one(),
            basic: (columns..columns + rows).collect(),
            outside: (0..columns).collect(),
            place: places.collect(),
            least,
            most,
            at_most: vec![false; columns + rows],
            values: Vec::with_capacity(rows),
            moving: None,
        };
        for (row, amount) in scaled.amounts.iter().enumerate() {
            let mut value = T::of_long(amount)?;
            for column in 0..columns {
                let stands = tableau.stand(column);
                if !stands.is_zero() {
                    value = value.minus(&tableau.entry(row, column).times(&stands)?)?;
                }
            }
            tableau.values.push(value);
        }
        Ok(tableau)
    }

    /// The bounds of all variables.
    pub(super) fn bounds(&self) -> Vec<Bounds> {
        (0..self.place.len()).map(|variable| self.bounds_of(variable)).collect()
    }

    pub(super) fn bounds_of(&self, variable: usize) -> Bounds {
        let long = |bound: &Option<T>| bound.as_ref().map(Entry::to_long);
        (long(&self.least[variable]), long(&self.most[variable]))
    }

    /// The variables that stand at their most.
    pub(super) fn standing_at_most(&self) -> Vec<usize> {
        self.outside.iter().copied().filter(|variable| self.at_most[*variable]).collect()
    }

    /// A part of it: some columns, and the rows in which they do something; without costs.
    pub(super) fn part(&self, columns: &[usize]) -> Self {
        let acts = |row: &usize| columns.iter().any(|column| !self.entry(*row, *column).is_zero());
        let rows: Vec<usize> = (0..self.rows).filter(acts).collect();
        let mut entries = Vec::with_capacity((rows.len() + 1) * columns.len());
        for row in &rows {
            entries.extend(columns.iter().map(|column| self.entry(*row, *column).clone()));
        }
        entries.extend(columns.iter().map(|_| T::default()));
        let basic: Vec<usize> = rows.iter().map(|row| self.basic[*row]).collect();
        let outside: Vec<usize> = columns.iter().map(|column| self.outside[*column]).collect();
        let mut place = vec![Place::Column(usize::MAX); self.place.len()];
        for (row, variable) in basic.iter().enumerate() {
            place[*variable] = Place::Row(row);
        }
        for (column, variable) in outside.iter().enumerate() {
            place[*variable] = Place::Column(column);
        }
        Self {
            rows: rows.len(),
            columns: columns.len(),
            entries,
            scale: self.scale.clone(),
            basic,
            outside,
            place,
            least: self.least.clone(),
            most: self.most.clone(),
            at_most: self.at_most.clone(),
            values: rows.iter().map(|row| self.values[*row].clone()).collect(),
            moving: None,
        }
    }

    #[inline]
    pub(super) fn entry(&self, row: usize, column: usize) -> &T {
        &self.entries[row * self.columns + column]
    }

    #[inline]
    pub(super) fn row(&self, row: usize) -> &[T] {
        &self.entries[row * self.columns..(row + 1) * self.columns]
    }

    /// The reduced costs, times the scale.
    #[inline]
    pub(super) fn reduced(&self) -> &[T] {
        self.row(self.rows)
    }

    /// Puts other costs: `costs` of all variables that have any.
    pub(super) fn put_costs(&mut self, costs: &[(usize, T)]) -> Result<(), Overflow> {
        let mut reduced = vec![T::default(); self.columns];
        for (variable, cost) in costs {
            match self.place[*variable] {
                Place::Column(column) if column < self.columns => {
                    reduced[column] = reduced[column].plus(&cost.times(&self.scale)?)?;
                }
                Place::Column(_) => {}
                Place::Row(row) => {
                    for (reduced, entry) in reduced.iter_mut().zip(self.row(row)) {
                        *reduced = reduced.minus(&cost.times(entry)?)?;
                    }
                }
            }
        }
        let start = self.rows * self.columns;
        self.entries.splice(start.., reduced);
        Ok(())
    }

    /// The bound that the variable of a column stands at, without what moves.
    pub(super) fn stand(&self, column: usize) -> T {
        let variable = self.outside[column];
        self.bound(variable, self.at_most[variable]).unwrap_or_default()
    }

    pub(super) fn bound(&self, variable: usize, most: bool) -> Option<T> {
        let bounds = if most { &self.most } else { &self.least };
        bounds[variable].clone()
    }

    /// Whether a variable cannot leave the one value that it may have.
    pub(super) fn is_fixed(&self, variable: usize) -> bool {
        let opens = self.moving.as_ref().is_some_and(|moving| {
            moving.variable == variable && moving.most_rate > moving.least_rate
        });
        match (&self.least[variable], &self.most[variable]) {
            (Some(least), Some(most)) => least >= most && !opens,
            _ => false,
        }
    }

    /// How far a basic variable is above its least (below its most), times the scale; nothing where there is
    /// no such bound. Below 0 where it is violated.
    pub(super) fn room(&self, row: usize, most: bool) -> Result<Option<T>, Overflow> {
        let Some(bound) = self.bound(self.basic[row], most) else { return Ok(None) };
        let value = &self.values[row];
        if bound.is_zero() {
            return Ok(Some(if most { value.negated() } else { value.clone() }));
        }
        let bound = bound.times(&self.scale)?;
        Ok(Some(if most { bound.minus(value)? } else { value.minus(&bound)? }))
    }

    /// Exchanges the basic variable of a row, which goes to one of its bounds, with the variable of a column.
    /// After an overflow the tableau is of no use.
    pub(super) fn pivot(
        &mut self,
        row: usize,
        column: usize,
        to_most: bool,
    ) -> Result<(), Overflow> {
        let pivot = self.entry(row, column).clone();
        let turns = pivot.is_negative();
        let size = pivot.magnitude();
        let (leaves, enters) = (self.basic[row], self.outside[column]);
        let gap = {
            let bound = self.bound(leaves, to_most).unwrap_or_default();
            self.values[row].minus(&bound.times(&self.scale)?)?
        };
        let stand = self.stand(column);
        let mut values = std::mem::take(&mut self.values);
        self.exchange(&mut values, row, column, &gap, &stand)?;
        self.values = values;
        if let Some(mut moving) = self.moving.take() {
            let bound_rate = if moving.variable == leaves {
                if to_most { &moving.most_rate } else { &moving.least_rate }.clone()
            } else {
                T::default()
            };
            let gap = moving.rates[row].minus(&bound_rate.times(&self.scale)?)?;
            let at_most = self.at_most[enters];
            let stand = match moving.variable == enters {
                true if at_most => moving.most_rate.clone(),
                true => moving.least_rate.clone(),
                false => T::default(),
            };
            let mut rates = std::mem::take(&mut moving.rates);
            self.exchange(&mut rates, row, column, &gap, &stand)?;
            moving.rates = rates;
            self.moving = Some(moving);
        }
        self.exchange_entries(row, column, &size, turns)?;
        self.scale = size;
        self.basic[row] = enters;
        self.outside[column] = leaves;
        self.place[enters] = Place::Row(row);
        self.place[leaves] = Place::Column(column);
        self.at_most[leaves] = to_most;
        Ok(())
    }

    /// What a pivot makes of a column of values, where the leaving variable is `gap` above its bound and the
    /// entering one stands at a bound.
    fn exchange(
        &self,
        values: &mut [T],
        row: usize,
        column: usize,
        gap: &T,
        stand: &T,
    ) -> Result<(), Overflow> {
        let divisor = self.scale.divisor();
        let pivot = self.entry(row, column);
        let turns = pivot.is_negative();
        let size = pivot.magnitude();
        let gap = if turns { gap.negated() } else { gap.clone() };
        let same = size == self.scale;
        for (place, value) in values.iter_mut().enumerate() {
            let entry = self.entry(place, column);
            if place != row && !(same && (entry.is_zero() || gap.is_zero())) {
                *value = T::cross(value, &size, entry, &gap, &divisor)?;
            }
        }
        // gap ÷ pivot is how far the entering one goes.
        values[row] = stand.times(&size)?.plus(&gap)?;
        Ok(())
    }

    fn exchange_entries(
        &mut self,
        row: usize,
        column: usize,
        size: &T,
        turns: bool,
    ) -> Result<(), Overflow> {
        let columns = self.columns;
        let divisor = self.scale.divisor();
        let mut top: Vec<T> = self.row(row).to_vec();
        if turns {
            for entry in &mut top {
                *entry = entry.negated();
            }
        }
        let same = *size == self.scale;
        let filled: Vec<usize> =
            (0..columns).filter(|at| *at != column && !top[*at].is_zero()).collect();
        for (place, line) in self.entries.chunks_mut(columns).enumerate() {
            if place == row {
                continue;
            }
            let factor = line[column].clone();
            if same {
                // Nothing changes where the row of the pivot is empty.
                if factor.is_zero() {
                    continue;
                }
                for at in &filled {
                    line[*at] = T::cross(&line[*at], size, &factor, &top[*at], &divisor)?;
                }
            } else if factor.is_zero() {
                for entry in line.iter_mut().filter(|entry| !entry.is_zero()) {
                    *entry = T::cross(entry, size, &factor, &factor, &divisor)?;
                }
            } else {
                for (at, entry) in line.iter_mut().enumerate() {
                    if at != column && !(entry.is_zero() && top[at].is_zero()) {
                        *entry = T::cross(entry, size, &factor, &top[at], &divisor)?;
                    }
                }
            }
            line[column] = if turns { factor } else { factor.negated() };
        }
        // The pivot itself: its sign times the old scale.
        top[column] = if turns { self.scale.negated() } else { self.scale.clone() };
        self.entries[row * columns..(row + 1) * columns].clone_from_slice(&top);
        Ok(())
    }

    /// Moves the variable of a column from one bound to the other.
    pub(super) fn flip(&mut self, column: usize) -> Result<(), Overflow> {
        let variable = self.outside[column];
        let from = self.stand(column);
        self.at_most[variable] = !self.at_most[variable];
        let step = self.stand(column).minus(&from)?;
        self.shift(column, &step)
    }

    /// Sets other bounds of a variable; where it stands at one, it goes along.
    pub(super) fn put_bounds(
        &mut self,
        variable: usize,
        least: Option<T>,
        most: Option<T>,
    ) -> Result<(), Overflow> {
        let from = match self.place[variable] {
            Place::Column(column) => Some((column, self.stand(column))),
            Place::Row(_) => None,
        };
        self.least[variable] = least;
        self.most[variable] = most;
        if self.bound(variable, self.at_most[variable]).is_none() {
            self.at_most[variable] = !self.at_most[variable];
        }
        if let Some((column, from)) = from {
            let step = self.stand(column).minus(&from)?;
            self.shift(column, &step)?;
        }
        Ok(())
    }

    fn shift(&mut self, column: usize, step: &T) -> Result<(), Overflow> {
        if step.is_zero() {
            return Ok(());
        }
        for row in 0..self.rows {
            let entry = self.entry(row, column);
            if !entry.is_zero() {
                self.values[row] = self.values[row].minus(&entry.times(step)?)?;
            }
        }
        Ok(())
    }

    /// Lets a bound move from here on.
    pub(super) fn set_moving(
        &mut self,
        variable: usize,
        least_rate: T,
        most_rate: T,
    ) -> Result<(), Overflow> {
        if let Place::Column(column) = self.place[variable]
            && self.is_fixed(variable)
        {
            // Once it is fixed no more it is where it costs less.
            self.at_most[variable] = self.reduced()[column].is_negative();
        }
        self.moving = Some(Moving::of(self, variable, least_rate, most_rate)?);
        Ok(())
    }

    /// The value of a variable, times the scale.
    pub(super) fn value(&self, variable: usize) -> Result<T, Overflow> {
        match self.place[variable] {
            Place::Row(row) => Ok(self.values[row].clone()),
            Place::Column(_) => {
                let most = self.at_most[variable];
                self.bound(variable, most).unwrap_or_default().times(&self.scale)
            }
        }
    }

    /// Whether the variable of a column would lower the cost if it left its bound. Fixed ones cannot.
    pub(super) fn improves(&self, column: usize, reduced: &T) -> bool {
        let variable = self.outside[column];
        let wanted = if self.at_most[variable] { Ordering::Greater } else { Ordering::Less };
        reduced.sign() == wanted && !self.is_fixed(variable)
    }
}
