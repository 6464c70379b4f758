//! A cover as an exact whole-number programme. What is answered is a proposal all the same, to be checked in
//! whole numbers.

use std::cell::Cell;

use super::column::{Column, Refusal};
use super::exact::{self, Number, Row, Search, Sense, Solved, Standing};

/// The least Σ weights × counts that covers a need; solved with counts that could be divided.
pub(super) struct Programme {
    exact: exact::Programme,
    solved: Solved,
    relaxation: Number,
}

/// What a search found.
pub(super) struct Found {
    /// How many by each column.
    pub(super) counts: Vec<u32>,
    /// No sum is less.
    pub(super) at_least: u64,
}

impl Programme {
    /// Solves with counts that could be divided, where another sum is at most so much, if there is one.
    /// Nothing where that cannot be.
    pub(super) fn new(
        need: &[u32],
        columns: &[Column],
        weights: &[u32],
        limit: Option<(&[u32], u64)>,
    ) -> Option<Self> {
        let whole = |value: u32| Number::whole(i64::from(value));
        let mut of_slot = vec![Vec::new(); need.len()];
        for (place, column) in columns.iter().enumerate() {
            column.covers().iter().for_each(|slot| of_slot[*slot].push((place, Number::one())));
        }
        let covered = of_slot.into_iter().zip(need).filter(|(_, need)| **need > 0);
        let mut rows: Vec<Row> = covered
            .map(|(terms, need)| Row { terms, sense: Sense::AtLeast, amount: whole(*need) })
            .collect();
        if let Some((weights, most)) = limit {
            let terms = weights.iter().enumerate().filter(|(_, weight)| **weight > 0);
            let terms = terms.map(|(place, weight)| (place, whole(*weight))).collect();
            let amount = Number::whole(i64::try_from(most).ok()?);
            rows.push(Row { terms, sense: Sense::AtMost, amount });
        }
        let column = |weight: &u32| exact::Column {
            is_whole: true,
            ..exact::Column::of_cost(whole(*weight))
        };
        let programme = exact::Programme { columns: weights.iter().map(column).collect(), rows };
        let mut solved = Solved::new(&programme);
        if solved.standing() != Standing::Optimal {
            return None;
        }
        let relaxation = programme.cost_of(&solved.plan());
        Some(Self { exact: programme, solved, relaxation })
    }

    /// The least sum if counts could be divided.
    pub(super) fn relaxation(&self) -> f64 {
        self.relaxation.to_f64()
    }

    /// The least whole number that is not below it.
    pub(super) fn relaxation_above(&self) -> u64 {
        whole_above(&self.relaxation)
    }

    /// Branch and bound from a plan that covers the need, through so many nodes; nothing where it finds none.
    pub(super) fn search(
        &self,
        start: &[u32],
        nodes: u32,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Option<Found>, Refusal> {
        let is_cancelled = Cell::new(false);
        let cancelled = || {
            is_cancelled.set(is_cancelled.get() || cancelled());
            is_cancelled.get()
        };
        let start = start.iter().map(|count| Number::whole(i64::from(*count))).collect();
        let search = Search::new(&self.exact, &self.solved).from(start).within(nodes);
        let found = search.unless(&cancelled).run();
        if is_cancelled.get() {
            return Err(Refusal::Cancelled);
        }
        let Some(plan) = found.plan else { return Ok(None) };
        let count = |count: &Number| count.to_i64().and_then(|count| u32::try_from(count).ok());
        let counts: Option<Vec<u32>> = plan.iter().map(count).collect();
        let at_least = found.bound.as_ref().map_or(0, whole_above);
        Ok(counts.map(|counts| Found { counts, at_least }))
    }
}

/// The least whole number that is not below a sum of wages.
fn whole_above(value: &Number) -> u64 {
    value.ceil().to_i64().and_then(|value| u64::try_from(value).ok()).unwrap_or(0)
}
