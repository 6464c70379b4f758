//! What is no longer exact where a service has what formulas know nothing of: customers who give up, priorities, another
//! order than first come, first served, batches that start before they are full.

use super::result::{Analysis, Basis, Figure};
use crate::blueprint::{Order, Scenario, Step};

/// Takes the word *exact* from figures that it is not true of. Who gives up makes all waits wrong, and what is served no
/// more than what comes; who is taken in another order waits otherwise, though as many are served. Linear.
pub(super) fn humble(analysis: &mut Analysis, scenario: &Scenario) {
    let any = |has: fn(&Step) -> bool| scenario.steps().values().any(|step| has(step));
    let gives_up = any(|step| step.wait.as_ref().is_some_and(|wait| wait.patience.is_some()));
    let is_reordered = scenario.simulation_rules().order != Order::FirstCome
        || any(|step| step.priority.is_some() || step.batch_wait.is_some());
    if !gives_up && !is_reordered {
        return;
    }
    let of_waits = if gives_up { Basis::Unreliable } else { Basis::APPROXIMATE };
    let wait = |figure: &mut Figure| {
        if figure.value.is_some() && (gives_up || figure.basis == Basis::Exact) {
            figure.basis = of_waits;
        }
    };
    wait(&mut analysis.throughput_time_s);
    wait(&mut analysis.wip);
    wait(&mut analysis.experience.waiting_share);
    for pool in &mut analysis.pools {
        wait(&mut pool.wait_s);
    }
    for step in analysis.steps.values_mut() {
        wait(&mut step.wait_s);
        wait(&mut step.queue_length);
        wait(&mut step.within_acceptable);
    }
    for role in analysis.roles.values_mut() {
        wait(&mut role.wait_s);
        wait(&mut role.queue_length);
    }
    if !gives_up {
        return;
    }
    let served = |figure: &mut Figure, basis| {
        if figure.value.is_some() && figure.basis == Basis::Exact {
            figure.basis = basis;
        }
    };
    served(&mut analysis.output_per_hour, Basis::UpperBound);
    served(&mut analysis.direct_labour_utilisation, Basis::UpperBound);
    served(&mut analysis.growth_per_hour, Basis::UpperBound);
    served(&mut analysis.cost_per_customer, Basis::APPROXIMATE);
    served(&mut analysis.profit_per_hour, Basis::APPROXIMATE);
    served(&mut analysis.money.margin_per_customer, Basis::APPROXIMATE);
    for role in analysis.roles.values_mut() {
        served(&mut role.utilisation, Basis::UpperBound);
    }
}
