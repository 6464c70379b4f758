//! Why the work costs and leaves as much as it does.

use super::needs::needs;
use crate::analysis::capacity::loads::Loads;
use crate::analysis::money::cost::material;
use crate::analysis::money::execution;
use crate::analysis::money::rates::rate_per_hour;
use crate::analysis::result::{Analysis, Derivation, FigureKey, Lack, PaidLine};
use crate::blueprint::{Quantity, Scenario, StepId};
use crate::process::Process;

pub(in crate::analysis) fn explain(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    key: FigureKey,
) -> Derivation {
    let money = &analysis.money;
    let price = scenario.demand().price.map_or(0.0, Quantity::get);
    match key {
        FigureKey::Cost => {
            needs(&[&analysis.output_per_hour, &analysis.cost_per_customer], |numbers| {
                Derivation::PaidOverOutput {
                    lines: paid(scenario),
                    overhead_per_hour: scenario.demand().overhead_per_hour.get(),
                    output_per_hour: numbers[0],
                    material: material(scenario, process).unwrap_or(0.0),
                    cost: numbers[1],
                }
            })
        }
        FigureKey::Profit => needs(
            &[&analysis.profit_per_hour, &analysis.cost_per_customer, &analysis.output_per_hour],
            |numbers| Derivation::MarginTimesOutput {
                price,
                cost: numbers[1],
                output_per_hour: numbers[2],
                profit_per_hour: numbers[0],
            },
        ),
        FigureKey::Margin => {
            needs(&[&money.margin_per_customer, &analysis.cost_per_customer], |numbers| {
                Derivation::PriceLessCost { price, margin: numbers[0], cost: numbers[1] }
            })
        }
        FigureKey::ProfitAtCapacity => {
            needs(&[&money.profit_at_capacity_per_hour, &analysis.capacity_per_hour], |numbers| {
                Derivation::MarginTimesOutput {
                    price,
                    cost: price - numbers[0] / numbers[1],
                    output_per_hour: numbers[1],
                    profit_per_hour: numbers[0],
                }
            })
        }
        FigureKey::BusyCost => needs(&[&money.busy_cost_per_customer], |numbers| {
            let loads = Loads::of(scenario, process);
            let lines = execution::wages(scenario, &loads);
            Derivation::SumOfWages { lines, busy_cost: numbers[0] }
        }),
        FigureKey::ExecutionProfit => needs(
            &[
                &money.execution_profit_per_customer,
                &money.busy_cost_per_customer,
                &money.material_per_customer,
            ],
            |numbers| Derivation::PriceLessExecution {
                price,
                profit: numbers[0],
                busy_cost: numbers[1],
                material: numbers[2],
            },
        ),
        FigureKey::BreakEvenTime => needs(
            &[
                &money.break_even_time_s,
                &money.material_per_customer,
                &money.delay_cost_per_minute,
                &analysis.rush_order_time_s,
            ],
            |numbers| Derivation::PriceOverDelay {
                price,
                break_even_time_s: numbers[0],
                material: numbers[1],
                per_minute: numbers[2],
                execution_time_s: numbers[3],
            },
        ),
        FigureKey::StepDelayCost(step) => step_delay(scenario, process, analysis, step),
        _ => needs(
            &[
                &money.busy_cost_per_customer,
                &analysis.rush_order_time_s,
                &money.delay_cost_per_minute,
            ],
            |numbers| Derivation::BusyCostOverTime {
                busy_cost: numbers[0],
                execution_time_s: numbers[1],
                per_minute: numbers[2],
            },
        ),
    }
}

fn paid(scenario: &Scenario) -> Vec<PaidLine> {
    let roles = scenario.roles().iter();
    let lines = roles.filter_map(|(id, role)| {
        let cost_per_hour = role.cost_per_hour?.get();
        Some(PaidLine { role: *id, headcount: role.heads(), cost_per_hour })
    });
    lines.filter(|line| line.headcount > 0 && line.cost_per_hour > 0.0).collect()
}

fn step_delay(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    step: StepId,
) -> Derivation {
    let activity = process.moment_of(step).and_then(|moment| {
        process.moments[moment].activities.iter().find(|activity| activity.step == step)
    });
    let (Some(figures), Some(activity)) = (analysis.steps.get(&step), activity) else {
        return Derivation::Missing(vec![Lack::Flow]);
    };
    needs(&[&figures.delay_cost_per_minute], |numbers| {
        let lines = activity.claims.iter().filter_map(|claim| {
            let (rate, _) = rate_per_hour(scenario, &claim.roles).ok()?;
            Some((claim.roles.to_vec(), claim.count, rate))
        });
        let lines = lines.filter(|(_, _, rate)| *rate > 0.0).collect();
        Derivation::SumOfRates { lines, per_minute: numbers[0] }
    })
}
