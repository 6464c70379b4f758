//! What the time is worth to customers.

use super::work_time::{is_passed, longest};
use crate::analysis::result::{Basis, Figure, Lack};
use crate::blueprint::{Scenario, StepId, ValueKind};
use crate::process::{Activity, Moment, Part, Process, Sum, Variation};

fn value_of(scenario: &Scenario, activity: &Activity) -> Option<ValueKind> {
    scenario.steps().get_index(activity.position)?.1.value
}

/// The seconds of a moment that are worth so much to the customer and nothing better, with the step
/// that they are called by.
pub(in crate::analysis) fn worth_in(
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

/// The shares of the customer's time that are worth something, in the order of [`ValueKind::ALL`].
/// Linear in steps.
pub(super) fn value_shares(
    scenario: &Scenario,
    process: &Process,
    lacking: Option<Lack>,
) -> [Figure; 3] {
    let mut lacks: Vec<Lack> = lacking.into_iter().collect();
    let mut marked_s = [Sum::default(); 3];
    let (mut total_s, mut marked, mut varies) = (Sum::default(), false, false);
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
