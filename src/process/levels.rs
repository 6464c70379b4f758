//! An order of the moments in a loop that does not depend on the order of the rows.

use super::network::Process;
use super::number_lists::NumberLists;

/// The moments by levels, upstream first: nothing leads from a moment to another of its level or of
/// one before, but back in a loop. A group of [`Process::order`] without a loop is a level of its
/// own; only ways that lead round without a first moment end in one level all together. Members of a
/// level are in order. Linear, but for the sorting of levels.
pub(super) fn levels(process: &Process) -> NumberLists {
    let count = process.moments.len();
    let mut levels = NumberLists::with_room(process.order.count(), count);
    // How many ways lead forward to each moment within its loop; none to those of other groups.
    let mut open: Vec<usize> = Vec::new();
    let mut level: Vec<usize> = Vec::new();
    let mut next: Vec<usize> = Vec::new();
    for group in process.order.iter() {
        if group.len() == 1 {
            levels.add(group.iter().copied());
            continue;
        }
        open.resize(count, 0);
        for to in group.iter().flat_map(|moment| forward(process, group, *moment)) {
            open[to] += 1;
        }
        let mut left = group.len();
        level.extend(group.iter().copied().filter(|moment| open[*moment] == 0));
        while left > 0 {
            if level.is_empty() {
                level.extend(group.iter().copied().filter(|moment| open[*moment] > 0));
            }
            left -= level.len();
            for to in level.iter().flat_map(|moment| forward(process, group, *moment)) {
                if open[to] == 1 {
                    next.push(to);
                }
                open[to] = open[to].saturating_sub(1);
            }
            levels.add(level.iter().copied());
            std::mem::swap(&mut level, &mut next);
            next.clear();
            level.sort_unstable();
            if left == 0 {
                level.clear();
            }
        }
    }
    levels
}

/// Where the ways from a moment of a loop lead within it, but back or to itself.
fn forward(process: &Process, group: &[usize], moment: usize) -> impl Iterator<Item = usize> {
    let outs = process.moments[moment].outs.iter().map(|arc| &process.arcs[*arc]);
    let live = outs.filter(move |arc| arc.is_live() && !arc.back && arc.to != Some(moment));
    // Members of a group are in order.
    live.filter_map(|arc| arc.to.filter(|to| group.binary_search(to).is_ok()))
}
