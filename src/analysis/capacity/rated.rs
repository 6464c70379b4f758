//! Capacity: what each pool offers against the work that only it can do.

use std::cell::RefCell;

use super::loads::{Block, Load, Supply, WorkSum};
use super::near::{CAPACITY_DUST, is_near};
use super::sharing::{Amounts, Division, Sharing};
use crate::analysis::result::Pool;
use crate::blueprint::{Role, StepId};
use crate::process::{NumberLists, sum_of};

/// Roles of a pool of which more units are tried, to find one that reaches the next limit.
const MOST_TRIED: usize = 12;

/// A pool of a block and the bound it puts on the service.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::analysis) struct Bound {
    pub(in crate::analysis) pool: Pool,
    /// Its positions in [`Supply::Roles`].
    pub(in crate::analysis) roles: Vec<usize>,
    pub(in crate::analysis) offer: f64,
    pub(in crate::analysis) work_s: f64,
    /// Customers per second; infinite without work.
    pub(in crate::analysis) per_s: f64,
    /// The steps that load it, in document order.
    pub(in crate::analysis) steps: Vec<StepWork>,
}

/// What a step brings a pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::analysis) struct StepWork {
    pub(in crate::analysis) step: StepId,
    /// The position of the step in document order.
    pub(in crate::analysis) position: usize,
    /// Seconds of units' time per customer.
    pub(in crate::analysis) work_s: f64,
}

/// What a block can serve at most.
///
/// The minimum over all sets of its roles of offer ÷ work that only they can do, which equals the
/// linear programme over who does what ([`super::sharing`]). Of work that takes k units at once, no
/// more than ⌊units ÷ k⌋ can go on side by side; that is held for every set that some need names.
#[derive(Debug)]
pub(in crate::analysis) struct Rated {
    /// Customers per second; infinite without work.
    pub(in crate::analysis) per_s: f64,
    /// For roles that stand in for each other.
    shared: Option<Shared>,
}

#[derive(Debug)]
struct Shared {
    sharing: Sharing,
    amounts: Amounts,
    /// Room for amounts that are tried.
    tried: RefCell<Amounts>,
    division: Division,
    /// The smallest sets of roles that limit the division.
    tightest: Vec<Vec<usize>>,
    /// The sums of the block by the first of their roles.
    sums_by_first: NumberLists,
    /// Whether some work takes several units at once.
    counted: bool,
}

impl Block {
    /// What the block can serve at most.
    ///
    /// Linear for a single role or place. For V roles and kinds of work with E alternatives between
    /// them a few maximum flows, O(V²E) each at worst and near-linear in practice.
    pub(in crate::analysis) fn rated(&self) -> Rated {
        let roles = self.role_count();
        if roles < 2 {
            let per_s = rate_of(&[0], &self.supply, &self.sums.iter().map(Work::of)).1;
            return Rated { per_s, shared: None };
        }
        let sharing = Sharing::new(roles, self.sums.iter().map(|sum| sum.roles.as_slice()));
        let amounts = Amounts {
            offers: (0..roles).map(|role| self.supply.units(&[role]).1).collect(),
            works: self.sums.iter().map(|sum| sum.work_s).collect(),
        };
        let division = sharing.divide(&amounts);
        let by_first: Vec<(usize, usize)> = (self.sums.iter().enumerate())
            .filter_map(|(at, sum)| Some((*sum.roles.first()?, at)))
            .collect();
        let shared = Shared {
            tightest: sharing.tightest(&amounts, &division),
            sharing,
            tried: RefCell::new(amounts.clone()),
            amounts,
            division,
            sums_by_first: NumberLists::of(roles, &by_first),
            counted: self.sums.iter().any(|sum| sum.count > 1),
        };
        let per_s = shared.division.per_s.min(shared.side_by_side(self, &self.supply, &[]));
        Rated { per_s, shared: Some(shared) }
    }

    fn role_count(&self) -> usize {
        if let Supply::Roles(units) = &self.supply { units.len() } else { 0 }
    }

    /// The distinct sets that needs name, in order of first use; places and servers have one.
    fn named_sets(&self) -> impl Iterator<Item = &[usize]> {
        self.sums.iter().filter(|sum| sum.first_of_set).map(|sum| sum.roles.as_slice())
    }

    /// How many more units, of those it has on average, a pool of this block would need at least to
    /// serve so many customers per second; a whole number.
    fn least_units(&self, bound: &Bound, per_s: f64) -> f64 {
        let (heads, offer) = self.supply.units(&bound.roles);
        let there = offer / heads.max(1.0);
        let whole = |units: f64| (units * (1.0 - CAPACITY_DUST)).ceil();
        let mut needed = whole(per_s * bound.work_s / there);
        let own = self.sums.iter().filter(|sum| is_within(&sum.roles, &bound.roles));
        for count in own.clone().map(|sum| sum.count).filter(|count| *count > 1) {
            let side_by_side = whole(per_s * busy_s(own.clone().map(Work::of), count));
            needed = needed.max(side_by_side * f64::from(count));
        }
        (needed - heads).max(0.0)
    }

    /// The pools that limit the block to a rate.
    fn binding(&self, rated: &Rated, limit: f64) -> Vec<Bound> {
        let bounds = rated.bounds_alone(self, limit).into_iter();
        bounds.filter(|bound| is_near(bound.per_s, limit)).collect()
    }

    /// The block without some of its roles and the work that they can do, added up only; `None` if
    /// nothing is left.
    fn without(&self, lifted: &[usize]) -> Option<Self> {
        let stays = |roles: &[usize]| !roles.iter().any(|role| lifted.contains(role));
        let sums: Vec<WorkSum> =
            self.sums.iter().filter(|sum| stays(&sum.roles)).cloned().collect();
        (!sums.is_empty()).then(|| Self {
            supply: self.supply.clone(),
            loads: Vec::new(),
            sums,
            needed: self.needed.clone(),
            several_needs: self.several_needs,
            lacks: self.lacks.clone(),
        })
    }

    /// The block if the pools that limit it as tightly as `limit` had no limit; `None` if nothing
    /// would then limit it.
    pub(in crate::analysis) fn lifted(&self, rated: &Rated, limit: f64) -> Option<Self> {
        if self.role_count() < 2 {
            return None;
        }
        let binding = self.binding(rated, limit).into_iter();
        let lifted: Vec<usize> = binding.flat_map(|bound| bound.roles).collect();
        self.without(&lifted)
    }
}

/// What there is to do, so many units at once.
#[derive(Clone, Copy, Debug)]
struct Work {
    count: u32,
    /// Seconds of units' time per customer.
    work_s: f64,
}

impl Work {
    fn of(sum: &WorkSum) -> Self {
        Self { count: sum.count, work_s: sum.work_s }
    }

    /// The work of a sum at this position, of which some are so much less.
    fn shortened((at, sum): (usize, &WorkSum), less: &[(usize, f64)]) -> Self {
        let own = less.iter().filter(|(other, _)| *other == at);
        let work_s = own.fold(sum.work_s, |work_s, (_, less_s)| (work_s - less_s).max(0.0));
        Self { count: sum.count, work_s }
    }
}

/// The seconds of this work, which only a set of roles can do, and the customers per second that
/// the set can serve.
fn rate_of(
    set: &[usize],
    supply: &Supply,
    own: &(impl Iterator<Item = Work> + Clone),
) -> (f64, f64) {
    let (_, offer) = supply.units(set);
    let work_s = sum_of(own.clone().map(|work| work.work_s));
    let mut per_s = if work_s > 0.0 { offer / work_s } else { f64::INFINITY };
    for count in own.clone().map(|work| work.count).filter(|count| *count > 1) {
        // Whoever is absent may be so at different times, so that this bound is without absence.
        let side_by_side = (supply.heads(set) / u64::from(count)) as f64;
        let busy_s = busy_s(own.clone(), count);
        if busy_s > 0.0 {
            per_s = per_s.min(side_by_side / busy_s);
        }
    }
    (work_s, per_s)
}

/// Seconds per customer during which work goes on that takes so many units at once, or more.
fn busy_s(own: impl Iterator<Item = Work>, count: u32) -> f64 {
    let of_teams = own.filter(|work| work.count >= count);
    sum_of(of_teams.map(|work| work.work_s / f64::from(work.count)))
}

impl Rated {
    /// Whether it is what limits the service to a rate.
    pub(in crate::analysis) fn binds(&self, limit: f64) -> bool {
        is_near(self.per_s, limit)
    }

    /// The least units of a role or place that lift a block from the rate that it limits the service
    /// to as far as another; `None` if no single one does.
    pub(in crate::analysis) fn units_to_reach(
        &self,
        block: &Block,
        limit: f64,
        next: f64,
    ) -> Option<(Pool, u32)> {
        let binding = block.binding(self, limit);
        // Of several sets, no role is in all.
        let [bound] = binding.as_slice() else { return None };
        let units = block.least_units(bound, next);
        let (heads, _) = block.supply.units(&bound.roles);
        if heads + units > f64::from(Role::MOST) {
            return None;
        }
        // A whole number within bounds.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let units = units as u32;
        if self.shared.is_none() {
            return Some((bound.pool.clone(), units));
        }
        let reaches = |role: &&usize| {
            block.supply.with_more(**role, units).is_some_and(|supply| {
                self.with_supply(block, &supply, **role, next) >= next * (1.0 - CAPACITY_DUST)
            })
        };
        let role = bound.roles.iter().take(MOST_TRIED).find(reaches)?;
        Some((block.supply.pool(&[*role]), units))
    }

    /// Whether the block reaches a rate with the work of the pools that limit it cut in proportion.
    pub(in crate::analysis) fn less_reaches(&self, block: &Block, limit: f64, next: f64) -> bool {
        if self.shared.is_none() {
            return true;
        }
        let binding = block.binding(self, limit);
        let is_cut = |sum: &WorkSum| binding.iter().any(|b| is_within(&sum.roles, &b.roles));
        let sums = block.sums.iter().enumerate().filter(|(_, sum)| is_cut(sum));
        let less: Vec<(usize, f64)> =
            sums.map(|(at, sum)| (at, sum.work_s * (1.0 - limit / next))).collect();
        self.with_less_work(block, &less) >= next * (1.0 - CAPACITY_DUST)
    }

    /// The pools that describe the block: one for each set of roles that some need names, and the
    /// other smallest sets that limit it as tightly as `limit`.
    ///
    /// For each set, looks at the work and the loads that begin with one of its roles.
    pub(in crate::analysis) fn bounds(&self, block: &Block, limit: f64) -> Vec<Bound> {
        let mut bounds = self.bounds_alone(block, limit);
        if self.shared.is_none() {
            for bound in &mut bounds {
                bound.steps = work_by_step(block.loads.iter());
            }
            return bounds;
        }
        let by_first: Vec<(usize, usize)> = (block.loads.iter().enumerate())
            .filter_map(|(at, load)| Some((*load.roles.first()?, at)))
            .collect();
        let loads_by_first = NumberLists::of(block.role_count(), &by_first);
        let mut loads: Vec<usize> = Vec::new();
        for bound in &mut bounds {
            let set = &bound.roles;
            loads.clear();
            loads.extend(set.iter().flat_map(|role| loads_by_first.list(*role)));
            if set.len() > 1 {
                loads.sort_unstable();
            }
            let own = loads.iter().map(|at| &block.loads[*at]).filter(|l| is_within(&l.roles, set));
            bound.steps = work_by_step(own);
        }
        bounds
    }

    /// [`Rated::bounds`] without the steps that load them: linear in the sums of the block.
    pub(in crate::analysis) fn bounds_alone(&self, block: &Block, limit: f64) -> Vec<Bound> {
        let Some(shared) = &self.shared else {
            if block.sums.is_empty() {
                return Vec::new();
            }
            let set: Vec<usize> = (0..block.role_count()).collect();
            let rate = rate_of(&set, &block.supply, &block.sums.iter().map(Work::of));
            return vec![Self::bound(block, set, rate)];
        };
        let bound = |set: &[usize]| {
            let own = shared.own(set, block).map(|at| Work::of(&block.sums[at]));
            let rate = rate_of(set, &block.supply, &own);
            Self::bound(block, set.to_vec(), rate)
        };
        let mut bounds: Vec<Bound> = block.named_sets().map(bound).collect();
        if is_near(shared.division.per_s, limit) {
            let named: Vec<Vec<usize>> = bounds
                .iter()
                .filter(|bound| is_near(bound.per_s, limit))
                .map(|bound| bound.roles.clone())
                .collect();
            for set in &shared.tightest {
                if !named.iter().any(|smaller| is_within(smaller, set)) {
                    // What several units at once need is held for the sets that needs name alone.
                    bounds.push(Bound { per_s: shared.division.per_s, ..bound(set) });
                }
            }
        }
        bounds
    }

    fn bound(block: &Block, roles: Vec<usize>, (work_s, per_s): (f64, f64)) -> Bound {
        let (_, offer) = block.supply.units(&roles);
        let (pool, steps) = (block.supply.pool(&roles), Vec::new());
        Bound { pool, roles, offer, work_s, per_s, steps }
    }

    /// What the block could serve with another supply of the same roles, of which only one changed;
    /// where that is more than `enough`, perhaps only so much.
    pub(in crate::analysis) fn with_supply(
        &self,
        block: &Block,
        supply: &Supply,
        changed: usize,
        enough: f64,
    ) -> f64 {
        let Some(shared) = &self.shared else {
            return rate_of(&[0], supply, &block.sums.iter().map(Work::of)).1;
        };
        let (_, before) = block.supply.units(&[changed]);
        let (_, after) = supply.units(&[changed]);
        let per_s = if after >= before && !shared.limits(changed)
            || shared.spares(changed, before - after, 1.0) && after < before
        {
            shared.division.per_s
        } else if after < before
            && enough < shared.division.per_s
            && shared.spares(changed, before - after, enough / shared.division.per_s)
        {
            enough
        } else {
            shared.divide_again(|amounts| amounts.offers[changed] = after)
        };
        per_s.min(shared.side_by_side(block, supply, &[]))
    }

    /// What the block could serve if some of its sums were so much less work.
    pub(in crate::analysis) fn with_less_work(&self, block: &Block, less: &[(usize, f64)]) -> f64 {
        let Some(shared) = &self.shared else {
            let all = block.sums.iter().enumerate().map(|sum| Work::shortened(sum, less));
            return rate_of(&[0], &block.supply, &all).1;
        };
        let sums = &block.sums;
        let touches = |set: &Vec<usize>| less.iter().any(|(s, _)| is_within(&sums[*s].roles, set));
        let per_s = if shared.tightest.iter().all(touches) {
            shared.divide_again(|amounts| {
                for (sum, less_s) in less {
                    let work_s = &mut amounts.works[*sum];
                    *work_s = (*work_s - less_s).max(0.0);
                }
            })
        } else {
            shared.division.per_s
        };
        per_s.min(shared.side_by_side(block, &block.supply, less))
    }
}

impl Shared {
    /// The highest rate if a change is made to the amounts.
    fn divide_again(&self, change: impl FnOnce(&mut Amounts)) -> f64 {
        let tried = &mut *self.tried.borrow_mut();
        tried.offers.clone_from(&self.amounts.offers);
        tried.works.clone_from(&self.amounts.works);
        change(tried);
        self.sharing.divide_again(tried, &self.division)
    }

    /// Whether a part of what the division serves still fits, if a role offers so much less.
    fn spares(&self, role: usize, less: f64, part: f64) -> bool {
        self.sharing.spares(&self.amounts, &self.division, role, less, part)
    }

    /// Whether a role belongs to every set that limits the division: else the others limit on.
    fn limits(&self, role: usize) -> bool {
        self.tightest.iter().all(|set| set.contains(&role))
    }

    /// The positions of the sums that only a set of roles can do.
    fn own<'a>(
        &'a self,
        set: &'a [usize],
        block: &'a Block,
    ) -> impl Iterator<Item = usize> + Clone {
        let begun = set.iter().flat_map(|role| self.sums_by_first.list(*role)).copied();
        begun.filter(|at| is_within(&block.sums[*at].roles, set))
    }

    /// The customers per second for which there are units enough at once, if some sums are so much
    /// less work; infinite where nothing takes more than one.
    fn side_by_side(&self, block: &Block, supply: &Supply, less: &[(usize, f64)]) -> f64 {
        if !self.counted {
            return f64::INFINITY;
        }
        let rates = block.named_sets().map(|set| {
            let own = self.own(set, block).map(|at| Work::shortened((at, &block.sums[at]), less));
            rate_of(set, supply, &own).1
        });
        rates.fold(f64::INFINITY, f64::min)
    }
}

/// The work of some loads by step, in their order, which is that of the document.
fn work_by_step<'a>(loads: impl Iterator<Item = &'a Load>) -> Vec<StepWork> {
    // All that there may be: a list that grows costs more.
    let mut steps: Vec<StepWork> = Vec::with_capacity(loads.size_hint().1.unwrap_or_default());
    for load in loads {
        let work_s = load.work_s();
        match steps.last_mut().filter(|last| last.step == load.step) {
            Some(last) => last.work_s += work_s,
            None => steps.push(StepWork { step: load.step, position: load.position, work_s }),
        }
    }
    steps
}

/// Whether a set of roles lies in another, both ascending. Logarithmic in the larger.
fn is_within(smaller: &[usize], larger: &[usize]) -> bool {
    smaller.len() <= larger.len() && smaller.iter().all(|role| larger.binary_search(role).is_ok())
}
