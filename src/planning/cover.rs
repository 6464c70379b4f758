//! The least wages that cover a need, and of equal wages the fewest people: Σ aᵢⱼ xⱼ ≥ needᵢ, x whole
//! (Dantzig 1954).
//!
//! A lower bound is the linear relaxation, rounded up to the next multiple of the wages' greatest common
//! divisor: every whole plan costs such a multiple. Where a plan meets it, it is proven; else branch and
//! bound goes on from there.

use super::column::{Column, Refusal, gcd};
use super::greedy;
use super::programme::{Found, Programme};

/// Nodes of the search for the least wages.
const NODES: u32 = 20_000;
/// Slots × slots × columns up to which a programme is solved: a solver goes through its table about as often as
/// there are slots, and beyond this takes longer than anybody waits.
const MOST_TO_SOLVE: u64 = 700_000_000;
/// Nodes × slots × columns up to which a search for the least wages goes on: a node of a large programme takes
/// longer.
const MOST_WORK: u64 = 12_000_000;
/// The same of a search for fewer people at the same wages.
const MOST_WORK_FOR_PEOPLE: u64 = 6_000_000;

/// Whom to ask for what.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// How many people work by each column.
    pub counts: Vec<u32>,
    /// What they cost.
    pub wages: u64,
    /// How many there are.
    pub people: u64,
    /// The least wages if people could be divided; `None` where that was not found out.
    pub relaxation: Option<f64>,
    /// No plan costs less.
    pub wages_at_least: u64,
    /// No plan that costs no more takes fewer people.
    pub people_at_least: u64,
}

impl Cover {
    /// Whether no plan costs less.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.wages <= self.wages_at_least
    }

    /// By which part of the least wages this one is more expensive at most: 0.02 is two per cent.
    #[must_use]
    pub fn above_best(&self) -> f64 {
        match self.wages_at_least {
            _ if self.is_proven() => 0.0,
            0 => f64::INFINITY,
            least => self.wages as f64 / least as f64 - 1.0,
        }
    }
}

/// Finds the cheapest plan, and of the cheapest one with the fewest people. `need` says how many must be there
/// in each slot; slots that a column covers beyond it do not count. `cancelled` is asked every few dozen
/// nodes.
///
/// The same question, with columns in any order, has the same answer; of columns that cover the same, only the
/// cheapest is used, and of equal ones the first.
///
/// # Errors
/// The slots that cannot be covered; or that nobody wants the answer.
pub fn cover(
    need: &[u32],
    columns: &[Column],
    cancelled: &dyn Fn() -> bool,
) -> Result<Cover, Refusal> {
    let (kept, places) = distinct(need, columns);
    let mut reached = vec![false; need.len()];
    for slot in kept.iter().flat_map(Column::covers) {
        if let Some(reached) = reached.get_mut(*slot) {
            *reached = true;
        }
    }
    let unreached: Vec<usize> =
        (0..need.len()).filter(|slot| need[*slot] > 0 && !reached[*slot]).collect();
    if !unreached.is_empty() {
        return Err(Refusal::Unreached(unreached));
    }
    let search = Search { need, columns: &kept, cancelled };
    let found = search.best()?;
    let mut counts = vec![0; columns.len()];
    for (place, count) in places.iter().zip(&found.counts) {
        if let Some(slot) = counts.get_mut(*place) {
            *slot = *count;
        }
    }
    Ok(Cover { counts, ..found })
}

/// The columns in an order of their own, without those that cover what a cheaper one covers and those that
/// cover nothing that is needed; with the place of each among all.
fn distinct(need: &[u32], columns: &[Column]) -> (Vec<Column>, Vec<usize>) {
    let needed = |slot: &usize| need.get(*slot).is_some_and(|heads| *heads > 0);
    let useful = |column: &Column| {
        Column::new(column.covers().iter().copied().filter(needed), column.wage())
    };
    // Of those that cover the same that is needed, what they cover besides decides, and last their place.
    let mut all: Vec<(Column, &Column, usize)> =
        columns.iter().enumerate().map(|(place, column)| (useful(column), column, place)).collect();
    all.retain(|(column, ..)| !column.covers().is_empty());
    all.sort_unstable();
    all.dedup_by(|next, kept| next.0.covers() == kept.0.covers());
    all.into_iter().map(|(column, _, place)| (column, place)).unzip()
}

struct Search<'a> {
    need: &'a [u32],
    columns: &'a [Column],
    cancelled: &'a dyn Fn() -> bool,
}

impl Search<'_> {
    fn best(&self) -> Result<Cover, Refusal> {
        let mut best = self.priced(greedy::cover(self.need, self.columns));
        if best.people == 0 {
            return Ok(Cover { relaxation: Some(0.0), ..best });
        }
        let unit = self.columns.iter().fold(0, |unit, column| gcd(unit, column.wage())).max(1);
        best.wages_at_least = self.wages_by_slot().next_multiple_of(u64::from(unit));
        if self.cells().saturating_mul(self.need.len() as u64) > MOST_TO_SOLVE {
            return Ok(best);
        }
        let weights: Vec<u32> = self.columns.iter().map(|column| column.wage() / unit).collect();
        if (self.cancelled)() {
            return Err(Refusal::Cancelled);
        }
        let Some(wages) = Programme::new(self.need, self.columns, &weights, None) else {
            return Ok(best);
        };
        let multiple = |at_least: u64| at_least.saturating_mul(u64::from(unit));
        best.relaxation = Some(wages.relaxation() * f64::from(unit));
        best.wages_at_least = best.wages_at_least.max(multiple(wages.relaxation_above()));
        if !best.is_proven() {
            let found = wages.search(&best.counts, self.nodes(MOST_WORK), self.cancelled);
            let least = self.take(found, &mut best)?.map_or(0, multiple);
            best.wages_at_least = best.wages_at_least.max(least);
        }
        self.with_fewest_people(&mut best, &weights, unit)?;
        Ok(best)
    }

    /// Looks for fewer people at wages no higher.
    fn with_fewest_people(
        &self,
        best: &mut Cover,
        weights: &[u32],
        unit: u32,
    ) -> Result<(), Refusal> {
        let dearest = self.columns.iter().map(|column| u64::from(column.wage())).max();
        let least = best.wages_at_least.min(best.wages);
        best.people_at_least =
            dearest.filter(|wage| *wage > 0).map_or(0, |wage| least.div_ceil(wage));
        if best.people <= best.people_at_least {
            return Ok(());
        }
        let ones = vec![1; self.columns.len()];
        let most = best.wages / u64::from(unit);
        let limit = Some((weights, most));
        let Some(people) = Programme::new(self.need, self.columns, &ones, limit) else {
            return Ok(());
        };
        best.people_at_least = best.people_at_least.max(people.relaxation_above());
        if best.people > best.people_at_least {
            let found =
                people.search(&best.counts, self.nodes(MOST_WORK_FOR_PEOPLE), self.cancelled);
            let least = self.take(found, best)?.unwrap_or(0);
            best.people_at_least = best.people_at_least.max(least);
        }
        Ok(())
    }

    /// Takes what was found where it covers the need and is better; answers what nothing is below.
    fn take(
        &self,
        found: Result<Option<Found>, Refusal>,
        best: &mut Cover,
    ) -> Result<Option<u64>, Refusal> {
        let Some(found) = found? else { return Ok(None) };
        if self.is_covered_by(&found.counts) {
            let other = self.priced(found.counts);
            if (other.wages, other.people) < (best.wages, best.people) {
                let Cover { relaxation, wages_at_least, people_at_least, .. } = *best;
                *best = Cover { relaxation, wages_at_least, people_at_least, ..other };
            }
        }
        Ok(Some(found.at_least))
    }

    /// Cells of the table of slots and columns.
    fn cells(&self) -> u64 {
        (self.need.len() as u64).saturating_mul(self.columns.len() as u64)
    }

    /// Nodes for so much work.
    fn nodes(&self, work: u64) -> u32 {
        u32::try_from(work / self.cells().max(1)).map_or(NODES, |nodes| nodes.min(NODES))
    }

    /// What the need costs at least by the column that asks the least for a slot.
    fn wages_by_slot(&self) -> u64 {
        let total: u64 = self.need.iter().map(|heads| u64::from(*heads)).sum();
        let wages = |column: &Column| {
            let wages = u128::from(total) * u128::from(column.wage());
            wages.div_ceil(column.covers().len().max(1) as u128)
        };
        let least = self.columns.iter().map(wages).min().unwrap_or(0);
        u64::try_from(least).unwrap_or(u64::MAX)
    }

    fn is_covered_by(&self, counts: &[u32]) -> bool {
        let mut there = vec![0_u64; self.need.len()];
        for (column, count) in self.columns.iter().zip(counts) {
            column.covers().iter().for_each(|slot| there[*slot] += u64::from(*count));
        }
        there.iter().zip(self.need).all(|(there, need)| *there >= u64::from(*need))
    }

    fn priced(&self, counts: Vec<u32>) -> Cover {
        let wages = self.columns.iter().zip(&counts).fold(0_u64, |sum, (column, count)| {
            sum.saturating_add(u64::from(column.wage()) * u64::from(*count))
        });
        let people = counts.iter().map(|count| u64::from(*count)).sum();
        let (wages_at_least, people_at_least) = (0, 0);
        Cover { counts, wages, people, relaxation: None, wages_at_least, people_at_least }
    }
}
