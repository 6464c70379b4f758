//! The pools of a service as a network of queues.

use super::passes::{Passes, Returns};
use super::station::{Station, station};
use super::ways::{Board, Ways};
use crate::analysis::capacity::arrivals::Arrivals;
use crate::analysis::capacity::service::Service;
use crate::analysis::result::Lack;
use crate::process::{NumberLists, Room};

/// Servers up to which exact waits other than Erlang's are computed, and how many all pools of
/// several share evenly: exact waits take some 200 ns for each server, and figures must move while
/// a card is dragged.
const MOST_SERVERS: u32 = 1_000;
const ALL_SERVERS: usize = 2_000;

/// The pools of a service, and the ways of customers between them.
pub(super) struct Network<'a> {
    pub(super) service: &'a Service<'a>,
    /// One per block, or why no formula describes it.
    pub(super) stations: Vec<Result<Station, Lack>>,
    /// The blocks that each moment queues for.
    pub(super) blocks_of: NumberLists,
    pub(super) ways: Ways,
    /// What comes back to each block.
    pub(super) returns: Vec<Option<Returns>>,
    /// By arc of the process, whether it leads those who were at a pool back there at once.
    pub(super) leads_back: Vec<bool>,
    /// By moment, the share of the customers of a card without time and queue whom it sends back to
    /// the pool that they all come from.
    pub(super) card_back: Vec<f64>,
    /// Servers up to which waits that take a while are computed exactly.
    pub(super) most_servers: u32,
    /// Whether somewhere only so many customers can wait.
    pub(super) fills_up: bool,
}

/// Part of a time within which two are the same.
const DUST: f64 = 1e-9;

impl<'a> Network<'a> {
    pub(super) fn new(service: &'a Service<'a>, arrivals: Arrivals) -> Self {
        let per_s = arrivals.0.unwrap_or(0.0) / 3600.0;
        let process = service.process;
        let moments = process.moments.len();
        let loads = &service.loads;
        let mut named: Vec<(usize, usize)> = Vec::new();
        let mut last: Vec<Option<usize>> = vec![None; moments];
        for (index, block) in loads.blocks.iter().enumerate() {
            for load in &block.loads {
                if last[load.moment].replace(index) != Some(index) {
                    named.push((load.moment, index));
                }
            }
        }
        let blocks_of = NumberLists::of(moments, &named);
        let stations: Vec<Result<Station, Lack>> = loads
            .blocks
            .iter()
            .enumerate()
            .map(|(index, block)| {
                let others = |moment: usize| {
                    let mut others = blocks_of.list(moment).iter().filter(|at| **at != index);
                    others.any(|at| loads.blocks[*at].loads.iter().any(|load| load.hold_s > 0.0))
                };
                station(service, block, per_s, others)
            })
            .collect();
        let of_several = stations.iter().flatten().filter(|station| station.servers > 1).count();
        let share = u32::try_from(ALL_SERVERS / of_several.max(1)).unwrap_or(MOST_SERVERS);
        let fills_up = process.moments.iter().filter(|moment| moment.is_reached()).any(|moment| {
            let rooms = moment.activities.iter().map(|activity| activity.room);
            rooms.into_iter().any(|room| matches!(room, Room::Waiting { limited: true }))
        });
        let mut network = Self {
            service,
            stations,
            blocks_of,
            ways: Ways::of(process),
            returns: Vec::new(),
            leads_back: vec![false; process.arcs.len()],
            card_back: vec![0.0; moments],
            most_servers: share.min(MOST_SERVERS),
            fills_up,
        };
        let queued: Vec<(usize, usize)> = (0..moments)
            .flat_map(|moment| network.queued_for(moment).map(move |block| (moment, block)))
            .collect();
        network.blocks_of = NumberLists::of(moments, &queued);
        network.find_returns();
        network
    }

    /// Finds who comes back to which pool, and how.
    fn find_returns(&mut self) {
        let process = self.service.process;
        let visits = |moment: usize| process.moments[moment].visits.unwrap_or(0.0);
        for moment in 0..process.moments.len() {
            if !self.blocks_of.list(moment).is_empty() {
                self.ways.instant[moment] = false;
                self.ways.late[moment] = self.outlasts(moment);
            }
        }
        let mut board = Board::of(process.moments.len());
        for block in 0..self.stations.len() {
            let found = self
                .station(block)
                .map(|station| Returns::of(station, &self.ways, visits, &mut board));
            if let Some(found) = &found {
                for way in &found.ways_back {
                    self.leads_back[self.ways.all[*way].arc] = true;
                }
                for (card, back) in &found.cards {
                    self.card_back[*card] = *back;
                }
            }
            self.returns.push(found);
        }
    }

    /// Whether customers stay at a moment longer than they hold the pool that they queued for, so
    /// that they leave it otherwise than they leave the pool.
    fn outlasts(&self, moment: usize) -> bool {
        let [block] = self.blocks_of.list(moment) else { return true };
        let Some(station) = self.station(*block) else { return true };
        if station.kept {
            return false;
        }
        let moment_of = &self.service.process.moments[moment];
        let timed = moment_of.activities.iter().filter(|a| a.own_time && a.hold_s() > Some(0.0));
        let loads = &self.service.loads.blocks[*block].loads;
        let hold = loads.iter().find(|load| load.moment == moment).map(|load| load.hold_s);
        let same = match (hold, moment_of.duration_s) {
            (Some(hold), Some(lasts)) => (hold - lasts).abs() <= DUST * hold.max(lasts),
            _ => false,
        };
        timed.count() > 1 || !same
    }

    /// The passes of customers at a block that are taken as one service.
    pub(super) fn passes(&self, block: usize) -> Option<&Passes> {
        self.returns.get(block)?.as_ref().map(|returns| &returns.passes)
    }

    pub(super) fn station(&self, block: usize) -> Option<&Station> {
        self.stations.get(block)?.as_ref().ok()
    }

    /// What a block is to the only step that needs it: which of its moment, how many servers, and how
    /// long each is held. `None` where others need it too, or its units are not always there.
    fn own(&self, block: usize) -> Option<(usize, u32, f64)> {
        let [load] = self.service.loads.blocks[block].loads.as_slice() else { return None };
        let station = self.station(block).filter(|station| !station.absent)?;
        Some((load.activity, station.servers, station.mean_s))
    }

    /// Of pools that one step needs and nobody else, those are not queued for that have as many
    /// servers as another, held no longer: they are free whenever it is.
    fn queued_for(&self, moment: usize) -> impl Iterator<Item = usize> {
        let blocks = self.blocks_of.list(moment);
        let asked = move |block: usize| {
            self.stations[block].as_ref().map_or(true, |station| {
                !station.kept || station.moments().any(|other| other == moment)
            })
        };
        blocks
            .iter()
            .enumerate()
            .filter(move |(at, block)| {
                if !asked(**block) {
                    return false;
                }
                let Some((activity, servers, held_s)) = self.own(**block) else { return true };
                !blocks.iter().enumerate().any(|(other_at, other)| {
                    self.own(*other).is_some_and(|(other_activity, fewer, longer_s)| {
                        let scarce = fewer <= servers && longer_s >= held_s;
                        let alike = fewer == servers && longer_s <= held_s;
                        other_activity == activity && scarce && (!alike || other_at < *at)
                    })
                })
            })
            .map(|(_, block)| *block)
    }

    /// The only moment that a block serves, if customers queue there for something scarcer: who asks
    /// for one of its units waits as long as for that, though units of its own may be free.
    pub(super) fn served_without_queue(&self, block: usize) -> Option<usize> {
        let moment = self.station(block)?.only_moment()?;
        let queues = self.blocks_of.list(moment);
        (!queues.is_empty() && !queues.contains(&block)).then_some(moment)
    }

    /// Of pools that a moment holds alike and nobody else needs, the one that is queued for in place
    /// of a block that is not, if it has as many servers: no order of rows decides between the two.
    pub(super) fn twin(&self, block: usize, moment: usize) -> Option<usize> {
        let own = self.own(block)?;
        self.blocks_of.list(moment).iter().copied().find(|other| self.own(*other) == Some(own))
    }
}
