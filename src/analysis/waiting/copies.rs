//! Copies of one customer: branches of forks, and what triggers set off.

use super::Network;
use super::ways::passes;
use crate::process::{ArcKind, MeetingTree, OfBranches, Process};

/// How many forks and triggers each moment lies behind that have not been joined again: there, copies
/// of one customer are on their way at the same time. Linear.
pub(super) fn depths(process: &Process) -> Vec<u32> {
    let mut depths = vec![0_u32; process.moments.len()];
    let mut found: Vec<u32> = Vec::new();
    for level in process.levels.iter() {
        // What comes back in a loop lies as deep as where it started.
        found.clear();
        found.extend(level.iter().map(|&index| {
            let Some(meeting) = &process.moments[index].meeting else { return 0 };
            let along = |arc: usize| {
                let arc = &process.arcs[arc];
                match (arc.from, arc.kind) {
                    _ if arc.back => 0,
                    (None, _) => u32::from(process.forks_on_arrival),
                    (Some(from), ArcKind::Trigger) => depths[from] + 1,
                    (Some(from), _) => depths[from] + u32::from(process.is_fork(from)),
                }
            };
            let met = |tree: &MeetingTree, branches: OfBranches<u32>| {
                let deepest = branches.into_iter().max().unwrap_or(0);
                match tree {
                    MeetingTree::Join { .. } => deepest.saturating_sub(1),
                    _ => deepest,
                }
            };
            match meeting {
                MeetingTree::Arc(only) => along(*only),
                tree => tree.fold(along, met),
            }
        }));
        for (index, depth) in level.iter().zip(&found) {
            depths[*index] = *depth;
        }
    }
    depths
}

impl Network<'_> {
    /// Whether each moment is one where copies of one customer can queue for the same pool, or what
    /// one customer sets off again and again.
    pub(super) fn copies_meet(&self, depths: &[u32]) -> Vec<bool> {
        let process = self.service.process;
        let mut meet: Vec<bool> = process
            .moments
            .iter()
            .enumerate()
            .map(|(index, moment)| {
                let live = moment.ins.iter().map(|arc| &process.arcs[*arc]).filter(|a| a.is_live());
                depths[index] > 0 && passes(moment) && live.filter(|arc| !arc.back).count() > 1
            })
            .collect();
        for arc in process.arcs.iter().filter(|arc| arc.is_live()) {
            let (Some(from), Some(to)) = (arc.from, arc.to) else { continue };
            let copies = arc.kind == ArcKind::Trigger || process.is_fork(from);
            // A loop sends a copy on each time round.
            if copies && self.ways.looped[from] && self.ways.group[from] != self.ways.group[to] {
                meet[to] = true;
            }
        }
        for station in self.stations.iter().flatten().filter(|station| station.served.len() > 1) {
            if station.moments().any(|moment| depths[moment] > 0) {
                for moment in station.moments() {
                    meet[moment] = true;
                }
            }
        }
        meet
    }
}
