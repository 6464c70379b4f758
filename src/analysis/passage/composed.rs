//! Times put together along the ways of a customer: in a row, side by side at forks, one or the
//! other at decisions.

use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};

use super::longest::Time;
use crate::blueprint::{Scenario, ServiceTime};
use crate::process::{Activity, Moment, Process, sum_of};

/// How deeply forks and decisions may nest inside a fork.
const DEEPEST: usize = 12;
/// How often each moment is looked at on average to find where ways meet.
const MOST_LOOKS: usize = 16;
/// Relative difference below which numbers of visits are equal.
const VISIT_DUST: f64 = 1e-9;

/// How long a moment lasts in an empty service: until the last of its steps is over. Steps without
/// a time of their own last as long as the others.
pub(in crate::analysis) fn moment_time(scenario: &Scenario, moment: &Moment) -> Time {
    let own = moment.activities.iter().filter(|a| a.own_time && a.hold_s() > Some(0.0));
    let mut times: Vec<Time> = own.map(|activity| activity_time(scenario, activity)).collect();
    match times.len() {
        0 => Time::Series(moment.duration_s.unwrap_or(0.0), Vec::new()),
        1 => times.remove(0),
        _ => Time::longest_of(times),
    }
}

fn activity_time(scenario: &Scenario, activity: &Activity) -> Time {
    let own = scenario.steps().get(&activity.step).and_then(|step| step.time.as_ref());
    let law = own.map(ServiceTime::distribution).filter(|law| law.sd_s() > 0.0);
    match law {
        None => Time::Series(activity.hold_s().unwrap_or(0.0), Vec::new()),
        Some(law) if activity.setup_s > 0.0 => Time::Series(activity.setup_s, vec![Time::Law(law)]),
        Some(law) => Time::Law(law),
    }
}

/// Where a way starts or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Spot {
    Outside,
    Moment(usize),
}

impl From<Option<usize>> for Spot {
    fn from(moment: Option<usize>) -> Self {
        moment.map_or(Self::Outside, Self::Moment)
    }
}

/// The start of a way, and the share of those who can that take it.
type Head = (Spot, f64);

/// Puts together the time of what lies between a fork and where its branches have met.
pub(in crate::analysis) struct Composer<'a, T: Fn(usize) -> Time> {
    process: &'a Process,
    /// Where all ways out of a moment have met: 1 outside, 2 + moment.
    meets: &'a [Option<usize>],
    /// How long each moment lasts.
    time_of: T,
    /// How often the fork is passed.
    visits: f64,
    seen: FxHashSet<usize>,
    /// Moments that may still be looked at to find where ways meet: as many as nest as people draw.
    left: usize,
}

impl<'a, T: Fn(usize) -> Time> Composer<'a, T> {
    pub(in crate::analysis) fn new(
        process: &'a Process,
        meets: &'a [Option<usize>],
        time_of: T,
        visits: f64,
    ) -> Self {
        let left = MOST_LOOKS * meets.len();
        Self { process, meets, time_of, visits, seen: FxHashSet::default(), left }
    }

    /// The longest of the branches that start with these moments (`None`: at once outside) and meet
    /// at `end`; `None` if they are not independent, or the ways between do not nest.
    ///
    /// They do if so many of the moments between are passed, each in one place, as often as the
    /// shares say. Then every decision is where its ways part, and each branch its own.
    pub(in crate::analysis) fn longest(
        mut self,
        branches: &[Option<usize>],
        end: Option<usize>,
        moments: usize,
    ) -> Option<Time> {
        let heads: Vec<Head> = branches.iter().map(|first| (Spot::from(*first), 1.0)).collect();
        let longest = self.ways(&heads, end.into(), 1.0, false, 0)?;
        (self.seen.len() == moments).then_some(longest)
    }

    /// What lies between a fork or decision and `end`, where all ways have met. Some of them may
    /// meet before the others: those go on as one.
    fn ways(
        &mut self,
        heads: &[Head],
        end: Spot,
        share: f64,
        decides: bool,
        depth: usize,
    ) -> Option<Time> {
        if depth > DEEPEST {
            return None;
        }
        let mut groups: Vec<(Spot, Vec<Head>)> = Vec::new();
        let mut group_of: FxHashMap<Spot, usize> = FxHashMap::default();
        for &(head, taken) in heads {
            let last = self.last_before(head, end)?;
            match group_of.entry(last) {
                Entry::Occupied(group) if head != end => {
                    groups[*group.get()].1.push((head, taken));
                }
                Entry::Occupied(_) => groups.push((last, vec![(head, taken)])),
                Entry::Vacant(free) => {
                    free.insert(groups.len());
                    groups.push((last, vec![(head, taken)]));
                }
            }
        }
        let mut parts = Vec::with_capacity(groups.len());
        for (last, members) in groups {
            let taken: f64 =
                if decides { sum_of(members.iter().map(|(_, taken)| *taken)) } else { 1.0 };
            let mut row = Row::default();
            if let [(head, _)] = members.as_slice() {
                row.add(self.way(*head, end, share * taken, depth)?);
            } else {
                let inside: Vec<Head> =
                    members.into_iter().map(|(head, part)| (head, part / taken)).collect();
                row.add(self.ways(&inside, last, share * taken, decides, depth + 1)?);
                row.add(self.way(last, end, share * taken, depth)?);
            }
            parts.push((taken, row.close()));
        }
        Some(if decides {
            // Shares add up but for dust, which would never be over.
            let whole = sum_of(parts.iter().map(|(taken, _)| *taken));
            for (taken, _) in &mut parts {
                *taken /= whole;
            }
            Time::either_of(parts)
        } else {
            Time::longest_of(parts.into_iter().map(|(_, part)| part).collect())
        })
    }

    /// The last moment before `end` that every way from a moment to there passes, or `end` if that
    /// is where it starts; `None` if not all ways lead there.
    fn last_before(&mut self, first: Spot, end: Spot) -> Option<Spot> {
        let mut at = first;
        while at != end {
            self.left = self.left.checked_sub(1)?;
            let Spot::Moment(moment) = at else { return None };
            let next = self.meet(moment)?;
            if next == end {
                return Some(at);
            }
            at = next;
        }
        Some(end)
    }

    /// Where all ways out of a moment have met, if they do.
    fn meet(&self, moment: usize) -> Option<Spot> {
        let meet = (*self.meets.get(2 + moment)?)?;
        Some((meet >= 2).then(|| meet - 2).into())
    }

    /// What lies on the way from a moment to `end`, which a share of the fork's customers takes.
    fn way(&mut self, first: Spot, end: Spot, share: f64, depth: usize) -> Option<Time> {
        if depth > DEEPEST {
            return None;
        }
        let process = self.process;
        let mut row = Row::default();
        let mut at = first;
        while at != end {
            let Spot::Moment(index) = at else { return None };
            let moment = process.moments.get(index)?;
            let expected = share * self.visits;
            if !self.seen.insert(index)
                || (moment.visits? - expected).abs() > VISIT_DUST * expected.max(VISIT_DUST)
            {
                return None;
            }
            row.add((self.time_of)(index));
            let flows = || process.live_flows(index);
            let several = flows().count() > 1;
            if !several {
                at = flows().next().and_then(|arc| arc.to).into();
                continue;
            }
            let meet = self.meet(index)?;
            let decides = moment.decision.is_some();
            let heads: Option<Vec<Head>> = flows()
                .map(|arc| Some((arc.to.into(), if decides { arc.share? } else { 1.0 })))
                .collect();
            row.add(self.ways(&heads?, meet, share, decides, depth + 1)?);
            at = meet;
        }
        Some(row.close())
    }
}

/// Times one after the other.
#[derive(Default)]
struct Row {
    fixed_s: f64,
    random: Vec<Time>,
}

impl Row {
    fn add(&mut self, time: Time) {
        match time {
            Time::Series(fixed_s, parts) => {
                self.fixed_s += fixed_s;
                self.random.extend(parts);
            }
            random => self.random.push(random),
        }
    }

    fn close(mut self) -> Time {
        if self.fixed_s == 0.0 && self.random.len() == 1 {
            return self.random.remove(0);
        }
        Time::Series(self.fixed_s, self.random)
    }
}
