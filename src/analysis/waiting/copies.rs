//! Copies of one customer: branches of forks, and what triggers set off.

use super::network::Network;
use super::ways::passes;
use crate::process::ArcKind;

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
