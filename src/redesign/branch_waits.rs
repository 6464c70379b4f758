//! What more people in one branch of a fork do to the time of the whole.
//!
//! Where customers part and meet again, a quicker branch may make them wait elsewhere, and more
//! people may lengthen the way (Graham 1969). Not so where each customer can be followed:
//!
//! - A pool that does one step, in order of arrival, is left by each customer no later if it has more
//!   servers or needs less time (Kiefer & Wolfowitz 1955: the work before a customer falls, customer
//!   by customer). Whoever comes no later to a join leaves it no later.
//! - From a later queue on customers may overtake each other, so that only so much is known: at each
//!   moment no fewer of them are through. That is enough for the mean time of a line, but not to say
//!   when a branch of the same customer is met.

use super::certainty::{Balance, roles_at};
use crate::process::{Part, Process, Room, fork_depths};

/// How much earlier customers come than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Earlier {
    /// As before.
    Untouched,
    /// Each of them no later.
    Each,
    /// At each moment no fewer of them.
    AsMany,
}

/// Whether a change can only shorten the mean time through a service without loops, though its ways
/// part and meet. Linear, but for the roles of each moment.
pub(super) fn follow(process: &Process, balance: &Balance) -> bool {
    if balance.presence {
        return false;
    }
    let is_loop = |arc: &crate::process::FlowArc| arc.back || arc.from == arc.to;
    if process.order.iter().any(|group| group.len() > 1) || process.arcs.iter().any(is_loop) {
        return false;
    }
    // How many moments each role works at.
    let mut moments_of = rustc_hash::FxHashMap::default();
    for moment in process.moments.iter().filter(|moment| moment.is_reached()) {
        let roles = moment.activities.iter().flat_map(|activity| &activity.claims);
        let mut roles: Vec<_> = roles.flat_map(|claim| &claim.roles).collect();
        roles.sort_unstable();
        roles.dedup();
        for role in roles {
            *moments_of.entry(*role).or_insert(0_usize) += 1;
        }
    }
    let roles_at = |at: usize| roles_at(process, at);
    let is_alone = |at: usize| roles_at(at).all(|role| moments_of.get(role) == Some(&1));
    let is_changed = |at: usize| {
        roles_at(at).any(|role| balance.roles.contains(role))
            || process.moments[at].steps().any(|step| balance.steps.contains(&step))
    };
    let queues = |at: usize| {
        process.moments[at].activities.iter().any(|activity| {
            !activity.claims.is_empty()
                || matches!(activity.room, Room::Places(_) | Room::OneServer)
        })
    };
    let depths = fork_depths(process);
    let mut after = vec![Earlier::Untouched; process.moments.len()];
    for &at in process.order.numbers() {
        if process.moments[at].part == Part::Apart || !process.moments[at].is_reached() {
            continue;
        }
        let ins = process.live_ins(at).filter_map(|arc| Some(after[arc.from?]));
        let before = ins.max().unwrap_or(Earlier::Untouched);
        let changed = is_changed(at);
        if before == Earlier::Untouched && !changed {
            continue;
        }
        if queues(at) && !is_alone(at) {
            return false;
        }
        after[at] = match before {
            Earlier::Untouched => Earlier::Each,
            Earlier::Each if !queues(at) => Earlier::Each,
            _ => Earlier::AsMany,
        };
        if after[at] == Earlier::AsMany && (depths[at] > 0 || process.is_fork(at)) {
            return false;
        }
    }
    true
}
