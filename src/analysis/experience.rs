//! What customers see of the service and what stays hidden: the time on either side of each line,
//! what the time is worth to them, and how much of it they wait.

use super::crossings;
use super::figure::{Basis, Figure, Lack};
use super::hand_offs;
use super::result::Analysis;
use super::service::{Service, inverse};
use crate::blueprint::{Line, Scenario, StepId, ValueKind, Zone};
use crate::process::{self, Activity, Moment, Part, Process, Variation};

/// How a customer meets the service: what lies on either side of each line, and what the time is
/// worth. All per customer, over the visits of the compiled flow.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Experience {
    /// The work in each zone, in the order of [`Zone::ALL`]. Evidence takes no part in the flow, so
    /// its zone has time only where somebody acts in it.
    pub zones: [WorkTime; 5],
    /// What lies on either side of each line and crosses it, in the order of [`Line::ALL`].
    pub lines: [LineFigures; 3],
    /// How often the customer meets the frontstage (Normann 1984; Bitner, Ostrom & Morgan 2008):
    /// Together and Flow links between the two zones, as often as they are used.
    pub moments_of_truth: Figure,
    /// How often the work passes from staff to staff of whom none has the same role.
    ///
    /// Counted along Flows and Triggers from each moment with staff to the next with staff; moments
    /// without staff in between are looked through. Each branch of a fork hands over.
    pub hand_offs: Figure,
    /// The shares of the customer's time in an empty system that add value, that are necessary and
    /// that are waste, in the order of [`ValueKind::ALL`] (1 = 100 %). While several steps of a
    /// moment go on, the best of them counts; what no mark covers is left to 1.
    pub value_shares: [Figure; 3],
    /// The share of the throughput time that is added by waiting, at the demand (1 = 100 %).
    pub waiting_share: Figure,
    /// The share of the throughput time during which the customer is served, at the demand
    /// (1 = 100 %): rush-order time ÷ throughput time.
    pub flow_efficiency: Figure,
}

/// Work for one customer in a part of the sheet. In each moment the longest step counts, as steps
/// of a moment start together; a step without its own time lasts as long as its moment. Waits are
/// not counted.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct WorkTime {
    /// Seconds, triggered work included.
    pub time_s: Figure,
    /// Of them, seconds of triggered work, for which the customer does not wait.
    pub triggered_s: Figure,
}

/// What lies on either side of a line, and what crosses it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct LineFigures {
    /// The work above the line: on the customer's side.
    pub in_front: WorkTime,
    /// The work below the line.
    pub behind: WorkTime,
    /// Together and Flow links across the line, as often as a customer uses them. Across the line
    /// of internal interaction each is an internal hand-off.
    pub crossings: Figure,
    /// Triggers across the line, as often as a customer sets them off.
    pub triggers: Figure,
}

impl Experience {
    /// The work in a zone.
    #[must_use]
    pub fn zone(&self, zone: Zone) -> &WorkTime {
        &self.zones[zone as usize]
    }

    /// What lies on either side of a line, and what crosses it.
    #[must_use]
    pub fn line(&self, line: Line) -> &LineFigures {
        &self.lines[line as usize]
    }

    /// The work in a part of the sheet.
    #[must_use]
    pub fn work_in(&self, stretch: Stretch) -> &WorkTime {
        match stretch {
            Stretch::Zone(zone) => self.zone(zone),
            Stretch::InFrontOf(line) => &self.line(line).in_front,
            Stretch::Behind(line) => &self.line(line).behind,
        }
    }

    /// The share of the customer's time that is worth so much.
    #[must_use]
    pub fn value_share(&self, value: ValueKind) -> &Figure {
        &self.value_shares[value as usize]
    }
}

/// A part of the sheet that work is added up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stretch {
    /// One zone.
    Zone(Zone),
    /// Everything above a line.
    InFrontOf(Line),
    /// Everything below a line.
    Behind(Line),
}

impl Stretch {
    /// Whether a zone belongs to it.
    #[must_use]
    pub fn holds(self, zone: Zone) -> bool {
        match self {
            Self::Zone(only) => zone == only,
            Self::InFrontOf(line) => zone <= line.zone_above(),
            Self::Behind(line) => zone > line.zone_above(),
        }
    }
}

/// Fills everything that customers meet. Near-linear in steps and links.
pub(super) fn fill(service: &Service, analysis: &mut Analysis) {
    let (scenario, process) = (service.scenario, service.process);
    let lacking = lack_of_flow(process);
    let mut experience = Experience::default();
    fill_times(process, lacking, &mut experience);
    crossings::fill(scenario, process, lacking, &mut experience);
    experience.hand_offs = hand_offs::figure(scenario, process, lacking);
    experience.value_shares = value_shares(scenario, process, lacking);
    experience.waiting_share =
        waiting_share(&analysis.rush_order_time_s, &analysis.throughput_time_s);
    experience.flow_efficiency = inverse(&experience.waiting_share, |share| 1.0 - share);
    analysis.experience = experience;
}

/// What is lacking as a whole; `None` where there is a flow, though single moments of it may still
/// be unknown.
fn lack_of_flow(process: &Process) -> Option<Lack> {
    if process.moments.iter().all(|moment| moment.part == Part::Apart) {
        Some(Lack::Flow)
    } else if process.moments.iter().all(|moment| !moment.is_reached()) {
        Some(Lack::SoundFlow)
    } else {
        None
    }
}

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

fn is_passed(moment: &Moment) -> bool {
    moment.is_reached() && moment.visits != Some(0.0)
}

fn fill_times(process: &Process, lacking: Option<Lack>, experience: &mut Experience) {
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
    for (stretch, sum) in stretches.into_iter().zip(sums) {
        *(match stretch {
            Stretch::Zone(zone) => &mut experience.zones[zone as usize],
            Stretch::InFrontOf(line) => &mut experience.lines[line as usize].in_front,
            Stretch::Behind(line) => &mut experience.lines[line as usize].behind,
        }) = sum.finish(lacking);
    }
}

/// The longest step of a moment among those that lie in a part of the sheet, with its seconds.
pub(super) fn longest_in(moment: &Moment, stretch: Stretch) -> Option<(StepId, f64)> {
    let inside = |activity: &&Activity| stretch.holds(activity.zone);
    longest(moment.activities.iter().filter(inside))
}

/// The longest of some activities with its seconds: the first of those that last alike.
fn longest<'a>(activities: impl Iterator<Item = &'a Activity>) -> Option<(StepId, f64)> {
    let timed = activities.filter_map(|activity| Some((activity.step, activity.hold_s()?)));
    timed.reduce(|most, next| if next.1 > most.1 { next } else { most })
}

fn value_of(scenario: &Scenario, activity: &Activity) -> Option<ValueKind> {
    scenario.steps().get_index(activity.position)?.1.value
}

/// The seconds of a moment that are worth so much to the customer and nothing better, with the step
/// that they are called by.
pub(super) fn worth_in(
    scenario: &Scenario,
    moment: &Moment,
    value: ValueKind,
) -> Option<(StepId, f64)> {
    let marked = |most: ValueKind| {
        let worth = move |activity: &&Activity| {
            value_of(scenario, activity).is_some_and(|value| value <= most)
        };
        longest(moment.activities.iter().filter(worth))
    };
    let (step, seconds) = marked(value)?;
    let better = ValueKind::ALL.into_iter().rev().find(|better| *better < value);
    let better_s = better.and_then(marked).map_or(0.0, |(_, seconds)| seconds);
    (seconds > better_s).then_some((step, seconds - better_s))
}

fn value_shares(scenario: &Scenario, process: &Process, lacking: Option<Lack>) -> [Figure; 3] {
    let mut lacks: Vec<Lack> = lacking.into_iter().collect();
    let mut marked_s = [process::Sum::default(); 3];
    let (mut total_s, mut marked, mut varies) = (process::Sum::default(), false, false);
    let passed = |moment: &&Moment| moment.part == Part::Customer && is_passed(moment);
    for moment in process.moments.iter().filter(passed) {
        let Some(visits) = moment.visits else {
            lacks.push(Lack::SoundFlow);
            continue;
        };
        let mut longest_s = [0.0_f64; 3];
        for activity in &moment.activities {
            let value = value_of(scenario, activity);
            marked |= value.is_some();
            match (activity.hold_s(), value) {
                (None, _) => lacks.push(Lack::Time(activity.step)),
                (Some(hold), Some(value)) => {
                    let longest = &mut longest_s[value as usize];
                    *longest = longest.max(hold);
                }
                (Some(_), None) => {}
            }
        }
        let mut covered_s = 0.0_f64;
        for (sum, longest) in marked_s.iter_mut().zip(longest_s) {
            sum.add(visits * (longest - covered_s).max(0.0));
            covered_s = covered_s.max(longest);
        }
        total_s.add(visits * moment.duration_s.unwrap_or(0.0));
        varies |= moment.variation == Variation::LongestOfSeveral;
    }
    lacks.sort_unstable();
    lacks.dedup();
    if lacking.is_none() && !marked {
        lacks.insert(0, Lack::ValueMarks);
    }
    // The longest of several random times can be any of them, so that who lasts longest is known
    // only on average.
    let basis = if varies { Basis::APPROXIMATE } else { Basis::Exact };
    let total_s = total_s.value();
    marked_s.map(|seconds| {
        if !lacks.is_empty() {
            Figure::lacking(lacks.iter().copied())
        } else if total_s > 0.0 {
            Figure::new((seconds.value() / total_s).min(1.0), basis)
        } else {
            // There is no time to have a share of.
            Figure::lacking([Lack::Method])
        }
    })
}

fn waiting_share(rush_order: &Figure, throughput: &Figure) -> Figure {
    let (Some(empty_s), Some(full_s)) = (rush_order.value, throughput.value) else {
        let lacking = if rush_order.value.is_none() { rush_order } else { throughput };
        return Figure::lacking(lacking.lacks.iter().copied());
    };
    let basis = match (rush_order.basis, throughput.basis) {
        (Basis::Exact, Basis::Exact) => Basis::Exact,
        (Basis::Unreliable, _) | (_, Basis::Unreliable) => Basis::Unreliable,
        _ => Basis::APPROXIMATE,
    };
    let share = if full_s > 0.0 { (1.0 - empty_s / full_s).max(0.0) } else { 0.0 };
    Figure::new(share, basis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_lines_and_values_are_found_by_their_place() {
        let mut experience = Experience::default();
        for (at, zone) in Zone::ALL.into_iter().enumerate() {
            experience.zones[at].time_s = Figure::exact(at as f64);
            assert_eq!(experience.zone(zone).time_s.value, Some(at as f64));
        }
        for (at, line) in Line::ALL.into_iter().enumerate() {
            experience.lines[at].crossings = Figure::exact(at as f64);
            assert_eq!(experience.line(line).crossings.value, Some(at as f64));
            assert_eq!(line.zone_above().line_below(), Some(line));
        }
        for (at, value) in ValueKind::ALL.into_iter().enumerate() {
            experience.value_shares[at] = Figure::exact(at as f64);
            assert_eq!(experience.value_share(value).value, Some(at as f64));
        }
    }
}
