//! Whole amounts by branch and bound (Land & Doig 1960, Dakin 1965): best bound first, deepest of equals;
//! branched on the amount furthest from whole. No clock: it stops after so many nodes.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

use num_bigint::BigInt;

use super::entry::{Entry, Overflow};
use super::number::Number;
use super::programme::Programme;
use super::rounding::Rounding;
use super::scaled::{Bounds, Scaled};
use super::simplex::Outcome;
use super::solved::{Plan, Solved, Standing};
use super::tableau::Tableau;
use super::tier::{Basis, Change, Tier};

/// Nodes after which a search stops.
pub const MOST_NODES: u32 = 50_000;

/// Nodes between two thorough looks for a whole plan nearby.
const LOOK_EVERY: u32 = 32;

/// Numbers in tableaus that wait; beyond, a node keeps only its basis.
const MOST_KEPT: usize = 8_000_000;

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The plan is the best.
    Optimal,
    /// There is no plan.
    Infeasible,
    /// There are plans, as cheap as anybody likes.
    Unbounded,
    /// It stopped after its nodes, with the best so far, if there is one, and a bound.
    Limit,
}

/// A plan in whole amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholePlan {
    /// How the search ended.
    pub verdict: Verdict,
    /// The best plan found.
    pub plan: Option<Vec<Number>>,
    /// What that costs.
    pub cost: Option<Number>,
    /// No plan costs less; nothing where that is not known.
    pub bound: Option<Number>,
    /// Nodes solved.
    pub nodes: u32,
}

impl WholePlan {
    fn without(verdict: Verdict) -> Self {
        Self { verdict, plan: None, cost: None, bound: None, nodes: 0 }
    }

    fn best(plan: Vec<Number>, cost: Number, nodes: u32) -> Self {
        let (bound, cost) = (Some(cost.clone()), Some(cost));
        Self { verdict: Verdict::Optimal, plan: Some(plan), cost, bound, nodes }
    }
}

/// A search, and what may be said before it.
pub struct Search<'a> {
    programme: &'a Programme,
    relaxation: &'a Solved,
    /// A limit whose amount is so much more.
    changed: Option<(usize, Number)>,
    /// A plan that holds, to begin with.
    start: Option<Vec<Number>>,
    nodes: u32,
    cancelled: &'a dyn Fn() -> bool,
}

impl<'a> Search<'a> {
    /// For a programme and its relaxation, which has been solved.
    #[must_use]
    pub fn new(programme: &'a Programme, relaxation: &'a Solved) -> Self {
        let (changed, start, nodes) = (None, None, MOST_NODES);
        Self { programme, relaxation, changed, start, nodes, cancelled: &|| false }
    }

    /// With another amount of a limit: so many more, a whole number, below 0 for less.
    #[must_use]
    pub fn with_more(self, row: usize, more: i64) -> Self {
        Self { changed: Some((row, Number::whole(more))), ..self }
    }

    /// From a plan that holds, changed amount included; one that does not is of no account.
    #[must_use]
    pub fn from(self, plan: Vec<Number>) -> Self {
        Self { start: Some(plan), ..self }
    }

    /// Through at most so many nodes.
    #[must_use]
    pub fn within(self, nodes: u32) -> Self {
        Self { nodes, ..self }
    }

    /// Stops as if its nodes were used up when nobody wants it any more.
    #[must_use]
    pub fn unless(self, cancelled: &'a dyn Fn() -> bool) -> Self {
        Self { cancelled, ..self }
    }

    /// Searches.
    #[must_use]
    pub fn run(self) -> WholePlan {
        match (self.relaxation.standing(), &self.changed) {
            (Standing::Optimal, _) => self.run_from_optimum(),
            (Standing::Infeasible, None) => WholePlan::without(Verdict::Infeasible),
            (Standing::Unbounded, None) => self.run_without_end(),
            (_, Some((row, more))) => {
                let mut changed = self.programme.clone();
                if let Some(row) = changed.rows.get_mut(*row) {
                    row.amount += more;
                }
                let relaxation = Solved::new(&changed);
                Search {
                    programme: &changed,
                    relaxation: &relaxation,
                    changed: None,
                    start: self.start,
                    nodes: self.nodes,
                    cancelled: self.cancelled,
                }
                .run()
            }
        }
    }

    /// Costs fall for ever where there is any whole plan: the numbers are fractions (Meyer 1974).
    fn run_without_end(&self) -> WholePlan {
        let mut free = self.programme.clone();
        for column in &mut free.columns {
            column.cost = Number::zero();
        }
        let relaxation = Solved::new(&free);
        let any = Search::new(&free, &relaxation).within(self.nodes).unless(self.cancelled).run();
        match any.verdict {
            Verdict::Optimal => {
                WholePlan { cost: None, bound: None, verdict: Verdict::Unbounded, ..any }
            }
            _ => WholePlan { cost: None, bound: None, ..any },
        }
    }

    fn run_from_optimum(self) -> WholePlan {
        let scaled = self.relaxation.scaled();
        let mut tier = self.relaxation.tier.clone();
        let mut programme = std::borrow::Cow::Borrowed(self.programme);
        if let Some((row, more)) = &self.changed {
            let Some(unit) = self.relaxation.row_unit(*row) else {
                return WholePlan::without(Verdict::Infeasible);
            };
            if let Some(row) = programme.to_mut().rows.get_mut(*row) {
                row.amount += more;
            }
            let variable = scaled.columns() + row;
            let shift = (more * &unit).floor().parts().0;
            let shifted = |bound: &Option<BigInt>| bound.as_ref().map(|bound| bound - &shift);
            let Some((least, most)) = scaled.bounds.get(variable) else {
                return WholePlan::without(Verdict::Infeasible);
            };
            let bounds = PutBounds { variable, least: shifted(least), most: shifted(most) };
            if tier.change(scaled, &bounds) == Outcome::Infeasible {
                return WholePlan::without(Verdict::Infeasible);
            }
        }
        let mut branching = Branching::new(&programme, scaled, &tier.basis().bounds);
        if branching.is_hopeless() {
            return WholePlan::without(Verdict::Infeasible);
        }
        if let Some(start) = self.start
            && programme.holds(&start)
        {
            branching.take(start);
        }
        branching.run(tier, self.nodes, self.cancelled)
    }
}

/// Other bounds for a variable, and the way back to the best basis.
struct PutBounds {
    variable: usize,
    least: Option<BigInt>,
    most: Option<BigInt>,
}

impl Change for PutBounds {
    type Reply = Outcome;

    fn make<T: Entry>(&self, tableau: &mut Tableau<T>) -> Result<Outcome, Overflow> {
        let entry = |bound: &Option<BigInt>| bound.as_ref().map(T::of_long).transpose();
        tableau.put_bounds(self.variable, entry(&self.least)?, entry(&self.most)?)?;
        tableau.repair()
    }
}

/// A node that waits to be branched.
struct Node {
    bound: Number,
    depth: u32,
    number: u32,
    kept: Kept,
    plan: Vec<Number>,
}

/// Enough to go on from.
enum Kept {
    Tableau(Rc<Tier>),
    Basis(Basis),
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Node {}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Node {
    /// The greatest is next: least bound, then deepest, then first found.
    fn cmp(&self, other: &Self) -> Ordering {
        let bound = other.bound.cmp(&self.bound);
        bound.then(self.depth.cmp(&other.depth)).then(other.number.cmp(&self.number))
    }
}

struct Branching<'a> {
    programme: &'a Programme,
    scaled: &'a Scaled,
    rounding: Option<Rounding>,
    /// Costs of whole plans are multiples of 1 ÷ this; nothing where they can be anything.
    steps: Option<Number>,
    best: Option<(Number, Vec<Number>)>,
    open: BinaryHeap<Node>,
    solved: u32,
    kept: usize,
    /// Numbers in a tableau.
    size: usize,
}

impl<'a> Branching<'a> {
    fn new(programme: &'a Programme, scaled: &'a Scaled, bounds: &[Bounds]) -> Self {
        let all_whole = programme.columns.iter().all(|column| column.is_whole);
        let costs_whole =
            programme.columns.iter().all(|column| column.is_whole || column.cost.is_zero());
        Self {
            programme,
            scaled,
            rounding: if all_whole { Rounding::new(scaled, bounds) } else { None },
            steps: costs_whole.then(|| scaled.cost_scale.clone()),
            best: None,
            open: BinaryHeap::new(),
            solved: 0,
            kept: 0,
            size: (scaled.rows.len() + 1) * scaled.columns(),
        }
    }

    /// Whether some sum of whole multiples of whole amounts has to be what such a sum cannot be.
    fn is_hopeless(&self) -> bool {
        let is_whole = |column: usize| {
            self.programme.columns.get(column).is_some_and(|column| column.is_whole)
        };
        self.programme.rows.iter().zip(&self.scaled.row_scales).any(|(row, scale)| {
            row.sense == super::programme::Sense::Exactly
                && row.terms.iter().all(|(column, uses)| uses.is_zero() || is_whole(*column))
                && !(&row.amount * scale).is_whole()
        })
    }

    fn take(&mut self, plan: Vec<Number>) {
        let cost = self.programme.cost_of(&plan);
        if self.best.as_ref().is_none_or(|(least, _)| cost < *least) {
            self.best = Some((cost, plan));
        }
    }

    /// What whole plans cost at least where any plans cost so much.
    fn rounded(&self, cost: Number) -> Number {
        match &self.steps {
            Some(steps) => (&cost * steps).ceil().over(steps).unwrap_or(cost),
            None => cost,
        }
    }

    fn is_beaten(&self, bound: &Number) -> bool {
        self.best.as_ref().is_some_and(|(least, _)| bound >= least)
    }

    fn run(mut self, root: Tier, nodes: u32, cancelled: &dyn Fn() -> bool) -> WholePlan {
        self.look_at(root, 0);
        while let Some(node) = self.open.pop() {
            if self.is_beaten(&node.bound) {
                break;
            }
            if self.solved >= nodes || (self.solved % 64 < 2 && cancelled()) {
                let (cost, plan) = self.best.unzip();
                let bound = Some(node.bound);
                return WholePlan {
                    verdict: Verdict::Limit,
                    plan,
                    cost,
                    bound,
                    nodes: self.solved,
                };
            }
            self.branch(node);
        }
        match self.best {
            Some((cost, plan)) => WholePlan::best(plan, cost, self.solved),
            None => WholePlan { nodes: self.solved, ..WholePlan::without(Verdict::Infeasible) },
        }
    }

    /// The column furthest from whole.
    fn most_fractional(&self, plan: &[Number]) -> Option<usize> {
        let half = Number::fraction(1, 2)?;
        let mut best: Option<(usize, Number)> = None;
        for (place, (column, amount)) in self.programme.columns.iter().zip(plan).enumerate() {
            if column.is_whole && !amount.is_whole() {
                let off = (&(amount - &amount.floor()) - &half).abs();
                if best.as_ref().is_none_or(|(_, least)| off < *least) {
                    best = Some((place, off));
                }
            }
        }
        best.map(|(place, _)| place)
    }

    fn branch(&mut self, node: Node) {
        let Node { depth, kept, plan, .. } = node;
        let tier = match kept {
            Kept::Tableau(tier) => {
                self.kept = self.kept.saturating_sub(self.size);
                tier
            }
            Kept::Basis(basis) => Rc::new(Tier::at(self.scaled, &basis)),
        };
        let Some(variable) = self.most_fractional(&plan) else { return };
        let Some(amount) = plan.get(variable) else { return };
        let unit = Number::of_long(self.scaled.amount_scale.clone());
        let units = |amount: &Number| Some((amount * &unit).parts().0);
        let (below, above) = (units(&amount.floor()), units(&amount.ceil()));
        let (least, most) = tier.bound(variable);
        let tier = tier.as_ref();
        for (least, most) in [(least, below), (above, most)] {
            let mut child = tier.clone();
            let bounds = PutBounds { variable, least, most };
            if child.change(self.scaled, &bounds) == Outcome::Optimal {
                self.look_at(child, depth + 1);
            } else {
                self.solved += 1;
            }
        }
    }

    /// Takes a solved node: as a plan where it is whole, else to wait.
    fn look_at(&mut self, mut tier: Tier, depth: u32) {
        self.solved += 1;
        let plan = tier.ask(self.scaled, &Plan);
        let bound = self.rounded(self.programme.cost_of(&plan));
        if self.is_beaten(&bound) {
            return;
        }
        if self.most_fractional(&plan).is_none() {
            self.take(plan);
            return;
        }
        if let Some(rounding) = &self.rounding {
            let thoroughly = self.solved % LOOK_EVERY == 1;
            if let Some(near) = rounding.near(&plan, thoroughly) {
                self.take(near);
                if self.is_beaten(&bound) {
                    return;
                }
            }
        }
        let kept = if self.kept + self.size <= MOST_KEPT {
            self.kept += self.size;
            Kept::Tableau(Rc::new(tier))
        } else {
            Kept::Basis(tier.basis())
        };
        self.open.push(Node { bound, depth, number: self.solved, kept, plan });
    }
}
