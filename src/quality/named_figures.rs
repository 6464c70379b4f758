//! Figures of a service by their names in `--json`: what an indicator can measure.

use crate::analysis::{Analysis, Figure};
use crate::blueprint::ValueKind;

/// The figure of a name in the output of `analyse --json`; `None` for a name that is none.
#[must_use]
pub fn figure_named<'a>(analysis: &'a Analysis, name: &str) -> Option<&'a Figure> {
    let experience = &analysis.experience;
    Some(match name {
        "capacity_per_hour" => &analysis.capacity_per_hour,
        "cycle_time_s" => &analysis.cycle_time_s,
        "demand_per_hour" => &analysis.demand_per_hour,
        "output_per_hour" => &analysis.output_per_hour,
        "utilisation" => &analysis.utilisation,
        "growth_per_hour" => &analysis.growth_per_hour,
        "rush_order_time_s" => &analysis.rush_order_time_s,
        "throughput_time_s" => &analysis.throughput_time_s,
        "wip" => &analysis.wip,
        "direct_labour_content_s" => &analysis.direct_labour_content_s,
        "direct_labour_utilisation" => &analysis.direct_labour_utilisation,
        "balance" => &analysis.balance,
        "cost_per_customer" => &analysis.cost_per_customer,
        "profit_per_hour" => &analysis.profit_per_hour,
        "margin_per_customer" => &analysis.money.margin_per_customer,
        "profit_at_capacity_per_hour" => &analysis.money.profit_at_capacity_per_hour,
        "material_per_customer" => &analysis.money.material_per_customer,
        "busy_cost_per_customer" => &analysis.money.busy_cost_per_customer,
        "moments_of_truth" => &experience.moments_of_truth,
        "role_hand_offs" => &experience.hand_offs,
        "value_adding_share" => experience.value_share(ValueKind::Adding),
        "necessary_share" => experience.value_share(ValueKind::Necessary),
        "waste_share" => experience.value_share(ValueKind::Waste),
        "waiting_share" => &experience.waiting_share,
        "flow_efficiency" => &experience.flow_efficiency,
        _ => return None,
    })
}
