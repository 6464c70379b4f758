//! A tableau from which limits are let go and taken back, one after the other: each question begins where the last
//! one ended, a few pivots away, not anew.

use num_bigint::BigInt;

use super::entry::{Entry, Overflow};
use super::number::Number;
use super::programme::{Programme, Sense};
use super::scaled::Bounds;
use super::simplex::Outcome;
use super::solved::{Plan, Solved, Standing};
use super::tableau::{Place, Tableau};
use super::tier::{Change, Optimise};

/// A programme whose limits can be let go. Costs are 0, and whole amounts are taken as any.
pub(super) struct Elastic {
    solved: Solved,
}

impl Elastic {
    /// With all limits held; nothing where some least is above its most, which no limit can help.
    pub(super) fn new(programme: &Programme) -> Option<Self> {
        let mut free = programme.clone();
        for column in &mut free.columns {
            column.cost = Number::zero();
            column.is_whole = false;
        }
        let solved = Solved::new(&free);
        (!solved.is_crossed()).then_some(Self { solved })
    }

    fn slack(&self, row: usize) -> usize {
        self.solved.scaled().columns() + row
    }

    fn change<C: Change>(&mut self, change: &C) -> C::Reply {
        self.solved.change(change)
    }

    /// Lets a limit go: its slack may be anything.
    pub(super) fn let_go(&mut self, row: usize) {
        let variable = self.slack(row);
        self.change(&LetGo { variable });
    }

    /// Takes a limit back.
    pub(super) fn take_back(&mut self, row: usize) {
        let variable = self.slack(row);
        let own = self.solved.scaled().bounds.get(variable).cloned();
        if let Some(bounds) = own {
            self.change(&Put { variable, bounds });
        }
    }

    /// Whether there is a plan that keeps what is held; else the limits that cannot hold together, in order.
    pub(super) fn blamed(&mut self) -> Option<Vec<usize>> {
        match self.change(&Feasible) {
            Outcome::Infeasible => {
                self.solved.put_standing(Standing::Infeasible);
                Some(self.solved.blamed())
            }
            Outcome::Optimal | Outcome::Unbounded(_) => None,
        }
    }

    /// What a plan uses of a limit that is let go, as near to its amount as the others allow, from above or from
    /// below; nothing where there is no plan or no end.
    pub(super) fn nearest(
        &mut self,
        programme: &Programme,
        row: usize,
        above: bool,
    ) -> Option<Number> {
        let variable = self.slack(row);
        let sense = programme.rows.get(row)?.sense;
        self.change(&LetGo { variable });
        if sense == Sense::Exactly {
            let nought = || Some(BigInt::default());
            let bounds = if above { (None, nought()) } else { (nought(), None) };
            self.change(&Put { variable, bounds });
        }
        // A slack is what is left: the more of it, the less is used.
        let found = self.change(&Least { variable, of_slack: !above });
        let used = (found == Outcome::Optimal).then(|| {
            let plan = self.solved.ask(&Plan);
            programme.used_by(&plan, row)
        });
        self.change(&WithoutCosts);
        self.take_back(row);
        used
    }
}

/// Makes a variable basic and free of bounds: it stands in nobody's way from then on.
struct LetGo {
    variable: usize,
}

impl Change for LetGo {
    type Reply = ();

    fn make<T: Entry>(&self, tableau: &mut Tableau<T>) -> Result<(), Overflow> {
        if let Place::Column(column) = tableau.place[self.variable] {
            let outside = tableau.outside_bounds()?;
            let acts = |row: usize| !tableau.entry(row, column).is_zero();
            // What is outside of a bound goes back to it; what it lacks is let go.
            let stray = outside.iter().find(|(row, _)| acts(*row)).copied();
            let has_bound = |row: &usize| {
                let basic = tableau.basic[*row];
                tableau.least[basic].is_some() || tableau.most[basic].is_some()
            };
            let other = || {
                let rows = (0..tableau.rows).filter(|row| acts(*row) && has_bound(row));
                let row = rows.min_by(|one, other| {
                    let size = |row: &usize| tableau.entry(*row, column).magnitude();
                    size(one).cmp(&size(other))
                })?;
                Some((row, tableau.least[tableau.basic[row]].is_none()))
            };
            // One that only what is free feels changes nothing where it is.
            let Some((row, to_most)) = stray.or_else(other) else { return Ok(()) };
            tableau.pivot(row, column, to_most)?;
        }
        tableau.put_bounds(self.variable, None, None)
    }
}

/// Other bounds of a variable.
struct Put {
    variable: usize,
    bounds: Bounds,
}

impl Change for Put {
    type Reply = ();

    fn make<T: Entry>(&self, tableau: &mut Tableau<T>) -> Result<(), Overflow> {
        let entry = |bound: &Option<BigInt>| bound.as_ref().map(T::of_long).transpose();
        let (least, most) = &self.bounds;
        tableau.put_bounds(self.variable, entry(least)?, entry(most)?)
    }
}

/// Goes to a plan.
struct Feasible;

impl Change for Feasible {
    type Reply = Outcome;

    fn make<T: Entry>(&self, tableau: &mut Tableau<T>) -> Result<Outcome, Overflow> {
        tableau.find_feasible()
    }
}

/// Makes a variable least, or most.
struct Least {
    variable: usize,
    of_slack: bool,
}

impl Change for Least {
    type Reply = Outcome;

    fn make<T: Entry>(&self, tableau: &mut Tableau<T>) -> Result<Outcome, Overflow> {
        let cost = if self.of_slack { T::one() } else { T::one().negated() };
        tableau.put_costs(&[(self.variable, cost)])?;
        Optimise.make(tableau)
    }
}

/// Puts all costs to 0.
struct WithoutCosts;

impl Change for WithoutCosts {
    type Reply = ();

    fn make<T: Entry>(&self, tableau: &mut Tableau<T>) -> Result<(), Overflow> {
        tableau.put_costs(&[])
    }
}
