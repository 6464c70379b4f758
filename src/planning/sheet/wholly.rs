//! Sheets of whole amounts: searched, or counted out where they are a knapsack.

use super::answer::{Answer, Status};
use super::exact::{
    Column, Loads, MOST_CAPACITY, MOST_NODES, Number, Programme, Row, Search, Sense, Solved, Span,
    Standing, Thing, Verdict, WholePlan,
};
use super::made::Stands;
use super::task::Task;

/// Nodes for the value with one more or less of a limit.
const MORE_NODES: u32 = MOST_NODES / 10;
/// Nodes for all questions about other best plans together.
const OTHER_NODES: u32 = 4_000;
/// Items whose amounts in other best plans are looked for.
const MOST_OTHERS: usize = 60;

/// The answer; in full, or the plan alone.
pub(super) fn answer(task: &Task<'_>, solved: &mut Solved, in_full: bool) -> Answer {
    let programme = &task.made.programme;
    let pack = Pack::of(programme);
    let found = match &pack {
        Some(pack) => pack.best(programme, 0),
        None => Search::new(programme, solved).unless(task.cancelled).run(),
    };
    let mut answer = match found.verdict {
        Verdict::Infeasible if in_full => task.infeasible(),
        Verdict::Infeasible => task.without_plan(Status::Infeasible),
        Verdict::Unbounded => task.unbounded(solved),
        Verdict::Optimal => found
            .plan
            .as_deref()
            .map_or_else(|| task.without_plan(Status::Optimal), |plan| task.with_plan(plan)),
        Verdict::Limit => {
            let mut answer = match &found.plan {
                Some(plan) => task.with_plan(plan),
                None => task.without_plan(Status::Limit),
            };
            answer.status = Status::Limit;
            answer.bound = found.bound.clone().map(|bound| task.value(bound));
            answer
        }
    };
    answer.relaxation = relaxation(task, solved);
    let (Some(plan), Verdict::Optimal, true) = (&found.plan, found.verdict, in_full) else {
        return answer;
    };
    let rows: Vec<(usize, Stands)> = task.seen().collect();
    // All these questions together get as many nodes again; the rest is left open.
    let mut nodes = MOST_NODES;
    for (limit, (row, _)) in answer.limits.iter_mut().zip(rows) {
        let ends = [
            (1, &mut limit.value_one_more, &mut limit.no_plan_one_more),
            (-1, &mut limit.value_one_less, &mut limit.no_plan_one_less),
        ];
        for (more, slot, is_without) in ends {
            if (task.cancelled)() {
                break;
            }
            let (verdict, cost) = match &pack {
                Some(pack) => {
                    let best = pack.best(programme, more);
                    (best.verdict, best.cost)
                }
                None => with_more(programme, solved, plan, (row, more), &mut nodes),
            };
            *slot = cost.map(|cost| task.value(cost));
            *is_without = verdict == Verdict::Infeasible;
        }
    }
    if let Some((spans, endless)) = other_plans(programme, solved, plan, task.cancelled) {
        let is_one = |(least, most): &&Span| least.is_some() && least == most;
        let seen: Vec<&Span> =
            task.shown().into_iter().filter_map(|column| spans.get(column)).collect();
        let differs = |(least, most): &&Span| least.is_some() && most.is_some() && least != most;
        answer.unique = if seen.iter().all(is_one) {
            Some(true)
        } else {
            seen.iter().any(differs).then_some(false)
        };
        let places = task.shown();
        for ((item, (least, most)), place) in answer.items.iter_mut().zip(seen).zip(places) {
            item.least_optimal.clone_from(least);
            item.most_optimal.clone_from(most);
            item.is_most_endless = endless.contains(&place);
        }
    }
    answer
}

/// The best value if amounts need not be whole: between the ends that are written, though these are fractions.
fn relaxation(task: &Task<'_>, solved: &mut Solved) -> Option<Number> {
    let value = |programme: &Programme, solved: &mut Solved| {
        let is_optimal = solved.standing() == Standing::Optimal;
        is_optimal.then(|| task.value(programme.cost_of(&solved.plan())))
    };
    let items = &task.checked.items;
    if items.iter().all(|item| item.written.is_none()) {
        return value(&task.made.programme, solved);
    }
    let mut wider = task.made.programme.relaxed();
    for (column, item) in wider.columns.iter_mut().zip(items) {
        if let Some((least, most)) = &item.written {
            column.least.clone_from(least);
            column.most.clone_from(most);
        }
    }
    value(&wider, &mut Solved::new(&wider))
}

/// The least cost with one more or less of a limit, and how the search for it ended.
fn with_more(
    programme: &Programme,
    solved: &Solved,
    plan: &[Number],
    (row, more): (usize, i64),
    nodes: &mut u32,
) -> (Verdict, Option<Number>) {
    let Some(own) = programme.rows.get(row) else { return (Verdict::Limit, None) };
    let amount = &own.amount + &Number::whole(more);
    let used = programme.used_by(plan, row);
    let (is_tighter, still_holds) = match own.sense {
        Sense::AtMost => (more < 0, used <= amount),
        Sense::AtLeast => (more > 0, used >= amount),
        Sense::Exactly => (false, false),
    };
    if is_tighter && still_holds {
        // Fewer plans, and the best is still one.
        return (Verdict::Optimal, Some(programme.cost_of(plan)));
    }
    let most = MORE_NODES.min(*nodes);
    let search = Search::new(programme, solved).with_more(row, more).within(most);
    let found = search.from(plan.to_vec()).run();
    *nodes = nodes.saturating_sub(found.nodes);
    (found.verdict, found.cost.filter(|_| found.verdict == Verdict::Optimal))
}

/// Least and most of each column over all best plans, and the columns whose most is no end; nothing where that is too
/// much to ask.
fn other_plans(
    programme: &Programme,
    solved: &mut Solved,
    plan: &[Number],
    cancelled: &dyn Fn() -> bool,
) -> Option<(Vec<Span>, Vec<usize>)> {
    let columns = programme.columns.len();
    if columns > MOST_OTHERS {
        return None;
    }
    let cost = programme.cost_of(plan);
    let gap = &cost - &programme.cost_of(&solved.plan());
    let mut best = programme.clone();
    let terms = programme.columns.iter().map(|column| column.cost.clone()).enumerate();
    best.rows.push(Row { terms: terms.collect(), sense: Sense::AtMost, amount: cost });
    let mut nodes = OTHER_NODES;
    let mut seen: Vec<Vec<Number>> = vec![plan.to_vec()];
    let mut spans = Vec::with_capacity(columns);
    let mut endless = Vec::new();
    for column in 0..columns {
        if cancelled() {
            return None;
        }
        let own = plan.get(column)?;
        if solved.keeps(column, &gap).as_ref() == Some(own) {
            spans.push((Some(own.clone()), Some(own.clone())));
            continue;
        }
        let mut ends = [None, None];
        for (end, sign) in ends.iter_mut().zip([1, -1]) {
            for (place, column_of) in best.columns.iter_mut().enumerate() {
                let cost = if place == column { Number::whole(sign) } else { Number::zero() };
                *column_of = Column { cost, ..column_of.clone() };
            }
            let start = seen.iter().min_by_key(|plan| best.cost_of(plan)).cloned()?;
            let relaxation = Solved::new(&best);
            let found = Search::new(&best, &relaxation).from(start).within(nodes).run();
            nodes = nodes.saturating_sub(found.nodes);
            if sign < 0 && found.verdict == Verdict::Unbounded {
                endless.push(column);
            }
            if let (Verdict::Optimal, Some(plan)) = (found.verdict, found.plan) {
                *end = plan.get(column).cloned();
                if !seen.contains(&plan) {
                    seen.push(plan);
                }
            }
        }
        let [least, most] = ends;
        spans.push((least, most));
    }
    Some((spans, endless))
}

/// A pure knapsack: one limit at most, whole amounts, nothing that is negative, as loads for its capacity and
/// one more.
struct Pack {
    loads: Loads,
    /// What is in it whatever comes, and what that weighs, in whole weights.
    least: Vec<Number>,
    base: Number,
    /// Whole weights for one of the limit.
    scale: Number,
    amount: Number,
}

impl Pack {
    fn of(programme: &Programme) -> Option<Self> {
        let [row] = programme.rows.as_slice() else { return None };
        let takes = |column: &Column| column.is_whole;
        if row.sense != Sense::AtMost || !programme.columns.iter().all(takes) {
            return None;
        }
        let weights: Vec<Number> = weights(programme, row);
        if weights.iter().any(Number::is_negative) {
            return None;
        }
        // Weights and worths in whole numbers.
        let (weights, scale) = whole(&weights)?;
        let costs: Vec<Number> =
            programme.columns.iter().map(|column| column.cost.clone()).collect();
        let (costs, _) = whole(&costs)?;
        let mut things = Vec::with_capacity(weights.len());
        let mut base = Number::zero();
        for ((weight, cost), column) in weights.iter().zip(&costs).zip(&programme.columns) {
            base += &(&Number::whole(*weight) * &column.least);
            let most = match &column.most {
                Some(most) => Some(u32::try_from((most - &column.least).to_i64()?).ok()?),
                None => None,
            };
            things.push(Thing {
                weight: u32::try_from(*weight).ok()?,
                worth: cost.checked_neg()?,
                most,
            });
        }
        let most = &(&(&row.amount + &Number::one()) * &scale).floor() - &base;
        let capacity = most.to_i64()?.clamp(0, i64::from(MOST_CAPACITY) + 1);
        let loads = Loads::new(&things, u32::try_from(capacity).ok()?)?;
        let least = programme.columns.iter().map(|column| column.least.clone()).collect();
        Some(Self { loads, least, base, scale, amount: row.amount.clone() })
    }

    /// The best load with so many more of the limit, at most one.
    fn best(&self, programme: &Programme, more: i64) -> WholePlan {
        let amount = &self.amount + &Number::whole(more);
        let capacity = &(&amount * &self.scale).floor() - &self.base;
        let capacity = capacity.to_i64().and_then(|capacity| u32::try_from(capacity).ok());
        let Some(capacity) = capacity else {
            return WholePlan {
                verdict: Verdict::Infeasible,
                plan: None,
                cost: None,
                bound: None,
                nodes: 0,
            };
        };
        let load = self.loads.load(capacity);
        let count = |count: u64| Number::whole(i64::try_from(count).unwrap_or(i64::MAX));
        let plan: Vec<Number> =
            load.iter().zip(&self.least).map(|(load, least)| &count(*load) + least).collect();
        let cost = programme.cost_of(&plan);
        WholePlan {
            verdict: Verdict::Optimal,
            plan: Some(plan),
            cost: Some(cost.clone()),
            bound: Some(cost),
            nodes: 0,
        }
    }
}

fn weights(programme: &Programme, row: &Row) -> Vec<Number> {
    let mut weights = vec![Number::zero(); programme.columns.len()];
    for (column, uses) in &row.terms {
        if let Some(slot) = weights.get_mut(*column) {
            *slot += uses;
        }
    }
    weights
}

/// Numbers as whole ones, times a factor above 0; nothing where they are too long.
fn whole(numbers: &[Number]) -> Option<(Vec<i64>, Number)> {
    let scale = Number::common_scale(numbers);
    let whole = numbers.iter().map(|number| (number * &scale).to_i64()).collect::<Option<_>>()?;
    Some((whole, scale))
}
