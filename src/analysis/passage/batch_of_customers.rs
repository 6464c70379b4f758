//! How long a number of customers takes who all come at once to an empty service.

use rustc_hash::FxHashSet;

use crate::analysis::capacity::loads::Loads;
use crate::analysis::result::{Analysis, Basis, Figure, Lack};
use crate::blueprint::Scenario;
use crate::process::{self, Part, Process, Room, Variation};

/// Customers up to which each is followed through a line of fixed times.
const MOST_FOLLOWED: u32 = 100_000;

/// Seconds from the arrival of so many customers, all at once and at an empty service, until the last
/// has left.
///
/// Exact for a line of fixed times without forks, decisions and rework whose pools each serve one
/// stop: whoever comes first is served first, and customer n begins at a stop of c servers when he
/// has left the one before and customer n − c this one. Elsewhere at least the rush-order time, and
/// at least the customers ÷ capacity.
///
/// Linear in customers × stops where exact.
#[must_use]
pub fn time_for_customers(scenario: &Scenario, analysis: &Analysis, customers: u32) -> Figure {
    let Some(rush_order_s) = analysis.rush_order_time_s.value else {
        return Figure::lacking(analysis.rush_order_time_s.lacks.iter().copied());
    };
    if customers == 0 {
        return Figure::exact(0.0);
    }
    let process = process::compile(scenario);
    let loads = Loads::of(scenario, &process);
    if customers <= MOST_FOLLOWED
        && analysis.rush_order_time_s.basis == Basis::Exact
        && let Some(line) = line(&process, &loads)
    {
        return Figure::exact(last_leaves_s(&line, customers));
    }
    let served_s = match analysis.capacity_per_hour.value {
        Some(capacity) if capacity > 0.0 => f64::from(customers) * 3600.0 / capacity,
        _ if analysis.capacity_per_hour.lacks == [Lack::Limit] => 0.0,
        _ => return Figure::lacking(analysis.capacity_per_hour.lacks.iter().copied()),
    };
    let basis = match analysis.rush_order_time_s.basis {
        Basis::Exact if customers == 1 => Basis::Exact,
        // The work of all is known to be no less, whatever one of them alone takes.
        Basis::Approximate { .. } | Basis::Unreliable | Basis::Simulated { .. }
            if rush_order_s > served_s =>
        {
            Basis::APPROXIMATE
        }
        _ => Basis::LowerBound,
    };
    Figure::new(rush_order_s.max(served_s), basis)
}

/// A stop of a line: seconds that it takes, and how many it serves at once; `None` without limit.
type Stop = (f64, Option<u64>);

/// The stops of a line of fixed times, each with its own servers; `None` for anything else.
fn line(process: &Process, loads: &Loads) -> Option<Vec<Stop>> {
    let mut arrivals = process.arcs.iter().filter(|arc| arc.from.is_none() && arc.is_live());
    let (entry, None) = (arrivals.next()?.to?, arrivals.next()) else { return None };
    if process.moments.iter().any(|moment| moment.part == Part::Triggered) {
        return None;
    }
    let mut seen = FxHashSet::default();
    let mut stops = Vec::new();
    let mut next = Some(entry);
    while let Some(at) = next {
        let moment = &process.moments[at];
        if !seen.insert(at) || moment.variation != Variation::Fixed {
            return None;
        }
        let plain = |activity: &process::Activity| {
            activity.batch <= 1.0
                && activity.claims.iter().all(|claim| claim.count == 1 && !claim.keep)
                && activity.room != (Room::Waiting { limited: true })
        };
        if !moment.activities.iter().all(plain) {
            return None;
        }
        let mut servers = None;
        for block in &loads.blocks {
            let mut own = block.loads.iter().filter(|load| load.moment == at);
            let Some(load) = own.next() else { continue };
            let all: Vec<usize> = load.roles.to_vec();
            let (units, there) = block.supply.units(&all);
            // Only this stop, only this pool, and always there.
            let for_itself = block.loads.len() == 1 && own.next().is_none() && servers.is_none();
            if !for_itself || there < units || load.hold_s < moment.duration_s? {
                return None;
            }
            servers = Some(block.supply.heads(&all));
        }
        stops.push((moment.duration_s?, servers));
        let mut ways = process.live_flows(at);
        next = ways.next().and_then(|arc| arc.to);
        if ways.next().is_some() {
            return None;
        }
    }
    Some(stops)
}

/// When the last of so many customers leaves a line that all enter at once.
fn last_leaves_s(line: &[Stop], customers: u32) -> f64 {
    let mut left_s = vec![0.0_f64; customers as usize];
    for (time_s, servers) in line {
        let servers = servers.and_then(|servers| usize::try_from(servers).ok());
        for customer in 0..left_s.len() {
            let ahead = servers.and_then(|servers| customer.checked_sub(servers));
            let free_s = ahead.map_or(0.0, |ahead| left_s[ahead]);
            left_s[customer] = left_s[customer].max(free_s) + time_s;
        }
    }
    left_s.last().copied().unwrap_or(0.0)
}
