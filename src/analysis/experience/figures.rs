//! What customers see of the service and what stays hidden: the time on either side of each line,
//! what the time is worth to them, and how much of it they wait.

use super::crossings::Contacts;
use super::hand_offs;
use super::value::value_shares;
use super::work_time::work_times;
use crate::analysis::result::{Basis, Experience, Figure, Lack, LineFigures, inverse};
use crate::blueprint::Scenario;
use crate::process::{Part, Process};

/// Everything that customers meet, given the time through an empty service and with waiting.
/// Near-linear in steps and links.
pub(in crate::analysis) fn experience(
    scenario: &Scenario,
    process: &Process,
    rush_order_s: &Figure,
    throughput_s: &Figure,
) -> Experience {
    profiling::function_scope!();
    let lacking = lack_of_flow(process);
    let work = work_times(process, lacking);
    let contacts = Contacts::of(scenario, process, lacking);
    let waiting_share = waiting_share(rush_order_s, throughput_s);
    let mut of_lines = (work.in_front.into_iter().zip(work.behind))
        .zip(contacts.crossings.into_iter().zip(contacts.triggers))
        .map(|((in_front, behind), (crossings, triggers))| LineFigures {
            in_front,
            behind,
            crossings,
            triggers,
        });
    Experience {
        zones: work.zones,
        lines: std::array::from_fn(|_| of_lines.next().unwrap_or_default()),
        moments_of_truth: contacts.moments_of_truth,
        hand_offs: hand_offs::figure(scenario, process, lacking),
        value_shares: value_shares(scenario, process, lacking),
        flow_efficiency: inverse(&waiting_share, |share| 1.0 - share),
        waiting_share,
    }
}

/// What is lacking as a whole; `None` where there is a flow, though single moments of it may still
/// be unknown.
fn lack_of_flow(process: &Process) -> Option<Lack> {
    if process.moments.iter().all(|moment| moment.part == Part::Apart) {
        Some(Lack::Flow)
    } else if process.moments.iter().all(|moment| !moment.is_reached()) {
        Some(Lack::SoundFlow)
    } else {
        None
    }
}

fn waiting_share(rush_order: &Figure, throughput: &Figure) -> Figure {
    let (Some(empty_s), Some(full_s)) = (rush_order.value, throughput.value) else {
        let lacking = if rush_order.value.is_none() { rush_order } else { throughput };
        return Figure::lacking(lacking.lacks.iter().copied());
    };
    let basis = match (rush_order.basis, throughput.basis) {
        (Basis::Exact, Basis::Exact) => Basis::Exact,
        (Basis::Unreliable, _) | (_, Basis::Unreliable) => Basis::Unreliable,
        _ => Basis::APPROXIMATE,
    };
    let share = if full_s > 0.0 { (1.0 - empty_s / full_s).max(0.0) } else { 0.0 };
    Figure::new(share, basis)
}
