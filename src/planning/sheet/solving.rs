//! From a sheet to its answer.

use super::answer::{Answer, Corner, ItemAnswer, Status};
use super::check::Fault;
use super::exact::{Member, Network, Number, Price, Region, Sense, Solved, Span, Standing};
use super::made::Stands;
use super::task::Task;
use super::wholly;
use crate::blueprint::sheets::{Aim, Sheet};

/// Solves a sheet, with everything that is to be said about it.
///
/// The same sheet has the same answer, whatever happens around it. All numbers are exact. The work is small for
/// sheets of a size that people write; whole amounts may take up to 50,000 nodes of a search, and as many again
/// for all further questions together, which are then left open. Large ones belong off the thread that draws:
/// see [`solve_unless`].
///
/// # Errors
/// What is wrong with the sheet, cell by cell.
pub fn solve(sheet: &Sheet) -> Result<Answer, Vec<Fault>> {
    Ok(Task::new(sheet, &|| false)?.answer())
}

/// The same unless nobody wants it any more: nothing then. `cancelled` is asked between questions and every few
/// dozen nodes of a search; once it has said yes it has to keep to it.
///
/// # Errors
/// What is wrong with the sheet, cell by cell.
pub fn solve_unless(
    sheet: &Sheet,
    cancelled: &dyn Fn() -> bool,
) -> Result<Option<Answer>, Vec<Fault>> {
    let answer = Task::new(sheet, cancelled)?.answer();
    Ok((!cancelled()).then_some(answer))
}

/// The plan alone, for what has to follow the hand: amounts and value, and what is used of each limit; without
/// prices, ranges, conflicts and repairs.
///
/// # Errors
/// What is wrong with the sheet, cell by cell.
pub fn plan(sheet: &Sheet) -> Result<Answer, Vec<Fault>> {
    Ok(plan_of(&Task::new(sheet, &|| false)?))
}

/// The same unless nobody wants it any more: nothing then.
///
/// # Errors
/// What is wrong with the sheet, cell by cell.
pub fn plan_unless(
    sheet: &Sheet,
    cancelled: &dyn Fn() -> bool,
) -> Result<Option<Answer>, Vec<Fault>> {
    let answer = plan_of(&Task::new(sheet, cancelled)?);
    Ok((!cancelled()).then_some(answer))
}

fn plan_of(task: &Task<'_>) -> Answer {
    let mut solved = Solved::new(&task.made.programme);
    if task.is_searched() {
        return wholly::answer(task, &mut solved, false);
    }
    let status = status(solved.standing());
    if status != Status::Optimal {
        return task.without_plan(status);
    }
    let plan = solved.plan();
    task.with_plan(&plan)
}

/// The region of a sheet of two items, for its picture; nothing for other sheets.
///
/// # Errors
/// What is wrong with the sheet, cell by cell.
pub fn region(sheet: &Sheet) -> Result<Option<Region>, Vec<Fault>> {
    let task = Task::new(sheet, &|| false)?;
    Ok(task.is_pair().then(|| Region::of(&task.made.programme)))
}

fn status(standing: Standing) -> Status {
    match standing {
        Standing::Optimal => Status::Optimal,
        Standing::Infeasible => Status::Infeasible,
        Standing::Unbounded => Status::Unbounded,
    }
}

impl Task<'_> {
    fn answer(&self) -> Answer {
        let mut solved = Solved::new(&self.made.programme);
        let mut answer = if self.is_searched() {
            wholly::answer(self, &mut solved, true)
        } else {
            match solved.standing() {
                Standing::Optimal => self.optimal(&mut solved),
                Standing::Infeasible => self.infeasible(),
                Standing::Unbounded => self.unbounded(&solved),
            }
        };
        answer.corners = self.corners();
        answer
    }

    fn optimal(&self, solved: &mut Solved) -> Answer {
        let plan = solved.plan();
        let mut answer = self.with_plan(&plan);
        let spans = solved.spans();
        let is_one = |place: &usize| {
            spans.get(*place).is_some_and(|(least, most)| least.is_some() && least == most)
        };
        answer.unique = Some(self.shown().iter().all(is_one));
        answer.basis = self.basis(&solved.basis());
        answer.items = self.items(|place| self.item(solved, &plan, &spans, place));
        if self.sheet.purpose.has_ways() {
            let forced = self.network(&plan).forced();
            answer.ways = self.ways(|place| {
                let amount = plan.get(place).cloned();
                let loss = match &forced {
                    _ if amount.as_ref().is_some_and(Number::is_positive) => Some(Number::zero()),
                    Some(forced) => forced.get(place).cloned().flatten(),
                    None => self.loss(solved, &plan, place),
                };
                (amount, loss)
            });
        }
        if self.made.programme.is_whole() {
            answer.relaxation.clone_from(&answer.value);
            self.whole_ends(solved, &mut answer);
        } else {
            self.prices(solved, &mut answer);
        }
        answer
    }

    /// The ways with what they carry.
    fn network(&self, plan: &[Number]) -> Network {
        let columns = &self.made.programme.columns;
        let mut network = Network {
            ways: self.made.ways.clone(),
            costs: columns.iter().map(|column| column.cost.clone()).collect(),
            carries: plan.iter().map(Number::is_positive).collect(),
            can_more: columns
                .iter()
                .zip(plan)
                .map(|(column, amount)| column.most.as_ref().is_none_or(|most| amount < most))
                .collect(),
            gives: Vec::new(),
            takes: Vec::new(),
        };
        for (row, (own, stands)) in self.made.programme.rows.iter().zip(&self.made.rows).enumerate()
        {
            let used = self.made.programme.used_by(plan, row);
            // What is used of it may be more, or less.
            let sides = match own.sense {
                Sense::AtMost => (used < own.amount, true),
                Sense::AtLeast => (true, used > own.amount),
                Sense::Exactly => (false, false),
            };
            match stands {
                Stands::Supply(_) => network.gives.push(sides),
                _ => network.takes.push(sides),
            }
        }
        network
    }

    fn prices(&self, solved: &mut Solved, answer: &mut Answer) {
        for (limit, (row, _)) in answer.limits.iter_mut().zip(self.seen()) {
            if (self.cancelled)() {
                return;
            }
            let Some(amount) = self.made.programme.rows.get(row).map(|row| &row.amount) else {
                continue;
            };
            if let Some(Price { slope, to }) = solved.price(row, true) {
                limit.price_more = Some(self.value(slope));
                limit.to = to.map(|to| amount + &to);
            }
            if let Some(Price { slope, to }) = solved.price(row, false) {
                limit.price_less = Some(self.value(slope));
                limit.from = to.map(|to| amount - &to);
            }
        }
    }

    /// One more and one less of each end of whole ways: between whole ends amounts stay whole.
    fn whole_ends(&self, solved: &mut Solved, answer: &mut Answer) {
        let Some(value) = answer.value.clone() else { return };
        for (limit, (row, _)) in answer.limits.iter_mut().zip(self.seen()) {
            if (self.cancelled)() {
                return;
            }
            let ends = [
                (true, &mut limit.value_one_more, &mut limit.no_plan_one_more),
                (false, &mut limit.value_one_less, &mut limit.no_plan_one_less),
            ];
            for (up, slot, is_without) in ends {
                let one = Number::one();
                let (pieces, _) = solved.along_amount(row, up, &one);
                let reaches = pieces
                    .last()
                    .is_some_and(|piece| piece.to.as_ref().is_none_or(|to| *to >= one));
                *is_without = !reaches;
                if reaches {
                    let change: Number = pieces
                        .iter()
                        .map(|piece| {
                            let to = piece.to.clone().unwrap_or_else(Number::one).min(one.clone());
                            &(&to - &piece.from) * &piece.slope
                        })
                        .sum();
                    *slot = Some(&value + &self.value(change));
                }
            }
        }
    }

    /// What the value loses per unit of an amount forced in.
    fn loss(&self, solved: &mut Solved, plan: &[Number], place: usize) -> Option<Number> {
        let column = self.made.programme.columns.get(place)?;
        if plan.get(place).is_some_and(|amount| *amount > column.least) {
            return Some(Number::zero());
        }
        solved.forced(place).map(|price| price.slope)
    }

    fn item(
        &self,
        solved: &mut Solved,
        plan: &[Number],
        spans: &[Span],
        place: usize,
    ) -> ItemAnswer {
        let (least_optimal, most_optimal) = spans.get(place).cloned().unwrap_or_default();
        let (down, up) = solved.cost_range(place);
        let worth =
            self.checked.items.get(place).map(|item| item.worth.clone()).unwrap_or_default();
        // A worth that grows is a cost that falls.
        let (less, more) = match self.sheet.aim {
            Aim::Least => (down, up),
            Aim::Most => (up, down),
        };
        ItemAnswer {
            name: String::new(),
            amount: plan.get(place).cloned(),
            is_most_endless: most_optimal.is_none() && least_optimal.is_some(),
            least_optimal,
            most_optimal,
            reduced_cost: self.loss(solved, plan, place),
            worth_from: less.map(|less| &worth - &less),
            worth_to: more.map(|more| &worth + &more),
        }
    }

    fn basis(&self, members: &[Member]) -> Vec<String> {
        let name = |member: &Member| match member {
            Member::Column(column) => Some(self.amount_name(*column)),
            Member::Row(row) => Some(self.made.name(self.sheet, *row)),
        };
        members.iter().filter_map(name).filter(|name| !name.is_empty()).collect()
    }

    /// The corners of two items.
    fn corners(&self) -> Vec<Corner> {
        if !self.is_pair() {
            return Vec::new();
        }
        let value = |amounts: &[Number; 2]| self.value(self.made.programme.cost_of(amounts));
        let region = Region::of(&self.made.programme);
        let corner = |amounts: [Number; 2]| Corner { value: value(&amounts), amounts };
        region.corners.into_iter().map(corner).collect()
    }
}
