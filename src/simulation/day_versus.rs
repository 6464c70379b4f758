//! Two scenarios on the same days: the same customers with the same times, paired day by day.

use super::day_record::DayRecord;
use super::engine::Replication;
use super::estimates::{Estimate, ratio};
use super::model::Model;
use super::sampling::TICKS;
use super::versus::{Versus, difference};
use crate::blueprint::{RoleId, StepId};
use crate::process::Process;

/// A scenario whose days are simulated.
#[derive(Clone, Copy, Debug)]
pub struct DaySide<'a> {
    /// What the engine sees.
    pub model: &'a Model,
    /// Its flow.
    pub process: &'a Process,
    /// Its roles, in order.
    pub roles: &'a [RoleId],
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
    let parts = parts.clamp(1, days.max(1));
    let border = |part: u32| {
        u32::try_from(u64::from(days) * u64::from(part) / u64::from(parts)).unwrap_or(days)
    };
    let part = |at| PairPart { from: border(at), to: border(at + 1), days: Vec::new() };
    let mut parts: Vec<PairPart> = (0..parts).map(part).collect();
    let done = spread(&mut parts, &|part| {
        for number in part.from..part.to {
            if cancelled() {
                return false;
            }
            let of = |side: DaySide<'_>| {
                let mut replication = Replication::new(side.model, seed, number);
                let record = replication.run_day(side.model, &|| cancelled())?;
                Some(subjects.iter().map(|subject| pair(side, &record, *subject)).collect())
            };
            let (Some(before), Some(after)) = (of(before), of(after)) else { return false };
            part.days.push([before, after]);
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
    found.collect()
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
        "inside_at_closing",
        "overtime_s",
    ]
    .map(|name| (name, DifferenceOf::Whole))
    .to_vec();
    if before.model.promise.is_some() && after.model.promise.is_some() {
        found.push(("within_promise", DifferenceOf::Whole));
    }
    for (plan, moment) in after.model.moments.iter().zip(&after.process.moments) {
        let Some(step) = moment.first_step().filter(|_| plan.cluster.is_some()) else { continue };
        let Some(earlier) = before.model.moment_of(step) else { continue };
        found.push(("wait_s", DifferenceOf::Step(step)));
        let accepts = before.model.moments[earlier as usize].acceptable.is_some();
        if accepts && plan.acceptable.is_some() {
            found.push(("within_acceptable", DifferenceOf::Step(step)));
        }
    }
    let roles = after.roles.iter().filter(|role| before.roles.contains(role));
    found.extend(roles.map(|role| ("utilisation", DifferenceOf::Role(*role))));
    found
}

/// What is summed up of a day and what it is divided by.
fn pair(side: DaySide<'_>, record: &DayRecord, (figure, of): Subject) -> (f64, f64) {
    let all = record.all();
    match of {
        DifferenceOf::Whole => match figure {
            "arrivals" => (all.arrivals as f64, 1.0),
            "served" => (all.served as f64, 1.0),
            "gave_up" => (all.gave_up as f64, 1.0),
            "no_room" => (all.no_room as f64, 1.0),
            "unserved" => (all.unserved as f64, 1.0),
            "throughput_time_s" => (all.throughput as f64 / TICKS, all.served as f64),
            "wait_s" => (all.idle as f64 / TICKS, all.served as f64),
            "within_promise" => (all.promised as f64, all.served as f64),
            "inside_at_closing" => (record.inside_at_closing as f64, 1.0),
            "overtime_s" => (record.overtime as f64 / TICKS, 1.0),
            _ => {
                let opening = record.opening();
                (opening.inside as f64, opening.length as f64)
            }
        },
        DifferenceOf::Step(step) => {
            let at = side.model.moment_of(step).unwrap_or_default() as usize;
            let waits = all.moments[at].waits;
            let sum = if figure == "wait_s" {
                waits.length as f64 / TICKS
            } else {
                waits.accepted as f64
            };
            (sum, waits.ended as f64)
        }
        DifferenceOf::Role(role) => {
            let opening = record.opening();
            let at = side.roles.iter().position(|other| *other == role).unwrap_or_default();
            let presence = 1.0 / (1.0 + side.model.pools[at].away);
            (opening.pools[at].busy as f64, opening.pools[at].duty as f64 * presence)
        }
    }
}
