//! Why a figure is what it is: the arithmetic with the blueprint's own numbers, as codes.

use super::figure::{Figure, Lack};
use super::money;
use super::result::{Analysis, Pool, QueueFormula};
use crate::blueprint::{Quantity, RoleId, RoleKind, Scenario, StepId};
use crate::process::{self, MeetingTree, Part, Process};

/// A figure that can be asked why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKey {
    /// Capacity of the whole.
    Capacity,
    /// Seconds between customers at full load.
    CycleTime,
    /// Demand ÷ capacity.
    Utilisation,
    /// Time through an empty system.
    RushOrderTime,
    /// Time through with waiting.
    ThroughputTime,
    /// Customers inside.
    WorkInProcess,
    /// Staff time per customer.
    LabourContent,
    /// Staff time at work ÷ staff time paid.
    LabourUtilisation,
    /// Staff time at work ÷ staff time paid, at full load.
    Balance,
    /// Cost per customer.
    Cost,
    /// Profit per hour.
    Profit,
    /// Wait before a step.
    Wait(StepId),
    /// How often a customer passes a step.
    Visits(StepId),
}

/// The arithmetic behind a figure. Each variant is one line of reckoning; numbers are in the units
/// that their names say.
#[derive(Clone, Debug, PartialEq)]
pub enum Derivation {
    /// There is no figure, for these reasons.
    Missing(Vec<Lack>),
    /// Each pool: offer ÷ work per customer = customers per hour, tightest first. The first that
    /// bind are the answer.
    TightestPool(Vec<PoolLine>),
    /// One hour ÷ capacity = cycle time.
    HourOverCapacity {
        /// Customers per hour.
        capacity_per_hour: f64,
        /// The answer in seconds.
        cycle_time_s: f64,
    },
    /// Demand ÷ capacity = utilisation.
    DemandOverCapacity {
        /// Arrivals per hour.
        demand_per_hour: f64,
        /// Customers per hour.
        capacity_per_hour: f64,
        /// The answer (1 = 100 %).
        utilisation: f64,
    },
    /// Visits × time, added up over the steps of the customer's way.
    SumOfTimes {
        /// One line per moment, in document order.
        lines: Vec<TimeLine>,
        /// The answer in seconds. Less than the sum of the lines where there are forks: of branches
        /// that run side by side only the longest counts.
        total_s: f64,
        /// Whether there are such branches.
        forks: bool,
    },
    /// Visits × (wait + time), added up.
    SumOfTimesAndWaits {
        /// One line per moment, in document order.
        lines: Vec<TimeLine>,
        /// The answer in seconds.
        total_s: f64,
        /// Whether branches run side by side.
        forks: bool,
    },
    /// Output × throughput time = customers inside (Little 1961).
    Little {
        /// Customers per hour.
        output_per_hour: f64,
        /// Seconds from arrival to exit.
        throughput_time_s: f64,
        /// The answer.
        inside: f64,
    },
    /// Seconds of each staff role per customer, added up.
    SumOfWork {
        /// Staff roles with their seconds, in document order.
        lines: Vec<(RoleId, f64)>,
        /// The answer in seconds.
        total_s: f64,
    },
    /// Content × output ÷ paid staff time.
    LabourOverPaid {
        /// Seconds of staff time per customer.
        content_s: f64,
        /// Customers per hour that it is reckoned at.
        output_per_hour: f64,
        /// Staff on the payroll.
        staff: u32,
        /// The answer (1 = 100 %).
        utilisation: f64,
    },
    /// Content ÷ (staff × cycle time).
    ContentOverCycle {
        /// Seconds of staff time per customer.
        content_s: f64,
        /// Staff on the payroll.
        staff: u32,
        /// Seconds between customers at full load.
        cycle_time_s: f64,
        /// The answer (1 = 100 %).
        balance: f64,
    },
    /// (Paid by the hour + overhead) ÷ output + material.
    PaidOverOutput {
        /// Roles that cost something by the hour, in document order.
        lines: Vec<PaidLine>,
        /// Overhead per hour.
        overhead_per_hour: f64,
        /// Customers per hour that share it.
        output_per_hour: f64,
        /// Material for one customer.
        material: f64,
        /// The answer per customer.
        cost: f64,
    },
    /// (Price − cost) × output.
    MarginTimesOutput {
        /// What a customer pays.
        price: f64,
        /// What a customer costs.
        cost: f64,
        /// Customers per hour.
        output_per_hour: f64,
        /// The answer per hour.
        profit_per_hour: f64,
    },
    /// Nothing to wait for: the step takes as many customers as come.
    NoQueue,
    /// A queue with so many servers and so much load.
    Queue {
        /// The pool that is waited for.
        pool: Pool,
        /// Its servers.
        servers: u32,
        /// How busy they are (1 = 100 %).
        utilisation: f64,
        /// Which formula gave the wait.
        formula: QueueFormula,
        /// The answer in seconds.
        wait_s: f64,
    },
    /// How a figure follows from the ways customers take: where they come from, times the share.
    SumOfFlows {
        /// The step that they come from (`None` for arrivals), its visits, and the share of them.
        lines: Vec<(Option<StepId>, f64, f64)>,
        /// The answer.
        visits: f64,
    },
}

/// A pool in the derivation of the capacity.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolLine {
    /// Which pool.
    pub pool: Pool,
    /// Units on average.
    pub offer: f64,
    /// Seconds of a unit's time per customer.
    pub work_s: f64,
    /// Customers per hour.
    pub capacity_per_hour: f64,
    /// Whether it is the answer, or one of several.
    pub binding: bool,
}

/// A role that is paid by the hour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaidLine {
    /// The role.
    pub role: RoleId,
    /// How many are paid.
    pub headcount: u32,
    /// What an hour of one costs.
    pub cost_per_hour: f64,
}

/// A stop on the customer's way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeLine {
    /// The step that it is called by: the longest of its moment.
    pub step: StepId,
    /// How often a customer passes.
    pub visits: f64,
    /// Seconds of waiting per visit; zero where an empty system is meant.
    pub wait_s: f64,
    /// Seconds per visit.
    pub time_s: f64,
}

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
        FigureKey::Cost => {
            needs(&[&analysis.output_per_hour, &analysis.cost_per_customer], |numbers| {
                Derivation::PaidOverOutput {
                    lines: paid(scenario),
                    overhead_per_hour: scenario.demand().overhead_per_hour.get(),
                    output_per_hour: numbers[0],
                    material: money::material(scenario, &process).unwrap_or(0.0),
                    cost: numbers[1],
                }
            })
        }
        FigureKey::Profit => needs(
            &[&analysis.profit_per_hour, &analysis.cost_per_customer, &analysis.output_per_hour],
            |numbers| Derivation::MarginTimesOutput {
                price: scenario.demand().price.map_or(0.0, Quantity::get),
                cost: numbers[1],
                output_per_hour: numbers[2],
                profit_per_hour: numbers[0],
            },
        ),
        FigureKey::Wait(step) => wait(analysis, &process, step),
        FigureKey::Visits(step) => visits(analysis, &process, step),
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

fn paid(scenario: &Scenario) -> Vec<PaidLine> {
    let roles = scenario.roles().iter();
    let lines = roles.filter_map(|(id, role)| {
        let cost_per_hour = role.cost_per_hour?.get();
        Some(PaidLine { role: *id, headcount: role.headcount, cost_per_hour })
    });
    lines.filter(|line| line.headcount > 0 && line.cost_per_hour > 0.0).collect()
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
