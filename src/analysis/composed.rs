//! Times put together along the ways of a customer: in a row, side by side at forks, one or the
//! other at decisions.

use rustc_hash::FxHashSet;

use super::longest::Time;
use crate::blueprint::{Scenario, ServiceTime};
use crate::process::{Activity, Moment, Process};

/// How deeply forks and decisions may nest inside a fork.
const DEEPEST: usize = 12;
/// Relative difference below which numbers of visits are equal.
const VISIT_DUST: f64 = 1e-9;

/// How long a moment lasts in an empty service: until the last of its steps is over. Steps without
/// a time of their own last as long as the others.
pub(super) fn moment_time(scenario: &Scenario, moment: &Moment) -> Time {
    let own = moment.activities.iter().filter(|a| a.own_time && a.hold_s() > Some(0.0));
    let mut times: Vec<Time> = own.map(|activity| activity_time(scenario, activity)).collect();
    match times.len() {
        0 => Time::Series(moment.duration_s.unwrap_or(0.0), Vec::new()),
        1 => times.remove(0),
        _ => Time::Longest(times),
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

/// Puts together the time of what lies between a fork and where its branches have met.
pub(super) struct Composer<'a, T: Fn(usize) -> Time> {
    process: &'a Process,
    /// Where all ways out of a moment have met: 1 outside, 2 + moment.
    meets: &'a [Option<usize>],
    /// How long each moment lasts.
    time_of: T,
    /// How often the fork is passed.
    visits: f64,
    seen: FxHashSet<usize>,
}

impl<'a, T: Fn(usize) -> Time> Composer<'a, T> {
    pub(super) fn new(
        process: &'a Process,
        meets: &'a [Option<usize>],
        time_of: T,
        visits: f64,
    ) -> Self {
        Self { process, meets, time_of, visits, seen: FxHashSet::default() }
    }

    /// The longest of the branches that start with these moments (`None`: at once outside) and meet
    /// at `end`; `None` if they are not independent, or the ways between do not nest.
    ///
    /// They do if so many of the moments between are passed, each in one place, as often as the
    /// shares say. Then every decision is where its ways part, and each branch its own.
    pub(super) fn longest(
        mut self,
        branches: &[Option<usize>],
        end: Option<usize>,
        moments: usize,
    ) -> Option<Time> {
        let branches = branches.iter().map(|first| self.way(*first, end, 1.0, 0));
        let longest = Time::Longest(branches.collect::<Option<_>>()?);
        (self.seen.len() == moments).then_some(longest)
    }

    /// What lies on the way from a moment to `end`, which a share of the fork's customers takes.
    fn way(
        &mut self,
        first: Option<usize>,
        end: Option<usize>,
        share: f64,
        depth: usize,
    ) -> Option<Time> {
        if depth > DEEPEST {
            return None;
        }
        let process = self.process;
        let mut row = Row::default();
        let mut at = first;
        while at != end {
            let index = at?;
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
                at = flows().next().and_then(|arc| arc.to);
                continue;
            }
            let meet = (*self.meets.get(2 + index)?)?;
            let meet = (meet >= 2).then(|| meet - 2);
            if moment.decision.is_some() {
                let ways = flows().map(|arc| {
                    let taken = arc.share?;
                    Some((taken, self.way(arc.to, meet, share * taken, depth + 1)?))
                });
                row.add(Time::Either(ways.collect::<Option<_>>()?));
            } else {
                let branches = flows().map(|arc| self.way(arc.to, meet, share, depth + 1));
                row.add(Time::Longest(branches.collect::<Option<_>>()?));
            }
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
