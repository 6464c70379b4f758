//! A programme without whole amounts, solved, and what can be asked about it.

use num_bigint::BigInt;

use super::entry::{Entry, Overflow};
use super::face::{Face, Span};
use super::moving::{Along, Course};
use super::number::Number;
use super::programme::Programme;
use super::scaled::Scaled;
use super::simplex::Outcome;
use super::tableau::{Place, Tableau};
use super::tier::{Change, Optimise, Question, Tier};
use super::turning::Turning;

/// Whether there is a best plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is.
    Optimal,
    /// There is no plan.
    Infeasible,
    /// There are plans, as cheap as anybody likes.
    Unbounded,
}

/// A column or a row of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// An amount.
    Column(usize),
    /// What is left of a limit.
    Row(usize),
}

/// How the least cost changes per unit, and up to where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Cost per unit.
    pub slope: Number,
    /// The amount at which the slope changes, or beyond which there is no plan; nothing where neither is.
    pub to: Option<Number>,
}

/// A straight piece of the least cost as a function of one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Straight {
    /// Where it begins.
    pub from: Number,
    /// Where it ends; nothing where it does not.
    pub to: Option<Number>,
    /// Cost per unit.
    pub slope: Number,
    /// What is basic on it, in order.
    pub basis: Vec<Member>,
}

/// A programme whose whole amounts are taken as any amounts, with its best plan. Whatever is asked is answered
/// for the problem, not for the basis that was found; every answer is exact.
#[derive(Clone, Debug)]
pub struct Solved {
    scaled: Scaled,
    pub(super) tier: Tier,
    standing: Standing,
    ray: Vec<Number>,
    /// Some least is above its most.
    is_crossed: bool,
}

impl Solved {
    /// Solves. The work is that of a few hundred pivots at most for what people write down; in the worst case
    /// it is exponential (Klee & Minty 1972).
    #[must_use]
    pub fn new(programme: &Programme) -> Self {
        let scaled = Scaled::new(programme);
        let is_crossed = |(least, most): &(Option<BigInt>, Option<BigInt>)| match (least, most) {
            (Some(least), Some(most)) => least > most,
            _ => false,
        };
        if scaled.bounds.iter().any(is_crossed) {
            let tier = Tier::guessed(&Scaled::new(&Programme::default()));
            let (standing, ray) = (Standing::Infeasible, Vec::new());
            return Self { scaled, tier, standing, ray, is_crossed: true };
        }
        let mut tier = Tier::guessed(&scaled);
        let outcome = tier.change(&scaled, &Optimise);
        let (standing, ray) = match outcome {
            Outcome::Optimal => (Standing::Optimal, Vec::new()),
            Outcome::Infeasible => (Standing::Infeasible, Vec::new()),
            Outcome::Unbounded(column) => (Standing::Unbounded, tier.ask(&scaled, &Ray { column })),
        };
        Self { scaled, tier, standing, ray, is_crossed: false }
    }

    /// From a basis that may be far from the best.
    #[cfg(test)]
    pub(super) fn from(programme: &Programme, start: impl FnOnce(&Scaled) -> Tier) -> Self {
        let scaled = Scaled::new(programme);
        let mut tier = start(&scaled);
        let standing = match tier.change(&scaled, &Optimise) {
            Outcome::Optimal => Standing::Optimal,
            Outcome::Infeasible => Standing::Infeasible,
            Outcome::Unbounded(_) => Standing::Unbounded,
        };
        Self { scaled, tier, standing, ray: Vec::new(), is_crossed: false }
    }

    /// Whether there is a best plan.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// The amounts of the plan that was found: the best, or where there is no end to it one from which the ray
    /// goes on; where there is no plan, of no meaning.
    #[must_use]
    pub fn plan(&mut self) -> Vec<Number> {
        if self.standing == Standing::Infeasible {
            return Vec::new();
        }
        self.tier.ask(&self.scaled, &Plan)
    }

    /// What each column gains for each step along a ray on which costs fall for ever; empty unless there is
    /// one.
    #[must_use]
    pub fn ray(&self) -> &[Number] {
        &self.ray
    }

    /// Where there is no plan: limits that with the bounds of columns cannot hold together, in order; not always
    /// the fewest, but any others change nothing.
    #[must_use]
    pub fn blamed(&mut self) -> Vec<usize> {
        if self.standing != Standing::Infeasible || self.is_crossed {
            return Vec::new();
        }
        let columns = self.scaled.columns();
        let blamed = self.tier.ask(&self.scaled, &Blame);
        blamed.into_iter().filter_map(|variable| variable.checked_sub(columns)).collect()
    }

    /// The basic amounts and limits, in order: of several that stand for the same plan, one.
    #[must_use]
    pub fn basis(&self) -> Vec<Member> {
        self.members(&self.tier.basis().basic)
    }

    fn members(&self, basic: &[usize]) -> Vec<Member> {
        let columns = self.scaled.columns();
        let member = |variable: &usize| match variable.checked_sub(columns) {
            None => Member::Column(*variable),
            Some(row) => Member::Row(row),
        };
        let mut members: Vec<Member> = basic.iter().map(member).collect();
        members.sort_unstable();
        members
    }

    /// Least and most of every column over all best plans.
    #[must_use]
    pub fn spans(&mut self) -> Vec<Span> {
        let variables = self.scaled.columns();
        self.tier.ask(&self.scaled, &Face { variables })
    }

    /// What one more (or, going down, one less) unit of the amount of a limit changes, per unit, and how far:
    /// `to` is how many units more or less. Nothing where there is no plan with any more, or less.
    #[must_use]
    pub fn price(&mut self, row: usize, up: bool) -> Option<Price> {
        let course = self.row_course(row, up, true, None)?;
        let piece = course.pieces.into_iter().next()?;
        let to_row = self.row_unit(row)?;
        let slope = self.row_slope(row, &piece.slope)?;
        let to = piece.to.and_then(|to| to.over(&to_row));
        Some(Price { slope: if up { slope } else { -slope }, to })
    }

    /// What a unit of a column costs if it is forced in beyond its least, and how far; nothing where no more
    /// can be.
    #[must_use]
    pub fn forced(&mut self, column: usize) -> Option<Price> {
        let along =
            Along { variable: column, least_rate: 1, most_rate: 0, first: true, until: None };
        let piece = self.tier.ask(&self.scaled, &along).pieces.into_iter().next()?;
        let slope = piece.slope.over(&self.scaled.cost_scale)?;
        let unit = Number::of_long(self.scaled.amount_scale.clone());
        Some(Price { slope, to: piece.to.and_then(|to| to.over(&unit)) })
    }

    /// The bound at which a whole column stays in every plan that costs at most `gap` more than the least;
    /// nothing where it may leave it.
    #[must_use]
    pub fn keeps(&mut self, column: usize, gap: &Number) -> Option<Number> {
        let (reduced, bound) = self.tier.ask(&self.scaled, &Reduced { column })?;
        (reduced.over(&self.scaled.cost_scale)? > *gap).then_some(bound)
    }

    /// By how much the cost of a column can fall and rise until the plan found is a best one no longer;
    /// nothing is no end.
    #[must_use]
    pub fn cost_range(&mut self, column: usize) -> (Option<Number>, Option<Number>) {
        let mut end = |grows: bool| {
            let turning = Turning { variable: column, grows, first: true, until: None };
            let course = self.tier.ask(&self.scaled, &turning);
            let to =
                course.pieces.last().map_or_else(|| Some(Number::zero()), |piece| piece.to.clone());
            to.and_then(|to| to.over(&self.scaled.cost_scale))
        };
        (end(false), end(true))
    }

    /// The least cost as a function of how much more (less) the amount of a limit is, up to so much; and
    /// whether there is no plan beyond the last piece.
    #[must_use]
    pub fn along_amount(&mut self, row: usize, up: bool, until: &Number) -> (Vec<Straight>, bool) {
        let Some(unit) = self.row_unit(row) else { return (Vec::new(), false) };
        let until = until * &unit;
        let Some(course) = self.row_course(row, up, false, Some(until)) else {
            return (Vec::new(), false);
        };
        let slope = |slope: &Number| self.row_slope(row, slope).unwrap_or_default();
        self.straight(&course, &unit, &slope)
    }

    /// The same for the least (or the most) of a column.
    #[must_use]
    pub fn along_bound(
        &mut self,
        column: usize,
        most: bool,
        up: bool,
        until: &Number,
    ) -> (Vec<Straight>, bool) {
        let unit = Number::of_long(self.scaled.amount_scale.clone());
        let rate = if up { 1 } else { -1 };
        let (least_rate, most_rate) = if most { (0, rate) } else { (rate, 0) };
        let until = Some(until * &unit);
        let along = Along { variable: column, least_rate, most_rate, first: false, until };
        let course = self.tier.ask(&self.scaled, &along);
        let slope = |slope: &Number| slope.over(&self.scaled.cost_scale).unwrap_or_default();
        self.straight(&course, &unit, &slope)
    }

    /// The same for the cost of a column; beyond the last piece costs can fall for ever.
    #[must_use]
    pub fn along_cost(&mut self, column: usize, up: bool, until: &Number) -> (Vec<Straight>, bool) {
        let unit = self.scaled.cost_scale.clone();
        let until = Some(until * &unit);
        let turning = Turning { variable: column, grows: up, first: false, until };
        let course = self.tier.ask(&self.scaled, &turning);
        let amount = Number::of_long(self.scaled.amount_scale.clone());
        let slope = |slope: &Number| slope.over(&amount).unwrap_or_default();
        self.straight(&course, &unit, &slope)
    }

    fn straight(
        &self,
        course: &Course,
        unit: &Number,
        slope: &dyn Fn(&Number) -> Number,
    ) -> (Vec<Straight>, bool) {
        let mut from = Number::zero();
        let mut pieces = Vec::with_capacity(course.pieces.len());
        for piece in &course.pieces {
            let to = piece.to.as_ref().and_then(|to| to.over(unit));
            let next = to.clone().unwrap_or_default();
            let from = std::mem::replace(&mut from, next);
            let basis = self.members(&piece.basic);
            pieces.push(Straight { from, to, slope: slope(&piece.slope), basis });
        }
        (pieces, course.ends)
    }

    fn row_course(
        &mut self,
        row: usize,
        up: bool,
        first: bool,
        until: Option<Number>,
    ) -> Option<Course> {
        let (least, most) = self.scaled.bounds.get(self.scaled.columns() + row)?;
        // More of an amount is a slack's bound that falls.
        let rate = if up { -1 } else { 1 };
        let along = Along {
            variable: self.scaled.columns() + row,
            least_rate: if least.is_some() { rate } else { 0 },
            most_rate: if most.is_some() { rate } else { 0 },
            first,
            until,
        };
        Some(self.tier.ask(&self.scaled, &along))
    }

    pub(super) fn scaled(&self) -> &Scaled {
        &self.scaled
    }

    /// Whether some least is above its most.
    pub(super) fn is_crossed(&self) -> bool {
        self.is_crossed
    }

    /// Asks the tableau, at whatever basis it is.
    pub(super) fn ask<Q: Question>(&mut self, question: &Q) -> Q::Reply {
        self.tier.ask(&self.scaled, question)
    }

    /// Changes the tableau; what it stands at then is for who changes it to say.
    pub(super) fn change<C: Change>(&mut self, change: &C) -> C::Reply {
        self.tier.change(&self.scaled, change)
    }

    pub(super) fn put_standing(&mut self, standing: Standing) {
        self.standing = standing;
    }

    /// Units of the tableau for one of a limit.
    pub(super) fn row_unit(&self, row: usize) -> Option<Number> {
        let scale = self.scaled.row_scales.get(row)?;
        Some(scale * &Number::of_long(self.scaled.amount_scale.clone()))
    }

    fn row_slope(&self, row: usize, slope: &Number) -> Option<Number> {
        (slope * self.scaled.row_scales.get(row)?).over(&self.scaled.cost_scale)
    }
}

/// The amounts of all columns.
pub(super) struct Plan;

impl Question for Plan {
    type Reply = Vec<Number>;

    fn ask<T: Entry>(
        &self,
        tableau: &Tableau<T>,
        scaled: &Scaled,
    ) -> Result<Vec<Number>, Overflow> {
        let scale = tableau.scale.to_long();
        let amount = |column: usize| Ok(scaled.amount(tableau.value(column)?.to_long(), &scale));
        (0..scaled.columns()).map(amount).collect()
    }
}

/// What a column that stands at a bound costs per unit away from it, in units of the tableau; and the bound.
struct Reduced {
    column: usize,
}

impl Question for Reduced {
    type Reply = Option<(Number, Number)>;

    fn ask<T: Entry>(
        &self,
        tableau: &Tableau<T>,
        scaled: &Scaled,
    ) -> Result<Self::Reply, Overflow> {
        let Place::Column(place) = tableau.place[self.column] else { return Ok(None) };
        let scale = tableau.scale.to_long();
        let reduced = tableau.reduced()[place].magnitude().to_long();
        let bound = scaled.amount(tableau.value(self.column)?.to_long(), &scale);
        Ok(Number::of_parts(reduced, scale).map(|reduced| (reduced, bound)))
    }
}

/// Which variables cannot keep their bounds together.
struct Blame;

impl Question for Blame {
    type Reply = Vec<usize>;

    fn ask<T: Entry>(&self, tableau: &Tableau<T>, _: &Scaled) -> Result<Vec<usize>, Overflow> {
        tableau.blamed()
    }
}

/// How all columns change while the variable of one leaves its bound.
struct Ray {
    column: usize,
}

impl Question for Ray {
    type Reply = Vec<Number>;

    fn ask<T: Entry>(
        &self,
        tableau: &Tableau<T>,
        scaled: &Scaled,
    ) -> Result<Vec<Number>, Overflow> {
        let enters = tableau.outside[self.column];
        let down = tableau.at_most[enters];
        let scale = tableau.scale.to_long();
        let rate = |variable: usize| {
            let rate = match tableau.place[variable] {
                Place::Row(row) => tableau.entry(row, self.column).negated().to_long(),
                Place::Column(column) if column == self.column => scale.clone(),
                Place::Column(_) => BigInt::default(),
            };
            let rate = Number::of_parts(rate, scale.clone()).unwrap_or_default();
            if down { -rate } else { rate }
        };
        let rates: Vec<Number> = (0..scaled.columns()).map(rate).collect();
        let first = rates.iter().find(|rate| !rate.is_zero()).map(Number::abs);
        let first = first.unwrap_or_else(Number::one);
        Ok(rates.iter().map(|rate| rate.over(&first).unwrap_or_default()).collect())
    }
}
