//! Where customers wait longest.

use super::steps::bears_wait;
use crate::blueprint::StepId;
use crate::pictures::Shown;
use crate::process::{self, Part};

/// Waits that differ by less are the same.
const ROUNDING: f64 = 1e-9;

/// Before which step customers wait longest, and how many seconds. Linear in the steps.
pub(super) fn longest(shown: &Shown<'_>) -> Option<(StepId, f64)> {
    let Shown { scenario, analysis, .. } = *shown;
    let point = |step| scenario.steps().get(&step).and_then(|step| step.wait.as_ref());
    let process = process::compile(scenario);
    let mut longest: Option<(StepId, f64)> = None;
    for (step, figures) in &analysis.steps {
        // Named as the table of steps names it.
        let Some(wait) = figures.wait_s.value.filter(|_| bears_wait(scenario, &process, *step))
        else {
            continue;
        };
        // Of equal waits that which is drawn as one.
        // Nobody waits for what goes on without the customer.
        let moment = process.moment_of(*step).and_then(|at| process.moments.get(at));
        if moment.is_some_and(|moment| moment.part == Part::Triggered) {
            continue;
        }
        let is_longer = longest.is_none_or(|(other, most)| {
            let same = (wait - most).abs() <= ROUNDING * most.abs();
            if same { point(*step).is_some() && point(other).is_none() } else { wait > most }
        });
        if is_longer {
            longest = Some((*step, wait));
        }
    }
    longest
}
