//! Why a figure is what it is: the arithmetic with the blueprint's own numbers, as codes.

mod derivation;
mod experience;
mod forks;
mod money;
mod parts;

pub use derivation::{
    BranchLine, ContactLine, Derivation, FigureKey, ForkLine, ForkMethod, HandOffLine, PaidLine,
    PoolLine, TimeLine, WageLine, WorkLine,
};

use super::branches::Passage;
use super::figure::{Basis, Figure, Lack};
use super::loads::{Load, Loads, Supply};
use super::passage::Way;
use super::result::{Analysis, Pool, PoolFigures, Queue};
use super::service::Service;
use super::visit::longest_step;
use super::waiting::{Waits, share_within, waited_for};
use crate::blueprint::{RoleId, RoleKind, Scenario, Span, StepId};
use crate::process::{self, MeetingTree, Part, Process};

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
                lines: pool_lines(analysis, &Loads::of(scenario, process), process),
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
            rush_order(&Service::new(scenario, process), numbers[0])
        }),
        FigureKey::ThroughputTime => needs(&[&analysis.throughput_time_s], |numbers| {
            throughput(&Service::new(scenario, process), analysis, numbers[0])
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
            labour(scenario, analysis, key)
        }
        FigureKey::StepCapacity(_)
        | FigureKey::StepUtilisation(_)
        | FigureKey::RoleCapacity(_)
        | FigureKey::RoleUtilisation(_)
        | FigureKey::RoleWait(_)
        | FigureKey::RoleWork(_) => parts::explain(scenario, analysis, process, key),
        FigureKey::Wait(step) => wait(analysis, process, step),
        FigureKey::WithinAcceptable(step) => within(scenario, analysis, process, step),
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

/// Derives a figure of what the staff do.
fn labour(scenario: &Scenario, analysis: &Analysis, key: FigureKey) -> Derivation {
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

/// The derivation from several figures, or what the first lacking one lacks.
fn needs(figures: &[&Figure], derive: impl Fn(&[f64]) -> Derivation) -> Derivation {
    match figures.iter().find(|figure| figure.value.is_none()) {
        Some(lacking) => Derivation::Missing(lacking.lacks.to_vec()),
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

fn pool_lines(analysis: &Analysis, loads: &Loads, process: &Process) -> Vec<PoolLine> {
    let known = analysis.pools.iter().filter_map(|pool| {
        Some(PoolLine {
            pool: pool.pool.clone(),
            offer: pool.offer,
            work_s: pool.work_s,
            capacity_per_hour: pool.capacity_per_hour.value?,
            binding: pool.binding,
            slack: pool.slack.map_or(0.0, |slack| slack.share),
            work: if pool.binding { work_lines(&pool.pool, loads, process) } else { Vec::new() },
        })
    });
    known.collect()
}

fn work_lines(pool: &Pool, loads: &Loads, process: &Process) -> Vec<WorkLine> {
    let block = match pool {
        Pool::Roles(roles) => roles.first().and_then(|role| loads.block_of_role.get(role)),
        Pool::Places(step) | Pool::Assumed(step) => loads.block_of_step.get(step),
    };
    let Some(block) = block.and_then(|block| loads.blocks.get(*block)) else { return Vec::new() };
    let within = |load: &&Load| match (&block.supply, pool) {
        (Supply::Roles(units), Pool::Roles(roles)) => {
            load.roles.iter().filter_map(|at| units.get(*at)).all(|unit| roles.contains(&unit.role))
        }
        _ => true,
    };
    let lines = block.loads.iter().filter(within).filter_map(|load| {
        let moment = process.moments.get(load.moment)?;
        let activity = moment.activities.get(load.activity)?;
        Some(WorkLine {
            step: load.step,
            visits: moment.visits?,
            time_s: activity.mean_s?,
            setup_s: activity.setup_s,
            batch: activity.batch,
            count: load.count,
            kept_s: load.kept_s,
            work_s: load.work_s(),
        })
    });
    lines.filter(|line| line.work_s > 0.0).collect()
}

fn rush_order(service: &Service, total_s: f64) -> Derivation {
    let process = service.process;
    let way = Way::through(service);
    Derivation::SumOfTimes {
        lines: time_lines(process, &way.passages, |_| 0.0),
        total_s,
        forks: has_forks(process),
        branches: forks::fork_lines(process, &way.branches, &way.passages, &way.empty),
    }
}

fn throughput(service: &Service, analysis: &Analysis, total_s: f64) -> Derivation {
    let process = service.process;
    let wait = |step| analysis.steps.get(&step).and_then(|s| s.wait_s.value).unwrap_or(0.0);
    let way = Way::through(service);
    let waiting = way.waiting(service, &Waits::of(service, analysis));
    let branches = waiting
        .map(|(passages, through)| forks::fork_lines(process, &way.branches, &passages, &through));
    let queues = analysis.pools.iter().filter_map(|pool| pool.queue);
    Derivation::SumOfTimesAndWaits {
        lines: time_lines(process, &way.passages, wait),
        total_s,
        forks: has_forks(process),
        branches: branches.unwrap_or_default(),
        settling_s: queues.map(|queue| queue.settling_s).fold(0.0, f64::max),
        day_s: service.scenario.demand().opening_hours.map(|hours| hours.get() * 3600.0),
    }
}

fn time_lines(
    process: &Process,
    passages: &[Passage],
    wait: impl Fn(StepId) -> f64,
) -> Vec<TimeLine> {
    let moments = process.moments.iter().enumerate();
    let passed = moments.filter(|(_, moment)| moment.part == Part::Customer);
    let lines = passed.filter_map(|(index, moment)| {
        let step = longest_step(moment)?;
        let time_s = passages.get(index)?.mean_s;
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
        let moment = process.moment_of(step);
        let queue = moment.and_then(|moment| queue_of(analysis, process, moment, wait_s));
        let derivation =
            queue.and_then(|(pool, _)| wait_of_pool(pool, wait_s, figures.wait_s.basis));
        derivation.unwrap_or(Derivation::NoQueue)
    })
}

fn wait_of_pool(pool: &PoolFigures, wait_s: f64, basis: Basis) -> Option<Derivation> {
    Some(Derivation::Queue {
        pool: pool.pool.clone(),
        queue: pool.queue?,
        utilisation: pool.utilisation.value?,
        basis,
        wait_s,
    })
}

/// The pool that makes a moment wait so long. Of pools that are needed at once, the longest wait
/// counts; the busiest, where they tie.
fn queue_of<'a>(
    analysis: &'a Analysis,
    process: &Process,
    moment: usize,
    wait_s: f64,
) -> Option<(&'a PoolFigures, Queue)> {
    let members: Vec<StepId> = process.moments.get(moment)?.steps().collect();
    let mut waited_for =
        analysis.pools.iter().filter(|pool| pool.wait_s.value == Some(wait_s) && pool.work_s > 0.0);
    waited_for.find_map(|pool| {
        let queue = pool.queue?;
        pool.steps.iter().any(|other| members.contains(other)).then_some((pool, queue))
    })
}

fn within(scenario: &Scenario, analysis: &Analysis, process: &Process, step: StepId) -> Derivation {
    let point = scenario.steps().get(&step).and_then(|step| step.wait.as_ref());
    let acceptable_s = point.and_then(|point| point.acceptable).map(Span::seconds);
    let (Some(figures), Some(acceptable_s)) = (analysis.steps.get(&step), acceptable_s) else {
        return Derivation::Missing(vec![Lack::Target]);
    };
    needs(&[&figures.within_acceptable], |numbers| {
        let served = waited_for(process, step).into_iter().filter_map(|moment| {
            let first = process.moments.get(moment)?.first_step()?;
            let wait_s = analysis.steps.get(&first)?.wait_s.value?;
            let (_, queue) = queue_of(analysis, process, moment, wait_s)?;
            let share = share_within(&queue, wait_s, acceptable_s);
            Some((queue, wait_s, share))
        });
        let worst = served.reduce(|worst, next| if next.2 < worst.2 { next } else { worst });
        match worst.filter(|(queue, ..)| queue.waiting > 0.0) {
            Some((queue, wait_s, _)) => Derivation::ServedWithin {
                waiting: queue.waiting,
                wait_if_waiting_s: wait_s / queue.waiting,
                acceptable_s,
                share: numbers[0],
                formula: queue.formula,
            },
            None => Derivation::NoQueue,
        }
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
