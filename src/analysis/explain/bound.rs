//! Why a figure is a bound rather than the value itself.

use crate::analysis::capacity::loads::{Loads, Supply};
use crate::analysis::passage::branches::Branches;
use crate::analysis::result::{Analysis, Basis, BoundReason, Figure, FigureKey};
use crate::blueprint::{RoleId, RoleKind, Scenario};
use crate::process::{self, Part, Process};

/// Why a figure of an analysis of the same scenario is a bound; `None` where it is none, or where
/// what it rests on is approximate rather than bounded.
#[must_use]
pub fn bound_reason(
    scenario: &Scenario,
    analysis: &Analysis,
    key: FigureKey,
) -> Option<BoundReason> {
    let bounded = |figure: &Figure| {
        figure.value.is_some() && matches!(figure.basis, Basis::LowerBound | Basis::UpperBound)
    };
    let process = process::compile(scenario);
    let of_capacity = || analysis.capacity_bound;
    let of_labour =
        || bounded(&analysis.direct_labour_content_s).then(|| labour(scenario, &process));
    let waiting = || {
        if bounded(&analysis.rush_order_time_s) {
            time(scenario, &process)
        } else {
            BoundReason::QueuesSideBySide
        }
    };
    match key {
        FigureKey::Capacity if bounded(&analysis.capacity_per_hour) => of_capacity(),
        FigureKey::CycleTime if bounded(&analysis.cycle_time_s) => of_capacity(),
        FigureKey::Utilisation if bounded(&analysis.utilisation) => of_capacity(),
        FigureKey::Cost if bounded(&analysis.cost_per_customer) => of_capacity(),
        FigureKey::Profit if bounded(&analysis.profit_per_hour) => of_capacity(),
        FigureKey::RushOrderTime if bounded(&analysis.rush_order_time_s) => {
            Some(time(scenario, &process))
        }
        FigureKey::ThroughputTime if bounded(&analysis.throughput_time_s) => Some(waiting()),
        FigureKey::WorkInProcess if bounded(&analysis.wip) => Some(waiting()),
        FigureKey::LabourContent => of_labour(),
        FigureKey::Balance if bounded(&analysis.balance) => of_labour().or_else(of_capacity),
        FigureKey::Margin if bounded(&analysis.money.margin_per_customer) => of_capacity(),
        FigureKey::ProfitAtCapacity if bounded(&analysis.money.profit_at_capacity_per_hour) => {
            of_capacity()
        }
        FigureKey::WorkIn(part) if bounded(&analysis.experience.work_in(part).time_s) => {
            Some(BoundReason::SeveralVary)
        }
        FigureKey::HandOffs if bounded(&analysis.experience.hand_offs) => {
            Some(BoundReason::ManyStaffs)
        }
        FigureKey::BusyCost if bounded(&analysis.money.busy_cost_per_customer) => {
            Some(BoundReason::Kept)
        }
        FigureKey::ExecutionProfit if bounded(&analysis.money.execution_profit_per_customer) => {
            Some(BoundReason::Kept)
        }
        FigureKey::BreakEvenTime if bounded(&analysis.money.break_even_time_s) => {
            Some(of_execution(scenario, &process, analysis))
        }
        FigureKey::DelayCost if bounded(&analysis.money.delay_cost_per_minute) => {
            Some(of_execution(scenario, &process, analysis))
        }
        FigureKey::LabourUtilisation if bounded(&analysis.direct_labour_utilisation) => {
            of_labour().or_else(of_capacity)
        }
        _ => None,
    }
}

/// Of the cost of the work and its time, what makes the two together a bound.
fn of_execution(scenario: &Scenario, process: &Process, analysis: &Analysis) -> BoundReason {
    match analysis.rush_order_time_s.basis {
        Basis::Exact => BoundReason::Kept,
        _ => time(scenario, process),
    }
}

/// Branches that could not be evaluated, or, without any, steps of one moment.
fn time(scenario: &Scenario, process: &Process) -> BoundReason {
    let branches = Branches::of(process).contested(&Loads::of(scenario, process));
    if branches.is_contested() {
        return BoundReason::SamePeople;
    }
    if branches.is_delayed_by_absence() {
        return BoundReason::AwayAgain;
    }
    let customer = |moment: &usize| process.moments[*moment].part == Part::Customer;
    let mut moments = (0..process.moments.len()).filter(customer);
    if process.forks_on_arrival || moments.any(|moment| process.is_fork(moment)) {
        BoundReason::SideBySide
    } else {
        BoundReason::SeveralVary
    }
}

fn labour(scenario: &Scenario, process: &Process) -> BoundReason {
    let is_staff =
        |role: &RoleId| scenario.roles().get(role).is_some_and(|r| r.kind == RoleKind::Staff);
    let kept = Loads::of(scenario, process).blocks.iter().any(|block| {
        let Supply::Roles(units) = &block.supply else { return false };
        let staffed = |at: &usize| units.get(*at).is_some_and(|unit| is_staff(&unit.role));
        block.loads.iter().any(|load| load.kept_s > 0.0 && load.roles.iter().any(staffed))
    });
    if kept { BoundReason::Kept } else { BoundReason::NotOnlyStaff }
}
