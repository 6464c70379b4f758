//! Where one customer needs the same people in two places at once.
//!
//! Branches side by side are as quick as the longest of them only if none waits for somebody who is
//! busy in another: two of a minute each take one nurse two minutes. What holds in any case is that
//! the people who alone can do some work need at least that work ÷ their heads. Work that a Trigger
//! sets off may likewise take somebody whom the customer needs next, and who is there a part of the
//! time only may be away when needed again.

use smallvec::SmallVec;

use crate::analysis::capacity::loads::{Block, Load, Loads, Supply};
use crate::process::{ArcKind, NumberLists, Part, Process, sum_of};

/// Moments between a fork and where its branches have met.
pub(in crate::analysis) struct Between<'a> {
    /// The first moments of the branches.
    pub(in crate::analysis) heads: Vec<usize>,
    /// All moments.
    pub(in crate::analysis) moments: &'a [usize],
    /// Where the branches have met.
    pub(in crate::analysis) end: Option<usize>,
}

/// Seconds per customer below which the branches of a fork cannot be done, if they may need
/// somebody at the same time; `None` if there are people enough for all of them at once.
///
/// People are enough where the most that each branch needs at once, added up over the branches, are
/// there. A branch with a fork in it counts all that it needs.
pub(in crate::analysis) fn of_branches(
    process: &Process,
    loads: &LoadsOfMoments,
    between: &Between,
) -> Option<f64> {
    let branch_of = branches_of(process, between);
    let mut compete = false;
    let mut least_s = 0.0_f64;
    for (block, inside) in loads.inside(&branch_of) {
        let mut sets: Few<&[usize]> = inside.iter().map(|(_, load)| &load.roles[..]).collect();
        sets.sort_unstable();
        sets.dedup();
        let mut all: Few<usize> = sets.iter().copied().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        for set in &sets {
            let meets = |load: &Load| load.roles.iter().any(|role| set.contains(role));
            let met = inside.iter().filter(|(_, load)| meets(load));
            compete |= most_at_once(met) > block.supply.heads(set);
        }
        for set in sets.iter().copied().chain([&all[..]]) {
            let own = |load: &Load| load.roles.iter().all(|role| set.contains(role));
            let own = inside.iter().filter(|(_, load)| own(load));
            let work_s = sum_of(own.filter_map(|(_, load)| {
                let visits = process.moments[load.moment].visits?;
                Some(visits * load.hold_s * f64::from(load.count))
            }));
            let heads = block.supply.heads(set);
            if heads > 0 {
                least_s = least_s.max(work_s / heads as f64);
            }
        }
    }
    compete.then_some(least_s)
}

/// The loads of all roles by moment, in the order of their blocks.
pub(in crate::analysis) struct LoadsOfMoments<'a> {
    loads: &'a Loads,
    /// Every load, by block and place in it.
    all: Vec<(usize, usize)>,
    /// The positions in `all` of those of each moment.
    of_moment: NumberLists,
}

impl<'a> LoadsOfMoments<'a> {
    /// Linear in moments and loads.
    pub(in crate::analysis) fn of(process: &Process, loads: &'a Loads) -> Self {
        let (mut all, mut pairs) = (Vec::new(), Vec::new());
        for (index, block) in loads.blocks.iter().enumerate() {
            if matches!(block.supply, Supply::Roles(_)) {
                for (at, load) in block.loads.iter().enumerate() {
                    pairs.push((load.moment, all.len()));
                    all.push((index, at));
                }
            }
        }
        Self { loads, all, of_moment: NumberLists::of(process.moments.len(), &pairs) }
    }

    /// Of each block that has any, the loads of these moments in their order, each with its branch.
    fn inside(&self, branch_of: &[(usize, usize)]) -> Vec<(&'a Block, Few<(usize, &'a Load)>)> {
        let mut found: Few<(usize, usize)> = Few::new();
        for (moment, branch) in branch_of {
            found.extend(self.of_moment.list(*moment).iter().map(|at| (*at, *branch)));
        }
        found.sort_unstable();
        let of_block = found.chunk_by(|(a, _), (b, _)| self.all[*a].0 == self.all[*b].0);
        let with_loads = |found: &[(usize, usize)]| {
            let block = &self.loads.blocks[self.all[found[0].0].0];
            let load = |(at, branch): &(usize, usize)| (*branch, &block.loads[self.all[*at].1]);
            (block, found.iter().map(load).collect())
        };
        of_block.map(with_loads).collect()
    }
}

/// A list that is seldom longer than a fork has moments, and then needs no allocation.
type Few<T> = SmallVec<[T; 8]>;

/// Units needed at once at most: of each branch what its most demanding moment needs.
fn most_at_once<'a>(loads: impl Iterator<Item = &'a (usize, &'a Load)>) -> u64 {
    let mut all: Few<(usize, usize, u64)> =
        loads.map(|(branch, load)| (*branch, load.moment, u64::from(load.count))).collect();
    all.sort_unstable();
    let of_moments = |branch: &[(usize, usize, u64)]| {
        let moments = branch.chunk_by(|(_, a, _), (_, b, _)| a == b);
        moments.map(|loads| loads.iter().map(|(.., count)| count).sum::<u64>()).max()
    };
    all.chunk_by(|(a, ..), (b, ..)| a == b).filter_map(of_moments).sum()
}

/// The moments that the branches lead to, ascending, each with its branch: one of its own for what
/// several branches lead to, or what lies in a branch that forks again.
fn branches_of(process: &Process, between: &Between) -> Few<(usize, usize)> {
    let mut inside: Few<usize> = between.moments.iter().copied().collect();
    inside.sort_unstable();
    // By place in `inside`: the branch of each, and the last one that led there.
    let mut branch_of: Few<Option<usize>> = SmallVec::from_elem(None, inside.len());
    let mut seen_in: Few<Option<usize>> = SmallVec::from_elem(None, inside.len());
    let alone = |at: usize| between.heads.len() + inside[at];
    for (branch, head) in between.heads.iter().enumerate() {
        let mut open: Few<usize> = SmallVec::from_slice(&[*head]);
        let mut forks = false;
        while let Some(moment) = open.pop() {
            if Some(moment) == between.end {
                continue;
            }
            let Ok(at) = inside.binary_search(&moment) else { continue };
            if seen_in[at].replace(branch) == Some(branch) {
                continue;
            }
            branch_of[at] = Some(if branch_of[at].is_some() { alone(at) } else { branch });
            forks |= process.is_fork(moment);
            open.extend(process.live_flows(moment).filter_map(|arc| arc.to));
        }
        if forks {
            for at in (0..inside.len()).filter(|at| seen_in[*at] == Some(branch)) {
                branch_of[at] = Some(alone(at));
            }
        }
    }
    inside.iter().zip(branch_of).filter_map(|(moment, branch)| Some((*moment, branch?))).collect()
}

/// Whether work that customers set off may take somebody whom they need afterwards, or at the same
/// time in another branch of the fork that they are in.
pub(in crate::analysis) fn of_triggered(
    process: &Process,
    loads: &Loads,
    forks: &[&[usize]],
) -> bool {
    let is_triggered = |moment: usize| process.moments[moment].part == Part::Triggered;
    if !(0..process.moments.len()).any(is_triggered) {
        return false;
    }
    loads.blocks.iter().any(|block| {
        let (triggered, own): (Vec<&Load>, Vec<&Load>) =
            block.loads.iter().partition(|load| is_triggered(load.moment));
        if triggered.is_empty() || own.is_empty() || is_enough(process, block, &triggered, &own) {
            return false;
        }
        let after = after_triggers(process, &triggered, forks);
        own.iter().any(|load| after[load.moment])
    })
}

/// Whether there are people for everything that customers need at once, and for all triggered work
/// besides.
fn is_enough(process: &Process, block: &Block, triggered: &[&Load], own: &[&Load]) -> bool {
    let once = |load: &&Load| process.moments[load.moment].visits.is_some_and(|v| v <= 1.0 + 1e-9);
    triggered.iter().all(once)
        && own.iter().all(|load| {
            let meets = |other: &&&Load| other.roles.iter().any(|role| load.roles.contains(role));
            let units = |loads: &[&Load]| -> u64 {
                loads.iter().filter(meets).map(|load| u64::from(load.count)).sum()
            };
            // All moments of the customer's own, as if they were side by side.
            units(triggered) + units(own) <= block.supply.heads(&load.roles)
        })
}

/// Whether a customer may need somebody again who is away for a while after having worked.
pub(in crate::analysis) fn of_absent(process: &Process, loads: &Loads) -> bool {
    loads.blocks.iter().any(|block| {
        let Supply::Roles(units) = &block.supply else { return false };
        let part_time = |at: &usize| units[*at].availability < 1.0;
        let holds = |load: &&Load| load.hold_s > 0.0 && load.roles.iter().any(part_time);
        block.loads.iter().filter(holds).any(|load| {
            let meets = |other: &&Load| other.roles.iter().any(|role| load.roles.contains(role));
            let others = || block.loads.iter().filter(holds).filter(meets);
            let once = |load: &Load| {
                process.moments[load.moment].visits.is_some_and(|visits| visits <= 1.0 + 1e-9)
            };
            let units: u64 = others().map(|load| u64::from(load.count)).sum();
            !others().all(once) || units > block.supply.heads(&load.roles)
        })
    })
}

/// The moments that customers come to after they have set off some of these loads.
fn after_triggers(process: &Process, triggered: &[&Load], forks: &[&[usize]]) -> Vec<bool> {
    let mut leads_to = vec![false; process.moments.len()];
    let mut open: Vec<usize> = triggered.iter().map(|load| load.moment).collect();
    let mut sources = Vec::new();
    while let Some(moment) = open.pop() {
        if std::mem::replace(&mut leads_to[moment], true) {
            continue;
        }
        let ins = process.moments[moment].ins.iter().map(|arc| &process.arcs[*arc]);
        for from in ins.filter(|arc| arc.is_live()).filter_map(|arc| arc.from) {
            match process.moments[from].part {
                Part::Triggered => open.push(from),
                Part::Customer => sources.push(from),
                Part::Unreached | Part::Apart => {}
            }
        }
    }
    let mut after = vec![false; process.moments.len()];
    let mut open = Vec::new();
    let next = |moment: usize| {
        process.live_flows(moment).filter(|arc| arc.kind == ArcKind::Flow).filter_map(|arc| arc.to)
    };
    for source in sources {
        open.extend(next(source));
        let beside = forks.iter().filter(|moments| moments.contains(&source));
        open.extend(beside.flat_map(|moments| moments.iter().copied()));
    }
    while let Some(moment) = open.pop() {
        if !std::mem::replace(&mut after[moment], true) {
            open.extend(next(moment));
        }
    }
    after
}
