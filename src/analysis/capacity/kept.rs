//! How long a kept unit stays with a customer between the steps that need it.

use rustc_hash::FxHashMap;

use crate::analysis::result::Lack;
use crate::process::{
    Claim, LoopFlow, MeetingTree, NumberLists, OfBranches, Process, immediate_dominators, sum_of,
};

/// Rounds of choosing the longest of branches side by side. Each makes some stay longer, so that
/// they end by themselves; a handful is the most that was seen.
const MOST_ROUNDS: usize = 64;

/// Where a unit is held between the steps that need it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::analysis) struct Stay {
    /// The moments passed, each with how often a customer passes it with the unit.
    pub(in crate::analysis) through: Vec<(usize, f64)>,
    /// Whether other times would lead through other branches.
    pub(in crate::analysis) depends_on_times: bool,
}

/// The moments that a customer passes with the units of a claim after the moment `from`, until one
/// that needs them or the way out, each with how often a customer passes it so. Empty for a claim
/// that keeps nothing. `lasts_s` says how long each moment lasts.
///
/// Of branches side by side one counts, so that the stay is never longer on average than in truth:
/// the longest, if they wait for each other before the units are needed or none leads to where they
/// are; else the one that does; and nothing beyond the fork, if several do, as each may be the
/// first. About linear in the moments passed; loops are solved rather than followed round.
///
/// # Errors
/// [`Lack::SoundFlow`] if it is not known how often a moment in between is passed; what keeps a
/// branch from being compared with others.
pub(in crate::analysis) fn stay(
    process: &Process,
    from: usize,
    claim: &Claim,
    lasts_s: impl Fn(usize) -> Result<f64, Lack>,
) -> Result<Stay, Lack> {
    if !claim.keep {
        return Ok(Stay::default());
    }
    let between = Between::of(process, from, claim);
    let forks = between.forks(process);
    let depends_on_times = forks.iter().any(|fork| fork.branches.len() > 1);
    let mut ways = between.ways(process)?;
    let mut chosen = vec![0; forks.len()];
    if depends_on_times {
        let lasts: Vec<f64> = (between.found.iter().enumerate())
            .map(|(index, moment)| if index == 0 { Ok(0.0) } else { lasts_s(*moment) })
            .collect::<Result<_, _>>()?;
        between.choose_longest(&forks, &ways, &lasts, &mut chosen)?;
    }
    ways.extend(taken(&forks, &chosen));
    let mut flow = LoopFlow::new(between.found.len());
    flow.inflow[0] = process.moments[from].visits.ok_or(Lack::SoundFlow)?;
    for (index, next, share) in ways {
        flow.connect(index, next, share);
    }
    let visits = flow.solve().ok_or(Lack::SoundFlow)?;
    let passed = between.found.into_iter().zip(visits).skip(1);
    Ok(Stay { through: passed.filter(|(_, visits)| *visits > 0.0).collect(), depends_on_times })
}

/// Seconds that a stay lasts, given how long each moment does.
///
/// # Errors
/// What keeps the time of a moment from being known.
pub(in crate::analysis) fn lasting_s(
    stay: &Stay,
    lasts_s: impl Fn(usize) -> Result<f64, Lack>,
) -> Result<f64, Lack> {
    let parts = stay.through.iter().map(|(moment, visits)| Ok(visits * lasts_s(*moment)?));
    Ok(sum_of(parts.collect::<Result<Vec<f64>, Lack>>()?))
}

/// Seconds that a moment lasts.
///
/// # Errors
/// [`Lack::Time`] of a step that has none.
pub(in crate::analysis) fn duration_s(process: &Process, moment: usize) -> Result<f64, Lack> {
    let moment = &process.moments[moment];
    let blank = moment.activities.iter().find(|activity| activity.mean_s.is_none());
    let lack = || blank.map_or(Lack::Method, |activity| Lack::Time(activity.step));
    moment.duration_s.ok_or_else(lack)
}

/// Everything that may lie between a moment and where its kept units are needed again.
struct Between {
    /// The moments, the one that keeps first.
    found: Vec<usize>,
    /// Their positions in `found`.
    at: FxHashMap<usize, usize>,
    /// Where the units are needed again, with from where in `found` one comes there.
    to_a_need: Vec<(usize, usize)>,
    /// Where in `found` customers leave.
    ends: Vec<usize>,
}

/// A fork in between, and which of its ways can be the one that the units are held through.
struct Fork {
    index: usize,
    /// Positions of their moments; none where it is not known which leads to the first need.
    branches: Vec<usize>,
}

impl Between {
    fn of(process: &Process, from: usize, claim: &Claim) -> Self {
        let needs_it = |moment: usize| {
            let claims = process.moments[moment].activities.iter().flat_map(|a| &a.claims);
            claims.flat_map(|other| &other.roles).any(|role| claim.roles.contains(role))
        };
        let mut between = Self {
            found: vec![from],
            at: FxHashMap::from_iter([(from, 0)]),
            to_a_need: Vec::new(),
            ends: Vec::new(),
        };
        let mut index = 0;
        while let Some(&moment) = between.found.get(index) {
            if process.is_exit(moment) {
                between.ends.push(index);
            }
            for to in process.live_flows(moment).filter_map(|arc| arc.to) {
                if needs_it(to) {
                    between.to_a_need.push((to, index));
                } else if !between.at.contains_key(&to) {
                    between.at.insert(to, between.found.len());
                    between.found.push(to);
                }
            }
            index += 1;
        }
        between
    }

    /// The position of a moment that does not need the units.
    fn next(&self, to: usize) -> Option<usize> {
        // The one that keeps them needs them itself.
        self.at.get(&to).copied().filter(|next| *next > 0)
    }

    /// Ways from one moment to the next, each with its share of the customers, but for forks.
    fn ways(&self, process: &Process) -> Result<Vec<(usize, usize, f64)>, Lack> {
        let mut ways = Vec::new();
        for (index, moment) in self.found.iter().enumerate() {
            if process.is_fork(*moment) {
                continue;
            }
            for arc in process.live_flows(*moment) {
                if let Some(next) = arc.to.and_then(|to| self.next(to)) {
                    ways.push((index, next, arc.share.ok_or(Lack::SoundFlow)?));
                }
            }
        }
        Ok(ways)
    }

    fn forks(&self, process: &Process) -> Vec<Fork> {
        let is_fork = |moment: &usize| process.is_fork(*moment);
        if !self.found.iter().any(is_fork) {
            return Vec::new();
        }
        // Where the branches meet again: in between, where the units are needed, or nowhere.
        let mut needs: Vec<usize> = self.to_a_need.iter().map(|(need, _)| *need).collect();
        needs.sort_unstable();
        needs.dedup();
        let end = self.found.len() + needs.len();
        let mut before: Vec<(usize, usize)> = self.ends.iter().map(|index| (end, *index)).collect();
        for (index, moment) in self.found.iter().enumerate() {
            let next = process.live_flows(*moment).filter_map(|arc| self.next(arc.to?));
            before.extend(next.map(|next| (next, index)));
        }
        let mut needed_ahead = vec![false; self.found.len()];
        let mut open: Vec<usize> = self.to_a_need.iter().map(|(_, index)| *index).collect();
        let inside = NumberLists::of(end + 1, &before);
        while let Some(index) = open.pop() {
            if !std::mem::replace(&mut needed_ahead[index], true) {
                open.extend(inside.list(index));
            }
        }
        for (need, index) in &self.to_a_need {
            let terminal = needs.partition_point(|other| other < need) + self.found.len();
            before.push((terminal, *index));
        }
        before.extend((self.found.len()..end).map(|terminal| (end, terminal)));
        let meets = immediate_dominators(&NumberLists::of(end + 1, &before), end);
        let moment = |node: usize| {
            let need = || needs.get(node - self.found.len());
            self.found.get(node).or_else(need).copied()
        };
        let forks = self.found.iter().enumerate().filter(|(_, moment)| is_fork(moment));
        forks
            .map(|(index, fork)| {
                let meeting = meets[index].filter(|node| *node < end).and_then(moment);
                let all = || process.live_flows(*fork).filter_map(|arc| arc.to);
                let inside = |to: usize| self.next(to);
                let ahead = all().filter(|to| inside(*to).is_none_or(|next| needed_ahead[next]));
                let branches = match (meeting, ahead.count()) {
                    (Some(meeting), _) if joins(process, meeting, *fork) => {
                        all().filter_map(inside).collect()
                    }
                    (None, 0) => all().filter_map(inside).collect(),
                    (None, 1) => {
                        all().filter_map(inside).filter(|next| needed_ahead[*next]).collect()
                    }
                    _ => Vec::new(),
                };
                Fork { index, branches }
            })
            .collect()
    }

    /// Chooses for each fork the branch that lasts longest on average, all else chosen likewise
    /// (policy iteration: Howard 1960).
    fn choose_longest(
        &self,
        forks: &[Fork],
        ways: &[(usize, usize, f64)],
        lasts: &[f64],
        chosen: &mut [usize],
    ) -> Result<(), Lack> {
        for _ in 0..MOST_ROUNDS {
            // What is still to come after each moment, itself included: the flow run backwards.
            let mut ahead = LoopFlow::new(self.found.len());
            ahead.inflow.copy_from_slice(lasts);
            let taken: Vec<_> = taken(forks, chosen).collect();
            for (index, next, share) in ways.iter().chain(&taken) {
                ahead.connect(*next, *index, *share);
            }
            let ahead_s = ahead.solve().ok_or(Lack::SoundFlow)?;
            let mut better = false;
            for (fork, chosen) in forks.iter().zip(chosen.iter_mut()) {
                let still_s = |at: usize| fork.branches.get(at).map_or(0.0, |next| ahead_s[*next]);
                for at in 0..fork.branches.len() {
                    // Rounding must not make it go round and round.
                    if still_s(at) > still_s(*chosen) * (1.0 + 1e-12) {
                        *chosen = at;
                        better = true;
                    }
                }
            }
            if !better {
                break;
            }
        }
        Ok(())
    }
}

/// The ways that units are held on beyond forks.
fn taken(forks: &[Fork], chosen: &[usize]) -> impl Iterator<Item = (usize, usize, f64)> {
    let next = |(fork, chosen): (&Fork, &usize)| Some((fork.index, *fork.branches.get(*chosen)?));
    forks.iter().zip(chosen).filter_map(next).map(|(index, next)| (index, next, 1.0))
}

/// Whether the branches of a fork wait for each other where they meet.
fn joins(process: &Process, meeting: usize, fork: usize) -> bool {
    let joined = |tree: &MeetingTree, branches: OfBranches<bool>| {
        matches!(tree, MeetingTree::Join { parted_at, .. } if *parted_at == Some(fork))
            || branches.into_iter().any(|joined| joined)
    };
    let tree = process.moments[meeting].meeting.as_ref();
    tree.is_some_and(|tree| tree.fold(|_| false, joined))
}
