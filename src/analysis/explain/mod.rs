//! Why a figure is what it is: the arithmetic with the blueprint's own numbers, as codes.

mod derivation;
mod experience;
mod money;

pub use derivation::{
    ContactLine, Derivation, FigureKey, HandOffLine, PaidLine, PoolLine, TimeLine, WageLine,
};

use super::figure::{Figure, Lack};
use super::result::Analysis;
use crate::blueprint::{RoleId, RoleKind, Scenario, StepId};
use crate::process::{self, MeetingTree, Part, Process};

/// Derives a figure of an analysis of the same scenario.
#[must_use]
pub fn explain(scenario: &Scenario, analysis: &Analysis, key: FigureKey) -> Derivation {
    let process = process::compile(scenario);
    match key {
        FigureKey::Capacity => needs(&[&analysis.capacity_per_hour], |_| {
            Derivation::TightestPool(pool_lines(analysis))
        }),
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
        FigureKey::RushOrderTime => {
            needs(&[&analysis.rush_order_time_s], |numbers| Derivation::SumOfTimes {
                lines: time_lines(&process, |_| 0.0),
                total_s: numbers[0],
                forks: has_forks(&process),
            })
        }
        FigureKey::ThroughputTime => needs(&[&analysis.throughput_time_s], |numbers| {
            let wait = |step| analysis.steps.get(&step).and_then(|s| s.wait_s.value).unwrap_or(0.0);
            Derivation::SumOfTimesAndWaits {
                lines: time_lines(&process, wait),
                total_s: numbers[0],
                forks: has_forks(&process),
            }
        }),
        FigureKey::WorkInProcess => needs(
            &[&analysis.output_per_hour, &analysis.throughput_time_s, &analysis.wip],
            |numbers| Derivation::Little {
                output_per_hour: numbers[0],
                throughput_time_s: numbers[1],
                inside: numbers[2],
            },
        ),
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
        FigureKey::Balance => needs(
            &[&analysis.direct_labour_content_s, &analysis.cycle_time_s, &analysis.balance],
            |numbers| Derivation::ContentOverCycle {
                content_s: numbers[0],
                staff: headcount(scenario),
                cycle_time_s: numbers[1],
                balance: numbers[2],
            },
        ),
        FigureKey::Wait(step) => wait(analysis, &process, step),
        FigureKey::Visits(step) => visits(analysis, &process, step),
        FigureKey::WorkIn(_)
        | FigureKey::Contacts(_)
        | FigureKey::HandOffs
        | FigureKey::ValueShare(_)
        | FigureKey::WaitingShare => experience::explain(scenario, &process, analysis, key),
        FigureKey::Cost
        | FigureKey::Profit
        | FigureKey::Margin
        | FigureKey::ProfitAtCapacity
        | FigureKey::BusyCost
        | FigureKey::ExecutionProfit
        | FigureKey::BreakEvenTime
        | FigureKey::DelayCost
        | FigureKey::StepDelayCost(_) => money::explain(scenario, &process, analysis, key),
    }
}

/// The derivation from several figures, or what the first lacking one lacks.
fn needs(figures: &[&Figure], derive: impl Fn(&[f64]) -> Derivation) -> Derivation {
    match figures.iter().find(|figure| figure.value.is_none()) {
        Some(lacking) => Derivation::Missing(lacking.lacks.clone()),
        None => derive(&figures.iter().filter_map(|figure| figure.value).collect::<Vec<_>>()),
    }
}

fn staff(scenario: &Scenario) -> impl Iterator<Item = RoleId> {
    scenario.roles().iter().filter(|(_, role)| role.kind == RoleKind::Staff).map(|(id, _)| *id)
}

/// How many staff there are.
fn headcount(scenario: &Scenario) -> u32 {
    staff(scenario)
        .filter_map(|role| scenario.roles().get(&role))
        .fold(0, |sum, role| sum.saturating_add(role.headcount))
}

fn has_forks(process: &Process) -> bool {
    process.forks_on_arrival
        || (0..process.moments.len())
            .any(|m| process.moments[m].part == Part::Customer && process.is_fork(m))
}

fn pool_lines(analysis: &Analysis) -> Vec<PoolLine> {
    let known = analysis.pools.iter().filter_map(|pool| {
        Some(PoolLine {
            pool: pool.pool.clone(),
            offer: pool.offer,
            work_s: pool.work_s,
            capacity_per_hour: pool.capacity_per_hour.value?,
            binding: pool.binding,
        })
    });
    known.collect()
}

fn time_lines(process: &Process, wait: impl Fn(StepId) -> f64) -> Vec<TimeLine> {
    let passed = process.moments.iter().filter(|moment| moment.part == Part::Customer);
    let lines = passed.filter_map(|moment| {
        let time_s = moment.duration_s?;
        let longest = moment.activities.iter().find(|activity| activity.hold_s() == Some(time_s));
        let step = longest.map(|activity| activity.step).or_else(|| moment.first_step())?;
        Some(TimeLine { step, visits: moment.visits?, wait_s: wait(step), time_s })
    });
    lines.filter(|line| line.visits > 0.0).collect()
}

fn wait(analysis: &Analysis, process: &Process, step: StepId) -> Derivation {
    let Some(figures) = analysis.steps.get(&step) else {
        return Derivation::Missing(vec![Lack::Flow]);
    };
    needs(&[&figures.wait_s], |numbers| {
        let wait_s = numbers[0];
        let members: Vec<StepId> = process
            .moment_of(step)
            .map_or_else(Vec::new, |moment| process.moments[moment].steps().collect());
        // Of pools that are needed at once, the longest wait counts; the busiest, where they tie.
        let pool = analysis
            .pools
            .iter()
            .filter(|pool| pool.wait_s.value == Some(wait_s) && pool.work_s > 0.0)
            .find(|pool| pool.steps.iter().any(|other| members.contains(other)));
        let queue = pool.and_then(|pool| {
            let (servers, formula) = pool.queue?;
            Some(Derivation::Queue {
                pool: pool.pool.clone(),
                servers,
                utilisation: pool.utilisation.value?,
                formula,
                wait_s,
            })
        });
        queue.unwrap_or(Derivation::NoQueue)
    })
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
