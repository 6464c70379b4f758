//! How long a kept unit stays with a customer between the steps that need it.

use rustc_hash::FxHashMap;

use super::figure::Lack;
use crate::process::{Claim, LoopFlow, NumberLists, Process, immediate_dominators};

/// The moments that a customer passes with the units of a claim after the moment `from`, until one
/// that needs them or the way out, each with how often a customer passes it so. Empty for a claim
/// that keeps nothing.
///
/// Of branches side by side only one counts, so that the stay is never longer than in truth, and
/// which one does not depend on times: the first, if all meet again before the units are needed or
/// none leads to where they are; else the one that does; and nothing beyond the fork, if several
/// do, as each may be the first. About linear in the moments passed; loops are solved rather than
/// followed round.
///
/// # Errors
/// [`Lack::SoundFlow`] if it is not known how often a moment in between is passed.
pub(super) fn passed(
    process: &Process,
    from: usize,
    claim: &Claim,
) -> Result<Vec<(usize, f64)>, Lack> {
    if !claim.keep {
        return Ok(Vec::new());
    }
    let needs_it = |moment: usize| {
        let claims = process.moments[moment].activities.iter().flat_map(|a| &a.claims);
        claims.flat_map(|other| &other.roles).any(|role| claim.roles.contains(role))
    };
    // Everything that may lie between, `from` first.
    let mut found = vec![from];
    let mut at = FxHashMap::from_iter([(from, 0)]);
    let mut leads: Vec<(usize, usize)> = Vec::new();
    let mut to_a_need = Vec::new();
    let mut ends = Vec::new();
    let mut index = 0;
    while let Some(&moment) = found.get(index) {
        if process.is_exit(moment) {
            ends.push(index);
        }
        for to in process.live_flows(moment).filter_map(|arc| arc.to) {
            if needs_it(to) {
                to_a_need.push(index);
                continue;
            }
            let next = *at.entry(to).or_insert_with(|| {
                found.push(to);
                found.len() - 1
            });
            leads.push((next, index));
        }
        index += 1;
    }
    let before = NumberLists::of(found.len(), &leads);
    // Where the branches of each fork have met again, before a need or the way out.
    let meets = if found.iter().any(|moment| process.is_fork(*moment)) {
        let end = found.len();
        leads.extend(ends.iter().chain(&to_a_need).map(|index| (end, *index)));
        immediate_dominators(&NumberLists::of(end + 1, &leads), end)
    } else {
        Vec::new()
    };
    let mut needed_ahead = vec![false; found.len()];
    while let Some(index) = to_a_need.pop() {
        if !std::mem::replace(&mut needed_ahead[index], true) {
            to_a_need.extend(before.list(index));
        }
    }
    let mut flow = LoopFlow::new(found.len());
    flow.inflow[0] = process.moments[from].visits.ok_or(Lack::SoundFlow)?;
    for (index, moment) in found.iter().enumerate() {
        let next = |to: usize| if needs_it(to) { None } else { at.get(&to).copied() };
        let ways = || process.live_flows(*moment).filter_map(|arc| Some((arc, arc.to?)));
        if process.is_fork(*moment) {
            let meet_again = meets[index].is_some_and(|meeting| meeting < found.len());
            let is_ahead =
                |to: &usize| !meet_again && next(*to).is_none_or(|next| needed_ahead[next]);
            let mut ahead = ways().map(|(_, to)| to).filter(is_ahead);
            let chosen = match (ahead.next(), ahead.next()) {
                (None, _) => ways().map(|(_, to)| to).next(),
                (only, None) => only,
                _ => None,
            };
            if let Some(next) = chosen.and_then(next) {
                flow.connect(index, next, 1.0);
            }
            continue;
        }
        for (arc, to) in ways() {
            if let Some(next) = next(to) {
                flow.connect(index, next, arc.share.ok_or(Lack::SoundFlow)?);
            }
        }
    }
    let visits = flow.solve().ok_or(Lack::SoundFlow)?;
    Ok(found.into_iter().zip(visits).skip(1).filter(|(_, visits)| *visits > 0.0).collect())
}

/// Seconds that a passage lasts, given what each moment does.
///
/// # Errors
/// [`Lack::Time`] of a step that has none.
pub(super) fn lasting_s(process: &Process, passed: &[(usize, f64)]) -> Result<f64, Lack> {
    let mut held_s = 0.0;
    for (moment, visits) in passed {
        let moment = &process.moments[*moment];
        let blank = moment.activities.iter().find(|activity| activity.mean_s.is_none());
        held_s += visits
            * moment
                .duration_s
                .ok_or_else(|| blank.map_or(Lack::Method, |activity| Lack::Time(activity.step)))?;
    }
    Ok(held_s)
}
