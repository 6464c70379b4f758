//! How the branches of forks make the time through the service.

use crate::analysis::passage::branches::Branches;
use crate::analysis::passage::passages::{Passage, Through};
use crate::analysis::result::{BranchLine, ForkLine};
use crate::process::{Moment, Process};

/// The outermost forks of a way with these passages, upstream first.
pub(in crate::analysis) fn fork_lines(
    process: &Process,
    branches: &Branches,
    passages: &[Passage],
    through: &Through,
) -> Vec<ForkLine> {
    let step = |moment: usize| process.moments.get(moment).and_then(Moment::first_step);
    let ahead = branches.ahead(passages);
    let forks = branches.forks().zip(&through.between);
    let lines = forks.map(|((fork, heads), between)| {
        // What is outside, or where the branches meet, has nothing ahead of it inside the fork.
        let mean_s = |head: Option<usize>| head.map_or(0.0, |head| ahead[head]);
        let longest = heads.iter().map(|head| mean_s(*head)).fold(0.0, f64::max);
        let branch = |head: &Option<usize>| BranchLine {
            step: head.filter(|head| branches.is_inside(*head)).and_then(step),
            mean_s: mean_s(*head),
            slack_s: longest - mean_s(*head),
        };
        ForkLine {
            fork: fork.and_then(step),
            mean_s: between.mean_s,
            method: between.method,
            branches: heads.iter().map(branch).collect(),
        }
    });
    lines.collect()
}
