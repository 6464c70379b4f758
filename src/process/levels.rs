//! An order of the moments of a loop that the rows of a table do not change.

use super::network::Process;

/// Calls for each level of a group of [`Process::order`], upstream first: nothing leads from a
/// moment to another of its level or of one before, but back in a loop. Only ways that lead round
/// without a first moment end in one level all together. Linear but for loops; in those a look at
/// each moment that is left for each level.
pub(crate) fn for_each_level(process: &Process, group: &[usize], mut visit: impl FnMut(&[usize])) {
    if group.len() == 1 {
        return visit(group);
    }
    let forward = |moment: usize| {
        let outs = process.moments[moment].outs.iter().map(|arc| &process.arcs[*arc]);
        let live = outs.filter(move |arc| arc.is_live() && !arc.back && arc.to != Some(moment));
        // Members of a group are in order.
        live.filter_map(|arc| group.binary_search(&arc.to?).ok())
    };
    let mut open = vec![0_usize; group.len()];
    for to in group.iter().flat_map(|moment| forward(*moment)) {
        open[to] += 1;
    }
    let mut left: Vec<usize> = (0..group.len()).collect();
    let mut level = Vec::new();
    while !left.is_empty() {
        let (mut free, mut rest): (Vec<usize>, Vec<usize>) =
            left.iter().partition(|at| open[**at] == 0);
        if free.is_empty() {
            std::mem::swap(&mut free, &mut rest);
        }
        for to in free.iter().flat_map(|at| forward(group[*at])) {
            open[to] = open[to].saturating_sub(1);
        }
        level.clear();
        level.extend(free.iter().map(|at| group[*at]));
        visit(&level);
        left = rest;
    }
}
