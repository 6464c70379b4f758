//! The time of the work on either side of each line.

use crate::analysis::result::{Basis, Figure, Lack, Stretch, WorkTime};
use crate::blueprint::{Line, StepId, Zone};
use crate::process::{self, Activity, Moment, Part, Process, Variation};

/// The steps of a moment that lie in one part of the sheet.
#[derive(Clone, Copy, Default)]
struct Members {
    any: bool,
    longest_s: f64,
    blank: Option<StepId>,
    /// Steps with a time of their own above zero.
    timed: u32,
    /// Whether one lasts as long as the moment because it has no time of its own.
    filled_in: bool,
}

impl Members {
    fn add(&mut self, activity: &Activity) {
        self.any = true;
        match activity.hold_s() {
            Some(hold) => {
                self.longest_s = self.longest_s.max(hold);
                self.timed += u32::from(activity.own_time && hold > 0.0);
                self.filled_in |= !activity.own_time && hold > 0.0;
            }
            None => self.blank = self.blank.or(Some(activity.step)),
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            any: self.any || other.any,
            longest_s: self.longest_s.max(other.longest_s),
            blank: self.blank.or(other.blank),
            timed: self.timed + other.timed,
            filled_in: self.filled_in || other.filled_in,
        }
    }

    /// Whether the longest of them lasts longer on average than the longest of their means.
    fn at_least(self, moment: &Moment) -> bool {
        moment.variation == Variation::LongestOfSeveral && (self.timed > 1 || self.filled_in)
    }
}

/// Seconds under construction.
#[derive(Clone, Default)]
struct Sum {
    with_customer_s: process::Sum,
    triggered_s: process::Sum,
    at_least: bool,
    triggered_at_least: bool,
    lacks: Vec<Lack>,
    triggered_lacks: Vec<Lack>,
}

/// What some steps of a moment add to the seconds of a customer.
#[derive(Clone, Copy)]
struct Spell {
    seconds: f64,
    triggered: bool,
    at_least: bool,
    lack: Option<Lack>,
}

impl Spell {
    fn of(moment: &Moment, members: Members) -> Self {
        let lack = match (moment.visits, members.blank) {
            (None, _) => Some(Lack::SoundFlow),
            (_, Some(step)) => Some(Lack::Time(step)),
            _ => None,
        };
        Self {
            seconds: moment.visits.unwrap_or(0.0) * members.longest_s,
            triggered: moment.part == Part::Triggered,
            at_least: members.at_least(moment),
            lack,
        }
    }
}

impl Sum {
    fn add(&mut self, more: Spell) {
        self.lacks.extend(more.lack);
        self.at_least |= more.at_least;
        if more.triggered {
            self.triggered_s.add(more.seconds);
            self.triggered_lacks.extend(more.lack);
            self.triggered_at_least |= more.at_least;
        } else {
            self.with_customer_s.add(more.seconds);
        }
    }

    fn finish(self, lacking: Option<Lack>) -> WorkTime {
        let triggered_s = self.triggered_s.value();
        let time_s = self.with_customer_s.value() + triggered_s;
        let figure = |seconds: f64, at_least: bool, mut lacks: Vec<Lack>| {
            lacks.extend(lacking);
            lacks.sort_unstable();
            lacks.dedup();
            let basis = if at_least { Basis::LowerBound } else { Basis::Exact };
            if lacks.is_empty() { Figure::new(seconds, basis) } else { Figure::lacking(lacks) }
        };
        WorkTime {
            time_s: figure(time_s, self.at_least, self.lacks),
            triggered_s: figure(triggered_s, self.triggered_at_least, self.triggered_lacks),
        }
    }
}

/// Whether customers come to a moment.
pub(super) fn is_passed(moment: &Moment) -> bool {
    moment.is_reached() && moment.visits != Some(0.0)
}

/// Work for one customer on all parts of the sheet.
pub(super) struct WorkTimes {
    /// In the order of [`Zone::ALL`].
    pub(super) zones: [WorkTime; 5],
    /// Above and below each line, in the order of [`Line::ALL`].
    pub(super) in_front: [WorkTime; 3],
    pub(super) behind: [WorkTime; 3],
}

/// Adds the work of all moments up. Linear in steps.
pub(super) fn work_times(process: &Process, lacking: Option<Lack>) -> WorkTimes {
    let stretches: Vec<Stretch> = (Zone::ALL.into_iter().map(Stretch::Zone))
        .chain(Line::ALL.into_iter().map(Stretch::InFrontOf))
        .chain(Line::ALL.into_iter().map(Stretch::Behind))
        .collect();
    // Zones lie one below the other.
    let zones_of: Vec<std::ops::Range<usize>> = (stretches.iter())
        .map(|stretch| {
            let held = |zone: &Zone| stretch.holds(*zone);
            let first = Zone::ALL.iter().position(held).unwrap_or(0);
            first..first + Zone::ALL.iter().filter(|zone| held(zone)).count()
        })
        .collect();
    let mut sums = vec![Sum::default(); stretches.len()];
    for moment in process.moments.iter().filter(|moment| is_passed(moment)) {
        if let [only] = moment.activities.as_slice() {
            // Most moments lie in one zone, so that all stretches hold the same of it or nothing.
            let mut members = Members::default();
            members.add(only);
            let (seconds, zone) = (Spell::of(moment, members), only.zone as usize);
            let of_stretches = zones_of.iter().zip(&mut sums);
            for (_, sum) in of_stretches.filter(|(zones, _)| zones.contains(&zone)) {
                sum.add(seconds);
            }
            continue;
        }
        let mut of_zone = [Members::default(); 5];
        for activity in &moment.activities {
            of_zone[activity.zone as usize].add(activity);
        }
        for (zones, sum) in zones_of.iter().zip(&mut sums) {
            let members = of_zone[zones.clone()].iter().filter(|members| members.any);
            let members = members.fold(Members::default(), |all, members| all.with(*members));
            if members.any {
                sum.add(Spell::of(moment, members));
            }
        }
    }
    // In the order of the stretches.
    let mut times = sums.into_iter().map(|sum| sum.finish(lacking));
    let mut next = || times.next().unwrap_or_default();
    WorkTimes {
        zones: Zone::ALL.map(|_| next()),
        in_front: Line::ALL.map(|_| next()),
        behind: Line::ALL.map(|_| next()),
    }
}

/// The longest step of a moment among those that lie in a part of the sheet, with its seconds.
pub(in crate::analysis) fn longest_in(moment: &Moment, stretch: Stretch) -> Option<(StepId, f64)> {
    let inside = |activity: &&Activity| stretch.holds(activity.zone);
    longest(moment.activities.iter().filter(inside))
}

/// The longest of some activities with its seconds: the first of those that last alike.
pub(super) fn longest<'a>(activities: impl Iterator<Item = &'a Activity>) -> Option<(StepId, f64)> {
    let timed = activities.filter_map(|activity| Some((activity.step, activity.hold_s()?)));
    timed.reduce(|most, next| if next.1 > most.1 { next } else { most })
}
