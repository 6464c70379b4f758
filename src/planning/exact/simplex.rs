//! The bounded simplex method on an exact tableau: primal in two phases (Dantzig 1951, 1955), dual (Lemke
//! 1954). After a run of pivots that gain nothing the first of several variables goes first until one gains
//! (Bland 1977), so that neither can go round.

use std::cmp::Ordering;

use super::entry::{Entry, Overflow};
use super::tableau::{Place, Tableau};

/// Pivots without gain after which the order of variables decides.
const PATIENCE: usize = 12;
/// The same of the dual method, which often gains nothing for long where many plans cost the same.
const PATIENCE_OF_REPAIR: usize = 1000;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Optimal,
    Infeasible,
    /// The variable of this column can go on for ever.
    Unbounded(usize),
}

/// What stops a variable that enters.
struct Block {
    row: usize,
    to_most: bool,
}

impl<T: Entry> Tableau<T> {
    /// The best that there is, from any basis, in two phases.
    pub(super) fn optimise(&mut self) -> Result<Outcome, Overflow> {
        match self.find_feasible()? {
            Outcome::Optimal => self.improve(),
            other => Ok(other),
        }
    }

    /// Where there is no plan: the variables whose bounds alone cannot hold together, by a combination of rows
    /// (Farkas 1902); all where the basis does not tell.
    pub(super) fn blamed(&self) -> Result<Vec<usize>, Overflow> {
        let outside = self.outside_bounds()?;
        // One row may tell already, as where the dual method ended.
        let tells = |(row, most): &&(usize, bool)| self.dual_entering(*row, *most, true).is_none();
        let alone = outside.iter().find(tells).copied();
        let told = alone.map_or(outside, |alone| vec![alone]);
        let costs = self.distance_costs(&told)?;
        let improves = |column: usize| self.improves(column, &costs[column]);
        if (0..self.columns).any(improves) {
            return Ok((0..self.place.len()).collect());
        }
        let at_bounds = (0..self.columns).filter(|column| !costs[*column].is_zero());
        let mut blamed: Vec<usize> = at_bounds.map(|column| self.outside[column]).collect();
        blamed.extend(told.iter().map(|(row, _)| self.basic[*row]));
        blamed.sort_unstable();
        Ok(blamed)
    }

    /// The rows outside a bound, and whether it is their most.
    pub(super) fn outside_bounds(&self) -> Result<Vec<(usize, bool)>, Overflow> {
        let mut outside = Vec::new();
        for row in 0..self.rows {
            for most in [false, true] {
                if self.room(row, most)?.is_some_and(|room| room.is_negative()) {
                    outside.push((row, most));
                }
            }
        }
        Ok(outside)
    }

    /// How the sum of distances of these rows from their bounds changes with each column.
    fn distance_costs(&self, outside: &[(usize, bool)]) -> Result<Vec<T>, Overflow> {
        let mut costs = vec![T::default(); self.columns];
        for (row, most) in outside {
            for (cost, entry) in costs.iter_mut().zip(self.row(*row)) {
                *cost = if *most { cost.minus(entry)? } else { cost.plus(entry)? };
            }
        }
        Ok(costs)
    }

    /// Phase one: the sum of what is outside its bounds is made 0.
    pub(super) fn find_feasible(&mut self) -> Result<Outcome, Overflow> {
        let mut idle = 0;
        loop {
            let outside = self.outside_bounds()?;
            if outside.is_empty() {
                return Ok(Outcome::Optimal);
            }
            let costs = self.distance_costs(&outside)?;
            let Some(column) = self.entering(&costs, idle > PATIENCE) else {
                return Ok(Outcome::Infeasible);
            };
            let gained = self.enter(column, &outside)?;
            // Nothing can lower a sum of distances for ever.
            let Some(gained) = gained else { return Ok(Outcome::Infeasible) };
            idle = if gained { 0 } else { idle + 1 };
        }
    }

    /// Phase two, from a feasible basis.
    pub(super) fn improve(&mut self) -> Result<Outcome, Overflow> {
        let mut idle = 0;
        loop {
            let Some(column) = self.entering(self.reduced(), idle > PATIENCE) else {
                return Ok(Outcome::Optimal);
            };
            match self.enter(column, &[])? {
                Some(gained) => idle = if gained { 0 } else { idle + 1 },
                None => return Ok(Outcome::Unbounded(column)),
            }
        }
    }

    /// The column that lowers a cost the most per unit, or the one of the first variable.
    fn entering(&self, costs: &[T], first: bool) -> Option<usize> {
        let mut best: Option<(usize, T)> = None;
        for (column, cost) in costs.iter().enumerate() {
            if cost.is_zero() || !self.improves(column, cost) {
                continue;
            }
            let size = cost.magnitude();
            let is_better = best.as_ref().is_none_or(|(other, most)| {
                if first { self.outside[column] < self.outside[*other] } else { size > *most }
            });
            if is_better {
                best = Some((column, size));
            }
        }
        best.map(|(column, _)| column)
    }

    /// Lets the variable of a column go as far as it can; whether that was any way at all, nothing where
    /// nothing stops it. Rows that are `outside` a bound stop only at that bound.
    fn enter(
        &mut self,
        column: usize,
        outside: &[(usize, bool)],
    ) -> Result<Option<bool>, Overflow> {
        let block = self.block(column, outside)?;
        let variable = self.outside[column];
        let span = match (&self.least[variable], &self.most[variable]) {
            (Some(least), Some(most)) => Some(most.minus(least)?),
            _ => None,
        };
        let Some((block, room, rate)) = block else {
            if span.is_some() {
                self.flip(column)?;
                return Ok(Some(true));
            }
            return Ok(None);
        };
        if let Some(span) = span
            && T::compare_products(&room, &T::one(), &span, &rate) == Ordering::Greater
        {
            self.flip(column)?;
            return Ok(Some(true));
        }
        self.pivot(block.row, column, block.to_most)?;
        Ok(Some(room.is_positive()))
    }

    /// What stops the variable of a column first, with room and rate, whose quotient is the way until then.
    fn block(
        &self,
        column: usize,
        outside: &[(usize, bool)],
    ) -> Result<Option<(Block, T, T)>, Overflow> {
        let down = self.at_most[self.outside[column]];
        let mut best: Option<(Block, T, T)> = None;
        let mut strays = outside.iter().peekable();
        for row in 0..self.rows {
            let stray = strays.next_if(|(stray, _)| *stray == row).map(|(_, most)| *most);
            let entry = self.entry(row, column);
            if entry.is_zero() {
                continue;
            }
            // A basic variable falls where the entry and the way have the same sign.
            let falls = entry.is_positive() != down;
            let (to_most, room) = match stray {
                None => {
                    let Some(room) = self.room(row, !falls)? else { continue };
                    (!falls, room)
                }
                // Comes back to the bound that it is outside of, or goes further away.
                Some(most) if most == falls => {
                    let Some(room) = self.room(row, most)? else { continue };
                    (most, room.negated())
                }
                Some(_) => continue,
            };
            let rate = entry.magnitude();
            let is_first =
                best.as_ref().is_none_or(
                    |(other, best_room, best_rate)| match T::compare_products(
                        &room, best_rate, best_room, &rate,
                    ) {
                        Ordering::Less => true,
                        Ordering::Equal => self.basic[row] < self.basic[other.row],
                        Ordering::Greater => false,
                    },
                );
            if is_first {
                best = Some((Block { row, to_most }, room, rate));
            }
        }
        Ok(best)
    }

    /// What stops the variable of a column first, as above; and whether that is at once.
    pub(super) fn way(&self, column: usize) -> Result<Way, Overflow> {
        let variable = self.outside[column];
        let span = match (&self.least[variable], &self.most[variable]) {
            (Some(least), Some(most)) => Some(most.minus(least)?),
            _ => None,
        };
        Ok(match (self.block(column, &[])?, span) {
            (None, None) => Way::Endless,
            (None, Some(_)) => Way::Flip,
            (Some((_, room, rate)), Some(span))
                if T::compare_products(&room, &T::one(), &span, &rate) == Ordering::Greater =>
            {
                Way::Flip
            }
            (Some((block, room, _)), _) => {
                Way::Pivot { row: block.row, to_most: block.to_most, is_still: room.is_zero() }
            }
        })
    }

    /// The dual method: from a basis that costs no more than any plan to one that is a plan.
    pub(super) fn repair(&mut self) -> Result<Outcome, Overflow> {
        let mut idle = 0;
        loop {
            let first = idle > PATIENCE_OF_REPAIR;
            let Some((row, most)) = self.leaving(first)? else {
                return Ok(Outcome::Optimal);
            };
            let Some(column) = self.dual_entering(row, most, first) else {
                return Ok(Outcome::Infeasible);
            };
            let is_idle = self.reduced()[column].is_zero();
            self.pivot(row, column, most)?;
            idle = if is_idle { idle + 1 } else { 0 };
        }
    }

    /// The row furthest outside a bound, or the one of the first variable.
    fn leaving(&self, first: bool) -> Result<Option<(usize, bool)>, Overflow> {
        let mut best: Option<(usize, bool, T)> = None;
        for row in 0..self.rows {
            for most in [false, true] {
                let Some(room) = self.room(row, most)?.filter(Entry::is_negative) else { continue };
                let is_better = best.as_ref().is_none_or(|(other, _, least)| {
                    if first { self.basic[row] < self.basic[*other] } else { room < *least }
                });
                if is_better {
                    best = Some((row, most, room));
                }
            }
        }
        Ok(best.map(|(row, most, _)| (row, most)))
    }

    /// The column whose cost stays on its side the shortest when the variable of a row goes back to a bound; of
    /// equals the one of the first variable, or that with the largest entry.
    pub(super) fn dual_entering(&self, row: usize, to_most: bool, first: bool) -> Option<usize> {
        let mut best: Option<usize> = None;
        let (line, reduced) = (self.row(row), self.reduced());
        for (column, entry) in line.iter().enumerate() {
            let variable = self.outside[column];
            // Falls to its most if an entry above 0 grows, or one below 0 falls.
            let helps = (entry.is_positive() != self.at_most[variable]) == to_most;
            if entry.is_zero() || !helps || self.is_fixed(variable) {
                continue;
            }
            let is_first = best.is_none_or(|other| {
                let (cost, other_cost) = (reduced[column].magnitude(), reduced[other].magnitude());
                match T::compare_products(
                    &cost,
                    &line[other].magnitude(),
                    &other_cost,
                    &entry.magnitude(),
                ) {
                    Ordering::Less => true,
                    Ordering::Equal if first => variable < self.outside[other],
                    // A large step gets further where many columns cost nothing.
                    Ordering::Equal => {
                        (line[other].magnitude(), variable)
                            < (entry.magnitude(), self.outside[other])
                    }
                    Ordering::Greater => false,
                }
            });
            if is_first {
                best = Some(column);
            }
        }
        best
    }

    /// Goes to a basis that was guessed or kept, as far as it is one: these variables basic, these at their
    /// most.
    pub(super) fn go_to(&mut self, basic: &[usize], at_most: &[usize]) -> Result<(), Overflow> {
        let mut is_wanted = vec![false; self.place.len()];
        for variable in basic {
            if let Some(wanted) = is_wanted.get_mut(*variable) {
                *wanted = true;
            }
        }
        loop {
            let mut moved = false;
            for variable in basic {
                let Some(Place::Column(column)) = self.place.get(*variable).copied() else {
                    continue;
                };
                let leaves = |row: &usize| {
                    !is_wanted[self.basic[*row]] && !self.entry(*row, column).is_zero()
                };
                // Small pivots keep the numbers small.
                let row = (0..self.rows).filter(leaves).min_by(|one, other| {
                    let size = |row: &usize| self.entry(*row, column).magnitude();
                    size(one).cmp(&size(other))
                });
                if let Some(row) = row {
                    let most = self.most_side(self.basic[row]);
                    self.pivot(row, column, most)?;
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
        for variable in at_most {
            if let Some(Place::Column(column)) = self.place.get(*variable).copied()
                && !self.at_most[*variable]
                && self.most[*variable].is_some()
            {
                self.flip(column)?;
            }
        }
        Ok(())
    }

    /// The bound that a variable goes to without a reason for either.
    fn most_side(&self, variable: usize) -> bool {
        self.least[variable].is_none()
    }
}

/// How far the variable of a column can go.
pub(super) enum Way {
    Endless,
    /// To its other bound.
    Flip,
    /// Until this row is at a bound; still where it is there already.
    Pivot {
        row: usize,
        to_most: bool,
        is_still: bool,
    },
}
