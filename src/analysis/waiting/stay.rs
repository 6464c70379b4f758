//! Units that stay with a customer over several steps: the whole stay is one service.

use super::served::Served;
use crate::analysis::capacity::loads::{Block, claim_of};
use crate::analysis::capacity::service::Service;
use crate::analysis::result::Lack;
use crate::process::sum_of;
use crate::process::{Activity, Moment, Process, Variation};

/// Passes over a loop inside a stay.
const MOST_ROUNDS: usize = 2_000;
/// Change below which another pass changes nothing.
const SETTLED: f64 = 1e-13;

/// A moment that a unit is held through.
struct Held {
    moment: usize,
    /// Whether a step here needs the unit.
    needed: bool,
    /// Whether it comes with the customer.
    brought: bool,
    /// Whether it goes on with the customer.
    goes_on: bool,
    /// Mean seconds until it is given back, and their mean square.
    first_s: f64,
    second: f64,
}

/// Whether any need for a block keeps its units.
pub(super) fn is_kept(service: &Service, block: &Block) -> bool {
    block.loads.iter().any(|load| claim_of(service.process, block, load).is_some_and(|c| c.keep))
}

/// The stays of units with customers, one for each moment where a customer asks for them.
///
/// # Errors
/// [`Lack::MethodForKeptUnits`] where a stay does not depend on the service alone: another queue, a
/// fork, or somebody else's time inside, or a step that some reach with the unit and some without.
pub(super) fn stays(
    service: &Service,
    block: &Block,
    others_queue: impl Fn(usize) -> bool,
) -> Result<Vec<Served>, Lack> {
    const NONE: Lack = Lack::MethodForKeptUnits;
    let process = service.process;
    let mut held: Vec<Held> = Vec::new();
    let held_at = |moment: usize, needed: bool, goes_on: bool| Held {
        moment,
        needed,
        brought: false,
        goes_on,
        first_s: 0.0,
        second: 0.0,
    };
    for load in &block.loads {
        let claim = claim_of(process, block, load).ok_or(NONE)?;
        if held.iter().any(|held| held.moment == load.moment) {
            return Err(Lack::MethodForUnitsAtOnce);
        }
        held.push(held_at(load.moment, true, claim.keep));
    }
    for (moment, _) in block.loads.iter().flat_map(|load| &load.kept_through) {
        if !held.iter().any(|held| held.moment == *moment) {
            held.push(held_at(*moment, false, true));
        }
    }
    let position = |moment: usize| held.iter().position(|held| held.moment == moment);
    let mut leads: Vec<(usize, usize, f64)> = Vec::new();
    let mut brought = vec![false; held.len()];
    for (at, step) in held.iter().enumerate() {
        let moment = &process.moments[step.moment];
        let ins = || process.live_ins(step.moment);
        let with_unit =
            |from: Option<usize>| from.and_then(position).is_some_and(|from| held[from].goes_on);
        let all = ins().all(|arc| with_unit(arc.from));
        if !all && (!step.needed || ins().any(|arc| with_unit(arc.from))) {
            return Err(NONE);
        }
        brought[at] = all;
        if (all || step.goes_on) && !lasts_as_the_unit(moment, block, step) {
            return Err(NONE);
        }
        if all && others_queue(step.moment) {
            return Err(NONE);
        }
        if !step.goes_on {
            continue;
        }
        if process.is_fork(step.moment) {
            return Err(NONE);
        }
        for arc in process.live_flows(step.moment) {
            let Some(to) = arc.to else { continue };
            leads.push((at, position(to).ok_or(NONE)?, arc.share.ok_or(NONE)?));
        }
    }
    for (step, brought) in held.iter_mut().zip(brought) {
        step.brought = brought;
    }
    settle(process, block, &mut held, &leads)?;
    let starts = held.iter().filter(|step| step.needed && !step.brought);
    Ok(starts
        .map(|step| Served {
            moment: step.moment,
            rate: process.moments[step.moment].visits.unwrap_or(0.0),
            mean_s: step.first_s,
            second: step.second,
        })
        .collect())
}

/// Whether the unit is held for just as long as the customer is there.
fn lasts_as_the_unit(moment: &Moment, block: &Block, step: &Held) -> bool {
    let Some(duration) = moment.duration_s else { return false };
    let own = block.loads.iter().find(|load| load.moment == step.moment);
    moment.variation != Variation::LongestOfSeveral
        && own.is_none_or(|load| near(load.hold_s, duration))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.max(b)
}

/// Mean seconds that a unit is held at a moment, and their variance: those of the step that needs it
/// there, else those of the moment.
fn held_s(process: &Process, block: &Block, step: &Held) -> Option<(f64, f64)> {
    let moment = process.moments.get(step.moment)?;
    let variance = |activity: &Activity| activity.scv * activity.mean_s.unwrap_or(0.0).powi(2);
    let own = block.loads.iter().find(|load| load.moment == step.moment);
    let own = own.and_then(|load| moment.activities.get(load.activity));
    if let Some(own) = own.filter(|own| own.own_time) {
        return Some((own.hold_s()?, variance(own)));
    }
    // What has no time of its own lasts as long as the moment, and varies as its longest step.
    let lasts_s = moment.duration_s?;
    let longest = moment.activities.iter().filter(|activity| activity.own_time);
    let longest = longest.filter(|a| a.hold_s().is_some_and(|hold_s| near(hold_s, lasts_s)));
    Some((lasts_s, longest.map(variance).fold(0.0, f64::max)))
}

/// Adds up the seconds until the unit is given back, from each moment on.
fn settle(
    process: &Process,
    block: &Block,
    held: &mut [Held],
    leads: &[(usize, usize, f64)],
) -> Result<(), Lack> {
    let own: Option<Vec<(f64, f64)>> = held
        .iter()
        .map(|step| held_s(process, block, step).map(|(mean, var)| (mean, var + mean * mean)))
        .collect();
    let own = own.ok_or(Lack::MethodForKeptUnits)?;
    for _ in 0..MOST_ROUNDS {
        let mut change = 0.0_f64;
        let next: Vec<(f64, f64)> = own
            .iter()
            .enumerate()
            .map(|(at, (mean, second))| {
                let after = |of: fn(&Held) -> f64| {
                    let ways = leads.iter().filter(|(from, ..)| *from == at);
                    sum_of(ways.map(|(_, to, share)| share * of(&held[*to])))
                };
                let ahead = after(|held| held.first_s);
                (mean + ahead, second + 2.0 * mean * ahead + after(|held| held.second))
            })
            .collect();
        for (step, (first_s, second)) in held.iter_mut().zip(next) {
            change = change.max((step.first_s - first_s).abs() / (1.0 + first_s));
            change = change.max((step.second - second).abs() / (1.0 + second));
            (step.first_s, step.second) = (first_s, second);
        }
        if change < SETTLED {
            return Ok(());
        }
    }
    Err(Lack::MethodForKeptUnits)
}
