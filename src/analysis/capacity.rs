//! Capacity: what each pool offers against the work that only it can do.

use rustc_hash::FxHashMap;

use super::bound::BoundReason;
use super::loads::{Block, Loads, Supply, WorkSum};
use super::result::Pool;
use crate::blueprint::{RoleId, StepId};
use crate::process::{Process, Room};

/// Relative difference below which two capacities are equal.
pub(super) const CAPACITY_DUST: f64 = 1e-9;

/// Blocks of more roles than this are bounded rather than solved: sets are enumerated.
const MOST_ENUMERATED: usize = 12;

/// A pool of a block and the bound it puts on the service.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bound {
    pub(super) pool: Pool,
    pub(super) offer: f64,
    pub(super) work_s: f64,
    /// Customers per second; infinite without work.
    pub(super) per_s: f64,
    pub(super) steps: Vec<StepId>,
}

impl Block {
    /// Customers per second that the block can serve at most; infinite without work.
    ///
    /// The minimum over all sets of its roles of offer ÷ work that only they can do, which equals
    /// the linear programme over who does what (max-flow min-cut).
    pub(super) fn per_s(&self) -> f64 {
        per_s(&self.supply, &self.sums)
    }

    /// Whether [`Block::per_s`] looks at every set of roles.
    pub(super) fn is_solved(&self) -> bool {
        role_count(&self.supply) <= MOST_ENUMERATED
    }

    /// The pools that describe the block: one for each set of roles that some need names, and the
    /// other sets that limit it as tightly as `limit` and hold no smaller one that does.
    pub(super) fn bounds(&self, limit: f64) -> Vec<Bound> {
        let sets = pools(&self.sums);
        let mut bounds: Vec<Bound> = sets.iter().map(|set| self.bound(set)).collect();
        let mut binding: Vec<Vec<usize>> = sets
            .into_iter()
            .zip(&bounds)
            .filter(|(_, bound)| is_near(bound.per_s, limit))
            .map(|(set, _)| set)
            .collect();
        let mut others: Vec<Vec<usize>> = enumerated(&self.supply, &self.sums)
            .into_iter()
            .filter(|(_, per_s)| is_near(*per_s, limit))
            .map(|(set, _)| set)
            .collect();
        others.sort_by_key(Vec::len);
        for set in others {
            if !binding.iter().any(|smaller| smaller.iter().all(|role| set.contains(role))) {
                bounds.push(self.bound(&set));
                binding.push(set);
            }
        }
        bounds
    }

    fn bound(&self, set: &[usize]) -> Bound {
        let within = |roles: &[usize]| roles.iter().all(|role| set.contains(role));
        let mut steps: Vec<StepId> =
            self.loads.iter().filter(|l| within(&l.roles)).map(|load| load.step).collect();
        steps.dedup();
        let (_, offer) = self.supply.units(set);
        let (work_s, per_s) = rate_of(&self.supply, &self.sums, set);
        Bound { pool: self.supply.pool(set), offer, work_s, per_s, steps }
    }
}

/// Customers per second that a supply can serve at most; see [`Block::per_s`].
pub(super) fn per_s(supply: &Supply, sums: &[WorkSum]) -> f64 {
    let closed = pools(sums).into_iter().map(|set| rate_of(supply, sums, &set).1);
    let closed = closed.fold(f64::INFINITY, f64::min);
    enumerated(supply, sums).into_iter().map(|(_, per_s)| per_s).fold(closed, f64::min)
}

fn role_count(supply: &Supply) -> usize {
    if let Supply::Roles(units) = supply { units.len() } else { 0 }
}

/// The distinct sets that needs name, in order of first use; places and servers have one.
fn pools(sums: &[WorkSum]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for sum in sums {
        if !sets.contains(&sum.roles) {
            sets.push(sum.roles.clone());
        }
    }
    sets
}

/// Every set of roles with the bound by its sum of work, if there are several but not too many.
fn enumerated(supply: &Supply, sums: &[WorkSum]) -> Vec<(Vec<usize>, f64)> {
    let roles = role_count(supply);
    if !(2..=MOST_ENUMERATED).contains(&roles) {
        return Vec::new();
    }
    let mut work = vec![0.0; 1 << roles];
    for sum in sums {
        let set = sum.roles.iter().fold(0_usize, |set, role| set | 1 << role);
        work[set] += sum.work_s;
    }
    // Sum over subsets, one role at a time (Yates 1937).
    for role in 0..roles {
        for set in 0..work.len() {
            if set >> role & 1 == 1 {
                work[set] += work[set & !(1 << role)];
            }
        }
    }
    (1..work.len())
        .map(|set| {
            let members: Vec<usize> = (0..roles).filter(|role| set >> role & 1 == 1).collect();
            let (_, offer) = supply.units(&members);
            let per_s = if work[set] > 0.0 { offer / work[set] } else { f64::INFINITY };
            (members, per_s)
        })
        .collect()
}

/// The work that only a set of roles can do, and the customers per second that they can serve.
fn rate_of(supply: &Supply, sums: &[WorkSum], set: &[usize]) -> (f64, f64) {
    let own: Vec<&WorkSum> =
        sums.iter().filter(|sum| sum.roles.iter().all(|role| set.contains(role))).collect();
    let (heads, offer) = supply.units(set);
    let work_s: f64 = own.iter().map(|sum| sum.work_s).sum();
    let mut per_s = if work_s > 0.0 { offer / work_s } else { f64::INFINITY };
    // Of work that takes k units at once, no more than ⌊heads ÷ k⌋ can go on side by side.
    for count in own.iter().map(|sum| sum.count).filter(|count| *count > 1) {
        let side_by_side = (heads / f64::from(count)).floor() * (offer / heads.max(1.0));
        let busy_s: f64 = own
            .iter()
            .filter(|sum| sum.count >= count)
            .map(|sum| sum.work_s / f64::from(sum.count))
            .sum();
        if busy_s > 0.0 {
            per_s = per_s.min(side_by_side / busy_s);
        }
    }
    (work_s, per_s)
}

/// Whether a rate is the limit, but for rounding.
pub(super) fn is_near(rate: f64, limit: f64) -> bool {
    rate.is_finite() && (rate - limit).abs() <= CAPACITY_DUST * limit.abs()
}

/// What may keep the pools' minimum from being reached; `None` if it is really reached.
///
/// Exact if the sets of pools that moments need at once are nested or disjoint and nobody needs
/// more than one unit (Gurvich & Van Mieghem 2015, "Collaboration and multitasking in networks").
/// Kept units, and waiting room that can fill up, make it a bound as well.
pub(super) fn bound(process: &Process, loads: &Loads) -> Option<BoundReason> {
    if !loads.blocks.iter().all(Block::is_solved) {
        return Some(BoundReason::ManyAlternatives);
    }
    let mut sets: Vec<Vec<Element>> = Vec::new();
    for moment in &process.moments {
        if !moment.is_reached() || moment.visits == Some(0.0) {
            continue;
        }
        let mut set = Vec::new();
        for activity in &moment.activities {
            if activity.room == (Room::Waiting { limited: true }) {
                return Some(BoundReason::WaitingRoom);
            }
            for claim in &activity.claims {
                if claim.count > 1 || claim.keep {
                    let kept = claim.keep;
                    return Some(if kept { BoundReason::Kept } else { BoundReason::SeveralAtOnce });
                }
                set.extend(claim.roles.iter().map(|role| Element::Role(*role)));
            }
            if matches!(activity.room, Room::Places(_) | Room::OneServer) {
                set.push(Element::Own(activity.step));
            }
        }
        let needed = set.len();
        set.sort_unstable();
        set.dedup();
        if set.len() < needed {
            // The same role twice at once is a count above one.
            return Some(BoundReason::SeveralAtOnce);
        }
        let alone = moment.activities.iter().map(|a| a.claims.len()).sum::<usize>() == 1
            && !set.iter().any(|element| matches!(element, Element::Own(_)));
        if set.len() > 1 && !alone {
            sets.push(set);
        }
    }
    (!are_nested(sets)).then_some(BoundReason::Overlap)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Element {
    Role(RoleId),
    Own(StepId),
}

/// Whether any two sets are nested or disjoint: taking the largest first, each must lie wholly in
/// one earlier set or in none. Near-linear in the sum of their sizes.
fn are_nested(mut sets: Vec<Vec<Element>>) -> bool {
    sets.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let mut owner = FxHashMap::default();
    for (index, set) in sets.iter().enumerate() {
        let owners: Vec<Option<usize>> =
            set.iter().map(|element| owner.insert(*element, index)).collect();
        if owners.windows(2).any(|pair| pair[0] != pair[1]) {
            return false;
        }
    }
    true
}
