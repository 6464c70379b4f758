//! How long a kept unit stays with a customer between the steps that need it.

use std::collections::BTreeSet;

use super::figure::Lack;
use crate::process::{ArcKind, Claim, Process};

/// Rounds after which a kept unit that goes round in a loop is given up on; what is left of a
/// customer's way is then below what rounding hides.
const MOST_ROUNDS: usize = 10_000;
/// The flow below which a way is not followed any further.
const LEAST_FLOW: f64 = 1e-13;

/// Mean seconds per customer that the units of a claim are held after the moment `from`, until a
/// moment that needs them or the way out. Zero for a claim that keeps nothing.
///
/// Follows the flow moment by moment; every fork branch counts, as the unit stays with the
/// customer until the last of them ends at most.
///
/// # Errors
/// [`Lack::Time`] or [`Lack::SoundFlow`] if a moment in between is not known, [`Lack::Method`] if
/// the customer goes round without end.
pub(super) fn between_s(process: &Process, from: usize, claim: &Claim) -> Result<f64, Lack> {
    if !claim.keep {
        return Ok(0.0);
    }
    let needs_it = |moment: usize| {
        process.moments[moment]
            .activities
            .iter()
            .flat_map(|activity| &activity.claims)
            .any(|other| other.roles.iter().any(|role| claim.roles.contains(role)))
    };
    let mut held_s = 0.0;
    let visits = process.moments[from].visits.ok_or(Lack::SoundFlow)?;
    let mut flowing = std::collections::BTreeMap::from([(from, visits)]);
    for _ in 0..MOST_ROUNDS {
        let mut next = std::collections::BTreeMap::new();
        for (moment, flow) in flowing {
            let counted: BTreeSet<usize> = process.moments[moment].outs.iter().copied().collect();
            for arc in counted.into_iter().map(|arc| &process.arcs[arc]) {
                let (ArcKind::Flow, Some(to), true) = (arc.kind, arc.to, arc.is_live()) else {
                    continue;
                };
                if needs_it(to) {
                    continue;
                }
                let flow = flow * arc.share.ok_or(Lack::SoundFlow)?;
                if flow > LEAST_FLOW {
                    *next.entry(to).or_insert(0.0) += flow;
                }
            }
        }
        if next.is_empty() {
            return Ok(held_s);
        }
        for (moment, flow) in &next {
            let moment = &process.moments[*moment];
            let blank = moment.activities.iter().find(|activity| activity.mean_s.is_none());
            held_s += flow
                * moment.duration_s.ok_or_else(|| {
                    blank.map_or(Lack::Method, |activity| Lack::Time(activity.step))
                })?;
        }
        flowing = next;
    }
    Err(Lack::Method)
}
