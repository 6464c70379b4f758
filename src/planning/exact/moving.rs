//! How the best value follows a bound that moves: the parametric dual simplex (Gass & Saaty 1955), exactly.
//!
//! An amount of a limit that grows by θ is its slack's bound that falls by θ; a least or most that grows moves
//! itself. The value is convex in θ and straight between corners. At each corner pivots go on until the basis
//! holds just beyond it, or none does: so that every slope is one of the problem.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::entry::{Entry, Overflow};
use super::number::Number;
use super::scaled::Scaled;
use super::tableau::{Moving, Place, Tableau};
use super::tier::Question;

/// Which bounds of a variable move, and which way.
pub(super) struct Along {
    pub(super) variable: usize,
    pub(super) least_rate: i8,
    pub(super) most_rate: i8,
    /// Only the first piece is of interest.
    pub(super) first: bool,
    /// Where to stop; in units of the tableau.
    pub(super) until: Option<Number>,
}

/// A straight piece, in units of the tableau.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it ends; nothing where it does not.
    pub(super) to: Option<Number>,
    pub(super) slope: Number,
    /// The basic variables on it.
    pub(super) basic: Vec<usize>,
}

/// The pieces from 0 on. None at all: there is no plan beyond 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Course {
    pub(super) pieces: Vec<Piece>,
    /// There is no plan (no best one) beyond the last piece.
    pub(super) ends: bool,
}

/// When a row leaves its bounds: at θ = room ÷ rate.
struct Event<T> {
    row: usize,
    to_most: bool,
    room: T,
    rate: T,
}

impl Question for Along {
    type Reply = Course;

    fn ask<T: Entry>(&self, tableau: &Tableau<T>, _: &Scaled) -> Result<Course, Overflow> {
        let rate = |rate: i8| T::of_long(&BigInt::from(rate));
        let (least_rate, most_rate) = (rate(self.least_rate)?, rate(self.most_rate)?);
        if self.first && !tableau.is_fixed(self.variable) {
            let moving = Moving::of(tableau, self.variable, least_rate.clone(), most_rate.clone())?;
            if let Some(course) = self.early(tableau, &moving)? {
                return Ok(course);
            }
        }
        let mut tableau = tableau.clone();
        tableau.set_moving(self.variable, least_rate, most_rate)?;
        let meet = self.meet(&tableau)?;
        let mut course = Course::default();
        loop {
            let Some(moving) = &tableau.moving else { return Ok(course) };
            let slope = slope(&tableau, moving)?;
            let event = first_event(&tableau, moving)?;
            let mut to = event.as_ref().and_then(|event| number(&event.room, &event.rate));
            let mut is_last = event.is_none();
            for (end, finishes) in [(&meet, true), (&self.until, false)] {
                if let Some(end) = end
                    && to.as_ref().is_none_or(|to| to > end)
                {
                    to = Some(end.clone());
                    is_last = true;
                    course.ends = finishes;
                }
            }
            course.push(&tableau, slope, to);
            if is_last {
                return Ok(course);
            }
            let Some(event) = event else { return Ok(course) };
            let Some(column) = tableau.dual_entering(event.row, event.to_most, true) else {
                course.ends = true;
                return Ok(course);
            };
            // A pivot whose cost is not 0 bends the value, once there has been a way.
            let bends = !tableau.reduced()[column].is_zero();
            if self.first && bends && !course.pieces.is_empty() {
                return Ok(course);
            }
            tableau.pivot(event.row, column, event.to_most)?;
        }
    }
}

impl Along {
    /// The first piece where no pivot is needed to tell it: the usual case, which needs no tableau of its own.
    fn early<T: Entry>(
        &self,
        tableau: &Tableau<T>,
        moving: &Moving<T>,
    ) -> Result<Option<Course>, Overflow> {
        let meet = self.meet(tableau)?;
        let event = first_event(tableau, moving)?;
        let mut to = event.as_ref().and_then(|event| number(&event.room, &event.rate));
        let mut course = Course::default();
        if let Some(meet) = meet
            && to.as_ref().is_none_or(|to| *to > meet)
        {
            to = Some(meet);
            course.ends = true;
        }
        if self.until.is_some() || to.as_ref().is_some_and(Number::is_zero) {
            return Ok(None);
        }
        if let Some(event) = event.filter(|_| !course.ends) {
            match tableau.dual_entering(event.row, event.to_most, true) {
                Some(column) if tableau.reduced()[column].is_zero() => return Ok(None),
                Some(_) => {}
                None => course.ends = true,
            }
        }
        course.push(tableau, slope(tableau, moving)?, to);
        Ok(Some(course))
    }

    /// Where a moving bound meets the other one.
    fn meet<T: Entry>(&self, tableau: &Tableau<T>) -> Result<Option<Number>, Overflow> {
        let closing = self.least_rate - self.most_rate;
        let (Some(least), Some(most)) =
            (&tableau.least[self.variable], &tableau.most[self.variable])
        else {
            return Ok(None);
        };
        let gap = most.minus(least)?;
        Ok((closing > 0).then(|| Number::of_parts(gap.to_long(), BigInt::from(closing))).flatten())
    }
}

impl Course {
    /// A piece up to there, if it has any length; it goes on the last one where that is as steep.
    pub(super) fn push<T: Entry>(
        &mut self,
        tableau: &Tableau<T>,
        slope: Number,
        to: Option<Number>,
    ) {
        let from = match self.pieces.last() {
            Some(Piece { to: Some(to), .. }) => to.clone(),
            Some(Piece { to: None, .. }) => return,
            None => Number::zero(),
        };
        if to.as_ref().is_some_and(|to| *to <= from) {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.slope == slope => last.to = to,
            _ => self.pieces.push(Piece { to, slope, basic: tableau.basic.clone() }),
        }
    }
}

/// How the cost changes with θ.
fn slope<T: Entry>(tableau: &Tableau<T>, moving: &Moving<T>) -> Result<Number, Overflow> {
    let Place::Column(column) = tableau.place[moving.variable] else { return Ok(Number::zero()) };
    let at_most = tableau.at_most[moving.variable];
    let rate = moving.bound_rate(moving.variable, at_most);
    let slope = tableau.reduced()[column].times(&rate)?;
    Ok(number(&slope, &tableau.scale).unwrap_or_default())
}

fn number<T: Entry>(numerator: &T, denominator: &T) -> Option<Number> {
    Number::of_parts(numerator.to_long(), denominator.to_long())
}

fn first_event<T: Entry>(
    tableau: &Tableau<T>,
    moving: &Moving<T>,
) -> Result<Option<Event<T>>, Overflow> {
    let mut best: Option<Event<T>> = None;
    for row in 0..tableau.rows {
        let variable = tableau.basic[row];
        for to_most in [false, true] {
            let Some(room) = tableau.room(row, to_most)? else { continue };
            let bound = moving.bound_rate(variable, to_most).times(&tableau.scale)?;
            // How fast the room shrinks.
            let rate = if to_most {
                moving.rates[row].minus(&bound)?
            } else {
                bound.minus(&moving.rates[row])?
            };
            if !rate.is_positive() {
                continue;
            }
            let is_first = best.as_ref().is_none_or(|other| {
                match T::compare_products(&room, &other.rate, &other.room, &rate) {
                    Ordering::Less => true,
                    Ordering::Equal => variable < tableau.basic[other.row],
                    Ordering::Greater => false,
                }
            });
            if is_first {
                best = Some(Event { row, to_most, room, rate });
            }
        }
    }
    Ok(best)
}
