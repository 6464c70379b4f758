//! Customers who wait for each other for ever, because each keeps what another waits for.
//!
//! Units that stay with a customer are held while the customer waits for others (hold and wait:
//! Coffman, Elphick & Shoshani 1971). Where all of a role are held by customers who wait for a
//! second, and all of the second by customers who wait for the first, nobody goes on. Reported is
//! only what can come about: the units held must be there at once, and what they are taken together
//! with must not be what is waited for.

use std::collections::VecDeque;

use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::network::{ArcKind, Part, Process};
use super::problem::{Problem, ProblemCode, ProblemPlace};
use crate::blueprint::{RoleId, Scenario, StepId};

/// Moments with what a customer can bring there that are looked at.
const MOST_STATES: usize = 10_000;
/// Ways to close a circle that are tried.
const MOST_TRIES: usize = 10_000;
/// Roles that a circle can have.
const MOST_ROLES: usize = 8;

/// Units that stay with a customer from a moment on.
struct Kept {
    moment: usize,
    /// The roles that they can be of.
    roles: SmallVec<[RoleId; 4]>,
    count: u32,
}

/// A customer who keeps units and waits for more.
struct Wait {
    /// Which of the units held the others depend on.
    item: usize,
    /// All that the customer holds.
    held: Vec<usize>,
    /// The step that asks, for any of which roles, and for how many more.
    step: StepId,
    roles: SmallVec<[RoleId; 4]>,
    count: u32,
}

/// Names the steps at which customers can wait for each other for ever.
pub(super) fn check(scenario: &Scenario, process: &Process, found: &mut Vec<Problem>) {
    let mut kept: Vec<Kept> = Vec::new();
    for (moment, it) in process.moments.iter().enumerate().filter(|(_, it)| it.is_reached()) {
        let claims = it.activities.iter().flat_map(|activity| &activity.claims);
        for claim in claims.filter(|claim| claim.keep) {
            kept.push(Kept { moment, roles: claim.roles.clone(), count: claim.count });
        }
    }
    if kept.is_empty() {
        return;
    }
    let waits = Walk { process, kept: &kept }.waits();
    let mut roles: Vec<RoleId> = kept.iter().flat_map(|kept| kept.roles.iter().copied()).collect();
    roles.sort_by_key(|role| scenario.roles().get_index_of(role));
    roles.dedup();
    let mut named: FxHashSet<RoleId> = FxHashSet::default();
    for role in roles {
        if named.contains(&role) {
            continue;
        }
        let mut circle =
            Circle { scenario, process, kept: &kept, waits: &waits, tries: MOST_TRIES };
        let Some(chosen) = circle.close(&mut vec![(role, None)]) else { continue };
        named.extend(chosen.iter().map(|(role, _)| *role));
        let mut steps: Vec<StepId> = chosen.iter().map(|(_, wait)| waits[*wait].step).collect();
        steps.sort_by_key(|step| scenario.steps().get_index_of(step));
        steps.dedup();
        let Some(first) = steps.first() else { continue };
        let mut problem = Problem::at(ProblemCode::Deadlock, ProblemPlace::Step(*first));
        problem.steps = steps;
        found.push(problem);
    }
}

/// Follows customers with what they keep.
struct Walk<'a> {
    process: &'a Process,
    kept: &'a [Kept],
}

impl Walk<'_> {
    /// Everybody who can wait with units in hand; of a blueprint with too many ways to hold them,
    /// those found first.
    fn waits(&self) -> Vec<Wait> {
        let starts = self.process.arcs.iter().filter(|arc| {
            let to = arc.to.map(|to| self.process.moments[to].part);
            let comes_in = match arc.kind {
                ArcKind::Arrival => true,
                ArcKind::Trigger => to == Some(Part::Triggered),
                ArcKind::Flow => false,
            };
            comes_in && arc.is_live()
        });
        let mut open: VecDeque<(usize, Vec<usize>)> =
            starts.filter_map(|arc| Some((arc.to?, Vec::new()))).collect();
        let mut seen: FxHashSet<(usize, Vec<usize>)> = open.iter().cloned().collect();
        let mut waits = Vec::new();
        while let Some((moment, held)) = open.pop_front() {
            let after = self.pass(moment, &held, &mut waits);
            for to in self.process.live_flows(moment).filter_map(|arc| arc.to) {
                let held = self.taken_along(moment, to, &after);
                if seen.len() < MOST_STATES && seen.insert((to, held.clone())) {
                    open.push_back((to, held));
                }
            }
        }
        waits
    }

    /// What is held after a moment that is reached with something in hand: its needs use that
    /// first, and give back what they do not keep.
    fn pass(&self, moment: usize, held: &[usize], waits: &mut Vec<Wait>) -> Vec<usize> {
        let activities = &self.process.moments[moment].activities;
        let claims = || {
            activities.iter().flat_map(|activity| {
                activity.claims.iter().map(move |claim| (activity.step, claim))
            })
        };
        let meets = |item: usize, roles: &[RoleId]| {
            self.kept[item].roles.iter().any(|role| roles.contains(role))
        };
        for (step, claim) in claims() {
            let brought = held.iter().filter(|item| meets(**item, &claim.roles));
            let brought: u32 = brought.map(|item| self.kept[*item].count).sum();
            let count = claim.count.saturating_sub(brought);
            if count > 0 {
                waits.extend(held.iter().map(|item| Wait {
                    item: *item,
                    held: held.to_vec(),
                    step,
                    roles: claim.roles.clone(),
                    count,
                }));
            }
        }
        let needed = |item: &usize| claims().any(|(_, claim)| meets(*item, &claim.roles));
        let mut after: Vec<usize> = held.iter().copied().filter(|item| !needed(item)).collect();
        let own = self.kept.iter().enumerate().filter(|(_, kept)| kept.moment == moment);
        after.extend(own.map(|(item, _)| item));
        after.sort_unstable();
        after
    }

    /// What of the units held goes along a way. At a fork any branch may use them: whatever another
    /// one needs for itself does not wait for this one.
    fn taken_along(&self, moment: usize, to: usize, held: &[usize]) -> Vec<usize> {
        if held.is_empty() || !self.process.is_fork(moment) {
            return held.to_vec();
        }
        let here = self.ahead(to);
        let others = self.process.live_flows(moment).filter_map(|arc| arc.to);
        let beside: Vec<usize> = others
            .filter(|other| *other != to)
            .flat_map(|other| self.ahead(other))
            .filter(|other| !here.contains(other))
            .collect();
        let used_beside = |item: &usize| {
            let claims = beside.iter().flat_map(|moment| &self.process.moments[*moment].activities);
            let mut roles = claims.flat_map(|activity| &activity.claims).flat_map(|c| &c.roles);
            roles.any(|role| self.kept[*item].roles.contains(role))
        };
        held.iter().copied().filter(|item| !used_beside(item)).collect()
    }

    /// All moments that a way leads to.
    fn ahead(&self, from: usize) -> FxHashSet<usize> {
        let mut seen = FxHashSet::from_iter([from]);
        let mut open = vec![from];
        while let Some(moment) = open.pop() {
            for to in self.process.live_flows(moment).filter_map(|arc| arc.to) {
                if seen.insert(to) {
                    open.push(to);
                }
            }
        }
        seen
    }
}

/// The search for roles each of which is held by customers who wait for others of them.
struct Circle<'a> {
    scenario: &'a Scenario,
    process: &'a Process,
    kept: &'a [Kept],
    waits: &'a [Wait],
    tries: usize,
}

impl Circle<'_> {
    /// Chooses for each role who keeps it and waits, so that nothing outside can set anybody free.
    fn close(&mut self, roles: &mut Vec<(RoleId, Option<usize>)>) -> Option<Vec<(RoleId, usize)>> {
        let Some(open) = roles.iter().position(|(_, wait)| wait.is_none()) else {
            let chosen: Vec<(RoleId, usize)> =
                roles.iter().filter_map(|(role, wait)| Some((*role, (*wait)?))).collect();
            return self.can_be(&chosen).then_some(chosen);
        };
        let (role, _) = roles[open];
        for (at, wait) in self.waits.iter().enumerate() {
            if !self.kept[wait.item].roles.contains(&role) {
                continue;
            }
            self.tries = self.tries.checked_sub(1)?;
            let known = roles.len();
            for other in &wait.roles {
                if roles.iter().all(|(role, _)| role != other) {
                    roles.push((*other, None));
                }
            }
            roles[open].1 = Some(at);
            if roles.len() <= MOST_ROLES
                && let Some(closed) = self.close(roles)
            {
                return Some(closed);
            }
            roles.truncate(known);
            roles[open].1 = None;
        }
        None
    }

    fn heads(&self, role: RoleId) -> u32 {
        self.scenario.roles().get(&role).map_or(0, |role| role.heads())
    }

    /// Whether it can come to that: everybody of the roles is held, nobody needs them to get there,
    /// and what the customers hold besides is there for all of them.
    fn can_be(&self, chosen: &[(RoleId, usize)]) -> bool {
        let in_circle = |role: &RoleId| chosen.iter().any(|(other, _)| other == role);
        let holders = |role: RoleId, wait: usize| {
            self.heads(role) / self.kept[self.waits[wait].item].count.max(1)
        };
        let left_over = |role: &RoleId| {
            let wait = chosen.iter().find(|(other, _)| other == role).map(|(_, wait)| *wait);
            wait.map_or(u32::MAX, |wait| {
                self.heads(*role) % self.kept[self.waits[wait].item].count.max(1)
            })
        };
        for &(role, at) in chosen {
            let wait = &self.waits[at];
            let item = &self.kept[wait.item];
            let free =
                wait.roles.iter().fold(0, |sum: u32, role| sum.saturating_add(left_over(role)));
            if holders(role, at) == 0 || wait.count <= free {
                return false;
            }
            let mut besides = wait.held.iter().filter(|item| **item != wait.item);
            if besides.any(|item| self.kept[*item].roles.iter().any(in_circle)) {
                return false;
            }
            let claims = self.process.moments[item.moment].activities.iter();
            let mut claims = claims.flat_map(|activity| &activity.claims);
            let itself = |claim: &super::network::Claim| claim.keep && claim.roles == item.roles;
            if claims.any(|claim| !itself(claim) && claim.roles.iter().any(in_circle)) {
                return false;
            }
        }
        let held = |role: RoleId| {
            let each = chosen.iter().map(|&(of, at)| {
                let items = self.waits[at].held.iter().map(|item| &self.kept[*item]);
                let those = items.filter(|item| item.roles.contains(&role));
                let count: u32 = those.map(|item| item.count).sum();
                u64::from(holders(of, at)) * u64::from(count)
            });
            each.sum::<u64>()
        };
        let mut besides = chosen
            .iter()
            .flat_map(|(_, at)| &self.waits[*at].held)
            .flat_map(|item| &self.kept[*item].roles)
            .filter(|role| !in_circle(role));
        besides.all(|role| held(*role) <= u64::from(self.heads(*role)))
    }
}
