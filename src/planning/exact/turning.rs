//! How the best plan follows a cost that changes: the parametric primal simplex (Gass & Saaty 1955), exactly.
//! Pivots that leave the plan where it is belong to no corner.

use std::cmp::Ordering;

use super::entry::{Entry, Overflow};
use super::moving::Course;
use super::number::Number;
use super::scaled::Scaled;
use super::simplex::Way;
use super::tableau::{Place, Tableau};
use super::tier::Question;

/// The cost of a variable that grows, or falls.
pub(super) struct Turning {
    pub(super) variable: usize,
    pub(super) grows: bool,
    /// Only until another plan is better.
    pub(super) first: bool,
    /// Where to stop; in units of the tableau.
    pub(super) until: Option<Number>,
}

impl Question for Turning {
    /// Slopes are amounts of the variable, in units of the tableau.
    type Reply = Course;

    fn ask<T: Entry>(&self, tableau: &Tableau<T>, _: &Scaled) -> Result<Course, Overflow> {
        // A copy only once there is a pivot: mostly there is none.
        let mut tableau = std::borrow::Cow::Borrowed(tableau);
        let mut course = Course::default();
        loop {
            let event = self.first_event(&tableau);
            let to = event.and_then(|column| {
                let (cost, rate) = (&tableau.reduced()[column], self.rate(&tableau, column));
                Number::of_parts(cost.magnitude().to_long(), rate.magnitude().to_long())
            });
            let stops = self.until.as_ref().filter(|end| to.as_ref().is_none_or(|to| to > end));
            let (to, is_last) = match stops {
                Some(end) => (Some(end.clone()), true),
                None => (to, event.is_none()),
            };
            let amount = tableau.value(self.variable)?;
            let amount = Number::of_parts(amount.to_long(), tableau.scale.to_long());
            let amount = amount.unwrap_or_default();
            let slope = if self.grows { amount } else { -amount };
            course.push(&tableau, slope, to);
            if is_last {
                return Ok(course);
            }
            let Some(column) = event else { return Ok(course) };
            match tableau.way(column)? {
                Way::Endless => {
                    course.ends = true;
                    return Ok(course);
                }
                Way::Pivot { row, to_most, is_still } => {
                    if self.first && !is_still {
                        return Ok(course);
                    }
                    tableau.to_mut().pivot(row, column, to_most)?;
                }
                Way::Flip if self.first => return Ok(course),
                Way::Flip => tableau.to_mut().flip(column)?,
            }
        }
    }
}

impl Turning {
    /// How the reduced cost of a column changes, times the scale.
    fn rate<T: Entry>(&self, tableau: &Tableau<T>, column: usize) -> T {
        let rate = match tableau.place[self.variable] {
            Place::Row(row) => tableau.entry(row, column).negated(),
            Place::Column(own) if own == column => tableau.scale.clone(),
            Place::Column(_) => T::default(),
        };
        if self.grows { rate } else { rate.negated() }
    }

    /// The column whose reduced cost changes sides first.
    fn first_event<T: Entry>(&self, tableau: &Tableau<T>) -> Option<usize> {
        let mut best: Option<(usize, T, T)> = None;
        for (column, reduced) in tableau.reduced().iter().enumerate() {
            let variable = tableau.outside[column];
            let rate = self.rate(tableau, column);
            let away =
                if tableau.at_most[variable] { rate.is_positive() } else { rate.is_negative() };
            if !away || tableau.is_fixed(variable) {
                continue;
            }
            // At its extrapolation for θ = 0 the cost may be on the other side: what counts is the quotient.
            let room = if tableau.at_most[variable] { reduced.negated() } else { reduced.clone() };
            let rate = rate.magnitude();
            let is_first =
                best.as_ref().is_none_or(
                    |(other, other_room, other_rate)| match T::compare_products(
                        &room, other_rate, other_room, &rate,
                    ) {
                        Ordering::Less => true,
                        Ordering::Equal => variable < tableau.outside[*other],
                        Ordering::Greater => false,
                    },
                );
            if is_first {
                best = Some((column, room, rate));
            }
        }
        best.map(|(column, ..)| column)
    }
}
