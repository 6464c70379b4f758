//! The answer to a sheet. Fields are named as in the JSON of the command line; nothing is null there.

use super::check::Place;
use super::exact::{Number, Sense};
use crate::blueprint::sheets::{Purpose, Sheet};

/// How solving a sheet ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The plan is the best there is.
    Optimal,
    /// There is no plan.
    Infeasible,
    /// There are plans, as good as anybody likes.
    Unbounded,
    /// The search stopped after its nodes: the best so far, and a bound.
    Limit,
}

/// What comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The name of the sheet.
    pub sheet: String,
    /// What it is for.
    pub purpose: Purpose,
    /// How it ended.
    pub status: Status,
    /// The value of the plan: profit or cost.
    pub value: Option<Number>,
    /// No plan has a better value; other than the value only where the search stopped.
    pub bound: Option<Number>,
    /// The best value if amounts need not be whole; only where they need.
    pub relaxation: Option<Number>,
    /// Whether no other plan is as good; nothing where that was not found out.
    pub unique: Option<bool>,
    /// Names of the amounts and limits that are basic, of several bases one; empty for whole amounts.
    pub basis: Vec<String>,
    /// The items, in their order.
    pub items: Vec<ItemAnswer>,
    /// Limits, then count and total; or supplies, then demands.
    pub limits: Vec<LimitAnswer>,
    /// The ways, row by row.
    pub ways: Vec<WayAnswer>,
    /// Of two items: the corners of the region anticlockwise from the origin, with what they are worth.
    pub corners: Vec<Corner>,
    /// Without a plan: a minimal set of what cannot hold together, in the order of the sheet.
    pub conflict: Vec<String>,
    /// Where these stand, for who words them: limits, count, total, rules, supplies, demands; then least and most
    /// of items.
    pub conflict_places: Vec<Place>,
    /// Whether no smaller set was left to be looked for: for whole amounts a search may stop before.
    pub is_conflict_minimal: bool,
    /// Without a plan: for each limit the nearest amount that alone would repair everything; then the same of the
    /// least and most of items that are a part of the conflict.
    pub repairs: Vec<Repair>,
    /// Without a best plan: what goes on for ever.
    pub ray: Vec<RayPart>,
}

impl Answer {
    /// The same beside another version of its sheet: each part beside what has its name there; nothing where no
    /// item, or no way, has one of its names.
    #[must_use]
    pub fn fitted(&self, sheet: &Sheet) -> Option<Self> {
        let mut fitted = self.clone();
        let items = sheet.items.iter().filter(|item| !item.is_hidden);
        let item = |own: &crate::blueprint::sheets::Item| {
            let known = self.items.iter().find(|item| item.name == own.name);
            known
                .cloned()
                .unwrap_or_else(|| ItemAnswer { name: own.name.clone(), ..ItemAnswer::default() })
        };
        fitted.items =
            if sheet.purpose.has_ways() { Vec::new() } else { items.map(item).collect() };
        let places = |limit: &LimitAnswer| match limit.place {
            Place::LimitAmount(_) => {
                let at = sheet.limits.iter().position(|own| own.name == limit.name);
                at.map(Place::LimitAmount)
            }
            Place::Supply(_) => {
                sheet.from.iter().position(|own| own.name == limit.name).map(Place::Supply)
            }
            Place::Demand(_) => {
                sheet.to.iter().position(|own| own.name == limit.name).map(Place::Demand)
            }
            place => Some(place),
        };
        fitted.limits.retain_mut(|limit| {
            let place = places(limit);
            limit.place = place.unwrap_or(limit.place);
            place.is_some()
        });
        // Of two items that there are no longer nothing is drawn.
        if sheet.items.len() != self.items.len() {
            fitted.corners.clear();
        }
        let is_known =
            |name: &String, known: &[ItemAnswer]| known.iter().any(|it| it.name == *name);
        let fits = if sheet.purpose.has_ways() {
            fitted.ways.retain(|way| {
                sheet.from.iter().any(|end| end.name == way.from)
                    && sheet.to.iter().any(|end| end.name == way.to)
            });
            !fitted.ways.is_empty()
        } else {
            fitted.items.iter().any(|item| is_known(&item.name, &self.items))
        };
        fits.then_some(fitted)
    }
}

/// What comes out of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemAnswer {
    /// Its name.
    pub name: String,
    /// How much of it.
    pub amount: Option<Number>,
    /// The least over all best plans; nothing where that was not found out.
    pub least_optimal: Option<Number>,
    /// The most over all best plans; nothing is no end, or not found out.
    pub most_optimal: Option<Number>,
    /// Whether that most is no end.
    pub is_most_endless: bool,
    /// What the value loses per unit that is forced in beyond its least, never below 0: 0 where the plan has
    /// more than the least. Nothing where no more can be, and for whole amounts.
    pub reduced_cost: Option<Number>,
    /// The least worth with which the plan stays a best one; nothing is no end, and for whole amounts.
    pub worth_from: Option<Number>,
    /// The most such worth.
    pub worth_to: Option<Number>,
}

/// What comes out of a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitAnswer {
    /// Its name.
    pub name: String,
    /// Where its amount stands.
    pub place: Place,
    /// Which way it holds.
    pub sense: Sense,
    /// Its amount.
    pub amount: Number,
    /// What the plan uses; of a limit that is a share, the share.
    pub used: Option<Number>,
    /// How far that is from the amount, never below 0.
    pub left: Option<Number>,
    /// Whether nothing is left.
    pub binding: Option<bool>,
    /// The slope of the value while the amount grows; nothing where there is no plan then.
    pub price_more: Option<Number>,
    /// The amount at which that slope changes or beyond which there is no plan; nothing where neither is. Of a
    /// limit that is a share, the excess.
    pub to: Option<Number>,
    /// The slope of the value below the amount: what one unit less changes, with the other sign.
    pub price_less: Option<Number>,
    /// The amount down to which it holds.
    pub from: Option<Number>,
    /// Whole amounts: the value with one more.
    pub value_one_more: Option<Number>,
    /// Whole amounts: the value with one less.
    pub value_one_less: Option<Number>,
    /// Whole amounts: that there is no plan with one more.
    pub no_plan_one_more: bool,
    /// Whole amounts: that there is no plan with one less.
    pub no_plan_one_less: bool,
}

/// What comes out of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayAnswer {
    /// From where.
    pub from: String,
    /// To where.
    pub to: String,
    /// How much.
    pub amount: Option<Number>,
    /// What the value loses per unit forced in, never below 0.
    pub reduced_cost: Option<Number>,
}

/// A corner of the region of two items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corner {
    /// The amounts of both.
    pub amounts: [Number; 2],
    /// What that is worth.
    pub value: Number,
}

/// An amount that would repair everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The limit.
    pub limit: String,
    /// Where its amount stands.
    pub place: Place,
    /// Its nearest amount; nothing where no amount of it helps.
    pub amount: Option<Number>,
}

/// A part of what goes on for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RayPart {
    /// The item, or the way as `from → to`.
    pub item: String,
    /// How fast, where the first goes by 1.
    pub rate: Number,
}
