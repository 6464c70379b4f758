//! A replication that is watched: event by event, with what is to be seen at an instant.

use smallvec::SmallVec;

use super::Replication;
use crate::simulation::model::Model;
use crate::simulation::playback::Move;

/// What happens at a moment, at an instant.
#[derive(Clone, Debug, Default)]
pub(in crate::simulation) struct MomentNow {
    /// Customers who wait here: in its line or, at a place to wait, in there.
    pub waiting: u32,
    /// Customers for whom something is done here.
    pub served: u32,
    /// Units at work here: the work within the moment, the pool, how many.
    pub units: SmallVec<[(u32, u32, u32); 2]>,
}

impl MomentNow {
    /// So many more units of a pool are at a work.
    fn note_units(&mut self, work: u32, pool: u32, count: u32) {
        match self.units.iter_mut().find(|(of, from, _)| (*of, *from) == (work, pool)) {
            Some((_, _, units)) => *units += count,
            None => self.units.push((work, pool, count)),
        }
    }
}

/// What a pool does, at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::simulation) struct PoolNow {
    /// Units on duty.
    pub on_duty: u32,
    /// Units at work, in customers' hands included; more than are on duty while a shift is overrun.
    pub busy: u32,
    /// Units that are away for a while after their work.
    pub away: u32,
}

/// What was counted since the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::simulation) struct Counted {
    pub arrivals: u64,
    pub served: u64,
    pub gave_up: u64,
    pub no_room: u64,
    pub unserved: u64,
    /// Times inside of the served, in ticks.
    pub throughput: u128,
}

impl Replication {
    /// The same, noting from now on who goes where, and keeping no record of intervals.
    pub(in crate::simulation) fn watched(self) -> Self {
        Self { moves: Some(Vec::new()), by_interval: Vec::new(), ..self }
    }

    /// What becomes of it is the same; how long things took is forgotten, which makes it small.
    pub(in crate::simulation) fn slimmed(&mut self) {
        self.take_times();
        if let Some(moves) = &mut self.moves {
            moves.clear();
        }
    }

    /// Who went where since it was last asked, in the order in which they did.
    pub(in crate::simulation) fn take_moves(&mut self) -> Vec<Move> {
        self.moves.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// When something happens next.
    pub(in crate::simulation) fn next_at(&self) -> Option<u64> {
        self.calendar.next_at()
    }

    /// All that happens at the next instant.
    pub(in crate::simulation) fn go_on_once(&mut self, model: &Model) {
        if let Some(at) = self.calendar.next_at() {
            self.instant(model, at);
        }
    }

    /// Whether anything is still to happen on its day, whose doors close at `end` and whose last change of duty
    /// is at `last_duty`.
    pub(in crate::simulation) fn goes_on(&self, end: u64, last_duty: u64, closes: bool) -> bool {
        let Some(at) = self.calendar.next_at() else { return false };
        if self.too_much().is_some() {
            return false;
        }
        at < end || closes && (self.calendar.is_busy() || at <= last_duty.max(self.now).max(end))
    }

    /// The day is over: who is still there leaves unserved.
    pub(in crate::simulation) fn end_day(&mut self, model: &Model) {
        self.send_home(model);
    }

    /// How many were inside when the doors closed, before anybody was turned away.
    pub(in crate::simulation) fn inside_as_it_closed(&self) -> u64 {
        self.inside_at_closing
    }

    /// What was counted since it was last cut.
    pub(in crate::simulation) fn counted(&self) -> Counted {
        let sums = &self.sums;
        Counted {
            arrivals: sums.arrivals,
            served: sums.served,
            gave_up: sums.gave_up,
            no_room: sums.no_room,
            unserved: sums.unserved,
            throughput: sums.throughput,
        }
    }

    /// How many wait at each moment, added up in `lines`, which has a place for each. Linear in lines and in
    /// those at places to wait.
    pub(in crate::simulation) fn count_waiting(&self, lines: &mut [u32]) {
        lines.fill(0);
        for line in &self.lines {
            let Some(count) = lines.get_mut(line.moment as usize) else { continue };
            // Who is in a place to wait is counted there.
            let here =
                |waiting: &&super::Waiting| !waiting.who.background && waiting.who.stay.is_none();
            *count += super::small(line.queue.iter().filter(here).count());
        }
        for (_, moment) in &self.at_door {
            if let Some(count) = lines.get_mut(*moment as usize) {
                *count += 1;
            }
        }
        for (count, hall) in lines.iter_mut().zip(&self.halls) {
            *count += hall.inside + super::small(hall.blocked.len());
        }
    }

    /// What happens at each moment now. Linear in lines, customers who wait and works that go on.
    pub(in crate::simulation) fn moments_now(&self) -> Vec<MomentNow> {
        let mut lines = vec![0; self.lines_of.len()];
        self.count_waiting(&mut lines);
        let waits = |waiting| MomentNow { waiting, ..MomentNow::default() };
        let mut moments: Vec<MomentNow> = lines.into_iter().map(waits).collect();
        for service in self.services.iter().filter(|service| service.goes_on) {
            if let Some(now) = moments.get_mut(service.moment as usize) {
                now.served += 1;
                now.note_units(0, service.pool, 1);
            }
        }
        for execution in self.executions.iter().filter(|execution| execution.left > 0) {
            let Some(now) = moments.get_mut(execution.moment as usize) else { continue };
            now.served += super::small(execution.members.len());
            for hold in &execution.holds {
                now.note_units(hold.work, hold.held.pool, hold.held.count);
            }
        }
        moments
    }

    /// What each pool does now.
    pub(in crate::simulation) fn pools_now(&self) -> impl Iterator<Item = PoolNow> + '_ {
        let few = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        self.pools.iter().map(move |pool| PoolNow {
            on_duty: few(pool.duty.value()),
            busy: few(pool.busy.value()),
            away: few(pool.away),
        })
    }
}
