//! A tableau from which limits are let go and taken back, one after the other: each question begins where the last
//! one ended, a few pivots away, not anew.

use num_bigint::BigInt;

use super::entry::{Entry, Overflow};
use super::number::Number;
use super::programme::{Column, Programme, Sense};
use super::scaled::Bounds;
use super::simplex::Outcome;
use super::solved::{Plan, Solved, Standing};
use super::tableau::{Place, Tableau};
use super::tier::{Change, Optimise};

/// Rows that are let go one by one; of more, what is left is begun anew.
const MOST_PENDING: usize = 6;

/// A programme whose limits can be let go. Costs are 0, and whole amounts are taken as any.
pub(super) struct Elastic {
    solved: Solved,
    /// The rows of the programme that it has.
    rows: Vec<usize>,
    /// Rows to be let go before the next question.
    pending: Vec<usize>,
    /// Whether pivots are cheap: uses are 1, so that numbers stay short. Else a basis that is guessed anew in
    /// floating-point numbers is nearer than the last one.
    is_plain: bool,
}

/// Whether every use is 1 or −1.
pub(super) fn is_plain(programme: &Programme) -> bool {
    let mut uses = programme.rows.iter().flat_map(|row| &row.terms).map(|(_, uses)| uses);
    uses.all(|uses| uses.abs() == Number::one())
}

impl Elastic {
    /// With all limits held; nothing where some least is above its most, which no limit can help.
    pub(super) fn new(programme: &Programme) -> Option<Self> {
        Self::of_rows(programme, (0..programme.rows.len()).collect())
    }

    /// With some of the limits, all of them held.
    fn of_rows(programme: &Programme, rows: Vec<usize>) -> Option<Self> {
        let free = Programme {
            columns: programme
                .columns
                .iter()
                .map(|column| Column { cost: Number::zero(), is_whole: false, ..column.clone() })
                .collect(),
            rows: rows.iter().filter_map(|row| programme.rows.get(*row)).cloned().collect(),
        };
        let solved = Solved::new(&free);
        (!solved.is_crossed()).then_some(Self {
            solved,
            rows,
            pending: Vec::new(),
            is_plain: is_plain(programme),
        })
    }

    /// The slack of a row; nothing where the row is gone.
    fn slack(&self, row: usize) -> Option<usize> {
        let place = self.rows.binary_search(&row).ok()?;
        Some(self.solved.scaled().columns() + place)
    }

    fn change<C: Change>(&mut self, change: &C) -> C::Reply {
        self.solved.change(change)
    }

    /// Leaves a limit out for good.
    pub(super) fn leave_out(&mut self, row: usize) {
        self.pending.push(row);
    }

    /// Does what was left to be done: where much is left out, a smaller programme is quicker than many pivots.
    fn settle(&mut self, programme: &Programme) {
        let pending = std::mem::take(&mut self.pending);
        if pending.len() > MOST_PENDING {
            let stays = |row: &usize| !pending.contains(row);
            let rows = self.rows.iter().copied().filter(stays).collect();
            if let Some(smaller) = Self::of_rows(programme, rows) {
                *self = smaller;
            }
            return;
        }
        for row in pending {
            self.let_go(row);
        }
    }

    /// Lets a limit go: its slack may be anything.
    fn let_go(&mut self, row: usize) {
        if let Some(variable) = self.slack(row) {
            self.change(&LetGo { variable });
        }
    }

    /// Takes a limit back.
    fn take_back(&mut self, row: usize) {
        let Some(variable) = self.slack(row) else { return };
        let own = self.solved.scaled().bounds.get(variable).cloned();
        if let Some(bounds) = own {
            self.change(&Put { variable, bounds });
        }
    }

    /// Whether there is a plan without some more rows; else the limits that cannot hold together, in order, and
    /// the rows are left out for good.
    pub(super) fn blamed_without(
        &mut self,
        programme: &Programme,
        rows: &[usize],
    ) -> Option<Vec<usize>> {
        if !self.is_plain {
            let left_out = |row: &usize| self.pending.contains(row) || rows.contains(row);
            let others = self.rows.iter().copied().filter(|row| !left_out(row)).collect();
            let mut smaller = Self::of_rows(programme, others)?;
            let blamed = smaller.blamed();
            if blamed.is_some() {
                *self = smaller;
            }
            return blamed;
        }
        self.settle(programme);
        for row in rows {
            self.let_go(*row);
        }
        let blamed = self.blamed();
        if blamed.is_none() {
            for row in rows {
                self.take_back(*row);
            }
        }
        blamed
    }

    /// Whether there is a plan that keeps what is held; else the limits that cannot hold together, in order.
    pub(super) fn blamed(&mut self) -> Option<Vec<usize>> {
        match self.change(&Feasible) {
            Outcome::Infeasible => {
                self.solved.put_standing(Standing::Infeasible);
                let blamed = self.solved.blamed().into_iter();
                Some(blamed.filter_map(|place| self.rows.get(place)).copied().collect())
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
        let variable = self.slack(row)?;
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
