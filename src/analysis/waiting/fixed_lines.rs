//! Lines of fixed times: whoever has passed a stage comes to the next at known distances.

use super::network::Network;
use super::station::Station;
use super::ways::Way;
use crate::process::Variation;

/// A service scv below which times are fixed.
const FIXED_SCV: f64 = 1e-9;

/// The stage of a line of fixed times that says how far apart customers are behind it: of any
/// `servers` + 1 in a row, the last comes at least `mean_s` after the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pace {
    pub(super) servers: u32,
    pub(super) mean_s: f64,
    /// The block whose first queue all the waits of the line would be at, and the moment there;
    /// `None` behind a decision, which lets through a part of the customers.
    pub(super) line: Option<Line>,
}

/// A line in which every customer passes every stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// The block of its first stage, whose arrivals are those of the line.
    pub(super) first: usize,
    /// The wait in all so far, as that at the slowest stage.
    pub(super) slowest: usize,
}

/// What is known of the wait at a stage of a line of fixed times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stage {
    /// Nobody waits: those before let nobody come too soon.
    NoWait,
    /// All waits so far are those that there would be here if the stages before were not: as long as
    /// at the block `first` with the times of this one, less what was waited at the block `slowest`
    /// with its own times.
    Slowest(Line),
}

impl Pace {
    /// Whether customers at this pace never wait at a stage: each server is free before it is
    /// needed again.
    fn frees(self, station: &Station) -> bool {
        let rows = f64::from(station.servers / self.servers.max(1));
        rows * self.mean_s >= station.mean_s * (1.0 - 1e-12)
    }

    /// Whether a stage behind this one has all the waits of both, if those before were not there
    /// (Friedman 1965): it is slower, with as many servers or a part of them.
    fn yields_to(self, station: &Station) -> bool {
        let servers = station.servers.max(1);
        self.servers.is_multiple_of(servers)
            && f64::from(self.servers / servers) * station.mean_s >= self.mean_s * (1.0 - 1e-12)
    }
}

impl Network<'_> {
    /// What is known of the wait at each block, from the lines of fixed times that it lies in
    /// (Friedman 1965, "Reduction methods for tandem queuing systems"). Linear.
    ///
    /// A customer who passes a stage of fixed times with c servers is followed by the c-th after no
    /// sooner than its time; what lasts as long for all keeps these distances, branches of a fork
    /// have the same, and decisions take some away and bring nobody nearer.
    pub(super) fn stages(&self) -> Vec<Option<Stage>> {
        let process = self.service.process;
        let mut stages = vec![None; self.stations.len()];
        let mut behind: Vec<Option<Pace>> = vec![None; process.moments.len()];
        for moment in self.ways.levels().flatten().copied() {
            if self.ways.looped[moment] || process.moments[moment].variation != Variation::Fixed {
                continue;
            }
            // Flows that join wait for each other: only one way in, whatever it counts for.
            let arcs =
                process.moments[moment].ins.iter().filter(|arc| process.arcs[**arc].is_live());
            let mut ins = self.ways.ins(moment);
            let before = match (ins.next(), arcs.count()) {
                (Some(way), 1) => pace_along(way, &behind),
                _ => None,
            };
            let block = match self.blocks_of.list(moment) {
                [] => {
                    behind[moment] = before;
                    continue;
                }
                [only] => *only,
                _ => continue,
            };
            let Some(station) = self.station(block).filter(|station| {
                station.scv < FIXED_SCV && !station.absent && station.only_moment() == Some(moment)
            }) else {
                continue;
            };
            let own = |line| Pace { servers: station.servers, mean_s: station.mean_s, line };
            behind[moment] = match before {
                Some(pace) if pace.frees(station) => {
                    stages[block] = Some(Stage::NoWait);
                    Some(pace)
                }
                Some(Pace { line: Some(line), .. })
                    if before.is_some_and(|pace| pace.yields_to(station)) =>
                {
                    stages[block] = Some(Stage::Slowest(line));
                    Some(own(Some(Line { slowest: block, ..line })))
                }
                _ => Some(own(Some(Line { first: block, slowest: block }))),
            };
        }
        stages
    }
}

fn pace_along(way: &Way, behind: &[Option<Pace>]) -> Option<Pace> {
    let pace = behind[way.from?]?;
    Some(if way.share >= 1.0 { pace } else { Pace { line: None, ..pace } })
}
