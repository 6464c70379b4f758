//! Whether what the pools allow is really reached.
//!
//! The smallest ratio of offer to work bounds what a service can do; that it can be reached as well
//! needs a proof. There is one where
//!
//! - every moment holds one pool: whoever is there is busy as long as anybody waits, and who does
//!   what is a linear programme, also if people are there a part of the time only;
//! - or what moments hold at once is held for surely the same time, one unit each of pools that are
//!   always there and leave no choice, in sets that are nested or disjoint. How many of each set go
//!   on side by side is then a point of a polytope whose corners are whole numbers (a laminar family
//!   is totally unimodular: Edmonds & Giles 1977), so that taking turns among the corners reaches it
//!   (Gurvich & Van Mieghem 2015, "Collaboration and multitasking in networks");
//! - or a moment has its pools for itself and times never vary: customers let in at equal
//!   distances never wait.
//!
//! The second proof, and the one of people who stand in for each other, say what the best order of
//! work reaches: whoever lets first come be first served may have somebody idle beside work that
//! lacks somebody else. [`crate::analysis::OrderOfWork`] says what it takes.
//!
//! Pools that nobody ever waits for are left out first: such that every moment that holds one also
//! holds another for surely as long, of which there are no more. When a unit of the other is free,
//! one of these is free as well.

use rustc_hash::{FxHashMap, FxHashSet};

use super::loads::{Loads, holds_longer};
use crate::analysis::result::BoundReason;
use crate::blueprint::{RoleId, Scenario, StepId};
use crate::process::{Activity, Claim, MeetingTree, Moment, OfBranches, Process, Room, Variation};

/// What keeps the capacity from being exact.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::analysis) struct Attained {
    /// The most important reason; `None` where the pools' minimum is really reached.
    pub(in crate::analysis) obstacle: Option<BoundReason>,
    /// Whether customers wait for something while they keep a unit.
    pub(in crate::analysis) waits_while_keeping: bool,
    /// Whether what is needed at once is needed elsewhere as well.
    pub(in crate::analysis) teams_share: bool,
}

/// What a hold takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum What<'a> {
    /// One of these roles.
    Roles(&'a [RoleId]),
    /// A place or the assumed server of a step.
    Own(StepId),
}

impl What<'_> {
    /// Whether the two may take the same unit.
    fn meets(self, other: What) -> bool {
        match (self, other) {
            (Self::Roles(a), What::Roles(b)) => a.iter().any(|role| b.contains(role)),
            (Self::Own(a), What::Own(b)) => a == b,
            _ => false,
        }
    }
}

/// How long a hold lasts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Lasts {
    /// So many seconds, always.
    Fixed(f64),
    /// As long as a random activity of the moment, by its position there.
    Activity(usize),
    /// As long as the longest of several that vary.
    Moment,
}

impl Lasts {
    fn of(moment: &Moment, at: usize) -> Self {
        let activity = &moment.activities[at];
        let hold_s = activity.hold_s();
        if moment.variation == Variation::Fixed || (activity.own_time && activity.scv == 0.0) {
            return Self::Fixed(hold_s.unwrap_or(0.0));
        }
        if activity.own_time {
            return Self::Activity(at);
        }
        if hold_s.is_none_or(|hold| hold == 0.0) {
            return Self::Fixed(0.0);
        }
        let is_timed = |other: &Activity| other.own_time && other.hold_s() > Some(0.0);
        let source = moment.activities.iter().position(is_timed);
        match source.filter(|_| moment.variation == Variation::Random) {
            Some(source) if moment.activities[source].hold_s() == hold_s => Self::Activity(source),
            _ => Self::Moment,
        }
    }

    /// Whether it surely lasts as long as another hold of the same moment, or longer.
    fn covers(self, other: Self) -> bool {
        match (self, other) {
            (Self::Moment, _) => true,
            (Self::Fixed(a), Self::Fixed(b)) => a >= b,
            (a, b) => a == b,
        }
    }
}

/// Units that a moment takes while it lasts.
#[derive(Clone, Copy, Debug)]
struct Hold<'a> {
    what: What<'a>,
    count: u32,
    keep: bool,
    batch: f64,
    lasts: Lasts,
    /// How many there are.
    units: u64,
    /// Whether they are there all the time.
    always: bool,
}

impl<'a> Hold<'a> {
    fn of_claim(scenario: &Scenario, moment: &Moment, at: usize, claim: &'a Claim) -> Self {
        let roles = || claim.roles.iter().filter_map(|id| scenario.roles().get(id));
        Self {
            what: What::Roles(&claim.roles),
            count: claim.count,
            keep: claim.keep,
            batch: moment.activities[at].batch,
            lasts: Lasts::of(moment, at),
            units: roles().map(|role| u64::from(role.heads())).sum(),
            always: roles().all(|role| role.availability.value() >= 1.0),
        }
    }

    fn of_moment(scenario: &'a Scenario, moment: &'a Moment) -> Vec<Self> {
        let mut holds = Vec::new();
        for (at, activity) in moment.activities.iter().enumerate() {
            let claims = activity.claims.iter();
            holds.extend(claims.map(|claim| Self::of_claim(scenario, moment, at, claim)));
            let units = match activity.room {
                Room::Places(count) => u64::from(count),
                Room::OneServer => 1,
                Room::Unlimited | Room::Waiting { .. } => continue,
            };
            holds.push(Self {
                what: What::Own(activity.step),
                count: 1,
                keep: false,
                batch: activity.batch,
                lasts: Lasts::of(moment, at),
                units,
                always: true,
            });
        }
        holds
    }

    /// How many moments can hold it at the same time at most.
    fn most_at_once(&self) -> u64 {
        self.units / u64::from(self.count.max(1))
    }
}

/// Rounds of looking for pools that never block; more would only be needed by long chains of them.
const MOST_ROUNDS: usize = 16;

/// A moment that holds several pools at once.
struct Gathering<'a> {
    moment: usize,
    holds: Vec<Hold<'a>>,
}

/// Finds what keeps the pools' minimum from being reached. Near-linear.
pub(in crate::analysis) fn attained(
    scenario: &Scenario,
    process: &Process,
    loads: &Loads,
) -> Attained {
    let mut found = Found::default();
    let mut gatherings: Vec<Gathering> = Vec::new();
    let mut uses = Uses::default();
    let mut keeps = false;
    for (index, moment) in process.moments.iter().enumerate() {
        if !moment.is_reached() || moment.visits == Some(0.0) {
            continue;
        }
        found.look_at(moment);
        let claims = || moment.activities.iter().flat_map(|activity| &activity.claims);
        keeps |= claims().any(|claim| claim.keep);
        if pools_at_once(moment) < 2 {
            uses.alone.extend(claims().flat_map(|claim| &claim.roles));
            continue;
        }
        for role in claims().flat_map(|claim| &claim.roles) {
            let of_role = uses.of_role.entry(*role).or_default();
            if of_role.last() != Some(&gatherings.len()) {
                of_role.push(gatherings.len());
            }
        }
        gatherings.push(Gathering { moment: index, holds: Hold::of_moment(scenario, moment) });
    }
    leave_out_what_never_blocks(&mut gatherings, &uses);
    found.look_at_gatherings(&gatherings, &uses);
    let teams_share = gatherings.iter().enumerate().any(|(at, gathering)| {
        let is_own = |hold: &Hold| uses.gatherings(hold.what, at).is_some_and(|own| own == [at]);
        gathering.holds.len() > 1 && !gathering.holds.iter().all(is_own)
    });
    let waits_while_keeping = keeps && waits_while_keeping(scenario, process, loads, &gatherings);
    found.note(BoundReason::Kept, waits_while_keeping);
    Attained { obstacle: found.reason, waits_while_keeping, teams_share }
}

/// How many pools a moment takes units of at once.
fn pools_at_once(moment: &Moment) -> usize {
    let of_activity = |activity: &Activity| {
        let room = matches!(activity.room, Room::Places(_) | Room::OneServer);
        activity.claims.len() + usize::from(room)
    };
    moment.activities.iter().map(of_activity).sum()
}

/// Where roles are held.
#[derive(Default)]
struct Uses {
    /// Roles that some moment holds without company.
    alone: FxHashSet<RoleId>,
    /// The gatherings that hold each role, ascending.
    of_role: FxHashMap<RoleId, Vec<usize>>,
}

impl Uses {
    /// The gatherings that hold a unit of a pool, found in one of them; `None` if a moment without
    /// company holds one as well.
    fn gatherings(&self, what: What, found_in: usize) -> Option<Vec<usize>> {
        let What::Roles(roles) = what else { return Some(vec![found_in]) };
        if roles.iter().any(|role| self.alone.contains(role)) {
            return None;
        }
        let mut all: Vec<usize> =
            roles.iter().filter_map(|role| self.of_role.get(role)).flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        Some(all)
    }
}

/// Takes the pools that nobody ever waits for out of the gatherings. Of two that always come
/// together the one that leaves a choice goes first.
fn leave_out_what_never_blocks(gatherings: &mut [Gathering], uses: &Uses) {
    let mut pools: Vec<(What, usize)> = Vec::new();
    let mut known = FxHashSet::default();
    for (at, gathering) in gatherings.iter().enumerate() {
        let own = gathering.holds.iter().map(|hold| hold.what);
        pools.extend(own.filter(|what| known.insert(*what)).map(|what| (what, at)));
    }
    let choices = |(what, _): &(What, usize)| match what {
        What::Roles(roles) => std::cmp::Reverse(roles.len()),
        What::Own(_) => std::cmp::Reverse(1),
    };
    pools.sort_by_key(choices);
    for _ in 0..MOST_ROUNDS {
        let before = pools.len();
        pools.retain(|(what, found_in)| {
            let Some(held_in) = uses.gatherings(*what, *found_in) else { return true };
            if !never_blocks(*what, &held_in, gatherings) {
                return true;
            }
            for at in held_in {
                gatherings[at].holds.retain(|hold| hold.what != *what);
            }
            false
        });
        if pools.len() == before {
            return;
        }
    }
}

/// Whether a unit of a pool is free whenever one of some other pool is, which all these gatherings
/// hold as well. They are all that hold the pool.
fn never_blocks(what: What, held_in: &[usize], gatherings: &[Gathering]) -> bool {
    let own = |at: usize| {
        let mut met = gatherings[at].holds.iter().filter(|hold| hold.what.meets(what));
        let only = met.next().filter(|hold| hold.what == what && hold.always && !hold.keep)?;
        (only.count == 1 && met.next().is_none()).then_some(only)
    };
    let Some(first) = held_in.first() else { return false };
    gatherings[*first].holds.iter().filter(|other| other.what != what).any(|other| {
        held_in.iter().all(|at| {
            let Some(own) = own(*at) else { return false };
            gatherings[*at].holds.iter().any(|hold| {
                hold.what == other.what
                    && hold.lasts.covers(own.lasts)
                    && same(hold.batch, own.batch)
                    && hold.most_at_once() <= own.units
            })
        })
    })
}

/// Whether two numbers are the same number rather than close to each other.
fn same(a: f64, b: f64) -> bool {
    a.total_cmp(&b).is_eq()
}

/// The most important of the reasons found.
#[derive(Default)]
struct Found {
    reason: Option<BoundReason>,
}

impl Found {
    fn note(&mut self, reason: BoundReason, holds: bool) {
        if holds && self.reason.is_none_or(|known| reason < known) {
            self.reason = Some(reason);
        }
    }

    /// What can be told of a moment by itself.
    fn look_at(&mut self, moment: &Moment) {
        for activity in &moment.activities {
            let limited = activity.room == Room::Waiting { limited: true };
            self.note(BoundReason::WaitingRoom, limited);
            let several = activity.claims.iter().any(|claim| claim.count > 1);
            self.note(BoundReason::SeveralAtOnce, several);
            self.note(BoundReason::SeveralVary, holds_longer(moment, activity));
        }
    }

    fn look_at_gatherings(&mut self, gatherings: &[Gathering], uses: &Uses) {
        let mut sets: Vec<Vec<Element>> = Vec::new();
        for (at, Gathering { holds, .. }) in gatherings.iter().enumerate() {
            let Some((first, rest)) = holds.split_first().filter(|(_, rest)| !rest.is_empty())
            else {
                continue;
            };
            let mut set: Vec<Element> =
                holds.iter().flat_map(|hold| Element::of(hold.what)).collect();
            let needed = set.len();
            set.sort_unstable();
            set.dedup();
            // The same role twice at once is a count above one.
            let choice = |hold: &Hold| matches!(hold.what, What::Roles(roles) if roles.len() > 1);
            let chosen = holds.iter().any(choice);
            self.note(BoundReason::SeveralAtOnce, set.len() < needed && !chosen);
            self.note(BoundReason::Choice, chosen);
            self.note(BoundReason::Absent, holds.iter().any(|hold| !hold.always));
            self.note(BoundReason::Batches, rest.iter().any(|hold| !same(hold.batch, first.batch)));
            let unlike = rest.iter().any(|hold| hold.lasts != first.lasts);
            self.note(BoundReason::DifferentTimes, unlike && !is_paced(at, holds, uses));
            sets.push(set);
        }
        self.note(BoundReason::Overlap, !are_nested(sets));
    }
}

/// Whether a moment has all its pools for itself and no time varies.
fn is_paced(at: usize, holds: &[Hold], uses: &Uses) -> bool {
    holds.iter().all(|hold| {
        let own = uses.gatherings(hold.what, at);
        matches!(hold.lasts, Lasts::Fixed(_)) && own.is_some_and(|own| own == [at])
    })
}

/// Whether customers wait for anything while they keep a unit, or it is not known how long they
/// keep it. They do not if each step that needs it after another needs nothing else, and nothing
/// else is needed in between.
fn waits_while_keeping(
    scenario: &Scenario,
    process: &Process,
    loads: &Loads,
    gatherings: &[Gathering],
) -> bool {
    let of_moment: FxHashMap<usize, usize> =
        gatherings.iter().enumerate().map(|(at, gathering)| (gathering.moment, at)).collect();
    let holds = |moment: usize| match of_moment.get(&moment) {
        Some(at) => gatherings[*at].holds.clone(),
        None => Hold::of_moment(scenario, &process.moments[moment]),
    };
    let kept = loads.blocks.iter().flat_map(|block| &block.loads).filter(|load| load.keeps);
    let mut waits = kept.map(|load| {
        let own = holds(load.moment);
        let [own] = own.as_slice() else { return true };
        let passed = || load.kept_through.iter().map(|(moment, _)| *moment);
        let stays = |moment: usize| {
            let lasting = &process.moments[moment];
            pools_at_once(lasting) == 0
                && lasting.variation != Variation::LongestOfSeveral
                && !waits_for_others(lasting)
        };
        if !passed().all(stays) {
            return true;
        }
        std::iter::once(load.moment).chain(passed()).any(|moment| {
            let next = || process.live_flows(moment).filter_map(|arc| arc.to);
            process.is_fork(moment)
                || next().filter(|next| passed().all(|other| other != *next)).any(|next| {
                    let needed = holds(next);
                    let [needed] = needed.as_slice() else { return true };
                    needed.what != own.what
                        || needed.count != own.count
                        || waits_for_others(&process.moments[next])
                })
        })
    });
    waits.any(|waits| waits)
}

/// Whether customers wait at a moment until other branches have come.
fn waits_for_others(moment: &Moment) -> bool {
    let joins = |tree: &MeetingTree, branches: OfBranches<bool>| {
        matches!(tree, MeetingTree::Join { .. }) || branches.into_iter().any(|joins| joins)
    };
    moment.meeting.as_ref().is_some_and(|tree| tree.fold(|_| false, joins))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Element {
    Role(RoleId),
    Own(StepId),
}

impl Element {
    fn of(what: What<'_>) -> impl Iterator<Item = Self> {
        let (roles, own) = match what {
            What::Roles(roles) => (roles, None),
            What::Own(step) => (&[][..], Some(Self::Own(step))),
        };
        roles.iter().map(|role| Self::Role(*role)).chain(own)
    }
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
