//! Why the staff are as busy as they are.

use super::needs::needs;
use crate::analysis::result::{Analysis, Derivation, FigureKey};
use crate::blueprint::{RoleId, RoleKind, Scenario};

/// Derives a figure of what the staff do.
pub(super) fn explain(scenario: &Scenario, analysis: &Analysis, key: FigureKey) -> Derivation {
    match key {
        FigureKey::LabourContent => needs(&[&analysis.direct_labour_content_s], |numbers| {
            let lines = staff(scenario)
                .filter_map(|role| Some((role, analysis.roles.get(&role)?.work_s)))
                .filter(|(_, seconds)| *seconds > 0.0)
                .collect();
            Derivation::SumOfWork { lines, total_s: numbers[0] }
        }),
        FigureKey::LabourUtilisation => needs(
            &[
                &analysis.direct_labour_content_s,
                &analysis.output_per_hour,
                &analysis.direct_labour_utilisation,
            ],
            |numbers| Derivation::LabourOverPaid {
                content_s: numbers[0],
                output_per_hour: numbers[1],
                staff: headcount(scenario),
                utilisation: numbers[2],
            },
        ),
        _ => needs(
            &[&analysis.direct_labour_content_s, &analysis.cycle_time_s, &analysis.balance],
            |numbers| Derivation::ContentOverCycle {
                content_s: numbers[0],
                staff: headcount(scenario),
                cycle_time_s: numbers[1],
                balance: numbers[2],
            },
        ),
    }
}

fn staff(scenario: &Scenario) -> impl Iterator<Item = RoleId> {
    scenario.roles().iter().filter(|(_, role)| role.kind == RoleKind::Staff).map(|(id, _)| *id)
}

/// How many staff there are.
fn headcount(scenario: &Scenario) -> u32 {
    staff(scenario)
        .filter_map(|role| scenario.roles().get(&role))
        .fold(0, |sum, role| sum.saturating_add(role.heads()))
}
