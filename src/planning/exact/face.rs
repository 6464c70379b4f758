//! The least and the most of each amount over all best plans.
//!
//! Best plans are those that leave every variable with a reduced cost other than 0 at its bound: what is left
//! is a small programme over the columns without one. An amount whose row is empty there is the same in all.

use super::entry::{Entry, Overflow};
use super::number::Number;
use super::scaled::Scaled;
use super::simplex::Outcome;
use super::tableau::{Place, Tableau};
use super::tier::Question;

/// Asks for the least and most of so many first variables; nothing is no end.
pub(super) struct Face {
    pub(super) variables: usize,
}

/// Least and most of an amount.
pub type Span = (Option<Number>, Option<Number>);

impl Question for Face {
    type Reply = Vec<Span>;

    fn ask<T: Entry>(&self, tableau: &Tableau<T>, scaled: &Scaled) -> Result<Vec<Span>, Overflow> {
        let is_free = |column: &usize| {
            tableau.reduced()[*column].is_zero() && !tableau.is_fixed(tableau.outside[*column])
        };
        let columns: Vec<usize> = (0..tableau.columns).filter(is_free).collect();
        let mut face = tableau.part(&columns);
        let mut spans = Vec::with_capacity(self.variables);
        for variable in 0..self.variables {
            let is_there = match face.place[variable] {
                Place::Row(_) => true,
                Place::Column(column) => column < face.columns,
            };
            if !is_there {
                let value =
                    scaled.amount(tableau.value(variable)?.to_long(), &tableau.scale.to_long());
                spans.push((Some(value.clone()), Some(value)));
                continue;
            }
            let mut ends = [None, None];
            for (end, cost) in ends.iter_mut().zip([T::one(), T::one().negated()]) {
                face.put_costs(&[(variable, cost)])?;
                if face.improve()? == Outcome::Optimal {
                    let value = face.value(variable)?.to_long();
                    *end = Some(scaled.amount(value, &face.scale.to_long()));
                }
            }
            let [least, most] = ends;
            spans.push((least, most));
        }
        Ok(spans)
    }
}
