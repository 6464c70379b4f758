//! The derivation of each figure, by its key.

use super::needs::needs;
use super::{experience, labour, money, parts, pools, times, waits};
use crate::analysis::capacity::loads::Loads;
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Analysis, Derivation, FigureKey, Lack};
use crate::blueprint::{Scenario, StepId};
use crate::process::{self, MeetingTree, Process};

/// Derives a figure of an analysis of the same scenario.
#[must_use]
pub fn explain(scenario: &Scenario, analysis: &Analysis, key: FigureKey) -> Derivation {
    explain_process(scenario, &process::compile(scenario), analysis, key)
}

/// Derives a figure of an analysis of the same scenario from its compiled process, which serves
/// for any number of figures.
#[must_use]
pub fn explain_process(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    key: FigureKey,
) -> Derivation {
    match key {
        FigureKey::Capacity => {
            needs(&[&analysis.capacity_per_hour], |_| Derivation::TightestPool {
                lines: pools::pool_lines(analysis, &Loads::of(scenario, process), process),
                next: analysis.next_limit.clone(),
            })
        }
        FigureKey::CycleTime => {
            needs(&[&analysis.capacity_per_hour, &analysis.cycle_time_s], |numbers| {
                Derivation::HourOverCapacity {
                    capacity_per_hour: numbers[0],
                    cycle_time_s: numbers[1],
                }
            })
        }
        FigureKey::Utilisation => needs(
            &[&analysis.demand_per_hour, &analysis.capacity_per_hour, &analysis.utilisation],
            |numbers| Derivation::DemandOverCapacity {
                demand_per_hour: numbers[0],
                capacity_per_hour: numbers[1],
                utilisation: numbers[2],
            },
        ),
        FigureKey::RushOrderTime => needs(&[&analysis.rush_order_time_s], |numbers| {
            times::rush_order(&Service::new(scenario, process), numbers[0])
        }),
        FigureKey::ThroughputTime => needs(&[&analysis.throughput_time_s], |numbers| {
            times::throughput(&Service::new(scenario, process), analysis, numbers[0])
        }),
        FigureKey::FlowEfficiency => needs(
            &[
                &analysis.rush_order_time_s,
                &analysis.throughput_time_s,
                &analysis.experience.flow_efficiency,
            ],
            |numbers| Derivation::RushOrderOverThroughput {
                rush_order_time_s: numbers[0],
                throughput_time_s: numbers[1],
                share: numbers[2],
            },
        ),
        FigureKey::WorkInProcess => needs(
            &[&analysis.output_per_hour, &analysis.throughput_time_s, &analysis.wip],
            |numbers| Derivation::Little {
                output_per_hour: numbers[0],
                throughput_time_s: numbers[1],
                inside: numbers[2],
            },
        ),
        FigureKey::LabourContent | FigureKey::LabourUtilisation | FigureKey::Balance => {
            labour::explain(scenario, analysis, key)
        }
        FigureKey::StepCapacity(_)
        | FigureKey::StepUtilisation(_)
        | FigureKey::RoleCapacity(_)
        | FigureKey::RoleUtilisation(_)
        | FigureKey::RoleWait(_)
        | FigureKey::RoleWork(_) => parts::explain(scenario, analysis, process, key),
        FigureKey::Wait(step) => waits::wait(analysis, process, step),
        FigureKey::WithinAcceptable(step) => waits::within(scenario, analysis, process, step),
        FigureKey::Visits(step) => visits(analysis, process, step),
        FigureKey::WorkIn(_)
        | FigureKey::Contacts(_)
        | FigureKey::HandOffs
        | FigureKey::ValueShare(_)
        | FigureKey::WaitingShare => experience::explain(scenario, process, analysis, key),
        FigureKey::Cost
        | FigureKey::Profit
        | FigureKey::Margin
        | FigureKey::ProfitAtCapacity
        | FigureKey::BusyCost
        | FigureKey::ExecutionProfit
        | FigureKey::BreakEvenTime
        | FigureKey::DelayCost
        | FigureKey::StepDelayCost(_) => money::explain(scenario, process, analysis, key),
    }
}

fn visits(analysis: &Analysis, process: &Process, step: StepId) -> Derivation {
    let (Some(figures), Some(moment)) = (analysis.steps.get(&step), process.moment_of(step)) else {
        return Derivation::Missing(vec![Lack::Flow]);
    };
    needs(&[&figures.visits], |numbers| {
        let meeting = process.moments[moment].meeting.as_ref();
        let counted = meeting.into_iter().flat_map(MeetingTree::counted_arcs);
        let lines = counted
            .map(|arc| &process.arcs[arc])
            .filter_map(|arc| {
                let source = arc.from.map(|from| &process.moments[from]);
                let visits = source.map_or(Some(1.0), |moment| moment.visits)?;
                Some((source.and_then(process::Moment::first_step), visits, arc.share?))
            })
            .collect();
        Derivation::SumOfFlows { lines, visits: numbers[0] }
    })
}
