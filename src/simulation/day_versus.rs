//! Two scenarios on the same days: the same customers with the same times, paired day by day.

use super::day_money::{DayMoney, DayRates};
use super::day_plan::DayPlan;
use super::day_record::DayRecord;
use super::day_tally::{GROUPS, hours};
use super::engine::Replication;
use super::estimates::{Estimate, ratio};
use super::histogram::Histogram;
use super::model::Model;
use super::percentiles::{percentile, percentile_difference};
use super::sampling::TICKS;
use super::tally::Sums;
use super::versus::{Versus, difference};
use crate::blueprint::{Quantity, RoleId, Scenario, StepId};
use crate::process::Process;

/// A scenario whose days are simulated.
#[derive(Clone, Copy, Debug)]
pub struct DaySide<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the engine sees.
    pub model: &'a Model,
    /// Its flow.
    pub process: &'a Process,
}

/// What a difference is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceOf {
    /// The whole service.
    Whole,
    /// A step.
    Step(StepId),
    /// A role.
    Role(RoleId),
}

/// By how much more a figure of the later scenario is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayDifference {
    /// The figure's name, as scripts have it.
    pub figure: &'static str,
    /// What it is of.
    pub of: DifferenceOf,
    /// On how many days both were simulated.
    pub days: u32,
    /// What it is in the earlier scenario on those days.
    pub before: Estimate,
    /// What it is in the later one.
    pub after: Estimate,
    /// After − before, in seconds, customers a day, parts of a whole.
    pub difference: Estimate,
    /// What that says.
    pub verdict: Versus,
}

/// Some of the days, to be simulated by one thread.
#[derive(Clone, Debug)]
pub struct PairPart {
    from: u32,
    to: u32,
    /// Of each day, before and after, what is summed up and what it is divided by, of each figure.
    days: Vec<[Vec<(f64, f64)>; 2]>,
    /// Times inside of the served, before and after, by groups of days.
    times: [Vec<Histogram>; 2],
}

/// What does with one part what is to be done with each; answers whether it came to its end.
pub type OfPairPart<'a> = dyn Fn(&mut PairPart) -> bool + Sync + 'a;
/// What hands each of some parts to a work, in any order and on any thread.
pub type SpreadPairs<'a> = dyn Fn(&mut [PairPart], &OfPairPart<'_>) -> bool + 'a;

/// A figure that both scenarios have.
type Subject = (&'static str, DifferenceOf);

/// What the later of two scenarios has more or less on so many days, which `spread` hands to threads in
/// about so many parts; nothing if it was cancelled.
#[must_use]
pub fn day_differences(
    [before, after]: [DaySide<'_>; 2],
    seed: u32,
    days: u32,
    parts: u32,
    spread: &SpreadPairs<'_>,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Vec<DayDifference> {
    let subjects = subjects(before, after);
    let sides = [before, after];
    let rates = sides.map(|side| DayRates::of(side.scenario, side.process));
    let parts = parts.clamp(1, days.max(1));
    let border = |part: u32| {
        u32::try_from(u64::from(days) * u64::from(part) / u64::from(parts)).unwrap_or(days)
    };
    let times = || [(); 2].map(|()| vec![Histogram::default(); GROUPS]);
    let part =
        |at| PairPart { from: border(at), to: border(at + 1), days: Vec::new(), times: times() };
    let mut parts: Vec<PairPart> = (0..parts).map(part).collect();
    let done = spread(&mut parts, &|part| {
        for number in part.from..part.to {
            let mut both: [Vec<(f64, f64)>; 2] = Default::default();
            for (at, side) in sides.iter().enumerate() {
                if cancelled() {
                    return false;
                }
                let mut replication = Replication::new(side.model, seed, number);
                let Some(record) = replication.run_day(side.model, &|| cancelled()) else {
                    return false;
                };
                part.times[at][number as usize % GROUPS].add(&record.times.throughput);
                let day = SimulatedDay::of(*side, &rates[at], &record);
                both[at] = subjects.iter().map(|subject| day.pair(*subject)).collect();
            }
            part.days.push(both);
        }
        true
    });
    if !done {
        return Vec::new();
    }
    let all = || parts.iter().flat_map(|part| &part.days);
    let found = subjects.iter().enumerate().filter_map(|(at, (figure, of))| {
        let side = |side: usize| -> Vec<(f64, f64)> { all().map(|day| day[side][at]).collect() };
        let (one, other) = (side(0), side(1));
        let difference = difference(&one, &other)?;
        let (before, after) = (ratio(one.into_iter())?, ratio(other.into_iter())?);
        let verdict = Versus::of(difference);
        Some(DayDifference { figure, of: *of, days, before, after, difference, verdict })
    });
    let mut times = times();
    for part in &parts {
        for (groups, more) in times.iter_mut().flatten().zip(part.times.iter().flatten()) {
            groups.add(more);
        }
    }
    let mut found: Vec<DayDifference> = found.collect();
    // Beside the mean that they are of.
    let mean = found.iter().position(|it| it.figure == "throughput_time_s");
    let at = mean.map_or(found.len(), |mean| mean + 1);
    found.splice(at..at, percentiles(&times, days));
    found
}

/// The median, 90th and 95th percentile of the time inside, as figures have their names.
const PERCENTILES: [(&str, f64); 3] =
    [("throughput_median_s", 0.5), ("throughput_p90_s", 0.9), ("throughput_p95_s", 0.95)];

/// By how much more the percentiles of the time inside are.
fn percentiles(
    [before, after]: &[Vec<Histogram>; 2],
    days: u32,
) -> impl Iterator<Item = DayDifference> {
    PERCENTILES.into_iter().filter_map(move |(figure, share)| {
        let seconds = |ticks: Estimate| ticks.times(1.0 / TICKS);
        let [one, other] = [before, after].map(|groups| percentile(groups.iter(), share));
        let difference = seconds(percentile_difference(before, after, share)?);
        Some(DayDifference {
            figure,
            of: DifferenceOf::Whole,
            days,
            before: seconds(one?),
            after: seconds(other?),
            difference,
            verdict: Versus::of(difference),
        })
    })
}

/// The figures that both have.
fn subjects(before: DaySide<'_>, after: DaySide<'_>) -> Vec<Subject> {
    let mut found: Vec<Subject> = [
        "arrivals",
        "served",
        "gave_up",
        "no_room",
        "unserved",
        "throughput_time_s",
        "wait_s",
        "wip",
        "wip_max",
        "output_per_hour",
        "inside_at_closing",
        "overtime_s",
        "paid_hours",
        "overtime_hours",
    ]
    .map(|name| (name, DifferenceOf::Whole))
    .to_vec();
    if before.model.promise.is_some() && after.model.promise.is_some() {
        found.push(("within_promise", DifferenceOf::Whole));
    }
    // What cannot be known of one of them cannot be compared.
    let sides = [before, after];
    let rates = sides.map(|side| DayRates::of(side.scenario, side.process));
    let is_paid = rates.iter().all(DayRates::is_known);
    if is_paid {
        found.extend(["labour_cost", "cost_per_customer"].map(|name| (name, DifferenceOf::Whole)));
    }
    if is_paid && rates.iter().all(|rates| rates.price.is_some()) {
        found.push(("profit", DifferenceOf::Whole));
    }
    for (plan, moment) in after.model.moments.iter().zip(&after.process.moments) {
        let Some(step) = moment.naming_step().filter(|_| plan.cluster.is_some()) else { continue };
        let Some(earlier) = before.model.moment_of(step) else { continue };
        found.push(("wait_s", DifferenceOf::Step(step)));
        let accepts = before.model.moments[earlier as usize].acceptable.is_some();
        if accepts && plan.acceptable.is_some() {
            found.push(("within_acceptable", DifferenceOf::Step(step)));
        }
    }
    let earlier = before.scenario.roles();
    let roles = after.scenario.roles().keys().filter(|role| earlier.contains_key(*role));
    found.extend(roles.map(|role| ("utilisation", DifferenceOf::Role(*role))));
    found
}

/// What was seen of a side on a day.
struct SimulatedDay<'a> {
    side: DaySide<'a>,
    record: &'a DayRecord,
    all: Sums,
    opening: Sums,
    money: DayMoney,
    price: f64,
}

impl<'a> SimulatedDay<'a> {
    fn of(side: DaySide<'a>, rates: &DayRates, record: &'a DayRecord) -> Self {
        let (all, opening) = (record.all(), record.opening());
        let model = side.model;
        let end = model.day.as_ref().map_or(0, DayPlan::end);
        let overtime = (record.last_work.iter().enumerate())
            .map(|(role, last)| hours(model.overtime(role, end, *last) as f64));
        let starts = all.moments.iter().map(|moment| moment.started as f64);
        let money = rates.of_day(overtime, starts);
        Self { side, record, money, all, opening, price: rates.price.unwrap_or_default() }
    }

    /// What is summed up and what it is divided by.
    fn pair(&self, (figure, of): Subject) -> (f64, f64) {
        match of {
            DifferenceOf::Whole => self.of_whole(figure),
            DifferenceOf::Step(step) => {
                let at = self.side.model.moment_of(step).unwrap_or_default() as usize;
                let waits = self.all.moments[at].waits;
                let sum = if figure == "wait_s" {
                    waits.length as f64 / TICKS
                } else {
                    waits.accepted as f64
                };
                (sum, waits.ended as f64)
            }
            DifferenceOf::Role(role) => {
                let at = self.side.scenario.roles().get_index_of(&role).unwrap_or_default();
                let presence = 1.0 / (1.0 + self.side.model.pools[at].away);
                let pool = &self.opening.pools[at];
                (pool.busy as f64, pool.duty as f64 * presence)
            }
        }
    }

    fn of_whole(&self, figure: &str) -> (f64, f64) {
        let Self { record, all, opening, money, .. } = self;
        let served = all.served as f64;
        let costs = money.all.unwrap_or_default();
        match figure {
            "arrivals" => (all.arrivals as f64, 1.0),
            "served" => (served, 1.0),
            "gave_up" => (all.gave_up as f64, 1.0),
            "no_room" => (all.no_room as f64, 1.0),
            "unserved" => (all.unserved as f64, 1.0),
            "throughput_time_s" => (all.throughput as f64 / TICKS, served),
            "wait_s" => (all.idle as f64 / TICKS, served),
            "within_promise" => (all.promised as f64, served),
            "wip_max" => (all.most_inside as f64, 1.0),
            "output_per_hour" => {
                let open = self.side.scenario.demand().opening_hours.map_or(0.0, Quantity::get);
                (served, open)
            }
            "inside_at_closing" => (record.inside_at_closing as f64, 1.0),
            "overtime_s" => (record.overtime as f64 / TICKS, 1.0),
            "paid_hours" => (money.paid_hours, 1.0),
            "overtime_hours" => (money.overtime_hours, 1.0),
            "labour_cost" => (money.labour.unwrap_or_default(), 1.0),
            "cost_per_customer" => (costs, served),
            "profit" => (served * self.price - costs, 1.0),
            _ => (opening.inside as f64, opening.length as f64),
        }
    }
}
