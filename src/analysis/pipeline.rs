//! The order of the parts. What each needs is among its arguments, so that a part which is called
//! before what it rests on does not compile; and the whole is put together field by field, so that
//! none can be forgotten.

use super::capacity::arrivals::Arrivals;
use super::capacity::bounds::Bounds;
use super::capacity::next_limit::next_limit;
use super::capacity::service::Service;
use super::capacity::{growth, trials};
use super::elements::{pools, roles, steps};
use super::experience::figures::experience;
use super::humbled::humble;
use super::money::cost::{self, Cost};
use super::money::execution::Execution;
use super::money::labour::Labour;
use super::passage::way::Times;
use super::problems::found::problems;
use super::result::{Analysis, Money, inverse};
use super::waiting::waits::Waits;
use crate::blueprint::Scenario;
use crate::process::Process;

const HOUR_S: f64 = 3600.0;

/// Computes every figure.
pub(super) fn analyse(scenario: &Scenario, process: &Process) -> Analysis {
    let service = Service::new(scenario, process);
    let arrivals = Arrivals::of(scenario);
    let capacity = service.capacity();
    let output = arrivals.output(&capacity);

    // Waits are computed for blocks of pools and for moments, before single pools are told apart.
    let waits = Waits::of(&service, arrivals, &capacity);
    let times = Times::of(&service, &waits);

    let Bounds { pools: bounds, tightest, bottleneck, bottleneck_roles } =
        Bounds::of(&service, arrivals);
    let growth = growth::of_pools(process, arrivals, &bounds);
    let pools = pools::figures(&service, bounds, growth, &waits);
    let of_pools = steps::Pools { figures: &pools, tightest: &tightest, bottleneck: &bottleneck };
    let steps = steps::figures(&service, arrivals, &of_pools, &waits);
    let roles = roles::figures(&service, arrivals, &pools, &bottleneck_roles, &waits);

    let material = cost::material(scenario, process);
    let labour = Labour::of(&service, &output, &capacity);
    let cost = Cost::of(&service, material, &output, &capacity);
    let execution = Execution::of(&service, material, &times.rush_order_s);

    let mut analysis = Analysis {
        attained_capacity_per_hour: super::result::Figure::default(),
        capacity_bound: service.attained.obstacle,
        capacity_order: service.order_of_work(),
        cycle_time_s: inverse(&capacity, |capacity| HOUR_S / capacity),
        demand_per_hour: arrivals.per_hour(),
        utilisation: arrivals.utilisation(&capacity),
        growth_per_hour: arrivals.growth(&capacity),
        wip: times.inside(&output),
        direct_labour_content_s: labour.content_s,
        direct_labour_utilisation: labour.utilisation,
        balance: labour.balance,
        cost_per_customer: cost.per_customer,
        profit_per_hour: cost.profit_per_hour,
        money: Money {
            margin_per_customer: cost.margin_per_customer,
            profit_at_capacity_per_hour: cost.profit_at_capacity_per_hour,
            material_per_customer: execution.material_per_customer,
            busy_cost_per_customer: execution.busy_cost_per_customer,
            execution_profit_per_customer: execution.profit_per_customer,
            break_even_time_s: execution.break_even_time_s,
            delay_cost_per_minute: execution.delay_cost_per_minute,
        },
        experience: experience(scenario, process, &times.rush_order_s, &times.throughput_s),
        next_limit: next_limit(&service, &capacity),
        trials: trials::trials(&service, &capacity),
        problems: problems(&service, &steps, &roles),
        output_per_hour: output,
        capacity_per_hour: capacity,
        rush_order_time_s: times.rush_order_s,
        throughput_time_s: times.throughput_s,
        bottleneck,
        bottleneck_roles,
        pools,
        steps,
        roles,
    };
    humble(&mut analysis, scenario);
    analysis
}
