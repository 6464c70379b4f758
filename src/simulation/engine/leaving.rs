//! Those who leave before all is done: no room, no patience, closed doors, nothing that could go on.

use super::{Replication, Waiting};
use crate::simulation::model::Model;

/// Why a customer leaves unserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    NoRoom,
    GaveUp,
    Unserved,
}

impl Replication {
    /// A customer from outside finds a place to wait full.
    pub(super) fn find_no_room(&mut self, model: &Model, who: u32, moment: u32) {
        self.sums.moments[moment as usize].no_room += 1;
        self.leave_unserved(model, who, Reason::NoRoom);
    }

    /// Patience no longer counts.
    pub(super) fn end_patience(&mut self, patience: Option<u32>) {
        if let Some(at) = patience {
            self.patiences[at as usize].counts = false;
        }
    }

    /// Patience ends: whoever still waits leaves.
    pub(super) fn patience_ends(&mut self, model: &Model, at: u32) {
        let patience = self.patiences[at as usize];
        self.unused_patiences.push(at);
        if !patience.counts {
            return;
        }
        let queue = &self.lines[patience.line as usize].queue;
        let first = queue.partition_point(|waiting| waiting.key < patience.key);
        let is_it = |waiting: &Waiting| waiting.patience == Some(at);
        let Some(place) = (first..queue.len()).find(|place| is_it(&queue[*place])) else { return };
        let who = queue[place].who;
        let moment = self.lines[patience.line as usize].moment;
        let hall = who.stay.map(|stay| self.stays[stay as usize].moment);
        self.sums.moments[hall.unwrap_or(moment) as usize].gave_up += 1;
        if hall.is_some() {
            self.sums.moments[moment as usize].gave_up += 1;
        }
        self.take_out(model, patience.line as usize, place);
        // It was the token of this line.
        self.customers[who.customer as usize].tokens -= 1;
        self.leave_unserved(model, who.customer, Reason::GaveUp);
    }

    /// Takes somebody out of a line without a start.
    fn take_out(&mut self, model: &Model, line: usize, place: usize) {
        let Some(waiting) = self.lines[line].queue.remove(place) else { return };
        if place == 0 {
            self.lines[line].passed.clear();
        }
        let moment = self.lines[line].moment;
        self.queues[moment as usize].take(1, self.now);
        self.end_patience(waiting.patience);
        self.note_wait(model, moment, waiting.who.customer, waiting.since, false);
        self.note_stay(model, waiting.who.stay, waiting.who.customer, false);
        self.end_stay(model, waiting.who.stay);
        // Who was held up by those before may go now.
        self.touch(model.moments[moment as usize].cluster);
    }

    /// Counts those who wait where nothing can go on any more, and of them those who have units in their hands
    /// and wait for what others keep in theirs.
    pub(super) fn note_left(&mut self, model: &Model) {
        for line in &self.lines {
            let plan = &model.moments[line.moment as usize];
            let in_hands = |pool: u32| {
                let brought = line.brings.iter().find(|(of, _)| *of == pool);
                u64::from(brought.map_or(0, |(_, count)| *count))
            };
            let is_kept = model.needs[plan.needs.clone()].iter().any(|need| {
                let pools = &model.choices[need.choices.clone()];
                let state = |pool: &u32| &self.pools[*pool as usize];
                let free: u64 =
                    pools.iter().map(|pool| u64::from(state(pool).free()) + in_hands(*pool)).sum();
                // Nothing is being done any more: who is busy is in somebody's hands.
                let is_busy = |pool: &u32| state(pool).busy.value() > in_hands(*pool);
                free < u64::from(need.count) && pools.iter().any(is_busy)
            });
            let sums = &mut self.sums.moments[line.moment as usize];
            for waiting in &line.queue {
                let customer = &self.customers[waiting.who.customer as usize];
                if waiting.who.background || customer.gone {
                    continue;
                }
                sums.unserved += 1;
                sums.stuck += u64::from(is_kept && !customer.kept.is_empty());
            }
        }
    }

    /// A customer leaves with all tokens: those that wait leave at once, what is being done is finished.
    pub(super) fn leave_unserved(&mut self, model: &Model, who: u32, reason: Reason) {
        let customer = &self.customers[who as usize];
        if customer.tokens > customer.running + customer.parked {
            for line in 0..self.lines.len() {
                let is_theirs =
                    |waiting: &Waiting| waiting.who.customer == who && !waiting.who.background;
                while let Some(place) = self.lines[line].queue.iter().position(is_theirs) {
                    self.take_out(model, line, place);
                }
            }
        }
        self.at_door.retain(|(other, _)| *other != who);
        let customer = &mut self.customers[who as usize];
        customer.branches.retain(|(_, background, _)| *background);
        customer.parked = 0;
        customer.tokens = customer.running;
        customer.gone = true;
        match reason {
            Reason::NoRoom => self.sums.no_room += 1,
            Reason::GaveUp => self.sums.gave_up += 1,
            Reason::Unserved => self.sums.unserved += 1,
        }
        self.inside.take(1, self.now);
        self.sums.times_inside += u128::from(self.now - self.customers[who as usize].since);
        self.last_out = self.now;
        self.give_back(model, who);
        let customer = &self.customers[who as usize];
        if customer.tokens == 0 && customer.background == 0 {
            self.forget(who);
        }
    }

    /// Something that was begun for a customer who has left is finished.
    pub(super) fn gone_token_ends(&mut self, model: &Model, who: u32) {
        let customer = &mut self.customers[who as usize];
        customer.tokens -= 1;
        if customer.tokens == 0 && customer.background == 0 {
            self.give_back(model, who);
            self.forget(who);
        }
    }
}
